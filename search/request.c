#include "request.h"

#include <string.h>

#include "active.h"
#include "cli.h"
#include "dates.h"
#include "parse.h"
#include "render.h"

typedef enum { TAKES_TEXT, TAKES_LIST, TAKES_NUMBER, TAKES_NOTHING, TAKES_FILE } Takes;

/* THE option table: one line per thing that can be asked. */
static const struct {
	const char *name;
	Takes takes;
	gsize offset; /* in Request */
	const char *help, *argument;
	const char *standard; /* of a text that is not given */
} options[] = {
#define AT(member) offsetof(Request, member)
#define FACET_OPTION(id, name, label, key, option, argument, help, ...)                            \
	{ option, TAKES_LIST, AT(chosen[FACET_##id]), help, argument },
	FACET_TABLE(FACET_OPTION)
#undef FACET_OPTION
		{ "active", TAKES_TEXT, AT(active),
		  "Only what runs in a month or some of a range of months", "YYYY-MM[..YYYY-MM]" },
	{ "section", TAKES_LIST, AT(sections), "Search this section only", "SECTION" },
	{ "edition", TAKES_TEXT, AT(edition), "Of which reference date (default: latest)",
	  "YYYY-MM-DD|latest|all", "latest" },
	{ "related", TAKES_TEXT, AT(related), "Pilots like the one with this id, with the reasons",
	  "ID" },
	{ "question", TAKES_FILE, AT(question),
	  "Answer the parliamentary questions in FILE (-: standard input) with passages", "FILE" },
	{ "sort", TAKES_TEXT, AT(sort), "Order: relevance (default), start, end or title", "ORDER",
	  "relevance" },
	{ "limit", TAKES_NUMBER, AT(limit), "At most N pilots (default 10)", "N" },
	{ "offset", TAKES_NUMBER, AT(offset), "Leave out the first N", "N" },
	{ "format", TAKES_TEXT, AT(format),
	  "text (default), json, jsonl, csv, md, html, atom or odt", "FORMAT", "text" },
	{ "output", TAKES_FILE, AT(output), "Write to FILE, whole or not at all", "FILE" },
	{ "facets", TAKES_NOTHING, AT(facets), "Count themes, statuses, places and organisations",
	  NULL },
	{ "timeline", TAKES_NOTHING, AT(timeline), "Draw the periods of what is found, or of all",
	  NULL },
	{ "partial", TAKES_NOTHING, AT(partial),
	  "Go on without servers of the index that cannot be reached", NULL },
	{ "explain", TAKES_NOTHING, AT(explain),
	  "Say of each hit which words matched, how, where and with what weight", NULL },
	{ "color", TAKES_TEXT, AT(color), "Mark hits with colour: auto (default), always or never",
	  "WHEN", "auto" },
	{ "themes", TAKES_NOTHING, AT(list_themes), "List the themes", NULL },
	{ "analyse", TAKES_TEXT, AT(analyse), "Print what the analysis makes of the words of TEXT",
	  "TEXT" },
	{ "changes", TAKES_TEXT, AT(changes),
	  "What is new, ended, renamed, extended or changed between two reference dates",
	  "DATE..DATE" },
	{ "verify", TAKES_FILE, AT(verify),
	  "Check whether the quotes of an export (json, jsonl, odt) still stand", "FILE" },
	{ "values", TAKES_TEXT, AT(values),
	  "List the values that an option can have: place, theme, related, …", "OPTION" },
	{ "run", TAKES_FILE, AT(run), "Run a file of qid TAB query, write a TREC run", "FILE" },
	{ "index", TAKES_FILE, AT(index), "The index (default: $PILOTZOEKER_INDEX)", "DIR" },
#undef AT
};

static const char *const sorts[] = { [SORT_RELEVANCE] = "relevance",
				     [SORT_START] = "start",
				     [SORT_END] = "end",
				     [SORT_TITLE] = "title",
				     [N_SORTS] = NULL };
static const char *const colors[] = { "auto", "always", "never", NULL };

Request *request_new(void)
{
	Request *r = g_new0(Request, 1);

	for (int i = 0; i < N_FACETS; i++)
		r->chosen[i] = g_ptr_array_new_with_free_func(g_free);
	r->sections = g_ptr_array_new_with_free_func(g_free);
	r->limit = 10;
	r->per_pilot = 1;
	return r;
}

void request_free(Request *r)
{
	if (!r)
		return;
	char *strings[] = { r->query,   r->edition,  r->sort,    r->format,  r->output,
			    r->color,   r->active,   r->analyse, r->run,     r->index,
			    r->related, r->question, r->verify,  r->changes, r->values };
	for (gsize i = 0; i < G_N_ELEMENTS(strings); i++)
		g_free(strings[i]);
	for (int i = 0; i < N_FACETS; i++)
		g_ptr_array_unref(r->chosen[i]);
	g_ptr_array_unref(r->sections);
	g_free(r);
}

void request_choose(Request *r, FacetId facet, const char *value)
{
	g_ptr_array_add(r->chosen[facet], g_strdup(value));
}

gboolean request_has_filter(const Request *r)
{
	for (int i = 0; i < N_FACETS; i++)
		if (r->chosen[i]->len)
			return TRUE;
	return r->active != NULL;
}

/* ---- checks ------------------------------------------------------------------- */

typedef const char *(*NameFunc)(guint i);

const char *request_status_name(guint i)
{
	return i < N_STATUSES ? status_name(i) : NULL;
}

const char *request_section_name(guint i)
{
	return i < N_SECTION_KINDS ? section_kind_name(i) : NULL;
}

const char *request_sort_name(guint i)
{
	return sorts[i];
}

const char *request_color_name(guint i)
{
	return colors[i];
}

static gboolean check_name(const char *what, const char *name, NameFunc names, GError **error)
{
	const char *all[16] = { 0 };

	for (guint i = 0; i < G_N_ELEMENTS(all) - 1 && (all[i] = names(i)); i++)
		if (strcmp(all[i], name) == 0)
			return TRUE;
	cli_set_unknown(error, what, name, all);
	return FALSE;
}

static gboolean check_names(const char *what, const GPtrArray *list, NameFunc names, GError **error)
{
	for (guint i = 0; i < list->len; i++)
		if (!check_name(what, list->pdata[i], names, error))
			return FALSE;
	return TRUE;
}

static gboolean usage(GError **error, const char *format, ...) G_GNUC_PRINTF(2, 3);
static gboolean usage(GError **error, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	g_autofree char *message = g_strdup_vprintf(format, args);
	va_end(args);
	g_set_error_literal(error, CLI_ERROR, CLI_ERROR_USAGE, message);
	return FALSE;
}

static gboolean check_edition(const char *edition, GError **error)
{
	if (strcmp(edition, "latest") == 0 || strcmp(edition, "all") == 0 || date_is_valid(edition))
		return TRUE;
	return usage(error, "bad edition '%s': give a date as 2021-12-01, or latest, or all",
		     edition);
}

static void set_standards(Request *r)
{
	for (gsize i = 0; i < G_N_ELEMENTS(options); i++) {
		char **text = &G_STRUCT_MEMBER(char *, r, options[i].offset);
		if (options[i].standard && !*text)
			*text = g_strdup(options[i].standard);
	}
}

gboolean request_finish(Request *r, GError **error)
{
	set_standards(r);
	if (r->timeline) /* a drawing of ten of them would mislead */
		r->limit = REQUEST_MAX_LIMIT;
	if (r->query && strlen(r->query) > QUERY_MAX_BYTES)
		return usage(error, "the query is longer than %d bytes", QUERY_MAX_BYTES);
	if (r->limit < 0 || r->limit > REQUEST_MAX_LIMIT)
		return usage(error, "--limit %d: give 0 to %d", r->limit, REQUEST_MAX_LIMIT);
	if (r->offset < 0 || r->offset > REQUEST_MAX_OFFSET)
		return usage(error, "--offset %d: give 0 to %d", r->offset, REQUEST_MAX_OFFSET);
	if (r->sections->len > 1)
		return usage(error, "--section can be given once");
	if (r->question && (r->query || r->related))
		return usage(error, "--question stands for a query: leave out the other");
	if (r->related && r->query)
		return usage(error, "--related stands for a query: leave out '%s'", r->query);
	int from, to;
	if (r->active && !active_parse(r->active, &from, &to))
		return usage(error, "bad month '%s': give 2021-03, or 2021-03..2021-06", r->active);
	return check_names("status", r->chosen[FACET_STATUS], request_status_name, error) &&
	       check_names("section", r->sections, request_section_name, error) &&
	       check_edition(r->edition, error) &&
	       check_name("order", r->sort, request_sort_name, error) &&
	       check_name("format", r->format, render_format_name, error) &&
	       check_name("colour", r->color, request_color_name, error);
}

Sort request_sort(const Request *r)
{
	for (int i = 0; i < N_SORTS; i++)
		if (strcmp(sorts[i], r->sort) == 0)
			return i;
	return SORT_RELEVANCE;
}

/* ---- the command line ---------------------------------------------------------- */

/* Lists are collected by GOption as string arrays and then taken over. */
static void take_lists(Request *r, char **lists[])
{
	for (gsize i = 0; i < G_N_ELEMENTS(options); i++) {
		if (options[i].takes != TAKES_LIST)
			continue;
		GPtrArray *to = G_STRUCT_MEMBER(GPtrArray *, r, options[i].offset);
		for (char **item = lists[i]; item && *item; item++)
			g_ptr_array_add(to, *item);
		g_free(lists[i]);
	}
}

static GOptionEntry entry(Request *r, gsize i, char ***list)
{
	static const GOptionArg args[] = {
		[TAKES_TEXT] = G_OPTION_ARG_STRING,   [TAKES_LIST] = G_OPTION_ARG_STRING_ARRAY,
		[TAKES_NUMBER] = G_OPTION_ARG_INT,    [TAKES_NOTHING] = G_OPTION_ARG_NONE,
		[TAKES_FILE] = G_OPTION_ARG_FILENAME,
	};
	gpointer to = options[i].takes == TAKES_LIST ? (gpointer)list
						     : G_STRUCT_MEMBER_P(r, options[i].offset);

	return (GOptionEntry) { options[i].name,        0,  0,
				args[options[i].takes], to, options[i].help,
				options[i].argument };
}

gboolean request_from_argv(Request *r, int argc, char **argv, GError **error)
{
	GOptionEntry entries[G_N_ELEMENTS(options) + 1] = { 0 };
	char **lists[G_N_ELEMENTS(options)] = { 0 };

	for (gsize i = 0, n = 0; i < G_N_ELEMENTS(options); i++)
		if (options[i].name)
			entries[n++] = entry(r, i, &lists[i]);
	g_auto(GStrv) rest = cli_parse(entries, "QUERY...",
				       "Finds pilots in an index made by pilot-index.\n\n"
				       "  pilot-search huurgeschil\n"
				       "  pilot-search --theme scheiden --format json",
				       "Query: words are ANDed; \"exact phrase\", OR, NOT, -word, "
				       "( ), word*, titel:word,\n"
				       "sectie:doel, status:lopend.\n"
				       "Exit status: 0 hits, 1 none, 2 usage, 3 index or system.",
				       argc, argv, error);
	take_lists(r, lists);
	if (!rest)
		return FALSE;
	if (*rest)
		r->query = g_strjoinv(" ", rest);
	return request_finish(r, error);
}

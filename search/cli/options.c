#include "options.h"

#include <string.h>

#include "cli.h"
#include "input.h"

/* ---- what the command line has of its own ---------------------------------------------- */

static const char *color_value(guint i)
{
	static const char *const names[N_COLORS] = {
		[COLOR_AUTO] = "auto", [COLOR_ALWAYS] = "always", [COLOR_NEVER] = "never"
	};

	return i < N_COLORS ? names[i] : NULL;
}

static gboolean set_unknown(const char *what, const char *value, const char *(*name)(guint),
			    GError **error)
{
	const char *all[16] = { 0 };

	for (guint i = 0; i < G_N_ELEMENTS(all) - 1 && (all[i] = name(i)); i++)
		;
	cli_set_unknown(error, what, value, all);
	return FALSE;
}

static gboolean take_format(Options *o, const char *value, GError **error)
{
	o->format = render_format(value);
	return o->format || set_unknown("format", value, render_format_name, error);
}

static gboolean take_color(Options *o, const char *value, GError **error)
{
	for (o->color = 0; o->color < N_COLORS; o->color++)
		if (strcmp(color_value(o->color), value) == 0)
			return TRUE;
	return set_unknown("colour", value, color_value, error);
}

/* Options beside those of a request (request.h). */
static const struct {
	const char *name;
	GOptionArg arg; /* G_OPTION_ARG_CALLBACK: by take, with the values of `value` */
	gsize offset;   /* in Options, of the others */
	const char *help, *argument;
	gboolean (*take)(Options *o, const char *value, GError **error);
	const char *(*value)(guint i);
} own[] = {
#define AT(member) offsetof(Options, member)
	{ "question", G_OPTION_ARG_FILENAME, AT(question),
	  "Answer the parliamentary questions in FILE (-: standard input) with passages", "FILE" },
	{ "format", G_OPTION_ARG_CALLBACK, 0,
	  "text (default), json, jsonl, csv, xlsx, md, html, atom, odt or docx", "FORMAT",
	  take_format, render_format_name },
	{ "output", G_OPTION_ARG_FILENAME, AT(output), "Write to FILE, whole or not at all",
	  "FILE" },
	{ "timeline", G_OPTION_ARG_NONE, AT(timeline),
	  "Draw the periods of what is found, or of all", NULL },
	{ "partial", G_OPTION_ARG_NONE, AT(partial),
	  "Go on without servers of the index that cannot be reached", NULL },
	{ "color", G_OPTION_ARG_CALLBACK, 0,
	  "Mark hits with colour: auto (default), always or never", "WHEN", take_color,
	  color_value },
	{ "themes", G_OPTION_ARG_NONE, AT(list_themes), "List the themes", NULL },
	{ "analyse", G_OPTION_ARG_STRING, AT(analyse),
	  "Print what the analysis makes of the words of TEXT", "TEXT" },
	{ "changes", G_OPTION_ARG_STRING, AT(changes),
	  "What is new, ended, renamed, extended or changed between two reference dates",
	  "DATE..DATE" },
	{ "new-since", G_OPTION_ARG_STRING, AT(new_since),
	  "What came into the index since a day or a moment, of all or of what the query finds",
	  "DATE" },
	{ "overdue", G_OPTION_ARG_NONE, AT(overdue),
	  "List the questions of parliament that are open for more than three weeks", NULL },
	{ "verify", G_OPTION_ARG_FILENAME, AT(verify),
	  "Check whether the quotes of an export (json, jsonl, odt, docx) still stand", "FILE" },
	{ "values", G_OPTION_ARG_STRING, AT(values),
	  "List the values that an option can have: place, theme, related, …", "OPTION" },
	{ "run", G_OPTION_ARG_FILENAME, AT(run), "Run a file of qid TAB query, write a TREC run",
	  "FILE" },
	{ "mcp", G_OPTION_ARG_NONE, AT(mcp),
	  "Answer an assistant on standard input (Model Context Protocol)", NULL },
	{ "index", G_OPTION_ARG_FILENAME, AT(index), "The index (default: $PILOTZOEKER_INDEX)",
	  "DIR" },
#undef AT
};

const char *options_value(const char *option, guint i)
{
	const RequestParam *p = request_param_find(MOUTH_CLI, option, ~0u);

	if (p)
		return p->value ? p->value(MOUTH_CLI, i) : NULL;
	for (gsize k = 0; k < G_N_ELEMENTS(own); k++)
		if (own[k].value && strcmp(own[k].name, option) == 0)
			return own[k].value(i);
	return NULL;
}

const char *options_name(guint i)
{
	const RequestParam *p;

	for (guint k = 0; (p = request_param(k)); k++)
		if (p->name[MOUTH_CLI] && i-- == 0)
			return p->name[MOUTH_CLI];
	return i < G_N_ELEMENTS(own) ? own[i].name : NULL;
}

/* ---- the command line ---------------------------------------------------------------------- */

static gboolean take(const char *option, const char *value, gpointer user, GError **error)
{
	Options *o = user;

	if (value && !input_is_text(option, value, strlen(value), error))
		return FALSE;
	const char *name = option + strspn(option, "-");
	const RequestParam *p = request_param_find(MOUTH_CLI, name, ~0u);

	if (p)
		return request_take(o->request, p, MOUTH_CLI, value, error);
	for (gsize i = 0; i < G_N_ELEMENTS(own); i++)
		if (own[i].take && strcmp(own[i].name, name) == 0)
			return own[i].take(o, value, error);
	return FALSE;
}

static GArray *entries_of(Options *o)
{
	GArray *entries = g_array_new(TRUE, TRUE, sizeof(GOptionEntry));
	const RequestParam *p;

	for (guint i = 0; (p = request_param(i)); i++) {
		const GOptionEntry e = { p->name[MOUTH_CLI],
					 0,
					 p->argument ? 0 : G_OPTION_FLAG_NO_ARG,
					 G_OPTION_ARG_CALLBACK,
					 (gpointer)take,
					 p->help,
					 p->argument };
		if (e.long_name)
			g_array_append_val(entries, e);
	}
	for (gsize i = 0; i < G_N_ELEMENTS(own); i++) {
		const GOptionEntry e = { own[i].name,
					 0,
					 0,
					 own[i].arg,
					 own[i].take ? (gpointer)take
						     : G_STRUCT_MEMBER_P(o, own[i].offset),
					 own[i].help,
					 own[i].argument };
		g_array_append_val(entries, e);
	}
	return entries;
}

#define NO_LIMIT (-1) /* none is given */

static gboolean finish(Options *o, char *const *words, GError **error)
{
	Request *r = o->request;

	if (*words)
		r->query = g_strjoinv(" ", (char **)words);
	r->relaxed = !o->question && !o->run;
	if (o->timeline) /* a drawing of ten of them would mislead */
		r->limit = REQUEST_MAX_LIMIT;
	if (r->limit == NO_LIMIT)
		r->limit = o->format->whole && !o->question ? REQUEST_MAX_LIMIT : REQUEST_PER_PAGE;
	if (o->question && (r->query || r->related)) {
		g_set_error(error, CLI_ERROR, CLI_ERROR_USAGE,
			    "--question stands for a query: leave out the other");
		return FALSE;
	}
	if (o->mcp && r->query) {
		g_set_error(error, CLI_ERROR, CLI_ERROR_USAGE,
			    "--mcp reads what is asked from standard input: leave out '%s'",
			    r->query);
		return FALSE;
	}
	return request_finish(r, MOUTH_CLI, error);
}

Options *options_from_argv(int argc, char **argv, GError **error)
{
	g_autoptr(Options) o = g_new0(Options, 1);
	g_autoptr(GArray) entries = entries_of(o);

	o->request = request_new();
	o->request->limit = NO_LIMIT;
	o->format = render_format("text");
	g_auto(GStrv) words =
		cli_parse((const GOptionEntry *)entries->data, "QUERY...",
			  "Finds pilots in an index made by pilot-index.\n\n"
			  "  pilot-search huurgeschil\n"
			  "  pilot-search --theme scheiden --format json",
			  "Query: words are ANDed; \"exact phrase\", OR, NOT, -word, "
			  "( ), word*, titel:word,\n"
			  "sectie:doel, status:lopend. - alone: standard input. A query that "
			  "begins with - stands behind --.\n"
			  "Exit status: 0 hits, 1 none, 2 usage, 3 index or system.",
			  o, argc, argv, error);
	return words && finish(o, words, error) ? g_steal_pointer(&o) : NULL;
}

void options_free(Options *o)
{
	if (!o)
		return;
	char *strings[] = { o->output, o->index,   o->question,  o->analyse, o->run,
			    o->verify, o->changes, o->new_since, o->values };
	for (gsize i = 0; i < G_N_ELEMENTS(strings); i++)
		g_free(strings[i]);
	request_free(o->request);
	g_free(o);
}

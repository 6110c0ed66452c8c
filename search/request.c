#include "request.h"

#include <stdlib.h>
#include <string.h>

#include "active.h"
#include "dates.h"
#include "kinds.h"
#include "lexemes.h"
#include "looptijd.h"
#include "parse.h"
#include "reference.h"
#include "references.h"
#include "usage.h"

#define MAX_SECONDS G_GUINT64_CONSTANT(253402300799) /* the end of 9999 */

/* ---- the values there are ------------------------------------------------------------ */

static const char *status_value(Mouth mouth, guint i)
{
	(void)mouth;
	return i < N_STATUSES ? status_name(i) : NULL;
}

static const char *kind_value(Mouth mouth, guint i)
{
	(void)mouth;
	return i < N_KINDS ? kinds[i].name : NULL;
}

static const char *section_value(Mouth mouth, guint i)
{
	(void)mouth;
	return i < N_SECTION_KINDS ? section_kind_name(i) : NULL;
}

static const char *sort_value(Mouth mouth, guint i)
{
	static const char *const names[N_SORTS_ASKED][N_MOUTHS] = {
		[SORT_RELEVANCE] = { "relevance", "relevantie" },
		[SORT_START] = { "start", "begin" },
		[SORT_END] = { "end", "einde" },
		[SORT_TITLE] = { "title", "titel" },
	};

	return i < N_SORTS_ASKED ? names[i][mouth] : NULL;
}

static const char *split_value(Mouth mouth, guint i)
{
	static const char *const names[N_SPLITS][N_MOUTHS] = {
		[SPLIT_MARKS] = { "marks", "nummers" },
		[SPLIT_LINES] = { "lines", "regels" },
		[SPLIT_PARAGRAPHS] = { "paragraphs", "alineas" },
		[SPLIT_NOWHERE] = { "nowhere", "niet" },
	};

	return i < N_SPLITS ? names[i][mouth] : NULL;
}

/* The place of a value in its list; -1 for one that is not there. */
static int place_of(const RequestParam *p, Mouth mouth, const char *value)
{
	const char *name;

	for (guint i = 0; (name = p->value(mouth, i)); i++)
		if (strcmp(name, value) == 0)
			return (int)i;
	return -1;
}

/* ---- one function for each kind of value --------------------------------------------- */

static gboolean take_query(Request *r, const RequestParam *p, Mouth mouth, const char *value)
{
	(void)p, (void)mouth;
	g_free(r->query);
	r->query = g_strdup(value);
	return strlen(value) <= QUERY_MAX_BYTES;
}

static void keep_dossier(const char *dossier, gpointer user)
{
	char **kept = user;

	g_free(*kept);
	*kept = g_strdup(dossier);
}

/* "31753" of "31 753", "31.753" or "31753-248"; NULL for what is no number of a dossier. */
static char *dossier_in(const char *value)
{
	g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
	char *dossier = NULL;
	g_autofree char *written = g_strdup_printf("dossier %s", value);

	references_typed(written, strlen(written), ids);
	if (!ids->len || reference_is_dossier(ids->pdata[0]))
		return ids->len ? g_strdup(ids->pdata[0]) : NULL;
	reference_each_dossier(ids->pdata[0], keep_dossier, &dossier);
	return dossier;
}

static gboolean take_facet(Request *r, const RequestParam *p, Mouth mouth, const char *value)
{
	g_autofree char *dossier = p->facet == FACET_DOSSIER ? dossier_in(value) : NULL;

	request_choose(r, p->facet, dossier ? dossier : value);
	return *value && (!p->value || place_of(p, mouth, value) >= 0);
}

/* A period in words: "juni 2021", "vanaf 2022". FALSE unless all of the text is one. */
static gboolean months_in_words(const char *value, int *from, int *to)
{
	g_autofree char *lower = lexemes_text(value);
	g_autoptr(GArray) named = looptijd_named(lower);
	const NamedPeriod *p = named->len == 1 ? &g_array_index(named, NamedPeriod, 0) : NULL;

	if (!p || p->start || p->end != strlen(lower))
		return FALSE;
	*from = p->period.from;
	*to = p->period.to;
	return TRUE;
}

static gboolean take_months(Request *r, const RequestParam *p, Mouth mouth, const char *value)
{
	(void)p, (void)mouth;
	r->in_months =
		active_parse(value, &r->from, &r->to) || months_in_words(value, &r->from, &r->to);
	return r->in_months;
}

static gboolean take_section(Request *r, const RequestParam *p, Mouth mouth, const char *value)
{
	gboolean first = r->section < 0;

	r->section = place_of(p, mouth, value);
	return first && r->section >= 0;
}

static gboolean take_editions(Request *r, const RequestParam *p, Mouth mouth, const char *value)
{
	static const char *const latest[] = { "latest", "laatste" }, *const all[] = { "all",
										      "alle" };

	(void)p;
	g_clear_pointer(&r->date, g_free);
	r->editions = EDITIONS_OF_DATE;
	if (strcmp(value, latest[mouth]) == 0)
		r->editions = EDITIONS_LATEST;
	else if (strcmp(value, all[mouth]) == 0)
		r->editions = EDITIONS_ALL;
	else
		r->date = g_strdup(value);
	return !r->date || date_is_valid(value);
}

static gboolean take_related(Request *r, const RequestParam *p, Mouth mouth, const char *value)
{
	(void)p, (void)mouth;
	g_free(r->related);
	r->related = g_strdup(value);
	return TRUE;
}

static gboolean take_sort(Request *r, const RequestParam *p, Mouth mouth, const char *value)
{
	int place = place_of(p, mouth, value);

	r->sort = place < 0 ? SORT_RELEVANCE : (Sort)place;
	return place >= 0;
}

static gboolean take_split(Request *r, const RequestParam *p, Mouth mouth, const char *value)
{
	int place = place_of(p, mouth, value);

	r->split = place < 0 ? SPLIT_MARKS : (Split)place;
	return place >= 0;
}

/* A whole number from..to, in digits alone. */
static gboolean take_number(int *number, const char *value, int from, int to)
{
	gsize digits = strspn(value, "0123456789");

	*number = digits && digits < 10 && !value[digits] ? atoi(value) : from - 1;
	return *number >= from && *number <= to;
}

static gboolean take_limit(Request *r, const RequestParam *p, Mouth mouth, const char *value)
{
	(void)p;
	return mouth == MOUTH_CLI ? take_number(&r->limit, value, 0, REQUEST_MAX_LIMIT)
				  : take_number(&r->limit, value, 1, REQUEST_MAX_WEB);
}

static gboolean take_offset(Request *r, const RequestParam *p, Mouth mouth, const char *value)
{
	(void)p, (void)mouth;
	return take_number(&r->offset, value, 0, REQUEST_MAX_OFFSET);
}

static gboolean take_page(Request *r, const RequestParam *p, Mouth mouth, const char *value)
{
	(void)p, (void)mouth;
	return take_number(&r->page, value, 1, REQUEST_MAX_OFFSET / REQUEST_PER_PAGE + 1);
}

static gboolean take_facets(Request *r, const RequestParam *p, Mouth mouth, const char *value)
{
	(void)p, (void)mouth, (void)value;
	return r->facets = TRUE;
}

static gboolean take_literal(Request *r, const RequestParam *p, Mouth mouth, const char *value)
{
	(void)p, (void)mouth, (void)value;
	return r->literal = TRUE;
}

static gboolean take_explain(Request *r, const RequestParam *p, Mouth mouth, const char *value)
{
	(void)p, (void)mouth, (void)value;
	return r->explain = TRUE;
}

/* ---- the table ------------------------------------------------------------------------- */

/* clang-format off: a row reads better than a column */
#define FACET(id, url, label_, key_, option, argument_, help_, ...)                                \
	{ .name = { option, option ? url : NULL },                                                 \
	  .group = REQUEST_FILTERS,                                                                \
	  .take = take_facet,                                                                      \
	  .facet = FACET_##id,                                                                     \
	  .value = FACET_##id == FACET_STATUS  ? status_value                                      \
		   : FACET_##id == FACET_SOORT ? kind_value                                        \
					       : NULL,                                             \
	  .what = option,                                                                          \
	  .expects = { "give a name", "Geef een naam." },                                          \
	  .argument = argument_,                                                                   \
	  .help = help_ },

static const RequestParam params[] = {
	{ .name = { NULL, "q" },
	  .group = REQUEST_QUERY,
	  .take = take_query,
	  .expects = { NULL, "Geef een kortere zoekvraag." } },
	FACET_TABLE(FACET) { .name = { "active", "loopt" },
			     .group = REQUEST_FILTERS,
			     .take = take_months,
			     .what = "month",
			     .expects = { "give 2021-03, 2021, or 2021-03..2021-06",
					  "Geef een maand als 2021-03, een jaar, of een periode "
					  "als 2021-03..2021-06." },
			     .argument = "YYYY-MM[..YYYY-MM]",
			     .help = "Only what runs in a month or some of a range of months" },
	{ .name = { "section", "sectie" },
	  .group = REQUEST_FILTERS,
	  .take = take_section,
	  .value = section_value,
	  .what = "section",
	  .argument = "SECTION",
	  .help = "Search this section only" },
	{ .name = { "edition", "editie" },
	  .group = REQUEST_EDITIONS,
	  .take = take_editions,
	  .what = "edition",
	  .expects = { "give a date as 2021-12-01, or latest, or all",
		       "Geef een peildatum als 2021-12-01, of: laatste, alle." },
	  .argument = "YYYY-MM-DD|latest|all",
	  .help = "Of which reference date (default: latest)" },
	{ .name = { "literal", "letterlijk" },
	  .group = REQUEST_FILTERS,
	  .take = take_literal,
	  .help = "Read years, statuses and places in the query as words, not as filters" },
	{ .name = { "related", NULL },
	  .group = REQUEST_QUERY,
	  .take = take_related,
	  .argument = "ID",
	  .help = "Pilots like the one with this id, with the reasons" },
	{ .name = { "split", "splitsing" },
	  .group = REQUEST_QUESTIONS,
	  .take = take_split,
	  .value = split_value,
	  .what = "split",
	  .argument = "WHERE",
	  .help = "Where pasted questions are split: marks (numbers and bullets, default), lines, "
		  "paragraphs or nowhere" },
	{ .name = { "sort", "sorteer" },
	  .group = REQUEST_PAGES,
	  .take = take_sort,
	  .value = sort_value,
	  .what = "order",
	  .argument = "ORDER",
	  .help = "Order: relevance (default), start, end or title" },
	{ .name = { "limit", "aantal" },
	  .group = REQUEST_AMOUNT,
	  .take = take_limit,
	  .what = "limit",
	  .expects = { "give 0 to 1000", "Geef een getal van 1 tot en met 100." },
	  .argument = "N",
	  .help = "At most N pilots (default 10; for csv and xlsx all)" },
	{ .name = { "offset", NULL },
	  .group = REQUEST_PAGES,
	  .take = take_offset,
	  .what = "offset",
	  .expects = { "give 0 to 10000", NULL },
	  .argument = "N",
	  .help = "Leave out the first N" },
	{ .name = { NULL, "pagina" },
	  .group = REQUEST_PAGES,
	  .take = take_page,
	  .expects = { NULL, "Geef een getal van 1 tot en met 1001." } },
	{ .name = { "facets", NULL },
	  .group = REQUEST_EXTRAS,
	  .take = take_facets,
	  .help = "Count themes, statuses, places and organisations" },
	{ .name = { "explain", NULL },
	  .group = REQUEST_EXTRAS,
	  .take = take_explain,
	  .help = "Say of each hit which words matched, how, where and with what weight" },
};
/* clang-format on */

const RequestParam *request_param(guint i)
{
	return i < G_N_ELEMENTS(params) ? &params[i] : NULL;
}

const RequestParam *request_param_find(Mouth mouth, const char *name, guint groups)
{
	for (gsize i = 0; i < G_N_ELEMENTS(params); i++)
		if (g_strcmp0(params[i].name[mouth], name) == 0 && params[i].group & groups)
			return &params[i];
	return NULL;
}

/* ---- what is wrong --------------------------------------------------------------------- */

static void set_usage(GError **error, const char *message)
{
	g_set_error_literal(error, CLI_ERROR, CLI_ERROR_USAGE, message);
}

/* "Kies uit: lopend, afgerond, …." The caller frees. */
static char *choice(const RequestParam *p, Mouth mouth)
{
	g_autoptr(GString) all = g_string_new("Kies uit: ");
	const char *name;

	for (guint i = 0; (name = p->value(mouth, i)); i++)
		g_string_append_printf(all, "%s%s", i ? ", " : "", name);
	g_string_append_c(all, '.');
	return g_string_free(g_steal_pointer(&all), FALSE);
}

static void set_wrong_cli(const RequestParam *p, const char *value, GError **error)
{
	const char *all[16] = { 0 };

	if (p->value && place_of(p, MOUTH_CLI, value) >= 0) {
		g_set_error(error, CLI_ERROR, CLI_ERROR_USAGE, "--%s can be given once",
			    p->name[MOUTH_CLI]);
		return;
	}
	if (!p->value) {
		g_set_error(error, CLI_ERROR, CLI_ERROR_USAGE, "bad %s '%s': %s", p->what, value,
			    p->expects[MOUTH_CLI]);
		return;
	}
	for (guint i = 0; i < G_N_ELEMENTS(all) - 1 && (all[i] = p->value(MOUTH_CLI, i)); i++)
		;
	cli_set_unknown(error, p->what, value, all);
}

/* Long values are not repeated whole. The caller frees. */
static char *shortened(const char *value)
{
	if (g_utf8_strlen(value, -1) <= 80)
		return g_strdup(value);
	g_autofree char *cut = g_utf8_substring(value, 0, 80);
	return g_strconcat(cut, "…", NULL);
}

char *request_no_value(const char *name, const char *value, const char *expects)
{
	g_autofree char *start = shortened(value);

	return g_strdup_printf("De waarde ‘%s’ voor ‘%s’ bestaat niet. %s", start, name, expects);
}

char *request_no_param(const char *name)
{
	g_autofree char *start = shortened(name);

	return g_strdup_printf("De parameter ‘%s’ bestaat niet.", start);
}

gboolean request_take(Request *r, const RequestParam *p, Mouth mouth, const char *value,
		      GError **error)
{
	if (p->take(r, p, mouth, value))
		return TRUE;
	if (mouth == MOUTH_CLI) {
		set_wrong_cli(p, value, error);
		return FALSE;
	}
	g_autofree char *names = p->value ? choice(p, mouth) : NULL;
	set_usage(error, names ? names : p->expects[mouth]);
	return FALSE;
}

gboolean request_finish(Request *r, Mouth mouth, GError **error)
{
	if (r->page)
		r->offset = (r->page - 1) * r->limit;
	if (r->offset > REQUEST_MAX_OFFSET) {
		set_usage(error, "Zo ver reiken de resultaten niet.");
		return FALSE;
	}
	if (mouth == MOUTH_CLI && r->query && strlen(r->query) > QUERY_MAX_BYTES) {
		g_set_error(error, CLI_ERROR, CLI_ERROR_USAGE, "the query is longer than %d bytes",
			    QUERY_MAX_BYTES);
		return FALSE;
	}
	if (r->related && r->query) {
		g_set_error(error, CLI_ERROR, CLI_ERROR_USAGE,
			    "--related stands for a query: leave out '%s'", r->query);
		return FALSE;
	}
	return TRUE;
}

/* ---- a request --------------------------------------------------------------------------- */

static int month_of_today(void)
{
	g_autoptr(GDateTime) now = g_date_time_new_from_unix_utc(date_now());
	return 12 * g_date_time_get_year(now) + g_date_time_get_month(now) - 1;
}

Request *request_new(void)
{
	Request *r = g_new0(Request, 1);

	for (int i = 0; i < N_FACETS; i++)
		r->chosen[i] = g_ptr_array_new_with_free_func(g_free);
	r->section = -1;
	r->limit = REQUEST_PER_PAGE;
	r->per_pilot = 1;
	r->today = month_of_today();
	return r;
}

void request_free(Request *r)
{
	if (!r)
		return;
	g_free(r->query);
	g_free(r->date);
	g_free(r->related);
	for (int i = 0; i < N_FACETS; i++)
		g_ptr_array_unref(r->chosen[i]);
	g_free(r);
}

void request_choose(Request *r, FacetId facet, const char *value)
{
	g_ptr_array_add(r->chosen[facet], g_strdup(value));
}

gboolean request_is_of(const Request *r, gboolean papers)
{
	const GPtrArray *chosen = r->chosen[FACET_SOORT];
	gboolean any = !papers && !chosen->len;

	for (guint i = 0; i < chosen->len; i++)
		any |= kind_is_paper((RecordKind)kind_from(chosen->pdata[i])) == papers;
	return any;
}

gboolean request_choose_papers(Request *r)
{
	if (!r->chosen[FACET_SOORT]->len)
		for (RecordKind kind = 0; kind < N_KINDS; kind++)
			if (kind_is_paper(kind))
				request_choose(r, FACET_SOORT, kinds[kind].name);
	return !request_is_of(r, FALSE);
}

gboolean request_has_facet(const Request *r, FacetId facet)
{
	gboolean any = FALSE;

	for (RecordKind kind = 0; kind < N_KINDS; kind++)
		any |= kind_has_facet(kind, facet) &&
		       kind_is_paper(kind) != request_is_of(r, FALSE);
	return any;
}

gboolean request_has_filter(const Request *r)
{
	for (int i = 0; i < N_FACETS; i++)
		if (r->chosen[i]->len)
			return TRUE;
	return r->in_months;
}

/* ---- its name ------------------------------------------------------------------------------- */

static void append_part(GString *key, const char *name, const char *value)
{
	g_autofree char *encoded = g_uri_escape_string(value, NULL, TRUE);
	g_string_append_printf(key, "%s%s=%s", key->len ? "&" : "", name, encoded);
}

static gint by_text(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

char *request_key(const Request *r)
{
	GString *key = g_string_new(NULL);

	if (r->query)
		append_part(key, "q", r->query);
	for (FacetId f = 0; f < N_FACETS; f++) {
		g_autoptr(GPtrArray) values = g_ptr_array_copy(r->chosen[f], NULL, NULL);
		g_ptr_array_set_free_func(values, NULL);
		g_ptr_array_sort(values, by_text);
		for (guint i = 0; i < values->len; i++)
			append_part(key, facets[f].name, values->pdata[i]);
	}
	if (r->in_months)
		g_string_append_printf(key, "%sloopt=%d..%d", key->len ? "&" : "", r->from, r->to);
	if (r->section >= 0)
		append_part(key, "sectie", section_kind_name(r->section));
	if (r->editions != EDITIONS_LATEST)
		append_part(key, "editie", r->date ? r->date : "alle");
	if (r->related)
		append_part(key, "verwant", r->related);
	return g_string_free(key, FALSE);
}

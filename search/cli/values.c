#include "values.h"

#include <string.h>

#include "cli.h"
#include "fields.h"
#include "options.h"
#include "search.h"
#include "themes.h"

#define MOST_IDS 100000

static void add(GPtrArray *values, const char *value)
{
	g_ptr_array_add(values, g_strdup(value));
}

/* ---- from an index ------------------------------------------------------------------ */

static gboolean themes(Index *index, const char *option, GPtrArray *values, GError **error)
{
	(void)option, (void)error;
	for (guint i = 0; i < index->themes->len; i++)
		add(values, ((const Theme *)index->themes->pdata[i])->name);
	return TRUE;
}

static gboolean editions(Index *index, const char *option, GPtrArray *values, GError **error)
{
	(void)option, (void)error;
	add(values, "latest");
	add(values, "all");
	for (guint i = 0; i < index->documents->len; i++) {
		const Document *d = index->documents->pdata[i];
		if (d->reference_date)
			add(values, d->reference_date);
	}
	return TRUE;
}

typedef struct {
	GPtrArray *values;
	gsize prefix;
} Ids;

static gboolean add_id(const char *term, guint frequency, gpointer user)
{
	Ids *ids = user;

	(void)frequency;
	add(ids->values, term + ids->prefix);
	return ids->values->len < MOST_IDS;
}

static gboolean pilots(Index *index, const char *option, GPtrArray *values, GError **error)
{
	const char *prefix = fields[FIELD_ID].prefix;
	Ids ids = { values, strlen(prefix) };

	(void)option;
	return xapian_reader_terms(index->reader, prefix, add_id, &ids, error);
}

/* The values of a facet, as a search for everything counts them. */
static gboolean facet(Index *index, const char *option, GPtrArray *values, GError **error)
{
	const Field *field = field_by_facet((FacetId)facet_by_option(option));
	g_autoptr(Request) request = request_new();

	request->facets = TRUE;
	request->limit = 0;
	g_autoptr(Results) found = search(index, request, error);
	for (guint i = 0; found && i < found->facets->len; i++) {
		const Facet *f = found->facets->pdata[i];
		for (guint k = 0; f->field == field && k < f->values->len; k++)
			add(values, ((const FacetValue *)f->values->pdata[k])->value);
	}
	return found != NULL;
}

/* ---- which option has what ------------------------------------------------------------ */

static const struct {
	const char *option;
	/* beside those that options_value() has */
	gboolean (*list)(Index *index, const char *option, GPtrArray *values, GError **error);
} options[] = {
	{ "status", NULL },        { "section", NULL },   { "sort", NULL },
	{ "color", NULL },         { "format", NULL },    { "theme", themes },
	{ "edition", editions },   { "related", pilots }, { "place", facet },
	{ "organisation", facet },
};

static gint compare(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void set_unknown(const char *option, GError **error)
{
	const char *all[G_N_ELEMENTS(options) + 1] = { 0 };

	for (gsize i = 0; i < G_N_ELEMENTS(options); i++)
		all[i] = options[i].option;
	cli_set_unknown(error, "option with values", option, all);
}

GPtrArray *values_of(Index *index, const char *option, GError **error)
{
	g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func(g_free);
	gsize i = 0;

	while (i < G_N_ELEMENTS(options) && strcmp(options[i].option, option) != 0)
		i++;
	if (i == G_N_ELEMENTS(options)) {
		set_unknown(option, error);
		return NULL;
	}
	const char *value;
	for (guint k = 0; (value = options_value(option, k)); k++)
		add(values, value);
	if (options[i].list && index && !options[i].list(index, option, values, error))
		return NULL;
	g_ptr_array_sort(values, compare);
	return g_steal_pointer(&values);
}

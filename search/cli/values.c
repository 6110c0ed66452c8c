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
	const Facet *f = found ? results_facet(found, field) : NULL;
	for (guint i = 0; f && i < f->values->len; i++)
		add(values, ((const FacetValue *)f->values->pdata[i])->value);
	return found != NULL;
}

/* ---- which option has what ------------------------------------------------------------ */

typedef gboolean (*ListFunc)(Index *index, const char *option, GPtrArray *values, GError **error);

/* What the index tells, of options that are no facet or know it better. */
static const struct {
	const char *option;
	ListFunc list;
} lists[] = { { "theme", themes }, { "edition", editions }, { "related", pilots } };

static ListFunc list_of(const char *option)
{
	for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
		if (strcmp(lists[i].option, option) == 0)
			return lists[i].list;
	return facet_by_option(option) >= 0 ? facet : NULL;
}

static gint compare(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void set_unknown(const char *option, GError **error)
{
	g_autoptr(GPtrArray) all = g_ptr_array_new();
	const char *name;

	for (guint i = 0; (name = options_name(i)); i++)
		if (list_of(name) || options_value(name, 0))
			g_ptr_array_add(all, (gpointer)name);
	g_ptr_array_add(all, NULL);
	cli_set_unknown(error, "option with values", option, (const char *const *)all->pdata);
}

GPtrArray *values_of(Index *index, const char *option, GError **error)
{
	g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func(g_free);
	const char *value;
	guint n = 0;

	for (; (value = options_value(option, n)); n++)
		add(values, value);
	ListFunc list = n ? NULL : list_of(option);
	if (!n && !list) {
		set_unknown(option, error);
		return NULL;
	}
	if (list && index && !list(index, option, values, error))
		return NULL;
	g_ptr_array_sort(values, compare);
	return g_steal_pointer(&values);
}

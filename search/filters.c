#include "filters.h"

#include <string.h>

#include "active.h"
#include "fields.h"

/* One of the values; adds to `query` a filter that weighs nothing. */
static XapianQuery *filter(const Index *index, XapianQuery *query, gboolean phrases,
			   const Field *field, char *const *values, guint n)
{
	g_autoptr(GPtrArray) ways =
		g_ptr_array_new_with_free_func((GDestroyNotify)xapian_query_free);
	g_autoptr(XapianQuery) before = query;

	if (!n)
		return g_steal_pointer(&before);
	for (guint i = 0; i < n; i++)
		g_ptr_array_add(ways, query_filter(index->context, field, values[i]));
	g_autoptr(XapianQuery) any =
		xapian_query_combine(XAPIAN_OR, (XapianQuery *const *)ways->pdata, n, 0);
	return query_among(before, any, phrases);
}

static XapianQuery *filter_months(const Request *r, XapianQuery *query, gboolean phrases)
{
	if (!r->in_months)
		return query;
	g_autoptr(XapianQuery) before = query;
	g_autoptr(XapianQuery) active = active_query(r->from, r->to);
	return query_among(before, active, phrases);
}

/* Without the older editions: these are few, so it costs less to leave them out than to look
 * for the others. */
static XapianQuery *only_latest(XapianQuery *take)
{
	g_autoptr(XapianQuery) query = take;
	g_autofree char *term = g_strconcat(fields[FIELD_LAATSTE].prefix, LATEST_NOT, NULL);
	g_autoptr(XapianQuery) older = xapian_query_term(term);

	return xapian_query_pair(XAPIAN_AND_NOT, query, older);
}

XapianQuery *filters_apply(const Index *index, const Request *r, const XapianQuery *query,
			   gboolean phrases, FacetId without)
{
	XapianQuery *q = xapian_query_copy(query);

	for (FacetId i = 0; i < N_FACETS; i++)
		if (i != without)
			q = filter(index, q, phrases, field_by_facet(i),
				   (char *const *)r->chosen[i]->pdata, r->chosen[i]->len);
	q = filter_months(r, q, phrases);
	if (r->editions == EDITIONS_LATEST)
		return only_latest(q);
	return filter(index, q, phrases, &fields[FIELD_EDITIE], &r->date, r->date ? 1 : 0);
}

/* ---- facets ------------------------------------------------------------------------ */

static gboolean count_values(const char *joined, guint count, gpointer user)
{
	GHashTable *counts = user;
	g_auto(GStrv) values = g_strsplit(joined, VALUE_SEPARATOR, -1);

	for (char **v = values; *v && **v; v++) {
		guint before = GPOINTER_TO_UINT(g_hash_table_lookup(counts, *v));
		g_hash_table_insert(counts, g_strdup(*v), GUINT_TO_POINTER(before + count));
	}
	return TRUE;
}

static void facet_value_free(gpointer data)
{
	FacetValue *v = data;

	g_free(v->value);
	g_free(v);
}

static gint compare_values(gconstpointer a, gconstpointer b)
{
	const FacetValue *x = *(FacetValue *const *)a, *y = *(FacetValue *const *)b;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return strcmp(x->value, y->value);
}

/* Two digits tell what an estimate tells. */
static guint estimate(guint count, double factor)
{
	guint about = (guint)(count * factor + 0.5), unit = 1;

	while (about / unit >= 100)
		unit *= 10;
	return (about + unit / 2) / unit * unit;
}

static gboolean add_facet(Results *r, const Field *field, const XapianMatches *matches,
			  GError **error)
{
	guint total = xapian_matches_estimated(matches);
	guint counted = xapian_matches_counted(matches, (guint32)field->slot);
	gboolean part = counted && counted < xapian_matches_lower_bound(matches);
	double factor = part ? (double)total / counted : 1;
	g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	GHashTableIter iter;
	gpointer value, count;

	if (!xapian_matches_values(matches, field->slot, count_values, counts, error))
		return FALSE;
	Facet *f = g_new(Facet, 1);
	*f = (Facet) { field, g_ptr_array_new_with_free_func(facet_value_free), part };
	g_hash_table_iter_init(&iter, counts);
	while (g_hash_table_iter_next(&iter, &value, &count)) {
		FacetValue *v = g_new(FacetValue, 1);
		*v = (FacetValue) { g_strdup(value),
				    part ? estimate(GPOINTER_TO_UINT(count), factor)
					 : GPOINTER_TO_UINT(count) };
		g_ptr_array_add(f->values, v);
	}
	g_ptr_array_sort(f->values, compare_values);
	g_ptr_array_add(r->facets, f);
	return TRUE;
}

static gboolean add_own_facet(Results *r, const Index *index, const Request *request,
			      const Query *query, FacetId facet, GError **error)
{
	g_autoptr(XapianQuery) wider =
		filters_apply(index, request, query->xapian, query_has_phrases(query), facet);
	g_autoptr(XapianEnquire) enquire = xapian_enquire_new(index->reader, error);
	const Field *field = field_by_facet(facet);

	if (!enquire || !xapian_enquire_set_query(enquire, wider, error) ||
	    !xapian_enquire_set_weighting(enquire, XAPIAN_WEIGHT_BOOL, NULL, 0, error))
		return FALSE;
	xapian_enquire_count_values(enquire, (guint32)field->slot);
	g_autoptr(XapianMatches) matches = xapian_enquire_run(enquire, 0, 0, EXACT_COUNT, error);
	return matches && add_facet(r, field, matches, error);
}

void facets_count(XapianEnquire *enquire, const Request *request)
{
	for (FacetId i = 0; i < N_FACETS; i++)
		if (request_has_facet(request, i))
			xapian_enquire_count_values(enquire, (guint32)field_by_facet(i)->slot);
}

gboolean facets_fill(Results *r, const Index *index, const Request *request, const Query *query,
		     const XapianMatches *matches, GError **error)
{
	for (FacetId i = 0; i < N_FACETS; i++) {
		if (!request_has_facet(request, i))
			continue;
		gboolean ok = request->chosen[i]->len
				      ? add_own_facet(r, index, request, query, i, error)
				      : add_facet(r, field_by_facet(i), matches, error);
		if (!ok)
			return FALSE;
	}
	return TRUE;
}

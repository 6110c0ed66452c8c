#include "overview.h"

#include <string.h>

#include "dated.h"
#include "fields.h"
#include "looptijd.h"
#include "search.h"

/* The newest edition of each pilot: GPtrArray of Pilot *; NULL without an error where there are
 * too many to read. */
static GPtrArray *newest_pilots(Index *index, GError **error)
{
	if (xapian_reader_doccount(index->reader, error) > OVERVIEW_MOST)
		return NULL;
	g_autofree char *term = field_term(&fields[FIELD_LAATSTE], LATEST);
	g_autoptr(GArray) ids = xapian_reader_docids(index->reader, term, error);
	g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func((GDestroyNotify)pilot_free);

	for (guint i = 0; ids && i < ids->len; i++) {
		g_autoptr(XapianDoc) doc = xapian_reader_document(
			index->reader, g_array_index(ids, guint32, i), error);
		Pilot *p = doc ? index_read_pilot(index, doc, error) : NULL;
		if (!p)
			return NULL;
		g_ptr_array_add(all, p);
	}
	return ids ? g_steal_pointer(&all) : NULL;
}

static gboolean is_of(const Pilot *p, const Theme *theme)
{
	return !theme || g_ptr_array_find_with_equal_func(p->facets[FACET_THEMA], theme->name,
							  g_str_equal, NULL);
}

/* Of few pilots they are counted one by one: that is less work than a search for each theme. */
static void spread_of(const GPtrArray *pilots, const Theme *theme, Spread *s)
{
	*s = (Spread) { .theme = theme };
	for (guint i = 0; i < pilots->len; i++) {
		const Pilot *p = pilots->pdata[i];
		if (!is_of(p, theme))
			continue;
		s->total++;
		s->by_status[p->status]++;
	}
}

/* The same as a search tells it. */
static gboolean spread_found(Index *index, const Theme *theme, Spread *s, GError **error)
{
	g_autoptr(Request) request = request_new();

	request->limit = 0;
	request->facets = TRUE;
	if (theme)
		request_choose(request, FACET_THEMA, theme->name);
	g_autoptr(Results) r = search(index, request, error);
	if (!r)
		return FALSE;
	*s = (Spread) { .theme = theme, .total = r->total, .estimated = r->estimated };
	for (guint i = 0; i < r->facets->len; i++) {
		const Facet *f = r->facets->pdata[i];
		if (strcmp(f->field->name, facets[FACET_STATUS].name) != 0)
			continue;
		s->estimated |= f->estimated;
		for (guint k = 0; k < f->values->len; k++) {
			const FacetValue *v = f->values->pdata[k];
			int status = status_from(v->value);
			if (status >= 0)
				s->by_status[status] = v->count;
		}
	}
	return TRUE;
}

GArray *overview_themes(Index *index, GError **error)
{
	g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Spread));
	GError *failed = NULL;
	g_autoptr(GPtrArray) pilots = newest_pilots(index, &failed);

	if (failed) {
		g_propagate_error(error, failed);
		return NULL;
	}
	for (guint i = 0; i <= index->themes->len; i++) {
		Spread s;
		const Theme *theme = i < index->themes->len ? index->themes->pdata[i] : NULL;
		if (pilots)
			spread_of(pilots, theme, &s);
		else if (!spread_found(index, theme, &s, error))
			return NULL;
		g_array_append_val(all, s);
	}
	return g_steal_pointer(&all);
}

/* ---- quarters ---------------------------------------------------------------------------------
 */

void quarters_free(Quarters *q)
{
	if (!q)
		return;
	g_array_unref(q->quarters);
	g_free(q);
}

/* The first month of all periods; PERIOD_OPEN when it is not known. */
static int start_of(const Pilot *p)
{
	int start = p->periods->len ? G_MAXINT : PERIOD_OPEN;

	for (guint i = 0; i < p->periods->len; i++) {
		int from = g_array_index(p->periods, Period, i).from;
		if (from == PERIOD_OPEN)
			return PERIOD_OPEN;
		start = MIN(start, from);
	}
	return start;
}

static void count(Quarters *q, int month, gboolean ends)
{
	if (month == PERIOD_OPEN) {
		*(ends ? &q->no_end : &q->no_start) += 1;
		return;
	}
	Quarter *at = &g_array_index(q->quarters, Quarter, (month - q->first) / 3);
	*(ends ? &at->ends : &at->starts) += 1;
}

/* As many as there are from the first to the last month. */
static void span(Quarters *q, const GPtrArray *pilots)
{
	int first = G_MAXINT, last = 0;

	for (guint i = 0; i < pilots->len; i++) {
		const int months[] = { start_of(pilots->pdata[i]), dated_end(pilots->pdata[i]) };
		for (gsize k = 0; k < G_N_ELEMENTS(months); k++) {
			if (months[k] == PERIOD_OPEN)
				continue;
			first = MIN(first, months[k]);
			last = MAX(last, months[k]);
		}
	}
	if (last < first)
		return;
	q->first = first - first % 3;
	g_array_set_size(q->quarters, (guint)(last - q->first) / 3 + 1);
}

Quarters *overview_quarters(Index *index, GError **error)
{
	g_autoptr(GPtrArray) pilots = newest_pilots(index, error);
	if (!pilots)
		return NULL;
	Quarters *q = g_new0(Quarters, 1);
	q->quarters = g_array_new(FALSE, TRUE, sizeof(Quarter));
	span(q, pilots);
	for (guint i = 0; i < pilots->len; i++) {
		count(q, start_of(pilots->pdata[i]), FALSE);
		count(q, dated_end(pilots->pdata[i]), TRUE);
	}
	return q;
}

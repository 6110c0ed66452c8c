#include "nearvalue.h"

#include <string.h>

#include "dates.h"
#include "usage.h"

typedef struct {
	Index *index;
	RelaxSearch search_once;
	Results *results;
} Teller;

/* All pilots that have one value of a facet (value NULL: all there are), with counts of facets. */
static Results *with_value(const Teller *t, FacetId facet, const char *value, GError **error)
{
	g_autoptr(Request) request = request_new();

	request->limit = 0;
	request->facets = TRUE;
	request->editions = EDITIONS_ALL;
	if (value)
		request_choose(request, facet, value);
	g_autoptr(Asked) asked = asked_new(t->index, request, error);
	return asked ? t->search_once(t->index, request, asked, error) : NULL;
}

static void tell(const Teller *t, const Field *field, const char *param, const char *value,
		 const char *near, char *notice)
{
	NearValue *n = g_new(NearValue, 1);

	*n = (NearValue) { field, param, g_strdup(value), g_strdup(near) };
	g_ptr_array_add(t->results->near, n);
	g_ptr_array_add(t->results->notices, notice);
}

/* The value of the facet that looks most like it, whatever its capitals; NULL for none. The caller
 * frees. */
static char *nearest(const Results *all, const Field *field, const char *value)
{
	g_autofree char *typed = dutch_fold(value);
	g_autoptr(GPtrArray) folded = g_ptr_array_new_with_free_func(g_free);
	const Facet *facet = results_facet(all, field);

	for (guint i = 0; facet && i < facet->values->len; i++)
		g_ptr_array_add(folded,
				dutch_fold(((const FacetValue *)facet->values->pdata[i])->value));
	g_ptr_array_add(folded, NULL);
	const char *near = cli_nearest(typed, (const char *const *)folded->pdata);
	guint place;
	if (!near || !g_ptr_array_find(folded, near, &place))
		return NULL;
	return g_strdup(((const FacetValue *)facet->values->pdata[place])->value);
}

static gboolean tell_facet(const Teller *t, FacetId facet, const char *value, GError **error)
{
	const Field *field = field_by_facet(facet);
	g_autoptr(Results) own = with_value(t, facet, value, error);

	if (!own || own->total)
		return own != NULL;
	g_autoptr(Results) all = with_value(t, facet, NULL, error);
	if (!all)
		return FALSE;
	g_autofree char *near = nearest(all, field, value);
	tell(t, field, field->name, value, near,
	     g_strdup_printf("Geen pilot heeft %s ‘%s’.%s%s%s", field->name, value,
			     near ? " Bedoelde u ‘" : "", near ? near : "", near ? "’?" : ""));
	return TRUE;
}

/* The latest reference date that is not later; else the first there is. NULL for one that exists.
 */
static const char *date_before(const Index *index, const char *date)
{
	const char *near = NULL;

	for (guint i = 0; i < index->documents->len; i++) {
		const char *own = ((const Document *)index->documents->pdata[i])->reference_date;
		if (own && strcmp(own, date) == 0)
			return NULL;
		if (own && (!near || strcmp(own, date) < 0))
			near = own;
	}
	return near;
}

static void tell_date(const Teller *t, const char *date)
{
	const char *near = date_before(t->index, date);

	if (!near)
		return;
	g_autofree char *asked = date_long(date), *other = date_long(near);
	tell(t, &fields[FIELD_EDITIE], "editie", date, near,
	     g_strdup_printf("Er is geen peildatum %s. Bedoelde u %s?", asked, other));
}

gboolean nearvalue_tell(Index *index, const Request *request, RelaxSearch search_once, Results *r,
			GError **error)
{
	const Teller t = { index, search_once, r };

	for (FacetId f = 0; f < N_FACETS; f++) {
		const GPtrArray *values = request->chosen[f];
		gboolean look = facets[f].named && (!r->total || values->len > 1);
		for (guint i = 0; look && i < values->len; i++)
			if (!tell_facet(&t, f, values->pdata[i], error))
				return FALSE;
	}
	if (!r->total && request->date)
		tell_date(&t, request->date);
	return TRUE;
}

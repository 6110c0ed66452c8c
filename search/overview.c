#include "overview.h"

#include <string.h>

#include "fields.h"
#include "search.h"

/* The pilots of a theme, or all of them. */
static gboolean spread(Index *index, const Theme *theme, Spread *s, GError **error)
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

	for (guint i = 0; i <= index->themes->len; i++) {
		Spread s;
		const Theme *theme = i < index->themes->len ? index->themes->pdata[i] : NULL;
		if (!spread(index, theme, &s, error))
			return NULL;
		g_array_append_val(all, s);
	}
	return g_steal_pointer(&all);
}

#include "relax.h"

#define MOST_PARTS 6 /* of a query: each costs a search */
#define NAMED 3      /* pilots that are named */

/* What is tried beside, and where what it brings goes. */
typedef struct {
	Index *index;
	const Request *request;
	const Asked *asked;
	RelaxSearch search_once;
	Results *results;
} Attempt;

/* One search with something left out; notes it when it brings more. Takes both texts. */
static gboolean attempt(const Attempt *t, const Request *less, const Asked *asked, char *what,
			char *left, GError **error)
{
	Request request = *less;
	g_autofree char *without = what, *query = left;

	request.limit = NAMED;
	request.offset = 0;
	request.facets = FALSE;
	g_autoptr(Results) found = t->search_once(t->index, &request, asked, error);
	if (!found)
		return FALSE;
	if (found->total_full <= t->results->total_full)
		return TRUE;
	Relaxed *m = g_new(Relaxed, 1);
	*m = (Relaxed) { g_steal_pointer(&without), asked != t->asked, g_steal_pointer(&query),
			 found->total_full,
			 g_ptr_array_new_with_free_func((GDestroyNotify)pilot_free) };
	for (guint i = 0; i < found->hits->len; i++) {
		const Hit *hit = found->hits->pdata[i];
		if (hit->full)
			g_ptr_array_add(m->pilots, pilot_ref(hit->pilot));
	}
	g_ptr_array_add(t->results->relaxed, m);
	return TRUE;
}

/* Each of the words that are all wanted. */
static gboolean without_words(const Attempt *t, GError **error)
{
	g_autoptr(QueryNode) node = query_node_copy(t->asked->node);
	Asked asked = *t->asked;

	if (!node || node->kind != NODE_AND || asked.mode != QUERY_WORDS ||
	    node->children->len > MOST_PARTS)
		return TRUE;
	asked.node = node;
	for (guint i = 0; i < node->children->len; i++) {
		QueryNode *left_out = g_ptr_array_steal_index(node->children, i);
		g_autofree char *word = query_node_text(left_out);
		gboolean ok = attempt(t, t->request, &asked, g_strdup_printf("‘%s’", word),
				      query_node_text(node), error);
		g_ptr_array_insert(node->children, (gint)i, left_out);
		if (!ok)
			return FALSE;
	}
	return TRUE;
}

/* Each of the filters, whole. */
static gboolean without_filters(const Attempt *t, GError **error)
{
	g_autoptr(GPtrArray) none = g_ptr_array_new();

	for (FacetId f = 0; f < N_FACETS; f++) {
		Request less = *t->request;
		if (!less.chosen[f]->len || f == FACET_SOORT) /* others are of another index */
			continue;
		less.chosen[f] = none;
		if (!attempt(t, &less, t->asked,
			     g_strdup_printf("het filter op %s", facets[f].name),
			     g_strdup(less.query), error))
			return FALSE;
	}
	Request less = *t->request;
	less.in_months = FALSE;
	return !t->request->in_months ||
	       attempt(t, &less, t->asked, g_strdup("het filter op looptijd"), g_strdup(less.query),
		       error);
}

gboolean relax_find(Index *index, const Request *request, const Asked *asked,
		    RelaxSearch search_once, Results *r, GError **error)
{
	const Attempt t = { index, request, asked, search_once, r };

	return without_words(&t, error) && (!request->query || without_filters(&t, error));
}

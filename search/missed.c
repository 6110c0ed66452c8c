#include "missed.h"

#include "parse.h"

#define MOST_PARTS 6 /* of a query: each costs a search */
#define NAMED 3      /* pilots that are named */

/* One search with something left out; notes it when it brings more. Takes what. */
static gboolean attempt(Index *index, const Request *one, gboolean is_word, char *what,
			MissedSearch search_once, Results *r, GError **error)
{
	Request request = *one;
	g_autofree char *without = what;

	request.limit = NAMED;
	request.offset = 0;
	request.facets = FALSE;
	g_autoptr(Results) found = search_once(index, &request, error);
	if (!found)
		return FALSE;
	if (found->total_full <= r->total_full)
		return TRUE;
	Missed *m = g_new(Missed, 1);
	*m = (Missed) { g_steal_pointer(&without), is_word, g_strdup(request.query),
			found->total_full,
			g_ptr_array_new_with_free_func((GDestroyNotify)pilot_free) };
	for (guint i = 0; i < found->hits->len; i++) {
		const Hit *hit = found->hits->pdata[i];
		if (hit->full)
			g_ptr_array_add(m->pilots, pilot_ref(hit->pilot));
	}
	g_ptr_array_add(r->missed, m);
	return TRUE;
}

/* Each of the words that are all wanted. */
static gboolean without_words(Index *index, const Request *request, MissedSearch search_once,
			      Results *r, GError **error)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(QueryNode) node = request->query ? query_parse(request->query, notices) : NULL;

	if (!node || node->kind != NODE_AND || node->children->len > MOST_PARTS)
		return TRUE;
	for (guint i = 0; i < node->children->len; i++) {
		QueryNode *left_out = g_ptr_array_steal_index(node->children, i);
		g_autofree char *word = query_node_text(left_out);
		g_autofree char *rest = query_node_text(node);
		Request one = *request;
		one.query = rest;
		gboolean ok = attempt(index, &one, TRUE, g_strdup_printf("‘%s’", word), search_once,
				      r, error);
		g_ptr_array_insert(node->children, (gint)i, left_out);
		if (!ok)
			return FALSE;
	}
	return TRUE;
}

/* Each of the filters, whole. */
static gboolean without_filters(Index *index, const Request *request, MissedSearch search_once,
				Results *r, GError **error)
{
	g_autoptr(GPtrArray) none = g_ptr_array_new();

	for (FacetId f = 0; request->query && f < N_FACETS; f++) {
		Request one = *request;
		if (!one.chosen[f]->len)
			continue;
		one.chosen[f] = none;
		if (!attempt(index, &one, FALSE,
			     g_strdup_printf("het filter op %s", facets[f].name), search_once, r,
			     error))
			return FALSE;
	}
	if (!request->query || !request->in_months)
		return TRUE;
	Request one = *request;
	one.in_months = FALSE;
	return attempt(index, &one, FALSE, g_strdup("het filter op looptijd"), search_once, r,
		       error);
}

gboolean missed_find(Index *index, const Request *request, MissedSearch search_once, Results *r,
		     GError **error)
{
	return without_words(index, request, search_once, r, error) &&
	       without_filters(index, request, search_once, r, error);
}

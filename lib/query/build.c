/* From the tree of a query to a query of Xapian. */
#include "leaves.h"

/* The two readings of a tree: every word that is asked for, or any of them. NULL
 * is "nothing asked". */
typedef struct {
	XapianQuery *full, *any;
} Pair;

static Pair build_node(Build *b, const QueryNode *node);

/* What must not match never counts as asked for: built apart, its leaves dropped. */
static XapianQuery *build_excluded(Build *b, const QueryNode *node)
{
	guint leaves = b->query->leaves->len;
	g_autoptr(GHashTable) terms = b->query->terms;

	b->query->terms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, leaf_terms_unref);
	Pair p = build_node(b, node->children->pdata[0]);
	g_hash_table_unref(b->query->terms);
	b->query->terms = g_steal_pointer(&terms);
	g_ptr_array_set_size(b->query->leaves, leaves);
	xapian_query_free(p.any);
	return p.full;
}

/* Children that are stop words go, unless there is nothing else. */
static gboolean only_stop_words(Build *b, const QueryNode *node)
{
	for (guint i = 0; i < node->children->len; i++)
		if (!leaf_is_stop(b, node->children->pdata[i]))
			return FALSE;
	return TRUE;
}

static XapianQuery *restrict_to(XapianQuery *query, XapianOp op, QueryList *others)
{
	for (guint i = 0; i < others->len; i++) {
		g_autoptr(XapianQuery) before = query ? query : xapian_query_all();
		query = xapian_query_pair(op, before, others->pdata[i]);
	}
	return query;
}

static Pair build_branch(Build *b, const QueryNode *node)
{
	QueryList *full = list_new(), *any = list_new();
	g_autoptr(GPtrArray) filters = list_new();
	g_autoptr(GPtrArray) excluded = list_new();
	gboolean keep_stop = only_stop_words(b, node);

	for (guint i = 0; i < node->children->len; i++) {
		const QueryNode *child = node->children->pdata[i];
		if (!keep_stop && leaf_is_stop(b, child)) {
			g_ptr_array_add(b->query->ignored, g_strdup(child->text));
		} else if (child->kind == NODE_NOT && node->kind == NODE_AND) {
			g_ptr_array_add(excluded, build_excluded(b, child));
		} else if (child->kind == NODE_FILTER && node->kind == NODE_AND) {
			g_ptr_array_add(filters, leaf_build(b, child));
		} else {
			Pair p = build_node(b, child);
			g_ptr_array_add(full, p.full);
			g_ptr_array_add(any, p.any);
		}
	}
	Pair p = { list_combine(node->kind == NODE_AND ? XAPIAN_AND : XAPIAN_OR, full),
		   list_combine(XAPIAN_OR, any) };
	p.full = restrict_to(restrict_to(p.full, XAPIAN_FILTER, filters), XAPIAN_AND_NOT, excluded);
	p.any = restrict_to(restrict_to(p.any, XAPIAN_FILTER, filters), XAPIAN_AND_NOT, excluded);
	return p;
}

static Pair build_node(Build *b, const QueryNode *node)
{
	switch (node->kind) {
	case NODE_AND:
	case NODE_OR: return build_branch(b, node);
	case NODE_NOT: {
		g_autoptr(XapianQuery) all = xapian_query_all();
		g_autoptr(XapianQuery) excluded = build_excluded(b, node);
		XapianQuery *rest = xapian_query_pair(XAPIAN_AND_NOT, all, excluded);
		return (Pair) { rest, xapian_query_copy(rest) };
	}
	default: {
		XapianQuery *leaf = leaf_build(b, node);
		return (Pair) { leaf, xapian_query_copy(leaf) };
	}
	}
}

/* TRUE when some word of the tree may lack in a hit of "any". */
static gboolean can_be_partial(const QueryNode *node)
{
	guint asked = 0;

	if (!node->children)
		return FALSE;
	for (guint i = 0; i < node->children->len; i++) {
		const QueryNode *child = node->children->pdata[i];
		asked += child->kind != NODE_NOT && child->kind != NODE_FILTER;
		if (child->kind != NODE_NOT && can_be_partial(child))
			return TRUE;
	}
	return node->kind == NODE_AND && asked > 1;
}

/* any, with a fixed weight on top for what has it all. */
static XapianQuery *full_on_top(const Pair *p)
{
	g_autoptr(XapianQuery) fixed = xapian_query_fixed(QUERY_FULL);
	g_autoptr(XapianQuery) bonus = xapian_query_pair(XAPIAN_FILTER, fixed, p->full);

	return xapian_query_pair(XAPIAN_OR, p->any, bonus);
}

Query *query_new(const QueryContext *context, const QueryNode *node, GError **error)
{
	Query *q = g_new0(Query, 1);
	Build b = { .context = context, .query = q };
	Pair p = { NULL, NULL };

	q->leaves = g_ptr_array_new_with_free_func(leaf_free);
	q->terms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, leaf_terms_unref);
	q->ignored = g_ptr_array_new_with_free_func(g_free);
	q->understood = query_node_text(node);
	if (node)
		p = build_node(&b, node);
	q->partial = p.full && p.any && q->leaves->len > 1 && can_be_partial(node);
	if (q->partial)
		q->xapian = full_on_top(&p);
	else
		q->xapian = p.full ? xapian_query_copy(p.full) : xapian_query_all();
	xapian_query_free(p.full);
	xapian_query_free(p.any);
	if (!b.error)
		return q;
	g_propagate_error(error, b.error);
	query_free(q);
	return NULL;
}

void query_free(Query *q)
{
	if (!q)
		return;
	g_ptr_array_unref(q->leaves);
	g_hash_table_unref(q->terms);
	g_ptr_array_unref(q->ignored);
	g_free(q->understood);
	xapian_query_free(q->xapian);
	g_free(q);
}

const char *query_via_name(QueryVia via)
{
	static const char *const names[N_VIAS] = {
		[VIA_EXACT] = "exact",
		[VIA_STEM] = "woordvorm",
		[VIA_JOINED] = "samengeschreven",
		[VIA_WILDCARD] = "jokerteken",
	};
	return names[via];
}

/* From the tree of a query to a query of Xapian. */
#include <string.h>

#include "leaves.h"
#include "terms.h"

static QueryPair build_node(Build *b, const QueryNode *node);

/* Term of the index -> GArray of QueryTerm. */
static GHashTable *terms_new(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
				     (GDestroyNotify)g_array_unref);
}

/* What must not match never counts as asked for: built apart, its leaves dropped. */
static XapianQuery *build_excluded(Build *b, const QueryNode *node)
{
	guint leaves = b->query->leaves->len;
	g_autoptr(GHashTable) terms = b->query->terms;

	b->query->terms = terms_new();
	QueryPair p = build_node(b, node->children->pdata[0]);
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

XapianQuery *query_among(const XapianQuery *query, const XapianQuery *filter, gboolean phrases)
{
	if (!phrases)
		return xapian_query_pair(XAPIAN_FILTER, query, filter);
	g_autoptr(XapianQuery) all = xapian_query_all();
	g_autoptr(XapianQuery) others = xapian_query_pair(XAPIAN_AND_NOT, all, filter);
	return xapian_query_pair(XAPIAN_AND_NOT, query, others);
}

gboolean query_has_phrases(const Query *q)
{
	for (guint i = 0; i < q->leaves->len; i++) {
		const QueryLeaf *l = q->leaves->pdata[i];
		if (l->phrases->len || l->field)
			return TRUE;
	}
	return FALSE;
}

static XapianQuery *filter_by(Build *b, XapianQuery *query, QueryList *filters)
{
	for (guint i = 0; i < filters->len; i++) {
		g_autoptr(XapianQuery) before = query ? query : xapian_query_all();
		query = query_among(before, filters->pdata[i], query_has_phrases(b->query));
	}
	return query;
}

static XapianQuery *restrict_to(XapianQuery *query, XapianOp op, QueryList *others)
{
	for (guint i = 0; i < others->len; i++) {
		g_autoptr(XapianQuery) before = query ? query : xapian_query_all();
		query = xapian_query_pair(op, before, others->pdata[i]);
	}
	return query;
}

/* The children of a branch while they are gathered. */
typedef struct {
	QueryList *full, *any, *filters, *excluded;
	QueryList *helpers; /* what only helps to rank */
	gboolean keep_stop, weaker;
} Branch;

/* What narrows and does not weigh. */
static gboolean is_filter(const QueryNode *node)
{
	if (node->kind != NODE_AND && node->kind != NODE_OR)
		return node->kind == NODE_FILTER;
	for (guint i = 0; i < node->children->len; i++)
		if (!is_filter(node->children->pdata[i]))
			return FALSE;
	return TRUE;
}

static void gather_child(Build *b, const QueryNode *node, const QueryNode *child, Branch *to)
{
	gboolean dear = g_hash_table_contains(b->dear, child);

	if (dear || (!to->keep_stop && leaf_is_stop(b, child))) {
		g_ptr_array_add(b->query->ignored, g_strdup(child->text));
	} else if (child->kind == NODE_NOT && node->kind == NODE_AND) {
		g_ptr_array_add(to->excluded, build_excluded(b, child));
	} else {
		QueryPair p = build_node(b, child);
		gboolean filter = node->kind == NODE_AND && is_filter(child);
		gboolean helps = child->implied && node->kind == NODE_AND;
		to->weaker |= p.weaker && !helps;
		g_ptr_array_add(filter ? to->filters : helps ? to->helpers : to->full, p.full);
		if (filter || helps)
			xapian_query_free(p.any);
		else
			g_ptr_array_add(to->any, p.any);
	}
}

/* The words of children first..last, when they are plain words of one field. */
static char *expression(const QueryNode *node, guint first, guint last)
{
	const QueryNode *a = node->children->pdata[first];
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = first; i <= last; i++) {
		const QueryNode *child = node->children->pdata[i];
		if (child->kind != NODE_WORD || child->field != a->field)
			return NULL;
		g_string_append_printf(text, "%s%s", i > first ? " " : "", child->text);
	}
	return g_strdup(text->str);
}

/* An expression that the thesaurus knows, from child `first` on: its words, or what
 * the thesaurus says. Returns how many children it took; 0 for none. */
static guint gather_expression(Build *b, const QueryNode *node, guint first, Branch *to)
{
	guint n = MIN(node->children->len - first, THESAURUS_MAX_WORDS);
	QueryPair known = { NULL, NULL, FALSE };

	for (; n > 1 && node->kind == NODE_AND; n--) {
		g_autofree char *text = expression(node, first, first + n - 1);
		known = text ? leaf_build_expression(b, node->children->pdata[first], text) : known;
		if (known.any)
			break;
	}
	if (!known.any)
		return 0;
	Branch words = { query_list_new(),
			 query_list_new(),
			 to->filters,
			 to->excluded,
			 to->helpers,
			 FALSE,
			 TRUE };
	for (guint i = first; i < first + n; i++)
		gather_child(b, node, node->children->pdata[i], &words);
	g_autoptr(XapianQuery) all = query_list_combine(XAPIAN_AND, words.full);
	g_autoptr(XapianQuery) same = known.full ? known.full : xapian_query_nothing();
	g_ptr_array_add(to->full,
			all ? xapian_query_pair(XAPIAN_OR, all, same) : g_steal_pointer(&same));
	g_ptr_array_add(words.any, known.any);
	g_ptr_array_add(to->any, query_list_combine(XAPIAN_OR, words.any));
	to->weaker = TRUE;
	return n;
}

static gboolean is_plain_word(const QueryNode *node)
{
	return node->kind == NODE_WORD && strlen(node->text) > 2 && !strpbrk(node->text, "-(. ");
}

/* Dutch writes as one what is often typed as two. */
static void gather_joined(Build *b, const QueryNode *node, Branch *to)
{
	for (guint i = 0; node->kind == NODE_AND && i + 1 < node->children->len; i++) {
		const QueryNode *left = node->children->pdata[i];
		const QueryNode *right = node->children->pdata[i + 1];
		XapianQuery *joined = NULL;
		if (is_plain_word(left) && is_plain_word(right) && left->field == right->field)
			joined = leaf_build_joined(b, left, right);
		if (!joined)
			continue;
		g_ptr_array_add(to->any, joined);
		to->weaker = TRUE;
	}
}

static QueryPair build_branch(Build *b, const QueryNode *node)
{
	g_autoptr(GPtrArray) filters = query_list_new();
	g_autoptr(GPtrArray) excluded = query_list_new();
	g_autoptr(GPtrArray) helpers = query_list_new();
	Branch branch = { query_list_new(), query_list_new(),         filters, excluded,
			  helpers,          only_stop_words(b, node), FALSE };

	for (guint i = 0, n; i < node->children->len; i += n) {
		n = gather_expression(b, node, i, &branch);
		if (n == 0) {
			gather_child(b, node, node->children->pdata[i], &branch);
			n = 1;
		}
	}
	gather_joined(b, node, &branch);
	gboolean weaker = branch.weaker || (node->kind == NODE_AND && branch.full->len > 1);
	QueryPair p = { query_list_combine(node->kind == NODE_AND ? XAPIAN_AND : XAPIAN_OR,
					   branch.full),
			query_list_combine(XAPIAN_OR, branch.any), weaker };
	p.full = restrict_to(filter_by(b, p.full, filters), XAPIAN_AND_NOT, excluded);
	p.any = restrict_to(filter_by(b, p.any, filters), XAPIAN_AND_NOT, excluded);
	p.full = restrict_to(p.full, XAPIAN_AND_MAYBE, helpers);
	p.any = restrict_to(p.any, XAPIAN_AND_MAYBE, helpers);
	return p;
}

static QueryPair build_node(Build *b, const QueryNode *node)
{
	switch (node->kind) {
	case NODE_AND:
	case NODE_OR: return build_branch(b, node);
	case NODE_NOT: {
		g_autoptr(XapianQuery) all = xapian_query_all();
		g_autoptr(XapianQuery) excluded = build_excluded(b, node);
		XapianQuery *rest = xapian_query_pair(XAPIAN_AND_NOT, all, excluded);
		return (QueryPair) { rest, xapian_query_copy(rest), FALSE };
	}
	default: return leaf_build(b, node);
	}
}

/* any, with a fixed weight on top for what has it all. */
static XapianQuery *full_on_top(const QueryPair *p)
{
	g_autoptr(XapianQuery) fixed = xapian_query_fixed(QUERY_FULL);
	g_autoptr(XapianQuery) full = xapian_query_scale(p->full, 0);
	g_autoptr(XapianQuery) bonus = xapian_query_pair(XAPIAN_AND_MAYBE, full, fixed);

	return xapian_query_pair(XAPIAN_OR, p->any, bonus);
}

/* The query in words, and what the thesaurus added to each of its leaves. */
static char *understood(const Query *q, const QueryNode *node)
{
	g_autofree char *text = query_node_text(node);
	g_autoptr(GString) out = g_string_new(text);

	for (guint i = 0; i < q->leaves->len; i++) {
		const QueryLeaf *l = q->leaves->pdata[i];
		if (!l->others->len)
			continue;
		g_string_append_printf(out, "%s %s → ",
				       strstr(out->str, "; ook:") ? "," : "; ook:", l->text);
		for (guint k = 0; k < l->others->len; k++)
			g_string_append_printf(out, "%s%s", k ? " | " : "",
					       (const char *)l->others->pdata[k]);
	}
	return g_strdup(out->str);
}

/* ---- what it may cost ------------------------------------------------------------------- */

/* Pilots that may be looked at for the words of a query, all in all: Xapian looks at each pilot
 * of each word. Of a question any word will do, so it may cost less. */
#define MOST_POSTINGS 500000
#define MOST_OF_QUESTION 250000
#define SMALL_PART 100 /* words of a query, about: fewer pilots than this part need no count */

typedef struct {
	const QueryNode *node;
	guint pilots;
	gboolean stop;
} Price;

static void list_prices(Build *b, const QueryNode *node, GArray *prices)
{
	for (guint i = 0; node->children && i < node->children->len; i++)
		list_prices(b, node->children->pdata[i], prices);
	if (node->kind != NODE_WORD)
		return;
	const Expression *w = query_expression(b->context, node->text);
	Price p = { node, 0, w->stop };
	for (guint i = 0; i < w->tokens->len; i++)
		p.pilots += w->stop ? query_frequency(b->context, "", expression_token(w, i)->exact)
				    : query_frequency(b->context, TERM_STEM,
						      expression_token(w, i)->stem) +
					      query_frequency(b->context, TERM_PART,
							      expression_token(w, i)->stem);
	g_array_append_val(prices, p);
}

/* Beside other words stop words are not looked for. */
static void drop_stop_words(GArray *prices)
{
	guint others = 0;

	for (guint i = 0; i < prices->len; i++)
		others += !g_array_index(prices, Price, i).stop;
	for (guint i = prices->len; others && i-- > 0;)
		if (g_array_index(prices, Price, i).stop)
			g_array_remove_index(prices, i);
}

static gint by_pilots(gconstpointer a, gconstpointer b)
{
	const Price *x = a, *y = b;
	return x->pilots < y->pilots ? -1 : x->pilots > y->pilots;
}

/* The stems of words below a node. */
static void list_asked(Build *b, const QueryNode *node)
{
	for (guint i = 0; node->children && i < node->children->len; i++)
		list_asked(b, node->children->pdata[i]);
	if (node->kind != NODE_WORD)
		return;
	const Expression *w = query_expression(b->context, node->text);
	for (guint i = 0; i < w->tokens->len; i++)
		if (expression_token(w, i)->kind == DUTCH_WORD)
			g_hash_table_add(b->asked, expression_token(w, i)->stem);
}

#define FEW_WORDS 12 /* more need no weaker ways, where there are pilots enough */
#define FEW_PILOTS 5000

static guint count_words(const QueryNode *node)
{
	guint n = node->kind == NODE_WORD;

	for (guint i = 0; node->children && i < node->children->len; i++)
		n += count_words(node->children->pdata[i]);
	return n;
}

/* Leaves out the most common words once the rest is all that a query may cost; the rarest
 * one stays. In a collection of some thousands this never happens. */
static void find_dear(Build *b, const QueryNode *node)
{
	guint64 most = b->query->mode == QUERY_QUESTION ? MOST_OF_QUESTION : MOST_POSTINGS, sum = 0;
	g_autoptr(GArray) prices = g_array_new(FALSE, FALSE, sizeof(Price));

	if (b->documents <= most / SMALL_PART)
		return;
	list_prices(b, node, prices);
	drop_stop_words(prices);
	g_array_sort(prices, by_pilots);
	for (guint i = 0; i < prices->len; i++) {
		const Price *p = &g_array_index(prices, Price, i);
		sum += p->pilots;
		if (i == 0 || sum <= most)
			continue;
		g_hash_table_add(b->dear, (gpointer)p->node);
		build_limit(b, "‘%s’ staat in te veel pilots en telt niet mee.", p->node->text);
	}
}

/* Words of which any will do: what matches at all matches wholly. */
static gboolean is_any_of_words(const QueryNode *node)
{
	for (guint i = 0; node && node->kind == NODE_OR && i < node->children->len; i++)
		if (((const QueryNode *)node->children->pdata[i])->kind != NODE_WORD)
			return FALSE;
	return node && node->kind == NODE_OR;
}

static void set_xapian(Query *q, const QueryPair *p, gboolean whole)
{
	q->partial = p->any && q->mode == QUERY_WORDS && !whole && p->weaker;
	if (q->partial)
		q->xapian = full_on_top(p);
	else
		q->xapian = p->any ? xapian_query_copy(p->any) : xapian_query_all();
}

Query *query_new(QueryContext *context, const QueryNode *node, QueryMode mode, GError **error)
{
	Query *q = g_new0(Query, 1);
	g_autoptr(GHashTable) dear = g_hash_table_new(NULL, NULL);
	g_autoptr(GHashTable) asked = g_hash_table_new(g_str_hash, g_str_equal);
	Build b = { .context = context,
		    .query = q,
		    .alone = node && !node->children,
		    .dear = dear,
		    .asked = asked };
	QueryPair p = { NULL, NULL, FALSE };

	q->mode = mode;
	q->leaves = g_ptr_array_new_with_free_func(leaf_free);
	q->terms = terms_new();
	q->ignored = g_ptr_array_new_with_free_func(g_free);
	q->limited = g_ptr_array_new_with_free_func(g_free);
	if (context->reader)
		b.documents = xapian_reader_doccount(context->reader, query_context_error(context));
	if (node) {
		find_dear(&b, node);
		list_asked(&b, node);
		b.spare = b.documents > FEW_PILOTS && count_words(node) > FEW_WORDS;
		if (b.spare)
			build_limit(
				&b,
				"De vraag heeft veel woorden: verwante woorden tellen niet mee.");
		p = build_node(&b, node);
	}
	q->understood = understood(q, node);
	set_xapian(q, &p, b.spare && is_any_of_words(node));
	q->sieve = query_sieve(q);
	xapian_query_free(p.full);
	xapian_query_free(p.any);
	if (query_context_check(context, error))
		return q;
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
	g_ptr_array_unref(q->limited);
	g_free(q->understood);
	xapian_query_free(q->xapian);
	dutch_sieve_free(q->sieve);
	g_free(q);
}

const char *query_via_name(QueryVia via)
{
	static const char *const names[N_VIAS] = {
		[VIA_EXACT] = "exact",
		[VIA_STEM] = "woordvorm",
		[VIA_JOINED] = "samengeschreven",
		[VIA_COMPLETED] = "weglatingsstreepje",
		[VIA_PART] = "samenstelling",
		[VIA_WILDCARD] = "jokerteken",
		[VIA_THESAURUS] = "thesaurus",
		[VIA_PROVINCE] = "provincie",
		[VIA_OWN_PART] = "deel van het zoekwoord",
		[VIA_FAMILY] = "woordfamilie",
	};
	return names[via];
}

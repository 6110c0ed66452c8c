#include "leaves.h"

#include <math.h>
#include <string.h>

#define WILDCARD_LIMIT 50 /* words that one wildcard may stand for */

/* The words of one leaf as the analysis sees them. */
typedef struct {
	GPtrArray *exact;  /* of the words */
	GPtrArray *stems;  /* of the words */
	GPtrArray *joined; /* stems of the joined forms */
	gboolean stop;     /* only stop words */
} Words;

QueryList *list_new(void)
{
	return g_ptr_array_new_with_free_func((GDestroyNotify)xapian_query_free);
}

XapianQuery *list_combine(XapianOp op, QueryList *list)
{
	XapianQuery *q = NULL;

	if (list->len == 1)
		q = xapian_query_copy(list->pdata[0]);
	else if (list->len > 1)
		q = xapian_query_combine(op, (XapianQuery *const *)list->pdata, list->len, 0);
	g_ptr_array_unref(list);
	return q;
}

static void on_token(const DutchToken *t, gpointer user)
{
	Words *w = user;

	if (t->kind == DUTCH_WORD) {
		w->stop = w->stop && t->stop;
		g_ptr_array_add(w->exact, g_strdup(t->exact));
		g_ptr_array_add(w->stems, g_strdup(t->stem));
	} else {
		g_ptr_array_add(w->joined, g_strdup(t->stem));
	}
}

static void words_of(Build *b, const char *text, Words *w)
{
	*w = (Words) { g_ptr_array_new_with_free_func(g_free),
		       g_ptr_array_new_with_free_func(g_free),
		       g_ptr_array_new_with_free_func(g_free), TRUE };
	dutch_analyse(b->context->dutch, text, strlen(text), on_token, w);
}

static void words_clear(Words *w)
{
	g_ptr_array_unref(w->exact);
	g_ptr_array_unref(w->stems);
	g_ptr_array_unref(w->joined);
}

void leaf_free(gpointer data)
{
	QueryLeaf *l = data;

	g_free(l->text);
	if (l->phrase)
		g_ptr_array_unref(l->phrase);
	g_free(l);
}

static guint add_leaf(Build *b, const QueryNode *node)
{
	QueryLeaf *l = g_new0(QueryLeaf, 1);

	*l = (QueryLeaf) { .text = g_strdup(node->text), .field = node->field, .rarity = 1 };
	g_ptr_array_add(b->query->leaves, l);
	return b->query->leaves->len - 1;
}

void leaf_terms_unref(gpointer terms)
{
	g_array_unref(terms);
}

/* Notes that a term answers a leaf, and gives the query for it. */
static XapianQuery *answer(Build *b, guint leaf, const char *kind, const char *word, QueryVia via,
			   double weight)
{
	const QueryLeaf *l = b->query->leaves->pdata[leaf];
	g_autofree char *key = g_strconcat(kind, word, NULL);
	GArray *terms = g_hash_table_lookup(b->query->terms, key);
	const QueryTerm term = { leaf, via, weight };

	if (!terms) {
		terms = g_array_new(FALSE, FALSE, sizeof(QueryTerm));
		g_hash_table_insert(b->query->terms, g_strdup(key), terms);
	}
	g_array_append_val(terms, term);
	g_autofree char *full = g_strconcat(kind, l->field ? l->field->prefix : "", word, NULL);
	return xapian_query_term(full);
}

/* log(N/n): a word that few pilots have tells more. */
static void set_rarity(Build *b, guint leaf, const char *term)
{
	QueryLeaf *l = b->query->leaves->pdata[leaf];

	if (!b->context->reader || b->error)
		return;
	guint n = xapian_reader_termfreq(b->context->reader, term, &b->error);
	guint all = b->error ? 0 : xapian_reader_doccount(b->context->reader, &b->error);
	l->rarity = n && all ? log(1.0 + (double)all / n) : 1;
}

static XapianQuery *build_word(Build *b, const QueryNode *node)
{
	Words w;
	QueryList *ways = list_new(), *words = list_new();

	words_of(b, node->text, &w);
	guint leaf = add_leaf(b, node);
	for (guint i = 0; i < w.stems->len; i++) /* stop words have no stems in the index */
		g_ptr_array_add(words, w.stop ? answer(b, leaf, "", w.exact->pdata[i], VIA_EXACT,
						       1.0 / w.stems->len)
					      : answer(b, leaf, TERM_STEM, w.stems->pdata[i],
						       VIA_STEM, 1.0 / w.stems->len));
	if (w.stems->len) {
		g_autofree char *term = g_strconcat(TERM_STEM, w.stems->pdata[0], NULL);
		set_rarity(b, leaf, term);
	}
	XapianQuery *all = list_combine(XAPIAN_AND, words);
	if (all)
		g_ptr_array_add(ways, all);
	for (guint i = 0; i < w.joined->len; i++)
		g_ptr_array_add(ways,
				answer(b, leaf, TERM_STEM, w.joined->pdata[i], VIA_JOINED, 1));
	words_clear(&w);
	return list_combine(XAPIAN_OR, ways);
}

static XapianQuery *build_phrase(Build *b, const QueryNode *node)
{
	Words w;
	QueryList *words = list_new();

	words_of(b, node->text, &w);
	guint leaf = add_leaf(b, node);
	QueryLeaf *l = b->query->leaves->pdata[leaf];
	l->phrase = g_ptr_array_ref(w.exact);
	for (guint i = 0; i < w.exact->len; i++)
		g_ptr_array_add(words, xapian_query_term(w.exact->pdata[i]));
	XapianQuery *phrase = list_combine(XAPIAN_PHRASE, words);
	/* Positions do not know fields; the words must at least stand in it. */
	for (guint i = 0; l->field && phrase && i < w.stems->len; i++) {
		g_autofree char *term =
			g_strconcat(TERM_STEM, l->field->prefix, w.stems->pdata[i], NULL);
		g_autoptr(XapianQuery) in_field = xapian_query_term(term);
		g_autoptr(XapianQuery) wide = phrase;
		phrase = xapian_query_pair(XAPIAN_FILTER, wide, in_field);
	}
	words_clear(&w);
	return phrase;
}

/* The words of the index that end so. */
typedef struct {
	const char *suffix;
	QueryList *found;
} Ending;

static gboolean on_term(const char *term, guint frequency, gpointer user)
{
	Ending *e = user;

	(void)frequency;
	if (!g_ascii_isupper(*term) && g_str_has_suffix(term, e->suffix))
		g_ptr_array_add(e->found, xapian_query_term(term));
	return e->found->len < WILDCARD_LIMIT;
}

static XapianQuery *build_wildcard(Build *b, const QueryNode *node)
{
	guint leaf = add_leaf(b, node);
	QueryLeaf *l = b->query->leaves->pdata[leaf];
	g_autofree char *lower = dutch_lower(node->text);
	gboolean open_start = *lower == '*';

	l->is_wildcard = TRUE;
	g_strdelimit(lower, "*", ' ');
	g_strstrip(lower);
	if (!open_start && l->field) {
		g_autofree char *folded = dutch_fold(lower);
		g_autofree char *term = g_strconcat(TERM_STEM, l->field->prefix, folded, NULL);
		return xapian_query_wildcard(term, WILDCARD_LIMIT);
	}
	if (!open_start)
		return xapian_query_wildcard(lower, WILDCARD_LIMIT);
	Ending e = { lower, list_new() };
	if (b->context->reader && !b->error)
		xapian_reader_terms(b->context->reader, "", on_term, &e, &b->error);
	return list_combine(XAPIAN_SYNONYM, e.found);
}

static XapianQuery *build_filter(const QueryNode *node)
{
	g_autofree char *value = dutch_fold(node->text);
	g_autofree char *term = g_strconcat(node->field->prefix, value, NULL);
	g_autoptr(XapianQuery) plain = xapian_query_term(term);

	return xapian_query_scale(plain, 0);
}

gboolean leaf_is_stop(Build *b, const QueryNode *node)
{
	Words w;

	if (node->kind != NODE_WORD)
		return FALSE;
	words_of(b, node->text, &w);
	words_clear(&w);
	return w.stop;
}

XapianQuery *leaf_build(Build *b, const QueryNode *node)
{
	XapianQuery *q = NULL;

	switch (node->kind) {
	case NODE_WORD: q = build_word(b, node); break;
	case NODE_PHRASE: q = build_phrase(b, node); break;
	case NODE_WILDCARD: q = build_wildcard(b, node); break;
	case NODE_FILTER: q = build_filter(node); break;
	default: break;
	}
	/* no letters in it, or a wildcard for nothing */
	return q ? q : xapian_query_nothing();
}

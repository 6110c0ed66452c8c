#include "terms.h"

#include <math.h>
#include <string.h>

#include "numbers.h"
#include "postings.h"

/* A part that this share of all documents has says nothing of what they are
 * about. Asked for alone, when whole words answer too, it moves those and adds
 * none; in a longer query the other words see to that. */
#define DROWNING_SHARE 0.3
#define DROWNING_WORDS 3

/* ---- lists ---------------------------------------------------------------------------- */

QueryList *query_list_new(void)
{
	return g_ptr_array_new_with_free_func((GDestroyNotify)xapian_query_free);
}

XapianQuery *query_list_combine(XapianOp op, QueryList *list)
{
	XapianQuery *q = NULL;

	if (list->len == 1)
		q = xapian_query_copy(list->pdata[0]);
	else if (list->len > 1)
		q = xapian_query_combine(op, (XapianQuery *const *)list->pdata, list->len, 0);
	g_ptr_array_unref(list);
	return q;
}

XapianQuery *query_scaled(XapianQuery *take, double weight)
{
	g_autoptr(XapianQuery) q = take;
	return q ? xapian_query_scale(q, weight) : NULL;
}

void build_limit(Build *b, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	g_ptr_array_add(b->query->limited, g_strdup_vprintf(format, args));
	va_end(args);
}

void query_list_add(QueryList *list, XapianQuery *take)
{
	if (take)
		g_ptr_array_add(list, take);
}

/* ---- leaves ------------------------------------------------------------------------------ */

static void phrase_free(gpointer data)
{
	QueryPhrase *p = data;

	g_ptr_array_unref(p->words);
	g_free(p);
}

void leaf_free(gpointer data)
{
	QueryLeaf *l = data;

	g_free(l->text);
	g_free(l->lower);
	g_free(l->reference);
	g_ptr_array_unref(l->phrases);
	g_ptr_array_unref(l->families);
	g_ptr_array_unref(l->others);
	g_free(l->province);
	g_free(l);
}

guint leaf_add(Build *b, const char *text, const Field *field)
{
	QueryLeaf *l = g_new0(QueryLeaf, 1);

	*l = (QueryLeaf) {
		.text = g_strdup(text), .lower = dutch_lower(text), .field = field, .rarity = 1
	};
	numbers_ungroup(l->lower);
	l->phrases = g_ptr_array_new_with_free_func(phrase_free);
	l->families = g_ptr_array_new_with_free_func(g_free);
	l->others = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_add(b->query->leaves, l);
	return b->query->leaves->len - 1;
}

QueryLeaf *leaf_at(Build *b, guint leaf)
{
	return b->query->leaves->pdata[leaf];
}

static void note_answer(Build *b, const char *kind, const char *word, QueryTerm note)
{
	g_autofree char *key = g_strconcat(kind, word, NULL);
	GArray *terms = g_hash_table_lookup(b->query->terms, key);

	if (!terms) {
		terms = g_array_new(FALSE, FALSE, sizeof(QueryTerm));
		g_hash_table_insert(b->query->terms, g_steal_pointer(&key), terms);
	}
	g_array_append_val(terms, note);
}

/* The terms of a word, as if they were one. In pairs: Xapian rounds at each step how many
 * documents a synonym has, and the order of its own steps is that of each shard. */
static XapianQuery *any_term(const Field *field, char *const *terms, guint n)
{
	XapianQuery *q = xapian_query_term(terms[0]);

	for (guint i = 1; i < n; i++) {
		g_autoptr(XapianQuery) before = q;
		g_autoptr(XapianQuery) term = xapian_query_term(terms[i]);
		q = xapian_query_pair(XAPIAN_SYNONYM, before, term);
	}
	return field ? postings_in_field(field, q, (const char *const *)terms, n) : q;
}

static void free_terms(char **terms, guint n)
{
	for (guint i = 0; i < n; i++)
		g_free(terms[i]);
}

XapianQuery *leaf_answer(Build *b, guint leaf, const char *kind, const char *word, QueryVia via,
			 double weight)
{
	char *terms[POSTINGS_TERMS];
	guint n = postings_terms(b->context->dutch, kind, word, terms);
	XapianQuery *q = any_term(leaf_at(b, leaf)->field, terms, n);

	note_answer(b, kind, word, (QueryTerm) { leaf, via, weight });
	free_terms(terms, n);
	return q;
}

/* log(1 + N/n): a word that few pilots have tells more. */
static void note_rarity(Build *b, guint leaf, guint n)
{
	if (n && b->documents)
		leaf_at(b, leaf)->rarity = log(1.0 + (double)b->documents / n);
}

gboolean build_is_common(Build *b, guint pilots)
{
	return b->documents && pilots > DROWNING_SHARE * b->documents;
}

gboolean build_is_everywhere(Build *b, const char *stem)
{
	guint n = MAX(query_frequency(b->context, TERM_STEM, stem),
		      query_frequency(b->context, TERM_PART, stem));
	return build_is_common(b, n);
}

static XapianQuery *word_and_part(Build *b, guint leaf, const char *stem)
{
	char *terms[2 * POSTINGS_TERMS];
	guint n = postings_terms(b->context->dutch, TERM_STEM, stem, terms);

	n += postings_terms(b->context->dutch, TERM_PART, stem, terms + n);
	XapianQuery *q = any_term(leaf_at(b, leaf)->field, terms, n);
	free_terms(terms, n);
	return q;
}

XapianQuery *leaf_word_or_part(Build *b, guint leaf, const char *stem, QueryVia via,
			       QueryVia via_part, double weight)
{
	guint words = query_frequency(b->context, TERM_STEM, stem),
	      parts = query_frequency(b->context, TERM_PART, stem);
	g_autoptr(XapianQuery) word = leaf_answer(b, leaf, TERM_STEM, stem, via, weight);
	g_autoptr(XapianQuery) part = leaf_answer(b, leaf, TERM_PART, stem, via_part, weight);
	gboolean drowns = b->alone && b->documents && parts > DROWNING_SHARE * b->documents &&
			  words >= DROWNING_WORDS;

	if (via == VIA_STEM)
		note_rarity(b, leaf, MAX(words, parts));
	return drowns ? xapian_query_pair(XAPIAN_AND_MAYBE, word, part)
		      : word_and_part(b, leaf, stem);
}

void leaf_add_phrase(Build *b, guint leaf, const Expression *w, QueryVia via, double weight)
{
	QueryPhrase *p = g_new(QueryPhrase, 1);

	*p = (QueryPhrase) { g_ptr_array_new_with_free_func(g_free), via, weight };
	for (guint i = 0; i < w->tokens->len; i++)
		if (expression_token(w, i)->kind == DUTCH_WORD)
			g_ptr_array_add(p->words, g_strdup(expression_token(w, i)->exact));
	g_ptr_array_add(leaf_at(b, leaf)->phrases, p);
}

XapianQuery *leaf_phrase(Build *b, guint leaf, const Expression *w)
{
	const Field *field = leaf_at(b, leaf)->field;
	QueryList *list = query_list_new();

	for (guint i = 0; i < w->tokens->len; i++)
		if (expression_token(w, i)->kind == DUTCH_WORD)
			query_list_add(list, xapian_query_term(expression_token(w, i)->exact));
	XapianQuery *phrase = query_list_combine(XAPIAN_PHRASE, list);
	for (guint i = 0; phrase && field && i < w->tokens->len; i++) {
		const char *exact = expression_token(w, i)->exact;
		if (expression_token(w, i)->kind == DUTCH_WORD)
			phrase = postings_in_field(field, phrase, &exact, 1);
	}
	return phrase;
}

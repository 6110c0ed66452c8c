/* The same query against a text: which words in it answer which leaf. */
#include <string.h>

#include "needles.h"
#include "query.h"
#include "sentences.h"

#define FAMILY_MATCH 0.25 /* what a word of the family tells */

/* The text while it is analysed. */
typedef struct {
	const Query *query;
	const Field *field;
	GArray *matches;
	GArray *words; /* of WordAt; NULL when there are no phrases to look for */
	GString *key;
	gsize bytes, chars; /* of the text before what is analysed */
} Matcher;

typedef struct {
	char *exact;
	gsize start, end, char_start, char_end;
} WordAt;

static gboolean in_field(const Matcher *m, guint leaf)
{
	const QueryLeaf *l = m->query->leaves->pdata[leaf];
	return !l->field || l->field == m->field;
}

/* The same way in by what the token is: a joined word is more than a word form. */
static QueryVia refine(const QueryLeaf *leaf, const DutchToken *t, QueryVia via)
{
	if (via != VIA_STEM)
		return via;
	if (t->kind == DUTCH_JOINED)
		return VIA_JOINED;
	if (t->kind == DUTCH_COMPLETED)
		return VIA_COMPLETED;
	g_autofree char *lower = dutch_lower(leaf->text);
	return strcmp(lower, t->exact) == 0 ? VIA_EXACT : VIA_STEM;
}

static void add_match(Matcher *m, const DutchToken *t, QueryTerm term)
{
	const QueryLeaf *leaf = m->query->leaves->pdata[term.leaf];
	QueryMatch match = { m->bytes + t->start,
			     m->bytes + t->end,
			     m->chars + t->char_start,
			     m->chars + t->char_end,
			     m->bytes + t->word_start,
			     m->bytes + t->word_end,
			     term };

	if (!in_field(m, term.leaf))
		return;
	match.term.via = refine(leaf, t, term.via);
	g_array_append_val(m->matches, match);
}

/* "huur*", "*geschil": letters against letters, accents or not. */
static gboolean wildcard_matches(const char *pattern, const char *exact)
{
	g_autofree char *p = dutch_fold(pattern);
	g_autofree char *word = dutch_fold(exact);
	return g_pattern_match_simple(p, word);
}

static void match_wildcards(Matcher *m, const DutchToken *t)
{
	for (guint i = 0; i < m->query->leaves->len; i++) {
		const QueryLeaf *l = m->query->leaves->pdata[i];
		if (l->is_wildcard && wildcard_matches(l->text, t->exact))
			add_match(m, t, (QueryTerm) { i, VIA_WILDCARD, 1 });
	}
}

static void match_key(Matcher *m, const DutchToken *t, const char *kind, const char *word)
{
	g_string_assign(m->key, kind);
	g_string_append(m->key, word);
	const GArray *terms = g_hash_table_lookup(m->query->terms, m->key->str);
	for (guint i = 0; terms && i < terms->len; i++)
		add_match(m, t, g_array_index(terms, QueryTerm, i));
}

/* TRUE when a match from number `first` on is with the leaf. */
static gboolean has_answered(const Matcher *m, guint first, guint leaf)
{
	for (guint i = first; i < m->matches->len; i++)
		if (g_array_index(m->matches, QueryMatch, i).term.leaf == leaf)
			return TRUE;
	return FALSE;
}

/* The family is for words that do not answer in a better way. */
static void match_families(Matcher *m, const DutchToken *t, guint first)
{
	for (guint i = 0; i < m->query->leaves->len; i++) {
		const QueryLeaf *l = m->query->leaves->pdata[i];
		for (guint k = 0; k < l->families->len; k++)
			if (g_str_has_prefix(t->stem, l->families->pdata[k]) &&
			    !has_answered(m, first, i))
				add_match(m, t, (QueryTerm) { i, VIA_FAMILY, FAMILY_MATCH });
	}
}

static void keep_word(Matcher *m, const DutchToken *t)
{
	if (!m->words)
		return;
	WordAt w = { g_strdup(t->exact), m->bytes + t->start, m->bytes + t->end,
		     m->chars + t->char_start, m->chars + t->char_end };
	g_array_append_val(m->words, w);
}

/* Words that were not read: no phrase goes across. */
static void keep_gap(Matcher *m)
{
	if (!m->words)
		return;
	WordAt w = { g_strdup(""), 0, 0, 0, 0 };
	g_array_append_val(m->words, w);
}

static void on_token(const DutchToken *t, gpointer user)
{
	Matcher *m = user;
	guint before = m->matches->len;

	if (t->kind == DUTCH_WORD) {
		keep_word(m, t);
		match_wildcards(m, t);
		match_key(m, t, "", t->exact);
	}
	if (t->stop)
		return;
	match_key(m, t, t->kind == DUTCH_PART ? TERM_PART : TERM_STEM, t->stem);
	match_families(m, t, before);
}

static gboolean phrase_at(const Matcher *m, const GPtrArray *phrase, guint at)
{
	for (guint i = 0; i < phrase->len; i++)
		if (strcmp(g_array_index(m->words, WordAt, at + i).exact, phrase->pdata[i]) != 0)
			return FALSE;
	return TRUE;
}

static void match_phrase(Matcher *m, guint leaf, const QueryPhrase *phrase)
{
	guint n = phrase->words->len;

	for (guint i = 0; n && i + n <= m->words->len; i++) {
		if (!phrase_at(m, phrase->words, i))
			continue;
		const WordAt *a = &g_array_index(m->words, WordAt, i);
		const WordAt *z = &g_array_index(m->words, WordAt, i + n - 1);
		QueryMatch match = { a->start,
				     z->end,
				     a->char_start,
				     z->char_end,
				     a->start,
				     z->end,
				     { leaf, phrase->via, phrase->weight } };
		g_array_append_val(m->matches, match);
	}
}

static gint compare(gconstpointer a, gconstpointer b)
{
	const QueryMatch *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->end != y->end)
		return x->end > y->end ? -1 : 1;
	return x->term.weight > y->term.weight ? -1 : x->term.weight < y->term.weight;
}

static void word_clear(gpointer data)
{
	g_free(((WordAt *)data)->exact);
}

static gboolean has_phrases(const Query *query)
{
	for (guint i = 0; i < query->leaves->len; i++)
		if (((const QueryLeaf *)query->leaves->pdata[i])->phrases->len)
			return TRUE;
	return FALSE;
}

/* Which sentences may have a match; for phrases, which may cross from one to the next, those
 * beside them as well. One byte each. */
static GByteArray *candidates(const Matcher *m, const char *text, const GArray *sentences)
{
	GByteArray *wanted = g_byte_array_new();

	g_byte_array_set_size(wanted, sentences->len);
	memset(wanted->data, 0, sentences->len);
	for (guint i = 0; i < sentences->len; i++) {
		const Sentence *s = &g_array_index(sentences, Sentence, i);
		guint beside = m->words ? 1 : 0;
		if (m->query->needles &&
		    !needles_may_match(m->query->needles, text + s->start, s->end - s->start))
			continue;
		guint last = MIN(i + beside, sentences->len - 1);
		for (guint k = i - MIN(i, beside); k <= last; k++)
			wanted->data[k] = 1;
	}
	return wanted;
}

/* Only the sentences that may have a match: analysing is what takes time. */
static void match_sentences(Matcher *m, Dutch *dutch, const char *text)
{
	g_autoptr(GArray) sentences = sentences_of(text);
	g_autoptr(GByteArray) wanted = candidates(m, text, sentences);

	for (guint i = 0; i < sentences->len; i++) {
		const Sentence *s = &g_array_index(sentences, Sentence, i);
		if (!wanted->data[i]) {
			keep_gap(m);
			continue;
		}
		m->chars += (gsize)g_utf8_pointer_to_offset(text + m->bytes, text + s->start);
		m->bytes = s->start;
		dutch_analyse(dutch, text + s->start, s->end - s->start, on_token, m);
	}
}

GArray *query_match(const Query *query, Dutch *dutch, const Field *field, const char *text)
{
	Matcher m = { query,
		      field,
		      g_array_new(FALSE, FALSE, sizeof(QueryMatch)),
		      NULL,
		      g_string_new(NULL),
		      0,
		      0 };

	if (has_phrases(query)) {
		m.words = g_array_new(FALSE, FALSE, sizeof(WordAt));
		g_array_set_clear_func(m.words, word_clear);
	}
	match_sentences(&m, dutch, text);
	for (guint i = 0; m.words && i < query->leaves->len; i++) {
		const QueryLeaf *l = query->leaves->pdata[i];
		for (guint k = 0; in_field(&m, i) && k < l->phrases->len; k++)
			match_phrase(&m, i, l->phrases->pdata[k]);
	}
	g_array_sort(m.matches, compare);
	g_clear_pointer(&m.words, g_array_unref);
	g_string_free(m.key, TRUE);
	return m.matches;
}

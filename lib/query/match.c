/* The same query against a text: which words in it answer which leaf. */
#include <string.h>

#include "query.h"

/* The text while it is analysed. */
typedef struct {
	const Query *query;
	const Field *field;
	GArray *matches;
	GArray *words; /* of WordAt: kept when there are phrases */
	GString *key;
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

static void add_match(Matcher *m, const DutchToken *t, QueryTerm term)
{
	QueryMatch match = { t->start, t->end, t->char_start, t->char_end, term };

	if (!in_field(m, term.leaf))
		return;
	if (t->kind == DUTCH_JOINED && term.via == VIA_STEM) {
		match.term.via = VIA_JOINED;
	} else if (term.via == VIA_STEM) {
		const QueryLeaf *l = m->query->leaves->pdata[term.leaf];
		g_autofree char *lower = dutch_lower(l->text);
		if (strcmp(lower, t->exact) == 0)
			match.term.via = VIA_EXACT;
	}
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

static void on_token(const DutchToken *t, gpointer user)
{
	Matcher *m = user;

	if (t->kind == DUTCH_WORD) {
		WordAt w = { g_strdup(t->exact), t->start, t->end, t->char_start, t->char_end };
		g_array_append_val(m->words, w);
		match_wildcards(m, t);
	}
	if (t->kind == DUTCH_WORD)
		match_key(m, t, "", t->exact);
	match_key(m, t, TERM_STEM, t->stem);
}

static gboolean phrase_at(const Matcher *m, const GPtrArray *phrase, guint at)
{
	for (guint i = 0; i < phrase->len; i++)
		if (strcmp(g_array_index(m->words, WordAt, at + i).exact, phrase->pdata[i]) != 0)
			return FALSE;
	return TRUE;
}

static void match_phrase(Matcher *m, guint leaf, const GPtrArray *phrase)
{
	for (guint i = 0; phrase->len && i + phrase->len <= m->words->len; i++) {
		if (!phrase_at(m, phrase, i))
			continue;
		const WordAt *a = &g_array_index(m->words, WordAt, i);
		const WordAt *z = &g_array_index(m->words, WordAt, i + phrase->len - 1);
		QueryMatch match = {
			a->start, z->end, a->char_start, z->char_end, { leaf, VIA_EXACT, 1 }
		};
		g_array_append_val(m->matches, match);
	}
}

static gint compare(gconstpointer a, gconstpointer b)
{
	const QueryMatch *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->end > y->end ? -1 : x->end < y->end;
}

static void word_clear(gpointer data)
{
	g_free(((WordAt *)data)->exact);
}

GArray *query_match(const Query *query, Dutch *dutch, const Field *field, const char *text,
		    gsize len)
{
	Matcher m = { query, field, g_array_new(FALSE, FALSE, sizeof(QueryMatch)),
		      g_array_new(FALSE, FALSE, sizeof(WordAt)), g_string_new(NULL) };

	g_array_set_clear_func(m.words, word_clear);
	dutch_analyse(dutch, text, len, on_token, &m);
	for (guint i = 0; i < query->leaves->len; i++) {
		const QueryLeaf *l = query->leaves->pdata[i];
		if (l->phrase && in_field(&m, i))
			match_phrase(&m, i, l->phrase);
	}
	g_array_sort(m.matches, compare);
	g_array_unref(m.words);
	g_string_free(m.key, TRUE);
	return m.matches;
}

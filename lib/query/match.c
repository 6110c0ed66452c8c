/* The same query against a text: which words in it answer which leaf. */
#include <string.h>

#include "query.h"
#include "references.h"

#define FAMILY_MATCH 0.25 /* what a word of the family tells */

/* The text while it is analysed. */
typedef struct {
	const Query *query;
	const Field *field;
	GArray *matches;
	GArray *words; /* of WordAt; NULL when there are no phrases to look for */
	GString *key;
} Matcher;

typedef struct {
	char *exact;
	gsize start, end;
	guint position;
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
	return strcmp(leaf->lower, t->exact) == 0 ? VIA_EXACT : VIA_STEM;
}

static void add_match(Matcher *m, const DutchToken *t, QueryTerm term)
{
	const QueryLeaf *leaf = m->query->leaves->pdata[term.leaf];

	if (!in_field(m, term.leaf))
		return;
	term.via = refine(leaf, t, term.via);
	const QueryMatch match = { t->start, t->end, t->word_start, t->word_end, term };
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
	WordAt w = { g_strdup(t->exact), t->start, t->end, t->position };
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

/* The words of a phrase, one right behind the other. */
static gboolean phrase_at(const Matcher *m, const GPtrArray *phrase, guint at)
{
	for (guint i = 0; i < phrase->len; i++) {
		const WordAt *w = &g_array_index(m->words, WordAt, at + i);
		if (w->position != g_array_index(m->words, WordAt, at).position + i ||
		    strcmp(w->exact, phrase->pdata[i]) != 0)
			return FALSE;
	}
	return TRUE;
}

static void match_phrase(Matcher *m, guint leaf, const QueryPhrase *phrase)
{
	guint n = phrase->words->len;

	for (guint i = 0; n && i + n <= m->words->len; i++) {
		if (!phrase_at(m, phrase->words, i))
			continue;
		gsize start = g_array_index(m->words, WordAt, i).start,
		      end = g_array_index(m->words, WordAt, i + n - 1).end;
		const QueryMatch match = {
			start, end, start, end, { leaf, phrase->via, phrase->weight }
		};
		g_array_append_val(m->matches, match);
	}
}

gboolean query_has_references(const Query *query)
{
	for (guint i = 0; i < query->leaves->len; i++)
		if (((const QueryLeaf *)query->leaves->pdata[i])->reference)
			return TRUE;
	return FALSE;
}

/* Publications that are asked for, where a text refers to them. */
static void match_references(Matcher *m, const char *text)
{
	if (!query_has_references(m->query))
		return;
	g_autoptr(GPtrArray) found = references_find(text);
	for (guint i = 0; i < m->query->leaves->len; i++) {
		const QueryLeaf *l = m->query->leaves->pdata[i];
		if (!l->reference || !in_field(m, i))
			continue;
		for (guint k = 0; k < found->len; k++) {
			const Reference *r = found->pdata[k];
			const QueryMatch match = {
				r->start, r->end, r->start, r->end, { i, VIA_EXACT, 1 }
			};
			if (strcmp(r->id, l->reference) == 0)
				g_array_append_val(m->matches, match);
		}
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

static Matcher begin(const Query *query, const Field *field)
{
	Matcher m = { query, field, g_array_new(FALSE, FALSE, sizeof(QueryMatch)), NULL,
		      g_string_new(NULL) };

	if (has_phrases(query)) {
		m.words = g_array_new(FALSE, FALSE, sizeof(WordAt));
		g_array_set_clear_func(m.words, word_clear);
	}
	return m;
}

static GArray *finish(Matcher *m)
{
	const GPtrArray *leaves = m->query->leaves;

	for (guint i = 0; m->words && i < leaves->len; i++) {
		const QueryLeaf *l = leaves->pdata[i];
		for (guint k = 0; in_field(m, i) && k < l->phrases->len; k++)
			match_phrase(m, i, l->phrases->pdata[k]);
	}
	g_array_sort(m->matches, compare);
	g_clear_pointer(&m->words, g_array_unref);
	g_string_free(m->key, TRUE);
	return m->matches;
}

GArray *query_match(const Query *query, Dutch *dutch, const Field *field, const char *text)
{
	Matcher m = begin(query, field);

	match_references(&m, text);
	dutch_analyse_some(dutch, text, strlen(text), query->sieve, on_token, &m);
	return finish(&m);
}

/* The first token from i on of which a string is wanted; end without one. */
static guint next_wanted(const Analysis *a, guint i, guint end, const guchar *wanted)
{
	for (; i < end; i++) {
		const AnalysedToken *t = &g_array_index(a->tokens, AnalysedToken, i);
		if (wanted[t->exact] || wanted[t->stem])
			break;
	}
	return i;
}

GArray *query_match_analysed(const Query *query, const Field *field, const Analysis *a,
			     guint number, const guchar *wanted)
{
	guint end, i = analysis_text(a, number, &end);

	i = next_wanted(a, i, end, wanted);
	if (i == end) /* as most texts */
		return g_array_new(FALSE, FALSE, sizeof(QueryMatch));
	Matcher m = begin(query, field);
	for (; i < end; i = next_wanted(a, i + 1, end, wanted)) {
		const AnalysedToken *t = &g_array_index(a->tokens, AnalysedToken, i);
		const DutchToken token = { .kind = t->kind,
					   .exact = a->strings->pdata[t->exact],
					   .stem = a->strings->pdata[t->stem],
					   .parts = "",
					   .stop = t->stop,
					   .position = t->position,
					   .start = t->start,
					   .end = t->end,
					   .word_start = t->word_start,
					   .word_end = t->word_end };
		on_token(&token, &m);
	}
	return finish(&m);
}

/* ---- all texts of a pilot ------------------------------------------------------------------- */

static PilotMatches *matches_new(void)
{
	PilotMatches *m = g_new0(PilotMatches, 1);

	m->sections = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
	return m;
}

PilotMatches *pilotmatch_find(const Query *query, const Pilot *p, Dutch *dutch)
{
	PilotMatches *m = matches_new();

	m->title = query_match(query, dutch, &fields[FIELD_TITEL], p->title);
	for (guint i = 0; i < p->sections->len; i++) {
		const Section *s = p->sections->pdata[i];
		g_ptr_array_add(m->sections,
				query_match(query, dutch, field_by_section(s->kind), s->text));
	}
	return m;
}

PilotMatches *pilotmatch_find_analysed(const Query *query, const Pilot *p, const Analysis *a,
				       const guchar *wanted)
{
	PilotMatches *m = matches_new();

	m->title = query_match_analysed(query, &fields[FIELD_TITEL], a, 0, wanted);
	for (guint i = 0; i < p->sections->len; i++) {
		const Section *s = p->sections->pdata[i];
		g_ptr_array_add(m->sections, query_match_analysed(query, field_by_section(s->kind),
								  a, i + 1, wanted));
	}
	return m;
}

void pilotmatch_free(PilotMatches *m)
{
	if (!m)
		return;
	g_clear_pointer(&m->title, g_array_unref);
	g_ptr_array_unref(m->sections);
	g_free(m);
}

/* ---- what to look for ---------------------------------------------------------------------- */

void query_each_word(const Query *query, QueryWordFunc func, gpointer user)
{
	GHashTableIter iter;
	gpointer term;

	g_hash_table_iter_init(&iter, query->terms);
	while (g_hash_table_iter_next(&iter, &term, NULL))
		func((const char *)term + (g_ascii_isupper(*(char *)term) ? 1 : 0), user);
	for (guint i = 0; i < query->leaves->len; i++) {
		const QueryLeaf *l = query->leaves->pdata[i];
		for (guint k = 0; k < l->phrases->len; k++) {
			const GPtrArray *words = ((const QueryPhrase *)l->phrases->pdata[k])->words;
			for (guint w = 0; w < words->len; w++)
				func(words->pdata[w], user);
		}
	}
}

static void add_word(const char *word, gpointer user)
{
	dutch_sieve_add(user, word);
}

DutchSieve *query_sieve(const Query *query)
{
	g_autoptr(DutchSieve) sieve = dutch_sieve_new();

	query_each_word(query, add_word, sieve);
	for (guint i = 0; i < query->leaves->len; i++) {
		const QueryLeaf *l = query->leaves->pdata[i];
		if (l->is_wildcard)
			return NULL;
		for (guint k = 0; k < l->families->len; k++)
			dutch_sieve_add(sieve, l->families->pdata[k]);
	}
	return g_steal_pointer(&sieve);
}

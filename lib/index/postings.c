#include "postings.h"

#include <string.h>

#define MAX_TERM 240  /* bytes; Xapian refuses more than 245 */
#define WORD_COUNTS 2 /* beside a stop word, or a part of a compound, in how long a text is */

/* ---- in the index -----------------------------------------------------------------------------
 */

typedef struct {
	XapianDoc *doc;
	const Field *field;
	const Analysis *analysis;
	GString *term;
	guint last; /* position of the last word */
} Adding;

static const char *string_at(const Adding *a, guint number)
{
	return a->analysis->strings->pdata[number];
}

static void add_term(Adding *a, const char *kind, const char *word, guint counts)
{
	g_string_assign(a->term, kind);
	g_string_append(a->term, word);
	if (a->term->len <= MAX_TERM)
		xapian_doc_add_posting(a->doc, a->term->str, a->last, counts * a->field->weight);
}

static void add_marker(Adding *a)
{
	xapian_doc_add_posting(a->doc, a->field->prefix, a->last, 0);
}

static void add_token(Adding *a, const AnalysedToken *t)
{
	const char *exact = string_at(a, t->exact), *stem = string_at(a, t->stem);

	if (t->kind == DUTCH_WORD) {
		if (++a->last % POSTINGS_STEP == 0)
			add_marker(a);
		add_term(a, "", exact, t->stop ? 1 : WORD_COUNTS);
	}
	if (t->kind == DUTCH_PART)
		add_term(a, TERM_PART, stem, 1);
	else if (!t->stop && (t->kind != DUTCH_WORD || strcmp(exact, stem) != 0))
		add_term(a, TERM_STEM, stem, WORD_COUNTS);
}

void postings_add(XapianDoc *doc, const Field *field, const Analysis *analysis, guint text,
		  guint *last)
{
	g_autoptr(GString) term = g_string_new(NULL);
	Adding a = { doc, field, analysis, term, (*last / POSTINGS_STEP + 1) * POSTINGS_STEP };
	guint end, i = analysis_text(analysis, text, &end);

	add_marker(&a);
	for (; i < end; i++)
		add_token(&a, &g_array_index(analysis->tokens, AnalysedToken, i));
	*last = a.last;
}

/* ---- looked for ---------------------------------------------------------------------------------
 */

guint postings_terms(Dutch *dutch, const char *kind, const char *word, char *terms[POSTINGS_TERMS])
{
	guint n = 0;

	terms[n++] = g_strconcat(kind, word, NULL);
	if (strcmp(kind, TERM_STEM) == 0 && dutch_is_own_stem(dutch, word))
		terms[n++] = g_strdup(word);
	return n;
}

guint postings_frequency(XapianReader *reader, Dutch *dutch, const char *kind, const char *word,
			 GError **error)
{
	char *terms[POSTINGS_TERMS];
	guint n = postings_terms(dutch, kind, word, terms), frequency[POSTINGS_TERMS] = { 0 };
	GError *failed = NULL;

	for (guint i = 0; i < n; i++) {
		if (!failed)
			frequency[i] = xapian_reader_termfreq(reader, terms[i], &failed);
		g_free(terms[i]);
	}
	if (!failed && frequency[0] && frequency[1]) {
		/* of two that do not know of each other */
		double all = MAX(1, xapian_reader_doccount(reader, &failed));
		frequency[0] += (guint)(frequency[1] * (1 - MIN(1, frequency[0] / all)) + 0.5);
	}
	if (failed)
		g_propagate_error(error, failed);
	return failed ? 0 : MAX(frequency[0], frequency[1]);
}

static XapianQuery *behind_marker(const Field *field, const char *term)
{
	g_autoptr(XapianQuery) marker = xapian_query_term(field->prefix);
	g_autoptr(XapianQuery) word = xapian_query_term(term);
	XapianQuery *const both[] = { marker, word };

	return xapian_query_combine(XAPIAN_PHRASE, both, G_N_ELEMENTS(both), POSTINGS_STEP + 1);
}

XapianQuery *postings_in_field(const Field *field, XapianQuery *take, const char *const *terms,
			       guint n)
{
	g_autoptr(XapianQuery) query = take;
	g_autoptr(GPtrArray) places =
		g_ptr_array_new_with_free_func((GDestroyNotify)xapian_query_free);

	for (guint i = 0; i < n; i++)
		g_ptr_array_add(places, behind_marker(field, terms[i]));
	g_autoptr(XapianQuery) any = xapian_query_combine(
		XAPIAN_OR, (XapianQuery *const *)places->pdata, places->len, 0);
	return xapian_query_pair(XAPIAN_FILTER, query, any);
}

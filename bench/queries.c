/* What queries cost on an index, warm, beside the bare Xapian query: CPU per query, in ms.
 *
 *   build/bench-queries INDEX [KIND]     (of the table below; all)
 *
 * prints a line per kind of query: its name, p50, p99, and how many were run. The words are
 * those of the index itself, picked by a fixed seed: so the same index gets the same queries. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "fields.h"
#include "search.h"

#define PAIRS 100
#define TOP 10

typedef struct {
	Index *index;
	GPtrArray *words; /* of char *: those that 0.2 to 20 % of the pilots have */
	guint least, most;
	GRand *rand;
} Bench;

static double cpu_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static gboolean on_word(const char *word, guint count, gpointer user)
{
	Bench *b = user;

	if (count >= b->least && count <= b->most)
		g_ptr_array_add(b->words, g_strdup(word));
	return TRUE;
}

static const char *any_word(Bench *b)
{
	return b->words->pdata[g_rand_int_range(b->rand, 0, (gint32)b->words->len)];
}

/* ---- the kinds --------------------------------------------------------------------------- */

static char *two_words(Bench *b)
{
	return g_strdup_printf("%s %s", any_word(b), any_word(b));
}

static char *one_word(Bench *b)
{
	return g_strdup(any_word(b));
}

static char *phrase(Bench *b)
{
	(void)b;
	return g_strdup("\"in het document\"");
}

static char *common_phrase(Bench *b)
{
	(void)b;
	return g_strdup("\"van de\"");
}

static char *wildcard(Bench *b)
{
	return g_strdup_printf("%.2s*", any_word(b));
}

static char *ending(Bench *b)
{
	const char *word = any_word(b);
	return g_strdup_printf("*%s", word + strlen(word) - MIN(strlen(word), 4));
}

static char *stop_words(Bench *b)
{
	(void)b;
	return g_strdup("de het een van in op");
}

static char *many_words(Bench *b)
{
	g_autoptr(GString) text = g_string_new(any_word(b));

	for (int i = 1; i < SEARCH_MAX_WORDS; i++)
		g_string_append_printf(text, " OR %s", any_word(b));
	return g_string_free(g_steal_pointer(&text), FALSE);
}

static char *question(Bench *b)
{
	g_autoptr(GString) text = g_string_new("Kunt u aangeven");

	for (int i = 0; i < 60; i++)
		g_string_append_printf(text, " %s", any_word(b));
	g_string_append_c(text, '?');
	return g_string_free(g_steal_pointer(&text), FALSE);
}

static void with_nothing(Request *r)
{
	(void)r;
}

static void with_facets(Request *r)
{
	r->facets = TRUE;
}

static void as_theme(Request *r)
{
	g_clear_pointer(&r->query, g_free);
	request_choose(r, FACET_THEMA, "bestuursrecht");
	r->facets = TRUE;
}

static void by_title(Request *r)
{
	r->sort = SORT_TITLE;
}

static const struct {
	const char *name;
	char *(*text)(Bench *b);
	void (*set)(Request *r);
} kinds[] = {
	{ "two words", two_words, with_nothing },
	{ "two words, facets", two_words, with_facets },
	{ "one word, facets", one_word, with_facets },
	{ "phrase", phrase, with_nothing },
	{ "phrase of stop words", common_phrase, with_nothing },
	{ "be*", wildcard, with_nothing },
	{ "*recht", ending, with_nothing },
	{ "stop words", stop_words, with_nothing },
	{ "64 words with OR", many_words, with_nothing },
	{ "question of 60 words", question, with_nothing },
	{ "theme, facets", one_word, as_theme },
	{ "two words, by title", two_words, by_title },
};

/* ---- running ------------------------------------------------------------------------------- */

static double run_ours(Bench *b, gsize kind)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(Request) r = request_new();

	r->query = kinds[kind].text(b);
	r->limit = TOP;
	kinds[kind].set(r);
	double start = cpu_ms();
	Results *results = search(b->index, r, &error);
	double spent = cpu_ms() - start;
	if (!results)
		fprintf(stderr, "bench-queries: %s: %s\n", kinds[kind].name, error->message);
	results_free(results);
	return spent;
}

static char *any_stem(Bench *b)
{
	g_autofree char *stem = thesaurus_key(b->index->dutch, any_word(b), NULL);
	return g_strconcat(TERM_STEM, stem, NULL);
}

/* Two stems with OR, the ten best with their data: what Xapian itself takes. */
static double run_bare(Bench *b)
{
	g_autofree char *left = any_stem(b), *right = any_stem(b);
	double start = cpu_ms();
	g_autoptr(XapianQuery) x = xapian_query_term(left);
	g_autoptr(XapianQuery) y = xapian_query_term(right);
	g_autoptr(XapianQuery) both = xapian_query_pair(XAPIAN_OR, x, y);
	g_autoptr(XapianEnquire) e = xapian_enquire_new(b->index->reader, NULL);

	xapian_enquire_set_query(e, both, NULL);
	g_autoptr(XapianMatches) m = xapian_enquire_run(e, 0, TOP, 0, NULL);
	for (guint i = 0; m && i < xapian_matches_size(m); i++) {
		g_autoptr(XapianDoc) doc = xapian_matches_document(m, i, NULL);
		g_autofree char *data = xapian_doc_data(doc, NULL, NULL);
	}
	return cpu_ms() - start;
}

static gint compare(gconstpointer a, gconstpointer b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return x < y ? -1 : x > y;
}

static void tell(const char *name, double *spent, guint n)
{
	qsort(spent, n, sizeof *spent, compare);
	printf("%s\t%.3f\t%.3f\t%u\n", name, spent[n / 2], spent[n * 99 / 100], n);
}

int main(int argc, char **argv)
{
	g_autoptr(GError) error = NULL;
	Bench b = { .words = g_ptr_array_new_with_free_func(g_free) };
	double spent[PAIRS];

	if (argc < 2 || !(b.index = index_open(argv[1], FALSE, &error))) {
		fprintf(stderr, "bench-queries: %s\n", error ? error->message : "which index?");
		return 2;
	}
	guint documents = xapian_reader_doccount(b.index->reader, NULL);
	b.least = MAX(documents / 500, 1);
	b.most = MAX(documents / 5, 1);
	xapian_reader_spellings(b.index->reader, on_word, &b, NULL);
	for (gsize k = 0; k <= G_N_ELEMENTS(kinds); k++) {
		const char *name = k ? kinds[k - 1].name : "bare Xapian, two words";
		if (argc > 2 && strcmp(argv[2], name) != 0)
			continue;
		b.rand = g_rand_new_with_seed(1);
		for (int round = 0; round < 2; round++) { /* the first warms */
			g_rand_set_seed(b.rand, 1);
			for (guint i = 0; i < PAIRS; i++)
				spent[i] = k ? run_ours(&b, k - 1) : run_bare(&b);
		}
		tell(name, spent, PAIRS);
		g_rand_free(b.rand);
	}
	g_ptr_array_unref(b.words);
	index_free(b.index);
	return 0;
}

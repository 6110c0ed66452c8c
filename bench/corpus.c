/* Annexes of any size out of real Dutch prose: the sentences of HTML pages, recombined.
 *
 *   build/bench-corpus RECORDS SEED DIR <PAGES
 *
 * reads paths of pages, one a line, and writes DIR/annex-00001.txt and on, ROWS pilots each,
 * in the shape of the real annex; and DIR/records.txt, the same records as plain fields for
 * the peers. The same input gives the same bytes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "markup.h"
#include "sentences.h"

#define ROWS 500
#define MIN_SENTENCE 30
#define MAX_SENTENCE 400
#define REPEATED 50 /* one in so many titles stood in an earlier annex */

static const char *const dates[] = { "1 december 2021", "1 juni 2022", "1 december 2022",
				     "1 juni 2023" };
static const char *const periods[] = { "Najaar 2019 – december 2021",
				       "Januari 2021 tot en met december 2022",
				       "1 maart 2020 – 1 maart 2023",
				       "Vanaf september 2021",
				       "2020 – 2022",
				       "Afgerond in juni 2021" };
static const char *const places[] = { "Rotterdam", "Utrecht", "Tilburg", "Nijmegen", "Almere",
				      "Groningen", "Zwolle",  "Breda",   "Leiden",   "Arnhem" };

/* ---- sentences ----------------------------------------------------------------------- */

typedef struct {
	GPtrArray *sentences; /* of char * */
	GHashTable *seen;     /* those, borrowed */
} Pool;

static void learn_text(Pool *pool, const char *text)
{
	g_autoptr(GArray) found = sentences_of(text);

	for (guint i = 0; i < found->len; i++) {
		const Sentence *s = &g_array_index(found, Sentence, i);
		gsize len = s->end - s->start;
		if (len < MIN_SENTENCE || len > MAX_SENTENCE || text[s->end - 1] != '.')
			continue;
		char *copy = g_strndup(text + s->start, len);
		g_strdelimit(copy, "\t\n|<>&", ' ');
		if (!g_hash_table_contains(pool->seen, copy) && g_hash_table_add(pool->seen, copy))
			g_ptr_array_add(pool->sentences, copy);
		else
			g_free(copy);
	}
}

/* Blocks of the page outside tables, and the cells of its tables. */
static void on_block(guint line, MarkupKind kind, const char *text, GPtrArray *sections,
		     gpointer user)
{
	(void)line, (void)kind;
	learn_text(user, text);
	for (guint i = 0; sections && i < sections->len; i++)
		learn_text(user, ((const MarkupSection *)sections->pdata[i])->text);
}

static void learn_page(Pool *pool, const char *path)
{
	g_autofree char *html = NULL;
	gsize len;

	if (g_file_get_contents(path, &html, &len, NULL) && g_utf8_validate(html, len, NULL))
		markup_document(html, len, on_block, pool);
}

/* ---- records ---------------------------------------------------------------------------- */

typedef struct {
	const Pool *pool;
	GRand *rand;
	GPtrArray *titles; /* of earlier annexes */
	GPtrArray *now;    /* of this one, until the date moves on */
	FILE *annex, *records;
	guint made;
} Maker;

static const char *any(Maker *m, const char *const *list, gsize n)
{
	return list[g_rand_int_range(m->rand, 0, (gint32)n)];
}

static const char *sentence(Maker *m)
{
	return m->pool->sentences
		->pdata[g_rand_int_range(m->rand, 0, (gint32)m->pool->sentences->len)];
}

/* A few words in a row of a sentence. */
static char *new_title(Maker *m)
{
	g_auto(GStrv) words = g_strsplit(sentence(m), " ", -1);
	guint n = g_strv_length(words), want = (guint)g_rand_int_range(m->rand, 2, 6);
	guint from = n > want ? (guint)g_rand_int_range(m->rand, 0, (gint32)(n - want)) : 0;
	g_autoptr(GString) title = g_string_new("Pilot");

	for (guint i = from; i < MIN(from + want, n); i++)
		g_string_append_printf(title, " %s", words[i]);
	g_string_append_printf(title, " %s", any(m, places, G_N_ELEMENTS(places)));
	return g_string_free(g_steal_pointer(&title), FALSE);
}

static char *title(Maker *m)
{
	if (m->titles->len && g_rand_int_range(m->rand, 0, REPEATED) == 0)
		return g_strdup(
			m->titles->pdata[g_rand_int_range(m->rand, 0, (gint32)m->titles->len)]);
	char *made = new_title(m);
	g_ptr_array_add(m->now, g_strdup(made));
	return made;
}

static void section(Maker *m, const char *label, guint sentences)
{
	fprintf(m->annex, "<p><u>%s</u></p> <p>", label);
	for (guint i = 0; i < sentences; i++) {
		const char *text = sentence(m);
		fprintf(m->annex, "%s%s", i ? " " : "", text);
		fprintf(m->records, "text=%s\n", text);
	}
	fputs("</p> ", m->annex);
}

static void record(Maker *m)
{
	g_autofree char *name = title(m);

	fprintf(m->records, "id=%u\ntitle=%s\n", ++m->made, name);
	fprintf(m->annex, "%s\t", name);
	section(m, "Achtergrond", (guint)g_rand_int_range(m->rand, 3, 6));
	section(m, "Doel", (guint)g_rand_int_range(m->rand, 1, 4));
	section(m, "Stand van zaken", (guint)g_rand_int_range(m->rand, 3, 7));
	const char *period = any(m, periods, G_N_ELEMENTS(periods));
	fprintf(m->annex, "<p><u>Looptijd</u></p> <p>%s</p>\n", period);
	fprintf(m->records, "text=%s\n\n", period);
}

static gboolean write_annex(Maker *m, const char *dir, guint number, guint rows, const char *date)
{
	g_autofree char *path = g_strdup_printf("%s/annex-%05u.txt", dir, number);

	m->annex = fopen(path, "w");
	if (!m->annex)
		return FALSE;
	fprintf(m->annex,
		"Bijlage %u - Stand van zaken pilots – peildatum %s\n\nPilot\tToelichting\n",
		number, date);
	for (guint i = 0; i < rows; i++)
		record(m);
	return fclose(m->annex) == 0;
}

/* The dates follow each other, so that a repeated title is a newer edition. */
static gboolean write_all(Maker *m, const char *dir, guint wanted)
{
	guint annexes = (wanted + ROWS - 1) / ROWS;

	for (guint i = 0, date = 0; i < annexes; i++) {
		guint next = i * G_N_ELEMENTS(dates) / annexes;
		if (next != date)
			g_ptr_array_extend_and_steal(m->titles, g_steal_pointer(&m->now));
		if (!m->now)
			m->now = g_ptr_array_new_with_free_func(g_free);
		date = next;
		if (!write_annex(m, dir, i + 1, MIN(ROWS, wanted - i * ROWS), dates[date]))
			return FALSE;
	}
	return TRUE;
}

int main(int argc, char **argv)
{
	char page[4096];

	if (argc != 4) {
		fprintf(stderr, "usage: bench-corpus RECORDS SEED DIR <PAGES\n");
		return 2;
	}
	Pool pool = { g_ptr_array_new_with_free_func(g_free),
		      g_hash_table_new(g_str_hash, g_str_equal) };
	g_autofree char *records = g_build_filename(argv[3], "records.txt", NULL);
	Maker m = { .pool = &pool,
		    .rand = g_rand_new_with_seed((guint32)atoi(argv[2])),
		    .titles = g_ptr_array_new_with_free_func(g_free),
		    .now = g_ptr_array_new_with_free_func(g_free),
		    .records = fopen(records, "w") };

	while (fgets(page, sizeof page, stdin))
		learn_page(&pool, g_strchomp(page));
	if (!pool.sentences->len || !m.records || !write_all(&m, argv[3], (guint)atoi(argv[1])) ||
	    fclose(m.records) != 0) {
		fprintf(stderr, "bench-corpus: cannot write to %s, or no sentences\n", argv[3]);
		return 1;
	}
	printf("%s records, from %u sentences\n", argv[1], pool.sentences->len);
	return 0;
}

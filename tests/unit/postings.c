/* What is written to the index of words and periods, and what is found of it. */
#include <glib/gstdio.h>

#include "active.h"
#include "looptijd.h"
#include "pilotdoc.h"
#include "postings.h"
#include "schema.h"

typedef struct {
	char *dir;
	Dutch *dutch;
	XapianReader *reader;
} Fixture;

/* An index of documents, which are taken over. */
static Fixture index_of(XapianDoc *const *docs, guint n)
{
	Fixture f = { g_dir_make_tmp("postings-XXXXXX", NULL), dutch_new(), NULL };
	g_autoptr(XapianWriter) w =
		xapian_writer_open(f.dir, XAPIAN_WRITER_OVERWRITE, XAPIAN_WRITER_NO_SYNC, NULL);

	for (guint i = 0; i < n; i++) {
		g_assert_true(xapian_writer_add(w, docs[i], NULL, NULL));
		xapian_doc_free(docs[i]);
	}
	g_assert_true(xapian_writer_close(w, NULL));
	f.reader = xapian_reader_open(f.dir, NULL);
	g_assert_nonnull(f.reader);
	return f;
}

static void fixture_clear(Fixture *f)
{
	g_autoptr(GDir) dir = g_dir_open(f->dir, 0, NULL);

	for (const char *name; (name = g_dir_read_name(dir));) {
		g_autofree char *path = g_build_filename(f->dir, name, NULL);
		g_unlink(path);
	}
	g_rmdir(f->dir);
	xapian_reader_free(f->reader);
	dutch_free(f->dutch);
	g_free(f->dir);
}

/* The ids of what a query matches, which is taken over: "1 3 ". */
static char *found(const Fixture *f, XapianQuery *take)
{
	g_autoptr(XapianQuery) q = take;
	g_autoptr(XapianEnquire) e = xapian_enquire_new(f->reader, NULL);
	GString *ids = g_string_new(NULL);

	g_assert_true(xapian_enquire_set_query(e, q, NULL));
	g_assert_true(xapian_enquire_set_weighting(e, XAPIAN_WEIGHT_BOOL, NULL, 0, NULL));
	g_autoptr(XapianMatches) m = xapian_enquire_run(e, 0, 1000, 0, NULL);
	for (guint i = 0; i < xapian_matches_size(m); i++)
		g_string_append_printf(ids, "%u ", xapian_matches_hit(m, i).docid);
	return g_string_free(ids, FALSE);
}

static XapianDoc *doc_of(const char *doel, const char *stand)
{
	g_autoptr(Dutch) dutch = dutch_new();
	g_autoptr(Pilot) p = pilot_new();
	XapianDoc *doc = xapian_doc_new();
	guint last = 0;

	p->title = "Proef";
	pilot_add_section(p, SECTION_DOEL, "Doel", doel);
	pilot_add_section(p, SECTION_STAND_VAN_ZAKEN, "Stand van zaken", stand);
	g_autoptr(Analysis) a = analysis_new(p, dutch);
	for (guint text = 0; text < 3; text++)
		postings_add(doc, &fields[FIELD_TITEL + (text ? text + 1 : 0)], a, text, &last);
	return doc;
}

/* n words of which number i is woord i, as letters. */
static char *many_words(guint n)
{
	GString *text = g_string_new(NULL);

	for (guint i = 1; i <= n; i++) {
		for (guint rest = i; rest; rest /= 20)
			g_string_append_c(text, "bcdfghjklmnpqrstvwxz"[rest % 20]);
		g_string_append(text, "ak ");
	}
	return g_string_free(text, FALSE);
}

static char *word_number(const char *words, guint n)
{
	g_auto(GStrv) all = g_strsplit(words, " ", -1);
	return g_strdup(all[n - 1]);
}

static XapianQuery *in(FieldId field, const char *term)
{
	return postings_in_field(&fields[field], xapian_query_term(term), &term, 1);
}

static XapianQuery *phrase(const char *one, const char *two)
{
	g_autoptr(XapianQuery) a = xapian_query_term(one), b = xapian_query_term(two);
	return xapian_query_pair(XAPIAN_PHRASE, a, b);
}

static void expect(const Fixture *f, XapianQuery *take, const char *ids)
{
	g_autofree char *got = found(f, take);
	g_assert_cmpstr(got, ==, ids);
}

/* Each word of a long text is in its field and in no other, and next to its neighbour. */
static void test_fields(void)
{
	static const guint lengths[] = { 4094, 4095, 4096, 4097, 8192, 8193, 9000 };

	for (gsize k = 0; k < G_N_ELEMENTS(lengths); k++) {
		guint n = lengths[k];
		g_autofree char *words = many_words(n);
		XapianDoc *doc = doc_of(words, "einde hier");
		Fixture f = index_of(&doc, 1);
		g_autofree char *last = word_number(words, n);
		const guint places[] = { 1, 2, 4094, 4095, 4096, 4097, 8191, 8192, 8193, n };
		for (gsize i = 0; i < G_N_ELEMENTS(places) && places[i] <= n; i++) {
			g_autofree char *word = word_number(words, places[i]);
			expect(&f, in(FIELD_DOEL, word), "1 ");
			expect(&f, in(FIELD_STAND_VAN_ZAKEN, word), "");
			expect(&f, in(FIELD_TITEL, word), "");
			if (places[i] < n) {
				g_autofree char *next = word_number(words, places[i] + 1);
				expect(&f, phrase(word, next), "1 ");
			}
		}
		expect(&f, in(FIELD_STAND_VAN_ZAKEN, "einde"), "1 ");
		expect(&f, in(FIELD_DOEL, "einde"), "");
		expect(&f, in(FIELD_TITEL, "proef"), "1 ");
		expect(&f, phrase(last, "einde"), "");
		expect(&f, phrase("proef", "cak"), "");
		fixture_clear(&f);
	}
}

/* Under which terms a word stands, and how many documents have it. */
static void test_stems(void)
{
	XapianDoc *docs[] = { doc_of("wij boeken", "x"), doc_of("het boek", "x"),
			      doc_of("een wetboek", "x"), doc_of("de mijnen", "mijn") };
	Fixture f = index_of(docs, G_N_ELEMENTS(docs));
	static const struct {
		const char *kind, *word, *terms;
		guint documents;
	} cases[] = {
		{ TERM_STEM, "boek", "Zboek boek ", 2 },
		{ TERM_PART, "boek", "Pboek ", 1 },
		{ "", "boek", "boek ", 1 },
		{ "", "boeken", "boeken ", 1 },
		{ TERM_STEM, "huur", "Zhuur ", 0 },
		{ TERM_STEM, "mijn", "Zmijn ", 1 }, /* as printed it is a stop word */
	};

	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GString) all = g_string_new(NULL);
		char *terms[POSTINGS_TERMS];
		guint n = postings_terms(f.dutch, cases[i].kind, cases[i].word, terms);
		for (guint k = 0; k < n; k++) {
			g_string_append_printf(all, "%s ", terms[k]);
			g_free(terms[k]);
		}
		g_assert_cmpstr(all->str, ==, cases[i].terms);
		g_assert_cmpuint(
			postings_frequency(f.reader, f.dutch, cases[i].kind, cases[i].word, NULL),
			==, cases[i].documents);
	}
	expect(&f, xapian_query_term("Zboek"), "1 ");
	expect(&f, xapian_query_term("Zmijn"), "4 ");
	fixture_clear(&f);
}

/* ---- periods -----------------------------------------------------------------------------------
 */

#define PILOTS 60

static gboolean overlaps(const Period *p, int from, int to)
{
	return (p->from == PERIOD_OPEN || p->from <= to) && (p->to == PERIOD_OPEN || p->to >= from);
}

static int random_month(int from, int to)
{
	return g_test_rand_int_range(from, to);
}

/* Any period against any range: found when they have a month in common. */
static void test_active(void)
{
	Period periods[PILOTS];
	XapianDoc *docs[PILOTS];
	int first = month_from_text("2015-01");

	for (guint i = 0; i < PILOTS; i++) {
		g_autoptr(Pilot) p = pilot_new();
		int from = random_month(first, first + 96), to = from + random_month(0, 40);
		periods[i] = (Period) { i % 10 == 1 ? PERIOD_OPEN : from,
					i % 10 == 0 ? PERIOD_OPEN : to, 0, 0 };
		g_array_append_val(p->periods, periods[i]);
		docs[i] = xapian_doc_new();
		active_add(docs[i], p);
	}
	Fixture f = index_of(docs, PILOTS);
	for (guint k = 0; k < 300; k++) {
		int from = random_month(first - 12, first + 150), to = from + random_month(0, 30);
		g_autoptr(GString) wanted = g_string_new(NULL);
		for (guint i = 0; i < PILOTS; i++)
			if (overlaps(&periods[i], from, to))
				g_string_append_printf(wanted, "%u ", i + 1);
		expect(&f, active_query(from, to), wanted->str);
	}
	fixture_clear(&f);
}

/* Whole years and quarters are one term each. */
static void test_stretches(void)
{
	g_autoptr(Pilot) p = pilot_new();
	const Period period = { month_from_text("2019-11"), month_from_text("2022-04"), 0, 0 };
	XapianDoc *doc = xapian_doc_new();

	g_array_append_val(p->periods, period);
	active_add(doc, p);
	Fixture f = index_of(&doc, 1);
	static const char *const there[] = { "2019-11", "2019-12", "2020",
					     "2021",    "2022-K1", "2022-04" };
	static const char *const not_there[] = { "2019-K4", "2020-K1", "2020-01",
						 "2022-01", "2022-K2", "2022-05" };
	for (gsize i = 0; i < G_N_ELEMENTS(there); i++) {
		g_autofree char *term = field_term(&fields[FIELD_LOOPT], there[i]);
		g_autofree char *none = field_term(&fields[FIELD_LOOPT], not_there[i]);
		g_autofree char *as_is = g_strconcat(fields[FIELD_LOOPT].prefix, there[i], NULL);
		g_assert_cmpuint(xapian_reader_termfreq(f.reader, as_is, NULL), ==, 1);
		g_assert_cmpuint(xapian_reader_termfreq(f.reader, none, NULL), ==, 0);
	}
	fixture_clear(&f);
}

/* The key by the end of its periods: one without an end is behind all others, wherever it stands.
 */
static void test_ends(void)
{
	const int from = month_from_text("2020-01"), to = month_from_text("2021-12");
	const struct {
		int ends[3];
		const char *begins;
	} cases[] = { { { from, to, from }, "2021-12 " },
		      { { PERIOD_OPEN, to, from }, "~ " },
		      { { to, PERIOD_OPEN, from }, "~ " },
		      { { to, from, PERIOD_OPEN }, "~ " } };
	g_autoptr(GPtrArray) none = g_ptr_array_new();
	Dutch *dutch = dutch_new();

	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		const Relation alone = { "x", TRUE, TRUE, FALSE };
		g_autoptr(Pilot) p = pilot_new();
		p->id = p->title = p->title_printed = "x";
		p->source.file = p->source.sha256 = "f";
		for (gsize k = 0; k < G_N_ELEMENTS(cases[i].ends); k++) {
			const Period period = { from, cases[i].ends[k], 0, 0 };
			g_array_append_val(p->periods, period);
		}
		Analysis *a = analysis_new(p, dutch);
		g_autoptr(XapianDoc) doc = pilotdoc_new(p, a, &alone, none, 0);
		g_autofree char *key = xapian_doc_value(doc, SLOT_END, NULL, NULL);
		g_assert_true(g_str_has_prefix(key, cases[i].begins));
		analysis_free(a);
	}
	dutch_free(dutch);
}

/* A slip of a pen is no thousands of terms: a hundred years of a period count. */
static void test_millennia(void)
{
	g_autoptr(Pilot) p = pilot_new();
	const Period period = { month_from_text("2000-01"), month_from_text("9000-12"), 0, 0 };
	XapianDoc *doc = xapian_doc_new();

	g_array_append_val(p->periods, period);
	active_add(doc, p);
	Fixture f = index_of(&doc, 1);
	g_autofree char *within = g_strconcat(fields[FIELD_LOOPT].prefix, "2099", NULL);
	g_autofree char *beyond = g_strconcat(fields[FIELD_LOOPT].prefix, "2101", NULL);
	g_assert_cmpuint(xapian_reader_termfreq(f.reader, within, NULL), ==, 1);
	g_assert_cmpuint(xapian_reader_termfreq(f.reader, beyond, NULL), ==, 0);
	fixture_clear(&f);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/postings/fields", test_fields);
	g_test_add_func("/postings/stems", test_stems);
	g_test_add_func("/active/any", test_active);
	g_test_add_func("/active/stretches", test_stretches);
	g_test_add_func("/active/millennia", test_millennia);
	g_test_add_func("/order/ends", test_ends);
	return g_test_run();
}

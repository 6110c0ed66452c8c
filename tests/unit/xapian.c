/* The wrapper against a real Xapian. */
#include <glib/gstdio.h>
#include <string.h>

#include "xapian-c.h"

static char *scratch;

static char *path(const char *name)
{
	return g_build_filename(scratch, name, NULL);
}

static XapianDoc *doc_of(const char *unique, const char *words, const char *theme)
{
	XapianDoc *doc = xapian_doc_new();
	g_auto(GStrv) split = g_strsplit(words, " ", -1);

	xapian_doc_set_data(doc, words, strlen(words));
	xapian_doc_add_boolean_term(doc, unique);
	for (guint i = 0; split[i]; i++)
		xapian_doc_add_posting(doc, split[i], i + 1, 1);
	xapian_doc_set_value(doc, 0, theme, strlen(theme));
	xapian_doc_set_number(doc, 1, strlen(words));
	return doc;
}

static const struct {
	const char *unique, *words, *theme;
} corpus[] = {
	{ "Q1", "huur huis stad", "huur" },
	{ "Q2", "huis koop stad", "koop" },
	{ "Q3", "huur geschil", "huur" },
	{ "Q4", "recht", "recht" },
};

static void make(const char *name)
{
	g_autofree char *p = path(name);
	g_autoptr(GError) error = NULL;
	g_autoptr(XapianWriter) w =
		xapian_writer_open(p, XAPIAN_WRITER_OVERWRITE, XAPIAN_WRITER_NO_SYNC, &error);

	g_assert_no_error(error);
	for (gsize i = 0; i < G_N_ELEMENTS(corpus); i++) {
		g_autoptr(XapianDoc) doc =
			doc_of(corpus[i].unique, corpus[i].words, corpus[i].theme);
		guint32 id = 0;
		g_assert_true(xapian_writer_replace(w, corpus[i].unique, doc, &id, &error));
		g_assert_cmpuint(id, ==, i + 1);
	}
	g_assert_true(xapian_writer_set_metadata(w, "k", "a\0b", 3, &error));
	g_assert_true(xapian_writer_add_spelling(w, "huurder", 3, &error));
	g_assert_true(xapian_writer_close(w, &error));
	g_assert_no_error(error);
}

static XapianReader *open_made(void)
{
	g_autofree char *p = path("made");
	g_autoptr(GError) error = NULL;
	XapianReader *r = xapian_reader_open(p, &error);

	g_assert_no_error(error);
	return r;
}

/* The unique terms of what a query finds, in order of rank: "Q1 Q3". */
static char *found(XapianReader *r, XapianQuery *take)
{
	g_autoptr(XapianQuery) query = take;
	g_autoptr(GError) error = NULL;
	g_autoptr(XapianEnquire) e = xapian_enquire_new(r, &error);
	GString *out = g_string_new(NULL);

	g_assert_true(xapian_enquire_set_query(e, query, &error));
	g_autoptr(XapianMatches) m = xapian_enquire_run(e, 0, 10, 0, &error);
	g_assert_no_error(error);
	for (guint i = 0; i < xapian_matches_size(m); i++)
		g_string_append_printf(out, "%s%u", i ? " " : "", xapian_matches_hit(m, i).docid);
	return g_string_free(out, FALSE);
}

static XapianQuery *of(XapianOp op, const char *words, guint window)
{
	g_auto(GStrv) split = g_strsplit(words, " ", -1);
	g_autoptr(GPtrArray) parts =
		g_ptr_array_new_with_free_func((GDestroyNotify)xapian_query_free);

	for (guint i = 0; split[i]; i++)
		g_ptr_array_add(parts, xapian_query_term(split[i]));
	return xapian_query_combine(op, (XapianQuery *const *)parts->pdata, parts->len, window);
}

static void assert_found(XapianReader *r, XapianQuery *take, const char *wanted)
{
	g_autofree char *got = found(r, take);
	g_assert_cmpstr(got, ==, wanted);
}

static void test_queries(void)
{
	g_autoptr(XapianReader) r = open_made();
	g_autoptr(XapianQuery) huis = xapian_query_term("huis");

	assert_found(r, of(XAPIAN_AND, "huur huis", 0), "1");
	assert_found(r, of(XAPIAN_OR, "geschil recht", 0), "4 3");
	assert_found(r, of(XAPIAN_AND_NOT, "huur huis", 0), "3");
	assert_found(r, of(XAPIAN_AND_MAYBE, "huur geschil", 0), "3 1");
	assert_found(r, of(XAPIAN_FILTER, "huur huis", 0), "1");
	assert_found(r, of(XAPIAN_PHRASE, "huis stad", 2), "1");
	assert_found(r, of(XAPIAN_PHRASE, "stad huis", 2), "");
	assert_found(r, of(XAPIAN_SYNONYM, "recht koop", 0), "4 2");
	assert_found(r, xapian_query_number_range(1, 5, 12), "3 4");
	assert_found(r, xapian_query_all(), "1 2 3 4");
	assert_found(r, xapian_query_nothing(), "");
	assert_found(r, xapian_query_scale(huis, 2), "1 2");
}

static void test_fixed(void)
{
	g_autoptr(XapianReader) r = open_made();
	g_autoptr(XapianQuery) fixed = xapian_query_fixed(1000);
	g_autoptr(XapianQuery) koop = xapian_query_term("koop");
	g_autoptr(XapianQuery) bonus = xapian_query_pair(XAPIAN_FILTER, fixed, koop);
	g_autoptr(XapianQuery) huis = xapian_query_term("huis");

	assert_found(r, xapian_query_pair(XAPIAN_OR, huis, bonus), "2 1");
}

static gboolean collect(const char *term, guint n, gpointer user)
{
	g_string_append_printf(user, "%s:%u ", term, n);
	return TRUE;
}

static void test_reader(void)
{
	g_autoptr(XapianReader) r = open_made();
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) out = g_string_new(NULL);
	gsize len;

	g_assert_cmpuint(xapian_reader_doccount(r, &error), ==, 4);
	g_assert_cmpuint(xapian_reader_termfreq(r, "huis", &error), ==, 2);
	g_autofree char *meta = xapian_reader_metadata(r, "k", &len, &error);
	g_assert_cmpmem(meta, len, "a\0b", 3);
	g_autofree char *none = xapian_reader_metadata(r, "none", NULL, &error);
	g_assert_cmpstr(none, ==, "");
	g_assert_true(xapian_reader_terms(r, "h", collect, out, &error));
	g_assert_cmpstr(out->str, ==, "huis:2 huur:2 ");
	g_autofree char *spelling = xapian_reader_spelling(r, "huurdre", 2, &error);
	g_assert_cmpstr(spelling, ==, "huurder");
	g_autoptr(GArray) ids = xapian_reader_docids(r, "huur", &error);
	g_assert_cmpuint(ids->len, ==, 2);
	g_assert_cmpuint(g_array_index(ids, guint32, 1), ==, 3);
	g_string_truncate(out, 0);
	g_assert_true(xapian_reader_spellings(r, collect, out, &error));
	g_assert_cmpstr(out->str, ==, "huurder:3 ");
	g_autofree char *uuid = xapian_reader_uuid(r, &error);
	g_assert_cmpuint(strlen(uuid), ==, 36);
	g_assert_no_error(error);
}

static void test_document(void)
{
	g_autoptr(XapianReader) r = open_made();
	g_autoptr(GError) error = NULL;
	g_autoptr(XapianDoc) doc = xapian_reader_find(r, "Q3", &error);
	g_autofree char *data = xapian_doc_data(doc, NULL, &error);
	g_autofree char *value = xapian_doc_value(doc, 0, NULL, &error);

	g_assert_cmpstr(data, ==, "huur geschil");
	g_assert_cmpstr(value, ==, "huur");
	g_assert_cmpfloat(xapian_doc_number(doc, 1, -1, &error), ==, 12);
	g_assert_cmpfloat(xapian_doc_number(doc, 9, -1, &error), ==, -1);
	g_assert_null(xapian_reader_find(r, "Q9", &error));
	g_assert_error(error, XAPIAN_ERROR, XAPIAN_ERROR_NOT_FOUND);
}

static void test_order_and_counts(void)
{
	g_autoptr(XapianReader) r = open_made();
	g_autoptr(GError) error = NULL;
	g_autoptr(XapianEnquire) e = xapian_enquire_new(r, &error);
	g_autoptr(XapianQuery) all = xapian_query_all();
	g_autoptr(GString) out = g_string_new(NULL);

	g_assert_true(xapian_enquire_set_query(e, all, &error));
	xapian_enquire_set_sort(e, XAPIAN_SORT_VALUE_THEN_RELEVANCE, 1, TRUE);
	xapian_enquire_count_values(e, 0);
	for (int again = 0; again < 2; again++) { /* counts do not add up over runs */
		g_autoptr(XapianMatches) m = xapian_enquire_run(e, 0, 1, 100, &error);
		g_string_truncate(out, 0);
		g_assert_true(xapian_matches_values(m, 0, collect, out, &error));
		g_assert_cmpstr(out->str, ==, "huur:2 koop:1 recht:1 ");
		g_assert_cmpuint(xapian_matches_estimated(m), ==, 4);
		g_assert_cmpuint(xapian_matches_hit(m, 0).docid, ==, 1);
	}
	g_autoptr(XapianMatches) m = xapian_enquire_run(e, 0, 10, 100, &error);
	g_assert_cmpuint(xapian_matches_size(m), ==, 4);
	g_assert_false(xapian_matches_values(m, 7, collect, out, &error));
	g_assert_error(error, XAPIAN_ERROR, XAPIAN_ERROR_INVALID);
}

static void test_weights(void)
{
	g_autoptr(XapianReader) r = open_made();
	g_autoptr(GError) error = NULL;
	g_autoptr(XapianEnquire) e = xapian_enquire_new(r, &error);
	g_autoptr(XapianQuery) q = of(XAPIAN_OR, "huur geschil", 0);
	const double bm25[] = { 1.2, 0, 1, 0.5, 0.5 };

	g_assert_true(xapian_enquire_set_query(e, q, &error));
	for (int scheme = XAPIAN_WEIGHT_BM25; scheme <= XAPIAN_WEIGHT_BOOL; scheme++) {
		g_assert_true(
			xapian_enquire_set_weighting(e, scheme, bm25, scheme ? 0 : 5, &error));
		g_autoptr(XapianMatches) m = xapian_enquire_run(e, 0, 10, 0, &error);
		g_assert_cmpuint(xapian_matches_size(m), ==, 2);
	}
	g_assert_true(xapian_enquire_set_weighting(e, XAPIAN_WEIGHT_BM25, NULL, 0, &error));
	g_autoptr(XapianMatches) m = xapian_enquire_run(e, 0, 10, 0, &error);
	g_assert_cmpint(xapian_matches_hit(m, 0).percent, ==, 100);
	g_assert_cmpfloat(xapian_matches_max_attained(m), ==, xapian_matches_hit(m, 0).weight);
	g_assert_cmpuint(xapian_matches_lower_bound(m), <=, xapian_matches_upper_bound(m));
	xapian_enquire_set_cutoff(e, 0, xapian_matches_hit(m, 0).weight);
	g_autoptr(XapianMatches) best = xapian_enquire_run(e, 0, 10, 0, &error);
	g_assert_cmpuint(xapian_matches_size(best), ==, 1);
	g_assert_no_error(error);
}

static void test_errors(void)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *missing = path("missing"), *garbage = path("garbage");
	g_autofree char *made = path("made");
	g_autoptr(XapianReader) r = open_made();
	g_autoptr(XapianEnquire) e = xapian_enquire_new(r, &error);

	g_assert_null(xapian_reader_open(missing, &error));
	g_assert_error(error, XAPIAN_ERROR, XAPIAN_ERROR_NOT_FOUND);
	g_clear_error(&error);
	g_assert_true(g_file_set_contents(garbage, "no stub\n", -1, NULL));
	g_assert_null(xapian_reader_open(garbage, &error));
	g_assert_error(error, XAPIAN_ERROR, XAPIAN_ERROR_OPENING);
	g_clear_error(&error);
	g_assert_null(xapian_reader_open_remote("127.0.0.1", 1, 500, &error));
	g_assert_error(error, XAPIAN_ERROR, XAPIAN_ERROR_NETWORK);
	g_clear_error(&error);

	/* A query keeps the first error of its parts until it is used. */
	g_autoptr(XapianQuery) q = xapian_query_term("x");
	g_autoptr(XapianQuery) bad = xapian_query_scale(q, -1);
	g_autoptr(XapianQuery) worse = xapian_query_pair(XAPIAN_AND, q, bad);
	g_assert_false(xapian_enquire_set_query(e, worse, &error));
	g_assert_error(error, XAPIAN_ERROR, XAPIAN_ERROR_INVALID);
	g_clear_error(&error);

	/* So does a document: an empty term is none. */
	g_autoptr(XapianDoc) doc = xapian_doc_new();
	xapian_doc_add_boolean_term(doc, "");
	g_autoptr(XapianWriter) w =
		xapian_writer_open(made, XAPIAN_WRITER_OPEN, XAPIAN_WRITER_NO_SYNC, &error);
	g_assert_false(xapian_writer_add(w, doc, NULL, &error));
	g_assert_error(error, XAPIAN_ERROR, XAPIAN_ERROR_INVALID);
	g_clear_error(&error);
	g_assert_null(xapian_writer_open(made, XAPIAN_WRITER_OPEN, 0, &error));
	g_assert_error(error, XAPIAN_ERROR, XAPIAN_ERROR_LOCKED);
}

static void test_writer(void)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *p = path("written"), *compact = path("compact");
	const char *const sources[] = { p };
	XapianWriter *w =
		xapian_writer_open(p, XAPIAN_WRITER_CREATE, XAPIAN_WRITER_NO_SYNC, &error);
	g_autoptr(XapianDoc) doc = doc_of("Q1", "een", "");
	g_autoptr(XapianDoc) two = doc_of("Q2", "twee", "");

	g_assert_true(xapian_writer_add(w, doc, NULL, &error));
	g_assert_true(xapian_writer_commit(w, &error));
	g_autoptr(XapianReader) r = xapian_reader_open(p, &error);
	g_assert_true(xapian_writer_add(w, two, NULL, &error));
	xapian_writer_free(w); /* without close: the second is dropped */
	g_assert_cmpuint(xapian_reader_doccount(r, &error), ==, 1);

	w = xapian_writer_open(p, XAPIAN_WRITER_OPEN, XAPIAN_WRITER_NO_SYNC, &error);
	g_assert_true(xapian_writer_replace(w, "Q2", two, NULL, &error));
	g_assert_true(xapian_writer_delete(w, "Q1", &error));
	g_assert_true(xapian_writer_add_spelling(w, "een", 2, &error));
	g_assert_true(xapian_writer_remove_spelling(w, "een", 2, &error));
	g_assert_true(xapian_writer_close(w, &error));
	xapian_writer_free(w);
	g_autoptr(XapianReader) newer = xapian_reader_open(p, &error);
	g_assert_cmpuint(xapian_reader_termfreq(newer, "een", &error), ==, 0);
	g_assert_cmpuint(xapian_reader_doccount(newer, &error), ==, 1);
	g_assert_true(xapian_compact(sources, 1, compact, &error));
	g_autoptr(XapianReader) small = xapian_reader_open(compact, &error);
	g_autoptr(XapianReader) both = open_made();
	g_assert_true(xapian_reader_add(both, small, &error));
	g_assert_cmpuint(xapian_reader_doccount(both, &error), ==, 5);
	g_assert_no_error(error);
}

/* A stub file is how generations are published. */
static void test_stub(void)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *dir = path("stubbed"), *stub = path("stubbed/XAPIANDB");

	g_assert_cmpint(g_mkdir(dir, 0755), ==, 0);
	g_assert_true(g_file_set_contents(stub, "auto ../made\n", -1, NULL));
	g_autoptr(XapianReader) r = xapian_reader_open(dir, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(xapian_reader_doccount(r, &error), ==, 4);
}

static void test_describe(void)
{
	g_autoptr(XapianQuery) q = of(XAPIAN_AND, "a b", 0);
	g_autofree char *text = xapian_query_describe(q);

	g_assert_cmpstr(text, ==, "Query((a AND b))");
}

static void remove_tree(const char *dir)
{
	g_autoptr(GDir) d = g_dir_open(dir, 0, NULL);
	const char *name;

	while (d && (name = g_dir_read_name(d))) {
		g_autofree char *child = g_build_filename(dir, name, NULL);
		remove_tree(child);
	}
	g_remove(dir);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	scratch = g_dir_make_tmp("xapian-test-XXXXXX", NULL);
	make("made");
	g_test_add_func("/xapian/queries", test_queries);
	g_test_add_func("/xapian/fixed", test_fixed);
	g_test_add_func("/xapian/reader", test_reader);
	g_test_add_func("/xapian/document", test_document);
	g_test_add_func("/xapian/order-and-counts", test_order_and_counts);
	g_test_add_func("/xapian/weights", test_weights);
	g_test_add_func("/xapian/errors", test_errors);
	g_test_add_func("/xapian/writer", test_writer);
	g_test_add_func("/xapian/stub", test_stub);
	g_test_add_func("/xapian/describe", test_describe);
	int status = g_test_run();
	remove_tree(scratch);
	g_free(scratch);
	return status;
}

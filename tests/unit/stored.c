/* What the index keeps of a pilot, written and read: the same pilot; damaged: none. */
#include <glib/gstdio.h>
#include <string.h>

#include "annex.h"
#include "hash.h"
#include "labels.h"
#include "looptijd.h"
#include "sources.h"
#include "stored.h"
#include "sums.h"
#include "xapian-c.h"

static const char *const files[] = { "corpus/bijlage-2-stand-van-zaken-pilots-2021-12-01.txt",
				     "tests/search/tweede-editie.txt", "tests/annex/odd.txt" };

static gboolean compare(Pilot *take, guint number, gpointer user, GError **error)
{
	g_autoptr(Pilot) p = take;
	guint *seen = user;

	(void)number, (void)error;
	pilot_add_value(p, FACET_THEMA, "thema \"met\" \\ en \x01 \t teken");
	const Period open = { PERIOD_OPEN, 24251, PRECISION_NONE, PRECISION_MAAND };
	g_array_append_val(p->periods, open);
	g_autoptr(GBytes) stored = stored_write(p);
	g_autoptr(Pilot) read = stored_read(stored, NULL);
	g_assert_nonnull(read);
	g_autofree char *json = pilot_to_json(p), *again = pilot_to_json(read);
	g_assert_cmpstr(again, ==, json);
	g_assert_cmpuint(stored_hash(p), ==, stored_hash(read));
	read->source.line++;
	g_assert_cmpuint(stored_hash(p), ==, stored_hash(read));
	read->title = "anders";
	g_assert_cmpuint(stored_hash(p), !=, stored_hash(read));
	++*seen;
	return TRUE;
}

static guint each_pilot(PilotFunc func)
{
	guint seen = 0;

	for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
		g_autoptr(Report) report = report_new();
		g_autoptr(GError) error = NULL;
		g_autoptr(Annex) a = annex_look(files[i], "x", NULL, &error);
		g_assert_true(annex_scan(a, TRUE, report, &error));
		for (guint k = 0; k < a->parts->len; k++)
			g_assert_true(annex_read(a, &g_array_index(a->parts, AnnexPart, k), report,
						 func, &seen, &error));
	}
	return seen;
}

static void test_same(void)
{
	g_assert_cmpuint(each_pilot(compare), >, 36);
}

/* What a paper of parliament says of itself, and others of it. */
static void test_paper(void)
{
	g_autoptr(Pilot) p = pilot_new();

	p->kind = KIND_KAMERVRAAG;
	p->id = "kv-tk-2098Z00100.1";
	p->title = p->title_printed = "hoog gras";
	p->status = STATUS_BEANTWOORD;
	p->reference_date = "2098-11-10";
	p->source.file = "a.xml";
	p->source.sha256 = "0";
	p->paper = (PaperFacts) { .document = "kv-tk-2098Z00100",
				  .day = "2098-10-01",
				  .chain = "kv-tk-2098Z00100",
				  .status_in = "ah-tk-20982099-150",
				  .elsewhere = "ah-tk-20982099-151",
				  .there = "2 en 3",
				  .step = STEP_ASKED,
				  .inquiries = p->paper.inquiries,
				  .related = p->paper.related };
	g_ptr_array_add(p->paper.inquiries, (gpointer) "kv-tk-2098Z00100");
	g_autoptr(GBytes) stored = stored_write(p);
	g_autoptr(Pilot) read = stored_read(stored, NULL);
	g_assert_nonnull(read);
	g_autofree char *json = pilot_to_json(p), *again = pilot_to_json(read);
	g_assert_cmpstr(again, ==, json);
	g_assert_cmpstr(read->paper.day, ==, "2098-10-01");
	g_assert_cmpstr(read->paper.chain, ==, "kv-tk-2098Z00100");
	g_assert_cmpstr(read->paper.there, ==, "2 en 3");
}

/* A walk over bytes without their checksum: whatever they are, it stays within them. */
static void read_anyhow(const guint8 *bytes, gsize len)
{
	g_autoptr(GByteArray) with_sum = g_byte_array_new();
	guint64 sum = GUINT64_TO_LE(hash_checksum(len, bytes, len));

	g_byte_array_append(with_sum, (const guint8 *)&sum, sizeof sum);
	g_byte_array_append(with_sum, bytes, (guint)len);
	g_autoptr(GBytes) stored = g_bytes_new(with_sum->data, with_sum->len);
	g_autoptr(Pilot) p = stored_read(stored, NULL);
	g_autofree char *json = p ? pilot_to_json(p) : NULL;
}

/* Each byte changed, each end cut off: told by the checksum. */
static gboolean damage(Pilot *take, guint number, gpointer user, GError **error)
{
	g_autoptr(Pilot) p = take;
	g_autoptr(GBytes) whole = stored_write(p);
	gsize len;
	const guint8 *bytes = g_bytes_get_data(whole, &len);
	guint *seen = user;

	(void)number, (void)error;
	for (gsize i = 0; i < len; i++) {
		g_autoptr(GError) failed = NULL;
		guint8 *changed = g_memdup2(bytes, len);
		changed[i] ^= (guint8)(1u << i % 8);
		if (i >= sizeof(guint64))
			read_anyhow(changed + sizeof(guint64), len - sizeof(guint64));
		g_autoptr(GBytes) damaged = g_bytes_new_take(changed, len);
		g_assert_null(stored_read(damaged, &failed));
		g_assert_error(failed, XAPIAN_ERROR, XAPIAN_ERROR_CORRUPT);
		g_autoptr(GBytes) part = g_bytes_new(bytes, i);
		g_assert_null(stored_read(part, NULL));
		++*seen;
	}
	return TRUE;
}

static void test_damage(void)
{
	g_assert_cmpuint(each_pilot(damage), >, 1000);
}

/* What an index says it was made of: each document, and of very many only their dates. */
static void test_sources(void)
{
	const Document two[] = { { "b.txt", "ff", "Een titel", "2021-12-01", 33, 1 },
				 { "a.txt", "00", NULL, NULL, 0, 1 } };
	g_autoptr(GPtrArray) documents = g_ptr_array_new();

	g_ptr_array_add(documents, (gpointer)&two[0]);
	g_ptr_array_add(documents, (gpointer)&two[1]);
	g_autoptr(GByteArray) bytes = sources_write(documents);
	g_autoptr(GPtrArray) read = sources_read((const char *)bytes->data, bytes->len);
	g_assert_cmpuint(read->len, ==, 2);
	const Document *undated = read->pdata[0], *dated = read->pdata[1];
	g_assert_cmpstr(undated->file, ==, "a.txt");
	g_assert_null(undated->reference_date);
	g_assert_cmpstr(dated->title, ==, "Een titel");
	g_assert_cmpuint(dated->pilots, ==, 33);
	for (gsize n = 1; n < bytes->len; n++) {
		g_autoptr(GPtrArray) part = sources_read((const char *)bytes->data, n);
		g_assert_true(!part || part->len == 1); /* cut between the two */
	}
	for (guint i = 0; i < SOURCES_MAX; i++)
		g_ptr_array_add(documents, (gpointer)&two[0]);
	g_autoptr(GByteArray) many = sources_write(documents);
	g_autoptr(GPtrArray) dates = sources_read((const char *)many->data, many->len);
	g_assert_cmpuint(dates->len, ==, 2);
	dated = dates->pdata[1];
	g_assert_cmpuint(dated->documents, ==, SOURCES_MAX + 1);
	g_assert_cmpuint(dated->pilots, ==, 33 * (SOURCES_MAX + 1));
	g_assert_cmpstr(dated->reference_date, ==, "2021-12-01");
}

/* As a run of the indexer does. */
/* Which byte of an index of two files is changed, and whether that is seen. */
static void test_sums(void)
{
	enum { LARGE = 100000, MOST = 50000 };
	static const struct {
		const char *file; /* NULL: as it was written */
		guint64 most;
		gboolean good;
	} cases[] = { { NULL, MOST, TRUE },
		      { "small", MOST, FALSE },
		      { "large", MOST, TRUE },
		      { "large", G_MAXUINT64, FALSE } };

	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *index = g_dir_make_tmp("sums-XXXXXX", NULL);
		g_autofree char *dir = g_build_filename(index, "gen-1", NULL);
		g_autofree char *stub = g_build_filename(index, "XAPIANDB", NULL);
		g_autofree char *small = g_build_filename(dir, "small", NULL);
		g_autofree char *large = g_build_filename(dir, "large", NULL);
		g_autofree char *sums = g_build_filename(dir, SUMS_FILE, NULL);
		g_autofree char *bytes = g_malloc0(LARGE);
		g_assert_cmpint(g_mkdir(dir, 0755), ==, 0);
		g_file_set_contents(stub, "auto gen-1\n", -1, NULL);
		g_file_set_contents(small, bytes, 10, NULL);
		g_file_set_contents(large, bytes, LARGE, NULL);
		g_assert_true(sums_write(dir, NULL));
		bytes[5] = 1;
		if (cases[i].file)
			g_file_set_contents(*cases[i].file == 's' ? small : large, bytes,
					    *cases[i].file == 's' ? 10 : LARGE, NULL);
		g_assert_cmpint(sums_check(index, cases[i].most, NULL), ==, cases[i].good);
		const char *const made[] = { small, large, sums, dir, stub, index };
		for (gsize k = 0; k < G_N_ELEMENTS(made); k++)
			g_assert_cmpint(g_remove(made[k]), ==, 0);
	}
}

static void use_labels(void)
{
	g_autofree char *text = NULL;

	g_assert_true(g_file_get_contents("corpus/labels.lst", &text, NULL, NULL));
	g_assert_true(labels_use(text, NULL));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	use_labels();
	g_test_add_func("/stored/same", test_same);
	g_test_add_func("/stored/paper", test_paper);
	g_test_add_func("/stored/damage", test_damage);
	g_test_add_func("/stored/sources", test_sources);
	g_test_add_func("/stored/sums", test_sums);
	return g_test_run();
}

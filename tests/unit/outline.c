/* A pilot that is read by the outline of its record is the pilot that is parsed from it. */
#include <string.h>

#include "annex.h"
#include "outline.h"

static const char *const files[] = { "corpus/bijlage-2-stand-van-zaken-pilots-2021-12-01.txt",
				     "tests/search/tweede-editie.txt", "tests/annex/odd.txt" };

static gboolean compare(Pilot *take, guint number, gpointer user, GError **error)
{
	g_autoptr(Pilot) p = take;
	guint *seen = user;

	(void)number, (void)error;
	g_ptr_array_add(p->themes, g_strdup("thema \"met\" \\ en \x01 \t teken"));
	g_autofree char *json = pilot_to_json(p);
	g_autoptr(GByteArray) outline = outline_make(p, json);
	g_assert_cmpuint(outline->len, >, 0);
	g_autoptr(Pilot) read = outline_read(json, strlen(json), outline->data, outline->len);
	g_assert_nonnull(read);
	g_autofree char *again = pilot_to_json(read);
	g_assert_cmpstr(again, ==, json);
	++*seen;
	return TRUE;
}

static guint each_pilot(PilotFunc func)
{
	guint seen = 0;

	for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
		g_autoptr(Report) report = report_new();
		g_autoptr(GError) error = NULL;
		g_autoptr(Annex) a = annex_look(files[i], "x", &error);
		g_assert_true(annex_scan(a, report, &error));
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

/* Damaged bytes give another pilot or none, and never read beyond the record. */
static gboolean damage(Pilot *take, guint number, gpointer user, GError **error)
{
	g_autoptr(Pilot) p = take;
	g_autofree char *json = pilot_to_json(p);
	g_autoptr(GByteArray) outline = outline_make(p, json);
	guint *seen = user;

	(void)number, (void)error;
	for (guint i = 0; i < outline->len; i++) {
		g_autofree guint8 *bytes = g_memdup2(outline->data, outline->len);
		bytes[i] ^= (guint8)(1u << i % 8);
		pilot_free(outline_read(json, strlen(json), bytes, outline->len));
		pilot_free(outline_read(json, strlen(json), outline->data, i));
		++*seen;
	}
	return TRUE;
}

static void test_damage(void)
{
	g_assert_cmpuint(each_pilot(damage), >, 1000);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/outline/same", test_same);
	g_test_add_func("/outline/damage", test_damage);
	return g_test_run();
}

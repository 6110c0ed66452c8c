/* Files of text that editors keep: where they are wrong. */
#include "edited.h"

#include <glib/gstdio.h>

#include "editions.h"
#include "gazetteer.h"

static void test_ini(void)
{
	static const struct {
		const char *text, *message; /* its start; NULL: right */
	} cases[] = {
		{ "", NULL },
		{ "# remark\n\n", NULL },
		{ "[a]\nx = 1\n[b]\nx = 1\n[a]\ny = 1\n", NULL },
		{ "  [a]  \n  x=1=2\n", NULL },
		{ "[a]\nx\n", "2: " },
		{ "\n# y = 1\nx = 1\n[a]\n", "3: " },
		{ "[a]\nx = 1\n\n[b\n", "4: " },
		{ "[a]\n= 1\n", "2: " },
		{ "[a]\nx = 1\n[b]\nx = 1\n[a]\n x= 2\n", "6: [a] has \"x\" already, in line 2" },
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(EditedIni) ini = edited_ini(cases[i].text, &error);
		g_assert_true((ini == NULL) == (error != NULL));
		if (!cases[i].message != !error ||
		    (error && !g_str_has_prefix(error->message, cases[i].message)))
			g_error("%s: %s", cases[i].text, error ? error->message : "no error");
	}
	g_autoptr(EditedIni) ini = edited_ini("\n[a]\nx = 1\n\n[b]\ny = 2\n[a]\nz = 3\n", NULL);
	g_assert_cmpuint(edited_ini_line(ini, "a", NULL), ==, 2);
	g_assert_cmpuint(edited_ini_line(ini, "a", "z"), ==, 8);
	g_assert_cmpuint(edited_ini_line(ini, "b", "y"), ==, 6);
	g_assert_cmpuint(edited_ini_line(ini, "b", "x"), ==, 0);
}

static void test_load(void)
{
	g_autofree char *dir = g_dir_make_tmp("edited-test-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(dir, "list", NULL);
	static const struct {
		const char *bytes, *text; /* NULL: an error of line 2 */
	} cases[] = {
		{ "a\nb\n", "a\nb\n" },
		{ "\xEF\xBB\xBF"
		  "a\r\nb\r\n",
		  "a\nb\n" },
		{ "", "" },
		{ "a\nb\xE9\n", NULL },
		{ "a\n\xC3", NULL },
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GError) error = NULL;
		g_assert_true(g_file_set_contents(path, cases[i].bytes, -1, NULL));
		g_autofree char *text = edited_load(path, &error);
		g_autofree char *line = g_strconcat(path, ":2: ", NULL);
		g_assert_cmpstr(text, ==, cases[i].text);
		g_assert_true(text || g_str_has_prefix(error->message, line));
	}
	g_assert_cmpint(g_remove(path), ==, 0);
	g_autofree char *gone = edited_load(path, NULL);
	g_assert_null(gone);
	g_assert_cmpint(g_rmdir(dir), ==, 0);
}

static void test_lists(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GHashTable) stated = editions_parse("# x = y\n a = b \n\nc=d\n", &error);

	g_assert_no_error(error);
	g_assert_cmpuint(g_hash_table_size(stated), ==, 2);
	g_assert_cmpstr(g_hash_table_lookup(stated, "a"), ==, "b");
	static const char *const bad[] = { "a\n",       "a =\n",       "= a\n",
					   "a = b c\n", "a = b = c\n", "a = b\na = c\n" };
	for (gsize i = 0; i < G_N_ELEMENTS(bad); i++)
		g_assert_null(editions_parse(bad[i], NULL));
	g_assert_null(gazetteer_parse("Assen\n = Emmen\n", GAZETTEER_SAID, &error));
	g_assert_true(g_str_has_prefix(error->message, "2: "));
	static const char *const no_places[] = { "[Drenthe", "[Drenthe\nAssen]", "[ = Drente]", "?",
						 "! # Best" };
	for (gsize i = 0; i < G_N_ELEMENTS(no_places); i++)
		g_assert_null(gazetteer_parse(no_places[i], GAZETTEER_SAID, NULL));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/edited/ini", test_ini);
	g_test_add_func("/edited/load", test_load);
	g_test_add_func("/edited/lists", test_lists);
	return g_test_run();
}

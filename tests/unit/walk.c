/* Which documents are left out with a warning, and what stops a run. */
#include "walk.h"

static void test_left_out(void)
{
	static const struct {
		int code;
		gboolean found, left_out;
	} cases[] = {
		{ G_FILE_ERROR_INVAL, TRUE, TRUE },
		{ G_FILE_ERROR_ACCES, TRUE, TRUE },
		{ G_FILE_ERROR_NOENT, TRUE, TRUE },
		{ G_FILE_ERROR_INVAL, FALSE, FALSE },
		/* the machine: else pilots would seem to be gone */
		{ G_FILE_ERROR_IO, TRUE, FALSE },
		{ G_FILE_ERROR_NOSPC, TRUE, FALSE },
		{ G_FILE_ERROR_NOMEM, TRUE, FALSE },
		{ G_FILE_ERROR_MFILE, TRUE, FALSE },
		{ G_FILE_ERROR_NFILE, TRUE, FALSE },
		{ G_FILE_ERROR_ROFS, TRUE, FALSE },
		{ G_FILE_ERROR_AGAIN, TRUE, FALSE },
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		const WalkedFile f = { .path = (char *)"f",
				       .name = (char *)"f",
				       .found = cases[i].found };
		g_autoptr(Report) report = report_new();
		g_autoptr(GError) error = NULL;
		GError *why = g_error_new_literal(G_FILE_ERROR, cases[i].code, "f: why");
		g_assert_cmpint(walk_leave_out(&f, report, why, &error), ==, cases[i].left_out);
		g_assert_cmpint(error == NULL, ==, cases[i].left_out);
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/walk/left-out", test_left_out);
	return g_test_run();
}

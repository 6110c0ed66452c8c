/* Work in a process of its own: what comes back, and how it ends. */
#include "child.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include "fatal.h"

#define MOST 100000

static void say(GString *out, gpointer user)
{
	g_string_append(out, user);
}

static void say_much(GString *out, gpointer user)
{
	(void)user;
	for (int i = 0; i <= MOST; i++)
		g_string_append_c(out, 'x');
}

static void go_on(GString *out, gpointer user)
{
	(void)user;
	for (volatile guint i = 0;; i++)
		g_string_truncate(out, 0);
}

static void refuse(GString *out, gpointer user)
{
	(void)out, (void)user;
	fatal_end(NULL);
}

static void crash(GString *out, gpointer user)
{
	(void)out, (void)user;
	raise(SIGKILL);
}

static void test_ends(void)
{
	char *const text = g_strnfill(MOST, 'a');
	const struct {
		void (*work)(GString *out, gpointer user);
		char *say;
		ChildEnd end;
		const char *out;
	} cases[] = {
		{ say, "één", CHILD_DONE, "één" },   { say, "", CHILD_DONE, "" },
		{ say, text, CHILD_DONE, text },     { say_much, NULL, CHILD_TOO_MUCH, "" },
		{ go_on, NULL, CHILD_TOO_MUCH, "" }, { refuse, NULL, CHILD_TOO_MUCH, "" },
		{ crash, NULL, CHILD_FAILED, "" },   { say, "verder", CHILD_DONE, "verder" },
	};
	g_autoptr(GString) out = g_string_new("van ervoor");

	fatal_install("test", 3);
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_assert_cmpint(child_run(cases[i].work, cases[i].say, 100, MOST, out), ==,
				cases[i].end);
		g_assert_cmpstr(out->str, ==, cases[i].out);
	}
	g_free(text);
	/* none is left behind */
	g_assert_cmpint(waitpid(-1, NULL, WNOHANG), ==, -1);
	g_assert_cmpint(errno, ==, ECHILD);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/child/ends", test_ends);
	return g_test_run();
}

/* What a request may cost: what the environment says of it, and that the timer has it. */
#include "limit.h"

#include <sys/time.h>

#define VARIABLE "PILOTZOEKER_TEST_MS"

/* Nothing that is said takes the bound away. */
static void test_ms(void)
{
	static const struct {
		const char *value;
		guint ms;
	} cases[] = { { NULL, 2000 },         { "", 2000 },       { "0", 2000 }, { "-1", 2000 },
		      { "tien", 2000 },       { "1", 1 },         { "30", 30 },  { "30s", 2000 },
		      { "3600000", 3600000 }, { "3600001", 2000 } };

	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_unsetenv(VARIABLE);
		if (cases[i].value)
			g_setenv(VARIABLE, cases[i].value, TRUE);
		g_assert_cmpuint(limit_ms(VARIABLE, 2000), ==, cases[i].ms);
	}
}

/* What is left right after the start: no more than was given, and of some seconds nearly all. */
static void test_timer(void)
{
	struct itimerval left;

	limit_start(5900, -1, NULL, 0);
	getitimer(ITIMER_PROF, &left);
	g_assert_cmpint(left.it_value.tv_sec, ==, 5);
	limit_stop();
	getitimer(ITIMER_PROF, &left);
	g_assert_cmpint(left.it_value.tv_sec, ==, 0);
	g_assert_cmpint(left.it_value.tv_usec, ==, 0);
	limit_wait_start(5900);
	getitimer(ITIMER_REAL, &left);
	g_assert_cmpint(left.it_value.tv_sec, <=, 5);
	g_assert_false(limit_is_late());
	limit_wait_stop();
	getitimer(ITIMER_REAL, &left);
	g_assert_cmpint(left.it_value.tv_sec, ==, 0);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/limit/ms", test_ms);
	g_test_add_func("/limit/timer", test_timer);
	return g_test_run();
}

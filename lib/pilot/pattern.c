#include "pattern.h"

GRegex *pattern_regex(Pattern *p)
{
	if (g_once_init_enter(&p->compiled)) {
		g_autoptr(GError) error = NULL;
		GRegex *regex = g_regex_new(p->text, p->flags | G_REGEX_OPTIMIZE, 0, &error);
		g_assert_no_error(error);
		g_once_init_leave(&p->compiled, (gsize)regex);
		/* cppcheck-suppress memleak ; the pattern keeps it */
	}
	return (GRegex *)p->compiled;
}

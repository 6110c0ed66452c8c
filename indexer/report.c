#include "report.h"

Report *report_new(void)
{
	Report *r = g_new(Report, 1);

	r->lines = g_ptr_array_new_with_free_func(g_free);
	return r;
}

void report_free(Report *r)
{
	if (!r)
		return;
	g_ptr_array_unref(r->lines);
	g_free(r);
}

void report_warn(Report *r, const char *file, guint line, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	g_autofree char *text = g_strdup_vprintf(format, args);
	va_end(args);
	char *where = line ? g_strdup_printf("%s:%u: warning: %s", file, line, text)
			   : g_strdup_printf("%s: warning: %s", file, text);
	g_ptr_array_add(r->lines, where);
}

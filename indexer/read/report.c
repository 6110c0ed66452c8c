#include "report.h"

#include <string.h>

Report *report_new(void)
{
	Report *r = g_new0(Report, 1);

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

	if (r->count++ >= REPORT_MAX)
		return;
	va_start(args, format);
	g_autofree char *text = g_strdup_vprintf(format, args);
	va_end(args);
	char *where = line ? g_strdup_printf("%s:%u: warning: %s", file, line, text)
			   : g_strdup_printf("%s: warning: %s", file, text);
	g_ptr_array_add(r->lines, where);
}

void report_left_out(Report *r, const char *file, GError *take)
{
	g_autoptr(GError) error = take;
	g_autofree char *start = g_strconcat(file, ": ", NULL);
	const char *why = error->message;

	if (g_str_has_prefix(why, start))
		why += strlen(start);
	report_warn(r, file, 0, "left out: %s", why);
	r->left_out++;
}

void report_append(Report *r, Report *other)
{
	guint room = REPORT_MAX - r->lines->len;

	if (other->lines->len > room)
		g_ptr_array_set_size(other->lines, (gint)room);
	for (guint i = 0; i < other->lines->len; i++)
		g_ptr_array_add(r->lines, g_strdup(other->lines->pdata[i]));
	r->count += other->count;
	r->left_out += other->left_out;
	g_ptr_array_set_size(other->lines, 0);
	other->count = other->left_out = 0;
}

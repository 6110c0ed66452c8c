#include "active.h"

#include "fields.h"
#include "leaves.h"
#include "looptijd.h"

gboolean active_parse(const char *text, int *from, int *to)
{
	g_auto(GStrv) ends = g_strsplit(text, "..", 2);

	*from = ends[0] ? month_from_text(ends[0]) : PERIOD_OPEN;
	*to = ends[0] && ends[1] ? month_from_text(ends[1]) : *from;
	return *from != PERIOD_OPEN && *to != PERIOD_OPEN && *from <= *to &&
	       *to - *from < ACTIVE_MAX_MONTHS;
}

XapianQuery *active_query(int from, int to)
{
	QueryList *ways = list_new();

	for (int month = from; month <= to; month++) {
		g_autofree char *text = month_to_text(month);
		g_autofree char *term = g_strconcat(fields[FIELD_LOOPT].prefix, text, NULL);
		g_ptr_array_add(ways, xapian_query_term(term));
	}
	/* a period without an end has begun by then; one without a start is not over */
	g_ptr_array_add(ways, xapian_query_number_range(SLOT_OPEN_FROM, 0, to));
	g_ptr_array_add(ways, xapian_query_number_range(SLOT_OPEN_UNTIL, from, 1e6));
	g_autoptr(XapianQuery) any = list_combine(XAPIAN_OR, ways);
	return xapian_query_scale(any, 0);
}

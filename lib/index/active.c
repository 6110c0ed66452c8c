#include "active.h"

#include <string.h>

#include "fields.h"
#include "looptijd.h"

#define MAX_MONTHS 1200 /* of a period: a hundred years are an error of the source */

/* ---- stretches of time ---------------------------------------------------------------------- */

static const struct {
	int months;
	const char *format; /* of the year, and of the number of the stretch in it */
} stretches[] = { { 12, "%04d" }, { 3, "%04d-K%d" }, { 1, "%04d-%02d" } };

/* The term of the stretch of that kind that a month is in. The caller frees. */
static char *term_of(guint kind, int month)
{
	g_autoptr(GString) term = g_string_new(fields[FIELD_LOOPT].prefix);

	g_string_append_printf(term, stretches[kind].format, month / 12,
			       month % 12 / stretches[kind].months + 1);
	return g_string_free(g_steal_pointer(&term), FALSE);
}

/* The longest stretch that begins with `from` and does not go beyond `to`. */
static guint longest(int from, int to)
{
	guint kind = 0;

	while (from % stretches[kind].months || from + stretches[kind].months - 1 > to)
		kind++;
	return kind;
}

/* ---- in the index -----------------------------------------------------------------------------
 */

static void add_stretches(XapianDoc *doc, int from, int to)
{
	while (from <= to) {
		guint kind = longest(from, to);
		g_autofree char *term = term_of(kind, from);
		xapian_doc_add_boolean_term(doc, term);
		from += stretches[kind].months;
	}
}

void active_add(XapianDoc *doc, const Pilot *pilot)
{
	for (guint i = 0; i < pilot->periods->len; i++) {
		const Period *p = &g_array_index(pilot->periods, Period, i);
		if (p->to == PERIOD_OPEN)
			xapian_doc_set_number(doc, SLOT_OPEN_FROM, p->from);
		else if (p->from == PERIOD_OPEN)
			xapian_doc_set_number(doc, SLOT_OPEN_UNTIL, p->to);
		int from = p->from == PERIOD_OPEN ? p->to : p->from;
		int to = p->to == PERIOD_OPEN ? from : p->to;
		add_stretches(doc, from, MIN(to, from + MAX_MONTHS));
	}
}

/* ---- asked for ---------------------------------------------------------------------------------
 */

/* A month, or all those of a year; nothing is an open side. */
static gboolean parse_side(const char *text, int *first, int *last)
{
	gboolean is_year = strlen(text) == 4 && strspn(text, "0123456789") == 4;
	g_autofree char *month = is_year ? g_strconcat(text, "-01", NULL) : g_strdup(text);

	*first = month_from_text(month);
	*last = is_year && *first != PERIOD_OPEN ? *first + 11 : *first;
	return *first != PERIOD_OPEN || !*text;
}

gboolean active_parse(const char *text, int *from, int *to)
{
	g_auto(GStrv) ends = g_strsplit(text, "..", 2);
	int other;

	if (!ends[0] || !parse_side(ends[0], from, to) ||
	    (ends[1] && !parse_side(ends[1], &other, to)))
		return FALSE;
	if (*from == PERIOD_OPEN || *to == PERIOD_OPEN)
		return *from != *to;
	return *from <= *to && *to - *from < ACTIVE_MAX_MONTHS;
}

char *active_text(int from, int to)
{
	g_autofree char *first = month_to_text(from), *last = month_to_text(to);

	return from == to ? g_steal_pointer(&first)
			  : g_strconcat(first ? first : "", "..", last ? last : "", NULL);
}

char *active_in_words(int from, int to)
{
	g_autofree char *first = month_long(from), *last = month_long(to);

	if (!first || !last)
		return g_strconcat(first ? "vanaf " : "tot en met ", first ? first : last, NULL);
	if (from % 12 == 0 && to == from + 11)
		return g_strdup_printf("%d", from / 12);
	return from == to ? g_steal_pointer(&first)
			  : g_strconcat(first, " tot en met ", last, NULL);
}

/* Each stretch that has one of the months in it. */
XapianQuery *active_query(int first, int last)
{
	int from = first != PERIOD_OPEN ? first : last - ACTIVE_MAX_MONTHS + 1;
	int to = last != PERIOD_OPEN ? last : first + ACTIVE_MAX_MONTHS - 1;
	g_autoptr(GPtrArray) ways =
		g_ptr_array_new_with_free_func((GDestroyNotify)xapian_query_free);

	for (guint kind = 0; kind < G_N_ELEMENTS(stretches); kind++) {
		int step = stretches[kind].months;
		for (int month = from - from % step; month <= to; month += step) {
			g_autofree char *term = term_of(kind, month);
			g_ptr_array_add(ways, xapian_query_term(term));
		}
	}
	/* a period without an end has begun by then; one without a start is not over */
	g_ptr_array_add(ways, xapian_query_number_range(SLOT_OPEN_FROM, 0, to));
	g_ptr_array_add(ways, xapian_query_number_range(SLOT_OPEN_UNTIL, from, 1e6));
	g_autoptr(XapianQuery) any =
		xapian_query_combine(XAPIAN_OR, (XapianQuery *const *)ways->pdata, ways->len, 0);
	return xapian_query_scale(any, 0);
}

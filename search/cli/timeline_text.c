/* The timeline as text, for a terminal. */
#include "timeline.h"

#include <string.h>

#define MIN_LABEL 20
#define MAX_LABEL 48

/* How a drawing is laid out: a label, a space, and columns of some months each. */
typedef struct {
	guint label, months; /* columns of the label; months per column */
	guint columns;
	gboolean ascii;
} Layout;

static Layout lay_out(const Timeline *t, guint width, gboolean ascii)
{
	guint span = t->last - t->first + 1;
	Layout l = { .ascii = ascii, .label = CLAMP(width / 3, MIN_LABEL, MAX_LABEL) };
	guint room = width > l.label + 13 ? width - l.label - 1 : 12;

	l.months = (span + room - 1) / room;
	while (12 % l.months && l.months < 12) /* a year is whole columns */
		l.months++;
	l.columns = (span + l.months - 1) / l.months;
	return l;
}

static guint column_of(const Timeline *t, const Layout *l, int month)
{
	return (guint)(month - t->first) / l->months;
}

/* A title in its columns; cut ones end in an ellipsis. */
static void append_label(GString *out, const char *title, const Layout *l)
{
	g_autofree char *plain = l->ascii ? g_str_to_ascii(title, "C") : g_strdup(title);
	const char *dots = l->ascii ? ".." : "…";
	glong n = g_utf8_strlen(plain, -1), room = l->label;

	if (n > room) {
		g_autofree char *cut = g_utf8_substring(plain, 0, room - g_utf8_strlen(dots, -1));
		g_string_append_printf(out, "%s%s ", cut, dots);
		return;
	}
	g_string_append_printf(out, "%s%*s ", plain, (int)(room - n), "");
}

static void append_years(GString *out, const Timeline *t, const Layout *l)
{
	guint per_year = 12 / l->months;

	append_label(out, "", l);
	for (int year = t->first / 12; year <= t->last / 12; year++)
		if (per_year >= 5)
			g_string_append_printf(out, "%-*d", (int)per_year, year);
		else
			g_string_append_printf(out, "%.*s", (int)per_year, "'''''");
	g_string_append_c(out, '\n');
}

static void append_bar(GString *out, const Timeline *t, const Layout *l, const Pilot *p)
{
	g_autofree char *cells = g_strnfill(l->columns, ' ');

	for (guint i = 0; i < p->periods->len; i++) {
		const Period *period = &g_array_index(p->periods, Period, i);
		int from, to;
		timeline_clip(t, period, &from, &to);
		for (guint c = column_of(t, l, from); c <= column_of(t, l, to); c++)
			cells[c] = '=';
		if (period->to == PERIOD_OPEN)
			cells[column_of(t, l, to)] = '>';
		if (period->from == PERIOD_OPEN)
			cells[column_of(t, l, from)] = '<';
	}
	for (guint c = 0; c < l->columns; c++) {
		gboolean here = t->reference != PERIOD_OPEN && c == column_of(t, l, t->reference);
		if (cells[c] == '=')
			g_string_append(out, here ? (l->ascii ? "#" : "█") : l->ascii ? "=" : "━");
		else if (cells[c] == ' ')
			g_string_append(out, here ? (l->ascii ? "|" : "│") : " ");
		else
			g_string_append_c(out, cells[c]);
	}
	while (out->len && out->str[out->len - 1] == ' ')
		g_string_truncate(out, out->len - 1);
	g_string_append_c(out, '\n');
}

void timeline_draw(GString *out, const Timeline *t, guint width, gboolean ascii)
{
	if (t->rows->len) {
		Layout l = lay_out(t, width, ascii);
		append_years(out, t, &l);
		for (guint i = 0; i < t->rows->len; i++) {
			const Pilot *p = t->rows->pdata[i];
			append_label(out, p->title, &l);
			append_bar(out, t, &l, p);
		}
		g_autofree char *reference = month_to_text(t->reference);
		if (reference)
			g_string_append_printf(out, "\n%s peildatum %s; een teken is %u maand%s\n",
					       ascii ? "| #" : "│ █", reference, l.months,
					       l.months == 1 ? "" : "en");
	}
	if (t->without)
		g_string_append_printf(out, "%u zonder leesbare looptijd\n", t->without);
}

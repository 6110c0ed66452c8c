#include "unmarked.h"

#include <string.h>

#include "linetext.h"
#include "outline.h"

static gboolean ends_with(const Line *l, const char *ends)
{
	return linetext_ends(l->line, strlen(l->line), ends);
}

/* "Zo nee, waarom niet?" goes with the question before it. */
static gboolean goes_on(const char *text)
{
	static const char *const starts[] = { "Zo ja", "Zo nee", "Zo niet", "En zo " };

	for (gsize i = 0; i < G_N_ELEMENTS(starts); i++)
		if (g_str_has_prefix(text, starts[i]))
			return TRUE;
	return FALSE;
}

/* The lines of a paragraph are broken where they were full: one goes on in the next. */
static gboolean is_broken(const GArray *outline, guint from, guint to)
{
	for (guint i = from; i + 1 < to; i++)
		if (!ends_with(outline_line(outline, i), ".?!:;") &&
		    g_unichar_islower(g_utf8_get_char(outline_line(outline, i + 1)->line)))
			return TRUE;
	return FALSE;
}

static void begin_next(Collector *c, const char *text)
{
	g_autofree char *number = g_strdup_printf("%u", c->questions->all->len + 1);

	collector_begin(c, number, text);
}

/* A text that asks is a question; one that does not may go on with that of its paragraph. */
static void read_piece(Collector *c, const char *text, gboolean *open)
{
	gboolean asks = linetext_asks(text);
	gboolean on = c->questions->all->len && (goes_on(text) || collector_is_full(c));

	if (asks ? on : *open)
		collector_add(c, text, FALSE);
	else if (asks)
		begin_next(c, text);
	else
		collector_leave(c, text, TRUE);
	*open = *open || asks;
}

/* A paragraph as one question; or, when each of its lines is whole, a question a line. What
 * stands before a question in it belongs to that. */
static void read_paragraph(Collector *c, const GArray *outline, guint from, guint to)
{
	gboolean broken = is_broken(outline, from, to), open = FALSE;
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = from; i < to; i++) {
		const Line *l = outline_line(outline, i);
		g_string_append_printf(text, "%s%s", text->len ? " " : "", l->line);
		if (i + 1 < to && (broken || !ends_with(l, "?")))
			continue;
		read_piece(c, text->str, &open);
		g_string_truncate(text, 0);
	}
}

/* Behind the lines of who asks whom, the first of which is i. */
static guint heading_end(const GArray *outline, guint i)
{
	gboolean sent = FALSE; /* "(ingezonden 3 maart 2022)" ends it */

	for (guint k = i; k < outline->len; k++) {
		const Line *l = outline_line(outline, k);
		const char *at = strstr(l->line, "ngezonden ");
		if (k > i && (l->kind != MARK_NONE || l->gap))
			return k;
		sent = sent || at;
		if (sent && strchr(at ? at : l->line, ')'))
			return k + 1;
	}
	return outline->len;
}

static gboolean is_aside(const Line *l)
{
	return l->kind <= MARK_ANSWER;
}

void unmarked_read_paragraphs(Collector *c, const GArray *outline)
{
	for (guint i = 0, to; i < outline->len; i = to) {
		to = i + 1;
		if (is_aside(outline_line(outline, i))) {
			if (outline_line(outline, i)->kind == MARK_HEADING)
				to = heading_end(outline, i);
			for (guint k = i; k < to; k++)
				collector_leave(c, outline_line(outline, k)->line, k == i);
			continue;
		}
		while (to < outline->len && !outline_line(outline, to)->gap &&
		       !is_aside(outline_line(outline, to)))
			to++;
		read_paragraph(c, outline, i, to);
	}
}

/* ---- as it is told ---------------------------------------------------------------------- */

/* Lines that start a question; a mark on a line of its own goes with the next one. */
static gboolean starts_piece(const GArray *outline, guint i, Split split)
{
	if (i == 0)
		return TRUE;
	if (split == SPLIT_NOWHERE || !*outline_line(outline, i - 1)->text)
		return FALSE;
	return split == SPLIT_LINES || outline_line(outline, i)->gap;
}

void unmarked_read_pieces(Collector *c, const GArray *outline, Split split)
{
	int last = 0;

	for (guint i = 0; i < outline->len; i++) {
		const Line *l = outline_line(outline, i);
		if (!starts_piece(outline, i, split) || collector_is_full(c)) {
			collector_add(c, l->line, FALSE);
			continue;
		}
		gboolean own = split != SPLIT_NOWHERE && l->label && l->number > last;
		g_autofree char *next = g_strdup_printf("%d", last + 1);
		last = own ? l->number : last + 1;
		collector_begin(c, own ? l->label : next,
				split == SPLIT_NOWHERE ? l->line : l->text);
	}
}

/* ---- who asks whom ---- */

void unmarked_read_heading(Collector *c, const GArray *outline)
{
	for (guint i = 0; i < outline->len; i++) {
		if (outline_line(outline, i)->kind != MARK_HEADING)
			continue;
		g_autoptr(GString) text = g_string_new(NULL);
		for (guint k = i, end = heading_end(outline, i); k < end; k++)
			g_string_append_printf(text, "%s%s", k > i ? " " : "",
					       outline_line(outline, k)->line);
		collector_head(c, text->str);
		return;
	}
}

#include "outline.h"

#include <string.h>

#include "linemark.h"
#include "linetext.h"

/* ---- the letters ------------------------------------------------------------------------ */

/* What other programs have for spaces and line ends, and what cannot be seen. */
static const struct {
	gunichar from;
	const char *to;
} letters[] = {
	{ '\v', "\n" },  { '\f', "\n" },  { 0x0085, "\n" }, { 0x2028, "\n" }, { 0x2029, "\n\n" },
	{ 0x00A0, " " }, { 0x2007, " " }, { 0x2009, " " },  { 0x202F, " " },  { 0x00AD, "" },
	{ 0x200B, "" },  { 0x200C, "" },  { 0x200D, "" },   { 0x2060, "" },   { 0xFEFF, "" },
};

static void append_plain(GString *out, gunichar c)
{
	for (gsize i = 0; i < G_N_ELEMENTS(letters); i++)
		if (letters[i].from == c) {
			g_string_append(out, letters[i].to);
			return;
		}
	g_string_append_unichar(out, c);
}

static GString *plain(const char *text)
{
	GString *out = g_string_new(NULL);

	for (const char *p = text; *p; p = g_utf8_next_char(p)) {
		if (*p == '\r') {
			if (p[1] != '\n')
				g_string_append_c(out, '\n');
		} else if ((guchar)*p < 0x80 && *p != '\v' && *p != '\f') {
			g_string_append_c(out, *p);
		} else {
			append_plain(out, g_utf8_get_char(p));
		}
	}
	return out;
}

/* ---- the lines ------------------------------------------------------------------------ */

/* Over spaces and the marks of a mail that is quoted. */
static const char *line_start(const char *p)
{
	return p + strspn(p, " \t>");
}

/* Of the numbers in a text only the next one can be inside a line; the first stands behind an
 * introduction, as "Een? 1) Twee?" has the number of a note. */
static gboolean is_inside(const char *text, gsize at, int *last)
{
	const char *mark = text + at + strspn(text + at, " \t"), *rest;
	int number = linemark_number(mark, &rest);
	gboolean next = number == *last + 1 && linetext_starts(rest + strspn(rest, " \t"));

	if ((!next && !linemark_labelled(mark)) ||
	    !linetext_ends(text, at, next && number == 1 ? ".:" : ".?!"))
		return FALSE;
	*last += next;
	return TRUE;
}

/* "Een? 2. Twee?", "Vraag 1: Een? Antwoord 1: Ja.": a line for each. */
static void break_lines(GString *text)
{
	gboolean start = TRUE;
	int last = 0;

	for (gsize i = 0; i < text->len; i++) {
		const char *rest;
		int number = start ? linemark_number(line_start(text->str + i), &rest) : 0;
		last = number && (number == 1 || number == last + 1) ? number : last;
		start = text->str[i] == '\n';
		gboolean space = text->str[i] == ' ' && i && text->str[i - 1] != ' ';
		if (space && is_inside(text->str, i, &last))
			text->str[i] = '\n';
	}
}

static void line_clear(gpointer data)
{
	Line *l = data;

	g_free(l->line);
	g_free(l->label);
}

/* A mark without a text, and who asks whom, are at their end. */
static gboolean is_at_end(const Line *before)
{
	return !*before->text || before->kind < MARK_ANSWER ||
	       linetext_ends(before->line, strlen(before->line), ".?!:;");
}

static void add_line(GArray *outline, const char *text, gboolean gap)
{
	const Line *before = outline->len ? outline_line(outline, outline->len - 1) : NULL;
	Line l = { .line = g_strchomp(g_strdup(text)), .gap = gap || !before };

	l.after = l.gap || is_at_end(before);
	l.asked = before && linetext_ends(before->line, strlen(before->line), "?");
	linemark_read(&l);
	g_array_append_val(outline, l);
}

/* From the last line on: a line asks when a question mark stands before the next mark of its
 * kind, or of one that stands above it: letters and bullets are below a number. */
static void find_askers(GArray *outline)
{
	gboolean asks[N_MARKS] = { FALSE };

	for (guint i = outline->len; i-- > 0;) {
		Line *l = outline_line(outline, i);
		for (MarkKind kind = 0; kind < N_MARKS && linetext_asks(l->line); kind++)
			asks[kind] = TRUE;
		l->asks = asks[l->kind];
		gboolean mark = l->kind == MARK_NUMBER ? l->sure : l->kind != MARK_NONE;
		for (MarkKind kind = l->kind; mark && kind < N_MARKS; kind++)
			asks[kind] = FALSE;
	}
}

GArray *outline_of(const char *text)
{
	GArray *outline = g_array_new(FALSE, FALSE, sizeof(Line));
	g_autoptr(GString) whole = plain(text);
	gboolean gap = FALSE;

	g_array_set_clear_func(outline, line_clear);
	break_lines(whole);
	g_auto(GStrv) lines = g_strsplit(whole->str, "\n", -1);
	for (char **line = lines; *line; line++) {
		const char *start = line_start(*line);
		if (*start)
			add_line(outline, start, gap);
		gap = !*start;
	}
	find_askers(outline);
	return outline;
}

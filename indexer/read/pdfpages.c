#include "pdfpages.h"

#include <math.h>
#include <string.h>

#include "pattern.h"
#include "pdfcolumns.h"

#define MARGIN_LINES 3 /* of a page, at its top and at its foot, that may be running heads */
#define HEAD_LINES 6   /* that the head of a table may have */
#define SAME_PLACE 2.0 /* points */

/* ---- pages -------------------------------------------------------------------------------- */

/* The lines of each page: [from, to). */
static guint page_end(const PdfWords *p, guint from)
{
	guint to = from;

	while (to < p->lines->len && pdf_line(p, to)->page == pdf_line(p, from)->page)
		to++;
	return to;
}

typedef void (*LineFunc)(PdfWords *p, guint line, gpointer user);

/* Calls func for the first and the last lines of each page. */
static void each_in_margin(PdfWords *p, LineFunc func, gpointer user)
{
	for (guint from = 0, to; from < p->lines->len; from = to) {
		to = page_end(p, from);
		for (guint i = from; i < to; i++)
			if (i - from < MARGIN_LINES || to - i <= MARGIN_LINES)
				func(p, i, user);
	}
}

/* ---- running heads ------------------------------------------------------------------------ */

/* What is the same on other pages: where it stands and what it says, whatever its numbers. */
static char *key_of(const PdfWords *p, const PdfLine *l)
{
	static Pattern number = { "\\d+", 0, 0 };
	g_autofree char *text = pdf_line_text(p, l);
	g_autofree char *any =
		g_regex_replace_literal(pattern_regex(&number), text, -1, 0, "#", 0, NULL);

	return g_strdup_printf("%.0f %s", round(l->top / SAME_PLACE), any);
}

typedef struct {
	guint pages; /* that have it */
	guint last;
} Key;

static void count_key(PdfWords *p, guint line, gpointer user)
{
	g_autofree char *text = key_of(p, pdf_line(p, line));
	guint page = pdf_line(p, line)->page;
	Key *key = g_hash_table_lookup(user, text);

	if (!key) {
		key = g_new0(Key, 1);
		g_hash_table_insert(user, g_strdup(text), key);
	}
	key->pages += !key->pages || key->last != page;
	key->last = page;
}

static gboolean is_page_number(const char *text)
{
	static Pattern pattern = { "^(?:(?:pagina|blad|p\\.)\\s*)?[-–]?\\s*\\d{1,4}\\s*[-–]?"
				   "(?:\\s*(?:van|/|of)\\s*\\d+)?$",
				   G_REGEX_CASELESS, 0 };
	return g_regex_match(pattern_regex(&pattern), text, 0, NULL);
}

/* Text with wide gaps may be the head of a table: the first is kept. */
static gboolean has_gap(const PdfWords *p, const PdfLine *l)
{
	for (guint i = 1; i < l->count; i++) {
		const PdfWord *w = pdf_word(p, l->first + i);
		if (pdf_is_gap(w - 1, w, l->bottom - l->top))
			return TRUE;
	}
	return FALSE;
}

static void leave_out_key(PdfWords *p, guint line, gpointer user)
{
	PdfLine *l = pdf_line(p, line);
	g_autofree char *text = key_of(p, l);
	const Key *key = g_hash_table_lookup(user, text);

	if (key->pages > 1 && key->pages * 2 + 1 >= p->pages)
		l->is_left_out = l->page > 0 || strchr(text, '#') || !has_gap(p, l);
}

/* The number of a page stands alone, at one end of it. */
static void leave_out_numbers(PdfWords *p)
{
	for (guint from = 0, to; from < p->lines->len; from = to) {
		to = page_end(p, from);
		const guint ends[] = { from, to - 1 };
		for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
			g_autofree char *text = pdf_line_text(p, pdf_line(p, ends[i]));
			if (is_page_number(text))
				pdf_line(p, ends[i])->is_left_out = TRUE;
		}
	}
}

/* A rule of dashes; the names of columns so near to each other that they look like a sentence. */
static void leave_out_furniture(PdfWords *p)
{
	static Pattern names = {
		"^[-–—= ]+$|^(?:pilots?|projecten|project|naam pilot) (?:toelichting|"
		"omschrijving|beschrijving|stand van zaken|status)$",
		G_REGEX_CASELESS, 0
	};

	for (guint i = 0; i < p->lines->len; i++) {
		PdfLine *l = pdf_line(p, i);
		g_autofree char *text = l->count < 6 ? pdf_line_text(p, l) : NULL;
		if (text && (!has_gap(p, l) || strspn(text, "-=")) &&
		    g_regex_match(pattern_regex(&names), text, 0, NULL))
			l->is_left_out = TRUE;
	}
}

void pdf_leave_out_running_heads(PdfWords *p)
{
	g_autoptr(GHashTable) keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);

	each_in_margin(p, count_key, keys);
	each_in_margin(p, leave_out_key, keys);
	leave_out_numbers(p);
	leave_out_furniture(p);
}

/* ---- notes -------------------------------------------------------------------------------- */

static gboolean is_small(const PdfWords *p, const PdfLine *l)
{
	return l->bottom - l->top < 0.95 * p->height;
}

gsize pdf_note_mark(const PdfWords *p, const PdfLine *l)
{
	const PdfWord *first = pdf_word(p, l->first);
	gunichar c = g_utf8_get_char(first->text);
	gsize digits = strspn(first->text, "0123456789");

	if (c == 0xb9 || c == 0xb2 || c == 0xb3 || (c >= 0x2074 && c <= 0x2079))
		return strlen(first->text);
	if (!digits || digits > 3)
		return 0;
	if (g_unichar_isupper(g_utf8_get_char(first->text + digits)))
		return digits;
	return !first->text[digits] && l->count > 1 &&
			       (pdf_word_is_raised(first, l) || is_small(p, l))
		       ? digits
		       : 0;
}

/* Whether a line surely is of a table: it has a gap, or it starts in a column behind the first. */
static gboolean is_of_table(const PdfWords *p, const PdfColumns *c, const PdfLine *l)
{
	double left = 0;

	for (guint i = c->count; i-- > 0;)
		if (l->columns & (guint64)1 << i)
			left = c->left[i];
	return l->columns && (has_gap(p, l) || pdf_word(p, l->first)->x0 > left - SAME_PLACE);
}

/* Where the notes of a page start; to when it has none. What stands as low as the last note of the
 * page before, over the whole width, is more of that. */
static guint find_first_note(const PdfWords *p, const PdfColumns *c, guint from, guint to,
			     double foot)
{
	guint first = to, undivided = to;
	double lowest = 0;

	for (guint i = to; i > from; i--) {
		const PdfLine *l = pdf_line(p, i - 1);
		if (l->is_left_out)
			continue;
		if (is_of_table(p, c, l) && !is_small(p, l))
			break;
		lowest = MAX(lowest, l->bottom);
		undivided = i - 1;
		if (pdf_note_mark(p, l))
			first = i - 1;
	}
	return foot > 0 && undivided > from && ABS(lowest - foot) < SAME_PLACE ? undivided : first;
}

void pdf_find_notes(PdfWords *p, const PdfColumns *c)
{
	double foot = 0;

	for (guint from = 0, to; from < p->lines->len; from = to) {
		to = page_end(p, from);
		guint first = find_first_note(p, c, from, to, foot);
		foot = 0;
		for (guint i = first; i < to; i++) {
			PdfLine *l = pdf_line(p, i);
			l->is_note = !l->is_left_out;
			l->columns = 0;
			foot = l->is_note ? l->bottom : foot;
		}
	}
}

/* ---- repeated heads ----------------------------------------------------------------------- */

/* The same words at the same places. */
static gboolean is_same(const PdfWords *p, const PdfLine *a, const PdfLine *b)
{
	if (a->count != b->count)
		return FALSE;
	for (guint i = 0; i < a->count; i++) {
		const PdfWord *x = pdf_word(p, a->first + i), *y = pdf_word(p, b->first + i);
		if (strcmp(x->text, y->text) != 0 || ABS(x->x0 - y->x0) > SAME_PLACE)
			return FALSE;
	}
	return TRUE;
}

/* Leaves out the lines from one on, up to an end, that the table starts with. */
static void compare_head(PdfWords *p, guint table, guint from, guint to)
{
	for (guint i = 0; i < HEAD_LINES && from + i < to; i++) {
		PdfLine *l = pdf_line(p, from + i);
		if (l->columns != pdf_line(p, table + i)->columns ||
		    !is_same(p, pdf_line(p, table + i), l))
			return;
		l->is_left_out = TRUE;
	}
}

void pdf_leave_out_repeated_heads(PdfWords *p)
{
	const PdfLine *before = NULL; /* of the text */
	guint table = 0;              /* the first line of the table at hand */

	for (guint i = 0; i < p->lines->len; i++) {
		const PdfLine *l = pdf_line(p, i);
		gboolean goes_on = before && before->columns;
		if (l->is_left_out || l->is_note)
			continue;
		if (l->columns && goes_on && before->page != l->page && has_gap(p, l))
			compare_head(p, table, i, page_end(p, i));
		else if (l->columns && !goes_on)
			table = i;
		before = l->is_left_out ? before : l;
	}
}

#include "pdfpages.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "labels.h"
#include "pattern.h"
#include "pdfcolumns.h"

#define MARGIN_LINES 3 /* of a page, at its top and at its foot, that may be running heads */
#define HEAD_LINES 6   /* that the head of a table may have */
#define FULL 0.93      /* of the width of a page: a line that comes so far */
#define SPILT_LINES 6  /* that a note has on the next page at most */
#define DIGITS "0123456789"
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
	char *text;                /* of the first */
	gint before, behind;       /* its first and its last number, less the number of its page */
	gboolean is_same;          /* all say the same */
	gboolean counts, counts_2; /* the first number, or the last, goes with the pages */
} Key;

static void key_free(gpointer data)
{
	g_free(((Key *)data)->text);
	g_free(data);
}

static void see_key(Key *key, const char *text, guint page)
{
	const char *first = text + strcspn(text, DIGITS), *last = text + strlen(text);

	while (last > first && !g_ascii_isdigit(last[-1]))
		last--;
	while (last > first && g_ascii_isdigit(last[-1]))
		last--;
	gint before = atoi(first) - (gint)page, behind = atoi(last) - (gint)page;
	if (!key->text)
		*key = (Key) { 0, page, g_strdup(text), before, behind, TRUE, *first, *first };
	key->is_same = key->is_same && strcmp(key->text, text) == 0;
	key->counts = key->counts && before == key->before;
	key->counts_2 = key->counts_2 && behind == key->behind;
	key->pages += !key->pages || key->last != page;
	key->last = page;
}

static void count_keys(const PdfWords *p, GHashTable *keys)
{
	for (guint from = 0, to; from < p->lines->len; from = to) {
		to = page_end(p, from);
		for (guint i = from; i < to; i++) {
			if (i - from >= MARGIN_LINES && to - i > MARGIN_LINES)
				continue;
			char *name = key_of(p, pdf_line(p, i));
			g_autofree char *text = pdf_line_text(p, pdf_line(p, i));
			Key *key = g_hash_table_lookup(keys, name);
			if (!key)
				g_hash_table_insert(keys, g_strdup(name), key = g_new0(Key, 1));
			see_key(key, text, pdf_line(p, i)->page);
			g_free(name);
		}
	}
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

/* The same on half of the pages, but for their numbers; a label is no head. */
static gboolean is_running(const PdfWords *p, const PdfLine *l, GHashTable *keys)
{
	g_autofree char *name = key_of(p, l), *text = pdf_line_text(p, l);
	const Key *key = g_hash_table_lookup(keys, name);
	int kind;

	return key && key->pages > 1 && key->pages * 2 + 1 >= p->pages &&
	       (key->is_same || key->counts || key->counts_2) && !label_prefix(text, &kind);
}

/* From the edges of the pages inwards, up to what differs. */
static void leave_out_keys(PdfWords *p, GHashTable *keys)
{
	for (guint from = 0, to; from < p->lines->len; from = to) {
		to = page_end(p, from);
		for (int step = 1; step >= -1; step -= 2) {
			guint i = step > 0 ? from : to - 1;
			for (guint n = 0; n < MARGIN_LINES && n < to - from; n++, i += step) {
				PdfLine *l = pdf_line(p, i);
				if (!is_running(p, l, keys))
					break;
				l->is_left_out = l->page > 0 || !has_gap(p, l);
			}
		}
	}
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
	g_autoptr(GHashTable) keys =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, key_free);

	count_keys(p, keys);
	leave_out_keys(p, keys);
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

/* The first line of the paragraph that ends before a line of a page; to when that is of a table. */
static guint paragraph_start(const PdfWords *p, const PdfColumns *c, guint from, guint end)
{
	guint start = end;
	const PdfLine *below = NULL;

	for (guint i = end; i > from; i--) {
		const PdfLine *l = pdf_line(p, i - 1);
		if (l->is_left_out)
			continue;
		if ((is_of_table(p, c, l) && !is_small(p, l)) ||
		    (below && !pdf_are_close(p, l, below)))
			break;
		below = l;
		start = i - 1;
	}
	return start;
}

/* Whether a note that ends with a line may go on on the next page: the line is full, and no
 * sentence ends with it. */
static gboolean is_unfinished(const PdfWords *p, guint from, guint line)
{
	const PdfLine *l = pdf_line(p, line);
	double right = 0;

	for (guint i = from; i <= line; i++) {
		const PdfLine *other = pdf_line(p, i);
		right = MAX(right, pdf_word(p, other->first + other->count - 1)->x1);
	}
	return pdf_word(p, l->first + l->count - 1)->x1 > FULL * right &&
	       !strchr(".?!>", *pdf_last_letter(p, l));
}

/* Whether a paragraph at the foot of a page is more of a note that came as low on the one before.
 */
static gboolean is_spilt(const PdfWords *p, guint start, guint end, double foot)
{
	g_autofree char *text = pdf_line_text(p, pdf_line(p, start));
	int kind;

	return foot > 0 && end - start <= SPILT_LINES &&
	       ABS(pdf_line(p, end - 1)->bottom - foot) < SAME_PLACE && !label_prefix(text, &kind);
}

/* Where the notes of a page start: the paragraphs at its foot that begin with marks, and what is
 * more of the last note of the page before (whose foot is 0 when it ended); to when it has none. */
static guint find_first_note(const PdfWords *p, const PdfColumns *c, guint from, guint to,
			     double foot)
{
	guint first = to, end = to;

	while (end > from && pdf_line(p, end - 1)->is_left_out)
		end--;
	while (end > from) {
		guint start = paragraph_start(p, c, from, end);
		gboolean marked = start < end && pdf_note_mark(p, pdf_line(p, start));
		if (start == end ||
		    (!marked && !is_small(p, pdf_line(p, start)) && !is_spilt(p, start, end, foot)))
			break;
		if (marked || is_spilt(p, start, end, foot))
			first = start;
		end = start;
	}
	return first;
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
			if (l->is_left_out)
				continue;
			l->is_note = TRUE;
			l->columns = 0;
			foot = is_unfinished(p, from, i) ? l->bottom : 0;
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

/* ---- what is left ------------------------------------------------------------------------- */

void pdf_find_feet(PdfWords *p)
{
	p->feet = g_new0(double, p->pages);
	for (guint i = 0; i < p->lines->len; i++) {
		const PdfLine *l = pdf_line(p, i);
		if (l->is_left_out)
			continue;
		p->feet[l->page] = MAX(p->feet[l->page], l->bottom);
		p->foot = MAX(p->foot, l->bottom);
	}
}

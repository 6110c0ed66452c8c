#include "pdfrows.h"

#include "labels.h"
#include "names.h"

/* A column of labels beside the titles tells the rows. */
static void find_key(PdfTable *t)
{
	guint labels = 0, others = 0;

	for (guint r = 0; r < t->lines->len && t->columns > 2; r++) {
		const PdfPiece *p = pdf_piece(t, r, 1);
		labels += p->label > 0;
		others += p->gap && !p->label;
	}
	t->key = labels > 2 && labels > others;
}

/* Titles beside texts that have labels; the name of a column is none. */
static gboolean is_labelled(const PdfTable *t)
{
	guint titles = 0, texts = 0;

	for (guint r = 0; r < t->lines->len && t->columns == 2; r++) {
		g_autofree char *name = pdf_piece_text(t, pdf_piece(t, r, 0));
		titles += pdf_piece(t, r, 0)->label > 0;
		texts += pdf_piece(t, r, 1)->label > 0 && !name_is_title(name);
	}
	return texts > titles;
}

/* A text of the column that tells the rows starts here. */
static gboolean starts_title(const PdfTable *t, guint row)
{
	const PdfPiece *p = pdf_piece(t, row, t->key);
	return p->count && (p->gap || p->label);
}

/* A title that stands anew at the top of a page begins a row there, whatever had come to the foot
 * of the page before. */
static void part_pages(PdfTable *t)
{
	for (guint r = 1; r < t->lines->len; r++) {
		const PdfPiece *title = pdf_piece(t, r, 0);
		if (pdf_table_line(t, r)->page == pdf_table_line(t, r - 1)->page || !title->count ||
		    !title->gap)
			continue;
		for (guint c = 1; c < t->columns; c++)
			pdf_piece(t, r, c)->gap = TRUE;
	}
}

/* Whether no text goes on from above a line to it, or below: a row may start there. */
static void find_free(PdfTable *t)
{
	guint open = 0, columns = t->columns; /* columns whose next piece goes on with one above */
	g_autofree gboolean *goes_on = g_new0(gboolean, columns);

	for (guint r = t->lines->len; r-- > 0;) {
		for (guint c = 0; c < columns; c++) {
			const PdfPiece *p = pdf_piece(t, r, c);
			if (!p->count)
				continue;
			open -= goes_on[c];
			goes_on[c] = !p->gap;
			open += goes_on[c];
		}
		t->free[r] = open == 0;
	}
}

/* The title of a row may start less than a line above its first label. */
static guint first_of_row(const PdfTable *t, guint label)
{
	guint r = label;

	while (r > 0 && pdf_piece(t, r - 1, 0)->count && !pdf_piece(t, r - 1, 1)->count &&
	       pdf_table_line(t, r - 1)->page == pdf_table_line(t, label)->page &&
	       pdf_table_line(t, r - 1)->bottom > pdf_table_line(t, r)->top &&
	       !(r < label && pdf_piece(t, r, 0)->gap))
		r--;
	return r < label && pdf_piece(t, r, 0)->gap ? r : label;
}

/* The names of columns are a row, up to the next line that is in none of their texts. */
static void break_head(PdfTable *t)
{
	for (guint r = 0; r < t->lines->len; r++) {
		g_autofree char *name = pdf_piece_text(t, pdf_piece(t, r, 0));
		if (!t->free[r] || !name_is_title(name))
			continue;
		t->breaks[r] = TRUE;
		for (r++; r < t->lines->len && !t->free[r];)
			r++;
		if (r < t->lines->len)
			t->breaks[r] = TRUE;
	}
}

/* A text of the first column with nothing beside it up to the next is a heading over rows. */
static void break_titles(PdfTable *t)
{
	guint title = G_MAXUINT; /* where one starts; none with a text since */

	for (guint r = 0; r < t->lines->len; r++) {
		if (starts_title(t, r) && title != G_MAXUINT)
			t->breaks[title] = t->breaks[r] = TRUE;
		if (pdf_piece(t, r, 1)->count)
			title = G_MAXUINT;
		else if (starts_title(t, r))
			title = r;
	}
}

/* A title that starts below the last text of the row above is none of it: a heading over rows. */
static void break_above(PdfTable *t, guint row)
{
	guint r = row;

	while (r > 0 && pdf_piece(t, r - 1, 0)->count && !pdf_piece(t, r - 1, 1)->count)
		r--;
	if (r < row && pdf_piece(t, r, 0)->gap)
		t->breaks[r] = TRUE;
}

/* Whether what stands above the first label of a row is a heading: nothing is beside it, and the
 * row has a title of its own further down, in its middle. */
static gboolean is_below_heading(const PdfTable *t, guint label)
{
	guint kinds = 0;

	for (guint r = label; r-- > 0 && !t->breaks[r + 1];)
		if (pdf_piece(t, r, 1)->count)
			return FALSE;
	for (guint r = label; r < t->lines->len && !t->breaks[r]; r++) {
		const PdfPiece *text = pdf_piece(t, r, 1);
		if (text->label && kinds & 1u << text->kind)
			return FALSE;
		kinds |= text->label ? 1u << text->kind : 0;
		if (starts_title(t, r) && r > label)
			return TRUE;
	}
	return FALSE;
}

/* A row starts at a label that the row at hand has; and, where a title starts beside it, at one
 * that comes before those, or at a text when the row has the last of them. Titles alone do not
 * tell: some stand in the middle of their rows. */
static void break_labelled(PdfTable *t)
{
	guint kinds = 0, lines = 0;

	break_head(t);
	break_titles(t);
	for (guint r = 0; r < t->lines->len; r++, lines++) {
		const PdfPiece *text = pdf_piece(t, r, 1);
		if (t->breaks[r])
			kinds = lines = 0;
		guint first = text->label ? first_of_row(t, r) : r;
		const PdfPiece *title = pdf_piece(t, first, 0);
		gboolean starts = title->count && title->gap, begins;
		if (text->label)
			begins = kinds & 1u << text->kind || (title->count && lines == 1) ||
				 (starts && (!kinds || kinds >> text->kind)) ||
				 (!kinds && lines && !title->count && is_below_heading(t, r));
		else
			begins = starts && text->count && text->gap &&
				 kinds & 1u << SECTION_LOOPTIJD;
		t->breaks[first] = t->breaks[first] || begins;
		if (begins)
			break_above(t, first);
		if (begins)
			kinds = lines = 0;
		if (text->label)
			kinds |= 1u << text->kind;
	}
}

/* How much a line looks like the first of a row: in how many columns a text starts there, then how
 * far that is from what is above. */
static double weight(const PdfTable *t, guint row)
{
	double most = 0;
	guint n = 0;

	for (guint c = 0, before; c < t->columns; c++) {
		const PdfPiece *p = pdf_piece(t, row, c);
		if (!p->count)
			continue;
		const PdfPiece *up = pdf_piece_above(t, row, c, &before);
		n++;
		if (up && pdf_table_line(t, before)->page == pdf_table_line(t, row)->page)
			most = MAX(most, p->bottom - up->bottom);
	}
	return n * 10000 + most;
}

/* Whether a row starts with the title in a line: it stands beside a text, or one follows less than
 * a line below; else it stands in the middle of its row. */
static gboolean is_at_top(const PdfTable *t, guint row)
{
	if (!t->free[row])
		return FALSE;
	for (guint r = row; r <= row + 1 && r < t->lines->len; r++)
		for (guint c = t->key + 1; c < t->columns; c++)
			if (pdf_piece(t, r, c)->count &&
			    (r == row ||
			     pdf_table_line(t, r)->top < pdf_table_line(t, row)->bottom))
				return TRUE;
	return FALSE;
}

/* A row starts with its title; where that stands in the middle, at the line between it and the one
 * above that looks most like it. */
static void break_columns(PdfTable *t)
{
	guint best = 0;
	double most = 0;

	for (guint r = 0; r < t->lines->len; r++) {
		double w = t->free[r] ? weight(t, r) : 0;
		gboolean title = starts_title(t, r);
		if (w > 0 && w >= most && !title) {
			best = r;
			most = w;
		}
		if (!title)
			continue;
		if (most > 0 && !is_at_top(t, r))
			t->breaks[best] = TRUE;
		else if (t->free[r] || pdf_piece(t, r, t->key)->label)
			t->breaks[r] = TRUE;
		most = 0;
	}
}

/* A line that is not divided is a row by itself. */
static void break_headings(PdfTable *t)
{
	for (guint r = 0; r < t->lines->len; r++) {
		gboolean whole = !pdf_table_line(t, r)->columns;
		if (whole != (r > 0 && !pdf_table_line(t, r - 1)->columns))
			t->breaks[r] = TRUE;
	}
	t->breaks[0] = TRUE;
}

void pdf_rows_find(PdfTable *t)
{
	part_pages(t);
	find_free(t);
	find_key(t);
	break_headings(t);
	(is_labelled(t) ? break_labelled : break_columns)(t);
}

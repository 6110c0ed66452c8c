#include "pdfcells.h"

#include <string.h>

#include "labels.h"

#define OTHER 0.1     /* of the height of letters: more is another text */
#define ROOM 3        /* lines that would fit on a page: it was ended */
#define MUCH_ROOM 0.2 /* of a column: a line that leaves it was ended */
#define NEAR 1.5      /* points */

PdfPiece *pdf_piece(const PdfTable *t, guint row, guint column)
{
	return &t->pieces[row * t->columns + column];
}

const PdfLine *pdf_table_line(const PdfTable *t, guint row)
{
	return pdf_line(t->words, g_array_index(t->lines, guint, row));
}

const PdfWord *pdf_piece_first(const PdfTable *t, const PdfPiece *p)
{
	return pdf_word(t->words, p->first);
}

const PdfWord *pdf_piece_last(const PdfTable *t, const PdfPiece *p)
{
	return pdf_word(t->words, p->first + p->count - 1);
}

char *pdf_piece_text(const PdfTable *t, const PdfPiece *p)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < p->count; i++)
		g_string_append_printf(text, "%s%s", i ? " " : "",
				       pdf_word(t->words, p->first + i)->text);
	return g_string_free(text, FALSE);
}

static guint column_of(const PdfTable *t, double x)
{
	guint c = 0;

	while (c + 1 < t->columns && t->left[c + 1] <= x + NEAR)
		c++;
	return c;
}

static void divide(PdfTable *t, guint row)
{
	const PdfLine *l = pdf_table_line(t, row);

	for (guint i = l->first; l->columns && i < l->first + l->count; i++) {
		const PdfWord *w = pdf_word(t->words, i);
		guint column = column_of(t, w->x0);
		PdfPiece *p = pdf_piece(t, row, column);
		if (!p->count++)
			p->first = i;
		p->bottom = MAX(p->bottom, w->y1);
		t->right[column] = MAX(t->right[column], w->x1);
	}
}

/* The piece above one in its column; NULL for none. */
const PdfPiece *pdf_piece_above(const PdfTable *t, guint row, guint column, guint *its_row)
{
	while (row-- > 0)
		if (pdf_piece(t, row, column)->count) {
			*its_row = row;
			return pdf_piece(t, row, column);
		}
	return NULL;
}

/* How much room a line has for what stands below it, as a part of the column. */
static double room(const PdfTable *t, guint column, const PdfPiece *before, const PdfPiece *p)
{
	const PdfWord *w = pdf_piece_first(t, p);
	double needed = 0.15 * (w->y1 - w->y0) + w->x1 - w->x0;

	return (t->right[column] - pdf_piece_last(t, before)->x1 - needed) /
	       MAX(t->right[column] - t->left[column], 1);
}

static gint compare_doubles(gconstpointer a, gconstpointer b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

/* How far apart the lines of a text are: as most are below one that is full. */
static double leading_of(const PdfTable *t)
{
	g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(double));
	double most = t->words->step;

	for (guint r = 1; r < t->lines->len; r++)
		for (guint c = 0, before; c < t->columns; c++) {
			const PdfPiece *p = pdf_piece(t, r, c),
				       *up = p->count ? pdf_piece_above(t, r, c, &before) : NULL;
			if (!up || pdf_table_line(t, before)->page != pdf_table_line(t, r)->page ||
			    room(t, c, up, p) > 0)
				continue;
			double step = p->bottom - up->bottom;
			g_array_append_val(steps, step);
		}
	g_array_sort(steps, compare_doubles);
	return steps->len ? MIN(g_array_index(steps, double, steps->len / 2), most) : most;
}

/* A mark makes room for itself. */
static gboolean has_raised(const PdfTable *t, guint row, const PdfPiece *p)
{
	for (guint i = 0; i < p->count; i++)
		if (pdf_word_is_raised(pdf_word(t->words, p->first + i), pdf_table_line(t, row)))
			return TRUE;
	return FALSE;
}

/* On the next page a text goes on when it had come to the foot of the one before, and starts at the
 * top; or when its sentence does. A page that has room left ends with a row. */
static gboolean is_apart_on_pages(const PdfTable *t, guint row, guint column, guint before,
				  double leading)
{
	const PdfPiece *p = pdf_piece(t, row, column), *up = pdf_piece(t, before, column);
	guint page = pdf_table_line(t, before)->page;

	if (t->words->foot - t->words->feet[page] > ROOM * leading)
		return TRUE;
	if (pdf_goes_on(pdf_piece_last(t, up), pdf_piece_first(t, p)))
		return FALSE;
	return t->lowest[page - t->page] - up->bottom > (column ? 1.2 : 0.6) * leading ||
	       p->bottom - t->highest[pdf_table_line(t, row)->page - t->page] > 0.6 * leading;
}

/* Whether a piece is a text by itself, whatever stands below it: a label in a column of titles, or
 * letters of another height. */
static gboolean ends_there(const PdfTable *t, guint column, const PdfPiece *up, const PdfPiece *p)
{
	const PdfWord *a = pdf_piece_last(t, up), *b = pdf_piece_first(t, p);
	double x = a->y1 - a->y0, y = b->y1 - b->y0;
	g_autofree char *text = column || !up->label ? NULL : pdf_piece_text(t, up);

	return (text && up->label == strlen(text)) ||
	       (column == 0 && ABS(x - y) > OTHER * MAX(x, y));
}

/* Whether two pieces of a column, one below the other, are further apart than lines of a text. */
static gboolean is_apart(const PdfTable *t, guint row, guint column, guint before, double leading)
{
	const PdfPiece *p = pdf_piece(t, row, column), *up = pdf_piece(t, before, column);

	if (ends_there(t, column, up, p))
		return TRUE;
	if (pdf_table_line(t, before)->page != pdf_table_line(t, row)->page)
		return is_apart_on_pages(t, row, column, before, leading);
	return p->bottom - up->bottom > leading * (has_raised(t, row, p) ? 1.5 : 1.12) + 0.5;
}

static void look_at_piece(PdfTable *t, guint row, guint column, double leading)
{
	PdfPiece *p = pdf_piece(t, row, column);
	guint before;

	if (!p->count)
		return;
	const PdfPiece *up = pdf_piece_above(t, row, column, &before);
	p->gap = !up || is_apart(t, row, column, before, leading);
	p->starts = p->gap || room(t, column, up, p) > MUCH_ROOM;
	gboolean may_start =
		p->gap || room(t, column, up, p) > 0 || pdf_ends_sentence(pdf_piece_last(t, up));
	g_autofree char *text = may_start ? pdf_piece_text(t, p) : NULL;
	p->label = text ? label_prefix(text, &p->kind) : 0;
}

static void find_pages(PdfTable *t)
{
	guint last = pdf_table_line(t, t->lines->len - 1)->page;

	t->page = pdf_table_line(t, 0)->page;
	t->highest = g_new0(double, last - t->page + 1);
	t->lowest = g_new0(double, last - t->page + 1);
	for (guint r = 0; r < t->lines->len; r++) {
		guint page = pdf_table_line(t, r)->page - t->page;
		t->lowest[page] = pdf_table_line(t, r)->bottom;
		if (!t->highest[page])
			t->highest[page] = t->lowest[page];
	}
}

PdfTable *pdf_table_new(const PdfWords *words, const PdfColumns *columns, const GArray *lines)
{
	PdfTable *t = g_new0(PdfTable, 1);
	guint64 mask = 0;

	t->words = words;
	t->lines = lines;
	for (guint r = 0; r < t->lines->len; r++)
		mask |= pdf_table_line(t, r)->columns;
	t->columns = 1;
	for (guint i = 0; i < columns->count; i++)
		if (mask & (guint64)1 << i)
			t->left[t->columns++] = columns->left[i];
	t->pieces = g_new0(PdfPiece, (gsize)t->lines->len * t->columns);
	t->free = g_new0(gboolean, t->lines->len);
	t->breaks = g_new0(gboolean, t->lines->len);
	for (guint r = 0; r < t->lines->len; r++)
		divide(t, r);
	find_pages(t);
	double leading = leading_of(t);
	for (guint r = 0; r < t->lines->len; r++)
		for (guint c = 0; c < t->columns; c++)
			look_at_piece(t, r, c, leading);
	return t;
}

void pdf_table_free(PdfTable *t)
{
	if (!t)
		return;
	g_free(t->highest);
	g_free(t->lowest);
	g_free(t->pieces);
	g_free(t->free);
	g_free(t->breaks);
	g_free(t);
}

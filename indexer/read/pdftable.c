#include "pdftable.h"

#include <string.h>

#include "labels.h"
#include "pdfrows.h"

#define TOUCHING 0.07 /* of it: words that are nearer are one */

/* ---- text --------------------------------------------------------------------------------- */

/* Whether a line breaks a word: "proef-" "project", but not "aan-" "en verkoop". */
static gboolean is_broken(const GString *html, const char *next)
{
	static const char *const words[] = { "en", "of", "als", "tot", "dan", NULL };
	gsize n = html->len;

	return n > 1 && html->str[n - 1] == '-' && html->str[n - 2] != ' ' &&
	       html->str[n - 2] != '>' && !g_strv_contains(words, next);
}

/* Whether a line breaks an address: one in angle brackets that is not closed, or one that ends
 * where no address does. */
static gboolean is_broken_address(const GString *html, const char *next)
{
	const char *word = memrchr(html->str, ' ', html->len);

	word = word ? word + 1 : html->str;
	if (!html->len || !(strstr(word, "://") || strstr(word, "www.")))
		return FALSE;
	return (g_str_has_prefix(word, "&lt;") && !strstr(word, "&gt;")) || *next == '%' ||
	       strchr("/-_=%?", html->str[html->len - 1]);
}

/* Whether what comes next stands behind a text, not behind a tag that opens one. */
static gboolean is_behind_text(const GString *html)
{
	static const char sup[] = "</sup>";
	gsize n = strlen(sup), len = html->len;

	return len && (html->str[len - 1] != '>' ||
		       (len >= n && memcmp(html->str + len - n, sup, n) == 0));
}

void pdf_words_write(GString *html, const PdfWords *words, const PdfLine *line, guint first,
		     guint count)
{
	double tall = line->bottom - line->top;

	for (guint i = first; i < first + count; i++) {
		const PdfWord *w = pdf_word(words, i);
		gboolean touches =
			i > first ? w->x0 - w[-1].x1 < TOUCHING * tall
				  : is_broken(html, w->text) || is_broken_address(html, w->text);
		g_autofree char *text = g_markup_escape_text(w->text, -1);
		if (is_behind_text(html) && !touches)
			g_string_append_c(html, ' ');
		g_string_append_printf(html, pdf_word_is_raised(w, line) ? "<sup>%s</sup>" : "%s",
				       text);
	}
}

/* ---- cells -------------------------------------------------------------------------------- */

/* A dash may be more of the line above. */
static gboolean is_item(const PdfTable *t, guint row, guint column, const PdfPiece *p)
{
	const char *text = pdf_piece_first(t, p)->text;
	guint before;
	const PdfPiece *up = pdf_piece_above(t, row, column, &before);

	if (!pdf_is_bullet(text) || g_ascii_isalnum(*text))
		return FALSE;
	return !strstr("-–—", text) || p->gap || !up || p->starts ||
	       pdf_ends_sentence(pdf_piece_last(t, up));
}

/* A cell that is being written. */
typedef struct {
	GString *html;
	gboolean begun, in_list;
} Cell;

static void end_list(Cell *cell)
{
	if (cell->in_list)
		g_string_append(cell->html, "</li></ul>");
	cell->in_list = FALSE;
}

/* Bytes of a text as a label; returns how many words it has. */
static guint write_label(GString *html, const char *text, gsize label)
{
	g_autofree char *name = g_markup_escape_text(text, (gssize)label);
	guint words = 1;

	for (gsize i = 0; i < label; i++)
		words += text[i] == ' ';
	g_string_append_printf(html, "<u>%s</u>", name);
	return words;
}

static void write_piece(Cell *cell, const PdfTable *t, guint row, guint column)
{
	const PdfPiece *p = pdf_piece(t, row, column);
	gboolean item = p->count > 1 && is_item(t, row, column, p);
	guint done = 0;

	if (item) {
		g_string_append(cell->html, cell->in_list ? "</li><li>" : "<ul><li>");
		cell->in_list = TRUE;
		done = 1;
	} else if (p->gap || p->label) {
		end_list(cell);
		g_string_append(cell->html, cell->begun ? "<p>" : "");
	} else if (p->starts) {
		g_string_append(cell->html, cell->begun ? "<br>" : "");
	}
	if (p->label && !item) {
		g_autofree char *text = pdf_piece_text(t, p);
		done = write_label(cell->html, text, p->label);
	}
	pdf_words_write(cell->html, t->words, pdf_table_line(t, row), p->first + done,
			p->count - done);
	cell->begun = TRUE;
}

static void write_title(GString *html, const PdfTable *t, guint row)
{
	const PdfPiece *p = pdf_piece(t, row, 0);

	g_string_append_c(html, ' '); /* title.h joins what is broken */
	pdf_words_write(html, t->words, pdf_table_line(t, row), p->first, p->count);
}

static void write_cell(GString *html, const PdfTable *t, guint from, guint to, guint column)
{
	Cell cell = { .html = html };

	g_string_append(html, "<td>");
	for (guint r = from; r < to; r++) {
		if (!pdf_piece(t, r, column)->count)
			continue;
		if (column == 0)
			write_title(html, t, r);
		else
			write_piece(&cell, t, r, column);
	}
	end_list(&cell);
	g_string_append(html, "</td>");
}

/* ---- rows --------------------------------------------------------------------------------- */

static gboolean has_text(const PdfTable *t, guint from, guint to, guint column)
{
	for (guint r = from; r < to; r++)
		if (pdf_piece(t, r, column)->count)
			return TRUE;
	return FALSE;
}

static guint row_end(const PdfTable *t, guint from)
{
	guint to = from + 1;

	while (to < t->lines->len && !t->breaks[to])
		to++;
	return to;
}

/* A text that stands alone, or over the columns, is a heading. */
static gboolean is_heading(const PdfTable *t, guint from, guint to)
{
	for (guint c = 1; c < t->columns; c++)
		if (has_text(t, from, to, c))
			return FALSE;
	return TRUE;
}

/* The kind of the label of a row in a table of labels; -1 for none. */
static int kind_of_row(const PdfTable *t, guint from, guint to)
{
	g_autoptr(GString) label = g_string_new(NULL);

	for (guint r = from; r < to; r++) {
		g_autofree char *text = pdf_piece_text(t, pdf_piece(t, r, t->key));
		g_string_append_printf(label, "%s%s", label->len ? " " : "", text);
	}
	return label_kind(label->str);
}

/* The rows from one on that are of one title: up to the next with the label that the first row of
 * all has, or one that is there already. */
static guint end_of_title(const PdfTable *t, guint from, int first)
{
	guint kinds = 0, end;

	for (guint r = from; r < t->lines->len; r = end) {
		end = row_end(t, r);
		int kind = kind_of_row(t, r, end);
		if (r > from && kind >= 0 && (kind == first || kinds & 1u << kind))
			return r;
		kinds |= kind >= 0 ? 1u << kind : 0;
	}
	return t->lines->len;
}

/* A row. title_end: the line behind the last whose first column is its title; 0 when it is more of
 * the row above. */
static void write_row(GString *html, const PdfTable *t, guint from, guint to, guint title_end)
{
	g_string_append(html, "<tr>");
	if (is_heading(t, from, to)) {
		g_string_append_printf(html, "<td colspan=\"%u\">", t->columns);
		for (guint r = from; r < to; r++)
			pdf_words_write(html, t->words, pdf_table_line(t, r),
					pdf_table_line(t, r)->first, pdf_table_line(t, r)->count);
		g_string_append(html, "</td>");
	} else {
		if (title_end)
			write_cell(html, t, from, title_end, 0);
		else
			g_string_append(html, "<td data-more></td>");
		for (guint c = 1; c < t->columns; c++)
			write_cell(html, t, from, to, c);
	}
	g_string_append(html, "</tr>\n");
}

static void write_rows(GString *html, const PdfTable *t)
{
	guint title_end = 0; /* of the title at hand, in a table of labels */
	int first = -1;

	for (guint from = 0, to; from < t->lines->len; from = to) {
		to = row_end(t, from);
		gboolean more = t->key && from < title_end;
		if (t->key && first < 0)
			first = kind_of_row(t, from, to);
		if (!more)
			title_end = t->key ? end_of_title(t, from, first) : to;
		write_row(html, t, from, to, more ? 0 : title_end);
	}
}

void pdf_table_write(GString *html, const PdfWords *words, const PdfColumns *columns,
		     const GArray *lines)
{
	g_autoptr(PdfTable) t = pdf_table_new(words, columns, lines);

	pdf_rows_find(t);
	g_string_append(html, "<table>\n");
	write_rows(html, t);
	g_string_append(html, "</table>\n");
}

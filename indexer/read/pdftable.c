#include "pdftable.h"

#include <string.h>

#include "labels.h"

#define LEADING 1.15  /* of the height of a line: what the next is further down at most */
#define TOUCHING 0.07 /* of it: words that are nearer are one */
#define NEAR 1.5      /* points */
#define MUCH_ROOM 0.2 /* of a column: a line that leaves it was ended */

/* What a line has in a column. */
typedef struct {
	guint first, count; /* words; none when count is 0 */
	double bottom;      /* of the lowest */
	gboolean gap;       /* above it: it is further from the line before it than in a text */
	gboolean starts;    /* anew: behind a gap, or a line that has much room for more */
	int kind;           /* of the label that it starts with; -1 */
	gsize label;        /* its bytes */
} Piece;

typedef struct {
	const PdfWords *words;
	const GArray *lines; /* of guint */
	guint columns;
	double left[PDF_MAX_COLUMNS + 1], right[PDF_MAX_COLUMNS + 1];
	Piece *pieces;
	gboolean *breaks; /* of each line: a row starts there */
} Table;

static Piece *piece_at(const Table *t, guint row, guint column)
{
	return &t->pieces[row * t->columns + column];
}

static const PdfLine *line_at(const Table *t, guint row)
{
	return pdf_line(t->words, g_array_index(t->lines, guint, row));
}

static const PdfWord *first_word(const Table *t, const Piece *p)
{
	return pdf_word(t->words, p->first);
}

static const PdfWord *last_word(const Table *t, const Piece *p)
{
	return pdf_word(t->words, p->first + p->count - 1);
}

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
	const char *word = strrchr(html->str, ' ');

	word = word ? word + 1 : html->str;
	if (!html->len || !(strstr(word, "://") || strstr(word, "www.")))
		return FALSE;
	return (g_str_has_prefix(word, "&lt;") && !strstr(word, "&gt;")) || *next == '%' ||
	       strchr("/-_=%?", html->str[html->len - 1]);
}

void pdf_words_write(GString *html, const PdfWords *words, const PdfLine *line, guint first,
		     guint count)
{
	double tall = line->bottom - line->top;

	for (guint i = first; i < first + count; i++) {
		const PdfWord *w = pdf_word(words, i);
		gboolean raised = pdf_word_is_raised(w, line);
		gboolean touches =
			i > first ? w->x0 - w[-1].x1 < TOUCHING * tall
				  : is_broken(html, w->text) || is_broken_address(html, w->text);
		g_autofree char *text = g_markup_escape_text(w->text, -1);
		if (html->len && html->str[html->len - 1] != '>' && !touches)
			g_string_append_c(html, ' ');
		else if (i > first && !touches)
			g_string_append_c(html, ' '); /* behind a mark */
		g_string_append_printf(html, raised ? "<sup>%s</sup>" : "%s", text);
	}
}

static char *text_of(const Table *t, const Piece *p)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < p->count; i++)
		g_string_append_printf(text, "%s%s", i ? " " : "",
				       pdf_word(t->words, p->first + i)->text);
	return g_string_free(text, FALSE);
}

/* How many bytes of a text are a label that opens a section; 0 for none. It stands alone, or what
 * follows starts a sentence: "Doel van de pilot" is none. */
static gsize label_length(const char *text, int *kind)
{
	const char *end = text;

	*kind = -1;
	if (!g_unichar_isupper(g_utf8_get_char(text)) && !g_ascii_isdigit(*text))
		return 0;
	for (guint words = 0; words < 4 && *end; words++) {
		end += strspn(end, " ");
		end += strcspn(end, " ");
		g_autofree char *label = g_strndup(text, (gsize)(end - text));
		*kind = label_kind(label);
		gunichar next = g_utf8_get_char(end + strspn(end, " "));
		if (*kind >= 0 && (!next || end[-1] == ':' || *kind == SECTION_LOOPTIJD ||
				   !g_unichar_islower(next)))
			return (gsize)(end - text);
	}
	*kind = -1;
	return 0;
}

/* ---- pieces ------------------------------------------------------------------------------- */

static guint column_of(const Table *t, double x)
{
	guint c = 0;

	while (c + 1 < t->columns && t->left[c + 1] <= x + NEAR)
		c++;
	return c;
}

static void divide(Table *t, guint row)
{
	const PdfLine *l = line_at(t, row);

	for (guint i = l->first; l->columns && i < l->first + l->count; i++) {
		const PdfWord *w = pdf_word(t->words, i);
		guint column = column_of(t, w->x0);
		Piece *p = piece_at(t, row, column);
		if (!p->count++)
			p->first = i;
		p->bottom = MAX(p->bottom, w->y1);
		t->right[column] = MAX(t->right[column], w->x1);
	}
}

/* The piece above one in its column; NULL for none. */
static const Piece *above(const Table *t, guint row, guint column, guint *its_row)
{
	while (row-- > 0)
		if (piece_at(t, row, column)->count) {
			*its_row = row;
			return piece_at(t, row, column);
		}
	return NULL;
}

/* How much room a line has for what stands below it, as a part of the column. */
static double room(const Table *t, guint column, const Piece *before, const Piece *p)
{
	const PdfWord *w = first_word(t, p);
	double needed = 0.15 * (w->y1 - w->y0) + w->x1 - w->x0;

	return (t->right[column] - last_word(t, before)->x1 - needed) /
	       MAX(t->right[column] - t->left[column], 1);
}

static gboolean ends_sentence(const Table *t, const Piece *p)
{
	const char *text = last_word(t, p)->text;
	return strchr(".:;!?)", text[strlen(text) - 1]) != NULL;
}

static gint compare_doubles(gconstpointer a, gconstpointer b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

/* How far apart the lines of a text are: as most are below one that is full. */
static double leading_of(const Table *t)
{
	g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(double));
	double most = LEADING * t->words->height;

	for (guint r = 1; r < t->lines->len; r++)
		for (guint c = 0, before; c < t->columns; c++) {
			const Piece *p = piece_at(t, r, c),
				    *up = p->count ? above(t, r, c, &before) : NULL;
			if (!up || line_at(t, before)->page != line_at(t, r)->page ||
			    room(t, c, up, p) > 0)
				continue;
			double step = p->bottom - up->bottom;
			g_array_append_val(steps, step);
		}
	g_array_sort(steps, compare_doubles);
	return steps->len ? g_array_index(steps, double, steps->len / 2) : most;
}

static void look_at_piece(Table *t, guint row, guint column, double leading)
{
	Piece *p = piece_at(t, row, column);
	guint before;
	const Piece *up = above(t, row, column, &before);

	if (!p->count)
		return;
	const PdfLine *l = line_at(t, row), *b = up ? line_at(t, before) : NULL;
	p->gap = !b || (b->page == l->page && p->bottom - up->bottom > leading * 1.12 + 0.5);
	p->starts = p->gap || room(t, column, up, p) > MUCH_ROOM;
	gboolean may_start = p->gap || room(t, column, up, p) > 0 || ends_sentence(t, up);
	g_autofree char *text = may_start ? text_of(t, p) : NULL;
	p->label = text ? label_length(text, &p->kind) : 0;
}

/* ---- rows --------------------------------------------------------------------------------- */

/* Titles beside texts that have labels. */
static gboolean is_labelled(const Table *t)
{
	guint titles = 0, texts = 0;

	for (guint r = 0; r < t->lines->len; r++) {
		titles += piece_at(t, r, 0)->label > 0;
		texts += t->columns == 2 && piece_at(t, r, 1)->label > 0;
	}
	return texts > titles;
}

/* A text of the first column starts here. */
static gboolean starts_title(const Table *t, guint row)
{
	const Piece *p = piece_at(t, row, 0);
	return p->count && (p->gap || p->label);
}

/* Whether titles stand at the top of their rows, beside the first label; else in the middle. */
static gboolean is_top_aligned(const Table *t)
{
	guint titles = 0, beside = 0;

	for (guint r = 0; r < t->lines->len; r++)
		if (starts_title(t, r)) {
			titles++;
			beside += piece_at(t, r, 1)->label > 0;
		}
	return beside * 2 > titles;
}

static void break_labelled(Table *t)
{
	gboolean top = is_top_aligned(t);
	guint kinds = 0, lines = 0;

	for (guint r = 0; r < t->lines->len; r++, lines++) {
		const Piece *title = piece_at(t, r, 0), *text = piece_at(t, r, 1);
		gboolean begins = FALSE;
		if (text->label)
			begins = kinds & 1u << text->kind ||
				 (title->count && (lines == 1 || (top && lines && title->gap)));
		else if (title->count && title->gap && text->count && text->gap)
			begins = top && kinds;
		t->breaks[r] = begins || r == 0;
		if (t->breaks[r])
			kinds = lines = 0;
		if (text->label)
			kinds |= 1u << text->kind;
	}
}

/* Whether a line is in no text that goes on over it: a row may start here. */
static gboolean is_free(const Table *t, guint row)
{
	for (guint c = 0; c < t->columns; c++)
		if (piece_at(t, row, c)->count && !piece_at(t, row, c)->gap)
			return FALSE;
	return TRUE;
}

/* A column of labels beside the titles divides the row of a title. */
static gboolean starts_label(const Table *t, guint row)
{
	return t->columns > 2 && piece_at(t, row, 1)->label && piece_at(t, row, 1)->gap;
}

/* Titles stand at the top of their rows; where not, a row starts at the nearest line above that is
 * in no text. */
static void break_columns(Table *t)
{
	guint free = 0;

	for (guint r = 0; r < t->lines->len; r++) {
		if (is_free(t, r))
			free = r;
		if (starts_title(t, r) && !t->breaks[free])
			t->breaks[is_free(t, r) || piece_at(t, r, 0)->label ? r : free] = TRUE;
		else if (starts_label(t, r))
			t->breaks[r] = TRUE;
	}
}

static void write_piece(GString *html, const Table *t, guint row, const Piece *p, gboolean first)
{
	const PdfWord *w = first_word(t, p);
	gsize label = p->label;
	guint skip = 0;

	if (!first)
		g_string_append(html, p->gap || label ? "<p>" : p->starts ? "<br>" : "");
	if (p->count > 1 && pdf_is_bullet(w->text) && !g_ascii_isalnum(*w->text)) {
		g_string_append(html, "<li>");
		skip = 1;
	} else if (label) {
		g_autofree char *text = text_of(t, p), *name = g_strndup(text, label);
		g_autofree char *escaped = g_markup_escape_text(name, -1);
		g_string_append_printf(html, "<u>%s</u>", escaped);
		for (const char *s = name; s; s = strchr(s + 1, ' '))
			skip++;
	}
	pdf_words_write(html, t->words, line_at(t, row), p->first + skip, p->count - skip);
}

static void write_cell(GString *html, const Table *t, guint from, guint to, guint column)
{
	gboolean first = TRUE;

	g_string_append(html, "<td>");
	for (guint r = from; r < to; r++) {
		const Piece *p = piece_at(t, r, column);
		if (!p->count)
			continue;
		if (column == 0)
			pdf_words_write(html, t->words, line_at(t, r), p->first, p->count);
		else
			write_piece(html, t, r, p, first);
		first = FALSE;
	}
	g_string_append(html, "</td>");
}

static gboolean has_text(const Table *t, guint from, guint to, guint column)
{
	for (guint r = from; r < to; r++)
		if (piece_at(t, r, column)->count)
			return TRUE;
	return FALSE;
}

/* A text that stands alone, or over the columns, is a heading. */
static gboolean is_heading(const Table *t, guint from, guint to)
{
	for (guint c = 1; c < t->columns; c++)
		if (has_text(t, from, to, c))
			return FALSE;
	return TRUE;
}

static void write_row(GString *html, const Table *t, guint from, guint to)
{
	g_string_append(html, "<tr>");
	if (is_heading(t, from, to)) {
		g_string_append_printf(html, "<td colspan=\"%u\">", t->columns);
		for (guint r = from; r < to; r++)
			pdf_words_write(html, t->words, line_at(t, r), line_at(t, r)->first,
					line_at(t, r)->count);
		g_string_append(html, "</td>");
	} else {
		gboolean more = !has_text(t, from, to, 0) && starts_label(t, from);
		if (more)
			g_string_append(html, "<td data-more></td>");
		for (guint c = more; c < t->columns; c++)
			write_cell(html, t, from, to, c);
	}
	g_string_append(html, "</tr>\n");
}

/* A line that is not divided is a row by itself. */
static void break_headings(Table *t)
{
	for (guint r = 0; r < t->lines->len; r++) {
		gboolean whole = !line_at(t, r)->columns;
		if (whole != (r > 0 && !line_at(t, r - 1)->columns))
			t->breaks[r] = TRUE;
	}
	t->breaks[0] = TRUE;
}

/* ---- the whole ---------------------------------------------------------------------------- */

static void lay_out(Table *t, const PdfColumns *columns)
{
	guint64 mask = 0;

	for (guint r = 0; r < t->lines->len; r++)
		mask |= line_at(t, r)->columns;
	t->columns = 1;
	for (guint i = 0; i < columns->count; i++)
		if (mask & (guint64)1 << i)
			t->left[t->columns++] = columns->left[i];
	t->pieces = g_new0(Piece, (gsize)t->lines->len * t->columns);
	t->breaks = g_new0(gboolean, t->lines->len);
	for (guint r = 0; r < t->lines->len; r++)
		divide(t, r);
	double leading = leading_of(t);
	for (guint r = 0; r < t->lines->len; r++)
		for (guint c = 0; c < t->columns; c++)
			look_at_piece(t, r, c, leading);
}

void pdf_table_write(GString *html, const PdfWords *words, const PdfColumns *columns,
		     const GArray *lines)
{
	Table t = { .words = words, .lines = lines };

	lay_out(&t, columns);
	break_headings(&t);
	(is_labelled(&t) ? break_labelled : break_columns)(&t);
	g_string_append(html, "<table>\n");
	for (guint from = 0, to; from < lines->len; from = to) {
		for (to = from + 1; to < lines->len && !t.breaks[to]; to++)
			;
		write_row(html, &t, from, to);
	}
	g_string_append(html, "</table>\n");
	g_free(t.pieces);
	g_free(t.breaks);
}

#include "pdfwords.h"

#include <string.h>

#define BESIDE 0.3   /* of its height: how far the middle of a word is from that of its line */
#define SMALL 0.9    /* of the height of its line: what is smaller may be a mark */
#define IN_SIGHT 6   /* lines */
#define MOST 1.8     /* heights: further apart are no lines of a text */
#define USUAL 1.1    /* heights, where there are none */
#define BUSY 2000    /* words about a mark that are looked at */
#define FARTHEST 1e6 /* points */

const PdfWord *pdf_word(const PdfWords *words, guint i)
{
	return &g_array_index(words->words, PdfWord, i);
}

PdfLine *pdf_line(const PdfWords *words, guint i)
{
	return &g_array_index(words->lines, PdfLine, i);
}

static double height(const PdfWord *w)
{
	return w->y1 - w->y0;
}

static double middle(const PdfWord *w)
{
	return (w->y0 + w->y1) / 2;
}

gboolean pdf_word_is_raised(const PdfWord *w, const PdfLine *line)
{
	double tall = line->bottom - line->top;

	return height(w) < SMALL * tall && w->y1 < line->bottom - 0.1 * tall;
}

gboolean pdf_ends_sentence(const PdfWord *w)
{
	return strchr(".:;,!?", w->text[strlen(w->text) - 1]) != NULL;
}

gboolean pdf_goes_on(const PdfWord *before, const PdfWord *after)
{
	return !pdf_ends_sentence(before) && g_unichar_islower(g_utf8_get_char(after->text));
}

const char *pdf_last_letter(const PdfWords *p, const PdfLine *l)
{
	const char *text = pdf_word(p, l->first + l->count - 1)->text;
	return text + strlen(text) - 1;
}

char *pdf_line_text(const PdfWords *words, const PdfLine *line)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < line->count; i++)
		g_string_append_printf(text, "%s%s", i ? " " : "",
				       pdf_word(words, line->first + i)->text);
	return g_string_free(text, FALSE);
}

/* ---- lines -------------------------------------------------------------------------------- */

static gint compare_numbers(gconstpointer a, gconstpointer b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static double median(GArray *numbers)
{
	g_array_sort(numbers, compare_numbers);
	return numbers->len ? g_array_index(numbers, double, numbers->len / 2) : 0;
}

static double usual_height_of(const PdfWord *words, guint n)
{
	g_autoptr(GArray) heights = g_array_new(FALSE, FALSE, sizeof(double));

	for (guint i = 0; i < n; i++) {
		double h = height(&words[i]);
		g_array_append_val(heights, h);
	}
	return median(heights);
}

static gint compare_middles(gconstpointer a, gconstpointer b)
{
	double x = middle(a), y = middle(b);
	return (x > y) - (x < y);
}

static gint compare_places(gconstpointer a, gconstpointer b)
{
	const PdfWord *x = a, *y = b;

	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return (x->x0 > y->x0) - (x->x0 < y->x0);
}

static gboolean has_line(const PdfWord *w)
{
	return w->line >= 0;
}

/* Puts words that stand beside each other in one line, of those that are at least as tall; they are
 * in order of their middles. */
static void put_in_lines(PdfWord *words, guint n, double tall)
{
	const PdfWord *first = NULL, *tallest = NULL;

	for (guint i = 0; i < n; i++) {
		PdfWord *w = &words[i];
		if (has_line(w) || height(w) < tall)
			continue;
		if (!first ||
		    middle(w) - middle(tallest) > BESIDE * MAX(height(tallest), height(w)))
			first = tallest = w;
		tallest = height(w) > height(tallest) ? w : tallest;
		w->line = middle(first);
	}
}

/* Whether a small word stands right behind another, or before it. */
static gboolean touches(const PdfWord *small, const PdfWord *w)
{
	double near = 0.3 * height(w);

	return middle(small) > w->y0 - near && middle(small) < w->y1 + near &&
	       (ABS(small->x0 - w->x1) < near || ABS(w->x0 - small->x1) < near);
}

/* Marks of notes go with the word that they stand at; of two, the nearest. */
static void put_marks_in_lines(PdfWord *words, guint n, double tall)
{
	for (guint i = 0, from = 0; i < n; i++) {
		PdfWord *mark = &words[i];
		double nearest = 2 * tall;
		while (from < i && middle(&words[from]) < middle(mark) - nearest)
			from++;
		if (height(mark) >= SMALL * tall)
			continue;
		for (guint k = from; k < MIN(n, from + BUSY); k++) {
			double away = ABS(middle(&words[k]) - middle(mark));
			if (height(&words[k]) < SMALL * tall || away >= nearest ||
			    !touches(mark, &words[k]))
				continue;
			mark->line = words[k].line;
			nearest = away;
		}
	}
}

static void add_line(PdfWords *p, guint first, guint end)
{
	const PdfWord *tallest = pdf_word(p, first);

	for (guint i = first; i < end; i++)
		if (height(pdf_word(p, i)) > height(tallest))
			tallest = pdf_word(p, i);
	const PdfLine line = { .page = p->pages - 1,
			       .first = first,
			       .count = end - first,
			       .top = tallest->y0,
			       .bottom = tallest->y1 };
	g_array_append_val(p->lines, line);
}

/* The words of the page at hand, which are all from first on. */
static void end_page(PdfWords *p, guint first)
{
	guint n = p->words->len - first;

	if (!n)
		return;
	PdfWord *words = &g_array_index(p->words, PdfWord, first);
	double tall = usual_height_of(words, n);
	qsort(words, n, sizeof *words, compare_middles);
	put_in_lines(words, n, SMALL * tall);
	put_marks_in_lines(words, n, tall);
	put_in_lines(words, n, 0);
	qsort(words, n, sizeof *words, compare_places);
	for (guint i = 0, k; i < n; i = k) {
		for (k = i; k < n && words[k].line == words[i].line;)
			k++;
		add_line(p, first + i, first + k);
	}
}

/* ---- what pdftotext prints ---------------------------------------------------------------- */

typedef struct {
	PdfWords *words;
	guint page_start; /* its first word */
	PdfWord word;
	gboolean in_word;
} Reading;

static void on_start(GMarkupParseContext *context, const char *name, const char **names,
		     const char **values, gpointer user, GError **error)
{
	Reading *r = user;
	const struct {
		const char *name;
		double *value;
	} sides[] = { { "xMin", &r->word.x0 },
		      { "yMin", &r->word.y0 },
		      { "xMax", &r->word.x1 },
		      { "yMax", &r->word.y1 } };

	(void)context;
	(void)error;
	if (strcmp(name, "page") == 0) {
		r->words->pages++;
		r->page_start = r->words->words->len;
	}
	r->in_word = strcmp(name, "word") == 0 && r->words->pages;
	if (!r->in_word)
		return;
	r->word = (PdfWord) { .line = -1 };
	for (; *names; names++, values++)
		for (gsize i = 0; i < G_N_ELEMENTS(sides); i++)
			if (strcmp(*names, sides[i].name) == 0)
				*sides[i].value = g_ascii_strtod(*values, NULL);
}

/* Fonts of TeX without Unicode have ligatures and dashes where others have control characters: the
 * T1 encoding. Any other is a letter that cannot be known. */
static const char *add_text(GStringChunk *texts, const char *text, gsize len)
{
	static const char *const t1[] = { "“", "”", "„", "«",  "»",  "–",  "—",   "",
					  "",  "ı", "ȷ", "ff", "fi", "fl", "ffi", "ffl" };
	g_autoptr(GString) out = g_string_sized_new(len);

	for (gsize i = 0; i < len; i++) {
		guchar c = (guchar)text[i];
		if (c >= 0x10 && c < 0x20)
			g_string_append(out, t1[c - 0x10]);
		else if (c < 0x10 || c == 0x7f)
			g_string_append(out, "\xef\xbf\xbd");
		else
			g_string_append_c(out, (gchar)c);
	}
	return g_string_chunk_insert_len(texts, out->str, (gssize)out->len);
}

/* Not NaN, and on no page that is larger than a wall. */
static gboolean is_placed(const PdfWord *w)
{
	return w->x0 > -FARTHEST && w->x0 < w->x1 && w->x1 < FARTHEST && w->y0 > -FARTHEST &&
	       w->y0 < w->y1 && w->y1 < FARTHEST;
}

/* A word has one text; one that stands on its side is no part of a line. */
static void on_text(GMarkupParseContext *context, const char *text, gsize len, gpointer user,
		    GError **error)
{
	Reading *r = user;

	(void)context;
	(void)error;
	if (!r->in_word || !len || !is_placed(&r->word))
		return;
	r->word.text = add_text(r->words->texts, text, len);
	g_array_append_val(r->words->words, r->word);
	r->in_word = FALSE;
}

static void on_end(GMarkupParseContext *context, const char *name, gpointer user, GError **error)
{
	Reading *r = user;

	(void)context;
	(void)error;
	if (strcmp(name, "page") == 0)
		end_page(r->words, r->page_start);
}

/* The middle one of the heights of the lines. */
static double usual_height(const PdfWords *p)
{
	g_autoptr(GArray) heights = g_array_new(FALSE, FALSE, sizeof(double));

	for (guint i = 0; i < p->lines->len; i++) {
		double h = pdf_line(p, i)->bottom - pdf_line(p, i)->top;
		g_array_append_val(heights, h);
	}
	return median(heights);
}

/* The usual distance of lines that start at one x, the next of which is in sight. */
static double usual_step(const PdfWords *p)
{
	g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(double));

	for (guint i = 0; i < p->lines->len; i++) {
		const PdfLine *l = pdf_line(p, i);
		for (guint k = i + 1; k < p->lines->len && k < i + IN_SIGHT; k++) {
			const PdfLine *below = pdf_line(p, k);
			double step = below->bottom - l->bottom;
			double aside = pdf_word(p, below->first)->x0 - pdf_word(p, l->first)->x0;
			if (below->page != l->page || step > MOST * p->height)
				break;
			if (ABS(aside) > 1)
				continue;
			g_array_append_val(steps, step);
			break;
		}
	}
	return steps->len ? median(steps) : USUAL * p->height;
}

gboolean pdf_are_close(const PdfWords *p, const PdfLine *l, const PdfLine *below)
{
	double tall = MAX(l->bottom - l->top, below->bottom - below->top);

	return l->page == below->page &&
	       below->bottom - l->bottom <= p->step * MAX(tall / p->height, 1) * 1.12 + 0.5;
}

PdfWords *pdf_words_new(const char *xml, GError **error)
{
	static const GMarkupParser parser = { .start_element = on_start,
					      .end_element = on_end,
					      .text = on_text };
	g_autoptr(PdfWords) p = g_new0(PdfWords, 1);
	const char *doc = strstr(xml, "<doc>"); /* what the author says of it comes before */
	Reading r = { .words = p };

	p->words = g_array_new(FALSE, FALSE, sizeof(PdfWord));
	p->lines = g_array_new(FALSE, FALSE, sizeof(PdfLine));
	p->texts = g_string_chunk_new(1 << 16);
	if (!doc)
		return g_steal_pointer(&p);
	g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new(&parser, 0, &r, NULL);
	const char *end = strstr(doc, "</doc>");
	gsize len = end ? (gsize)(end - doc) + strlen("</doc>") : strlen(doc);
	if (!g_markup_parse_context_parse(context, doc, (gssize)len, error) ||
	    !g_markup_parse_context_end_parse(context, error))
		return NULL;
	p->height = usual_height(p);
	p->step = usual_step(p);
	return g_steal_pointer(&p);
}

void pdf_words_free(PdfWords *p)
{
	if (!p)
		return;
	g_array_unref(p->words);
	g_array_unref(p->lines);
	g_string_chunk_free(p->texts);
	g_free(p->feet);
	g_free(p);
}

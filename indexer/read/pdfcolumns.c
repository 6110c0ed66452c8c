#include "pdfcolumns.h"

#include <string.h>

#include "labels.h"

#define NEAR 1.5 /* points: starts that are as near are at one x */
#define GAP 0.45 /* of the height of a line: wider than between words */
#define ENOUGH 3 /* starts at an x */
#define CANDIDATES 256
#define DEEP 16       /* times as many lines of a column may start deeper */
#define APART 2.5     /* lines: how far the next paragraph of a text is at most */
#define FAR 100       /* lines */
#define NARROW 8.0    /* points: no column is as narrow */
#define LABEL_WORDS 6 /* of a label, and one behind it */

gboolean pdf_is_gap(const PdfWord *before, const PdfWord *after, double height)
{
	return after->x0 - before->x1 > GAP * height;
}

gboolean pdf_is_bullet(const char *text)
{
	static const char *const bullets[] = {
		"•", "-", "–", "—", "o", "▪", "■", "●", "◦", "\xef\x82\xb7", "\xef\x82\xa7",
		"*", NULL
	};
	gsize n = strlen(text);

	return g_strv_contains(bullets, text) ||
	       (n <= 3 && n > 1 && strchr(".)", text[n - 1]) && g_ascii_isalnum(*text)) ||
	       (n <= 3 && strspn(text, "0123456789") == n);
}

/* ---- where lines start -------------------------------------------------------------------- */

typedef struct {
	double left;
	guint count;
} Candidate;

static gint compare_doubles(gconstpointer a, gconstpointer b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static gint by_count(gconstpointer a, gconstpointer b)
{
	return (gint)((const Candidate *)b)->count - (gint)((const Candidate *)a)->count;
}

static gint by_left(gconstpointer a, gconstpointer b)
{
	return compare_doubles(&((const Candidate *)a)->left, &((const Candidate *)b)->left);
}

static GArray *starts_of(const PdfWords *p)
{
	GArray *starts = g_array_new(FALSE, FALSE, sizeof(double));

	for (guint i = 0; i < p->lines->len; i++) {
		const PdfLine *l = pdf_line(p, i);
		for (guint w = 0; w < l->count && !l->is_left_out; w++) {
			const PdfWord *word = pdf_word(p, l->first + w);
			if (w == 0 || pdf_is_gap(word - 1, word, l->bottom - l->top))
				g_array_append_val(starts, word->x0);
		}
	}
	g_array_sort(starts, compare_doubles);
	return starts;
}

/* Of Candidate, from left to right. */
static GArray *candidates_of(const PdfWords *p)
{
	g_autoptr(GArray) starts = starts_of(p);
	GArray *found = g_array_new(FALSE, FALSE, sizeof(Candidate));

	for (guint i = 0, k; i < starts->len; i = k) {
		double first = g_array_index(starts, double, i);
		for (k = i; k < starts->len && g_array_index(starts, double, k) - first <= NEAR;)
			k++;
		const Candidate c = { g_array_index(starts, double, (i + k) / 2), k - i };
		if (c.count >= ENOUGH)
			g_array_append_val(found, c);
	}
	g_array_sort(found, by_count);
	if (found->len > CANDIDATES)
		g_array_set_size(found, CANDIDATES);
	g_array_sort(found, by_left);
	return found;
}

/* ---- what a line is to an x --------------------------------------------------------------- */

typedef enum {
	BESIDE,  /* it says nothing: it ends before, or starts behind */
	STARTS,  /* a word starts there */
	DIVIDED, /* it has more than one text, but none that starts there */
	CROSSES, /* it goes on over it */
} Relation;

typedef struct {
	Relation relation;
	gboolean is_sure; /* it starts the line, or stands behind a gap */
	double from;      /* where what crosses it starts */
} Meeting;

static Meeting meet(const PdfWords *p, const PdfLine *l, double left)
{
	double tall = l->bottom - l->top, from = -1;
	gboolean divided = FALSE;

	for (guint i = 0; i < l->count; i++) {
		const PdfWord *w = pdf_word(p, l->first + i);
		gboolean gap = i == 0 || pdf_is_gap(w - 1, w, tall);
		divided = divided || (i && gap && w->x0 < left && !pdf_is_bullet(w[-1].text));
		if (ABS(w->x0 - left) <= NEAR)
			return (Meeting) { STARTS, gap, from };
		if (w->x0 > left)
			return (Meeting) { !i || pdf_is_bullet(w->text) ? BESIDE
					   : gap                        ? DIVIDED
									: CROSSES,
					   FALSE, from };
		if (gap)
			from = w->x0;
		if (w->x1 > left + NEAR)
			return (Meeting) { CROSSES, FALSE, from };
	}
	return (Meeting) { divided ? DIVIDED : BESIDE, FALSE, from };
}

/* A number stands before an item of a list; in a row of a table, before more than one text. */
static gboolean is_number_of_row(const PdfWords *p, const PdfLine *l, const PdfWord *w, double left)
{
	if (strspn(w->text, "0123456789") != strlen(w->text))
		return FALSE;
	for (guint i = 1; i < l->count; i++) {
		const PdfWord *next = pdf_word(p, l->first + i);
		if (next->x0 > left + NEAR && pdf_is_gap(next - 1, next, l->bottom - l->top))
			return TRUE;
	}
	return FALSE;
}

/* Whether a line has text before an x that is more than a bullet. */
static gboolean has_text_before(const PdfWords *p, const PdfLine *l, double left)
{
	for (guint i = 0; i < l->count; i++) {
		const PdfWord *w = pdf_word(p, l->first + i);
		if (w->x0 >= left - NEAR)
			return FALSE;
		if (w->x1 <= left + NEAR &&
		    (!pdf_is_bullet(w->text) || is_number_of_row(p, l, w, left)))
			return TRUE;
	}
	return FALSE;
}

static gboolean overlap(const PdfLine *a, const PdfLine *b)
{
	double common = MIN(a->bottom, b->bottom) - MAX(a->top, b->top);
	return a->page == b->page && common > 0.3 * (a->bottom - a->top);
}

/* Whether something stands to the left of what starts in a line: in it, or half a line off. */
static gboolean is_beside_text(const PdfWords *p, guint line, double left)
{
	const PdfLine *l = pdf_line(p, line);

	for (guint i = MAX(line, 1) - 1; i <= line + 1 && i < p->lines->len; i++)
		if (!pdf_line(p, i)->is_left_out && overlap(l, pdf_line(p, i)) &&
		    has_text_before(p, pdf_line(p, i), left))
			return TRUE;
	return FALSE;
}

/* ---- runs of lines that do not cross it --------------------------------------------------- */

typedef struct {
	guint from, to;     /* lines; to is behind the last */
	guint first, last;  /* that start there */
	guint starts, deep; /* how many surely do, and how many start behind it */
	gboolean begun;
	guint beside;      /* of how many text stands to the left */
	gboolean is_table; /* a row surely starts in it */
	double around;     /* where what comes before or after it and crosses it starts; -1 */
} Run;

static gboolean starts_label(const PdfWords *p, const PdfLine *l, double left)
{
	g_autoptr(GString) text = g_string_new(NULL);
	int kind;

	for (guint i = 0, n = 0; i < l->count && n < LABEL_WORDS; i++) {
		const PdfWord *w = pdf_word(p, l->first + i);
		if (w->x0 >= left - NEAR)
			g_string_append_printf(text, "%s%s", n++ ? " " : "", w->text);
	}
	return label_prefix(text->str, &kind) > 0;
}

/* A label beside a text that starts there as well: only rows of tables start so. */
static gboolean starts_row(const PdfWords *p, guint line, double left)
{
	const PdfLine *l = pdf_line(p, line), *above = line ? pdf_line(p, line - 1) : NULL;
	gboolean goes_on = above && pdf_are_close(p, above, l) && has_text_before(p, above, left);

	return !goes_on && has_text_before(p, l, left) && starts_label(p, l, left);
}

static gboolean is_in_column(const PdfColumns *c, double from)
{
	for (guint i = 0; i < c->count; i++)
		if (ABS(c->left[i] - from) <= NEAR)
			return TRUE;
	return FALSE;
}

static void add_to_run(Run *r, const PdfWords *p, double left, guint line, const Meeting *m)
{
	const PdfLine *l = pdf_line(p, line);

	if (m->relation == BESIDE) {
		r->deep += pdf_word(p, l->first + l->count - 1)->x0 > left;
		return;
	}
	gboolean row = starts_row(p, line, left);
	if (!m->is_sure && !r->begun && !row)
		return;
	r->first = r->begun ? r->first : line;
	r->last = line;
	r->begun = TRUE;
	r->starts += m->is_sure;
	r->beside += is_beside_text(p, line, left) + row; /* a row counts for two */
	r->is_table = r->is_table || row;
}

/* The run from a line on, to one that crosses the x or is divided elsewhere. */
static Run run_at(const PdfWords *p, double left, guint from)
{
	Run r = { .from = from, .to = from, .around = -1 };

	for (; r.to < p->lines->len; r.to++) {
		if (pdf_line(p, r.to)->is_left_out)
			continue;
		const Meeting m = meet(p, pdf_line(p, r.to), left);
		if (m.relation == CROSSES || m.relation == DIVIDED)
			break;
		add_to_run(&r, p, left, r.to, &m);
	}
	return r;
}

/* Where the text starts that crosses an x next, from a line on; before any other starts there. -1
 * when it starts in no column. */
static double next_around(const PdfWords *p, const PdfColumns *c, double left, guint line)
{
	for (guint i = line; i < p->lines->len && i < line + FAR; i++) {
		const Meeting m = meet(p, pdf_line(p, i), left);
		if (pdf_line(p, i)->is_left_out || m.relation == BESIDE || m.relation == DIVIDED)
			continue;
		return m.relation == CROSSES && is_in_column(c, m.from) ? m.from : -1;
	}
	return -1;
}

/* Items of a list in the column that stands around them; not when that is of another table. */
static gboolean is_indent(const PdfWords *p, const Run *r)
{
	for (guint i = r->first; r->around >= 0 && i <= r->last; i++)
		if (meet(p, pdf_line(p, i), r->around).relation == CROSSES)
			return FALSE;
	return r->around >= 0 && !r->is_table;
}

typedef void (*RunFunc)(const Run *run, gpointer user);

static void each_run(const PdfWords *p, const PdfColumns *c, double left, RunFunc func,
		     gpointer user)
{
	double before = -1;

	for (guint i = 0; i < p->lines->len;) {
		Run r = run_at(p, left, i);
		gboolean crossed = r.to < p->lines->len &&
				   meet(p, pdf_line(p, r.to), left).relation == CROSSES;
		double after = r.starts || crossed ? next_around(p, c, left, r.to) : -1;
		r.around = MAX(before, after);
		before = crossed ? after : before;
		i = r.to + 1;
		if (r.starts && r.starts * DEEP >= r.deep && !is_indent(p, &r))
			func(&r, user);
	}
}

typedef struct {
	guint starts, beside;
} Support;

static void count_run(const Run *run, gpointer user)
{
	Support *s = user;

	s->starts += run->starts;
	s->beside += run->beside;
}

/* ---- the columns of lines ------------------------------------------------------------------ */

typedef struct {
	PdfWords *words;
	guint column;
} Marking;

static void mark_run(const Run *run, gpointer user)
{
	Marking *m = user;

	for (guint i = run->first; i <= run->last; i++)
		pdf_line(m->words, i)->columns |= (guint64)1 << m->column;
}

/* The column of a line that an x is in: from its left up to that of the next. */
static void column_at(const PdfColumns *c, guint64 columns, double x, double *left, double *next)
{
	*left = 0;
	*next = G_MAXDOUBLE;
	for (guint i = 0; i < c->count && *next == G_MAXDOUBLE; i++) {
		if (!(columns & (guint64)1 << i))
			continue;
		if (c->left[i] <= x + NEAR)
			*left = c->left[i];
		else
			*next = c->left[i];
	}
}

/* What a line has first in a column, behind a bullet; NULL for nothing. */
static const PdfWord *first_in(const PdfWords *p, const PdfLine *l, double left, double next)
{
	for (guint i = 0; i < l->count; i++) {
		const PdfWord *w = pdf_word(p, l->first + i);
		if (w->x0 < left - NEAR)
			continue;
		if (w->x0 >= next)
			return NULL;
		return pdf_is_bullet(w->text) && i + 1 < l->count ? w + 1 : w;
	}
	return NULL;
}

/* Whether a line stands in a column of another, deeper than that starts: an item of a list, or more
 * of what stands there as deep in a line above. */
static gboolean is_deep(const PdfWords *p, const PdfColumns *c, guint line, guint with)
{
	const PdfLine *l = pdf_line(p, line), *w = pdf_line(p, with);
	const PdfWord *first = pdf_word(p, l->first), *its = NULL;
	double left, next;

	column_at(c, w->columns, first->x0, &left, &next);
	if (left == 0 || first->x0 <= left + NEAR ||
	    (l->page == w->page && ABS(l->bottom - w->bottom) > APART * p->step))
		return FALSE;
	for (guint i = with, n = 0; !its && i < line && n < FAR && i != G_MAXUINT; i--, n++)
		if (!pdf_line(p, i)->is_left_out && !pdf_line(p, i)->is_note)
			its = first_in(p, pdf_line(p, i), left, next);
	return pdf_is_bullet(first->text) || (its && ABS(first->x0 - its->x0) <= NEAR);
}

static gboolean crosses_none(const PdfWords *p, const PdfColumns *c, const PdfLine *l,
			     guint64 columns)
{
	for (guint i = 0; i < c->count; i++)
		if (columns & (guint64)1 << i && meet(p, l, c->left[i]).relation == CROSSES)
			return FALSE;
	return TRUE;
}

static gboolean is_close(const PdfWords *p, const PdfLine *l, const PdfLine *w)
{
	return l->bottom > w->bottom ? pdf_are_close(p, w, l) : pdf_are_close(p, l, w);
}

/* No table ends in a text: where the next line of one is divided otherwise, so are those below. */
static void go_on(PdfWords *p, const PdfColumns *c, guint line, guint above)
{
	guint64 columns = pdf_line(p, above)->columns, were = pdf_line(p, line)->columns;
	const PdfLine *l = pdf_line(p, line), *w = pdf_line(p, above);

	if (!were || !columns || were == columns || !is_close(p, l, w) ||
	    ABS(pdf_word(p, l->first)->x0 - pdf_word(p, w->first)->x0) > NEAR)
		return;
	for (guint i = line; i < p->lines->len && pdf_line(p, i)->columns == were; i++) {
		if (!crosses_none(p, c, pdf_line(p, i), columns))
			return;
		pdf_line(p, i)->columns = columns;
	}
}

/* A line that crosses none of the columns of the one beside it goes with that: when it is divided
 * by some of them, or by none and is close or deep in the last. */
static void go_with(PdfWords *p, const PdfColumns *c, guint line, guint with)
{
	PdfLine *l = pdf_line(p, line);
	const PdfLine *w = pdf_line(p, with);

	if (!w->columns || l->columns & ~w->columns ||
	    (!l->columns && !is_close(p, l, w) && !is_deep(p, c, line, with)) ||
	    !crosses_none(p, c, l, w->columns))
		return;
	l->columns = w->columns;
}

/* Two that nothing fits between are one, of tables that differ a little. */
static void join_narrow(const PdfColumns *c, guint64 *columns)
{
	double left = -NARROW;

	for (guint i = 0; i < c->count; i++) {
		if (!(*columns & (guint64)1 << i))
			continue;
		if (c->left[i] - left < NARROW)
			*columns &= ~((guint64)1 << i);
		else
			left = c->left[i];
	}
}

void pdf_columns_find(PdfWords *words, PdfColumns *columns)
{
	g_autoptr(GArray) candidates = candidates_of(words);

	columns->count = 0;
	for (guint i = 0; i < candidates->len && columns->count < PDF_MAX_COLUMNS; i++) {
		double left = g_array_index(candidates, Candidate, i).left;
		Support s = { 0 };
		each_run(words, columns, left, count_run, &s);
		if (s.beside < 2 || s.starts < ENOUGH)
			continue;
		Marking m = { words, columns->count };
		each_run(words, columns, left, mark_run, &m);
		columns->left[columns->count++] = left;
	}
	for (guint i = 0; i < words->lines->len; i++)
		join_narrow(columns, &pdf_line(words, i)->columns);
}

void pdf_columns_extend(PdfWords *p, const PdfColumns *c)
{
	guint n = p->lines->len, before = n;

	for (guint i = 0; i < n; i++) {
		if (pdf_line(p, i)->is_left_out || pdf_line(p, i)->is_note)
			continue;
		if (before < n) {
			go_on(p, c, i, before);
			go_with(p, c, i, before);
		}
		before = i;
	}
	for (guint i = n, after = n; i-- > 0;) {
		if (pdf_line(p, i)->is_left_out || pdf_line(p, i)->is_note)
			continue;
		if (after < n)
			go_with(p, c, i, after);
		after = i;
	}
}

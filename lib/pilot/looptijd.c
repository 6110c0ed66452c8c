#include "looptijd.h"

#include <stdio.h>
#include <string.h>

#include "dates.h"
#include "lexemes.h"

/* ---- points in time ------------------------------------------------------------------ */

/* A point in time as printed: from its first to its last month. */
typedef struct {
	int year, first, last; /* months 1..14; year 0 when none is printed */
	int day;               /* 0: not to the day */
	Precision precision;
} Point;

static gboolean is_year(const Lexeme *l)
{
	return l->kind == L_NUMBER && lexeme_is_year(l->value);
}

/* An optional "van" and a year behind a point; "2020/2021" for a winter. */
static guint take_year(const Lexeme *l, Point *p)
{
	guint n = l->kind == L_OF && is_year(l + 1);

	if (!is_year(l + n))
		return 0;
	p->year = l[n++].value;
	if (p->last > 12 && l[n].kind == L_SLASH && is_year(l + n + 1) &&
	    l[n + 1].value == p->year + 1)
		n += 2;
	return n;
}

static guint take_month(const Lexeme *l, int day, Point *p)
{
	*p = (Point) { 0, l->value, l->value, day, day ? PRECISION_DAG : PRECISION_MAAND };
	return 1 + take_year(l + 1, p);
}

/* "medio 2022", "begin maart 2021", "eind van het jaar 2021". */
static guint take_span(const Lexeme *l, Point *p)
{
	guint n = 1 + (l[1].kind == L_OF);

	if (l[n].kind == L_MONTH)
		return n + take_month(l + n, 0, p);
	const YearPart *span = lexeme_year_part(l);
	*p = (Point) { 0, span->first, span->last, 0, span->precision };
	return 1 + take_year(l + 1, p);
}

static guint take_quarter(const Lexeme *l, int number, Point *p)
{
	if (number < 1 || number > 4)
		return 0;
	*p = (Point) { 0, 3 * number - 2, 3 * number, 0, PRECISION_KWARTAAL };
	return 1 + take_year(l + 1, p);
}

static guint take_ordinal(const Lexeme *l, Point *p)
{
	guint n = 0;

	if (l[1].kind == L_QUARTER && l[1].value == 0)
		n = take_quarter(l + 1, l->value, p);
	else if (l[1].kind == L_MONTH && l->value <= 31)
		n = take_month(l + 1, l->value, p);
	else if (l[1].kind == L_HALF && l->value <= 2) {
		*p = (Point) { 0, 6 * l->value - 5, 6 * l->value, 0, PRECISION_JAARDEEL };
		n = 1 + take_year(l + 2, p);
	}
	return n ? n + 1 : 0;
}

/* Reads a point at l; returns how many lexemes it took, 0 for none. */
static guint take_point(const Lexeme *l, Point *p)
{
	switch (l->kind) {
	case L_MONTH: return take_month(l, 0, p);
	case L_SPAN: return take_span(l, p);
	case L_QUARTER: return take_quarter(l, l->value, p);
	case L_ORDINAL: return take_ordinal(l, p);
	case L_DATE:
	case L_ISO_MONTH:
		*p = (Point) { l->value / 12, l->value % 12 + 1, l->value % 12 + 1, l->day,
			       l->kind == L_DATE ? PRECISION_DAG : PRECISION_MAAND };
		return 1;
	case L_NUMBER:
		if (is_year(l) && l[1].kind == L_QUARTER && l[1].value) {
			guint n = take_quarter(l + 1, l[1].value, p);
			p->year = l->value;
			return n ? n + 1 : 0;
		}
		if (is_year(l)) {
			*p = (Point) { l->value, 1, 12, 0, PRECISION_JAAR };
			return 1;
		}
		if (l[1].kind == L_MONTH && l->value >= 1 && l->value <= 31) {
			guint n = take_month(l + 1, l->value, p);
			gboolean real = !p->year || g_date_valid_dmy(l->value, p->first, p->year);
			return n && real ? n + 1 : 0;
		}
		return 0;
	default: return 0;
	}
}

/* ---- periods ------------------------------------------------------------------------------ */

/* The period at hand: what has been read of it. */
typedef struct {
	GArray *out; /* of Period */
	gboolean has_from, has_to, open;
	Kind before_from, before_to; /* the word that led to each */
	Point from, to;
} Reader;

static int first_month(const Point *p)
{
	return 12 * p->year + p->first - 1;
}

static int last_month(const Point *p)
{
	return 12 * p->year + p->last - 1;
}

/* The last month before "tot …". Up to a day in a month, that month counts, but not
 * up to its first; up to "medio 2022" means into it. */
static int month_before(const Point *p)
{
	if (p->precision == PRECISION_JAARDEEL || (p->precision == PRECISION_DAG && p->day > 1))
		return last_month(p);
	return first_month(p) - 1;
}

/* A year that is printed once counts for both ends. */
static void share_year(Reader *r)
{
	if (!r->from.year && r->to.year)
		r->from.year = r->to.year - (r->from.first > r->to.last);
	else if (r->from.year && !r->to.year && r->to.last >= r->from.first)
		r->to.year = r->from.year;
}

static void finish(Reader *r)
{
	Period p = { PERIOD_OPEN, PERIOD_OPEN, PRECISION_NONE, PRECISION_NONE };
	gboolean sure = r->has_from || r->has_to;

	if (r->has_from && r->has_to)
		share_year(r);
	if (r->has_from) {
		p.from = first_month(&r->from);
		p.from_precision = r->from.precision;
		sure = sure && r->from.year;
	}
	if (r->has_to) {
		p.to = r->before_to == L_TO ? month_before(&r->to) : last_month(&r->to);
		p.to_precision = r->to.precision;
		sure = sure && r->to.year;
	} else if (r->has_from && !r->open && r->before_from != L_FROM) {
		p.to = last_month(&r->from); /* a single point is as long as it is */
		p.to_precision = r->from.precision;
	}
	sure = sure && (p.from == PERIOD_OPEN || p.to == PERIOD_OPEN || p.from <= p.to);
	if (sure)
		g_array_append_val(r->out, p);
	*r = (Reader) { .out = r->out };
}

static gboolean links_to_end(Kind kind)
{
	return kind == L_DASH || kind == L_SLASH || kind == L_TO || kind == L_THROUGH;
}

static void add_point(Reader *r, const Point *p, Kind before)
{
	if (links_to_end(before) && !r->has_to &&
	    (r->has_from || before == L_TO || before == L_THROUGH)) {
		r->to = *p;
		r->has_to = TRUE;
		r->before_to = before;
		return;
	}
	if (r->has_from || r->has_to)
		finish(r);
	r->from = *p;
	r->has_from = TRUE;
	r->before_from = before;
}

/* "en" joins two periods only when the first is whole: "mei en juni 2021" is one. */
static gboolean ends_period(const Reader *r, const Lexeme *l)
{
	return l->kind == L_BREAK && (r->has_to || (r->has_from && r->from.year));
}

GArray *looptijd_parse(const char *text)
{
	g_autoptr(GArray) lexemes = lexemes_of(text);
	const Lexeme *l = (const Lexeme *)(gpointer)lexemes->data;
	Reader r = { .out = g_array_new(FALSE, FALSE, sizeof(Period)) };
	Kind before = L_END;

	while (l->kind != L_END) {
		Point p;
		guint n = take_point(l, &p);
		if (n) {
			add_point(&r, &p, before);
			before = L_END;
			l += n;
			continue;
		}
		if (ends_period(&r, l))
			finish(&r);
		if (l->kind == L_OPEN ||
		    (l->kind == L_DASH && (l[1].kind == L_END || l[1].kind == L_BREAK)))
			r.open = TRUE;
		gboolean filler = l->kind == L_OTHER || l->kind == L_OF;
		if (!filler || !(links_to_end(before) || before == L_FROM))
			before = l->kind;
		l++;
	}
	finish(&r);
	return r.out;
}

/* ---- as text ----------------------------------------------------------------------------------
 */

char *month_to_text(int month)
{
	if (month == PERIOD_OPEN)
		return NULL;
	return g_strdup_printf("%04d-%02d", month / 12, month % 12 + 1);
}

char *month_long(int month)
{
	if (month == PERIOD_OPEN)
		return NULL;
	return g_strdup_printf("%s %d", date_month_name(month % 12 + 1), month / 12);
}

int month_from_text(const char *text)
{
	int year, month, end = 0;

	if (!text || sscanf(text, "%4d-%2d%n", &year, &month, &end) != 2 || end != 7 || text[7] ||
	    month < 1 || month > 12 || year < 1000)
		return PERIOD_OPEN;
	return 12 * year + month - 1;
}

static const char *const precisions[N_PRECISIONS] = {
	[PRECISION_NONE] = NULL,         [PRECISION_DAG] = "dag",
	[PRECISION_MAAND] = "maand",     [PRECISION_KWARTAAL] = "kwartaal",
	[PRECISION_SEIZOEN] = "seizoen", [PRECISION_JAARDEEL] = "jaardeel",
	[PRECISION_JAAR] = "jaar",
};

const char *precision_name(Precision precision)
{
	return precisions[precision];
}

int month_of_date(const char *date)
{
	g_autofree char *month = g_strndup(date ? date : "", 7);
	return month_from_text(month);
}

#include "points.h"

#include <string.h>

#include "pattern.h"

/* What a point is printed like, in the letters of its lexemes; the longest that fits counts. */
static Pattern rules[] = {
	{ "d", 0, 0 },                            /* 01-03-2021 */
	{ "i", 0, 0 },                            /* 3/2021, mrt-21 */
	{ "[no]m(?:v?y)?", 0, 0 },                /* 1 maart 2021 */
	{ "[no](?=(?:[tT]+|[-e/])[no]m)", 0, 0 }, /* 1 (t/m 15 maart) */
	{ "(?:bv?)?m(?:v?y)?", 0, 0 },            /* eind maart 2021 */
	{ "oHv?m(?:v?y)?", 0, 0 },                /* tweede helft maart 2021 */
	{ "[bs](?![OR])(?:v?y)?", 0, 0 },         /* eind 2021 */
	{ "sy[/-]y", 0, 0 },                      /* winter 2020/2021 */
	{ "sY", 0, 0 },
	{ "(?:bv?)?q(?:v?y)?", 0, 0 }, /* Q3 2021 */
	{ "yq", 0, 0 },
	{ "(?:bv?)?[no]k(?:v?y)?", 0, 0 }, /* derde kwartaal van 2021 */
	{ "k[no](?:v?y)?", 0, 0 },
	{ "h(?:v?y)?", 0, 0 }, /* H1 2022 */
	{ "yh", 0, 0 },
	{ "oH(?:v?y)?", 0, 0 }, /* eerste helft van 2022 */
	{ "w(?:v?y)?", 0, 0 },  /* week 12 2021 */
	{ "cy[-/]y", 0, 0 },    /* schooljaar 2021-2022 */
	{ "cY", 0, 0 },
	{ "cn[-/]n", 0, 0 }, /* schooljaar 20/21 */
	{ "Y", 0, 0 },       /* 2021-22 */
	{ "y", 0, 0 },
};

/* What stood in a point; 0 or NULL for what did not. */
typedef struct {
	const Lexeme *date, *part, *quarter, *half, *week, *school, *years;
	int number, month, year, second_year;
	gboolean quarters, halves;
} Found;

static void find(Found *f, const Lexeme *l)
{
	const Lexeme **by_kind[128] = { ['d'] = &f->date, ['i'] = &f->date,    ['b'] = &f->part,
					['s'] = &f->part, ['q'] = &f->quarter, ['h'] = &f->half,
					['w'] = &f->week, ['c'] = &f->school,  ['Y'] = &f->years };

	if (by_kind[l->kind])
		*by_kind[l->kind] = l;
	if (l->kind == L_YEAR && f->year)
		f->second_year = l->value;
	else if (l->kind == L_YEAR || l->year)
		f->year = l->kind == L_YEAR ? l->value : l->year;
	if (l->kind == L_NUMBER && f->school) { /* 20/21 */
		f->second_year = f->year ? 2000 + l->value : 0;
		f->year = f->year ? f->year : 2000 + l->value;
	} else if (l->kind == L_NUMBER || l->kind == L_ORDINAL) {
		f->number = l->value;
	}
	if (l->kind == L_MONTH)
		f->month = l->value;
	f->quarters |= l->kind == L_QUARTERS;
	f->halves |= l->kind == L_HALVES;
}

static Point span(int first, int months, Precision precision)
{
	return (Point) { .first = first, .last = first + months - 1, .precision = precision };
}

static gboolean make_month(const Found *f, Point *p)
{
	*p = span(f->month, 1, f->number && !f->halves ? PRECISION_DAG : PRECISION_MAAND);
	p->day = f->halves ? 0 : f->number;
	p->within = f->halves || f->part;
	/* 29 February exists in a year that is not printed yet */
	return !p->day || g_date_valid_dmy(p->day, p->first, f->year ? f->year : 2000);
}

/* "2021-2022", "2021-22": the years of a winter or of a school follow each other. */
static gboolean are_neighbours(const Found *f)
{
	return (!f->second_year || f->second_year == f->year + 1) &&
	       (!f->years || f->years->day == 1);
}

static gboolean make(const Found *f, Point *p)
{
	int number = f->quarter ? f->quarter->value : f->half ? f->half->value : f->number;

	if (f->date) {
		*p = span(f->date->value % 12 + 1, 1,
			  f->date->day ? PRECISION_DAG : PRECISION_MAAND);
		p->day = f->date->day;
	} else if (f->month) {
		return make_month(f, p);
	} else if (f->school) {
		*p = span(f->school->value, 12, PRECISION_JAAR);
		return are_neighbours(f);
	} else if (f->week) {
		*p = (Point) { .week = f->week->value, .precision = PRECISION_MAAND };
		return p->week >= 1 && p->week <= 53;
	} else if (f->quarter || f->quarters) {
		*p = span(3 * number - 2, 3, PRECISION_KWARTAAL);
		return number >= 1 && number <= 4;
	} else if (f->half || f->halves) {
		*p = span(6 * number - 5, 6, PRECISION_JAARDEEL);
		return number >= 1 && number <= 2;
	} else if (f->part) {
		const YearPart *part = lexeme_year_part(f->part);
		*p = span(part->first, part->last - part->first + 1, part->precision);
		return are_neighbours(f) && (part->last > 12 || !f->second_year);
	} else if (f->years) {
		*p = span(1, 12 * (f->years->day + 1), PRECISION_JAAR);
	} else if (f->number) { /* a day, whose month comes with the next point */
		*p = (Point) { .day = f->number, .precision = PRECISION_DAG };
		return f->number <= 31;
	} else {
		*p = span(1, 12, PRECISION_JAAR);
	}
	return TRUE;
}

#define MOST_LEXEMES 12 /* of a point, and of what a rule looks ahead */

/* How many lexemes the rule takes; 0 when it does not fit. */
static guint match_rule(Pattern *rule, const char *kinds)
{
	g_autoptr(GMatchInfo) match = NULL;
	int end = 0;

	if (g_regex_match_full(pattern_regex(rule), kinds, (gssize)strnlen(kinds, MOST_LEXEMES), 0,
			       G_REGEX_MATCH_ANCHORED, &match, NULL))
		g_match_info_fetch_pos(match, 0, NULL, &end);
	return (guint)end;
}

/* The point of n lexemes; school: the month in which its years begin, 0 for January. */
static gboolean make_point(const Lexeme *l, guint n, int school, Point *out)
{
	const Lexeme at_school = { .kind = L_SCHOOL, .value = school };
	Found f = { .school = school ? &at_school : NULL };

	for (guint i = 0; i < n; i++)
		find(&f, &l[i]);
	if (!make(&f, out))
		return FALSE;
	out->year = f.years ? f.years->value : f.date ? f.date->value / 12 : f.year;
	return TRUE;
}

guint point_take(const Lexeme *lexemes, const char *kinds, guint i, const Point *before, Point *out)
{
	static Pattern two_years = { "Y|y[-/]y", 0, 0 };
	guint most = 0;

	if (!strchr("dinobmsqkhwcyY", kinds[i]))
		return 0;
	/* "schooljaar 2019-2020 en 2020-2021": the second is no calendar year either */
	if (before && before->precision == PRECISION_JAAR && before->first > 1 &&
	    (most = match_rule(&two_years, kinds + i)))
		return make_point(lexemes + i, most, before->first, out) ? most : 0;
	for (gsize r = 0; r < G_N_ELEMENTS(rules); r++) {
		guint n = match_rule(&rules[r], kinds + i);
		Point p;
		if (n > most && make_point(lexemes + i, n, 0, &p)) {
			most = n;
			*out = p;
		}
	}
	return most;
}

/* ---- months ----------------------------------------------------------------------- */

enum { MONDAY, THURSDAY = 3, SUNDAY = 6 };

/* The month of a day of a week. */
static int month_of_week_day(const Point *p, guint day)
{
	GDate date;

	g_date_clear(&date, 1);
	g_date_set_dmy(&date, 4, G_DATE_JANUARY, (GDateYear)p->year); /* always in week 1 */
	g_date_subtract_days(&date, g_date_get_weekday(&date) - 1);
	g_date_add_days(&date, 7 * ((guint)p->week - 1) + day);
	return 12 * g_date_get_year(&date) + (int)g_date_get_month(&date) - 1;
}

gboolean point_exists(const Point *p)
{
	if (!p->year)
		return FALSE;
	if (p->week) /* the year of a week is that of its Thursday */
		return month_of_week_day(p, THURSDAY) / 12 == p->year;
	return p->first &&
	       (!p->day || g_date_valid_dmy((GDateDay)p->day, p->first, (GDateYear)p->year));
}

int point_first_month(const Point *p)
{
	return p->week ? month_of_week_day(p, MONDAY) : 12 * p->year + p->first - 1;
}

int point_last_month(const Point *p)
{
	return p->week ? month_of_week_day(p, SUNDAY) : 12 * p->year + p->last - 1;
}

#include "looptijd.h"

#include <stdio.h>
#include <string.h>

#include "dates.h"
#include "lexemes.h"
#include "pattern.h"
#include "points.h"

/* ---- symbols ----------------------------------------------------------------------- */

#define POINT 'p' /* beside the kinds of lexemes */

/* A lexeme or a point. Their letters are what the rules below are made of. */
typedef struct {
	Point point;
	int months;          /* of a duration */
	guint start, length; /* bytes of the text */
} Symbol;

/* A text as symbols. */
typedef struct {
	char *text;      /* as lexemes_text() has it */
	GString *kinds;  /* a letter each */
	GArray *symbols; /* of Symbol */
} Symbols;

static void symbols_clear(Symbols *s)
{
	g_free(s->text);
	g_string_free(s->kinds, TRUE);
	g_array_unref(s->symbols);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Symbols, symbols_clear)

static void add_symbol(Symbols *s, char kind, const Symbol *symbol)
{
	g_string_append_c(s->kinds, kind);
	g_array_append_vals(s->symbols, symbol, 1);
}

static const Symbol *symbol_at(const Symbols *s, guint i)
{
	return &g_array_index(s->symbols, Symbol, i);
}

/* A line that ends inside a period is a blank: "januari 2020 –" goes on below it. */
static gboolean is_within(const char *kinds, guint i)
{
	static Pattern before = { "[-tTfvBez/m]$", 0, 0 }, after = { "^l+[-tT/yz]", 0, 0 };
	guint from = i > 0 ? i - 1 : 0;

	return g_regex_match_full(pattern_regex(&before), kinds + from, (gssize)(i - from), 0, 0,
				  NULL, NULL) ||
	       g_regex_match_full(pattern_regex(&after), kinds + i, (gssize)strnlen(kinds + i, 3),
				  0, 0, NULL, NULL);
}

/* Leaves out what says nothing; the kinds of the rest. */
static char *squeeze(GArray *lexemes)
{
	GString *kinds = g_string_new(NULL);
	guint n = 0;

	for (guint i = 0; i < lexemes->len; i++)
		if (g_array_index(lexemes, Lexeme, i).kind != L_FILLER)
			g_array_index(lexemes, Lexeme, n++) = g_array_index(lexemes, Lexeme, i);
	g_array_set_size(lexemes, n);
	for (guint i = 0; i < n; i++)
		g_string_append_c(kinds, (char)g_array_index(lexemes, Lexeme, i).kind);
	for (guint i = 0; i < kinds->len; i++)
		if (kinds->str[i] == L_LINE)
			kinds->str[i] = is_within(kinds->str, i) ? L_FILLER : L_BREAK;
	n = 0;
	for (guint i = 0; i < kinds->len; i++)
		if (kinds->str[i] != L_FILLER) {
			g_array_index(lexemes, Lexeme, n) = g_array_index(lexemes, Lexeme, i);
			kinds->str[n++] = kinds->str[i];
		}
	g_string_truncate(kinds, n);
	return g_string_free(kinds, FALSE);
}

static void read_symbols(Symbols *s, const char *printed, const Phrases *words)
{
	*s = (Symbols) { lexemes_text(printed), g_string_new(NULL),
			 g_array_new(FALSE, FALSE, sizeof(Symbol)) };
	g_autoptr(GArray) lexemes = lexemes_of(s->text, words);
	g_autofree char *kinds = squeeze(lexemes);
	const Lexeme *l = (const Lexeme *)(gpointer)lexemes->data;
	guint last = 0; /* the symbol of the last point, + 1 */

	for (guint i = 0; kinds[i];) {
		Symbol at = { .start = l[i].start };
		const Point *before =
			last && s->symbols->len - last == 1 ? &symbol_at(s, last - 1)->point : NULL;
		guint n = point_take(l, kinds, i, before, &at.point);
		char kind = n ? POINT : kinds[i];
		n = MAX(n, 1);
		at.months = l[i].value;
		at.length = l[i + n - 1].start + l[i + n - 1].length - at.start;
		add_symbol(s, kind, &at);
		if (kind == POINT)
			last = s->symbols->len;
		i += n;
	}
}

/* ---- rules ------------------------------------------------------------------------- */

#define BEGIN "[fv]*p"
#define END "(?:[tT]+|z[ftT]*|Z[ftT]*|-|/)p"

/* What a match is. */
typedef enum {
	ONE,   /* a period: each point is a side of it */
	LIST,  /* points of their own */
	ENDED, /* the point is its end */
} Form;

/* Periods, in the letters of their symbols; the longest that fits counts. */
static struct {
	Pattern pattern;
	Form form;
} rules[] = {
	{ { "p", 0, 0 }, ONE },                        /* maart 2021 */
	{ { "[fv]*f[fvS]*p", 0, 0 }, ONE },            /* vanaf maart 2021 */
	{ { "pf(?=[,;#e]|$)", 0, 0 }, ONE },           /* in maart 2021 gestart */
	{ { "[fv]*pZ(?=[,;#e]|$)", 0, 0 }, ENDED },    /* in maart 2021 afgerond */
	{ { "[fv]*pZ[,;eS]*f[fvS]*p", 0, 0 }, ENDED }, /* 2021 gestopt, gestart 2020 */
	{ { "pf[,;eS]*[OR]?(?:[tT]+|[zZ][ftTS]*)p", 0, 0 },
	  ONE },                                             /* 2020 gestart, loopt tot 2021 */
	{ { "pf[,;eS]*D", 0, 0 }, ONE },                     /* 2020 gestart, duurt een jaar */
	{ { "pf[,;eS]*pZ", 0, 0 }, ONE },                    /* 2020 gestart en 2021 gestopt */
	{ { "[OR],?[fv]*f[fvS]*p", 0, 0 }, ONE },            /* lopend sinds 2020 */
	{ { "Z?" BEGIN ",?-?(?:[tT]+|[-/])p", 0, 0 }, ONE }, /* van maart 2021 tot juni 2022 */
	{ { BEGIN "[-,tTeSz]*[OR]", 0, 0 }, ONE },           /* maart 2020 – heden */
	{ { BEGIN "[-tT](?=[,;#]|$)", 0, 0 }, ONE },         /* maart 2020 – */
	{ { "[OR]?(?:[tT]+|[zZ][ftT]*)p", 0, 0 }, ONE },     /* tot maart 2021 */
	{ { "f[fvS]*p[,;eS/]*[OR]?(?:[zZ][ftTS]*|[tT]+)p", 0, 0 },
	  ONE },                                        /* start: 2021; einde: 2022 */
	{ { "f[fvS]*p[,;eS/]*[zb]?[OR]", 0, 0 }, ONE }, /* start: 2021, einde onbekend */
	{ { "z[ftTS]*p[,;eS/]*f[fvS]*p", 0, 0 }, ONE }, /* einde: 2022; start: 2021 */
	{ { "Bp[e-]p", 0, 0 }, ONE },                   /* tussen maart en mei 2021 */
	{ { "p(?:,p)*,?ep", 0, 0 }, LIST },             /* Q3 en Q4 2021 */
	{ { "v?D[,v]*f[fvS]*p", 0, 0 }, ONE },          /* 24 maanden vanaf januari 2019 */
	{ { "[fv]*f[fvS]*p[,;]?[tv]?D", 0, 0 }, ONE },  /* vanaf mei 2020 voor een jaar */
	{ { "v?D[,;]?" BEGIN END, 0, 0 }, ONE },        /* 2 jaar (2020 – 2021) */
	{ { BEGIN END "[,;]?v?D", 0, 0 }, ONE },        /* 2020 – 2021 (2 jaar) */
	{ { "g?(?:" BEGIN ")?[,-]?g?(?:" END ")?(?:[,;eSN]*[xE](?:" END "))+(?:[,;]*g(?:" END
	    "|p))?",
	    0, 0 },
	  ONE },                                       /* tot 2021, verlengd tot 2022 */
	{ { BEGIN END "[,;]*g" END "?", 0, 0 }, ONE }, /* … (oorspronkelijk tot 2021) */
	{ { BEGIN END "[,;]*gp", 0, 0 }, ONE },
};

/* A period with what it is of behind it, which is not the pilot: "2022 (evaluatie)". */
static Pattern labelled = { "[fv]*p(?:(?:[tT]+|[-/])p)?\\([XSve]*A[AXSve]*\\)", 0, 0 };

/* What is no part of the period, in the same letters, and goes out first. */
static Pattern asides[] = {
	/* the numbers of a law: "(Stb. 2020, 114)" */
	{ "Q[QpnX,;/-]*", 0, 0 },
	/* the period of something else: "evaluatie: maart 2022", "start voorbereiding: 2020" */
	{ "(?:^|(?<=[,;#e]))[fzN]?A[^;#]*?(?=[;#]|,[SAfzZ]|$)", 0, 0 },
	/* what may be: "met optie tot verlenging tot 2023", "over verlenging wordt gesproken" */
	{ "(?:E[^,;#p]*(?:[tT]+p[XSve]*)?)?W[^,;#]*", 0, 0 },
	/* words without any time between commas, brackets or ends of sentences */
	{ "(?:(?<=[,;#])|^)(?:(?=[^,;#]*X)[XSZAWNevno]+|[XSZAWev]+)(?=[,;#]|$)", 0, 0 },
};

/* ---- one period -------------------------------------------------------------------- */

/* The last month before "tot …". Up to a day in a month, that month counts, but not
 * up to its first; up to "medio 2022" means into it. */
static int month_before(const Point *p)
{
	if (p->precision == PRECISION_JAARDEEL || p->within || p->day > 1)
		return point_last_month(p);
	return point_first_month(p) - 1;
}

/* A year that is printed once counts for both ends, and so does the month of two days. */
static void share(Point *from, Point *to)
{
	if (!from->first && !from->week && to->day) {
		from->first = from->last = to->first;
		from->year = to->year;
	}
	if (!from->year && to->year)
		from->year = to->year - (from->first > to->last && !from->week);
	else if (from->year && !to->year && to->last >= from->first)
		to->year = from->year;
}

#define NO_DURATION (-1)

/* The letters between a point and the one before it. */
typedef struct {
	const char *kinds;
	gsize length;
} Led;

/* A period as it is read: which of its sides were printed, and what led to them. */
typedef struct {
	gboolean has_from, has_to, open;
	Point from, to;
	Led led;    /* the letters before the end */
	int months; /* of a duration; NO_DURATION */
} Reading;

/* Whether one of some letters is among them. */
static gboolean has(const Led *led, const char *letters)
{
	for (gsize i = 0; i < led->length; i++)
		if (strchr(letters, led->kinds[i]))
			return TRUE;
	return FALSE;
}

/* The month of the end; FALSE when it is not sure. */
static gboolean end_month(const Reading *r, int *month)
{
	gboolean before = has(&r->led, "t"), through = has(&r->led, "T");
	gboolean per = has(&r->led, "zZ") && has(&r->led, "f");

	*month = point_last_month(&r->to);
	if (per) /* "eindigt per 1 juli": then it is over */
		before = TRUE;
	if (before && (!through || month_before(&r->to) != *month))
		*month = through ? PERIOD_OPEN : month_before(&r->to);
	return *month != PERIOD_OPEN && (!per || r->to.day);
}

/* The end of so many months from a point on; FALSE when it is not sure. */
static gboolean add_months(const Point *from, int months, int *to)
{
	gboolean exact = from->precision <= PRECISION_MAAND && !from->week && months > 0;

	*to = point_first_month(from) + months - 1 + (from->day > 1);
	return exact;
}

/* Whether a duration fits a period: it is not longer, and not shorter than it must be. */
static gboolean fits(const Reading *r, const Period *p)
{
	int most = p->to - p->from + 1;
	int least = point_first_month(&r->to) - point_last_month(&r->from);

	return r->months >= least && r->months <= most;
}

static gboolean to_period(Reading *r, Period *p)
{
	*p = (Period) { PERIOD_OPEN, PERIOD_OPEN, PRECISION_NONE, PRECISION_NONE };
	if (r->has_from && r->has_to)
		share(&r->from, &r->to);
	if ((r->has_from && !point_exists(&r->from)) || (r->has_to && !point_exists(&r->to)))
		return FALSE;
	if (r->has_from) {
		p->from = point_first_month(&r->from);
		p->from_precision = r->from.precision;
	}
	if (r->has_to) {
		p->to_precision = r->to.precision;
		if (!end_month(r, &p->to))
			return FALSE;
	} else if (r->months >= 0) {
		p->to_precision = r->from.precision;
		if (!r->has_from || !add_months(&r->from, r->months, &p->to))
			return FALSE;
	} else if (!r->open) { /* a single point is as long as it is */
		p->to = point_last_month(&r->from);
		p->to_precision = r->from.precision;
	}
	if (p->from != PERIOD_OPEN && p->to != PERIOD_OPEN && p->from > p->to)
		return FALSE;
	return !r->has_to || !r->has_from || r->months < 0 || fits(r, p);
}

/* Takes a point as the side that the letters before it say; of what it was before an extension,
 * nothing.
 */
static void take_point(Reading *r, const Point *p, Led led)
{
	gboolean is_end =
		has(&led, "tTzZ") || (!has(&led, "f") && (has(&led, "-/") || r->has_from));

	if (!is_end && !r->has_from) {
		r->from = *p;
		r->has_from = TRUE;
	} else if (!r->has_to || !has(&led, "g")) {
		r->to = *p;
		r->has_to = TRUE;
		r->led = led;
	}
}

/* A match of a rule as one period. */
static gboolean read_period(const Symbols *s, guint from, guint to, Form form, Period *out)
{
	Reading r = { .months = NO_DURATION };
	const char *kinds = s->kinds->str;
	guint last = from; /* behind the last point */

	for (guint i = from; i < to; i++) {
		const Symbol *at = symbol_at(s, i);
		r.open |= strchr("ORf", kinds[i]) || (i + 1 == to && strchr("-tT", kinds[i]));
		if (kinds[i] == L_DURATION)
			r.months = at->months;
		if (kinds[i] != POINT)
			continue;
		take_point(&r, &at->point, (Led) { kinds + last, i - last });
		last = i + 1;
	}
	if (form == ENDED) { /* the first point is the end, and the second, if any, the begin */
		const Point end = r.from;
		r.from = r.to;
		r.has_from = r.has_to;
		r.to = end;
		r.has_to = TRUE;
		r.led = (Led) { kinds + from, strcspn(kinds + from, "Z") + 1 };
	}
	return to_period(&r, out);
}

/* ---- a list of points -------------------------------------------------------------- */

static void add_period(GArray *out, const Period *p)
{
	g_array_append_vals(out, p, 1);
}

/* "Q3 en Q4 2021", "voorjaar 2021 en najaar 2021": neighbours are one period. */
static gboolean read_list(const Symbols *s, guint from, guint to, GArray *out)
{
	int year = 0;
	guint first = out->len;

	for (guint i = to; i-- > from;) {
		Point *p = &g_array_index(s->symbols, Symbol, i).point;
		if (s->kinds->str[i] != POINT)
			continue;
		if (!p->year)
			p->year = year;
		year = p->year;
	}
	for (guint i = from; i < to; i++) {
		Period p,
			*last = out->len > first ? &g_array_index(out, Period, out->len - 1) : NULL;
		if (s->kinds->str[i] != POINT)
			continue;
		if (!read_period(s, i, i + 1, ONE, &p) || (last && p.from <= last->to))
			return FALSE;
		if (last && p.from == last->to + 1) {
			last->to = p.to;
			last->to_precision = p.to_precision;
		} else {
			add_period(out, &p);
		}
	}
	return TRUE;
}

/* ---- a text ------------------------------------------------------------------------ */

#define MOST_SYMBOLS 40 /* of a period: a list of more is none */

/* The rule with the longest match at i; how many symbols it takes, 0 for none. */
static guint longest(const char *kinds, guint i, Form *form)
{
	gssize n = (gssize)strnlen(kinds + i, MOST_SYMBOLS);
	guint most = 0;

	if (!strchr("pfvORZtTzBDgxE", kinds[i]))
		return 0;
	for (gsize r = 0; r < G_N_ELEMENTS(rules); r++) {
		g_autoptr(GMatchInfo) match = NULL;
		int end;
		if (!g_regex_match_full(pattern_regex(&rules[r].pattern), kinds + i, n, 0,
					G_REGEX_MATCH_ANCHORED, &match, NULL))
			continue;
		g_match_info_fetch_pos(match, 0, NULL, &end);
		if ((guint)end <= most)
			continue;
		most = (guint)end;
		*form = rules[r].form;
	}
	return most;
}

static char *symbol_text(const Symbols *s, guint from, guint to)
{
	const Symbol *first = symbol_at(s, from), *last = symbol_at(s, to - 1);
	return g_strndup(s->text + first->start, last->start + last->length - first->start);
}

/* Takes the longest match of a rule at i. How many symbols it is of, 0 for none; when these are no
 * period after all, nothing is added. */
static guint take_at(const Symbols *s, guint i, GArray *out)
{
	Form form = ONE;
	guint n = longest(s->kinds->str, i, &form), before = out->len;
	Period p;

	if (n && form == LIST && !read_list(s, i, i + n, out))
		g_array_set_size(out, before);
	else if (n && form != LIST && read_period(s, i, i + n, form, &p))
		add_period(out, &p);
	return n;
}

/* Takes all periods; the first word that is none, and not one of those that say nothing of it, in
 * *unread. */
static void take_all(const Symbols *s, GArray *out, char **unread)
{
	const char *kinds = s->kinds->str;

	for (guint i = 0; kinds[i];) {
		guint before = out->len, n = take_at(s, i, out);
		if (n ? out->len == before : !strchr(",;#SZeR", kinds[i])) {
			*unread = symbol_text(s, i, i + MAX(n, 1));
			g_array_set_size(out, 0);
			return;
		}
		i += MAX(n, 1);
	}
}

/* Takes out what one of the asides matches. */
static void drop(Symbols *s, Pattern *aside)
{
	g_autoptr(GMatchInfo) match = NULL;
	g_autofree char *kinds = g_strdup(s->kinds->str);
	guint n = 0;
	int start, end;

	g_regex_match(pattern_regex(aside), kinds, 0, &match);
	for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
		g_match_info_fetch_pos(match, 0, &start, &end);
		memset(s->kinds->str + start, L_FILLER, (gsize)(end - start));
	}
	for (guint i = 0; i < s->kinds->len; i++)
		if (s->kinds->str[i] != L_FILLER) {
			g_array_index(s->symbols, Symbol, n) = g_array_index(s->symbols, Symbol, i);
			s->kinds->str[n++] = s->kinds->str[i];
		}
	g_string_truncate(s->kinds, n);
}

/* From here on a bracket is as good as a comma. */
static void open_brackets(Symbols *s)
{
	for (guint i = 0; i < s->kinds->len; i++)
		if (strchr("()", s->kinds->str[i]))
			s->kinds->str[i] = L_COMMA;
}

GArray *looptijd_parse(const char *text, const Phrases *words, char **unread)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(Period));
	g_autofree char *word = NULL;
	g_auto(Symbols) s;

	read_symbols(&s, text, words);
	drop(&s, &labelled);
	open_brackets(&s);
	for (gsize i = 0; i < G_N_ELEMENTS(asides); i++)
		drop(&s, &asides[i]);
	take_all(&s, out, &word);
	if (unread)
		*unread = g_steal_pointer(&word);
	return out;
}

GArray *looptijd_named(const char *prose)
{
	GArray *named = g_array_new(FALSE, FALSE, sizeof(NamedPeriod));
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(Period));
	g_auto(Symbols) s;

	read_symbols(&s, prose, NULL);
	open_brackets(&s);
	for (guint i = 0; s.kinds->str[i];) {
		guint n = take_at(&s, i, out);
		for (guint k = named->len; k < out->len; k++) {
			const Symbol *first = symbol_at(&s, i), *last = symbol_at(&s, i + n - 1);
			NamedPeriod p = { g_array_index(out, Period, k), first->start,
					  last->start + last->length };
			g_array_append_val(named, p);
		}
		i += MAX(n, 1);
	}
	return named;
}

GArray *looptijd_find(const char *prose)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(Period));
	g_auto(Symbols) s;

	read_symbols(&s, prose, NULL);
	open_brackets(&s);
	for (guint i = 0; s.kinds->str[i];)
		i += MAX(take_at(&s, i, out), 1);
	return out;
}

/* ---- as text ----------------------------------------------------------------------- */

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

/* Periods, by a table: what is printed and what it means. */
#include <string.h>

#include "factwords.h"
#include "lexemes.h"
#include "looptijd.h"

static FactWords *words; /* as the corpus has them */

/* "from..to precision/precision", joined by " + "; "?" for an open side. */
static char *periods_of(const char *text)
{
	g_autoptr(GArray) periods = looptijd_parse(text, words->period, NULL);
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < periods->len; i++) {
		const Period *p = &g_array_index(periods, Period, i);
		g_autofree char *from = month_to_text(p->from), *to = month_to_text(p->to);
		g_string_append_printf(out, "%s%s..%s %s/%s", i ? " + " : "", from ? from : "?",
				       to ? to : "?",
				       p->from_precision ? precision_name(p->from_precision) : "-",
				       p->to_precision ? precision_name(p->to_precision) : "-");
	}
	return g_string_free(out, FALSE);
}

static const struct {
	const char *text, *periods;
} cases[] = {
	/* the real annex */
	{ "Deel 1: december 2019 – december 2021; deel 2: vanaf 1 januari 2022",
	  "2019-12..2021-12 maand/maand + 2022-01..? dag/-" },
	{ "Afgerond.", "" },
	{ "Januari 2020 – juli 2022", "2020-01..2022-07 maand/maand" },
	{ "Najaar 2019 – december 2021", "2019-09..2021-12 seizoen/maand" },
	{ "Afgerond. Liep van 1 maart 2019 tot 1 maart 2020.", "2019-03..2020-02 dag/dag" },
	{ "Mei 2020 – voorjaar 2022", "2020-05..2022-05 maand/seizoen" },
	{ "September 2020 – oktober 2021", "2020-09..2021-10 maand/maand" },
	{ "Oktober 2019 – medio 2022", "2019-10..2022-06 maand/jaardeel" },
	{ "De subsidieregeling loopt van 1 oktober 2019 tot 1 januari 2022. Momenteel wordt over "
	  "de "
	  "voorwaarden voor verlenging gesproken.",
	  "2019-10..2021-12 dag/dag" },
	{ "Juni 2021 – november 2021 (stopgezet)", "2021-06..2021-11 maand/maand" },
	{ "Mei 2021 – uiterlijk februari 2022", "2021-05..2022-02 maand/maand" },
	{ "juli 2020 – december 2022", "2020-07..2022-12 maand/maand" },
	{ "September 2020 – tweede kwartaal 2022", "2020-09..2022-06 maand/kwartaal" },
	{ "Tweede kwartaal 2021 – eerste kwartaal 2022", "2021-04..2022-03 kwartaal/kwartaal" },
	/* one point */
	{ "Najaar 2019", "2019-09..2019-11 seizoen/seizoen" },
	{ "herfst 2020", "2020-09..2020-11 seizoen/seizoen" },
	{ "voorjaar 2022", "2022-03..2022-05 seizoen/seizoen" },
	{ "lente 2022", "2022-03..2022-05 seizoen/seizoen" },
	{ "de zomer van 2021", "2021-06..2021-08 seizoen/seizoen" },
	{ "winter 2021", "2021-12..2022-02 seizoen/seizoen" },
	{ "winter 2020/2021", "2020-12..2021-02 seizoen/seizoen" },
	{ "medio 2022", "2022-06..2022-06 jaardeel/jaardeel" },
	{ "half 2022", "2022-06..2022-06 jaardeel/jaardeel" },
	{ "begin 2021", "2021-01..2021-03 jaardeel/jaardeel" },
	{ "eind 2021", "2021-10..2021-12 jaardeel/jaardeel" },
	{ "einde 2021", "2021-10..2021-12 jaardeel/jaardeel" },
	{ "eerste kwartaal 2021", "2021-01..2021-03 kwartaal/kwartaal" },
	{ "het tweede kwartaal van 2021", "2021-04..2021-06 kwartaal/kwartaal" },
	{ "3e kwartaal 2021", "2021-07..2021-09 kwartaal/kwartaal" },
	{ "Q3 2021", "2021-07..2021-09 kwartaal/kwartaal" },
	{ "q4 2021", "2021-10..2021-12 kwartaal/kwartaal" },
	{ "2021 Q2", "2021-04..2021-06 kwartaal/kwartaal" },
	{ "kwartaal 2 2021", "2021-04..2021-06 kwartaal/kwartaal" },
	{ "eerste helft 2022", "2022-01..2022-06 jaardeel/jaardeel" },
	{ "tweede helft van 2022", "2022-07..2022-12 jaardeel/jaardeel" },
	{ "2021", "2021-01..2021-12 jaar/jaar" },
	{ "maart 2021", "2021-03..2021-03 maand/maand" },
	{ "MAART 2021", "2021-03..2021-03 maand/maand" },
	{ "dec. 2021", "2021-12..2021-12 maand/maand" },
	{ "sept 2021", "2021-09..2021-09 maand/maand" },
	{ "begin maart 2021", "2021-03..2021-03 maand/maand" },
	{ "eind januari 2021", "2021-01..2021-01 maand/maand" },
	{ "2021-03", "2021-03..2021-03 maand/maand" },
	{ "1 maart 2021", "2021-03..2021-03 dag/dag" },
	{ "1e maart 2021", "2021-03..2021-03 dag/dag" },
	/* two points */
	{ "December 2019 – december 2021", "2019-12..2021-12 maand/maand" },
	{ "december 2019 - december 2021", "2019-12..2021-12 maand/maand" },
	{ "december 2019—december 2021", "2019-12..2021-12 maand/maand" },
	{ "van 1 maart 2019 tot 1 maart 2020", "2019-03..2020-02 dag/dag" },
	{ "van 1 maart 2019 tot 15 maart 2020", "2019-03..2020-03 dag/dag" },
	{ "van 1 maart 2019 tot en met 1 maart 2020", "2019-03..2020-03 dag/dag" },
	{ "1 maart 2019 t/m 31 december 2020", "2019-03..2020-12 dag/dag" },
	{ "maart 2019 t/m december 2020", "2019-03..2020-12 maand/maand" },
	{ "maart 2019 tm december 2020", "2019-03..2020-12 maand/maand" },
	{ "van maart 2019 tot maart 2020", "2019-03..2020-02 maand/maand" },
	{ "van 2019 tot 2022", "2019-01..2021-12 jaar/jaar" },
	{ "2019 t/m 2021", "2019-01..2021-12 jaar/jaar" },
	{ "2019 – 2021", "2019-01..2021-12 jaar/jaar" },
	{ "2019-2021", "2019-01..2021-12 jaar/jaar" },
	{ "2020/2021", "2020-01..2021-12 jaar/jaar" },
	{ "01-03-2019 – 01-03-2020", "2019-03..2020-03 dag/dag" },
	{ "01-03-2019 tot 01-03-2020", "2019-03..2020-02 dag/dag" },
	{ "2019-03-01 tot en met 2020-02-29", "2019-03..2020-02 dag/dag" },
	{ "2019-03 – 2020-02", "2019-03..2020-02 maand/maand" },
	{ "juni – november 2021", "2021-06..2021-11 maand/maand" },
	{ "november – maart 2022", "2021-11..2022-03 maand/maand" },
	{ "juni 2021 – november", "2021-06..2021-11 maand/maand" },
	{ "mei/juni 2021", "2021-05..2021-06 maand/maand" },
	{ "Q1 – Q3 2021", "2021-01..2021-09 kwartaal/kwartaal" },
	{ "begin 2021 tot medio 2022", "2021-01..2022-06 jaardeel/jaardeel" },
	{ "vanaf voorjaar 2021 tot en met eind 2022", "2021-03..2022-12 seizoen/jaardeel" },
	{ "vanaf januari 2021 tot najaar 2022", "2021-01..2022-08 maand/seizoen" },
	{ "Loopt van september 2020 tot en met het eerste kwartaal van 2022",
	  "2020-09..2022-03 maand/kwartaal" },
	/* open sides */
	{ "vanaf 1 januari 2022", "2022-01..? dag/-" },
	{ "sinds 2020", "2020-01..? jaar/-" },
	{ "sinds maart 2020", "2020-03..? maand/-" },
	{ "per 1 april 2021", "2021-04..? dag/-" },
	{ "met ingang van 1 juli 2021", "2021-07..? dag/-" },
	{ "Start: januari 2022", "2022-01..? maand/-" },
	{ "januari 2020 – heden", "2020-01..? maand/-" },
	{ "januari 2020, loopt door", "2020-01..? maand/-" },
	{ "januari 2020 –", "2020-01..? maand/-" },
	{ "uiterlijk februari 2022", "?..2022-02 -/maand" },
	{ "tot 1 januari 2022", "?..2021-12 -/dag" },
	{ "tot en met december 2022", "?..2022-12 -/maand" },
	{ "Loopt tot half 2022", "?..2022-06 -/jaardeel" },
	/* several */
	{ "Fase 1: 2020; fase 2: 2021 – 2022",
	  "2020-01..2020-12 jaar/jaar + 2021-01..2022-12 jaar/jaar" },
	{ "voorjaar 2021 en najaar 2021",
	  "2021-03..2021-05 seizoen/seizoen + 2021-09..2021-11 seizoen/seizoen" },
	{ "januari 2020 – juni 2020, maart 2021 – mei 2021",
	  "2020-01..2020-06 maand/maand + 2021-03..2021-05 maand/maand" },
	/* what cannot be read is left out */
	{ "onbekend", "" },
	{ "Nog niet bekend", "" },
	{ "twee jaar", "" },
	{ "12 maanden", "" },
	{ "december", "" },
	{ "31 februari 2021", "" },
	{ "13-13-2021", "" },
	{ "maart 2022 – januari 2020", "" },
	{ "(stopgezet)", "" },
	{ "kwartaal 7 2021", "" },
	{ "", "" },
};

static void test_forms(void)
{
	guint wrong = 0;

	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *got = periods_of(cases[i].text);
		if (strcmp(got, cases[i].periods) == 0)
			continue;
		g_test_message("%s: got \"%s\", wanted \"%s\"", cases[i].text, got,
			       cases[i].periods);
		wrong++;
	}
	g_assert_cmpuint(wrong, ==, 0);
	g_assert_cmpuint(G_N_ELEMENTS(cases), >=, 80);
}

/* ---- what is written elsewhere ------------------------------------------------------ */

/* "2020-03..2021-12 + 2022-01..?"; "-" for none. *silent: no word was named. */
static char *months_of(const char *text, gboolean *silent)
{
	g_autofree char *unread = NULL;
	g_autoptr(GArray) periods = looptijd_parse(text, words->period, &unread);
	GString *out = g_string_new(periods->len ? NULL : "-");

	for (guint i = 0; i < periods->len; i++) {
		const Period *p = &g_array_index(periods, Period, i);
		g_autofree char *from = month_to_text(p->from), *to = month_to_text(p->to);
		g_string_append_printf(out, "%s%s..%s", i ? " + " : "", from ? from : "?",
				       to ? to : "?");
	}
	*silent = !unread && periods->len;
	return g_string_free(out, FALSE);
}

/* The tables of the manual. */
static void test_manual(void)
{
	g_autofree char *text = NULL;
	guint rows = 0;

	g_assert_true(g_file_get_contents("doc/looptijd.md", &text, NULL, NULL));
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (char **line = lines; *line; line++) {
		g_auto(GStrv) cells = g_strsplit(*line, " | ", -1);
		gboolean silent;
		if (!g_str_has_prefix(*line, "| ") || g_str_has_prefix(*line, "| printed"))
			continue;
		g_assert_cmpuint(g_strv_length(cells), ==, 2);
		g_autofree char *got = months_of(cells[0] + 2, &silent);
		g_autofree char *row = g_strdup_printf("| %s | %s |", cells[0] + 2, got);
		g_assert_cmpstr(row, ==, *line);
		rows++;
	}
	g_assert_cmpuint(rows, >, 60);
}

/* Nearly three hundred forms that were written down before they were tried, by two authors who
 * had not seen this: what is printed, how it is to be read, and "x" where it is known to be left
 * out. Nothing is wrong in silence. */
static void test_unseen(void)
{
	g_autofree char *text = NULL;
	guint rows = 0, left_out = 0;

	g_assert_true(g_file_get_contents("tests/unit/looptijd.tsv", &text, NULL, NULL));
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (char **line = lines; *line && **line; line++, rows++) {
		g_auto(GStrv) cells = g_strsplit(*line, "\t", -1);
		g_autofree char *printed = g_strcompress(cells[0]);
		gboolean silent, known = cells[2] != NULL;
		g_autofree char *got = months_of(printed, &silent);
		gboolean right = strcmp(got, cells[1]) == 0;
		left_out += !right;
		if (right == known || (!right && silent))
			g_error("%s: %s, not %s", cells[0], got, cells[1]);
	}
	g_assert_cmpuint(rows, >=, 200);
	g_assert_cmpuint(left_out, <=, rows / 20);
}

/* ---- chance ------------------------------------------------------------------------- */

#define NOISE_ROUNDS 3000

/* Whatever the text, months exist and no period ends before it starts. */
static void test_noise(void)
{
	static const char *const pieces[] = {
		"1",     "31",         "2021",     "maart",   "t/m",        "tot",
		"-",     "–",          ";",        "q3",      "eerste",     "kwartaal",
		"medio", "/",          "van",      "2019-13", "99-99-9999", "winter",
		"\n",    "deel 2:",    "helft",    "vanaf",   "00",         ".",
		"é",     "week 53",    "verlengd", "einde",   "tussen",     "en",
		"'21",   "24 maanden", "optie",    "pilot",   "schooljaar"
	};
	g_autoptr(GRand) rand = g_rand_new_with_seed(42);

	for (int round = 0; round < NOISE_ROUNDS; round++) {
		g_autoptr(GString) text = g_string_new(NULL);
		for (int n = g_rand_int_range(rand, 1, 12); n > 0; n--) {
			g_string_append(text,
					pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
			g_string_append(text, g_rand_boolean(rand) ? " " : "");
		}
		g_autoptr(GArray) periods = looptijd_parse(text->str, words->period, NULL);
		for (guint i = 0; i < periods->len; i++) {
			const Period *p = &g_array_index(periods, Period, i);
			g_assert_true(p->from != PERIOD_OPEN || p->to != PERIOD_OPEN);
			if (p->from != PERIOD_OPEN)
				g_assert_cmpint(p->from, >=, 12 * 1899);
			if (p->from != PERIOD_OPEN && p->to != PERIOD_OPEN)
				g_assert_cmpint(p->from, <=, p->to);
		}
	}
}

/* A point that is made up, and the months of it, by itself: nothing of the parser is used. */
typedef struct {
	char text[64];
	int first, last, day;
	gboolean vague; /* a part of a year */
} Made;

static void make_point(GRand *rand, Made *m)
{
	static const char *const months[] = { "januari",   "februari", "maart",    "april",
					      "mei",       "juni",     "juli",     "augustus",
					      "september", "oktober",  "november", "december" };
	static const struct {
		const char *name;
		int first, months;
	} parts[] = { { "begin", 0, 3 },    { "medio", 5, 1 }, { "eind", 9, 3 },
		      { "voorjaar", 2, 3 }, { "zomer", 5, 3 }, { "najaar", 8, 3 },
		      { "winter", 11, 3 } };
	int year = g_rand_int_range(rand, 2015, 2027), month = g_rand_int_range(rand, 0, 12);
	int day = g_rand_int_range(rand, 1, 29), which = g_rand_int_range(rand, 0, 9);

	*m = (Made) { .first = 12 * year + month, .last = 12 * year + month };
	if (which == 0) {
		g_snprintf(m->text, sizeof m->text, "%s %d", months[month], year);
	} else if (which == 1) {
		g_snprintf(m->text, sizeof m->text, "%d %s %d", m->day = day, months[month], year);
	} else if (which == 2) {
		g_snprintf(m->text, sizeof m->text, "%02d-%02d-%d", m->day = day, month + 1, year);
	} else if (which == 3) {
		g_snprintf(m->text, sizeof m->text, "%d/%d", month + 1, year);
	} else if (which == 4) {
		m->first = 12 * year + month / 3 * 3;
		m->last = m->first + 2;
		g_snprintf(m->text, sizeof m->text, "Q%d %d", month / 3 + 1, year);
	} else if (which == 5) {
		m->first = 12 * year;
		m->last = m->first + 11;
		g_snprintf(m->text, sizeof m->text, "%d", year);
	} else if (which == 6) {
		g_snprintf(m->text, sizeof m->text, "%.3s '%02d", months[month == 2 ? 3 : month],
			   year % 100);
		m->first = m->last = 12 * year + (month == 2 ? 3 : month);
	} else {
		gsize part = (gsize)g_rand_int_range(rand, 0, G_N_ELEMENTS(parts));
		m->first = 12 * year + parts[part].first;
		m->last = m->first + parts[part].months - 1;
		m->vague = part < 3;
		g_snprintf(m->text, sizeof m->text, "%s %d", parts[part].name, year);
	}
}

/* Whether the words that are made up allow a month. */
static gboolean allows(const Made *from, const Made *to, const char *between, int month)
{
	gboolean before = strstr(between, "tot ") && !strstr(between, "met");
	int last = before && !to->vague && to->day <= 1 ? to->first - 1 : to->last;

	return month >= from->first && month <= last;
}

/* Two points and what stands between them: every month of the period is one that the text allows,
 * and every month that it allows is in the period. */
static void test_months_by_force(void)
{
	static const char *const forms[][2] = { { "", " – " },
						{ "van ", " tot " },
						{ "", " t/m " },
						{ "vanaf ", " tot en met " },
						{ "Start: ", ". Einde: " } };
	g_autoptr(GRand) rand = g_rand_new_with_seed(7);
	guint read = 0;

	for (int round = 0; round < NOISE_ROUNDS; round++) {
		gsize form = (gsize)g_rand_int_range(rand, 0, G_N_ELEMENTS(forms));
		Made from, to;
		make_point(rand, &from);
		make_point(rand, &to);
		g_autofree char *text =
			g_strconcat(forms[form][0], from.text, forms[form][1], to.text, NULL);
		g_autoptr(GArray) periods = looptijd_parse(text, words->period, NULL);
		const Period *p = periods->len ? &g_array_index(periods, Period, 0) : NULL;
		g_assert_cmpuint(periods->len, <=, 1);
		read += periods->len;
		for (int month = 12 * 2013; month < 12 * 2030; month++) {
			gboolean in = p && p->from <= month && month <= p->to;
			gboolean allowed = allows(&from, &to, forms[form][1], month);
			if (in ? !allowed : allowed && from.first <= to.first)
				g_error("%s: %04d-%02d is %s", text, month / 12, month % 12 + 1,
					in ? "in it" : "missing");
		}
	}
	g_assert_cmpuint(read, >, NOISE_ROUNDS / 3);
}

static void test_months(void)
{
	g_assert_cmpint(month_from_text("2021-12"), ==, 12 * 2021 + 11);
	static const char *const bad[] = { "2021-13", "2021-00",    "2021", "x",
					   "2021-1",  "2021-12-01", "" };
	for (gsize i = 0; i < G_N_ELEMENTS(bad); i++)
		g_assert_cmpint(month_from_text(bad[i]), ==, PERIOD_OPEN);
	g_assert_null(month_to_text(PERIOD_OPEN));
}

int main(int argc, char **argv)
{
	g_autofree char *text = NULL;

	g_test_init(&argc, &argv, NULL);
	g_assert_true(g_file_get_contents("corpus/feiten.lst", &text, NULL, NULL));
	words = factwords_parse(text, NULL);
	g_assert_nonnull(words);
	phrases_add_all(words->period, "amsterdam;rotterdam;utrecht;zwolle",
			L_FILLER); /* as of the list of places */
	g_test_add_func("/looptijd/forms", test_forms);
	g_test_add_func("/looptijd/manual", test_manual);
	g_test_add_func("/looptijd/unseen", test_unseen);
	g_test_add_func("/looptijd/months-by-force", test_months_by_force);
	g_test_add_func("/looptijd/noise", test_noise);
	g_test_add_func("/looptijd/months", test_months);
	int status = g_test_run();
	factwords_free(words);
	return status;
}

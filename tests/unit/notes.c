/* Footnotes: their marks in text, and which note is whose. */
#include "notes.h"

#include <string.h>

#include "marks.h"

/* ---- marks --------------------------------------------------------------------- */

static const struct {
	const char *raised, *text;
} written[] = {
	{ "1", "¹" },       { "10", "¹⁰" },       { "2018", "²⁰¹⁸" }, { "[1]", "¹" },
	{ "(1)", "¹" },     { "1)", "¹" },        { "1.", "¹" },      { "2,3", "²,³" },
	{ "2, 3", "²,³" },  { "[2],[3]", "²,³" }, { ",", "," },       { "¹,²", "¹,²" },
	{ "a", "^a" },      { "a,b", "^a,^b" },   { "e", "^e" },      { "ste", "^ste" },
	{ "(a)", "^(a)" },  { "*", "^*" },        { "-3", "^-3" },    { "th, nd", "^th, nd" },
	{ "*,†", "^*,^†" }, { "TM", "^TM" },
};

static void test_written(void)
{
	for (gsize i = 0; i < G_N_ELEMENTS(written); i++) {
		g_autofree char *got = mark_written(written[i].raised);
		g_assert_cmpstr(got, ==, written[i].text);
	}
}

/* The names of the marks in a text. */
static const struct {
	const char *text, *names;
} found[] = {
	{ "zo¹ en ¹², m² km² x³", "1 12 3" },
	{ "²,³ en ⁴⁾", "2 3 4" },
	{ "dit [2] en [12], niet [2018] en [x1], wel [a]", "[2] [12] [a]" },
	{ "een^a 2^e 1^ste^b ^(c) ^[d] ^noot-1.", "^a ^e ^ste ^b ^c ^d ^noot-1" },
	{ "eenᵃ, eenᵇᶜ", "^a ^bc" },
	{ "een* twee** drie†, vier‡", "* ** † ‡" },
	{ "een^* ^*", "* *" },
	{ "2*3 * 4\n* item\n*zo* en **zo** (*", "" },
	{ "*zo* en zo*", "*" },
	{ "*******", "" },
	{ "^ [ ] [] [0] ^- a^", "" },
	{ "", "" },
};

static void test_found(void)
{
	for (gsize i = 0; i < G_N_ELEMENTS(found); i++) {
		g_autoptr(GString) names = g_string_new(NULL);
		Mark mark;
		for (const char *p = found[i].text; mark_next(found[i].text, &p, &mark);)
			g_string_append_printf(names, "%s%s", names->len ? " " : "", mark.name);
		g_assert_cmpstr(names->str, ==, found[i].names);
	}
}

static const struct {
	const char *line, *name, *text;
} opened[] = {
	{ "¹ Zie", "1", "Zie" },     { "¹Zie", "1", "Zie" },
	{ "¹⁾ Zie", "1", "Zie" },    { "¹. Zie", "1", "Zie" },
	{ "[1] Zie", "[1]", "Zie" }, { "^a Zie", "^a", "Zie" },
	{ "ᵃ Zie", "^a", "Zie" },    { "* Zie", "*", "Zie" },
	{ "**Zie", "**", "Zie" },    { "† Zie", "†", "Zie" },
	{ "[1]Zie", NULL, NULL },    { "1 Zie", NULL, NULL },
	{ "a) Zie", NULL, NULL },    { "**Let op**: zie", NULL, NULL },
	{ "Zie¹", NULL, NULL },      { "", NULL, NULL },
};

static void test_opened(void)
{
	for (gsize i = 0; i < G_N_ELEMENTS(opened); i++) {
		const char *line = opened[i].line;
		Mark mark;
		g_assert_cmpint(mark_opens(&line, &mark), ==, opened[i].name != NULL);
		if (!opened[i].name)
			continue;
		g_assert_cmpstr(mark.name, ==, opened[i].name);
		g_assert_cmpstr(line, ==, opened[i].text);
	}
	g_assert_true(mark_is_all("¹"));
	g_assert_true(mark_is_all("^a)"));
	g_assert_false(mark_is_all("1"));
	g_assert_false(mark_is_all("¹ x"));
}

static void test_without(void)
{
	static const char *const names[][2] = { { "Doel¹", "Doel" },       { "Doel ¹,²:", "Doel" },
						{ "Doel^a", "Doel" },      { "Doel*", "Doel" },
						{ "Doel", "Doel" },        { "¹", "¹" },
						{ "Doel¹ en", "Doel¹ en" } };

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *got = mark_without(names[i][0]);
		g_assert_cmpstr(got, ==, names[i][1]);
	}
}

/* ---- whose they are -------------------------------------------------------------- */

/* Lines in order: "= text" is a pilot, any other a line that may be a note. */
static Notes *notes_of(const char *const *lines)
{
	Notes *notes = notes_new();
	guint pilots = 0;

	for (guint i = 0; lines[i]; i++)
		if (g_str_has_prefix(lines[i], "= ")) {
			notes_see(notes, lines[i] + 2);
			pilots++;
		} else if (!notes_add(notes, i + 1, pilots, lines[i])) {
			notes_between(notes, pilots, lines[i]);
		}
	notes_settle(notes);
	return notes;
}

/* "text|1:note|2:note" of each pilot, on lines; then the warnings. */
static char *attached(const char *const *lines)
{
	g_autoptr(Notes) notes = notes_of(lines);
	g_autoptr(Report) report = report_new();
	GString *out = g_string_new(NULL);
	guint number = 0;

	for (guint i = 0; lines[i]; i++) {
		if (!g_str_has_prefix(lines[i], "= "))
			continue;
		g_autoptr(Pilot) p = pilot_new();
		p->title_printed = "Titel";
		p->source.line = i + 1;
		pilot_add_section(p, SECTION_DOEL, "Doel", lines[i] + 2);
		notes_attach(notes, p, number++, "f", report);
		g_string_append(out, pilot_section(p, SECTION_DOEL)->text);
		for (guint k = 0; k < p->footnotes->len; k++) {
			const Footnote *f = p->footnotes->pdata[k];
			g_string_append_printf(out, "|%u:%s", f->number, f->text);
		}
		g_string_append_c(out, '\n');
	}
	notes_check(notes, "f", report);
	for (guint i = 0; i < report->lines->len; i++)
		g_string_append_printf(out, "%s\n", (char *)report->lines->pdata[i]);
	return g_string_free(out, FALSE);
}

static const struct {
	const char *lines[8], *wanted;
} annexes[] = {
	{ { "= x¹", "¹ a", "= y¹ z²", "¹ b", "² c" }, "x¹|1:a\ny¹ z²|1:b|2:c\n" },
	{ { "= x¹", "= y¹", "¹ a" }, "x¹|1:a\ny¹|1:a\n" },
	{ { "¹ a", "= x¹" }, "x¹|1:a\n" },
	{ { "= x^a y¹ z^b", "^a A", "ᵇ B", "¹ 1" }, "x² y¹ z³|1:1|2:A|3:B\n" },
	{ { "= x* y** z†^*", "* a", "** b", "† c" }, "x¹ y² z³¹|1:a|2:b|3:c\n" },
	{ { "= x^a", "^a A", "= y^a", "^a B" }, "x¹|1:A\ny¹|1:B\n" },
	{ { "= x[1] y¹", "[1] a", "¹ b" }, "x² y¹|1:b|2:a\n" },
	{ { "= x^a y[1]", "^a A", "[1] a" }, "x² y[1]|1:a|2:A\n" },
	{ { "= x¹", "[1] a" }, "x¹|1:a\n" },
	{ { "= 2^e en M^e 5*3", "¹ a" },
	  "2^e en M^e 5*3\nf:2: warning: note 1 has no mark in any pilot\n" },
	{ { "= x^a 2^e y^c¹", "^a A" },
	  "x² 2^e y^c¹|2:A\nf:1: warning: footnote mark c has no note\n"
	  "f:1: warning: footnote mark 1 has no note\n" },
	{ { "= x^e 2^e", "^e E" }, "x¹ 2^e|1:E\n" },
	{ { "= x [2] [3] y**", "[2] a", "* b" },
	  "x [2] [3] y**|2:a\nf:1: warning: footnote mark [3] has no note\n" },
	{ { "= x¹ y^a", "¹ a", "¹ b", "^a A", "^a B" },
	  "x¹ y²|1:a|2:A\n"
	  "f:3: warning: note 1 stands twice between the same rows: the first is taken\n"
	  "f:5: warning: note a stands twice between the same rows: the first is taken\n" },
	{ { "= x*", "* een", "* twee" }, "x*\n" }, /* a list */
	{ { "= x¹ y²", "¹ a", "meer", "² b", "los" }, "x¹ y²|1:a meer|2:b\n" },
	{ { "= x¹ y³", "¹ a", "meer", "³ b" }, "x¹ y³|1:a|3:b\n" },
};

static void test_attached(void)
{
	for (gsize i = 0; i < G_N_ELEMENTS(annexes); i++) {
		g_autofree char *got = attached(annexes[i].lines);
		g_assert_cmpstr(got, ==, annexes[i].wanted);
	}
}

static void test_titles(void)
{
	static const char *const lines[] = { "= x*", "¹ a", "² b", "^a c", "* d", NULL };
	static const char *const titles[][2] = {
		{ "Loket¹", "Loket" },
		{ "Loket ¹ Utrecht", "Loket Utrecht" },
		{ "Loket¹,² oost", "Loket oost" },
		{ "Loket^a", "Loket" },
		{ "Loket*", "Loket" },
		{ "De 2^e Kamer", "De 2e Kamer" },
		{ "Loket⁹", "Loket⁹" },
		{ "Op 10 m²", "Op 10 m²" },
		{ "Loket²⁾", "Loket" },
		{ "Loket [1]", "Loket [1]" },
		{ "¹", "¹" },
	};
	g_autoptr(Notes) notes = notes_of(lines);

	for (gsize i = 0; i < G_N_ELEMENTS(titles); i++) {
		g_autofree char *got = notes_title(notes, titles[i][0], 0);
		g_assert_cmpstr(got, ==, titles[i][1]);
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/notes/written", test_written);
	g_test_add_func("/notes/found", test_found);
	g_test_add_func("/notes/opened", test_opened);
	g_test_add_func("/notes/without", test_without);
	g_test_add_func("/notes/attached", test_attached);
	g_test_add_func("/notes/titles", test_titles);
	return g_test_run();
}

/* Pages as pdftotext says where their words stand, made here line by line. */
#include "pdf.h"

#include <string.h>

#define WIDE 5 /* points of a letter */
#define TALL 12

typedef struct {
	int page, x, y, tall; /* tall 0: as most */
	const char *text;
} Line;

static void add_words(GString *xml, const Line *l)
{
	g_auto(GStrv) words = g_strsplit(l->text, " ", -1);
	int x = l->x;

	for (char **w = words; *w; w++) {
		g_autofree char *text = g_markup_escape_text(*w, -1);
		int wide = WIDE * (int)g_utf8_strlen(*w, -1);
		g_string_append_printf(
			xml, "<word xMin=\"%d\" yMin=\"%d\" xMax=\"%d\" yMax=\"%d\">%s</word>\n", x,
			l->y, x + wide, l->y + (l->tall ? l->tall : TALL), text);
		x += wide + 2;
	}
}

static void check(const Line *lines, const char *wanted)
{
	g_autoptr(GString) xml = g_string_new("<html><body><doc>\n");
	GError *error = NULL;

	for (int page = 0; lines->text; page++) {
		g_string_append(xml, "<page width=\"600\" height=\"800\">\n");
		for (; lines->text && lines->page == page; lines++)
			add_words(xml, lines);
		g_string_append(xml, "</page>\n");
	}
	g_string_append(xml, "</doc></body></html>\n");
	g_autofree char *html = pdf_words_to_html(xml->str, &error);
	g_assert_no_error(error);
	g_assert_true(g_str_has_prefix(html, "<html><body>\n"));
	g_assert_cmpstr(html + strlen("<html><body>\n"), ==, wanted);
}

/* A table over two pages: its head again, a running head, the number of the page, a note below. */
static void pages(void)
{
	static const Line lines[] = {
		{ 0, 50, 20, 0, "Ministerie 1" },
		{ 0, 50, 60, 0, "Bijlage, peildatum 1 juni 2022" },
		{ 0, 50, 100, 0, "Pilot" },
		{ 0, 200, 100, 0, "Toelichting" },
		{ 0, 50, 120, 0, "Loket" },
		{ 0, 200, 120, 0, "Doel" },
		{ 0, 200, 134, 0, "Huurders helpen, die lang wachten op" },
		{ 0, 365, 132, 6, "1" },
		{ 0, 50, 700, 0, "1Zie daar." },
		{ 0, 300, 780, 0, "1" },
		{ 1, 50, 20, 0, "Ministerie 2" },
		{ 1, 50, 60, 0, "Pilot" },
		{ 1, 200, 60, 0, "Toelichting" },
		{ 1, 200, 80, 0, "een antwoord van de gemeente." },
		{ 1, 50, 120, 0, "Bus" },
		{ 1, 200, 120, 0, "Doel" },
		{ 1, 200, 134, 0, "Rijden." },
		{ 1, 300, 780, 0, "2" },
		{ 0, 0, 0, 0, NULL },
	};
	check(lines, "<p>Bijlage, peildatum 1 juni 2022</p>\n<table>\n"
		     "<tr><td>  Pilot</td><td>Toelichting</td></tr>\n"
		     "<tr><td>  Loket</td><td><u>Doel</u><br>Huurders helpen, die lang wachten "
		     "op<sup>1</sup> een antwoord van de gemeente.</td></tr>\n"
		     "<tr><td>  Bus</td><td><u>Doel</u><br>Rijden.</td></tr>\n"
		     "</table>\n<p><sup>1</sup> Zie daar.</p>\n");
}

/* Columns by their x; items stand deeper and are no column; a text that goes on is no row. */
static void columns(void)
{
	static const Line lines[] = {
		{ 0, 50, 100, 0, "Pilot" },
		{ 0, 150, 100, 0, "Doel" },
		{ 0, 350, 100, 0, "Looptijd" },
		{ 0, 50, 130, 0, "Loket Zuid" },
		{ 0, 150, 130, 0, "Huurders:" },
		{ 0, 350, 130, 0, "2021 -" },
		{ 0, 160, 144, 0, "• een" },
		{ 0, 350, 144, 0, "2022" },
		{ 0, 160, 158, 0, "• twee" },
		{ 0, 50, 190, 0, "Bus" },
		{ 0, 150, 190, 0, "Rijden" },
		{ 0, 350, 190, 0, "2023" },
		{ 0, 0, 0, 0, NULL },
	};
	check(lines,
	      "<table>\n<tr><td>  Pilot</td><td><u>Doel</u></td><td><u>Looptijd</u></td></tr>\n"
	      "<tr><td>  Loket Zuid</td><td>Huurders:<ul><li>een</li><li>twee</li></ul></td>"
	      "<td>2021 - 2022</td></tr>\n"
	      "<tr><td>  Bus</td><td>Rijden</td><td>2023</td></tr>\n</table>\n");
}

/* A title in the middle of its row, and the next at the top of its own. */
static void middle(void)
{
	static const Line lines[] = {
		{ 0, 200, 100, 0, "Achtergrond" },
		{ 0, 200, 114, 0, "Er wachten er veel." },
		{ 0, 50, 121, 0, "Loket" },
		{ 0, 200, 128, 0, "Doel" },
		{ 0, 200, 142, 0, "Helpen." },
		{ 0, 50, 170, 0, "Bus" },
		{ 0, 200, 170, 0, "Achtergrond" },
		{ 0, 200, 184, 0, "Er rijdt niets." },
		{ 0, 0, 0, 0, NULL },
	};
	check(lines, "<table>\n"
		     "<tr><td>  Loket</td><td><u>Achtergrond</u><br>Er wachten er "
		     "veel.<p><u>Doel</u><br>Helpen.</td></tr>\n"
		     "<tr><td>  Bus</td><td><u>Achtergrond</u><br>Er rijdt niets.</td></tr>\n"
		     "</table>\n");
}

/* Headings are taller; what spans the columns of a table is a heading in it; broken words and
 * addresses; letters without Unicode. */
static void texts(void)
{
	static const Line lines[] = {
		{ 0, 50, 20, 30, "Bijlage" },
		{ 0, 50, 60, 20, "Pilot Loket" },
		{ 0, 50, 90, 0, "Doel: een proef-" },
		{ 0, 50, 104, 0, "project, zie https://a.nl/een-" },
		{ 0, 50, 118, 0,
		  "twee en o\x1e"
		  "cieel aan- en" },
		{ 0, 50, 132, 0, "verkoop." },
		{ 0, 50, 160, 0, "Een andere alinea." },
		{ 0, 0, 0, 0, NULL },
	};
	check(lines, "<h1>Bijlage</h1>\n<h2>Pilot Loket</h2>\n"
		     "<p>Doel: een proef-project, zie https://a.nl/een-twee en officieel aan- en "
		     "verkoop.</p>\n<p>Een andere alinea.</p>\n");
}

/* No table, no words, words of no size. */
static void odd(void)
{
	static const Line none[] = { { 0, 0, 0, 0, NULL } };
	GError *error = NULL;
	g_autofree char *text = pdf_words_to_html("", NULL);
	g_autofree char *broken = pdf_words_to_html("<doc><page><word xMin=\"1\"", &error);

	check(none, "");
	g_assert_cmpstr(text, ==, "<html><body>\n");
	g_assert_null(broken);
	g_assert_nonnull(error);
	g_clear_error(&error);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf/pages", pages);
	g_test_add_func("/pdf/columns", columns);
	g_test_add_func("/pdf/middle", middle);
	g_test_add_func("/pdf/texts", texts);
	g_test_add_func("/pdf/odd", odd);
	return g_test_run();
}

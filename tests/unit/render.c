/* What is written out, piece by piece, where a slip of one character harms whoever reads it. */
#include <string.h>

#include "html.h"
#include "looptijd.h"
#include "news.h"
#include "results.h"
#include "sheet.h"

/* XML has no place for some characters, nor for text that is markup. */
static void test_escape(void)
{
	static const char *const cases[][2] = {
		{ "a<b>&\"'", "a&lt;b&gt;&amp;&quot;&#39;" },
		{ "a\x01\x08\x0B\x1Fz\t\n", "az\t\n" },
		{ "a\xEF\xBF\xBDz", "a\xEF\xBF\xBDz" }, /* U+FFFD is a character */
		{ "a\xEF\xBF\xBEz", "az" },
		{ "a\xEF\xBF\xBFz", "az" },
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GString) out = g_string_new(NULL);
		Html h;
		html_init(&h, out);
		html_text(&h, cases[i][0]);
		html_finish(&h);
		g_assert_cmpstr(out->str, ==, cases[i][1]);
	}
}

/* The pilot of one hit, as a row. */
static char *cell(const Hit *hit, const Request *request, const char *name)
{
	const RenderContext context = { .request = request };
	const SheetRow row = { NULL, hit };
	g_autoptr(GPtrArray) columns = sheet_columns(SHEET_PILOTS);

	for (guint i = 0; i < columns->len; i++) {
		const SheetColumn *column = columns->pdata[i];
		if (strcmp(column->name, name) == 0)
			return column->cell(&row, column, &context);
	}
	return NULL;
}

static void test_precision(void)
{
	static const char *const cells[][2] = { { "begin", "2020-03" },
						{ "einde", "2021-12" },
						{ "begin_precisie", "dag" },
						{ "einde_precisie", "jaar" } };
	g_autoptr(Request) request = request_new();
	g_autoptr(Results) results = results_new();
	Pilot *p = pilot_new();
	const Period period = { month_from_text("2020-03"), month_from_text("2021-12"),
				PRECISION_DAG, PRECISION_JAAR };

	g_array_append_val(p->periods, period);
	const Hit *hit = results_add(results, p);
	for (gsize i = 0; i < G_N_ELEMENTS(cells); i++) {
		g_autofree char *got = cell(hit, request, cells[i][0]);
		g_assert_cmpstr(got, ==, cells[i][1]);
	}
}

/* No cell is run as a formula, by whatever sign it begins. */
static void test_formulas(void)
{
	static const char *const texts[] = { "=1+1", "+1",  "-1",  "@SUM(1)",
					     "＝1",  "＋1", "－1", "＠1" };
	g_autoptr(Request) request = request_new();
	const RenderContext context = { .request = request };

	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		Results *results = results_new();
		Pilot *p = pilot_new();
		g_autoptr(GString) out = g_string_new(NULL);
		p->id = p->title = p->title_printed = texts[i];
		p->source.file = "f";
		results_add(results, p)->quote = g_strdup("x");
		g_autoptr(Dossier) d = dossier_of_results(results, request);
		render_csv(out, d, &context);
		g_autofree char *harmless = g_strconcat(";\"'", texts[i], "\";", NULL);
		g_assert_nonnull(strstr(out->str, harmless));
	}
}

/* A pilot that is gone is read in the edition that it stood in last. */
static void test_news(void)
{
	g_autoptr(Pilot) p = pilot_new();
	News gone = { NEWS_GONE, p, NULL, NULL }, here = { NEWS_NEW, NULL, p, NULL };
	g_autoptr(GPtrArray) news = g_ptr_array_new();
	const NewsList list = { (char *)"2021-12-01", (char *)"2022-06-01", news };
	const NewsPlace place = { "https://host", NULL };
	g_autoptr(GString) out = g_string_new(NULL);

	p->id = p->title = "proef";
	g_ptr_array_add(news, &here);
	g_ptr_array_add(news, &gone);
	g_assert_true(newslist_render(out, &list, "atom", &place));
	const char *first = strstr(out->str, "/pilots/proef?editie=2022-06-01\"");
	g_assert_nonnull(first);
	g_assert_nonnull(strstr(first, "/pilots/proef?editie=2021-12-01\""));
}

/* The first of a page of a feed, counted from 1. */
static void test_feed(void)
{
	g_autoptr(Request) request = request_new();
	g_autoptr(Results) results = results_new();
	const RenderContext context = { .request = request };
	g_autoptr(GString) out = g_string_new(NULL);

	request->offset = 20;
	render_atom(out, results, &context);
	g_assert_nonnull(strstr(out->str, "<opensearch:startIndex>21</opensearch:startIndex>"));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/render/escape", test_escape);
	g_test_add_func("/render/precision", test_precision);
	g_test_add_func("/render/formulas", test_formulas);
	g_test_add_func("/render/news", test_news);
	g_test_add_func("/render/feed", test_feed);
	return g_test_run();
}

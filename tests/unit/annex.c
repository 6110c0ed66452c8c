/* Reading annexes: markup, titles, and the real one word for word. */
#include <string.h>

#include "annex.h"
#include "dates.h"
#include "labels.h"
#include "markup.h"
#include "title.h"

#define REAL "corpus/bijlage-2-stand-van-zaken-pilots-2021-12-01.txt"

/* ---- markup ---------------------------------------------------------------- */

/* "label=text|label=text" */
static char *sections_text(const char *html)
{
	g_autoptr(GPtrArray) sections = markup_cell(html, NULL, NULL);
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < sections->len; i++) {
		const MarkupSection *s = sections->pdata[i];
		g_string_append_printf(out, "%s%s=%s", i ? "|" : "", s->label, s->text);
	}
	return g_string_free(out, FALSE);
}

static const struct {
	const char *html, *sections;
} markups[] = {
	{ "<p><u>Doel</u></p> <p>Een.</p> <p>Twee.</p>", "Doel=Een.\n\nTwee." },
	{ "<p><u>Doel</u> Een.</p><p><u>Looptijd</u> 2021</p>", "Doel=Een.|Looptijd=2021" },
	{ "<p><u>Stand van zaken:</u> Gestart</p>", "Stand van zaken=Gestart" },
	{ "<p data-bbox=\"1 2\"><u>Doel</u></p><p data-bbox=\"3 4\">x</p>", "Doel=x" },
	{ "<p><u>Doel</u></p> <ul> • Een • Twee <p><u>Looptijd</u> Nu</p>",
	  "Doel=• Een\n• Twee|Looptijd=Nu" },
	{ "<p><u>Doel</u> Kop:</p> <ul><li>een</li><li>twee</li></ul>",
	  "Doel=Kop:\n• een\n• twee" },
	{ "<u>Doel</u> <ol> 1. Een 2. Twee: 3 of 4 3. Drie",
	  "Doel=1. Een\n2. Twee: 3 of 4\n3. Drie" },
	{ "<p>fasen: 1. een, 2. twee</p>", "=fasen: 1. een, 2. twee" },
	{ "vooraf <p><u>Doel</u> x", "=vooraf|Doel=x" },
	{ "<p><u>Doel</u> het <u>doel</u> is <i>schuin</i></p>", "Doel=het doel is schuin" },
	{ "<p><u>Doel</u> a <u>Achtergrond</u> b", "Doel=a|Achtergrond=b" },
	{ "<p><u>Vreemd</u> x</p>", "Vreemd=x" },
	{ "<p><b>Doel</b> x <b>Let op</b> y</p>", "Doel=x Let op y" },
	{ "<h3>Iets anders</h3><p>x</p>", "Iets anders=x" },
	{ "<p>x</p><h3>Slot</h3>", "=x\n\nSlot" },
	{ "<p><b>Kosten</b></p><p>x</p>", "Kosten=x" },
	{ "<p><b>Kosten</b><br>x</p>", "Kosten=x" },
	{ "<p><b>Kosten</b> x</p>", "=Kosten x" },
	{ "<a href=x style=\"text-decoration:underline\">Link</a> x", "=Link x" },
	{ "<p><u>Doel</u> zo<sup>1</sup>2<sup>e</sup>-lijns</p>", "Doel=zo¹2^e-lijns" },
	{ "a\u00ADb &amp; c&nbsp;d <script>alert(1)</script>&lt;e&gt;", "=ab & c d <e>" },
	{ "clie\u0308nt", "=cliënt" },
	{ "<p>a<br>b</p>", "=a\nb" },
	{ "<div><div><p><u>Doel</u><p>x</div>", "Doel=x" },
	{ "", "" },
};

static void test_markup(void)
{
	for (gsize i = 0; i < G_N_ELEMENTS(markups); i++) {
		g_autofree char *got = sections_text(markups[i].html);
		g_assert_cmpstr(got, ==, markups[i].sections);
	}
}

static void test_deep(void)
{
	g_autoptr(GString) html = g_string_new(NULL);

	for (int i = 0; i < 100000; i++)
		g_string_append(html, "<div>");
	g_string_append(html, "x");
	g_autofree char *got = sections_text(html->str);
	g_assert_nonnull(got); /* libxml2 and we both survive */
}

/* ---- titles ------------------------------------------------------------------ */

static const struct {
	const char *printed, *repaired;
} titles[] = {
	{ "LegalGuard (Consumenten- recht)", "LegalGuard (Consumentenrecht)" },
	{ "ADR cliënten- ondersteuningstool", "ADR cliëntenondersteuningstool" },
	{ "Regie op geschil-oplossing", "Regie op geschiloplossing" },
	{ "(bijpassende financierings-systematiek)", "(bijpassende financieringssystematiek)" },
	{ "Kwaliteits-zorg, veiligheids-huis", "Kwaliteitszorg, veiligheidshuis" },
	{ "Gemeenschaps-zin en eigendoms-recht", "Gemeenschapszin en eigendomsrecht" },
	{ "Zelf-regieroute scheiden", "Zelf-regieroute scheiden" },
	{ "ernstige gewelds- en zedenmisdrijven", "ernstige gewelds- en zedenmisdrijven" },
	{ "in- en uitstroom", "in- en uitstroom" },
	{ "Pilot Rotterdam-Zuid", "Pilot Rotterdam-Zuid" },
	{ "ZSM-proces en data-analyse", "ZSM-proces en data-analyse" },
	{ "opzeggings- ontslag- of verzuim", "opzeggingsontslag- of verzuim" },
	{ "-", "-" },
	{ "", "" },
};

static void test_titles(void)
{
	g_autoptr(GHashTable) words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	title_learn(words, NULL, "Buitengerechtelijke geschiloplossing, data en analyse.");
	for (gsize i = 0; i < G_N_ELEMENTS(titles); i++) {
		g_autofree char *got = title_repair(titles[i].printed, words);
		g_assert_cmpstr(got, ==, titles[i].repaired);
	}
	g_autofree char *old = title_formerly("Nieuw (voorheen: Het oude)");
	g_autofree char *none = title_formerly("Nieuw (Heerlen)");
	g_assert_cmpstr(old, ==, "Het oude");
	g_assert_null(none);
}

static void test_dates(void)
{
	static const struct {
		const char *text, *date;
	} dates[] = {
		{ "peildatum 1 december 2021", "2021-12-01" },
		{ "per 31-01-2022.", "2022-01-31" },
		{ "op 2022-02-28", "2022-02-28" },
		{ "31 februari 2022", NULL },
		{ "1 mrt. 2020", "2020-03-01" },
		{ "in december 2021", NULL },
	};
	for (gsize i = 0; i < G_N_ELEMENTS(dates); i++) {
		g_autofree char *got = date_find(dates[i].text);
		g_assert_cmpstr(got, ==, dates[i].date);
	}
}

/* ---- the real annex ------------------------------------------------------------ */

/* The words of text, with tags taken away by hand: nothing of our parser in it. */
static void add_words(GPtrArray *words, const char *text)
{
	g_autoptr(GRegex) inline_tags = g_regex_new("</?[iu]>", 0, 0, NULL);
	g_autoptr(GRegex) tags = g_regex_new("<[^<>]*>|•", 0, 0, NULL);
	g_autofree char *blocks = g_regex_replace_literal(inline_tags, text, -1, 0, "", 0, NULL);
	g_autofree char *plain = g_regex_replace_literal(tags, blocks, -1, 0, " ", 0, NULL);
	g_auto(GStrv) split = g_regex_split_simple("[\\s:]+", plain, 0, 0);

	for (char **w = split; *w; w++)
		if (**w)
			g_ptr_array_add(words, g_strdup(*w));
}

static GPtrArray *source_words(const char *path)
{
	GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *text = NULL;

	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (char **line = lines; *line; line++) {
		char *tab = strchr(*line, '\t');
		if (tab && strchr(tab, '<'))
			add_words(words, tab + 1);
	}
	return words;
}

static gboolean keep(Pilot *take, guint number, gpointer user, GError **error)
{
	(void)error;
	g_assert_cmpuint(number, ==, ((GPtrArray *)user)->len);
	g_ptr_array_add(user, take);
	return TRUE;
}

static GPtrArray *read_real(void)
{
	g_autoptr(Report) report = report_new();
	g_autoptr(GError) error = NULL;
	g_autoptr(Annex) a = annex_look(REAL, "annex.txt", NULL, &error);
	GPtrArray *pilots = g_ptr_array_new_with_free_func((GDestroyNotify)pilot_free);

	g_assert_no_error(error);
	g_assert_true(annex_scan(a, TRUE, report, &error));
	for (guint i = 0; i < a->parts->len; i++)
		g_assert_true(annex_read(a, &g_array_index(a->parts, AnnexPart, i), report, keep,
					 pilots, &error));
	g_assert_no_error(error);
	g_assert_cmpuint(report->lines->len, ==, 0);
	return pilots;
}

/* Every word of the source's cells stands in the records, in its order. */
static void test_nothing_lost(void)
{
	g_autoptr(GPtrArray) source = source_words(REAL), pilots = read_real();
	g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; i < pilots->len; i++) {
		const Pilot *p = pilots->pdata[i];
		for (guint k = 0; k < p->sections->len; k++) {
			const Section *s = p->sections->pdata[k];
			add_words(words, s->heading);
			add_words(words, s->text);
		}
	}
	for (guint i = 0; i < MIN(words->len, source->len); i++)
		g_assert_cmpstr(words->pdata[i], ==, source->pdata[i]);
	g_assert_cmpuint(words->len, ==, source->len);
	g_assert_cmpuint(words->len, >, 5000);
}

static void test_shape(void)
{
	g_autoptr(GPtrArray) pilots = read_real();
	guint sections = 0, notes = 0, with_notes = 0;

	for (guint i = 0; i < pilots->len; i++) {
		const Pilot *p = pilots->pdata[i];
		sections += p->sections->len;
		notes += p->footnotes->len;
		with_notes += p->footnotes->len > 0;
		for (guint k = 0; k < p->sections->len; k++) {
			const Section *s = p->sections->pdata[k];
			g_assert_cmpint(s->kind, !=, SECTION_OVERIG);
			g_assert_null(strpbrk(s->text, "<>\t\r"));
			g_assert_null(strstr(s->text, "  "));
			g_assert_null(strstr(s->text, "data-bbox"));
		}
	}
	g_assert_cmpuint(pilots->len, ==, 33);
	g_assert_cmpuint(sections, ==, 132);
	g_assert_cmpuint(notes, ==, 4);
	g_assert_cmpuint(with_notes, ==, 3);
}

static void test_slug(void)
{
	g_autofree char *many = g_strnfill(300, 'a');
	g_autofree char *words = g_strnfill(300, 'b');
	static const char *const slugs[][2] = {
		{ "Divosa / Gemeente Almere", "divosa-gemeente-almere" },
		{ "  (x) ", "x" },
		{ "???", "pilot" },
	};
	for (gsize i = 0; i < G_N_ELEMENTS(slugs); i++) {
		g_autofree char *got = pilot_slug(slugs[i][0]);
		g_assert_cmpstr(got, ==, slugs[i][1]);
	}
	for (int i = 10; i < 300; i += 10)
		words[i] = ' ';
	g_autofree char *cut = pilot_slug(words), *hard = pilot_slug(many);
	g_assert_cmpuint(strlen(cut), <, 120);
	g_assert_cmpuint(strlen(cut), >, 100);
	g_assert_false(g_str_has_suffix(cut, "-"));
	g_assert_cmpuint(strlen(hard), ==, 119);
}

/* As a run of the indexer does. */
static void use_labels(void)
{
	g_autofree char *text = NULL;

	g_assert_true(g_file_get_contents("corpus/labels.lst", &text, NULL, NULL));
	g_assert_true(labels_use(text, NULL));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	use_labels();
	g_test_add_func("/annex/markup", test_markup);
	g_test_add_func("/annex/deep", test_deep);
	g_test_add_func("/annex/titles", test_titles);
	g_test_add_func("/annex/dates", test_dates);
	g_test_add_func("/annex/nothing-lost", test_nothing_lost);
	g_test_add_func("/annex/shape", test_shape);
	g_test_add_func("/annex/slug", test_slug);
	return g_test_run();
}

/* Facts in prose: status, names, references, citations, editions. */
#include <stdlib.h>
#include <string.h>

#include "abbreviations.h"
#include "changes.h"
#include "citation.h"
#include "gazetteer.h"
#include "kamerstuk.h"
#include "looptijd.h"
#include "status.h"

static FactWords *words; /* as the corpus has them */

static Pilot *pilot_of(const char *stand, const char *looptijd, const char *date)
{
	Pilot *p = pilot_new();

	p->title = pilot_keep(p, "Proef");
	p->id = pilot_keep(p, "proef");
	p->title_printed = pilot_keep(p, "Proef");
	p->reference_date = pilot_keep(p, date);
	pilot_add_section(p, SECTION_STAND_VAN_ZAKEN, "Stand van zaken", stand);
	pilot_add_section(p, SECTION_LOOPTIJD, "Looptijd", looptijd);
	p->period = pilot_keep(p, looptijd);
	g_array_unref(p->periods);
	p->periods = looptijd_parse(looptijd, words->period, NULL);
	return p;
}

static void test_status(void)
{
	static const struct {
		const char *stand, *looptijd, *status, *why;
	} cases[] = {
		{ "Loopt.", "Januari 2020 – juli 2022", "lopend", "Januari 2020 – juli 2022" },
		{ "x", "Januari 2020 – november 2021", "afgerond", "Januari 2020 – november 2021" },
		{ "Loopt.", "Januari 2020 – november 2021", "lopend", "Loopt." },
		{ "Loopt.", "Januari 2020 – december 2021", "lopend",
		  "Januari 2020 – december 2021" },
		{ "Loopt.", "december 2021", "lopend", "december 2021" },
		{ "x", "Januari 2022 – juli 2022", "start-binnenkort", "Januari 2022 – juli 2022" },
		{ "x", "vanaf 1 januari 2022", "start-binnenkort", "vanaf 1 januari 2022" },
		{ "x", "vanaf 1 januari 2021", "lopend", "vanaf 1 januari 2021" },
		{ "x", "Afgerond.", "afgerond", "Afgerond." },
		{ "x", "Juni 2021 – november 2021 (stopgezet)", "stopgezet",
		  "Juni 2021 – november 2021 (stopgezet)" },
		{ "Er is veel gedaan. De pilot is eind juni 2021 afgerond. Einde.", "2020 – 2022",
		  "afgerond", "De pilot is eind juni 2021 afgerond." },
		{ "De pilot is voortijdig stopgezet.", "2020 – 2022", "stopgezet",
		  "De pilot is voortijdig stopgezet." },
		{ "De evaluatie van de pilot is afgerond.", "2020 – 2022", "lopend",
		  "2020 – 2022" },
		{ "De evaluatie is afgerond in september 2021.", "2020 – 2022", "lopend",
		  "2020 – 2022" },
		{ "De pilot is nog niet afgerond.", "2020 – 2022", "lopend", "2020 – 2022" },
		{ "De pilot is bijna afgerond.", "2020 – 2022", "lopend", "2020 – 2022" },
		{ "De verkenning wordt begin 2022 afgerond.", "2020 – 2022", "lopend",
		  "2020 – 2022" },
		{ "De bouw is klaar en de pilot start in december 2021.", "2020 – 2022",
		  "start-binnenkort", "De bouw is klaar en de pilot start in december 2021." },
		{ "In de pilot start in 2022 ook een experiment.", "2020 – 2022", "lopend",
		  "2020 – 2022" },
		{ "Gestart in november 2021.", "onbekend", "lopend", "Gestart in november 2021." },
		{ "Nog niets bekend.", "onbekend", "onbekend", NULL },
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(Pilot) p = pilot_of(cases[i].stand, cases[i].looptijd, "2021-12-01");
		g_auto(Decision) d = status_decide(p, words);
		if (strcmp(status_name(d.status), cases[i].status) != 0 ||
		    g_strcmp0(d.why, cases[i].why) != 0)
			g_error("%s / %s: %s because \"%s\"", cases[i].stand, cases[i].looptijd,
				status_name(d.status), d.why ? d.why : "");
	}
	g_autoptr(Pilot) undated = pilot_of("x", "2020 – 2022", NULL);
	g_auto(Decision) d = status_decide(undated, words);
	g_assert_cmpint(d.status, ==, STATUS_ONBEKEND);
}

/* Over a hundred texts with their Looptijd that were written down before they were tried, by two
 * authors who had not seen this, and the status that is right; then the title, where it matters.
 * "x" behind it: known to be missed, and then not in silence. */
static void test_unseen(void)
{
	g_autofree char *text = NULL;
	guint rows = 0, missed = 0;

	g_assert_true(g_file_get_contents("tests/unit/status.tsv", &text, NULL, NULL));
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (char **line = lines; *line && **line; line++, rows++) {
		g_auto(GStrv) cells = g_strsplit(*line, "\t", -1);
		g_autoptr(Pilot) p = pilot_of(cells[0], cells[1], "2021-12-01");
		gboolean known = cells[3] && cells[4];
		p->title = cells[3] ? pilot_keep(p, cells[3]) : p->title;
		g_auto(Decision) d = status_decide(p, words);
		gboolean right = strcmp(status_name(d.status), cells[2]) == 0;
		missed += !right;
		if (right == known || (!right && !d.against && !d.doubt))
			g_error("%s / %s: %s", cells[0], cells[1], status_name(d.status));
	}
	g_assert_cmpuint(rows, >=, 100);
	g_assert_cmpuint(missed, <=, rows / 20);
}

static char *names_in(const char *list, GazetteerMode mode, const char *text, gboolean title)
{
	g_autoptr(Gazetteer) g = gazetteer_parse(list, mode, NULL);
	g_autoptr(GPtrArray) found = g_ptr_array_new();

	gazetteer_find(g, text, title, found, NULL);
	g_ptr_array_add(found, NULL);
	return g_strjoinv(",", (char **)found->pdata);
}

static void test_places(void)
{
	g_autofree char *list = NULL;
	static const struct {
		const char *text;
		gboolean title;
		const char *places;
	} cases[] = {
		{ "Werkplaatsen in Rotterdam, Utrecht en Den Haag zijn ingericht.", FALSE,
		  "Rotterdam,Utrecht,Den Haag" },
		{ "met de gemeenten Purmerend en Amsterdam.", FALSE, "Purmerend,Amsterdam" },
		{ "gestart in Venray en in Hengelo", FALSE, "Venray,Hengelo" },
		{ "de gemeente Heerenveen", FALSE, "Heerenveen" },
		{ "Pilot Rotterdam-Zuid (Hillesluis)", TRUE, "Rotterdam" },
		{ "Divosa / Gemeente Oude IJsselstreek", TRUE, "Oude IJsselstreek" },
		{ "Divosa / Gemeente Best", TRUE, "Best" },
		{ "Wijkrechtbank Eindhoven", TRUE, "Eindhoven" },
		{ "in 's-Hertogenbosch en in ’s-Gravenhage", FALSE, "Den Bosch,Den Haag" },
		{ "Het Best bewaarde geheim van Bergen", FALSE, "" },
		{ "Best moeilijk, in Bergen van papier", FALSE, "" },
		{ "in gemeente Bergen", FALSE, "Bergen" },
		{ "de gemeenten Ede en Best", FALSE, "Ede,Best" },
		{ "mevrouw Van Utrecht zei", FALSE, "" },
		{ "de Universiteit Utrecht en Rechtbank Amsterdam", FALSE, "" },
		{ "Utrechters in Utrechtse wijken", FALSE, "" },
		{ "Huizen van het Recht", TRUE, "" },
		{ "uit Zeeland verdwenen", FALSE, "Zeeland" },
		{ "de huizen in het loon van best", FALSE, "" },
	};
	g_assert_true(g_file_get_contents("corpus/plaatsen.lst", &list, NULL, NULL));
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *got =
			names_in(list, GAZETTEER_SAID, cases[i].text, cases[i].title);
		if (strcmp(got, cases[i].places) != 0)
			g_error("%s: %s", cases[i].text, got);
	}
}

/* The provinces of a text: those of its places, and those that it names. */
static void test_provinces(void)
{
	static const struct {
		const char *text, *places, *provinces;
	} cases[] = {
		{ "in Eindhoven en Tilburg", "Eindhoven,Tilburg", "Noord-Brabant" },
		{ "in Utrecht", "Utrecht", "Utrecht" },
		{ "de provincie Utrecht", "Utrecht", "Utrecht" },
		{ "in Brabant", "Noord-Brabant", "Noord-Brabant" },
		{ "in de gemeente Bergen", "Bergen", "" },
		{ "DE GEMEENTE ROTTERDAM EN DEN HAAG", "Rotterdam,Den Haag", "Zuid-Holland" },
		{ "PILOT IN DEN BOSCH", "Den Bosch", "Noord-Brabant" },
		{ "HET BEST BEWAARDE GEHEIM IN EPE", "", "" },
		{ "de GEMEENTE BEST", "Best", "Noord-Brabant" },
		{ "in Weesp en Boxmeer", "Weesp", "Noord-Holland" },
		{ "in Zaandam", "Zaandam", "Noord-Holland" },
	};
	g_autofree char *list = NULL;

	g_assert_true(g_file_get_contents("corpus/plaatsen.lst", &list, NULL, NULL));
	g_autoptr(Gazetteer) g = gazetteer_parse(list, GAZETTEER_SAID, NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GPtrArray) places = g_ptr_array_new(), provinces = g_ptr_array_new();
		gazetteer_find(g, cases[i].text, FALSE, places, provinces);
		g_ptr_array_add(places, NULL);
		g_ptr_array_add(provinces, NULL);
		g_autofree char *a = g_strjoinv(",", (char **)places->pdata);
		g_autofree char *b = g_strjoinv(",", (char **)provinces->pdata);
		if (strcmp(a, cases[i].places) != 0 || strcmp(b, cases[i].provinces) != 0)
			g_error("%s: %s in %s", cases[i].text, a, b);
	}
}

/* The list has every municipality of 2021 once in its province, as its remarks say. */
static void test_municipalities(void)
{
	static const struct {
		const char *name;
		guint municipalities;
	} provinces[] = {
		{ "[Drenthe]", 12 },    { "[Groningen]", 10 },     { "[Friesland]", 18 },
		{ "[Overijssel]", 25 }, { "[Flevoland]", 6 },      { "[Gelderland]", 51 },
		{ "[Utrecht]", 26 },    { "[Noord-Holland]", 47 }, { "[Zuid-Holland]", 52 },
		{ "[Zeeland]", 13 },    { "[Noord-Brabant]", 61 }, { "[Limburg]", 31 },
	};
	g_autofree char *list = NULL;
	guint found[G_N_ELEMENTS(provinces)] = { 0 }, province = G_N_ELEMENTS(provinces);
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

	g_assert_true(g_file_get_contents("corpus/plaatsen.lst", &list, NULL, NULL));
	g_auto(GStrv) lines = g_strsplit(list, "\n", -1);
	for (char **line = lines; *line; line++) {
		const char *ended = strstr(*line, "# tot ");
		if (strcmp(*line, "[geen provincie]") == 0)
			break;
		for (guint i = 0; i < G_N_ELEMENTS(provinces); i++)
			if (strcmp(*line, provinces[i].name) == 0)
				province = i;
		if (!**line || strchr("#[", **line) || province == G_N_ELEMENTS(provinces) ||
		    strstr(*line, "# vanaf") || strstr(*line, "# plaats") ||
		    (ended && atoi(ended + strlen("# tot ")) <= 2021))
			continue;
		found[province]++;
		if (!g_hash_table_add(seen, *line) && strcmp(*line, "!Bergen") != 0)
			g_error("%s stands there twice", *line);
	}
	for (guint i = 0; i < G_N_ELEMENTS(provinces); i++)
		if (found[i] != provinces[i].municipalities)
			g_error("%s: %u, not %u", provinces[i].name, found[i],
				provinces[i].municipalities);
	g_assert_cmpuint(g_hash_table_size(seen), ==, 352 - 1);
}

static void test_organisations(void)
{
	g_autofree char *list = NULL;

	g_assert_true(g_file_get_contents("corpus/organisaties.lst", &list, NULL, NULL));
	g_autofree char *got =
		names_in(list, GAZETTEER_ANYWHERE,
			 "Het hJL, de NOvA en het WODC-onderzoek; de OM-strafbeschikking, "
			 "het oma-project en J&V.",
			 FALSE);
	g_assert_cmpstr(got, ==,
			"Juridisch Loket,Nederlandse orde van advocaten,WODC,"
			"Openbaar Ministerie,Ministerie van Justitie en Veiligheid");
}

static void test_kamerstukken(void)
{
	static const struct {
		const char *text, *ids;
	} texts[] = {
		{ "Kamerstukken II 2018/2019, 35000 VI, nr. 47", "35000-VI-47" },
		{ "Kamerstukken II 2018/2019 31753/33552, 157", "31753-157,33552-157" },
		{ "zie Kamerstuk 31 753, nr. 270.", "31753-270" },
		{ "Kamerstukken II 2009/10, 27858, nr. 88, p. 3", "27858-88" },
		{ "tel. 31 753, nr. 2", "" },
	};
	static const struct {
		const char *text, *id;
	} wholes[] = {
		{ "35000-VI-47", "35000-VI-47" },
		{ "kst-35000-VI-47", "35000-VI-47" },
		{ "35 000 VI, nr. 47", "35000-VI-47" },
		{ "kst-31753-248", "31753-248" },
		{ "31 753, nr. 248", "31753-248" },
		{ "31753-248", "31753-248" },
		{ "Kamerstukken II 2018/19, 35000 VI, nr. 47", "35000-VI-47" },
		{ "35000-vi-47", "35000-VI-47" },
		{ "31753", NULL },
		{ "huur", NULL },
		{ "2021-12", NULL },
	};
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autoptr(GPtrArray) ids = kamerstuk_find(texts[i].text);
		g_ptr_array_add(ids, NULL);
		g_autofree char *got = g_strjoinv(",", (char **)ids->pdata);
		g_assert_cmpstr(got, ==, texts[i].ids);
	}
	for (gsize i = 0; i < G_N_ELEMENTS(wholes); i++) {
		g_autofree char *got = kamerstuk_whole(wholes[i].text);
		g_assert_cmpstr(got, ==, wholes[i].id);
	}
}

static void test_citations(void)
{
	g_autoptr(Pilot) p = pilot_of("x", "2020", "2021-12-01");
	const Section *s = p->sections->pdata[0];

	p->source.title = "Stand van zaken pilots";
	g_autofree char *plain = citation_leidraad(p, s);
	g_assert_cmpstr(plain, ==,
			"‘Stand van zaken pilots – peildatum 1 december 2021’, onderdeel "
			"‘Proef’, ‘Stand van zaken’.");
	p->source.kamerstuk = "31753-262";
	p->source.session = "2021/22";
	p->source.annex = "2";
	g_autofree char *legal = citation_leidraad(p, s), *house = citation_kamer(p, NULL);
	g_assert_cmpstr(legal, ==,
			"Bijlage 2 bij Kamerstukken II 2021/22, 31753, nr. 262, ‘Stand van "
			"zaken pilots – peildatum 1 december 2021’, onderdeel ‘Proef’, "
			"‘Stand van zaken’.");
	g_assert_cmpstr(house, ==,
			"Kamerstuk 31 753, nr. 262, bijlage 2, ‘Stand van zaken pilots – "
			"peildatum 1 december 2021’, onderdeel ‘Proef’");
}

static void test_abbreviations(void)
{
	static const struct {
		const char *text, *found;
	} cases[] = {
		{ "het programma Prettig Contact met de Overheid (PCMO) van",
		  "PCMO=Prettig Contact met de Overheid" },
		{ "integrale sociaal-juridische dienstverlening (SJD) in",
		  "SJD=sociaal-juridische dienstverlening" },
		{ "Michiel van Nispen (SP)", "" },
		{ "in Zuid (Hillesluis)", "" },
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(Pilot) p = pilot_of(cases[i].text, "2020", NULL);
		g_autoptr(GPtrArray) found = abbreviations_find(p);
		g_assert_cmpstr(found->len ? found->pdata[0] : "", ==, cases[i].found);
	}
}

static void test_changes(void)
{
	g_autoptr(Pilot) old = pilot_of("Eén. Twee nr. 3. Drie.", "2020 – 2021", "2021-12-01");
	g_autoptr(Pilot) new = pilot_of("Eén. Drie. Vier!", "2020 – 2022", "2022-06-01");
	g_autoptr(GPtrArray) changes = changes_between(old, new);
	static const char *const wanted[] = { "- Twee nr. 3.", "+ Vier!", "- 2020 – 2021",
					      "+ 2020 – 2022" };

	g_assert_cmpuint(changes->len, ==, G_N_ELEMENTS(wanted));
	for (guint i = 0; i < changes->len; i++) {
		const Change *c = changes->pdata[i];
		g_autofree char *got = g_strdup_printf("%s %s", c->added ? "+" : "-", c->sentence);
		g_assert_cmpstr(got, ==, wanted[i]);
	}
}

int main(int argc, char **argv)
{
	g_autofree char *text = NULL;

	g_test_init(&argc, &argv, NULL);
	g_assert_true(g_file_get_contents("corpus/feiten.lst", &text, NULL, NULL));
	words = factwords_parse(text, NULL);
	g_assert_nonnull(words);
	g_test_add_func("/facts/status", test_status);
	g_test_add_func("/facts/unseen", test_unseen);
	g_test_add_func("/facts/places", test_places);
	g_test_add_func("/facts/provinces", test_provinces);
	g_test_add_func("/facts/municipalities", test_municipalities);
	g_test_add_func("/facts/organisations", test_organisations);
	g_test_add_func("/facts/kamerstukken", test_kamerstukken);
	g_test_add_func("/facts/citations", test_citations);
	g_test_add_func("/facts/abbreviations", test_abbreviations);
	g_test_add_func("/facts/changes", test_changes);
	int status = g_test_run();
	factwords_free(words);
	return status;
}

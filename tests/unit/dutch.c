/* Dutch analysis, by tables: a text and the tokens that it must give. */
#include <string.h>

#include "dutch.h"
#include "numbers.h"
#include "sentences.h"

static Dutch *dutch;

/* "exact/stem@position" per word, + behind joined forms, * behind completed ones, ~ behind
 * articles, and "<" before parts. */
static void append(const DutchToken *t, gpointer user)
{
	GString *out = user;

	g_string_append_printf(out, "%s%s%s/%s", out->len ? " " : "",
			       t->kind == DUTCH_PART ? "<" : "", t->exact, t->stem);
	if (t->kind == DUTCH_WORD)
		g_string_append_printf(out, "@%u", t->position);
	else if (t->kind != DUTCH_PART)
		g_string_append_c(out, t->kind == DUTCH_COMPLETED ? '*'
				       : t->kind == DUTCH_ARTICLE ? '~'
								  : '+');
	if (t->stop)
		g_string_append_c(out, '!');
}

static const struct {
	const char *text, *tokens;
} cases[] = {
	{ "Huurders huren", "huurders/huurder@1 <huur/hur huren/hur@2" },
	{ "huurgeschil", "huurgeschil/huurgeschil@1 <huur/hur <geschil/geschil" },
	{ "HUURGESCHIL", "huurgeschil/huurgeschil@1" },
	{ "Cliënt client", "cliënt/client@1 client/client@2" },
	{ "de raad", "de/de@1! raad/rad@2" },
	{ "De cli\u00ADënt", "de/de@1! cliënt/client@2" },
	{ "clie\u0308nt", "cliënt/client@1" },
	{ "rechts-hulp", "rechts/recht@1 rechtshulp/rechtshulp+ hulp/hulp@2" },
	{ "Consumenten- recht",
	  "consumenten/consument@1 consumentenrecht/consumentenrecht+ recht/recht@2" },
	{ "gewelds- en zedenmisdrijven",
	  "gewelds/geweld@1 geweldsmisdrijven/geweldsmisdrijf* en/en@2! "
	  "zedenmisdrijven/zedenmisdrijf@3 <zeden/zed <misdrijven/misdrijf" },
	{ "in- en uitstroom", "in/in@1! instroom/instrom* en/en@2! uitstroom/uitstrom@3" },
	{ "tuinen- en", "tuinen/tuin@1 en/en@2!" },
	{ "huis- en tuin", "huis/huis@1 en/en@2! tuin/tuin@3" },
	{ "monumentenpanden en -tuinen",
	  "monumentenpanden/monumentenpand@1 <monumenten/monument <panden/pand en/en@2! "
	  "monumententuinen/monumententuin* tuinen/tuin@3" },
	{ "(v)echtscheiding", "vechtscheiding/vechtscheid@1 <vecht/vecht <scheiding/scheid "
			      "echtscheiding/echtscheid+ <echt/echt <scheiding/scheid" },
	{ "cliënt(en)", "cliënten/client@1 cliënt/client+" },
	{ "kind(eren).", "kinderen/kind@1 kind/kind+" },
	{ "(rechts-)hulp", "rechts/recht@1 rechtshulp/rechtshulp+ hulp/hulp@2" },
	{ "regie(zitting-)rol", "regie/regie@1 regiezittingrol/regiezittingrol+ regierol/regierol+ "
				"zitting/zit@2 rol/rol@3" },
	{ "(juridische)", "juridische/juridisch@1" },
	{ "J&V e.d. c.s.", "j&v/j&v@1 ed/ed@2! cs/cs@3" },
	{ "uitelkaar.nl", "uitelkaar.nl/uitelkaar.nl@1 uitelkaar/uitelkar+" },
	{ "10.000 of 3,5", "10000/10000@1 of/of@2! 3,5/3,5@3" },
	{ "31 753, 31.753 en 31753", "31753/31753@1 31753/31753@2 en/en@3! 31753/31753@4" },
	{ "31\u00a0753 of 31\u202f753", "31753/31753@1 of/of@2! 31753/31753@3" },
	{ "31 753 33 552", "31/31@1 753/753@2 33/33@3 552/552@4" }, /* a row of more is not sure */
	{ "€ 1.250,50 of 1 250,50", "€/euro@1 1250,50/1250,50@2 of/of@3! 1250,50/1250,50@4" },
	{ "1.250.000", "1250000/1250000@1" },
	{ "1 234 567 890 euro", "1234567890/1234567890@1 euro/euro@2" },
	{ "1 250 000 en 250 000", "1250000/1250000@1 en/en@2! 250000/250000@3" },
	{ "12 345 en", "12345/12345@1 en/en@2!" },
	{ "in 2019 300 zaken", "in/in@1! 2019/2019@2 300/300@3 zaken/zak@4" },
	{ "2021 123 mensen", "2021/2021@1 123/123@2 mensen/mens@3" },
	{ "2018/2019 31 753", "2018/2018@1 2019/2019@2 31753/31753@3" },
	{ "2018/19 31 753", "2018/2018@1 19/19@2 31753/31753@3" },
	{ "31 753/33 552", "31753/31753@1 33552/33552@2" },
	{ "31753/33 552", "31753/31753@1 33552/33552@2" },
	{ "31 753-248", "31753/31753@1 31753248/31753248+ 248/248@2" },
	{ "nrs. 180 en 190", "nrs/nrs@1! 180/180@2 en/en@3! 190/190@4" },
	{ "06 123 456 78", "06/06@1 123/123@2 456/456@3 78/78@4" },
	{ "+31 612 345 678", "31/31@1 612/612@2 345/345@3 678/678@4" },
	{ "070 370 791", "070/070@1 370/370@2 791/791@3" },
	{ "06-12345678", "06/06@1 0612345678/0612345678+ 12345678/12345678@2" },
	{ "1 100 200 300 400", "1/1@1 100/100@2 200/200@3 300/300@4 400/400@5" },
	{ "3,5 300 2.1 400", "3,5/3,5@1 300/300@2 2.1/2.1@3 400/400@4" },
	{ "12 345 6e 31 753a", "12345/12345@1 6e/6e@2 31/31@3 753a/753a@4" },
	{ "12 345  678", "12345/12345@1 678/678@2" },
	{ "31.3.2021 0.250 31.7531", "31.3.2021/31.3.2021@1 0.250/0.250@2 31.7531/31.7531@3" },
	{ "artikel 7:904 BW",
	  "artikel/artikel@1 artikel 7:904/artikel 7:904~ 7:904/7:904@2 bw/bw@3" },
	{ "Art. 12 lid 3", "art/art@1 artikel 12/artikel 12~ 12/12@2 lid/lid@3 3/3@4" },
	{ "artt. 11, 12a en 13.", "artt/art@1 artikel 11/artikel 11~ artikel 12a/artikel 12a~ "
				  "artikel 13/artikel 13~ 11/11@2 12a/12a@3 en/en@4! 13/13@5" },
	{ "artikelen 2.1 t/m 2.4", "artikelen/artikel@1 artikel 2.1/artikel 2.1~ "
				   "artikel 2.4/artikel 2.4~ 2.1/2.1@2 t/t@3! m/m@4 2.4/2.4@5" },
	{ "artikel 12 en 13 zaken", "artikel/artikel@1 artikel 12/artikel 12~ 12/12@2 en/en@3! "
				    "13/13@4 zaken/zak@5" },
	{ "artikel 12ab BW", "artikel/artikel@1 artikel 12ab/artikel 12ab~ 12ab/12ab@2 bw/bw@3" },
	{ "artikel 12abc", "artikel/artikel@1 12abc/12abc@2" },
	{ "art.12", "art.12/art.12@1 artikel 12/artikel 12~" },
	{ "artt. 12 13", "artt/art@1 artikel 12/artikel 12~ 12/12@2 13/13@3" },
	{ "artikel 12 345", "artikel/artikel@1 12345/12345@2" },
	{ "de art 12e", "de/de@1! art/art@2 artikel 12e/artikel 12e~ 12e/12e@3" },
	{ "artikelen over 12", "artikelen/artikel@1 over/over@2! 12/12@3" },
	{ "€ 10", "€/euro@1 10/10@2" },
	{ "2^e-lijns", "2e/2e@1 2elijns/2elijn+ lijns/lijn@2" },
	{ "2021.¹ Op", "2021/2021@1 op/op@2!" },
	{ "foto's zo’n", "foto's/foto@1 zo'n/zon@2" },
	{ "pc's of a's", "pc's/pc@1 of/of@2! a's/as@3" },
	{ "'Samen Recht'", "samen/sam@1 recht/recht@2" },
	{ "en/of", "en/en@1! of/of@2!" },
	{ "(zitting b) (", "zitting/zit@1 b/b@2" },
	{ " - -- ", "" },
	{ "", "" },
};

/* Forms of one word have one stem, and words that are not have not. */
static void test_stems(void)
{
	static const struct {
		const char *one, *other;
		gboolean same;
	} pairs[] = {
		{ "scheiden", "scheiding", TRUE },
		{ "scheiden", "gescheiden", TRUE },
		{ "huizen", "huis", TRUE },
		{ "brieven", "brief", TRUE },
		{ "raadslieden", "raadsman", TRUE },
		{ "kinderen", "kind", TRUE },
		{ "gemeentes", "gemeente", TRUE },
		{ "gemeenten", "gemeente", TRUE },
		{ "geschillen", "geschil", TRUE },
		{ "evaluaties", "evaluatie", TRUE },
		{ "procedures", "procedure", TRUE },
		{ "leden", "lid", TRUE },
		{ "steden", "stad", TRUE },
		{ "problemen", "probleem", TRUE },
		{ "bezwaren", "bezwaar", TRUE },
		{ "processen", "proces", TRUE },
		{ "adviezen", "advies", TRUE },
		{ "geïnformeerd", "geinformeerd", TRUE },
		{ "huurcommissies", "huurcommissie", TRUE },
		{ "sociaal", "sociale", TRUE },
		{ "financieel", "financiële", TRUE },
		{ "individueel", "individuele", TRUE },
		{ "koning", "kon", FALSE },
		{ "bezwaar", "bezwaarlijk", FALSE },
		{ "huur", "verhuur", FALSE },
		{ "recht", "rechter", FALSE },
		{ "raad", "draad", FALSE },
		{ "proces", "procent", FALSE },
		{ "kwaliteit", "kwaal", FALSE },
		{ "gemeente", "mening", FALSE },
	};
	for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++) {
		g_autoptr(GString) a = g_string_new(NULL);
		g_autoptr(GString) b = g_string_new(NULL);
		dutch_analyse(dutch, pairs[i].one, strlen(pairs[i].one), append, a);
		dutch_analyse(dutch, pairs[i].other, strlen(pairs[i].other), append, b);
		g_autofree char *x =
			g_strndup(strchr(a->str, '/'), strcspn(strchr(a->str, '/'), "@"));
		g_autofree char *y =
			g_strndup(strchr(b->str, '/'), strcspn(strchr(b->str, '/'), "@"));
		if ((strcmp(x, y) == 0) != pairs[i].same)
			g_error("%s%s and %s%s", pairs[i].one, x, pairs[i].other, y);
	}
}

static void test_tokens(void)
{
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GString) out = g_string_new(NULL);
		dutch_analyse(dutch, cases[i].text, strlen(cases[i].text), append, out);
		g_assert_cmpstr(out->str, ==, cases[i].tokens);
	}
}

/* ---- the sieve --------------------------------------------------------------------- */

typedef struct {
	GPtrArray *stems;
	const char *wanted; /* a stem to look for … */
	gboolean found;     /* … and whether it was told of */
} Seen;

/* What a part is completed from stands no further than some words away. */
static void test_suspended(void)
{
	static const char *const texts[] = {
		"straf-, bestuurs-, belasting-, familie-, arbeids- en huurrecht",
		"straf-, bestuurs-, belasting-, familie-, arbeids-, jeugd- en huurrecht",
	};
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autoptr(GString) out = g_string_new(NULL);
		dutch_analyse(dutch, texts[i], strlen(texts[i]), append, out);
		g_assert_cmpint(strstr(out->str, "strafrecht/") != NULL, ==, i == 0);
		g_assert_nonnull(strstr(out->str, "bestuursrecht/"));
	}
}

/* Where sentences end: "|" between them. */
static void test_sentences(void)
{
	static const char *const texts[][2] = {
		{ "Een zin. Nog een? Ja! Einde", "Een zin.|Nog een?|Ja!|Einde" },
		{ "1. Doorontwikkelen. 12. Stoppen.", "1. Doorontwikkelen.|12. Stoppen." },
		{ "Zie art. 12 en bijv. Delft. Klaar.", "Zie art. 12 en bijv. Delft.|Klaar." },
		{ "In 2021. Daarna niet.", "In 2021.|Daarna niet." },
		{ "Hij zei (zacht.) Toen niets.¹ Einde.", "Hij zei (zacht.)|Toen niets.¹|Einde." },
	};
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autoptr(GArray) found = sentences_of(texts[i][0]);
		g_autoptr(GString) out = g_string_new(NULL);
		for (guint k = 0; k < found->len; k++) {
			const Sentence *s = &g_array_index(found, Sentence, k);
			g_string_append(out, k ? "|" : "");
			g_string_append_len(out, texts[i][0] + s->start,
					    (gssize)(s->end - s->start));
		}
		g_assert_cmpstr(out->str, ==, texts[i][1]);
	}
}

static void see(const DutchToken *t, gpointer user)
{
	Seen *s = user;

	if (s->wanted)
		s->found |= strcmp(t->stem, s->wanted) == 0;
	else
		g_ptr_array_add(s->stems, g_strdup(t->stem));
}

/* Each stem of a text, looked for alone, is found in it. */
static void check_sieve(const char *text)
{
	g_autoptr(GPtrArray) stems = g_ptr_array_new_with_free_func(g_free);
	Seen all = { stems, NULL, FALSE };

	dutch_analyse(dutch, text, strlen(text), see, &all);
	for (guint i = 0; i < stems->len; i++) {
		g_autoptr(DutchSieve) sieve = dutch_sieve_new();
		Seen one = { NULL, stems->pdata[i], FALSE };
		dutch_sieve_add(sieve, one.wanted);
		dutch_analyse_some(dutch, text, strlen(text), sieve, see, &one);
		if (!one.found)
			g_error("\"%s\" is held back in \"%s\"", one.wanted, text);
	}
}

/* Words of our lists and texts; and of Debian's, where that is installed. */
static void test_sieve(void)
{
	static const char *const files[] = {
		"lib/dutch/lexicon/parts.tsv",           "lib/dutch/data/stems.txt",
		"tests/relevance/compounds.txt",         "tests/relevance/keep-whole.txt",
		"tests/relevance/kamervragen-annex.txt", "/usr/share/dict/dutch"
	};
	guint words = 0, passed = 0;
	g_autoptr(DutchSieve) sieve = dutch_sieve_new();

	g_autofree char *nothing = g_strdup(""); /* what is behind it is not read */
	dutch_sieve_add(sieve, nothing);
	g_assert_false(dutch_sieve_passes(sieve, "huur"));
	dutch_sieve_add(sieve, "huurgeschil");
	dutch_sieve_add(sieve, "huur");
	for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
		g_autofree char *text = NULL;
		if (!g_file_get_contents(files[i], &text, NULL, NULL))
			continue;
		g_auto(GStrv) all = g_strsplit_set(text, " \t\n*=<>", -1);
		for (char **word = all; *word; word++) {
			if (!**word || strlen(*word) > 100 || !g_utf8_validate(*word, -1, NULL))
				continue;
			if (g_ascii_isdigit(**word))
				continue; /* counts, in our lists */
			check_sieve(*word);
			words++;
			passed += dutch_sieve_passes(sieve, *word);
		}
	}
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
		check_sieve(cases[i].text);
	g_assert_cmpuint(words, >, 40000);
	g_assert_cmpuint(passed, <, words / 4);
	g_test_message("%u of %u words pass", passed, words);
}

/* Every token's byte and character offsets cut out the letters that it is of. */
static void check_offsets(const DutchToken *t, gpointer user)
{
	const char *text = user;
	g_autofree char *bytes = g_strndup(text + t->start, t->end - t->start);
	g_autofree char *chars = g_utf8_substring(text, t->char_start, t->char_end);

	g_assert_cmpstr(bytes, ==, chars);
	if (t->kind == DUTCH_WORD && !strpbrk(bytes, "(^")) {
		g_autofree char *lower = dutch_lower(bytes);
		numbers_ungroup(lower);
		g_assert_cmpstr(lower, ==, t->exact);
	}
}

static void test_offsets(void)
{
	static const char *const texts[] = {
		"Eén cliënt(en), € 10 miljoen – (rechts-)hulp.",
		"regie(zitting-)rol van de (v)echtscheidingen ¹ ﬁn",
		"«Ĳsselstreek» café- bar 2^e-lijns",
		"één 31\u00a0753, 1.250,50 – art. 12 en 13 é",
	};
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
		dutch_analyse(dutch, texts[i], strlen(texts[i]), check_offsets, (gpointer)texts[i]);
}

static void count(const DutchToken *t, gpointer user)
{
	g_assert_cmpuint(strlen(t->exact), <=, 400);
	++*(guint *)user;
}

static void test_long_runs(void)
{
	g_autofree char *run = g_strnfill(100000, 'a');
	guint n = 0;

	dutch_analyse(dutch, run, strlen(run), count, &n);
	g_assert_cmpuint(n, >=, 500);
	memset(run, '1', 100000);
	n = 0;
	dutch_analyse(dutch, run, strlen(run), count, &n);
	g_assert_cmpuint(n, ==, 500);
	memset(run, '(', 100000);
	n = 0;
	dutch_analyse(dutch, run, strlen(run), count, &n);
	g_assert_cmpuint(n, ==, 0);
}

static void test_fold(void)
{
	static const char *const folds[][2] = {
		{ "Één", "een" },      { "Ĳssel", "ijssel" }, { "Straße", "strasse" },
		{ "FOTO’S", "fotos" }, { "Œuvre", "oeuvre" }, { "co\u00ADöp", "coop" },
	};
	for (gsize i = 0; i < G_N_ELEMENTS(folds); i++) {
		g_autofree char *got = dutch_fold(folds[i][0]);
		g_assert_cmpstr(got, ==, folds[i][1]);
	}
}

static void test_correct(void)
{
	static const char *const correct[] = { "wethouders", "budget", "failliet",    "tolk",
					       "clienten",   "fotos",  "huurprobleem" };
	static const char *const wrong[] = { "wethuoders", "bugdet", "alimentaite", "" };

	for (gsize i = 0; i < G_N_ELEMENTS(correct); i++)
		g_assert_true(dutch_is_correct(correct[i]));
	for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++)
		g_assert_false(dutch_is_correct(wrong[i]));
}

static void test_fingerprint(void)
{
	g_assert_true(g_str_has_prefix(dutch_fingerprint(), "dutch-"));
	g_assert_true(dutch_fingerprint() == dutch_fingerprint());
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	dutch = dutch_new();
	g_test_add_func("/dutch/tokens", test_tokens);
	g_test_add_func("/dutch/suspended", test_suspended);
	g_test_add_func("/dutch/sentences", test_sentences);
	g_test_add_func("/dutch/sieve", test_sieve);
	g_test_add_func("/dutch/stems", test_stems);
	g_test_add_func("/dutch/offsets", test_offsets);
	g_test_add_func("/dutch/long-runs", test_long_runs);
	g_test_add_func("/dutch/fold", test_fold);
	g_test_add_func("/dutch/correct", test_correct);
	g_test_add_func("/dutch/fingerprint", test_fingerprint);
	int status = g_test_run();
	dutch_free(dutch);
	return status;
}

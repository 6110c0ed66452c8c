/* Pasted questions into single ones. */
#include "questions.h"

#include <string.h>

/* How questions are pasted, and what they are: a form a row, written down before it was tried. */
static const struct {
	const char *form, *text, *questions;
} forms[] = {
	/* numbers */
	{ "number and full stop", "1. Een?\n2. Twee?", "1|Een?\n2|Twee?\n" },
	{ "number and bracket", "1) Een?\n2) Twee?\n   gaat door", "1|Een?\n2|Twee? gaat door\n" },
	{ "number in brackets", "(1) Een?\n(2) Twee?", "1|Een?\n2|Twee?\n" },
	{ "number and colon", "1: Een?\n2: Twee?", "1|Een?\n2|Twee?\n" },
	{ "number and dash", "1 - Een?\n2 – Twee?", "1|Een?\n2|Twee?\n" },
	{ "number and space", "1 Bent u er?\n2 Klopt het?", "1|Bent u er?\n2|Klopt het?\n" },
	{ "number and tab", "1\tBent u er?\n2\tis het waar?", "1|Bent u er?\n2|is het waar?\n" },
	{ "empty line, number and tab", "1 \tBent u er?\n\n2 \tKlopt het?\n",
	  "1|Bent u er?\n2|Klopt het?\n" },
	{ "number above", "1\nEen?\n\n2\nTwee?\n", "1|Een?\n2|Twee?\n" },
	{ "number and full stop above", "1.\nEen?\n2.\nTwee?\n", "1|Een?\n2|Twee?\n" },
	{ "all in one line", "1. Een? 2. Twee? 3. Drie?", "1|Een?\n2|Twee?\n3|Drie?\n" },
	{ "some in one line", "1. Een? 2. Twee?\n3. Drie? 4. Vier?",
	  "1|Een?\n2|Twee?\n3|Drie?\n4|Vier?\n" },
	{ "all in one line behind an introduction",
	  "Mijn vragen: 1) Bent u er? 2) Zo ja, hoe? 3) Waarom?",
	  "1|Bent u er?\n2|Zo ja, hoe?\n3|Waarom?\n" },
	{ "from another number", "4. Vier?\n5. Vijf?\n6. Zes?", "4|Vier?\n5|Vijf?\n6|Zes?\n" },
	{ "two ways of writing numbers", "1. Een?\n2) Twee?\n3 Drie?",
	  "1|Een?\n2|Twee?\n3|Drie?\n" },
	{ "a number is left out", "1. Een?\n2. Twee?\n4. Vier?", "1|Een?\n2|Twee?\n4|Vier?\n" },
	{ "ten and more", "1 A?\n2 B?\n3 C?\n4 D?\n5 E?\n6 F?\n7 G?\n8 H?\n9 I?\n10 J?\n11 K?",
	  "1|A?\n2|B?\n3|C?\n4|D?\n5|E?\n6|F?\n7|G?\n8|H?\n9|I?\n10|J?\n11|K?\n" },
	/* numbers that are none */
	{ "a year", "1. Hoe was het in\n2021 was het jaar?\n2. Twee?",
	  "1|Hoe was het in 2021 was het jaar?\n2|Twee?\n" },
	{ "an amount", "1 Kost het meer dan\n2 miljoen euro per jaar?\n2 Bent u er?",
	  "1|Kost het meer dan 2 miljoen euro per jaar?\n2|Bent u er?\n" },
	{ "an amount, and no other question", "1 Kost het meer dan\n2 miljoen euro per jaar?",
	  "1|Kost het meer dan 2 miljoen euro per jaar?\n" },
	{ "a number before a capital", "1 Wat kost het bij\n2 Nederlandse bedrijven?\n2 Klopt het?",
	  "1|Wat kost het bij 2 Nederlandse bedrijven?\n2|Klopt het?\n" },
	{ "thousands", "1. Kost het\n1.500 euro?\n2. Twee?", "1|Kost het 1.500 euro?\n2|Twee?\n" },
	{ "thousands of the same number", "1. Een?\n2. Kost het\n2.500 euro\n3. Graag cijfers.",
	  "1|Een?\n2|Kost het 2.500 euro\n3|Graag cijfers.\n" },
	{ "an amount and no numbers", "10 miljoen is veel, of niet?\n\nEn 20 miljoen?",
	  "1|10 miljoen is veel, of niet?\n2|En 20 miljoen?\n" },
	{ "a date", "Den Haag,\n1 november 2021\n\n1 Bent u er?\n2 Klopt het?",
	  "1|Bent u er?\n2|Klopt het?\n" },
	{ "a part of a word", "1. Hoeveel CO\n2-uitstoot is er?\n2. Twee?",
	  "1|Hoeveel CO 2-uitstoot is er?\n2|Twee?\n" },
	{ "numbers of headings",
	  "1. Inleiding\nDit is lang.\n2. Vragen\n1. Een?\n2. Twee?\n3. Drie?",
	  "1|Een?\n2|Twee?\n3|Drie?\n" },
	{ "a list in a question", "1. Kunt u aangeven:\n1) hoeveel;\n2) hoe lang?\n2. Twee?",
	  "1|Kunt u aangeven: 1) hoeveel; 2) hoe lang?\n2|Twee?\n" },
	/* labels */
	{ "label above", "Vraag 1\nEen?\n\nVraag 2\nTwee?\n", "1|Een?\n2|Twee?\n" },
	{ "label and colon", "Vraag 1: Een?\nVraag 2: Twee?", "1|Een?\n2|Twee?\n" },
	{ "label and full stop", "Vraag 1. Een?\nVRAAG 2. Twee?", "1|Een?\n2|Twee?\n" },
	{ "several in a label", "Vraag 1\nEen?\nVraag 2 en 3\nTwee? Drie?\nVragen 4, 5 en 6\nVier?",
	  "1|Een?\n2 en 3|Twee? Drie?\n4, 5 en 6|Vier?\n" },
	{ "label in square brackets", "Vraag [1, 2]\nEen?\nVraag 3\nDrie?",
	  "1, 2|Een?\n3|Drie?\n" },
	{ "labels out of order", "Vraag 1, 4\nEen?\nVraag 2\nTwee?", "1, 4|Een?\n2|Twee?\n" },
	{ "labels in one line", "Vraag 1: Een? Antwoord 1: Ja. Vraag 2: Twee? Antwoord 2: Nee.",
	  "1|Een?\n2|Twee?\n" },
	{ "a question names another",
	  "Vraag 1\nEen?\nVraag 2\nHoe kan dat (uit\nvraag 3) zijn?\n"
	  "Vraag 3\nDrie?",
	  "1|Een?\n2|Hoe kan dat (uit vraag 3) zijn?\n3|Drie?\n" },
	{ "numbers below labels",
	  "Vraag 1\nEen?\n1\nZie met name ISO 27001\n2\nKamerstuk 29 282\n"
	  "Vraag 2\nTwee?",
	  "1|Een?\n2|Twee?\n" },
	/* sub-questions */
	{ "sub-questions of what asks", "3. Kent u het?\na. Sinds wanneer?\nb. Van wie?\n4. Vier?",
	  "3|Kent u het?\n3a|Sinds wanneer?\n3b|Van wie?\n4|Vier?\n" },
	{ "sub-questions of what does not",
	  "1. Kunt u aangeven:\na) hoeveel;\nb) hoe lang?\n2. Twee?",
	  "1a|Kunt u aangeven: hoeveel;\n1b|Kunt u aangeven: hoe lang?\n2|Twee?\n" },
	{ "sub-questions with their number", "1. Een?\n2a. Twee?\n2b. Ook?\n3. Drie?",
	  "1|Een?\n2a|Twee?\n2b|Ook?\n3|Drie?\n" },
	{ "the first sub-question behind the number", "1. Een?\n2. a. Twee?\nb. Ook?\n3. Drie?",
	  "1|Een?\n2a|Twee?\n2b|Ook?\n3|Drie?\n" },
	{ "sub-questions in labels", "Vraag 1a\nEen?\nVraag 1b\nOok?\nVraag 2\nTwee?",
	  "1a|Een?\n1b|Ook?\n2|Twee?\n" },
	{ "sub-questions below a label", "Vraag 1\nKent u het?\n(a) Sinds wanneer?\n(b) Hoe?",
	  "1|Kent u het?\n1a|Sinds wanneer?\n1b|Hoe?\n" },
	{ "sub-questions by numbers", "1. Een?\n2. Twee?\n2.1 Hoe?\n2.2 Wat?\n3. Drie?",
	  "1|Een?\n2|Twee?\n2.1|Hoe?\n2.2|Wat?\n3|Drie?\n" },
	{ "sub-questions with capitals", "1. Kent u het?\nA. Sinds wanneer?\nB. Van wie?",
	  "1|Kent u het?\n1a|Sinds wanneer?\n1b|Van wie?\n" },
	{ "a letter that is not the next", "1. Kent u het?\na. Hoe?\nc. bijvoorbeeld dit?",
	  "1|Kent u het?\n1a|Hoe? c. bijvoorbeeld dit?\n" },
	{ "letters of a name and an article",
	  "1. Wat vindt u van\nA. Jansen?\n2. Wat staat in artikel 3, onder\na. van de wet?",
	  "1|Wat vindt u van A. Jansen?\n2|Wat staat in artikel 3, onder a. van de wet?\n" },
	{ "letters alone", "a. Een?\nb. Twee?", "a|Een?\nb|Twee?\n" },
	/* bullets */
	{ "bullets", "• Een?\n• Twee?", "1|Een?\n2|Twee?\n" },
	{ "dashes", "- Een?\n- Twee?\n- Drie?", "1|Een?\n2|Twee?\n3|Drie?\n" },
	{ "long dashes", "– Een?\n– Twee,\n– denkt u – of niet?",
	  "1|Een?\n2|Twee, – denkt u – of niet?\n" },
	{ "stars", "* Een?\n* Twee?\n  Zo nee, waarom niet?",
	  "1|Een?\n2|Twee? Zo nee, waarom niet?\n" },
	{ "Word's bullets", "\xEF\x82\xB7\tEen?\n\xEF\x82\xB7\tTwee?\n\xEF\x82\xA7\tDrie?",
	  "1|Een?\n2|Twee?\n3|Drie?\n" },
	{ "a middle dot", "·       Een?\n·       Twee?", "1|Een?\n2|Twee?\n" },
	{ "bullets below bullets", "• Een?\no\tEerst\no\tDan?\n• Twee?",
	  "1|Een? o Eerst o Dan?\n2|Twee?\n" },
	{ "bullets below a number", "1. Kunt u aangeven:\n- hoeveel;\n- hoe lang?\n2. Twee?",
	  "1|Kunt u aangeven: - hoeveel; - hoe lang?\n2|Twee?\n" },
	/* nothing before them */
	{ "a line each", "Bent u er?\nKlopt het?\nHoe lang nog?",
	  "1|Bent u er?\n2|Klopt het?\n3|Hoe lang nog?\n" },
	{ "a paragraph each", "Een zin.\n\nKlopt dit?\n\nEn dat?", "1|Klopt dit?\n2|En dat?\n" },
	{ "of several sentences", "Er is veel te doen. Klopt dit? Zo nee, waarom niet?\n\nEn dat?",
	  "1|Er is veel te doen. Klopt dit? Zo nee, waarom niet?\n2|En dat?\n" },
	{ "broken into lines",
	  "Bent u op de hoogte van het\nbericht, en wat vindt u ervan? Klopt\n"
	  "dit wel?\n\nEn dat?",
	  "1|Bent u op de hoogte van het bericht, en wat vindt u ervan? Klopt dit wel?\n2|En "
	  "dat?\n" },
	{ "broken behind a question mark",
	  "Klopt het dat dit zo is en dat het\nzo blijft? Waarom is dat zo?\nDit is toch niet "
	  "goed\nvoor de huurders?",
	  "1|Klopt het dat dit zo is en dat het zo blijft? Waarom is dat zo? Dit is toch niet goed "
	  "voor de huurders?\n" },
	{ "if so, if not", "Bent u er?\nZo nee, waarom niet?\nKlopt het?",
	  "1|Bent u er? Zo nee, waarom niet?\n2|Klopt het?\n" },
	{ "no question mark", "alleen wat woorden", "1|alleen wat woorden\n" },
	/* notes */
	{ "glued digits",
	  "1 Kent u het bericht dat is verschenen?1 2\n2 Wat staat in het rapport.[1] "
	  "Klopt het?",
	  "1|Kent u het bericht dat is verschenen?\n2|Wat staat in het rapport. Klopt het?\n" },
	{ "digits glued to words",
	  "1. Kent u «Het recht»2 van de commissie3?\n2. Hoeveel CO2 is er?",
	  "1|Kent u «Het recht» van de commissie?\n2|Hoeveel CO2 is er?\n" },
	{ "digits that are no notes", "1. Hielp covid19 in de jaren ’90?\n2. Wat kost 2,5 m2?",
	  "1|Hielp covid19 in de jaren ’90?\n2|Wat kost 2,5 m2?\n" },
	{ "two digits glued to a word", "1. Kent u de informatiekaart10 van de NZa?",
	  "1|Kent u de informatiekaart van de NZa?\n" },
	{ "numbers of notes in brackets", "1. Kent u het bericht? 1)\n2. Klopt het? 2) 3)",
	  "1|Kent u het bericht?\n2|Klopt het?\n" },
	{ "notes below",
	  "1. Een?\n2. Twee?\n\n1) Trouw, 1 november 2021\n2) https://x.example\n"
	  "3) NRC, 3 november",
	  "1|Een?\n2|Twee?\n" },
	{ "notes below with numbers like the questions",
	  "1. Een?\n2. Twee?\n\n1. Trouw\n2. NRC\n3. AD", "1|Een?\n2|Twee?\n" },
	{ "notes that ask", "1. Een?\n2. Twee?\n\n1) Trouw, «Wie betaalt?»\n2) NRC",
	  "1|Een?\n2|Twee?\n" },
	{ "notes with an address", "1. Een?\n2. Twee?\n1) https://x.example?id=3\n2) NRC",
	  "1|Een?\n2|Twee?\n" },
	{ "notes between", "1. Een?\n[1] NRC, 3 november\n2. Twee?", "1|Een?\n2|Twee?\n" },
	{ "glued notes",
	  "Vraag 1\nEen?\n1NRC, 3 november\n2Kamerstuk 29 282, nr. 521\nVraag 2\nTwee?",
	  "1|Een?\n2|Twee?\n" },
	{ "a note in the middle of a question",
	  "Vraag 1\nIs dit wat u\n1NRC, 3 november\nkv-tk-2024Z1\n"
	  "heeft gezegd?\nVraag 2\nTwee?",
	  "1|Is dit wat u heeft gezegd?\n2|Twee?\n" },
	{ "a note in the middle of a sentence",
	  "Vraag 1\nIs dit wat u\n1NRC, 3 november\nheeft gezegd?\nVraag 2\nTwee?",
	  "1|Is dit wat u heeft gezegd?\n2|Twee?\n" },
	{ "a note and a page in the middle of a sentence",
	  "Vraag 1\nIs dit wat de\n1NRC, 3 november\nah-tk-20232024-1\nMinister heeft gezegd?",
	  "1|Is dit wat de Minister heeft gezegd?\n" },
	/* what stands around them */
	{ "who asks whom",
	  "Vragen van het lid Jansen (SP) aan de minister, ingezonden 3 november 2021\n1. Een?",
	  "1|Een?\n" },
	{ "who asks whom in a question",
	  "Vragen van het lid Jansen (SP) over het bericht ‘Wie betaalt?’ (ingezonden 3 maart "
	  "2022)\n"
	  "\nBent u er?\n\nKlopt het?",
	  "1|Bent u er?\n2|Klopt het?\n" },
	{ "two members ask",
	  "Vragen van het lid Jansen (SP) over huur\n1. Een?\n2. Twee?\n\n"
	  "Vragen van het lid Pietersen (VVD) over scheiden\n1. Drie?\n2. Vier?",
	  "1|Een?\n2|Twee?\n1|Drie?\n2|Vier?\n" },
	{ "answers", "Vraag 1\nEen?\n\nAntwoord 1\nJa.\n\nVraag 2\nTwee?\n", "1|Een?\n2|Twee?\n" },
	{ "answers below numbers",
	  "1. Een?\nAntwoord:\nJa, om twee redenen:\n1. dit\n2. dat\n2. Twee?\n"
	  "Antwoord op vraag 2\nNee.",
	  "1|Een?\n2|Twee?\n" },
	{ "answers to several",
	  "Vraag 1: Een?\nVragen 2 en 3\nTwee? Drie?\nAntwoord op vraag 2 en "
	  "3\nNee.\nVraag 4 Vier?",
	  "1|Een?\n2 en 3|Twee? Drie?\n4|Vier?\n" },
	{ "the word answer", "1. Klopt het\nantwoord op eerdere vragen?\n2. Twee?",
	  "1|Klopt het antwoord op eerdere vragen?\n2|Twee?\n" },
	{ "the word answer and a colon", "1. Wat is het\nantwoord: ja of nee?\n2. Twee?",
	  "1|Wat is het antwoord: ja of nee?\n2|Twee?\n" },
	{ "an explanation", "1. Een?\n2. Twee?\n\nToelichting:\nDeze vragen dienen ter aanvulling.",
	  "1|Een?\n2|Twee?\n" },
	{ "the word of an explanation", "1. Wat is de\nBron\nvan dit bericht?\n2. Twee?",
	  "1|Wat is de Bron van dit bericht?\n2|Twee?\n" },
	{ "mail around it",
	  "Van: Jan\nOnderwerp: vragen\n\nHoi,\n\nZie hieronder.\n\n1. Een?\n\n2. Twee?\n"
	  "\nMet vriendelijke groet,\nJan",
	  "1|Een?\n2|Twee?\n" },
	{ "mail that is quoted", "> 1. Een?\n> 2. Twee\n> of niet?\n>\n> Groet, Jan",
	  "1|Een?\n2|Twee of niet?\n" },
	{ "mail around dashes", "Beste Jan,\n- Een?\n- Twee?\n\nAlvast dank!\nPiet",
	  "1|Een?\n2|Twee?\n" },
	{ "a heading between", "1. Een?\n\nOver de kosten\n\n2. Twee?", "1|Een?\n2|Twee?\n" },
	{ "a question of two paragraphs", "1. Er is veel.\n\nKlopt dit?\n\n2. Twee?",
	  "1|Er is veel. Klopt dit?\n2|Twee?\n" },
	{ "a question of two paragraphs that ask", "1. Een?\n\nEn ook nog?\n\n2. Twee?",
	  "1|Een? En ook nog?\n2|Twee?\n" },
	/* letters of other programs */
	{ "Windows line ends", "1. Een?\r\n2. Twee?\r\n", "1|Een?\n2|Twee?\n" },
	{ "line ends of old", "1. Een?\r2. Twee?\r", "1|Een?\n2|Twee?\n" },
	{ "Word's line breaks", "1. Een?\v2. Twee?", "1|Een?\n2|Twee?\n" },
	{ "no-break spaces", "1.\u00a0\u00a0Een?\n2.\u00a0Twee\u202fof niet?",
	  "1|Een?\n2|Twee of niet?\n" },
	{ "a no-break space behind a number", "1\u00a0Bent u er?\n2\u00a0Klopt het?",
	  "1|Bent u er?\n2|Klopt het?\n" },
	{ "marks without width", "\uFEFF1.\u200b Een?\n2. Be\u00adslist u?",
	  "1|Een?\n2|Beslist u?\n" },
	{ "words that are broken",
	  "1. Is rechts-\nbijstand er voor huur-\nen koopwoningen, en de ADR-\n"
	  "tool?",
	  "1|Is rechtsbijstand er voor huur- en koopwoningen, en de ADR- tool?\n" },
	/* nothing of it */
	{ "a number with nothing behind it", "1. Een?\n2.\n3. Drie?", "1|Een?\n3|Drie?\n" },
	{ "spaces", " \n\n", "" },
	{ "nothing", "", "" },
};

/* The questions as "number|text" lines. */
static char *split(const char *text, Split how)
{
	g_autoptr(Questions) q = questions_split(text, how);
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < q->all->len; i++) {
		const QuestionText *one = q->all->pdata[i];
		g_string_append_printf(out, "%s|%s\n", one->number, one->text);
	}
	return g_string_free(out, FALSE);
}

static void test_forms(void)
{
	for (gsize i = 0; i < G_N_ELEMENTS(forms); i++) {
		g_autofree char *got = split(forms[i].text, SPLIT_MARKS);
		if (strcmp(got, forms[i].questions) != 0)
			g_error("%s: got\n%swanted\n%s", forms[i].form, got, forms[i].questions);
	}
}

/* Who does not agree can tell where to split. */
static void test_told(void)
{
	static const char *const text = "1. Een?\n2) Twee\nof niet?\n\nDrie";
	static const char *const wanted[N_SPLITS] = {
		[SPLIT_MARKS] = "1|Een?\n2|Twee of niet?\n",
		[SPLIT_LINES] = "1|Een?\n2|Twee\n3|of niet?\n4|Drie\n",
		[SPLIT_PARAGRAPHS] = "1|Een? 2) Twee of niet?\n2|Drie\n",
		[SPLIT_NOWHERE] = "1|1. Een? 2) Twee of niet? Drie\n",
	};
	for (Split how = 0; how < N_SPLITS; how++) {
		g_autofree char *got = split(text, how);
		g_assert_cmpstr(got, ==, wanted[how]);
	}
	g_autofree char *above = split("1\nEen?\n3\nDrie?", SPLIT_LINES);
	g_assert_cmpstr(above, ==, "1|Een?\n3|Drie?\n");
}

/* What is left out is told of, but for who asks whom, which is the heading. */
static void test_left(void)
{
	g_autoptr(Questions) q = questions_split(
		"Vragen van het lid Jansen (SP) over\nde huur (ingezonden 3 maart\n2022).\n\nHoi,\n"
		"1. Een?\nAntwoord\nJa.\n2. Twee?\n\n1) Trouw\n2) NRC\n\nGroet, Jan",
		SPLIT_MARKS);
	g_ptr_array_add(q->left, NULL);
	g_autofree char *left = g_strjoinv("|", (char **)q->left->pdata);

	g_assert_cmpstr(q->heading, ==,
			"Vragen van het lid Jansen (SP) over de huur (ingezonden 3 maart 2022).");
	g_assert_cmpstr(left, ==, "Hoi,|Antwoord Ja.|1) Trouw 2) NRC|Groet, Jan");
}

/* Whatever is pasted, nothing breaks and the number is bounded. */
static void test_bounds(void)
{
	g_autoptr(GString) many = g_string_new(NULL);

	for (int i = 1; i <= 500; i++)
		g_string_append_printf(many, "%d. Vraag over huur?\n", i);
	g_autoptr(Questions) all = questions_split(many->str, SPLIT_MARKS);
	g_assert_cmpuint(all->all->len, ==, QUESTIONS_MAX);
	for (int seed = 0; seed < 500; seed++) {
		g_autoptr(GRand) rand = g_rand_new_with_seed((guint32)seed);
		g_autoptr(GString) text = g_string_new(NULL);
		for (int i = 0; i < 60; i++)
			g_string_append(text, ((const char *const[]) {
						      "1",
						      "2",
						      ".",
						      ")",
						      "\n",
						      " ",
						      "?",
						      "Vraag ",
						      "Antwoord",
						      "[",
						      "en ",
						      "t/m ",
						      "http://",
						      "é",
					      })[g_rand_int_range(rand, 0, 14)]);
		for (Split how = 0; how < N_SPLITS; how++) {
			g_autoptr(Questions) any = questions_split(text->str, how);
			g_assert_cmpuint(any->all->len, <=, QUESTIONS_MAX);
		}
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/questions/forms", test_forms);
	g_test_add_func("/questions/told", test_told);
	g_test_add_func("/questions/left", test_left);
	g_test_add_func("/questions/bounds", test_bounds);
	return g_test_run();
}

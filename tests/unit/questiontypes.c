/* What a question asks for, and which sentences say it: the file of the corpus, and files that are
 * wrong. */
#include "questiontypes.h"

#include <string.h>

static QuestionTypes *corpus_types(void)
{
	g_autofree char *text = NULL;
	g_autoptr(GError) error = NULL;

	g_assert_true(g_file_get_contents("corpus/vraagsoorten.ini", &text, NULL, &error));
	QuestionTypes *types = questiontypes_parse(text, &error);
	g_assert_no_error(error);
	return types;
}

/* A sentence that answers before one that does not. */
static void test_answers(void)
{
	static const struct {
		const char *question;
		SectionKind section;
		const char *answer, *other;
	} cases[] = {
		{ "Waarom is de proef gestopt?", SECTION_STAND_VAN_ZAKEN,
		  "Dat is gestopt, omdat er te weinig geld was.", "De proef is mooi." },
		{ "Hoeveel mensen zijn geholpen?", SECTION_STAND_VAN_ZAKEN,
		  "Er zijn 80 mensen geholpen.", "Er zijn mensen geholpen." },
		{ "Hoeveel mensen zijn geholpen?", SECTION_STAND_VAN_ZAKEN,
		  "Er zijn 80 mensen geholpen.", "Gestart op 1 december 2021." },
		{ "Hoeveel mensen zijn geholpen?", SECTION_STAND_VAN_ZAKEN,
		  "Er zijn 3 meisjes geholpen.", "Gestart op 3 mei." },
		{ "Wanneer is het klaar?", SECTION_STAND_VAN_ZAKEN, "In 2022 is het klaar.",
		  "Er zijn 20220 mensen." },
		{ "In welke gemeenten loopt het?", SECTION_STAND_VAN_ZAKEN, "Het loopt in Delft.",
		  "Het doet wat het moet." },
	};
	g_autoptr(QuestionTypes) types = corpus_types();

	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		guint asked = questiontypes_of(types, cases[i].question);
		double better = questiontypes_answer(types, asked, cases[i].section,
						     cases[i].answer, strlen(cases[i].answer));
		double worse = questiontypes_answer(types, asked, cases[i].section, cases[i].other,
						    strlen(cases[i].other));
		if (better <= worse)
			g_error("%s: %g for \"%s\", %g for \"%s\"", cases[i].question, better,
				cases[i].answer, worse, cases[i].other);
	}
}

/* Where the answer stands counts too, and what is no question has no type. */
static void test_sections(void)
{
	g_autoptr(QuestionTypes) types = corpus_types();
	guint asked = questiontypes_of(types, "Hoe lang duurt het?");

	g_assert_cmpfloat(questiontypes_answer(types, asked, SECTION_LOOPTIJD, "x", 1), >,
			  questiontypes_answer(types, asked, SECTION_DOEL, "x", 1));
	g_assert_cmpuint(questiontypes_of(types, "huur"), ==, 0);
	g_assert_cmpfloat(questiontypes_answer(types, 0, SECTION_LOOPTIJD, "2021", 4), ==, 0);
}

/* Of the sections that a file names the first is where the answer mostly stands. */
static void test_places(void)
{
	g_autoptr(QuestionTypes) types =
		questiontypes_parse("[a]\nvraag = hoe\nsectie = doel; looptijd\n", NULL);
	guint asked = questiontypes_of(types, "Hoe gaat het?");
	double first = questiontypes_answer(types, asked, SECTION_DOEL, "x", 1);
	double second = questiontypes_answer(types, asked, SECTION_LOOPTIJD, "x", 1);

	g_assert_cmpfloat(first, >, second);
	g_assert_cmpfloat(second, >,
			  questiontypes_answer(types, asked, SECTION_ACHTERGROND, "x", 1));
}

static void test_wrong(void)
{
	static const char *const texts[][2] = {
		{ "[a]\nvragen = b\n", "2: not vraag, sectie or zin" },
		{ "[a]\nvraag = b\nsectie = doel; slot\n", "3: no section \"slot\"" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autoptr(GError) error = NULL;
		g_assert_null(questiontypes_parse(texts[i][0], &error));
		g_assert_cmpstr(error->message, ==, texts[i][1]);
	}
	g_autoptr(GString) many = g_string_new(NULL);
	for (int i = 0; i <= QUESTION_TYPES; i++)
		g_string_append_printf(many, "[t%d]\nvraag = w%d\n", i, i);
	g_autoptr(GError) error = NULL;
	g_assert_null(questiontypes_parse(many->str, &error));
	g_assert_nonnull(strstr(error->message, "more than 32"));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/questiontypes/answers", test_answers);
	g_test_add_func("/questiontypes/sections", test_sections);
	g_test_add_func("/questiontypes/places", test_places);
	g_test_add_func("/questiontypes/wrong", test_wrong);
	return g_test_run();
}

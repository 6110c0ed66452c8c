/* Pasted questions into single ones. */
#include "questions.h"

/* The questions as "number|text" lines. */
static char *split(const char *text)
{
	g_autoptr(GPtrArray) all = questions_split(text);
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < all->len; i++) {
		const QuestionText *q = all->pdata[i];
		g_string_append_printf(out, "%s|%s\n", q->number, q->text);
	}
	return g_string_free(out, FALSE);
}

static void test_split(void)
{
	static const char *const cases[][2] = {
		{ "1. Een?\n2. Twee?", "1|Een?\n2|Twee?\n" },
		{ "1) Een?\n2) Twee?\n   gaat door", "1|Een?\n2|Twee? gaat door\n" },
		{ "1\nEen?\n\n2\nTwee?\n", "1|Een?\n2|Twee?\n" },
		{ "Vraag 1\nEen?\n\nAntwoord 1\nJa.\n\nVraag 2\nTwee?\n", "1|Een?\n2|Twee?\n" },
		{ "Vraag 1: Een?\nVragen 2 en 3\nTwee? Drie?\nAntwoord op vraag 2 en "
		  "3\nNee.\nVraag 4 Vier?",
		  "1|Een?\n2 en 3|Twee? Drie?\n4|Vier?\n" },
		{ "Vragen van het lid Jansen (SP) aan de minister, ingezonden 3 november 2021\n1. "
		  "Een?",
		  "1|Een?\n" },
		{ "1. Een?\n2. Twee?\n\n1) Trouw, 1 november 2021\n2) https://x.example\n",
		  "1|Een?\n2|Twee?\n" },
		{ "1. Een? 2. Twee? 3. Drie?", "1|Een?\n2|Twee?\n3|Drie?\n" },
		{ "1. Een?\n[1] NRC, 3 november\n2. Twee?", "1|Een?\n2|Twee?\n" },
		{ "1. Kost het\n1.500 euro?\n2. Twee?", "1|Kost het 1.500 euro?\n2|Twee?\n" },
		{ "1. Een?\r\n2. Twee?\r\n", "1|Een?\n2|Twee?\n" },
		{ "Een zin.\n\nKlopt dit?\n\nEn dat?", "1|Klopt dit?\n2|En dat?\n" },
		{ "alleen wat woorden", "1|alleen wat woorden\n" },
		{ "1. Een?\n2.\n3. Drie?", "1|Een?\n3|Drie?\n" },
		{ " \n\n", "" },
		{ "", "" },
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *got = split(cases[i][0]);
		g_assert_cmpstr(got, ==, cases[i][1]);
	}
}

/* Whatever is pasted, nothing breaks and the number is bounded. */
static void test_bounds(void)
{
	g_autoptr(GString) many = g_string_new(NULL);

	for (int i = 1; i <= 500; i++)
		g_string_append_printf(many, "%d. Vraag over huur?\n", i);
	g_autoptr(GPtrArray) all = questions_split(many->str);
	g_assert_cmpuint(all->len, ==, QUESTIONS_MAX);
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
		g_autoptr(GPtrArray) any = questions_split(text->str);
		g_assert_cmpuint(any->len, <=, QUESTIONS_MAX);
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/questions/split", test_split);
	g_test_add_func("/questions/bounds", test_bounds);
	return g_test_run();
}

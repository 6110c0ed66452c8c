/* Pasted text into questions, and each into a query. */
#include "questions.h"
#include "fuzz.h"
#include "question.h"

static void check(const QuestionText *question, Dutch *dutch)
{
	g_autoptr(QuestionPhrases) phrases =
		question_phrases_open(question_phrases_table("wat doet u\n", dutch));
	g_autoptr(QueryContext) context = query_context_new(dutch, NULL, NULL);
	g_autoptr(GPtrArray) ignored = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(QueryNode) node = question_parse(question->text, context, phrases, ignored);

	MUST(*question->number && !strchr(question->text, '\n'));
	MUST(g_utf8_validate(question->text, -1, NULL));
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	static Dutch *dutch;
	g_autofree char *text = fuzz_text(data, size);

	if (!dutch)
		dutch = dutch_new();
	for (Split how = 0; how < N_SPLITS; how++) {
		g_autoptr(Questions) questions = questions_split(text, how);
		MUST(questions->all->len <= QUESTIONS_MAX);
		for (guint i = 0; i < questions->all->len; i++)
			check(g_ptr_array_index(questions->all, i), dutch);
	}
	return 0;
}

/* Papers of parliament, piece by piece: numbers of questions, what is answered and where, notes,
 * which belong together. */
#include <string.h>

#include "answers.h"
#include "chains.h"
#include "questionnumbers.h"
#include "texts.h"

static void test_numbers(void)
{
	static const struct {
		const char *heading, *numbers; /* NULL: they cannot be read */
	} cases[] = {
		{ "Vraag 2", "2" },
		{ "Vraag 2 en 3", "2, 3" },
		{ "Antwoord op de vragen 1 t/m 3", "1, 2, 3" },
		{ "Vraag 998 en 999", "998, 999" },
		{ "Vraag 1000", NULL },
		{ "Vraag 2021", NULL },
		{ "Vraag 3 t/m 3", NULL },
		{ "Vragen 1 t/m 201", "1" },
		{ "Vragen 1 t/m 202", NULL },
		{ "Vraag 2a", NULL },
		{ "Vraag", "" },
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GArray) numbers = numbers_of_heading(cases[i].heading);
		g_autofree char *got = numbers ? numbers_text(numbers) : NULL;
		if (cases[i].numbers && numbers && numbers->len > 100)
			got[strlen(cases[i].numbers)] = '\0';
		if (g_strcmp0(got, cases[i].numbers) != 0)
			g_error("%s: %s", cases[i].heading, got);
	}
}

static Paper *question(PaperDocument *d, guint number, const char *answer)
{
	Paper *p = paper_new(PAPER_VRAAG, d);
	PaperQuestion *q = paper_add_question(p, "Vraag", "Wat?");

	numbers_add(p->numbers, number);
	numbers_add(q->numbers, number);
	p->answer = g_strdup(answer);
	return p;
}

/* An answer is of its own question alone, and points elsewhere only when one publication is all
 * that it names. */
static void test_answers(void)
{
	static const struct {
		const char *answer, *elsewhere, *there;
		PaperStatus status;
	} cases[] = {
		{ "Ja.", NULL, "", PAPER_BEANTWOORD },
		{ NULL, NULL, "", PAPER_ONBEKEND },
		{ "Zie het antwoord op vraag 3 (Aanhangsel Handelingen II 2020/21, nr. 3021).",
		  "ah-tk-20202021-3021", "3", PAPER_BEANTWOORD },
		{ "Zie Aanhangsel Handelingen II 2020/21, nr. 3021 en Aanhangsel Handelingen II "
		  "2020/21, nr. 3022.",
		  NULL, "", PAPER_BEANTWOORD },
	};
	g_autoptr(PaperDocument) d = paper_document_new();
	g_autoptr(GPtrArray) papers = g_ptr_array_new_with_free_func((GDestroyNotify)paper_free);
	g_autoptr(Report) report = report_new();

	d->id = g_strdup("ah-tk-20202021-1");
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
		g_ptr_array_add(papers, question(d, i + 1, cases[i].answer));
	answers_settle(papers, TRUE, FALSE, "f", report);
	for (guint i = 0; i < papers->len; i++) {
		const Paper *p = papers->pdata[i];
		g_autofree char *there = numbers_text(p->there);
		g_assert_cmpint(p->status, ==, cases[i].status);
		g_assert_cmpstr(p->elsewhere, ==, cases[i].elsewhere);
		g_assert_cmpstr(there, ==, cases[i].there);
	}
}

/* A note is of the part that it stands in, or of all where it stands in none. */
static void test_notes(void)
{
	static const struct {
		guint part;
		const char *text;
	} notes[] = { { 0, "van de eerste" }, { 1, "van de tweede" }, { G_MAXUINT, "van alle" } };
	g_autoptr(Document) d = document_new();
	g_autoptr(PaperDocument) facts = paper_document_new();

	facts->id = g_strdup("ah-tk-20202021-1");
	for (guint i = 0; i < G_N_ELEMENTS(notes); i++) {
		DocumentNote *n = g_new0(DocumentNote, 1);
		*n = (DocumentNote) { 1, 1, notes[i].part, g_strdup(notes[i].text) };
		g_ptr_array_add(d->notes, n);
	}
	for (guint i = 0; i < 2; i++) {
		Part *part = document_add(d, PART_QUESTION, i + 1);
		g_autoptr(Paper) p = paper_new(PAPER_VRAAG, facts);
		g_free(part->text);
		part->text = g_strdup("Klopt dit?¹");
		texts_refer(p, d, i);
		g_assert_cmpuint(p->footnotes->len, ==, 2);
		g_assert_cmpstr(((PaperNote *)p->footnotes->pdata[0])->text, ==, notes[i].text);
		g_assert_cmpstr(((PaperNote *)p->footnotes->pdata[1])->text, ==, "van alle");
	}
}

/* Threads "id|step|day|asked|except|inquiries|sees", and what follows for each. */
#define ASKED "kv-1|1|2098-09-05|2098-09-05||kv-1|"
static void test_chains(void)
{
	static const struct {
		const char *threads[3], *outcomes[3];
	} cases[] = {
		{ { ASKED, "ah-1|4|2098-09-25|2098-09-05||kv-1|" },
		  { "kv-1|ah-1|beantwoord|2098-09-25|", "kv-1||||" } },
		/* the day of the questions must be the same, earlier or later */
		{ { ASKED, "ah-1|4|2098-09-25|2098-09-04||kv-1|" }, { "", "" } },
		{ { ASKED, "ah-1|4|2098-09-25|2098-09-06||kv-1|" }, { "", "" } },
		/* an answer of the day itself counts, one of the day before does not */
		{ { ASKED, "ah-1|4|2098-09-05|2098-09-05||kv-1|" },
		  { "kv-1|ah-1|beantwoord|2098-09-05|", "kv-1||||" } },
		{ { ASKED, "ah-1|4|2098-09-04|2098-09-05||kv-1|" }, { "kv-1||||", "kv-1||||" } },
		/* postponed twice: the last */
		{ { ASKED, "ah-1|2|2098-09-20|2098-09-05||kv-1|",
		    "ah-2|2|2098-10-10|2098-09-05||kv-1|" },
		  { "kv-1|ah-2|uitgesteld|2098-10-10|", "kv-1||||", "kv-1||||" } },
		{ { ASKED, "ah-1|2|2098-09-20|2098-09-05||kv-1|",
		    "ah-2|4|2098-10-10|2098-09-05|2|kv-1|" },
		  { "kv-1|ah-2|beantwoord|2098-10-10|2", "kv-1|ah-2|beantwoord|2098-10-10|2",
		    "kv-1||||" } },
	};
	static const char *const names[] = { "a", "b", "c" };

	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(Chains) chains = chains_new();
		g_autoptr(Report) report = report_new();
		for (guint k = 0; k < 3 && cases[i].threads[k]; k++)
			chains_add(chains, names[k], cases[i].threads[k]);
		chains_settle(chains, report);
		for (guint k = 0; k < 3 && cases[i].threads[k]; k++)
			g_assert_cmpstr(chains_outcome(chains, names[k]), ==, cases[i].outcomes[k]);
	}
}

/* Of which questions an answer that skips some tells. */
static void test_outcomes(void)
{
	static const struct {
		const char *except;
		guint number; /* 0: without */
		gboolean is;
	} cases[] = {
		{ "", 0, TRUE },     { "", 2, TRUE },   { "2,3", 0, FALSE }, { "2,3", 1, TRUE },
		{ "2,3", 3, FALSE }, { "23", 3, TRUE }, { "*", 0, FALSE },   { "*", 1, FALSE },
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *text =
			g_strconcat("kv-1|ah-1|beantwoord|2098-09-25|", cases[i].except, NULL);
		g_autoptr(Outcome) outcome = outcome_parse(text);
		g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(guint));
		if (cases[i].number)
			numbers_add(numbers, cases[i].number);
		g_assert_cmpint(outcome_is_of(outcome, numbers), ==, cases[i].is);
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/papers/numbers", test_numbers);
	g_test_add_func("/papers/answers", test_answers);
	g_test_add_func("/papers/notes", test_notes);
	g_test_add_func("/papers/chains", test_chains);
	g_test_add_func("/papers/outcomes", test_outcomes);
	return g_test_run();
}

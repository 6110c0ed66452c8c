#include "answers.h"

#include <string.h>

#include "pattern.h"
#include "questionnumbers.h"
#include "references.h"

typedef struct {
	const GPtrArray *papers;
	const char *path;
	Report *report;
} Answers;

/* ---- see the answer to another ------------------------------------------------------------ */

static Paper *paper_of(const Answers *a, guint number)
{
	for (guint i = 0; i < a->papers->len; i++) {
		Paper *p = a->papers->pdata[i];
		if (p->kind == PAPER_VRAAG && p->answer && numbers_has(p->numbers, number))
			return p;
	}
	return NULL;
}

/* Adds the answers that a paper points to; one that only points further is followed. FALSE when one
 * is not there, or all of them point in a circle. */
static gboolean follow(const Answers *a, const Paper *from, GHashTable *seen, GString *text)
{
	for (guint i = 0; i < from->see->len; i++) {
		Paper *to = paper_of(a, g_array_index(from->see, guint, i));
		if (!to)
			return FALSE;
		if (!g_hash_table_add(seen, to))
			continue;
		if (to->see->len) {
			if (!follow(a, to, seen, text))
				return FALSE;
			continue;
		}
		g_string_append_printf(text, "%s%s", text->len ? "\n\n" : "", to->answer);
	}
	return TRUE;
}

static void add_numbers(GArray *to, const GArray *numbers)
{
	for (guint i = 0; numbers && i < numbers->len; i++)
		numbers_add(to, g_array_index(numbers, guint, i));
}

/* The one publication of questions that an answer tells to see, when that is all it says: "Zie het
 * antwoord op vraag 3 (Aanhangsel Handelingen II 2020/21, nr. 3021)." */
static void read_elsewhere(Paper *p)
{
	static Pattern before = { "^(?i:zie|(?:hier(?:voor|bij) |kortheidshalve |voor (?:het|de) "
				  "(?:antwoord|beantwoording) (?:op|van) deze vra(?:ag|gen) )?"
				  "verwijs ik|ik verwijs|wij verwijzen) (?:(?!\\. \\p{Lu})[^?!])*$",
				  0, 0 };
	static Pattern behind = { "^[\\s).\\]»\"0-9¹²³⁰-⁹]*$", 0, 0 };
	g_autoptr(GPtrArray) found = references_find(p->answer);
	const Reference *only = found->len == 1 ? found->pdata[0] : NULL;

	if (!only || !g_str_has_prefix(only->id, "ah-") ||
	    !g_regex_match(pattern_regex(&behind), p->answer + only->end, 0, NULL))
		return;
	g_autofree char *text = g_strndup(p->answer, only->start);
	if (strcmp(only->id, p->document->id) == 0 ||
	    !g_regex_match(pattern_regex(&before), text, 0, NULL))
		return;
	g_autoptr(GArray) numbers = numbers_of_questions(text);
	p->elsewhere = g_strdup(only->id);
	add_numbers(p->there, numbers);
}

static void read_see(Paper *p)
{
	if (!p->answer)
		return;
	g_autoptr(GArray) see = numbers_to_see(p->answer);
	add_numbers(p->see, see);
	if (!see)
		read_elsewhere(p);
}

static void see_answer(const Answers *a, Paper *p)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
	g_autoptr(GString) text = g_string_new(NULL);

	if (!p->see->len)
		return;
	g_hash_table_add(seen, p);
	if (follow(a, p, seen, text) && text->len) {
		p->seen = g_strdup(text->str);
		return;
	}
	g_autofree char *numbers = numbers_text(p->see);
	report_warn(a->report, a->path, p->answer_line,
		    "the answer points to that to %s, which is not here", numbers);
}

/* ---- status -------------------------------------------------------------------------------- */

/* It only says when they will be answered; or that it was done in another way, which is no status
 * of ours. */
static gboolean is_postponed(const Answers *a)
{
	static Pattern later = { "\\buitstel|\\bniet (?:binnen|tijdig)\\b|\\bniet [^.]{0,60}binnen "
				 "de [^.]{0,30}termijn|\\bzo spoedig mogelijk\\b",
				 G_REGEX_CASELESS, 0 };

	for (guint i = 0; i < a->papers->len; i++) {
		const Paper *p = a->papers->pdata[i];
		if (p->kind == PAPER_MEDEDELING &&
		    g_regex_match(pattern_regex(&later), p->text, 0, NULL))
			return TRUE;
	}
	return FALSE;
}

static void check_sides(const Answers *a, const Paper *p, gboolean has_answers)
{
	g_autofree char *numbers = numbers_text(p->numbers);

	if (!p->questions->len)
		report_warn(a->report, a->path, p->answer_line,
			    p->numbers->len ? "no question has the number of this answer (%s)"
					    : "an answer%s that cannot be paired without a number",
			    numbers);
	else if (!p->answer && has_answers)
		report_warn(a->report, a->path, p->line,
			    p->numbers->len ? "no answer has the number of this question (%s)"
					    : "a question%s that cannot be paired without a number",
			    numbers);
	for (guint i = 0; p->questions->len && i < p->numbers->len; i++) {
		guint number = g_array_index(p->numbers, guint, i);
		gboolean found = FALSE;
		for (guint k = 0; !found && k < p->questions->len; k++)
			found = numbers_has(((PaperQuestion *)p->questions->pdata[k])->numbers,
					    number);
		if (!found)
			report_warn(a->report, a->path, p->answer_line,
				    "the answer is to question %u too, which is not here", number);
	}
}

void answers_settle(const GPtrArray *papers, gboolean is_answer, gboolean is_notice,
		    const char *path, Report *report)
{
	const Answers a = { papers, path, report };
	gboolean has_answers = is_answer && !is_notice;

	for (guint i = 0; i < papers->len; i++) {
		read_see(papers->pdata[i]);
		has_answers = has_answers || ((Paper *)papers->pdata[i])->answer;
	}
	PaperStatus other = has_answers        ? PAPER_ONBEKEND
			    : !is_notice       ? PAPER_OPEN
			    : is_postponed(&a) ? PAPER_UITGESTELD
					       : PAPER_ONBEKEND;
	for (guint i = 0; i < papers->len; i++) {
		Paper *p = papers->pdata[i];
		if (p->kind == PAPER_BRIEF)
			continue;
		p->status = p->answer ? PAPER_BEANTWOORD : other;
		if (p->kind == PAPER_VRAAG) {
			check_sides(&a, p, has_answers);
			see_answer(&a, p);
		}
	}
}

#include "pairs.h"

#include <string.h>

#include "marks.h"
#include "questionnumbers.h"
#include "texts.h"

#define MAX_NUMBER 1000 /* numbers.c reads three figures */

/* A question or an answer. */
typedef struct {
	const Part *part;
	guint index;     /* of the part */
	GArray *numbers; /* NULL: they cannot be read */
	gboolean is_doubtful, is_told;
} Side;

typedef struct {
	const Document *document;
	PaperDocument *facts;
	const char *path;
	Report *report;
	GArray *sides[2];               /* of Side: questions, answers */
	Side *by_number[2][MAX_NUMBER]; /* those that are not doubtful */
	GPtrArray *papers;
} Pairs;

enum { QUESTIONS, ANSWERS };

static const char *const names[] = { "question", "answer" };

static Side *side_at(const Pairs *p, int of, guint i)
{
	return &g_array_index(p->sides[of], Side, i);
}

static void side_clear(gpointer side)
{
	g_clear_pointer(&((Side *)side)->numbers, g_array_unref);
}

/* ---- numbers --------------------------------------------------------------------------- */

static void add_side(Pairs *p, int of, guint index)
{
	const Part *part = p->document->parts->pdata[index];
	g_autofree char *heading = mark_without(part->heading);
	const Side side = { part, index, numbers_of_heading(heading), FALSE, FALSE };

	if (!side.numbers)
		report_warn(p->report, p->path, part->line,
			    "the number of this %s cannot be read: \"%s\"", names[of],
			    part->heading);
	g_array_append_val(p->sides[of], side);
}

/* Whose a number is; one that two have makes both doubtful. */
static void claim(Pairs *p, int of, Side *side)
{
	for (guint i = 0; side->numbers && i < side->numbers->len; i++) {
		guint number = g_array_index(side->numbers, guint, i);
		Side **owner = &p->by_number[of][number % MAX_NUMBER];
		if (*owner && *owner != side) {
			(*owner)->is_doubtful = side->is_doubtful = TRUE;
			report_warn(p->report, p->path, side->part->line,
				    "another %s has number %u, on line %u: neither is paired",
				    names[of], number, (*owner)->part->line);
		} else {
			*owner = side;
		}
	}
}

static void disown(Pairs *p, int of, const Side *side)
{
	for (guint i = 0; side->numbers && i < side->numbers->len; i++) {
		Side **owner =
			&p->by_number[of][g_array_index(side->numbers, guint, i) % MAX_NUMBER];
		if (*owner == side)
			*owner = NULL;
	}
}

/* One question and one answer belong together, with a number or without. */
static gboolean is_only_pair(const Pairs *p)
{
	if (p->sides[QUESTIONS]->len != 1 || p->sides[ANSWERS]->len != 1)
		return FALSE;
	const Side *q = side_at(p, QUESTIONS, 0), *a = side_at(p, ANSWERS, 0);
	return q->numbers && a->numbers && (!q->numbers->len || !a->numbers->len);
}

static void number_sides(Pairs *p)
{
	for (guint i = 0; i < p->document->parts->len; i++) {
		PartKind kind = ((const Part *)p->document->parts->pdata[i])->kind;
		if (kind == PART_QUESTION || kind == PART_ANSWER)
			add_side(p, kind == PART_ANSWER ? ANSWERS : QUESTIONS, i);
	}
	for (int of = 0; of < 2; of++) {
		for (guint i = 0; i < p->sides[of]->len; i++)
			claim(p, of, side_at(p, of, i));
		for (guint i = 0; i < p->sides[of]->len; i++)
			if (side_at(p, of, i)->is_doubtful)
				disown(p, of, side_at(p, of, i));
	}
}

/* ---- papers ---------------------------------------------------------------------------- */

static void add_question(Paper *paper, Side *side)
{
	PaperQuestion *q = paper_add_question(paper, side->part->heading, side->part->text);

	q->line = side->part->line;
	for (guint i = 0; side->numbers && i < side->numbers->len; i++)
		numbers_add(q->numbers, g_array_index(side->numbers, guint, i));
}

static void add_answer(Paper *paper, const Side *side)
{
	char *all = paper->answer ? g_strdup_printf("%s\n\n%s", paper->answer, side->part->text)
				  : g_strdup(side->part->text);

	if (!paper->answer)
		paper->answer_line = side->part->line;
	g_free(paper->answer);
	paper->answer = all;
}

static void add_side_to(Pairs *p, Paper *paper, int of, Side *side)
{
	side->is_told = TRUE;
	if (!paper->line || of == QUESTIONS)
		paper->line = paper->line && paper->questions->len
				      ? MIN(paper->line, side->part->line)
				      : side->part->line;
	for (guint i = 0; side->numbers && i < side->numbers->len; i++)
		numbers_add(paper->numbers, g_array_index(side->numbers, guint, i));
	if (of == QUESTIONS)
		add_question(paper, side);
	else
		add_answer(paper, side);
	texts_refer(paper, p->document, side->index);
}

/* All sides that share a number with the first, and with those. */
static void gather(Pairs *p, Paper *paper)
{
	gboolean more;

	do {
		more = FALSE;
		for (guint i = 0; i < paper->numbers->len; i++)
			for (int of = 0; of < 2; of++) {
				guint number = g_array_index(paper->numbers, guint, i);
				Side *side = p->by_number[of][number % MAX_NUMBER];
				if (side && !side->is_told) {
					add_side_to(p, paper, of, side);
					more = TRUE;
				}
			}
	} while (more);
}

static Paper *new_paper(Pairs *p, PaperKind kind)
{
	Paper *paper = paper_new(kind, p->facts);

	g_ptr_array_add(p->papers, paper);
	return paper;
}

static void tell_side(Pairs *p, int of, Side *side)
{
	if (side->is_told)
		return;
	Paper *paper = new_paper(p, PAPER_VRAAG);
	add_side_to(p, paper, of, side);
	if (is_only_pair(p))
		add_side_to(p, paper, !of, side_at(p, !of, 0));
	else if (!side->is_doubtful)
		gather(p, paper);
}

/* ---- other parts ------------------------------------------------------------------------ */

static void tell_text(Pairs *p, PaperKind kind, guint index)
{
	const Part *part = p->document->parts->pdata[index];

	if (!*part->text && !*part->heading)
		return;
	Paper *paper = new_paper(p, kind);
	paper->line = part->line;
	paper->heading = g_strdup(part->heading);
	paper->text = g_strdup(part->text);
	texts_refer(paper, p->document, index);
	if (part->kind == PART_LOOSE)
		report_warn(p->report, p->path, part->line,
			    "text that is of no question and no answer");
}

/* What it is of is only known when all parts are told: the questions of the document. */
static void number_notices(const Pairs *p)
{
	for (guint i = 0; i < p->papers->len; i++) {
		Paper *paper = p->papers->pdata[i];
		for (guint k = 0; paper->kind == PAPER_MEDEDELING && k < p->sides[QUESTIONS]->len;
		     k++) {
			const GArray *numbers = side_at(p, QUESTIONS, k)->numbers;
			for (guint n = 0; numbers && n < numbers->len; n++)
				numbers_add(paper->numbers, g_array_index(numbers, guint, n));
		}
	}
}

static void tell_parts(Pairs *p)
{
	guint next[2] = { 0, 0 };

	for (guint i = 0; i < p->document->parts->len; i++) {
		const Part *part = p->document->parts->pdata[i];
		int of = part->kind == PART_ANSWER ? ANSWERS : QUESTIONS;
		if (part->kind == PART_QUESTION || part->kind == PART_ANSWER)
			tell_side(p, of, side_at(p, of, next[of]++));
		else
			tell_text(p, part->kind == PART_SECTION ? PAPER_BRIEF : PAPER_MEDEDELING,
				  i);
	}
	number_notices(p);
}

/* ---- ids ---------------------------------------------------------------------------------- */

/* Of questions their first number; of others their kind and which of those it is. */
static void give_ids(const Pairs *p)
{
	g_autoptr(GHashTable) used = g_hash_table_new(g_str_hash, g_str_equal);
	guint counts[N_PAPER_KINDS] = { 0 };

	for (guint i = 0; i < p->papers->len; i++) {
		Paper *paper = p->papers->pdata[i];
		g_autofree char *number =
			paper->kind == PAPER_VRAAG && paper->numbers->len
				? g_strdup_printf("%u", g_array_index(paper->numbers, guint, 0))
				: g_strdup_printf("%.1s%u", paper_kind_name(paper->kind),
						  ++counts[paper->kind]);
		paper->id = g_strdup_printf("%s.%s", p->facts->id, number);
		for (guint again = 2; g_hash_table_contains(used, paper->id); again++) {
			g_free(paper->id);
			paper->id = g_strdup_printf("%s.%s-%u", p->facts->id, number, again);
		}
		g_hash_table_add(used, paper->id);
	}
}

GPtrArray *pairs_of(const Document *document, PaperDocument *facts, const char *path,
		    Report *report)
{
	GPtrArray *papers = g_ptr_array_new_with_free_func((GDestroyNotify)paper_free);
	Pairs *p = g_new0(Pairs, 1);

	*p = (Pairs) { .document = document,
		       .facts = facts,
		       .path = path,
		       .report = report,
		       .papers = papers };
	for (int of = 0; of < 2; of++) {
		p->sides[of] = g_array_new(FALSE, FALSE, sizeof(Side));
		g_array_set_clear_func(p->sides[of], side_clear);
	}
	number_sides(p);
	tell_parts(p);
	give_ids(p);
	g_array_unref(p->sides[QUESTIONS]);
	g_array_unref(p->sides[ANSWERS]);
	g_free(p);
	return papers;
}

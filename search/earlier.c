#include "earlier.h"

#include <string.h>

#include "dates.h"
#include "entities.h"
#include "judge.h"
#include "kinds.h"

#define LOOKED_AT 20 /* some have their answer in another publication, which is there too */
/* The chance from which a question is alike. Measured: of a hundred real questions, 93 find their
 * own answer at 0.5 or more, and one an answer to something else at 0.25. */
#define LEAST 0.25
#define LEAST_PILOT 0.4  /* a pilot that bears on the question: redelijk */
#define ANSWER_CHARS 600 /* of an answer that are quoted */

/* ---- the answer, where the question is what was found ------------------------------------------
 */

/* Where to cut a text of so many characters: behind a sentence, or else a word. */
static const char *cut_at(const char *text)
{
	const char *end = g_utf8_offset_to_pointer(text, ANSWER_CHARS), *cut = NULL;

	for (const char *p = text; p < end; p++)
		if (strchr(".?!", *p) && (p[1] == ' ' || p[1] == '\n'))
			cut = p + 1;
	while (!cut && end > text && *end != ' ')
		end--;
	return cut ? cut : end;
}

static void quote_answer(Hit *h)
{
	const Section *answer = pilot_section(h->pilot, SECTION_ANTWOORD);

	if (!answer || (h->section && h->section->kind == SECTION_ANTWOORD))
		return;
	gboolean whole = g_utf8_strlen(answer->text, -1) <= ANSWER_CHARS;
	const char *end = whole ? answer->text + strlen(answer->text) : cut_at(answer->text);
	g_autofree char *start = g_strndup(answer->text, (gsize)(end - answer->text));
	g_free(h->quote);
	h->quote = g_strconcat(start, whole ? NULL : " […]", NULL);
	h->section = answer;
	h->from = 0;
	h->to = (gsize)g_utf8_strlen(start, -1);
	g_array_set_size(h->spans, 0);
}

/* ---- which, in which order ---------------------------------------------------------------------
 */

static gint by_chance(gconstpointer a, gconstpointer b)
{
	const Hit *x = *(Hit *const *)a, *y = *(Hit *const *)b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	int newer = g_strcmp0(y->pilot->reference_date, x->pilot->reference_date);
	return newer ? newer : strcmp(x->pilot->id, y->pilot->id);
}

static gboolean same_answer(const Pilot *a, const Pilot *b)
{
	const Section *x = pilot_section(a, SECTION_ANTWOORD);
	const Section *y = pilot_section(b, SECTION_ANTWOORD);

	return x && y && strcmp(x->text, y->text) == 0;
}

/* A question of another member with the same answer stands under the first. */
static gboolean fold(GPtrArray *kept, const Hit *h)
{
	for (guint i = 0; i < kept->len; i++) {
		Hit *first = kept->pdata[i];
		if (!same_answer(first->pilot, h->pilot))
			continue;
		g_free(first->group);
		first->group = g_strdup("met hetzelfde antwoord");
		g_ptr_array_add(first->others, pilot_ref(h->pilot));
		return TRUE;
	}
	return FALSE;
}

/* The best of the pilots says how things stood on a later day. */
static void tell_age(Hit *h, const Results *pilots)
{
	const Hit *best = pilots->hits->len ? pilots->hits->pdata[0] : NULL;
	const char *stand = best ? best->pilot->reference_date : NULL;

	if (!stand || best->score < LEAST_PILOT || !h->pilot->reference_date ||
	    strcmp(h->pilot->reference_date, stand) >= 0)
		return;
	g_autofree char *day = date_long(stand);
	g_ptr_array_add(h->reasons,
			g_strdup_printf("ouder dan de laatste stand van de pilot ‘%s’ (%s)",
					best->pilot->title, day));
}

static void keep_alike(Results *r, const Judge *judge, const Results *pilots)
{
	GPtrArray *kept = g_ptr_array_new_with_free_func(results_hit_free);

	for (guint i = r->hits->len; i-- > 0;)
		if (!pilot_section(((const Hit *)r->hits->pdata[i])->pilot, SECTION_ANTWOORD))
			g_ptr_array_remove_index(r->hits, i);
	for (guint i = 0; i < r->hits->len; i++)
		judge_hits(judge, (Hit *const *)&r->hits->pdata[i], 1);
	g_ptr_array_sort(r->hits, by_chance);
	for (guint i = 0; i < r->hits->len; i++) {
		Hit *h = r->hits->pdata[i];
		if (fold(kept, h) || h->score < LEAST || kept->len == EARLIER_SHOWN)
			continue;
		r->hits->pdata[i] = NULL;
		quote_answer(h);
		tell_age(h, pilots);
		g_ptr_array_add(kept, h);
		h->rank = kept->len;
	}
	g_ptr_array_unref(r->hits);
	r->hits = kept;
	r->total = r->total_full = kept->len;
}

Results *earlier_find(Index *index, const Names *names, const Request *request, const char *text,
		      const char *own, const GPtrArray *terms, const Results *pilots,
		      GError **error)
{
	g_autoptr(Request) asked = request_new();

	if (!index->papers)
		return results_new();
	asked->query = g_strdup(text);
	asked->as_question = TRUE;
	asked->own = own;
	asked->limit = LOOKED_AT;
	asked->today = request->today;
	request_choose(asked, FACET_SOORT, kinds[KIND_KAMERVRAAG].name);
	request_choose(asked, FACET_STATUS, status_name(STATUS_BEANTWOORD));
	Results *r = search(index, asked, error);
	if (!r)
		return NULL;
	g_autoptr(Entities) entities = entities_find(index->papers, names, own);
	g_autoptr(Judge) judge = judge_new(index->papers, own, terms, entities);
	keep_alike(r, judge, pilots);
	return r;
}

#include "dossier.h"

#include <string.h>

#include "cli.h"
#include "earlier.h"
#include "entities.h"
#include "judge.h"
#include "question.h"
#include "questions.h"
#include "results.h"

#define PILOTS 8         /* that are looked at for a question */
#define PER_PILOT 3      /* passages of one */
#define ENOUGH 3         /* pilots that are not weak: then weak ones are left out */
#define PILOTS_SHOWN 6   /* for a question … */
#define PILOTS_WHOLE 3   /* … of which so many with all their passages */
#define LEFT_LETTERS 160 /* of what was left out of a text */

/* The chance that it answers, from which a strength is called so. */
static const double least[N_STRENGTHS] = { 0, 0.055, 0.4, 0.7 };

static const char *const strength_names[N_STRENGTHS] = { "niets", "zwak", "redelijk", "sterk" };

const char *strength_name(Strength strength)
{
	return strength_names[strength];
}

Strength dossier_strength(const Hit *hit)
{
	Strength s = STRENGTH_STRONG;

	while (s > STRENGTH_NONE && hit->score < least[s])
		s--;
	return s;
}

static void answer_free(gpointer data)
{
	Answer *a = data;

	g_free(a->number);
	g_free(a->text);
	g_ptr_array_unref(a->terms);
	g_ptr_array_unref(a->ignored);
	g_ptr_array_unref(a->recognised);
	g_ptr_array_unref(a->absent);
	g_ptr_array_unref(a->taken);
	g_free(a->follows);
	results_free(a->results);
	results_free(a->earlier);
	g_free(a);
}

static Answer *answer_new(const QuestionText *q)
{
	Answer *a = g_new0(Answer, 1);

	a->number = g_strdup(q->number);
	a->text = g_strdup(q->text);
	a->terms = g_ptr_array_new_with_free_func(g_free);
	a->ignored = g_ptr_array_new_with_free_func(g_free);
	a->recognised = g_ptr_array_new_with_free_func(g_free);
	a->absent = g_ptr_array_new_with_free_func(g_free);
	a->taken = g_ptr_array_new_with_free_func(g_free);
	return a;
}

void dossier_keep(Dossier *d, gboolean (*wanted)(guint, const Pilot *, gpointer), gpointer user)
{
	for (guint q = 0; q < d->answers->len; q++) {
		const Answer *a = d->answers->pdata[q];
		GPtrArray *const all[] = { a->results->hits, a->earlier->hits };
		for (gsize k = 0; k < G_N_ELEMENTS(all); k++)
			for (guint i = all[k]->len; i-- > 0;)
				if (!wanted(q + 1, ((const Hit *)all[k]->pdata[i])->pilot, user))
					g_ptr_array_remove_index(all[k], i);
	}
}

void dossier_free(Dossier *d)
{
	if (!d)
		return;
	g_free(d->title);
	g_free(d->heading);
	g_ptr_array_unref(d->answers);
	g_ptr_array_unref(d->left);
	g_free(d);
}

static Dossier *dossier_empty(void)
{
	Dossier *d = g_new0(Dossier, 1);

	d->answers = g_ptr_array_new_with_free_func(answer_free);
	d->left = g_ptr_array_new_with_free_func(g_free);
	return d;
}

/* ---- the words of a question --------------------------------------------------------------- */

/* An expression stands beside its words, unless those say nothing: "uit elkaar gaan". */
static gboolean is_told_by_words(Index *index, const char *text)
{
	return strchr(text, ' ') && !query_expression(index->context, text)->stop;
}

/* The telling words of a text. */
static void read_terms(Index *index, const char *text, GPtrArray *terms, GPtrArray *ignored)
{
	g_autoptr(QueryNode) node = question_parse(text, index->context, index->phrases, ignored);

	for (guint i = 0; node && i < node->children->len; i++) {
		const QueryNode *leaf = node->children->pdata[i];
		if (leaf->implied || leaf->kind != NODE_WORD || is_told_by_words(index, leaf->text))
			continue;
		g_ptr_array_add(terms, g_strdup(leaf->text));
	}
}

/* ---- the order of its passages --------------------------------------------------------------- */

/* A pilot among the hits, with its passages. */
typedef struct {
	guint first, n; /* of the hits */
	Strength strength;
	double order;
} Group;

static gint by_strength(gconstpointer a, gconstpointer b)
{
	const Group *x = a, *y = b;

	if (x->strength != y->strength)
		return x->strength > y->strength ? -1 : 1;
	if (x->order != y->order)
		return x->order > y->order ? -1 : 1;
	return x->first < y->first ? -1 : 1;
}

/* The pilots of the results, each with the chance that it answers: the stronger first, and of
 * those what is named, and what the search has first. */
static GArray *group(const Judge *judge, const Answer *a, const Entities *entities)
{
	GPtrArray *hits = a->results->hits;
	GArray *groups = g_array_new(FALSE, FALSE, sizeof(Group));

	for (guint i = 0, n; i < hits->len; i += n) {
		Hit *first = hits->pdata[i];
		n = results_of_pilot(a->results, i);
		const double order = first->score + entities_lift(entities, first->pilot);
		judge_hits(judge, (Hit *const *)hits->pdata + i, n);
		const Group g = { i, n, dossier_strength(first), order };
		g_array_append_val(groups, g);
	}
	g_array_sort(groups, by_strength);
	return groups;
}

/* How many of the passages of the pilot at a place are shown. */
static guint shown(const Group *g, guint place, guint good, gboolean all)
{
	gboolean idle =
		g->strength == STRENGTH_NONE || (g->strength == STRENGTH_WEAK && good >= ENOUGH);

	if (all)
		return g->n;
	return idle || place >= PILOTS_SHOWN ? 0 : place < PILOTS_WHOLE ? g->n : 1;
}

/* Keeps what bears on the question, weak pilots only where there is little else; or all. */
static void keep_best(const Judge *judge, Answer *a, const Entities *entities, gboolean all)
{
	g_autoptr(GArray) groups = group(judge, a, entities);
	g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func(results_hit_free);
	GPtrArray *hits = a->results->hits;
	guint good = 0, place = 0;

	for (guint i = 0; i < groups->len; i++)
		good += g_array_index(groups, Group, i).strength >= STRENGTH_FAIR;
	for (guint i = 0; i < groups->len; i++) {
		const Group *g = &g_array_index(groups, Group, i);
		guint n = shown(g, place, good, all);
		place += n > 0;
		for (guint k = 0; k < n; k++) {
			Hit *h = hits->pdata[g->first + k];
			hits->pdata[g->first + k] = NULL;
			h->rank = place;
			g_ptr_array_add(kept, h);
		}
	}
	if (kept->len)
		a->strength = dossier_strength(kept->pdata[0]);
	g_ptr_array_unref(hits);
	a->results->hits = g_steal_pointer(&kept);
	a->results->total = a->results->total_full = place;
}

/* ---- a question ---------------------------------------------------------------------------------
 */

/* Enough to know it by. The caller frees. */
static char *shortened(const char *text)
{
	if (g_utf8_strlen(text, -1) <= LEFT_LETTERS)
		return g_strdup(text);
	g_autofree char *start = g_utf8_substring(text, 0, LEFT_LETTERS);
	return g_strconcat(start, "…", NULL);
}

/* "Passages bij vragen van het lid …" */
static char *title_of(const Questions *q)
{
	if (!q->heading)
		return g_strdup("Passages bij Kamervragen");
	return g_strdup_printf("Passages bij %c%s", g_ascii_tolower(*q->heading), q->heading + 1);
}

/* Behind the question that a text refers to ("uit vraag 4"), or else behind the last. */
static guint behind_referred(const Dossier *d, const char *text)
{
	const char *at = strstr(text, "vraag ");
	gsize digits = at ? strspn(at + strlen("vraag "), "0123456789") : 0;
	g_autofree char *number = at ? g_strndup(at + strlen("vraag "), digits) : g_strdup("");

	for (guint i = d->answers->len; i > 0; i--)
		if (strcmp(((const Answer *)d->answers->pdata[i - 1])->number, number) == 0)
			return i;
	return d->answers->len;
}

/* The question before it whose subject a question takes along; NULL for none. */
static const Answer *subject_for(const Dossier *d, const char *text)
{
	for (guint i = behind_referred(d, text); i > 0; i--) {
		const Answer *a = d->answers->pdata[i - 1];
		if (a->has_subject)
			return a;
	}
	return NULL;
}

/* What is asked, with the subject that it takes along: the terms that passages are judged by.
 * The caller frees *text. */
static GPtrArray *read_question(Index *index, Answer *a, const Answer *subject, char **text)
{
	g_autoptr(GPtrArray) unused = g_ptr_array_new_with_free_func(g_free);

	*text = g_strdup(a->text);
	read_terms(index, a->text, a->terms, a->ignored);
	if (!subject)
		return g_ptr_array_ref(a->terms);
	GPtrArray *terms = g_ptr_array_new_with_free_func(g_free);
	g_free(*text);
	*text = g_strconcat(a->text, " ", subject->text, NULL);
	a->follows = g_strdup(subject->number);
	for (guint i = 0; i < subject->terms->len; i++)
		g_ptr_array_add(a->taken, g_strdup(subject->terms->pdata[i]));
	read_terms(index, *text, terms, unused);
	return terms;
}

static Answer *answer_question(Index *index, const Names *names, const Request *request,
			       const QuestionText *q, const Dossier *before, GError **error)
{
	Answer *a = answer_new(q);
	g_autofree char *text = NULL;
	Request one = *request;

	g_autoptr(Entities) entities = entities_find(index, names, q->text);
	a->has_subject = entities_any(entities) ||
			 question_has_subject(q->text, index->context, index->phrases);
	g_autoptr(GPtrArray) terms = read_question(
		index, a, a->has_subject ? NULL : subject_for(before, q->text), &text);
	one.query = text;
	one.as_question = TRUE;
	one.own = a->text;
	one.named = entities;
	one.limit = PILOTS;
	one.offset = 0;
	one.per_pilot = PER_PILOT;
	one.facets = FALSE;
	a->results = search(index, &one, error);
	if (!a->results) {
		answer_free(a);
		return NULL;
	}
	if (a->follows) {
		entities_free(entities);
		entities = entities_find(index, names, text);
	}
	entities_tell(entities, a->recognised);
	g_autoptr(Judge) judge = judge_new(index, a->text, terms, entities);
	for (guint i = 0; i < judge_absent(judge)->len; i++)
		g_ptr_array_add(a->absent, g_strdup(judge_absent(judge)->pdata[i]));
	keep_best(judge, a, entities, request->explain);
	a->earlier = earlier_find(index, names, request, text, a->text, terms, a->results, error);
	if (a->earlier && query_context_check(index->context, error))
		return a;
	answer_free(a);
	return NULL;
}

Dossier *dossier_new(Index *index, const Request *request, const char *text, GError **error)
{
	g_autoptr(Questions) questions = questions_split(text, request->split);
	g_autoptr(Dossier) d = dossier_empty();

	if (!questions->all->len) {
		g_set_error_literal(error, CLI_ERROR, CLI_ERROR_USAGE,
				    "there is no question in it");
		return NULL;
	}
	g_autoptr(Names) names = names_new(index);
	d->title = title_of(questions);
	d->heading = g_strdup(questions->heading);
	for (guint i = 0; i < questions->left->len; i++)
		g_ptr_array_add(d->left, shortened(questions->left->pdata[i]));
	for (guint i = 0; i < questions->all->len; i++) {
		Answer *a =
			answer_question(index, names, request, questions->all->pdata[i], d, error);
		if (!a)
			return NULL;
		g_ptr_array_add(d->answers, a);
	}
	return g_steal_pointer(&d);
}

Dossier *dossier_of_results(Results *take, const Request *request)
{
	Dossier *d = dossier_empty();
	const char *subject = results_subject(take, request->query);
	const QuestionText q = { NULL, (char *)(subject ? subject : "alle pilots") };
	Answer *a = answer_new(&q);

	d->title = g_strdup_printf("Passages voor ‘%s’", q.text);
	a->strength = take->hits->len ? STRENGTH_STRONG : STRENGTH_NONE;
	a->results = take;
	a->earlier = results_new();
	g_ptr_array_add(d->answers, a);
	return d;
}

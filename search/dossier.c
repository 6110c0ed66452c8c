#include "dossier.h"

#include <math.h>
#include <string.h>

#include "cli.h"
#include "entities.h"
#include "fields.h"
#include "question.h"
#include "questions.h"
#include "results.h"

#define PILOTS 8         /* per question */
#define PER_PILOT 2      /* passages of one */
#define ENOUGH 3         /* passages that are not weak: then weak ones are left out */
#define MOST 6           /* passages per question */
#define LEFT_LETTERS 160 /* of what was left out of a text */

/* Of what is asked, weighed by how telling each word is; tests/relevance/dossier.tsv measures
 * it. */
static const double least[N_STRENGTHS] = { 0, 0.12, 0.34, 0.55 };

static const char *const names[N_STRENGTHS] = { "niets", "zwak", "redelijk", "sterk" };

const char *strength_name(Strength strength)
{
	return names[strength];
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
	g_ptr_array_unref(a->taken);
	g_free(a->follows);
	results_free(a->results);
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
	a->taken = g_ptr_array_new_with_free_func(g_free);
	return a;
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

/* Documents with some form of the word, or in the province that it names. */
static guint frequency_of(Index *index, const char *word)
{
	const Expression *e = query_expression(index->context, word);
	guint most;

	query_province(index->context, word, &most);
	for (guint i = 0; i < e->tokens->len; i++) {
		const Token *t = expression_token(e, i);
		if (!t->stop && t->kind != DUTCH_PART)
			most = MAX(most, index_frequency(index, t->stem));
	}
	return most;
}

/* How telling a word is: the rarer the more, and most when no pilot has it. */
static double weight_of(Index *index, const char *word)
{
	double documents =
		xapian_reader_doccount(index->reader, query_context_error(index->context));

	return log(1 + documents / MAX(frequency_of(index, word), 0.5));
}

/* The telling words of a text. */
static void read_terms(Index *index, const char *text, GPtrArray *terms, GPtrArray *ignored)
{
	g_autoptr(QueryNode) node = question_parse(text, index->context, index->phrases, ignored);

	for (guint i = 0; node && i < node->children->len; i++) {
		const QueryNode *leaf = node->children->pdata[i];
		if (leaf->implied || leaf->kind != NODE_WORD || strchr(leaf->text, ' '))
			continue;
		g_ptr_array_add(terms, g_strdup(leaf->text));
	}
}

/* ---- how much of it is met --------------------------------------------------------------------
 */

/* How much a way of answering tells: 0..1. */
static const double ways[N_VIAS] = {
	[VIA_EXACT] = 1,      [VIA_STEM] = 1,     [VIA_JOINED] = 1,      [VIA_COMPLETED] = 1,
	[VIA_PART] = 0.9,     [VIA_WILDCARD] = 1, [VIA_THESAURUS] = 0.7, [VIA_PROVINCE] = 0.7,
	[VIA_OWN_PART] = 0.4, [VIA_FAMILY] = 0.2,
};

/* The best way in which a pilot answers a word; NULL for none. */
static const Why *met_by(const Hit *h, const char *term)
{
	const Why *best = NULL;

	for (guint i = 0; i < h->why->len; i++) {
		const Why *w = h->why->pdata[i];
		if (strcmp(w->asked, term) == 0 && (!best || ways[w->via] > ways[best->via]))
			best = w;
	}
	return best;
}

/* The part of what is asked that a pilot meets; weights: one for each term. A province says where,
 * and not what: alone it meets nothing of more than one term. */
static double coverage(const Hit *h, const GPtrArray *terms, const double *weights)
{
	double met = 0, asked = 0;
	gboolean what = terms->len == 1;

	for (guint i = 0; i < terms->len; i++) {
		const Why *w = met_by(h, terms->pdata[i]);
		asked += weights[i];
		met += w ? weights[i] * ways[w->via] : 0;
		what |= w && w->via != VIA_PROVINCE;
	}
	return what && asked > 0 ? met / asked : 0;
}

typedef struct {
	Hit *hit;
	double order; /* of its pilot; passages of one pilot stay together */
} Ranked;

static gint by_order(gconstpointer a, gconstpointer b)
{
	const Ranked *x = a, *y = b;

	if (x->order != y->order)
		return x->order > y->order ? -1 : 1;
	return x->hit->rank < y->hit->rank ? -1 : x->hit->rank > y->hit->rank;
}

/* What is named in the question comes first; then the order of the search, whose scores make
 * room for how much of the question is met. Takes the hits out of the results. */
static GArray *rank(Index *index, Answer *a, const GPtrArray *terms, const Entities *entities)
{
	GPtrArray *hits = a->results->hits;
	GArray *ranked = g_array_new(FALSE, FALSE, sizeof(Ranked));
	g_autofree double *weights = g_new0(double, terms->len + 1);
	const Ranked *last = NULL;

	for (guint i = 0; i < terms->len; i++)
		weights[i] = weight_of(index, terms->pdata[i]);
	for (guint i = 0; i < hits->len; i++) {
		Hit *h = hits->pdata[i];
		double lift = entities_lift(entities, h->pilot);
		gboolean same = last && last->hit->pilot == h->pilot;
		Ranked r = { h, same ? last->order : h->score + lift };
		h->score = MIN(1, coverage(h, terms, weights) + lift);
		h->rank = i;
		g_array_append_val(ranked, r);
		last = &g_array_index(ranked, Ranked, ranked->len - 1);
	}
	g_array_sort(ranked, by_order);
	g_ptr_array_set_free_func(hits, NULL);
	g_ptr_array_set_size(hits, 0);
	g_ptr_array_set_free_func(hits, results_hit_free);
	return ranked;
}

/* Keeps what bears on the question; weak passages only where there is little else. */
static void judge(Index *index, Answer *a, const GPtrArray *terms, const Entities *entities)
{
	g_autoptr(GArray) ranked = rank(index, a, terms, entities);
	const Pilot *last = NULL;
	guint good = 0, place = 0;

	for (guint i = 0; i < ranked->len; i++)
		good += dossier_strength(g_array_index(ranked, Ranked, i).hit) >= STRENGTH_FAIR;
	for (guint i = 0; i < ranked->len; i++) {
		Hit *h = g_array_index(ranked, Ranked, i).hit;
		Strength strength = dossier_strength(h);
		if (strength == STRENGTH_NONE || a->results->hits->len >= MOST ||
		    (strength == STRENGTH_WEAK && good >= ENOUGH)) {
			results_hit_free(h);
			continue;
		}
		place += h->pilot != last;
		last = h->pilot;
		h->rank = place;
		a->strength = MAX(a->strength, strength);
		g_ptr_array_add(a->results->hits, h);
	}
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

static Answer *answer_question(Index *index, const Request *request, const QuestionText *q,
			       const Dossier *before, GError **error)
{
	Answer *a = answer_new(q);
	g_autofree char *text = NULL;
	Request one = *request;

	g_autoptr(Entities) entities = entities_find(index, q->text);
	a->has_subject = entities_any(entities) ||
			 question_has_subject(q->text, index->context, index->phrases);
	g_autoptr(GPtrArray) terms = read_question(
		index, a, a->has_subject ? NULL : subject_for(before, q->text), &text);
	one.query = text;
	one.as_question = TRUE;
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
		entities = entities_find(index, text);
	}
	entities_tell(entities, a->recognised);
	judge(index, a, terms, entities);
	if (query_context_check(index->context, error))
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
	d->title = title_of(questions);
	d->heading = g_strdup(questions->heading);
	for (guint i = 0; i < questions->left->len; i++)
		g_ptr_array_add(d->left, shortened(questions->left->pdata[i]));
	for (guint i = 0; i < questions->all->len; i++) {
		Answer *a = answer_question(index, request, questions->all->pdata[i], d, error);
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
	g_ptr_array_add(d->answers, a);
	return d;
}

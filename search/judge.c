#include "judge.h"

#include <math.h>
#include <string.h>

#include "fields.h"
#include "judge_weights.h"
#include "question.h"
#include "ways.h"

#define MANY_WORDS 8 /* telling words: more are as good */

struct Judge {
	const GPtrArray *terms;
	const Entities *entities;
	double *weights; /* how telling each term is */
	double all;      /* of them */
	GPtrArray *absent;
};

const char *judge_feature_name(JudgeFeature feature)
{
	static const char *const names[N_JUDGE_FEATURES] = {
#define FEATURE_NAME(id, name) name,
		JUDGE_FEATURES(FEATURE_NAME)
	};
	return names[feature];
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

/* As a name is written in the text. */
static gboolean is_name(const char *text, const char *word)
{
	const char *at = strstr(text, word);

	return at && question_is_name(text, (gsize)(at - text));
}

Judge *judge_new(Index *index, const char *text, const GPtrArray *terms, const Entities *entities)
{
	Judge *j = g_new0(Judge, 1);

	*j = (Judge) { terms, entities, g_new0(double, terms->len + 1), 0, g_ptr_array_new() };
	for (guint i = 0; i < terms->len; i++) {
		guint documents = frequency_of(index, terms->pdata[i]);
		gboolean general =
			question_is_general(index->phrases, index->context->dutch, terms->pdata[i]);
		/* most telling when no pilot has it */
		j->weights[i] = index_rarity(index, MAX(documents, 0.5)) *
				(general ? way_weights[WAY_GENERAL] : 1);
		j->all += j->weights[i];
		if (!documents && is_name(text, terms->pdata[i]))
			g_ptr_array_add(j->absent, terms->pdata[i]);
	}
	return j;
}

void judge_free(Judge *j)
{
	if (!j)
		return;
	g_free(j->weights);
	g_ptr_array_unref(j->absent);
	g_free(j);
}

const GPtrArray *judge_absent(const Judge *j)
{
	return j->absent;
}

/* ---- how much of it is met ------------------------------------------------------------------- */

/* How much a way of answering tells: 0..1. */
static const double ways[N_VIAS] = {
	[VIA_EXACT] = 1,      [VIA_STEM] = 1,     [VIA_JOINED] = 1,      [VIA_COMPLETED] = 1,
	[VIA_PART] = 0.9,     [VIA_WILDCARD] = 1, [VIA_THESAURUS] = 0.7, [VIA_PROVINCE] = 0.7,
	[VIA_OWN_PART] = 0.4, [VIA_FAMILY] = 0.2,
};

/* Where a word must stand to count. */
typedef struct {
	const char *where; /* NULL: anywhere; "titel" … */
	const char *quote; /* … or in this text, in lower case; NULL */
} Region;

static gboolean is_within(const Why *w, const Region *region)
{
	return (!region->where || strcmp(w->where, region->where) == 0) &&
	       (!region->quote || strstr(region->quote, w->term));
}

/* The best way in which a pilot answers a word; NULL for none. */
static const Why *met_by(const Hit *h, const char *term, const Region *region)
{
	const Why *best = NULL;

	for (guint i = 0; i < h->why->len; i++) {
		const Why *w = h->why->pdata[i];
		if (strcmp(w->asked, term) == 0 && (!best || ways[w->via] > ways[best->via]) &&
		    is_within(w, region))
			best = w;
	}
	return best;
}

/* The part of what is asked that a pilot meets there. A province says where, and not what: alone
 * it meets nothing of more than one term. */
static double coverage(const Judge *j, const Hit *h, const Region *region)
{
	double met = 0;
	gboolean what = j->terms->len == 1;

	for (guint i = 0; i < j->terms->len; i++) {
		const Why *w = met_by(h, j->terms->pdata[i], region);
		met += w ? j->weights[i] * ways[w->via] : 0;
		what |= w && w->via != VIA_PROVINCE;
	}
	return what && j->all > 0 ? met / j->all : 0;
}

/* ---- the chance ------------------------------------------------------------------------------ */

static void read_features(const Judge *j, Hit *const *passages, guint n,
			  double features[N_JUDGE_FEATURES])
{
	const Hit *first = passages[0];
	const double share = entities_share(j->entities, first->pilot);
	const Region anywhere = { NULL, NULL }, title = { fields[FIELD_TITEL].name, NULL };

	features[JUDGE_COVERAGE] = coverage(j, first, &anywhere);
	features[JUDGE_TITLE] = coverage(j, first, &title);
	features[JUDGE_PASSAGE] = 0;
	for (guint i = 0; i < n; i++) {
		g_autofree char *lower = dutch_lower(passages[i]->quote);
		const Region quote = { NULL, lower };
		features[JUDGE_PASSAGE] = MAX(features[JUDGE_PASSAGE], coverage(j, first, &quote));
	}
	features[JUDGE_NAMED] = share;
	features[JUDGE_PLACE] = entities_places(j->entities, first->pilot);
	features[JUDGE_SEARCH] = first->score;
	features[JUDGE_WORDS] = (double)MIN(j->terms->len, MANY_WORDS) / MANY_WORDS;
	features[JUDGE_ABSENT] = MIN(j->absent->len, 1);
}

/* By logistic regression. */
static double chance(const double features[N_JUDGE_FEATURES])
{
	double sum = judge_bias;

	for (int i = 0; i < N_JUDGE_FEATURES; i++)
		sum += judge_weights[i] * features[i];
	return 1 / (1 + exp(-sum));
}

void judge_hits(const Judge *j, Hit *const *passages, guint n)
{
	double *features = g_new0(double, N_JUDGE_FEATURES);

	read_features(j, passages, n, features);
	for (guint i = 0; i < n; i++)
		passages[i]->score = chance(features);
	passages[0]->features = features;
}

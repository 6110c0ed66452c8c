/* The chance that a pilot answers a question. It is calibrated: of what is given 0.8, some eight
 * of ten do. Its features and their weights are a table, judge_weights.h, which
 * tests/relevance/judge.py learns from judged questions. */
#ifndef SEARCH_JUDGE_H
#define SEARCH_JUDGE_H

#include "entities.h"
#include "results.h"

/* X(ID, name): each 0..1 or so, the more the likelier, but for the last. */
#define JUDGE_FEATURES(X)                                                                          \
	X(COVERAGE, "dekking") /* what is asked, by rarity, that the pilot has in any way */       \
	X(PASSAGE, "passage")  /* … that one passage has */                                      \
	X(TITLE, "titel")      /* … that its title has */                                        \
	X(NAMED, "genoemd")    /* its name is there, or a part of it */                            \
	X(PLACE, "plaats")     /* a place, an organisation or a period of it is there */           \
	X(SEARCH, "zoekscore") /* the search's own score, the best has 1 */                        \
	X(WORDS, "woorden")    /* how many telling words there are to go by */                     \
	X(ABSENT, "afwezig")   /* names in the question that no pilot has */

#define JUDGE_FEATURE_ID(id, name) JUDGE_##id,
typedef enum { JUDGE_FEATURES(JUDGE_FEATURE_ID) N_JUDGE_FEATURES } JudgeFeature;

const char *judge_feature_name(JudgeFeature feature);

typedef struct Judge Judge;

/* For one question: its text, its telling words and what it names; the last two are borrowed. */
Judge *judge_new(Index *index, const char *text, const GPtrArray *terms, const Entities *entities);
void judge_free(Judge *judge);

/* Names among the words that no pilot has: GPtrArray of char *, borrowed. */
const GPtrArray *judge_absent(const Judge *judge);

/* Puts the chance of a pilot into the scores of its passages, which had the search's, and the
 * features into the first of them. */
void judge_hits(const Judge *judge, Hit *const *passages, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Judge, judge_free)

#endif

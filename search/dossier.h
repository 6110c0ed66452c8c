/* Parliamentary questions, each with the passages that bear on it. */
#ifndef SEARCH_DOSSIER_H
#define SEARCH_DOSSIER_H

#include "search.h"

/* How well a question, or a passage for it, is met; names in strength_name(). */
typedef enum {
	STRENGTH_NONE,   /* nothing bears on it */
	STRENGTH_WEAK,   /* shares some words, and may be about something else */
	STRENGTH_FAIR,   /* most of what is asked */
	STRENGTH_STRONG, /* nearly all of it, or the very pilot is named */
	N_STRENGTHS
} Strength;

const char *strength_name(Strength strength);

typedef struct {
	char *number, *text;
	GPtrArray *terms, *ignored; /* of char *: words that counted, and that did not */
	GPtrArray *recognised;      /* of char *: "plaats: Rotterdam", "pilot: …" */
	GPtrArray *absent;          /* of char *: names in it that no pilot has */
	gboolean has_subject;       /* of its own: it says what it is about */
	char *follows;              /* the number of the question whose subject it takes along;
				     * NULL */
	GPtrArray *taken;           /* of char *: the words of that */
	Strength strength;          /* of its best passage */
	Results *earlier;           /* what was answered before (earlier.h); may be empty */
	Results *results;           /* the passages; score: 0..1, how much of it is met */
} Answer;

typedef struct {
	char *title;        /* what it is, for exports */
	char *heading;      /* who asks whom about what; NULL */
	GPtrArray *answers; /* of Answer * */
	GPtrArray *left; /* of char *: how what was left out of the text, as no question, starts */
} Dossier;

/* Answers all questions in a text, split and filtered as the request tells. NULL with XAPIAN_ERROR
 * or SEARCH_ERROR, or CLI_ERROR_USAGE when there is no question in it. */
Dossier *dossier_new(Index *index, const Request *request, const char *text, GError **error);
/* Leaves out the passages that are not wanted; question: from 1. */
void dossier_keep(Dossier *dossier,
		  gboolean (*wanted)(guint question, const Pilot *pilot, gpointer user),
		  gpointer user);
void dossier_free(Dossier *dossier);

/* Of a passage in a dossier. */
Strength dossier_strength(const Hit *hit);

/* Results as a dossier of one question without a number, for what is written out; takes the
 * results. */
Dossier *dossier_of_results(Results *take, const Request *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Dossier, dossier_free)

#endif

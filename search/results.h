/* What a search brings: hits with their passages, the counts of facets, and what is to be said
 * of it all. */
#ifndef SEARCH_RESULTS_H
#define SEARCH_RESULTS_H

#include "fields.h"
#include "pilot.h"
#include "plain.h"
#include "query.h"

/* Characters [start, end) of a quote that answer the query. */
typedef struct {
	gsize start, end;
} Span;

/* Why a pilot was found: a word of it answers a word of the query. */
typedef struct {
	char *term; /* as it stands in the pilot, lower case */
	QueryVia via;
	char *asked;       /* the word of the query */
	const char *where; /* "titel", or the section's name: where it tells most */
	double weight;
} Why;

/* "een samenstelling met ‘huur’". The caller frees. */
char *why_in_words(const Why *why);

/* A pilot as it stood in the annex of one date. */
typedef struct {
	Pilot *pilot;
	GPtrArray *changes; /* of Change *: since the edition before; NULL for the oldest */
} Edition;

/* The best passage of one pilot. */
typedef struct {
	guint rank;    /* from 1, over all pages */
	double score;  /* 0..1, never rising with rank when sorted by relevance */
	gboolean full; /* all that was asked for is in it */
	Pilot *pilot;
	const Section *section; /* of the pilot; NULL when it has none */
	char *quote;            /* verbatim; cuts are "[…]" */
	gsize from, to;         /* characters [from, to) of the section that it quotes */
	GArray *spans;          /* of Span, ascending, not overlapping */
	GPtrArray *why;         /* of Why *, heaviest first */
	double *features;       /* of an answer to a question, by which it is judged (judge.h);
				 * else NULL */
	char *added;            /* when it came into the index, "2022-06-15T12:00:00Z" and what
				 * orders it; NULL unless sorted by that */
	GPtrArray *editions;    /* of Edition *, oldest first; empty for a pilot with one */
	/* only of related pilots: */
	GPtrArray *reasons; /* of char *: Dutch, why it is related, strongest first */
	char *group;        /* name of the series it stands for; NULL when it stands for itself */
	GPtrArray *others;  /* of Pilot *: the rest of that series, best first */
} Hit;

typedef struct {
	char *value;
	guint count;
} FacetValue;

typedef struct {
	const Field *field;
	GPtrArray *values;  /* of FacetValue *, most frequent first */
	gboolean estimated; /* counted in a part of the pilots found, and made larger */
} Facet;

/* Something that was asked, and what comes when it is left out. */
typedef struct {
	char *without;     /* "‘huur’", "het filter op plaats": Dutch */
	gboolean is_word;  /* a word of the query; else a filter */
	char *query;       /* what is left of the query; NULL when all of it */
	guint total;       /* pilots that have all of that */
	GPtrArray *pilots; /* of Pilot *: the first of them */
} Relaxed;

/* A value of a filter that no pilot has. */
typedef struct {
	const Field *field;
	const char *param;  /* of the web */
	char *value, *near; /* near: what may have been meant; NULL */
} NearValue;

typedef struct Results {
	char *understood;
	char *did_you_mean;    /* the query with likelier spellings; NULL without */
	gboolean corrected;    /* a word was misspelt, and this is what did_you_mean finds */
	gboolean missing_word; /* one word was asked for, and no pilot has it: hits are those of
				* did_you_mean when that is searched for, else they only may be
				* relevant */
	GPtrArray *ignored;    /* of char * */
	GPtrArray *notices;    /* of char *: Dutch sentences */
	GPtrArray *plain;      /* of PlainFilter *: words of the query that were read as filters */
	GPtrArray *limited;    /* of char *: Dutch sentences, what was done less than asked for */
	GPtrArray *absent;     /* of char *: parts of the collection that could not be searched */
	guint total;           /* pilots found, partial matches included */
	guint total_full;      /* those that have all that was asked for */
	gboolean estimated;    /* total and total_full are about right */
	GPtrArray *hits;       /* of Hit *: the page asked for */
	GPtrArray *list; /* of Pilot *: those that have all that was asked for, when a list of them
			  * was; NULL */
	GPtrArray *facets;        /* of Facet *; empty unless asked for */
	GPtrArray *relaxed;       /* of Relaxed *; empty unless asked for, and with hits enough */
	struct Results *papers;   /* of parliament, that were looked for beside pilots; NULL */
	const char *noun, *nouns; /* what one that was looked for is called, and more: "pilot" */
	GPtrArray *near;          /* of NearValue *: see nearvalue.h */
	char *tree;               /* the query as Xapian runs it; NULL unless asked for */
} Results;

#define SEARCH_MAX_WORDS 64    /* of a typed query; a pasted question may be longer */
#define SEARCH_MAX_WILDCARDS 8 /* of those */

#define SEARCH_ERROR (search_error_quark())
typedef enum {
	SEARCH_ERROR_WORDS,    /* more words than SEARCH_MAX_WORDS */
	SEARCH_ERROR_WILDCARDS /* more wildcards than SEARCH_MAX_WILDCARDS */
} SearchErrorCode;
GQuark search_error_quark(void);
/* A SEARCH_ERROR in Dutch; NULL for any other error. The caller frees. */
char *search_error_in_words(const GError *error);

/* The query that the results are of: as it was typed, or corrected. Borrowed from either. */
const char *results_subject(const Results *results, const char *typed);

/* The counts of a field; NULL when they were not asked for. Borrowed. */
const Facet *results_facet(const Results *results, const Field *field);

/* A number of pilots as people read it: "7", "circa 1200". The caller frees. */
char *count_in_words(guint count, gboolean estimated);

Results *results_new(void);
void results_free(Results *results);

/* Adds a hit without a passage; takes the pilot. Borrowed. */
Hit *results_add(Results *results, Pilot *take);

/* How many passages on end are of the pilot of the i-th. */
guint results_of_pilot(const Results *results, guint i);

/* Frees a Hit that was taken out of the results. */
void results_hit_free(gpointer hit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Results, results_free)

#endif

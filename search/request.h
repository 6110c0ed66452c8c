/* What a user asks: filled by the command line and by URLs from one table, which turns each
 * value into what it is and refuses what is none. Behind it nothing is a word that could be
 * wrong. */
#ifndef SEARCH_REQUEST_H
#define SEARCH_REQUEST_H

#include <glib.h>

#include "pilot.h"
#include "questions.h"

typedef enum {
	SORT_RELEVANCE,
	SORT_START,
	SORT_END,
	SORT_TITLE,
	N_SORTS_ASKED,
	SORT_ADDED = N_SORTS_ASKED, /* what came into the index last comes first; of feeds */
	SORT_DATED,                 /* papers of parliament: the last comes first */
	N_SORTS
} Sort;

typedef enum {
	EDITIONS_LATEST, /* the newest of each pilot */
	EDITIONS_ALL,
	EDITIONS_OF_DATE
} Editions;

typedef struct {
	/* choose */
	char *query;                 /* NULL or text in the query language */
	GPtrArray *chosen[N_FACETS]; /* of char *: values of each facet, any of which will do */
	gboolean in_months;          /* only what runs in one of the months from..to */
	int from, to;                /* both included (looptijd.h) */
	int section;                 /* a SectionKind; -1 for any */
	Editions editions;
	char *date;    /* of EDITIONS_OF_DATE, "2021-12-01"; else NULL */
	char *related; /* id of a pilot: those like it; NULL */
	/* order and amount */
	Sort sort;
	int limit, offset;
	int page;      /* from 1, of `limit` each: sets the offset; 0 when not asked so */
	int papers;    /* of parliament, to be shown behind pilots when no kind is chosen; 0 */
	int per_pilot; /* passages of one pilot at most; 1 */
	gboolean as_question; /* the query is a question, however short */
	const char *own;      /* of that, without a subject that it takes along; NULL: the query */
	const struct Entities *named; /* that it names: what those pilots say of their state is
				       * quoted whole; NULL */
	gboolean literal;             /* its words are words, also where they could be filters */
	Split split;                  /* where a pasted text of questions is split */
	/* what else to say */
	int today; /* the month in which it is asked (looptijd.h), by UTC */
	gboolean facets, explain;
	gboolean relaxed; /* what was nearly found when little was */
} Request;

#define PAPERS_BESIDE 3 /* on a page of pilots: they are not drowned */
#define REQUEST_PER_PAGE 10
#define REQUEST_MAX_LIMIT 1000
#define REQUEST_MAX_OFFSET 10000
#define REQUEST_MAX_WEB 100 /* pilots in one answer of the web */

/* Who asks: names, values and messages of the command line are English, of the web Dutch. */
typedef enum { MOUTH_CLI, MOUTH_WEB, N_MOUTHS } Mouth;

/* What a parameter belongs to: not every page of the web takes each. */
enum {
	REQUEST_QUERY = 1 << 0,
	REQUEST_FILTERS = 1 << 1,
	REQUEST_EDITIONS = 1 << 2,
	REQUEST_PAGES = 1 << 3, /* order and place */
	REQUEST_AMOUNT = 1 << 4,
	REQUEST_EXTRAS = 1 << 5,
	REQUEST_QUESTIONS = 1 << 6, /* of a pasted text */
	REQUEST_NEXT = 1 << 7       /* the first bit that is free for others */
};

typedef struct RequestParam RequestParam;
struct RequestParam {
	const char *name[N_MOUTHS]; /* NULL for a mouth that cannot ask it */
	guint group;
	FacetId facet; /* whose values it chooses, if it does */
	/* FALSE for what is no value. */
	gboolean (*take)(Request *request, const RequestParam *param, Mouth mouth,
			 const char *value);
	/* The values there are, from 0; NULL behind the last. NULL: there is no list. */
	const char *(*value)(Mouth mouth, guint i);
	const char *what;              /* that a value is, in English: "month" */
	const char *expects[N_MOUTHS]; /* what is right, for who gave something else */
	/* Of the command line; argument is NULL for what takes none. */
	const char *argument, *help;
};

/* THE table of what can be asked; the i-th, NULL behind the last. */
const RequestParam *request_param(guint i);
/* By its name; NULL for one that a mouth does not have, or not in these groups. */
const RequestParam *request_param_find(Mouth mouth, const char *name, guint groups);

/* FALSE with CLI_ERROR_USAGE: for the command line the whole message, for the web what would
 * be right. */
gboolean request_take(Request *request, const RequestParam *param, Mouth mouth, const char *value,
		      GError **error);

/* What to tell who gave a value that a parameter of the web does not have: a Dutch sentence, and
 * what would be right. The caller frees. */
char *request_no_value(const char *name, const char *value, const char *expects);
char *request_no_param(const char *name);

/* After the last parameter: what only all of them together tell. FALSE as above. */
gboolean request_finish(Request *request, Mouth mouth, GError **error);

Request *request_new(void);
void request_free(Request *request);
void request_choose(Request *request, FacetId facet, const char *value);
/* Whether pilots, or papers, are asked for: pilots are, unless only papers are chosen. */
gboolean request_is_of(const Request *request, gboolean papers);
/* Asks for papers only, unless a kind is chosen already; FALSE when that is pilots. */
gboolean request_choose_papers(Request *request);
/* Whether what is listed first, pilots or papers, has this facet. */
gboolean request_has_facet(const Request *request, FacetId facet);
/* What is asked, in one way however it was asked: not in which order or how much of it. The caller
 * frees. */
char *request_key(const Request *request);
/* Whether it has a filter: a value of a facet, or months. */
gboolean request_has_filter(const Request *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Request, request_free)

#endif

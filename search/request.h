/* What a user asks: filled by the command line and by URLs from one table of
 * options, checked once, and then only read. */
#ifndef SEARCH_REQUEST_H
#define SEARCH_REQUEST_H

#include <glib.h>

#include "pilot.h"

typedef enum { SORT_RELEVANCE, SORT_START, SORT_END, SORT_TITLE, N_SORTS } Sort;

typedef struct {
	/* choose */
	char *query;                 /* NULL or text in the query language */
	GPtrArray *chosen[N_FACETS]; /* of char *: values of each facet, any of which will do */
	char *active;                /* "2021-03" or "2021-03..2021-06"; NULL for any time */
	GPtrArray *sections;         /* of char *: names of section kinds, at most one */
	char *edition;               /* a date, "latest" or "all" */
	char *related;               /* id of a pilot: those like it; NULL */
	/* order and amount */
	char *sort;
	int limit, offset;
	int per_pilot;        /* passages of one pilot at most; 1 */
	gboolean as_question; /* the query is a question, however short */
	char *question;       /* file of parliamentary questions, "-": standard input; NULL */
	/* output */
	char *format, *output, *color;
	gboolean facets, timeline, explain, partial;
	gboolean missed; /* say what was nearly found when little was */
	/* look inside */
	gboolean list_themes;
	char *analyse, *run, *verify, *changes, *values;
	char *index;
} Request;

#define REQUEST_MAX_LIMIT 1000
#define REQUEST_MAX_OFFSET 10000

Request *request_new(void);
void request_free(Request *request);
void request_choose(Request *request, FacetId facet, const char *value);
/* Whether it has a filter: a value of a facet, or months. */
gboolean request_has_filter(const Request *request);

/* Fills a request from a command line and finishes it. FALSE with CLI_ERROR_USAGE,
 * or without an error when --help was all. */
gboolean request_from_argv(Request *request, int argc, char **argv, GError **error);

/* The end of filling a request, in whatever way: gives what was not asked its
 * standard and checks the rest. FALSE with CLI_ERROR_USAGE. */
gboolean request_finish(Request *request, GError **error);

/* The names that options take, from 0; NULL behind the last. */
const char *request_status_name(guint i);
const char *request_section_name(guint i);
const char *request_sort_name(guint i);
const char *request_color_name(guint i);

/* The order asked for. Only for a finished request. */
Sort request_sort(const Request *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Request, request_free)

#endif

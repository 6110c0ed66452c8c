/* What is asked: from a request to a tree, once, and from that to a query. */
#ifndef SEARCH_ASKED_H
#define SEARCH_ASKED_H

#include "index.h"
#include "plain.h"
#include "query.h"
#include "request.h"
#include "results.h"

typedef struct {
	QueryNode *node; /* of typed words, a pasted question, or the themes; NULL: everything */
	QueryMode mode;
	GPtrArray *ignored; /* of char *: words of a question that say nothing of its subject */
	GPtrArray *notices; /* of char *: Dutch, what had to be mended */
	GPtrArray *plain;   /* of PlainFilter *: plain words of node that are filters */
	gboolean lists;     /* a list of pilots is wanted, or their number */
} Asked;

/* The caller frees; NULL with SEARCH_ERROR: what a query costs is bounded by its shape. */
Asked *asked_new(Index *index, const Request *request, GError **error);
void asked_free(Asked *asked);

/* Its query, with the section that the request narrows it to. The caller frees; NULL with
 * XAPIAN_ERROR. */
Query *asked_query(Index *index, const Request *request, const Asked *asked, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Asked, asked_free)

#endif

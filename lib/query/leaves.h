/* The leaves of a query: words, phrases, wildcards and filters as terms. */
#ifndef QUERY_LEAVES_H
#define QUERY_LEAVES_H

#include "query.h"

/* The query while it is made. */
typedef struct {
	const QueryContext *context;
	Query *query;
	GError *error; /* the first of the reader */
} Build;

typedef GPtrArray QueryList; /* of XapianQuery * */
QueryList *list_new(void);
/* Combines and frees the list; one query stays itself, none is NULL. */
XapianQuery *list_combine(XapianOp op, QueryList *list);

/* The query of a leaf, which is noted in build->query; never NULL. */
XapianQuery *leaf_build(Build *build, const QueryNode *node);
/* TRUE for a word that carries no meaning of its own. */
gboolean leaf_is_stop(Build *build, const QueryNode *node);
/* The destroy functions of Query.leaves and Query.terms. */
void leaf_free(gpointer leaf);
void leaf_terms_unref(gpointer terms);

#endif

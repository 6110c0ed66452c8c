/* The leaves of a query: words, phrases, wildcards and filters as terms. */
#ifndef QUERY_LEAVES_H
#define QUERY_LEAVES_H

#include "query.h"

/* The query while it is made. */
typedef struct {
	const QueryContext *context;
	Query *query;
	guint documents;  /* in the index; 0 without one */
	gboolean spare;   /* weaker ways cost too much: many words, and pilots enough to find */
	gboolean alone;   /* the query is one word: what drowns it drowns all */
	GHashTable *dear; /* of const QueryNode *: words that too many pilots have */
	guint64 expanded; /* pilots that the words of wildcards have so far */
	guint64 families; /* the same of families */
	GError *error;    /* the first of the reader */
} Build;

/* Two readings of a part of a query: all that is asked for, and any of it. The
 * first only decides what a full match is; the weights are of the second. */
typedef struct {
	XapianQuery *full, *any;
} QueryPair;

typedef GPtrArray QueryList; /* of XapianQuery * */
QueryList *list_new(void);
/* Combines and frees the list; one query stays itself, none is NULL. */
XapianQuery *list_combine(XapianOp op, QueryList *list);

/* The queries of a leaf, which is noted in build->query; never NULL. */
QueryPair leaf_build(Build *build, const QueryNode *node);
/* TRUE for a word that carries no meaning of its own. */
gboolean leaf_is_stop(Build *build, const QueryNode *node);
/* Adds what the thesaurus says of an expression of several words, as a leaf with
 * that text; NULLs when it says nothing. */
QueryPair leaf_build_expression(Build *build, const QueryNode *like, const char *text);
/* Two words in a row written as one ("huur geschil": huurgeschil), as a leaf of its
 * own; NULL when the index has no such word. */
XapianQuery *leaf_build_joined(Build *build, const QueryNode *left, const QueryNode *right);
/* The destroy function of Query.leaves. */
void leaf_free(gpointer leaf);

#endif

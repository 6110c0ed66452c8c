/* The leaves of a query: words, phrases, wildcards and filters as terms. */
#ifndef QUERY_LEAVES_H
#define QUERY_LEAVES_H

#include "terms.h"

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

#endif

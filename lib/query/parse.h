/* The query language: text in, a tree out. Nothing is refused for its form:
 * what is unbalanced or alone is understood as well as possible, with a notice.
 *
 *   huur geschil          both words (AND)      huur OR geschil   one of them
 *   NOT huur, -huur       without               ( … )             nesting
 *   "op maat"             these words, as they stand
 *   huur*  *geschil       words that start or end so
 *   titel:huur            in the title; also doel: achtergrond: stand-van-zaken: …
 *   sectie:doel huur      the words beside it in that section
 *   thema:huur status:lopend plaats:Utrecht provincie:Utrecht organisatie:UWV
 * EN, OF and NIET in capitals are AND, OR and NOT. */
#ifndef QUERY_PARSE_H
#define QUERY_PARSE_H

#include "node.h"

G_BEGIN_DECLS

#define QUERY_MAX_BYTES 20000 /* of a query; longer ones are for the caller to refuse */
#define QUERY_MAX_DEPTH 32    /* of brackets; deeper ones are read as if they were not there */

/* The tree of a query, or NULL when there is nothing to search for. Adds to
 * notices (of char *, Dutch sentences for the user) what had to be mended. */
QueryNode *query_parse(const char *text, GPtrArray *notices);
G_END_DECLS

#endif

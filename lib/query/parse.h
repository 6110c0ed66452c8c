/* The query language: text in, a tree out. Nothing is refused for its form:
 * what is unbalanced or alone is understood as well as possible, with a notice.
 *
 *   huur geschil          both words (AND)      huur OR geschil   one of them
 *   NOT huur, -huur       without               ( … )             nesting
 *   "op maat"             these words, as they stand
 *   huur*  *geschil       words that start or end so
 *   titel:huur            in the title; also doel: achtergrond: stand-van-zaken: …
 *   sectie:doel huur      the words beside it in that section
 *   thema:huur status:lopend plaats:Utrecht organisatie:UWV
 * EN, OF and NIET in capitals are AND, OR and NOT. */
#ifndef QUERY_PARSE_H
#define QUERY_PARSE_H

#include <glib.h>

#include "fields.h"

G_BEGIN_DECLS

#define QUERY_MAX_BYTES 20000 /* of a query; longer ones are for the caller to refuse */
#define QUERY_MAX_DEPTH 32    /* of brackets; deeper ones are read as if they were not there */

typedef enum {
	NODE_AND,      /* children */
	NODE_OR,       /* children */
	NODE_NOT,      /* one child */
	NODE_WORD,     /* text: as typed */
	NODE_PHRASE,   /* text: between the quotes */
	NODE_WILDCARD, /* text: with its * at the start, the end or both */
	NODE_FILTER    /* field and text: the value */
} NodeKind;

typedef struct QueryNode {
	NodeKind kind;
	char *text;
	const Field *field;  /* NULL: anywhere in the pilot */
	gboolean implied;    /* not typed so: only helps to rank, and is not shown */
	GPtrArray *children; /* of QueryNode *, owned; NULL for leaves */
} QueryNode;

/* The tree of a query, or NULL when there is nothing to search for. Adds to
 * notices (of char *, Dutch sentences for the user) what had to be mended. */
QueryNode *query_parse(const char *text, GPtrArray *notices);
/* New nodes; text is copied. */
QueryNode *query_node_leaf(NodeKind kind, const char *text);
QueryNode *query_node_branch(NodeKind kind);
void query_node_free(QueryNode *node);

/* TRUE for AND, OR, NOT and their Dutch names: what must stand in quotes to be a value. */
gboolean query_is_operator(const char *text);

/* The tree in the query language, every operator written out. Caller frees. */
char *query_node_text(const QueryNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(QueryNode, query_node_free)

G_END_DECLS

#endif

/* The tree of a query. */
#ifndef QUERY_NODE_H
#define QUERY_NODE_H

#include "fields.h"

G_BEGIN_DECLS

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
	gboolean general;    /* may be asked of any subject: it says less than others */
	GPtrArray *children; /* of QueryNode *, owned; NULL for leaves */
} QueryNode;

/* New nodes; text is copied. */
QueryNode *query_node_leaf(NodeKind kind, const char *text);
QueryNode *query_node_branch(NodeKind kind);
/* With all below it; NULL for NULL. */
QueryNode *query_node_copy(const QueryNode *node);
void query_node_free(QueryNode *node);

/* NODE_AND, NODE_OR or NODE_NOT for their names, English or Dutch, in capitals: what must stand
 * in quotes to be a value. -1 for anything else. */
int query_operator(const char *text, gsize len);

/* The tree in the query language, every operator written out in Dutch. Caller frees. */
char *query_node_text(const QueryNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(QueryNode, query_node_free)

G_END_DECLS

#endif

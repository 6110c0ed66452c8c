/* Plain words that are filters: "lopende pilots scheiden in Brabant na 2021" asks for a status, a
 * province and months. Only when that is sure: else a word stays a word. */
#ifndef SEARCH_PLAIN_H
#define SEARCH_PLAIN_H

#include "index.h"
#include "node.h"

/* What was read, and from which words. */
typedef struct {
	const Field *field;
	gboolean is_section; /* the field is where all words are looked for */
	char *value;         /* as the query language has it: "2022-01..", "lopend" */
	char *words;         /* as typed: "in Rotterdam" */
	char *name;          /* those of them that are a name: "Rotterdam"; else NULL */
	char *without;       /* the query without them */
	char *literal;       /* the query with them as words that are no filter */
} PlainFilter;

void plain_filter_free(gpointer filter);

/* As the interface and the page call it. */
const char *plain_filter_name(const PlainFilter *filter);
const char *plain_filter_label(const PlainFilter *filter);

/* Puts filters in the place of plain words of *node, which may become another; adds to ignored (of
 * char *) words that narrow nothing. GPtrArray of PlainFilter *, owned by the caller; look-ups that
 * fail are the index context's. */
GPtrArray *plain_read(Index *index, QueryNode **node, GPtrArray *ignored);

#endif

/* "Bedoelde u": likelier spellings of the words that the index does not know. A word of correct
 * Dutch is never replaced, and none is replaced by one that the index lacks. */
#ifndef SEARCH_SPELLING_H
#define SEARCH_SPELLING_H

#include "index.h"
#include "node.h"

/* The query with each misspelt word replaced by a known one that is near, or by a compound of
 * a known part and a mended one; NULL when nothing is to be mended, and for NULL. said (of
 * char *, Dutch sentences) gets what was read as what. Errors are kept in the context of the
 * index. The caller frees. */
QueryNode *spelling_mend(Index *index, const QueryNode *node, GPtrArray *said);

/* The same for all words that the index does not know, those of correct Dutch too: to be
 * proposed, where nothing was found. */
QueryNode *spelling_propose(Index *index, const QueryNode *node);

/* TRUE when one word is asked for, and beside it only filters and words that say nothing. */
gboolean spelling_is_alone(Index *index, const QueryNode *node);

#endif

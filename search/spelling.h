/* "Bedoelde u": likelier spellings of the words that the index does not know. */
#ifndef SEARCH_SPELLING_H
#define SEARCH_SPELLING_H

#include "index.h"
#include "node.h"

/* The query with each unknown word replaced by a known one that is near, or by a
 * compound of a known part and a mended one; NULL when nothing is to be mended, and for NULL.
 * Errors are kept in the context of the index. The caller frees. */
QueryNode *spelling_mend(Index *index, const QueryNode *node);

#endif

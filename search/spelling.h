/* "Bedoelde u": likelier spellings of the words that the index does not know. */
#ifndef SEARCH_SPELLING_H
#define SEARCH_SPELLING_H

#include "index.h"
#include "parse.h"

/* The query with each unknown word replaced by a known one that is near, or by a
 * compound of a known part and a mended one; NULL when nothing is to be mended.
 * Changes the tree. The caller frees. */
char *spelling_suggest(Index *index, QueryNode *node);

#endif

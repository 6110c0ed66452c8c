/* What a half-typed query may become: its last word, completed from the index. */
#ifndef SEARCH_SUGGEST_H
#define SEARCH_SUGGEST_H

#include "index.h"

#define SUGGEST_MIN_LETTERS 2 /* of the last word: with fewer anything would do */

typedef struct {
	char *text;   /* the whole query, its last word completed */
	guint pilots; /* that have that word */
} Suggestion;

/* At most `most` of them, most frequent first: GPtrArray of Suggestion *, owned by the
 * caller; empty when there are none. NULL with XAPIAN_ERROR. */
GPtrArray *suggest(Index *index, const char *typed, guint most, GError **error);

#endif

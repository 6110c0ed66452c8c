/* Words of the index by their beginning or end: what wildcards and families stand for.
 *
 * Xapian's own wildcards are expanded in each database apart, so shards would rank in another
 * way than one index; these are expanded over all. What a query can cost is bounded: of many
 * words the most frequent are taken, and no more than so many are looked at. */
#ifndef QUERY_EXPAND_H
#define QUERY_EXPAND_H

#include "terms.h"

#define EXPAND_WORDS 50        /* words that one wildcard may stand for */
#define EXPAND_SCAN 20000      /* words that are looked at to find them */
#define EXPAND_POSTINGS 120000 /* pilots that all words of one query's wildcards may have */

/* Words of text that begin so, as one synonym; NULL for none. field: in texts of that field
 * only, if not NULL. *capped: how many count when there are more, else 0. */
XapianQuery *expand_beginning(Build *build, const char *prefix, const Field *field, guint *capped);
/* Words that end so. */
XapianQuery *expand_ending(Build *build, const char *ending, const Field *field, guint *capped);
/* Stems of a kind (TERM_STEM, TERM_PART) that begin so: what may be relevant too, and may cost
 * less; what is too common is none. */
XapianQuery *expand_family(Build *build, const char *kind, const char *prefix, const Field *field);

#endif

/* What the thesaurus says of a word, as queries. */
#ifndef QUERY_SYNONYMS_H
#define QUERY_SYNONYMS_H

#include "terms.h"

/* Adds the links (of ThesaurusLink *; NULL for none) to the queries of a leaf; in full only what
 * means the same or a kind of it. factor: what the links of it count for. */
void synonyms_add(Build *b, guint leaf, const GPtrArray *links, double factor, QueryPair *to);

#endif

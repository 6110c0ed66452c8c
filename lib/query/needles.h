/* A quick look whether a text can have a match at all, so that only those sentences are
 * analysed that may. It errs on one side: what it rules out has no match. */
#ifndef QUERY_NEEDLES_H
#define QUERY_NEEDLES_H

#include "query.h"

G_BEGIN_DECLS

/* What every word that answers the query has in it, in letters. */
Needles *needles_new(const Query *query);
void needles_free(Needles *needles);

/* FALSE when no word of text[0..len) answers the query. */
gboolean needles_may_match(const Needles *needles, const char *text, gsize len);

G_END_DECLS

#endif

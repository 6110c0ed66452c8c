/* What a query nearly found: which pilots come when one part of it is left out. */
#ifndef SEARCH_MISSED_H
#define SEARCH_MISSED_H

#include "asked.h"

/* Fewer whole answers than this, and what was nearly missed is looked for. */
#define MISSED_FEW 3

/* Searches without the rest of search(): suggestions and this. */
typedef Results *(*MissedSearch)(Index *index, const Request *request, const Asked *asked,
				 GError **error);

/* Adds to results->missed what each part of the request that is left out brings, when that
 * is more than now. FALSE with XAPIAN_ERROR. */
gboolean missed_find(Index *index, const Request *request, const Asked *asked,
		     MissedSearch search_once, Results *results, GError **error);

#endif

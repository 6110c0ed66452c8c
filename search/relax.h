/* What a query nearly found: which pilots come when one part of it is left out. */
#ifndef SEARCH_RELAX_H
#define SEARCH_RELAX_H

#include "asked.h"

/* Fewer whole answers than this, and what was nearly missed is looked for. */
#define RELAX_FEW 3

/* Searches without the rest of search(): suggestions and this. */
typedef Results *(*RelaxSearch)(Index *index, const Request *request, const Asked *asked,
				GError **error);

/* Adds to results->relaxed what each part of the request that is left out brings, when that
 * is more than now. FALSE with XAPIAN_ERROR. */
gboolean relax_find(Index *index, const Request *request, const Asked *asked,
		    RelaxSearch search_once, Results *results, GError **error);

#endif

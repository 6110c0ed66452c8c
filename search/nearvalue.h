/* Values of filters that no pilot has: that is said, with the one that may have been meant. */
#ifndef SEARCH_NEARVALUE_H
#define SEARCH_NEARVALUE_H

#include "asked.h"
#include "relax.h"

/* Adds to results->near and results->notices each place, province, organisation and reference date
 * of the request that the index does not have; where something is found, only those beside another
 * value. FALSE with XAPIAN_ERROR. */
gboolean nearvalue_tell(Index *index, const Request *request, RelaxSearch search_once,
			Results *results, GError **error);

#endif

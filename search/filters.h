/* The filters of a request, and the counts of their values. */
#ifndef SEARCH_FILTERS_H
#define SEARCH_FILTERS_H

#include "index.h"
#include "request.h"
#include "results.h"

#define EXACT_COUNT 2000 /* matches up to here are counted, beyond it estimated */

/* The query with all filters of the request but that of one facet (N_FACETS: all); phrases: see
 * query_among(). */
XapianQuery *filters_apply(const Index *index, const Request *request, const XapianQuery *query,
			   gboolean phrases, FacetId without);

/* Makes the enquire count the values of the facets. */
void facets_count(XapianEnquire *enquire, const Request *request);
/* Fills results->facets from matches that were counted. A facet that is filtered counts
 * what would be found without its own filter, so that one choice does not empty its
 * siblings. */
gboolean facets_fill(Results *results, const Index *index, const Request *request,
		     const Query *query, const XapianMatches *matches, GError **error);

#endif

/* What is asked: from a request to a query. */
#ifndef SEARCH_ASKED_H
#define SEARCH_ASKED_H

#include "index.h"
#include "query.h"
#include "request.h"
#include "results.h"

/* The query of a request: typed words, a pasted question, or its themes. What was ignored and
 * what should be told of it goes to results. The caller frees; NULL with SEARCH_ERROR or
 * XAPIAN_ERROR. */
Query *asked_query(Index *index, const Request *request, Results *results, GError **error);

/* The cost of a query is bounded by its shape. FALSE with SEARCH_ERROR. */
gboolean asked_check_size(const QueryNode *node, GError **error);

#endif

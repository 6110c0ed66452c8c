/* Pilots like a given one. */
#ifndef SEARCH_RELATED_H
#define SEARCH_RELATED_H

#include "index.h"
#include "request.h"
#include "results.h"

/* Those like the pilot with the id request->related, within the filters of the request:
 * each with its reasons, a series of nearly the same texts as one hit. NULL with
 * CLI_ERROR_USAGE (no such pilot) or XAPIAN_ERROR. */
Results *related_search(Index *index, const Request *request, GError **error);

#endif

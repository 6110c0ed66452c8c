/* THE contract: a request in, results out. The command line and the web are two
 * thin mouths on it. */
#ifndef SEARCH_H
#define SEARCH_H

#include "index.h"
#include "request.h"
#include "results.h"

/* NULL with CLI_ERROR_USAGE (unknown theme or pilot), SEARCH_ERROR or XAPIAN_ERROR. */
Results *search(Index *index, const Request *request, GError **error);

#endif

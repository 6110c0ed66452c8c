/* THE contract: a request in, results out. The command line and the web are two
 * thin mouths on it. */
#ifndef SEARCH_H
#define SEARCH_H

#include "index.h"
#include "request.h"
#include "results.h"

/* NULL with CLI_ERROR_USAGE (unknown theme or pilot), SEARCH_ERROR or XAPIAN_ERROR. */
Results *search(Index *index, const Request *request, GError **error);

/* The query of a request alone, its misspelt words mended, to mark in a text what it finds there.
 * NULL without an error when nothing is asked for. The caller frees. */
Query *search_query(Index *index, const Request *request, GError **error);

#endif

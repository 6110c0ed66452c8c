/* Many queries at once, for measuring relevance. */
#ifndef SEARCH_RUN_H
#define SEARCH_RUN_H

#include <stdio.h>

#include "search.h"

/* Reads lines of "qid TAB query" and writes a TREC run: "qid Q0 id rank score
 * pilotzoeker", at most request->limit hits a query. A query is read as the
 * command line would read it. FALSE with CLI_ERROR_USAGE for a file of another form,
 * G_FILE_ERROR or XAPIAN_ERROR. */
gboolean run_queries(Index *index, const Request *request, const char *path, FILE *out,
		     GError **error);

#endif

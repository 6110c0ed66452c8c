/* What came into the index since a moment: of each pilot its newest edition against the one that
 * was there before, pilots that a new annex does not name, and new papers of parliament. A record
 * that was only corrected keeps its moment, and is no news. The moment up to which it is told is
 * the one to ask from the next time. */
#ifndef SEARCH_NEWSINCE_H
#define SEARCH_NEWSINCE_H

#include "news.h"
#include "request.h"

/* moment: a day ("2022-06-01", from its begin, UTC) or a moment ("2022-06-01T12:00:00Z"). Only
 * what the request finds, when it has a query or a filter: what has all of it. NULL with
 * CLI_ERROR_USAGE for another text or a question, or with an error of the search. The request
 * is narrowed on the way. The caller frees. */
NewsList *newsince_find(Index *index, const char *moment, Request *request, GError **error);

#endif

/* What was answered before: for a question of parliament, earlier questions with their answers. */
#ifndef SEARCH_EARLIER_H
#define SEARCH_EARLIER_H

#include "pilotnames.h"
#include "results.h"
#include "search.h"

#define EARLIER_SHOWN 3 /* for a question */

/* Those that are most like a question: text, with its telling words; own: without a subject that it
 * takes along. Each hit quotes the answer; its score is the chance that it bears on the question,
 * its others are those with the same answer, and its reasons say when it is older than what pilots
 * (the passages that were found of them) say. The caller frees; NULL with XAPIAN_ERROR. */
Results *earlier_find(Index *index, const Names *names, const Request *request, const char *text,
		      const char *own, const GPtrArray *terms, const Results *pilots,
		      GError **error);

#endif

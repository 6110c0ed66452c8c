/* When pilots run, in the index, and the pilots that run in given months.
 *
 * A period is the terms of the whole years, whole quarters and other months that it is made
 * of: "2021", "2021-K2", "2021-03". A side that is open is a number. */
#ifndef INDEX_ACTIVE_H
#define INDEX_ACTIVE_H

#include "pilot.h"
#include "xapian-c.h"

#define ACTIVE_MAX_MONTHS 240 /* of a range that can be asked for */

/* Notes the periods of a pilot in its document. */
void active_add(XapianDoc *doc, const Pilot *pilot);

/* "2022-03", "2022" (its months), or "2021-03..2021-06", of which one side may be empty: then it is
 * PERIOD_OPEN. FALSE when it is none of these, or longer than allowed. */
gboolean active_parse(const char *text, int *from, int *to);
/* The same back. The caller frees. */
char *active_text(int from, int to);

/* "januari 2022 tot en met maart 2022", "2022", "vanaf maart 2022", "tot en met maart 2022". The
 * caller frees. */
char *active_in_words(int from, int to);

/* Those with a period that has a month of first..last in it, open ends included;
 * weightless. Of a side that is open as many months as may be asked for. */
XapianQuery *active_query(int first, int last);

#endif

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

/* "2022-03" or "2021-03..2021-06": FALSE when it is neither, or longer than allowed. */
gboolean active_parse(const char *text, int *from, int *to);
/* The same back. The caller frees. */
char *active_text(int from, int to);

/* Those with a period that has a month of from..to in it, open ends included;
 * weightless. */
XapianQuery *active_query(int from, int to);

#endif

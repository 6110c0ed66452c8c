/* Pilots that run in given months. */
#ifndef QUERY_ACTIVE_H
#define QUERY_ACTIVE_H

#include "xapian-c.h"

#define ACTIVE_MAX_MONTHS 240 /* of a range that can be asked for */

/* "2022-03" or "2021-03..2021-06": FALSE when it is neither, or longer than allowed. */
gboolean active_parse(const char *text, int *from, int *to);

/* Those with a period that has a month of from..to in it, open ends included;
 * weightless. */
XapianQuery *active_query(int from, int to);

#endif

/* The passage of a pilot that answers a query best. */
#ifndef SEARCH_PASSAGE_H
#define SEARCH_PASSAGE_H

#include "search.h"

#define PASSAGE_CHARS 320 /* a quote is about this long at most */

/* Fills section, quote, spans and why of a hit that has its pilot. Of the
 * sections the one with the most telling words is taken, of its sentences those
 * around the most telling. Without any match it is the start of the Doel. */
void passage_choose(Hit *hit, const Query *query, Dutch *dutch);

#endif

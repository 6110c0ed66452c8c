/* Why one pilot is like another, and which of them are a series. */
#ifndef SEARCH_KINSHIP_H
#define SEARCH_KINSHIP_H

#include "index.h"
#include "results.h"

/* Fills the reasons of all hits, which are like `pilot` in their words, adds to their scores
 * what these reasons weigh, and orders them anew. sentences: those of the pilot
 * (phrasing.h); query: its telling words, the most telling first. */
void kinship_judge(const Index *index, const Pilot *pilot, const GPtrArray *sentences,
		   const Query *query, Results *results);

/* Makes one hit of those that have most of their set phrases in common: the best one, with
 * the others under it. */
void kinship_group(Results *results);

#endif

/* Why a pilot was found. */
#ifndef SEARCH_REASONS_H
#define SEARCH_REASONS_H

#include "results.h"

/* Adds to a hit which words of its pilot answer which of the query, the heaviest first. */
void reasons_add(Hit *hit, const Query *query, const PilotMatches *matches);

#endif

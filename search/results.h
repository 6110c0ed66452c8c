/* Making results, for who searches. */
#ifndef SEARCH_RESULTS_H
#define SEARCH_RESULTS_H

#include "search.h"

Results *results_new(void);

/* Adds a hit without a passage; takes the pilot. Borrowed. */
Hit *results_add(Results *results, Pilot *take);

/* Frees a Hit that was taken out of the results. */
void results_hit_free(gpointer hit);

#endif

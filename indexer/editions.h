/* The same pilot in annexes of different dates. */
#ifndef INDEXER_EDITIONS_H
#define INDEXER_EDITIONS_H

#include <glib.h>

/* Fills in identity (the same for all editions of a pilot) is_latest and owns_id of all pilots.
 * Two are the same pilot when stated says so ("new-id = old-id" a line), when they have
 * the same id, when the newer was formerly called as the older, or when their titles
 * are nearly the same. */
void editions_match(GPtrArray *pilots, const char *stated);

#endif

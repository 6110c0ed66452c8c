/* The whole collection at a glance: themes by status, and when pilots begin and end. */
#ifndef SEARCH_OVERVIEW_H
#define SEARCH_OVERVIEW_H

#include "index.h"
#include "themes.h"

/* Pilots by their status on the reference date. */
typedef struct {
	const Theme *theme; /* NULL: all pilots, of a theme or not */
	guint total, by_status[N_STATUSES];
	gboolean estimated; /* they are about right */
} Spread;

/* One for each theme, in order, and one for all: GArray of Spread, owned by the caller. NULL
 * with an error of search(). */
GArray *overview_themes(Index *index, GError **error);

/* How many pilots begin, and how many end, in one quarter. */
typedef struct {
	guint starts, ends;
} Quarter;

typedef struct {
	int first;              /* the month in which the first quarter begins (looptijd.h) */
	GArray *quarters;       /* of Quarter, without a gap; empty when no period is known */
	guint no_start, no_end; /* pilots of which that month is not known */
} Quarters;

#define OVERVIEW_MOST 1000 /* pilots: of more nothing is counted by reading them */

/* Of the newest edition of each pilot, by its first and last month. NULL without an error where
 * there are more than OVERVIEW_MOST. The caller frees. */
Quarters *overview_quarters(Index *index, GError **error);
void quarters_free(Quarters *quarters);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Quarters, quarters_free)

#endif

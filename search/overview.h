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

#endif

/* A query against all texts of a pilot. */
#ifndef QUERY_PILOTMATCH_H
#define QUERY_PILOTMATCH_H

#include "pilot.h"
#include "query.h"

G_BEGIN_DECLS

typedef struct {
	GArray *title;       /* of QueryMatch */
	GPtrArray *sections; /* of GArray of QueryMatch: one for each section, in order */
} PilotMatches;

/* Looks in the tokens that are kept with the pilot; without them, or when they are damaged,
 * it analyses the texts. The caller frees. */
PilotMatches *pilotmatch_find(const Query *query, const Pilot *pilot, Dutch *dutch);
/* The same in tokens that are there, of which strings and offset come from tokens_strings() and
 * wanted (a byte for each string) says which are worth a look. */
PilotMatches *pilotmatch_find_wanted(const Query *query, const Pilot *pilot,
				     const GPtrArray *strings, gsize offset, const guchar *wanted);
void pilotmatch_free(PilotMatches *matches);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PilotMatches, pilotmatch_free)

G_END_DECLS

#endif

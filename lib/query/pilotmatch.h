/* A query against all texts of a pilot. */
#ifndef QUERY_PILOTMATCH_H
#define QUERY_PILOTMATCH_H

#include "analysis.h"
#include "query.h"

G_BEGIN_DECLS

typedef struct {
	GArray *title;       /* of QueryMatch */
	GPtrArray *sections; /* of GArray of QueryMatch: one for each section, in order */
} PilotMatches;

/* The caller frees. */
PilotMatches *pilotmatch_find(const Query *query, const Pilot *pilot, Dutch *dutch);
/* The same in what was made of it; wanted (a byte for each string of it) says which strings
 * are worth a look. */
PilotMatches *pilotmatch_find_analysed(const Query *query, const Pilot *pilot,
				       const Analysis *analysis, const guchar *wanted);
void pilotmatch_free(PilotMatches *matches);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PilotMatches, pilotmatch_free)

G_END_DECLS

#endif

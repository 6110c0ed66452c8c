/* The documents of a collection: what an index says that it was made of. */
#ifndef PILOT_SOURCES_H
#define PILOT_SOURCES_H

#include "pilot.h"

typedef struct {
	char *file, *sha256;
	char *title, *reference_date; /* NULL without */
	guint pilots;                 /* how many were read from it */
} Document;

/* The documents of the pilots (of Pilot *), by reference date and file, as JSON. The
 * caller frees. */
char *sources_to_json(const GPtrArray *pilots);

/* GPtrArray of Document *, owned by the caller; empty for text that is not of
 * sources_to_json(). */
GPtrArray *sources_from_json(const char *json);

#endif

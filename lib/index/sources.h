/* The documents of a collection: what an index says that it was made of. */
#ifndef INDEX_SOURCES_H
#define INDEX_SOURCES_H

#include "pilot.h"

typedef struct {
	char *file, *sha256;
	char *title, *reference_date; /* NULL without */
	guint pilots;                 /* how many were read from it */
	guint documents;              /* that it stands for; more than 1: of one date */
} Document;

#define SOURCES_MAX 50 /* of more, only what each reference date has is kept */

/* Documents (of Document *), by reference date and file, as JSON; of more than SOURCES_MAX,
 * the number per reference date. The caller frees. */
char *sources_to_json(const GPtrArray *documents);

/* GPtrArray of Document *, owned by the caller; empty for text that is not of
 * sources_to_json(). */
GPtrArray *sources_from_json(const char *json);

void sources_document_free(gpointer document);

#endif

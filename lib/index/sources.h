/* The documents of a collection: what an index says that it was made of. */
#ifndef INDEX_SOURCES_H
#define INDEX_SOURCES_H

#include <glib.h>

/* Its strings are of who made it, or stand in the bytes that were read. */
typedef struct {
	const char *file, *sha256;
	const char *title, *reference_date; /* NULL without */
	guint pilots;                       /* how many were read from it */
	guint documents; /* that it stands for: 1; or more, of one date, and then it has no name */
} Document;

#define SOURCES_MAX 50 /* of more, only what each reference date has is kept */

/* Documents (of Document *), by reference date and file; of more than SOURCES_MAX, the number
 * per reference date. The caller unrefs. */
GByteArray *sources_write(const GPtrArray *documents);

/* GPtrArray of Document *, which the caller unrefs before it frees the bytes; NULL for bytes
 * that are not of sources_write(). */
GPtrArray *sources_read(const char *bytes, gsize len);

#endif

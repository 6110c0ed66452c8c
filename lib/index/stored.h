/* What the index keeps of a pilot, the only copy of its text: the data of a document.
 *
 * The bytes: a checksum of the rest in 8, the low ones first; then the values in the order of
 * stored.c, as flat.h has them. JSON is made from it when it is asked for. */
#ifndef INDEX_STORED_H
#define INDEX_STORED_H

#include "pilot.h"

G_BEGIN_DECLS

/* The caller frees. */
GBytes *stored_write(Pilot *pilot);

/* The pilot that was written, its strings in the bytes. NULL with
 * XAPIAN_ERROR_CORRUPT for bytes that are not as they were written. */
Pilot *stored_read(GBytes *bytes, GError **error);

/* A hash of what is said of a pilot, for telling that it changed: all but where in its file
 * it stands. */
guint64 stored_hash(Pilot *pilot);

G_END_DECLS

#endif

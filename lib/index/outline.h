/* Where the values of a record stand in its JSON, so that a pilot is read from it without
 * parsing: that costs a tenth. The JSON stays the record; the outline is made from it, and
 * without one the JSON is parsed.
 *
 * The bytes: the values in the order of outline.c. A text is its place in the JSON plus one (0:
 * there is none) and its length there; a number is itself. All of them as varint.h
 * has them. */
#ifndef INDEX_OUTLINE_H
#define INDEX_OUTLINE_H

#include "pilot.h"

G_BEGIN_DECLS

/* The outline of a pilot's record; the caller unrefs. */
GByteArray *outline_make(Pilot *pilot, const char *json);

/* The pilot of a record by its outline; NULL when the bytes are not an outline of it. */
Pilot *outline_read(const char *json, gsize json_len, const guint8 *outline, gsize len);

G_END_DECLS

#endif

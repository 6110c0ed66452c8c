/* Numbers and texts one behind the other, written and read by one walk, so that their order
 * stands in one place: flat_number(&f, n) writes n, or returns what stands there.
 *
 * A number is its 7 bits a byte, the low ones first, the high bit on all but the last (LEB128).
 * A text is its length plus one (0: NULL), its bytes and a NUL, so that it can be used where
 * it stands. */
#ifndef INDEX_FLAT_H
#define INDEX_FLAT_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
	GByteArray *out;       /* NULL when reading */
	const guint8 *p, *end; /* when reading */
	gboolean failed;       /* what was read is not what was written */
} Flat;

/* To append to bytes; to read them. Neither owns them. */
Flat flat_writer(GByteArray *out);
Flat flat_reader(const guint8 *bytes, gsize len);

guint64 flat_number(Flat *flat, guint64 n);
/* What is read is borrowed from the bytes. */
const char *flat_text(Flat *flat, const char *text);
/* A number of things to come; when reading no more than the bytes can hold. */
guint flat_count(Flat *flat, guint n);

G_END_DECLS

#endif

/* Numbers of 7 bits a byte, the low ones first, the high bit on all but the last (LEB128). */
#ifndef INDEX_VARINT_H
#define INDEX_VARINT_H

#include <glib.h>

static inline void varint_put(GByteArray *out, gsize n)
{
	guint8 byte;

	do {
		byte = (guint8)((n & 0x7f) | (n > 0x7f ? 0x80 : 0));
		g_byte_array_append(out, &byte, 1);
		n >>= 7;
	} while (n);
}

/* The number at *p, which moves behind it; *damaged becomes TRUE, with 0, when there is none
 * before end. */
static inline gsize varint_get(const guint8 **p, const guint8 *end, gboolean *damaged)
{
	gsize n = 0;

	for (guint shift = 0; *p < end && shift < 35; shift += 7) {
		guint8 byte = *(*p)++;
		n |= (gsize)(byte & 0x7f) << shift;
		if (!(byte & 0x80))
			return n;
	}
	*damaged = TRUE;
	return 0;
}

#endif

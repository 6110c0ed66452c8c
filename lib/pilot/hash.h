/* A hash that is the same on every machine and in every version: FNV-1a of 64 bits
 * (Fowler, Noll, Vo). For telling things apart, never for safety. */
#ifndef PILOT_HASH_H
#define PILOT_HASH_H

#include <glib.h>

static inline guint64 hash_bytes(const char *bytes, gsize len)
{
	guint64 hash = G_GUINT64_CONSTANT(0xcbf29ce484222325);

	for (gsize i = 0; i < len; i++)
		hash = (hash ^ (guchar)bytes[i]) * G_GUINT64_CONSTANT(0x100000001b3);
	return hash;
}

#endif

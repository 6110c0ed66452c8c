/* A hash that is the same on every machine and in every version: FNV-1a of 64 bits
 * (Fowler, Noll, Vo). For telling things apart, never for safety. */
#ifndef PILOT_HASH_H
#define PILOT_HASH_H

#include <glib.h>
#include <string.h>

static inline guint64 hash_bytes(const char *bytes, gsize len)
{
	guint64 hash = G_GUINT64_CONSTANT(0xcbf29ce484222325);

	for (gsize i = 0; i < len; i++)
		hash = (hash ^ (guchar)bytes[i]) * G_GUINT64_CONSTANT(0x100000001b3);
	return hash;
}

static inline guint64 hash_word(guint64 hash, guint64 word)
{
	hash = (hash ^ GUINT64_FROM_LE(word)) * G_GUINT64_CONSTANT(0x9e3779b97f4a7c15);
	return hash << 29 | hash >> 35; /* so that two high bits do not undo each other */
}

/* Notices any change of a single word of 8 bytes, at some gigabytes a second: for damage on
 * disk, never against people. */
static inline guint64 hash_checksum(guint64 hash, const void *bytes, gsize len)
{
	const guchar *p = bytes;
	guint64 word;

	for (; len >= sizeof word; p += sizeof word, len -= sizeof word) {
		memcpy(&word, p, sizeof word);
		hash = hash_word(hash, word);
	}
	if (len > 0) {
		word = len;
		memcpy(&word, p, len);
		hash = hash_word(hash, word);
	}
	return hash;
}

#endif

/* The part lexicon: which words are first and last parts of compounds, and how
 * often. Learned from a word list (lexicon/generate.py), compiled in by mkdata. */
#ifndef DUTCH_LEXICON_H
#define DUTCH_LEXICON_H

#include <glib.h>

#define LEXICON_SLOTS 65536u /* of the hash table; a power of two */
#define LEXICON_FAMILIAR 5   /* words with it as first part make a part familiar */

enum {
	LEXICON_WHOLE = 1 << 0,       /* never split this word */
	LEXICON_PARTICLE = 1 << 1,    /* uit, voor, be: never a part of its own */
	LEXICON_OFTEN_FIRST = 1 << 2, /* the first part of LEXICON_FAMILIAR words and more */
};

typedef struct {
	guint32 offset; /* in the pool */
	/* Costs in thousandths of a nat; 0: never there. */
	guint16 left, left_s; /* as a first part, without and with a linking s */
	guint16 right;        /* as the last part */
	guint8 length;        /* 0: an empty slot */
	guint8 flags;
} LexiconSlot;

/* The entry of a word of n letters; NULL when it is not a part. */
const LexiconSlot *lexicon_find(const char *word, gsize n);

/* FNV-1a, mixed: the same in mkdata and here. */
static inline guint32 lexicon_hash(const char *word, gsize n)
{
	guint32 h = 2166136261u;

	for (gsize i = 0; i < n; i++)
		h = (h ^ (guchar)word[i]) * 16777619u;
	return h ^ (h >> 15);
}

#endif

/* Compounds: a word as the parts that it is made of. */
#ifndef DUTCH_SPLIT_H
#define DUTCH_SPLIT_H

#include <glib.h>

#define SPLIT_MAX_PARTS 12
#define SPLIT_MAX_LETTERS 64 /* a longer word is not split */

/* Letters [start, end) of the word; a linking s behind it is in no part. */
typedef struct {
	guint8 start, end;
} SplitPart;

/* Splits a folded word of n letters a-z; other words are one part. Returns the
 * number of parts, 1 when it stays whole. loose: a name made of words written
 * together (a host name), where parts may be unknown. */
guint split_word(const char *word, gsize n, gboolean loose, SplitPart parts[SPLIT_MAX_PARTS]);

/* Where the last part of the word begins when it is split in two: at "verlener" in
 * "rechtsbijstandverlener". 0 for a word that stays whole. */
gsize split_head(const char *word, gsize n);

/* The length of a particle that the word begins with ("uit" in "uitstroom"), when
 * three letters and more are left; else 0. */
gsize split_particle(const char *word, gsize n);

/* "huurder", "handelaars": the length of what the person does (huur, handel), when
 * that is a familiar part; else 0. */
gsize split_agent_base(const char *word, gsize n);

#endif

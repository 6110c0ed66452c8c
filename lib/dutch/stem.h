/* Stems: libstemmer's Dutch (Porter) stemmer, with what it is known to miss put
 * right before and after it. */
#ifndef DUTCH_STEM_H
#define DUTCH_STEM_H

#include <glib.h>

typedef struct Stemmer Stemmer;

Stemmer *stemmer_new(void);
void stemmer_free(Stemmer *stemmer);

/* Appends the stem of a folded word to out. Never empty for a word that is not. */
void stemmer_stem(Stemmer *stemmer, const char *folded, GString *out);

#endif

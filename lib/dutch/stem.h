/* Stems: libstemmer's Dutch (Porter) stemmer on folded words. */
#ifndef DUTCH_STEM_H
#define DUTCH_STEM_H

#include <glib.h>

typedef struct Stemmer Stemmer;

Stemmer *stemmer_new(void);
void stemmer_free(Stemmer *stemmer);

/* Appends the stem of a folded word to out. */
void stemmer_stem(Stemmer *stemmer, const char *folded, GString *out);

#endif

/* Where sentences begin and end. */
#ifndef DUTCH_SENTENCES_H
#define DUTCH_SENTENCES_H

#include <glib.h>

typedef struct {
	gsize start, end; /* bytes, without white space around it */
	guint paragraph;  /* sentences of one line share a number */
} Sentence;

/* The sentences of a text: GArray of Sentence, in order; the caller unrefs. A line
 * end always ends a sentence; a full stop in "nr. 4" or "J. Jansen" does not. */
GArray *sentences_of(const char *text);

#endif

/* Numbers of notes in a pasted text: "verschenen?1 2", "rapport.[1]", "bericht? 1)". */
#ifndef SEARCH_NOTEREF_H
#define SEARCH_NOTEREF_H

#include <glib.h>

G_BEGIN_DECLS

/* A text in single spaces without the numbers of notes, as far as they are sure: behind the
 * end of a sentence or a quote, in square brackets, raised, or a digit that is glued to a word.
 * "CO2", "2,5" and "art. 6:162" stay. The caller frees. */
char *noteref_without(const char *text);

G_END_DECLS

#endif

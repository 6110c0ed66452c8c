/* Numbers of notes that stand in a text as any other: "verschenen?1 2", "rapport.[1]", "bericht?
 * 1)". */
#ifndef PILOT_NOTEREF_H
#define PILOT_NOTEREF_H

#include <glib.h>

G_BEGIN_DECLS

/* A text in single spaces without the numbers of notes, as far as they are sure: behind the
 * end of a sentence or a quote, in square brackets, raised, or a digit that is glued to a word.
 * "CO2", "2,5" and "art. 6:162" stay. The caller frees. */
char *noteref_without(const char *text);

/* The same text with those numbers as marks of notes ("blijkt?¹"), as far as they go on where the
 * last ended: *last is the number of the last note above, 0 without, and is moved. Another number
 * stays as it is: "vrijdag18 oktober" has a blank too few. The caller frees. */
char *noteref_raised(const char *text, guint *last);

G_END_DECLS

#endif

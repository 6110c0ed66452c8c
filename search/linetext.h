/* How a line of a pasted text starts and ends. */
#ifndef SEARCH_LINETEXT_H
#define SEARCH_LINETEXT_H

#include <glib.h>

G_BEGIN_DECLS

/* Whether a text starts as a sentence does: with a capital, in quotes or not. */
gboolean linetext_starts(const char *text);
/* Whether its first len bytes end as a sentence does, but for quotes and numbers of notes: with
 * one of the letters of ends, such as ".?!". */
gboolean linetext_ends(const char *text, gsize len, const char *ends);
/* Whether there is a question mark in it, but for those in addresses. */
gboolean linetext_asks(const char *text);

G_END_DECLS

#endif

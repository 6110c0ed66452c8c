/* A pasted text line by line, each with the mark it starts with: "3.", "Vraag 3", a bullet. */
#ifndef SEARCH_OUTLINE_H
#define SEARCH_OUTLINE_H

#include "line.h"

G_BEGIN_DECLS

/* All lines that are not empty: GArray of Line, owned by the caller. Spaces, line ends and
 * bullets of other programs are read as what they stand for, and marks behind a sentence
 * ("Een? 2. Twee?") start a line. */
GArray *outline_of(const char *text);

#define outline_line(outline, i) (&g_array_index(outline, Line, i))

G_END_DECLS

#endif

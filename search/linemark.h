/* What a line of a pasted text starts with. */
#ifndef SEARCH_LINEMARK_H
#define SEARCH_LINEMARK_H

#include "line.h"

G_BEGIN_DECLS

/* Fills in the mark of a line, whose other members are there. */
void linemark_read(Line *line);

/* The number before a full stop or a bracket that a text starts with, and what stands behind
 * it; 0 for none. */
int linemark_number(const char *text, const char **rest);
/* Whether a text starts with "Vraag 2:" or "Antwoord 2:". */
gboolean linemark_labelled(const char *text);

G_END_DECLS

#endif

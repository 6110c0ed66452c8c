/* References to official publications in a text, by their numbers, however those are printed. What
 * may be something else is left out: a number without a word for what it is of, the rest of "nr.
 * 180-182". */
#ifndef PILOT_REFERENCES_H
#define PILOT_REFERENCES_H

#include "reference.h"

G_BEGIN_DECLS

/* All that a text names, in its order: GPtrArray of Reference *, owned by the caller. */
GPtrArray *references_find(const char *text);

/* The ids of what is of parliament, each once. GPtrArray of char *, owned by the caller. */
GPtrArray *kamerstuk_find(const char *text);

/* What was typed at the start of a query: there a number needs no word for what it is of
 * ("31 753 nr 248", "35000-VI"), but for a dossier that is a mere number. Adds the ids (char *) of
 * publications of which any will do; returns how many of the bytes they took, 0 for none. */
gsize references_typed(const char *query, gsize len, GPtrArray *ids);

G_END_DECLS

#endif

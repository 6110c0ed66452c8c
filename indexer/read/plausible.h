/* Whether a document is an annex: it has a known label, a head, or rows as we write them. */
#ifndef INDEXER_PLAUSIBLE_H
#define INDEXER_PLAUSIBLE_H

#include "rows.h"

typedef struct {
	gboolean is;
	guint outlines; /* kinds of labels below headings that are pilots; bits */
} Plausible;

/* Looks at a row, in order; dated: the document has a reference date. */
void plausible_see(Plausible *plausible, const Row *row, gboolean dated);

#endif

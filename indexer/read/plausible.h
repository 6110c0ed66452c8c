/* Whether a document is an annex: a pilot with two known labels, or the head of a table of pilots;
 * less will do in a document that says so. */
#ifndef INDEXER_PLAUSIBLE_H
#define INDEXER_PLAUSIBLE_H

#include "rows.h"

typedef struct {
	gboolean is;
	guint outlines; /* kinds of labels below headings that are pilots; bits */
	guint kinds;    /* of the row at hand */
	gboolean label; /* some row has a known one */
	gboolean head;  /* columns have names, of which one may be of titles */
} Plausible;

/* Looks at a row, in order; hinted: the document has a reference date, or is
 * called one of pilots. */
void plausible_see(Plausible *plausible, const Row *row, gboolean hinted);

/* What speaks against it. */
const char *plausible_why_not(const Plausible *plausible);

#endif

/* The facts of a document: of its metadata where they say so, of the page else. */
#ifndef KAMER_FINDINGS_H
#define KAMER_FINDINGS_H

#include "paper.h"
#include "paperparts.h"
#include "properties.h"
#include "report.h"

/* Fills facts, which has an id. Where both have a date and they differ, the metadata count and a
 * warning says so; what is no date is left out. properties may be NULL. */
void findings_fill(PaperDocument *facts, const Document *document, Properties *properties,
		   const char *path, Report *report);

#endif

/* Questions and their answers, by their numbers; never by where they stand. */
#ifndef KAMER_PAIRS_H
#define KAMER_PAIRS_H

#include "paper.h"
#include "paperparts.h"
#include "report.h"

/* The papers of a document, in its order, each with a share in its facts (GPtrArray of Paper *, the
 * caller unrefs). Questions that one answer covers are one paper. A number that two questions or
 * two answers have pairs nothing, nor does one that cannot be read: these are papers without the
 * other side, with a warning. All text of the document is in some paper. */
GPtrArray *pairs_of(const Document *document, PaperDocument *facts, const char *path,
		    Report *report);

#endif

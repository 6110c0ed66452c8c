/* What the texts of a paper refer to: notes and publications. */
#ifndef KAMER_TEXTS_H
#define KAMER_TEXTS_H

#include "paper.h"
#include "paperparts.h"
#include "report.h"

/* Makes marks of the numbers of notes that stand in the texts as any other ("blijkt?1"), and parts
 * the notice from the last question, in a document that is one (is_notice) without an element for
 * it. Before papers are made. */
void texts_mend(Document *document, gboolean is_notice, const char *path, Report *report);

/* Gives a paper the notes that a part has marks of, and what the part refers to. */
void texts_refer(Paper *paper, const Document *document, guint part);

/* A warning for each note that no paper has. */
void texts_check_notes(const Document *document, const GPtrArray *papers, const char *path,
		       Report *report);

#endif

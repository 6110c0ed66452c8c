/* Footnotes of an annex: "¹ text" or "[1] text" between the rows, and their marks in the pilots.
 * Numbers may begin again, as they do on each page: a mark is of the nearest note below it. */
#ifndef INDEXER_NOTES_H
#define INDEXER_NOTES_H

#include "pilot.h"
#include "report.h"

typedef struct Notes Notes;

Notes *notes_new(void);
void notes_free(Notes *notes);

/* TRUE for a line that is a note: it starts with a number, raised or in brackets. */
gboolean notes_is_note(const char *text);
/* before: how many pilots stand above it. */
void notes_add(Notes *notes, guint line, guint before, const char *text);

/* Gives a pilot, the number-th from 0, the notes that its sections have marks of. From here on the
 * notes do not change, and several threads may call this. */
void notes_attach(Notes *notes, Pilot *pilot, guint number, const char *path, Report *report);
/* When all pilots have theirs: a warning for each note without a mark. */
void notes_check(const Notes *notes, const char *path, Report *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Notes, notes_free)

#endif

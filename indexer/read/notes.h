/* Footnotes of an annex: "¹ text", "[1] text", "ᵃ text" or "* text" between the rows, and their
 * marks in the pilots (marks.h). Marks may begin again, as they do on each page: one is of the
 * nearest note below it.
 *
 * A pilot has its notes by number. A raised number keeps its own; what else there is gets the next
 * that is free in that pilot, and stands in its text so: "brief*" as "brief³". */
#ifndef INDEXER_NOTES_H
#define INDEXER_NOTES_H

#include "pilot.h"
#include "report.h"

typedef struct Notes Notes;

Notes *notes_new(void);
void notes_free(Notes *notes);

/* ---- the first time: all that may be a note, and what may be a mark of one ---- */

/* FALSE when a line is no note. before: how many pilots stand above it. */
gboolean notes_add(Notes *notes, guint line, guint before, const char *text);
/* The note that was added last goes on; is_block: with a block of text of its own. */
void notes_more(Notes *notes, const char *text, gboolean is_block);
/* Text that is no note: it is of the note above it when the one below has the next number. */
void notes_between(Notes *notes, guint before, const char *text);
/* Text of a pilot: "* …" is a note only where some text has such a mark, and a list where there
 * are more of them. */
void notes_see(Notes *notes, const char *text);
/* No more is added. From here on the notes do not change, and several threads may call what is
 * below. */
void notes_settle(Notes *notes);

/* ---- then ---- */

#define NOTES_NONE -1 /* it was not added */
#define NOTES_LIST -2 /* it was, but is no note */
/* Of a block of text: how many blocks behind it are of the same note. */
int notes_hold(const Notes *notes, guint line, guint before, const char *text);
/* The title of a pilot, the number-th from 0, without the marks in it. The caller frees. */
char *notes_title(const Notes *notes, const char *title, guint number);
/* Gives it the notes that its title, headings and texts have marks of. */
void notes_attach(Notes *notes, Pilot *pilot, guint number, const char *path, Report *report);
/* When all pilots have theirs: calls func for each note, its mark, and how many of those there are
 * in pilots. */
typedef void (*NoteFunc)(const char *mark, const char *text, guint marks, gpointer user);
void notes_tell(const Notes *notes, NoteFunc func, gpointer user);
/* When all pilots have theirs: a warning for each note without a mark. */
void notes_check(const Notes *notes, const char *path, Report *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Notes, notes_free)

#endif

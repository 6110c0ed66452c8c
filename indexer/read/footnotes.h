/* Notes as HTML has them, whichever program wrote it; other notes are lines of text (notes.h). */
#ifndef INDEXER_FOOTNOTES_H
#define INDEXER_FOOTNOTES_H

#include <glib.h>
#include <libxml/tree.h>

/* An element that is a note with all that is in it. */
gboolean footnote_is_one(const xmlNode *node);
/* It on one line, with its mark. The caller frees. */
char *footnote_text(const xmlNode *node);

/* An <ol> of items that are called notes, which have the numbers of the list. */
gboolean footnote_is_list(const xmlNode *node);

typedef void (*FootnoteFunc)(guint line, const char *text, gpointer user);
void footnote_tell_list(const xmlNode *list, FootnoteFunc func, gpointer user);

#endif

/* The styles of a document of a word processor: how text in them looks, which are headings,
 * and which lists count. */
#ifndef INDEXER_STYLES_H
#define INDEXER_STYLES_H

#include <glib.h>
#include <libxml/tree.h>

enum { MARK_UNDERLINE = 1, MARK_BOLD = 2, MARK_SUPERSCRIPT = 4 };

typedef struct Styles Styles;

Styles *styles_new(void);
void styles_free(Styles *styles);
/* Those of a part: styles.xml (NULL for none), or content.xml of an .odt. */
void styles_learn(Styles *styles, const xmlNode *root);
/* numbering.xml of a docx; NULL for none. */
void styles_learn_numbering(Styles *styles, const xmlNode *root);

/* What a text in a style has; a style that is not known has nothing. */
guint styles_marks(const Styles *styles, const char *name);
/* From 1; 0 for a style that is of no heading. */
guint styles_level(const Styles *styles, const char *name);
/* Whether the items of a list have numbers: by the name of its style (odt), its number (docx). */
gboolean styles_list_counts(const Styles *styles, const char *list);

/* Marks as they are with the properties of a run (docx), or of a style. */
guint styles_apply(guint marks, const xmlNode *properties);
/* <w:b/>, <w:b w:val="1"/>, but not <w:b w:val="0"/>. FALSE for NULL. */
gboolean styles_is_on(const xmlNode *node);
/* Whether a run of a docx is a mark of a note by its style, which Word names in the language of its
 * user. */
gboolean styles_is_note_mark(const xmlNode *properties);
/* That a paragraph of a docx says itself: from 1, 0 for none; -1 when it says nothing. */
int styles_own_level(const xmlNode *paragraph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Styles, styles_free)

#endif

/* What an element of HTML does to the text in it: by its name, its classes and its style. */
#ifndef INDEXER_ELEMENTS_H
#define INDEXER_ELEMENTS_H

#include <glib.h>
#include <libxml/tree.h>

typedef enum {
	DOES_NOTHING,
	DOES_PARAGRAPH,
	DOES_LINE,
	DOES_LIST,
	DOES_NUMBERED,
	DOES_ITEM,
	DOES_LABEL,      /* an underlined label */
	DOES_BOLD_LABEL, /* bold: a label only when it is a known one */
	DOES_HEADING,    /* a label that is a paragraph of its own */
	DOES_SUPERSCRIPT,
	DOES_BULLET, /* the mark of an item, as text */
	DOES_STRIKE, /* what is not said any more; from here on nothing is */
	DOES_HIDE,
} Does;

Does element_does(const xmlNode *node);

gboolean element_is_bold(const xmlNode *node);
/* Of a table. */
gboolean element_is_cell(const xmlNode *node);
/* Of a heading: 1 to 6, as is that of details; 0 for any other. */
guint element_level(const xmlNode *node);

gboolean element_has_class(const xmlNode *node, const char *name);

/* Whether text before it and text in it are not on one line. */
gboolean element_is_break(const xmlNode *node);
/* Hidden or struck: what people do not read as said. */
gboolean element_is_left_out(const xmlNode *node);

#endif

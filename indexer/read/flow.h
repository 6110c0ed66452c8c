/* What stands below an element of HTML, as text and as sections: what markup.h says of it. */
#ifndef INDEXER_FLOW_H
#define INDEXER_FLOW_H

#include <libxml/tree.h>

#include "builder.h"

gboolean flow_is_text(const xmlNode *node);

/* White space folded, on one line. The caller frees. */
char *flow_line(const char *text);
/* The text of a node and its siblings on one line. The caller frees. */
char *flow_plain(const xmlNode *first);

/* A node and what is in it, behind what was built before. */
void flow_node(Builder *b, const xmlNode *node);
/* A node and its siblings as sections: GPtrArray of MarkupSection *; the caller unrefs. */
GPtrArray *flow_sections(const xmlNode *first);

/* A node as text alone, with its paragraphs. The caller frees. */
char *flow_text(const xmlNode *node);

/* A block that holds other blocks. */
gboolean flow_has_blocks(const xmlNode *node);
/* A block, or a part of a line, of which all is bold. */
gboolean flow_is_bold(const xmlNode *node);

/* What is in an element that raises, as marks.h writes it, with the blank that is behind it. The
 * caller frees. */
char *flow_raised(const xmlNode *node);

#endif

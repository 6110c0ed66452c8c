/* Lines of a pasted text that are known by their words: of a mail, of a page, and who asks whom. */
#ifndef SEARCH_KNOWNLINE_H
#define SEARCH_KNOWNLINE_H

#include "line.h"

G_BEGIN_DECLS

/* Fills in the kind and the text of such a line; FALSE for others. */
gboolean knownline_read(Line *line);

G_END_DECLS

#endif

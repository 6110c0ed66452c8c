/* The text of a document before anything is read in it: to compare with what was read.
 *
 * It knows nothing of rows, columns and labels, so what those lose is found. Tags are taken out by
 * their names and nothing else; what stands in scripts, styles, comments and the title of a page is
 * no text. Of a word processor it is the text of the XML (officetext.h), of a PDF of its HTML. */
#ifndef INDEXER_SOURCE_H
#define INDEXER_SOURCE_H

#include "account.h"
#include "converted.h"
#include "lines.h"

/* FALSE with a G_FILE_ERROR. Behind a first reading, which keeps what it converts. */
gboolean source_read(const char *path, const FileFacts *facts, const Converted *converted,
		     TextFunc func, gpointer user, GError **error);

#endif

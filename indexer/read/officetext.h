/* The text of a document of a word processor, as its XML has it: each text in it, whatever it
 * stands in. Beside office.h, which says what it means. */
#ifndef INDEXER_OFFICETEXT_H
#define INDEXER_OFFICETEXT_H

#include "account.h"

/* Lines are counted as those of office_to_html(). Left out is what that leaves out: what was
 * deleted, hidden text, remarks, heads and feet of pages. FALSE with a G_FILE_ERROR. */
gboolean officetext_read(const char *path, TextFunc func, gpointer user, GError **error);

#endif

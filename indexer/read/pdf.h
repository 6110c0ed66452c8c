/* The table of a PDF as HTML, as far as its layout tells: by pdftotext (poppler-utils), which
 * must be installed.
 *
 * A PDF says where letters stand, not what is a row. Read is: two columns, the left one a title;
 * a row starts where a title starts beside a text, below a line without one; a line that is a
 * label opens a section; bullets are items; numbers of pages are left out. What spans both
 * columns is text between the rows. So a row may be cut or joined wrongly, and marks of
 * footnotes are figures in the text: a human should compare. */
#ifndef INDEXER_PDF_H
#define INDEXER_PDF_H

#include <glib.h>

#define PDF_MAX_BYTES (64u << 20) /* of text */
#define PDF_MAX_SECONDS 60        /* of CPU */

/* The HTML; the caller frees. NULL with a G_FILE_ERROR or a G_SPAWN_ERROR. */
char *pdf_to_html(const char *path, GError **error);

/* The same of what pdftotext -bbox printed. */
char *pdf_words_to_html(const char *xml, GError **error);

#endif

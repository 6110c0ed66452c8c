/* A PDF as HTML: the tables that it shows, by where its words stand. They come from pdftotext
 * (poppler-utils), which must be installed.
 *
 *   words in lines       pdfwords.h
 *   pages                pdfpages.h    running heads, repeated heads, notes below
 *   columns              pdfcolumns.h  an x where lines start, on any page
 *   a table              pdftable.h    pieces (pdfcells.h) in rows (pdfrows.h) as HTML
 *
 * What is over all columns is a heading or text between tables. A PDF does not say what is a row,
 * so one may be cut or joined wrongly: a human should compare. */
#ifndef INDEXER_PDF_H
#define INDEXER_PDF_H

#include <glib.h>

#define PDF_MAX_BYTES (256u << 20) /* of words with their places: some 1,500 pages */
#define PDF_MAX_SECONDS 60         /* of CPU */

/* The HTML; the caller frees. NULL with a G_FILE_ERROR or a G_SPAWN_ERROR. */
char *pdf_to_html(const char *path, GError **error);

/* The same of what pdftotext -bbox printed. */
char *pdf_words_to_html(const char *xml, GError **error);

#endif

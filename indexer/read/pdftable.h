/* A table in a PDF as HTML: rows (pdfrows.h) of cells (pdfcells.h). */
#ifndef INDEXER_PDFTABLE_H
#define INDEXER_PDFTABLE_H

#include "pdfcolumns.h"

/* Appends the table of some lines (GArray of guint), of which all that are divided are divided by
 * the same columns; the others are headings over rows. */
void pdf_table_write(GString *html, const PdfWords *words, const PdfColumns *columns,
		     const GArray *lines);

/* Appends count words of a line, from one on; a space before them where one is due. */
void pdf_words_write(GString *html, const PdfWords *words, const PdfLine *line, guint first,
		     guint count);

#endif

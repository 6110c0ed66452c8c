/* The rows of a table in a PDF.
 *
 * A PDF says where letters stand, not what is a row. A row starts where a text in the first column
 * starts beside one in another, and no text goes on from above it; in a table of titles and
 * labelled texts, at a label that the row at hand has already, or where a title stands beside one
 * that comes before those. Titles may stand in the middle of their rows. */
#ifndef INDEXER_PDFROWS_H
#define INDEXER_PDFROWS_H

#include "pdfcells.h"

/* Sets key, free and breaks. */
void pdf_rows_find(PdfTable *table);

#endif

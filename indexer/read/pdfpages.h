/* What belongs to the pages of a PDF, not to its text: running heads, numbers of pages, the head of
 * a table that is repeated on each page; and the notes below the pages. */
#ifndef INDEXER_PDFPAGES_H
#define INDEXER_PDFPAGES_H

#include "pdfcolumns.h"

/* Before columns are looked for. */
void pdf_leave_out_running_heads(PdfWords *words);

/* When the columns of the lines are known. */
void pdf_find_notes(PdfWords *words, const PdfColumns *columns);

/* How many bytes of its first word are the mark of a note that a line starts with: "¹ Kamerstuk …";
 * "1 Kamerstuk …" with the number raised or in small print; "1Kamerstuk …". 0 for none. */
gsize pdf_note_mark(const PdfWords *words, const PdfLine *line);

void pdf_leave_out_repeated_heads(PdfWords *words); /* behind the notes */

/* When all is left out that is. */
void pdf_find_feet(PdfWords *words);

#endif

/* The columns of the tables in a PDF.
 *
 * A column is an x where lines start beside other text, on whatever page; a line that goes on over
 * it is in no column there. What starts deeper within a column (items of lists) is none. */
#ifndef INDEXER_PDFCOLUMNS_H
#define INDEXER_PDFCOLUMNS_H

#include "pdfwords.h"

#define PDF_MAX_COLUMNS 48

typedef struct {
	double left[PDF_MAX_COLUMNS]; /* from left to right; what stands before the first is a
				       * column too */
	guint count;
} PdfColumns;

/* Sets the columns of each line: bit i for left[i]. Lines that are left out count for nothing. */
void pdf_columns_find(PdfWords *words, PdfColumns *columns);

/* Gives lines that start in no column those of the line beside them, where they belong to that.
 * When the notes are known. */
void pdf_columns_extend(PdfWords *words, const PdfColumns *columns);

/* Two words beside each other that are not of one sentence. */
gboolean pdf_is_gap(const PdfWord *before, const PdfWord *after, double height);

/* What a word is in a line by itself: "•", "-", "1.", "a)". */
gboolean pdf_is_bullet(const char *text);

#endif

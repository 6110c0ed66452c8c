/* A table in a PDF as a grid of pieces: what each line has in each column, and whether that goes on
 * with what is above it. */
#ifndef INDEXER_PDFCELLS_H
#define INDEXER_PDFCELLS_H

#include "pdfcolumns.h"

/* What a line has in a column. */
typedef struct {
	guint first, count; /* words; none when count is 0 */
	double bottom;      /* of the lowest */
	gboolean gap;       /* above it: it is further from the line before it than in a text */
	gboolean starts;    /* anew: behind a gap, or a line that has much room for more */
	int kind;           /* of the label that it starts with; -1 */
	gsize label;        /* its bytes */
} PdfPiece;

typedef struct {
	const PdfWords *words;
	const GArray *lines; /* of guint */
	guint columns;
	guint key; /* the column whose texts tell the rows: that of the titles, or of labels beside
		      it */
	double left[PDF_MAX_COLUMNS + 1], right[PDF_MAX_COLUMNS + 1];
	guint page; /* that it begins on */
	double *highest,
		*lowest; /* the feet of its first and its last line on each page from there */
	PdfPiece *pieces;
	gboolean *free;   /* of each line: a row may start there */
	gboolean *breaks; /* a row does */
} PdfTable;

/* The table of some lines (GArray of guint, one at least; borrowed, as the words are), of which all
 * that are divided are divided by the same columns. */
PdfTable *pdf_table_new(const PdfWords *words, const PdfColumns *columns, const GArray *lines);
void pdf_table_free(PdfTable *table);

PdfPiece *pdf_piece(const PdfTable *table, guint row, guint column);
const PdfLine *pdf_table_line(const PdfTable *table, guint row);

/* Of a piece that there is. The caller frees the text. */
const PdfWord *pdf_piece_first(const PdfTable *table, const PdfPiece *piece);
const PdfWord *pdf_piece_last(const PdfTable *table, const PdfPiece *piece);
char *pdf_piece_text(const PdfTable *table, const PdfPiece *piece);

/* The piece above one in its column, and its row; NULL for none. */
const PdfPiece *pdf_piece_above(const PdfTable *table, guint row, guint column, guint *its_row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfTable, pdf_table_free)

#endif

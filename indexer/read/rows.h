/* The rows of an annex, whatever format it comes in.
 *
 * Formats (one line each in the table in rows.c):
 *   text      title TAB cell, the cell in HTML; other lines are text
 *   markdown  | title | cell |, or ## title
 *   html      <tr><td>title</td><td>cell</td></tr>, or <h2>title</h2> (table.h, headings.h)
 *   office    .docx and .odt: their tables or headings (office.h)
 *   pdf       its layout (pdf.h)
 * In every format header rows (Pilot | Toelichting) and rows of dashes repeat
 * and are left out. Lines are read one at a time; what is read as HTML is held as a whole. */
#ifndef INDEXER_ROWS_H
#define INDEXER_ROWS_H

#include <glib.h>

#include "converted.h"
#include "lines.h"

/* A row, or a line or block of text between rows. Borrowed for the call. */
typedef struct {
	guint line;     /* from 1; of an office document or a PDF: of rows and paragraphs */
	guint64 offset; /* of that line in the file; 0 for what is read as HTML */
	gboolean is_row;
	gboolean is_more;    /* a row that goes on with the one before it, as its table says */
	gboolean is_outline; /* a row that is a heading and what stands below it */
	gboolean is_head;    /* the names of columns */
	gboolean is_heading; /* over rows: of no pilot */
	gboolean is_struck;  /* text that is left out */
	gboolean goes_on;    /* text right below other text, or indented */
	gboolean is_aside;   /* what only serves a table: a number */
	gboolean is_hidden;  /* text that is not shown */
	gboolean is_plain;   /* text is; else it may have markup */
	const char *text;    /* the title of a row, as plain text; or the text */
	const char *cell;    /* what is in its cell, as HTML; NULL when it is read already */
	GPtrArray *content;  /* then its sections */
} Row;

/* Text between rows, that is neither left out nor there for a table. */
gboolean row_is_text(const Row *row);
/* Its text without markup. The caller frees. */
char *row_plain(const Row *row);
/* The sections of a row's cell: GPtrArray of MarkupSection *; the caller unrefs. func is called for
 * what is left out of a cell of text; of other formats that is told of behind the rows. */
typedef void (*LeftOutFunc)(const char *text, gboolean is_struck, gpointer user);
GPtrArray *row_sections(const Row *row, LeftOutFunc func, gpointer user);

/* FALSE to stop. */
typedef gboolean (*RowFunc)(const Row *row, gpointer user);

/* The largest HTML file that is read. */
#define ROWS_MAX_HTML (64u << 20)

/* A file of HTML as UTF-8, with its lines. The caller frees; NULL with a G_FILE_ERROR. */
char *rows_file_html(const char *path, const FileFacts *facts, GError **error);

/* Calls func for the rows from the line at offset on (0, 1: from the start), which must be
 * one that it told of before. converted: where it is kept between calls for one file. What was
 * cut off is told of in *cut, the number of a line; 0 for nothing. FALSE with a G_FILE_ERROR. */
gboolean rows_read(const char *path, const FileFacts *facts, Converted *converted, guint64 offset,
		   guint line, RowFunc func, gpointer user, guint *cut, GError **error);

#endif

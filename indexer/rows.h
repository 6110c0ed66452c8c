/* The rows of an annex, whatever format it comes in.
 *
 * Formats (one line each in the table in rows.c):
 *   text      title TAB cell, the cell in HTML; other lines are text
 *   markdown  | title | cell |
 *   html      <tr><td>title</td><td>cell</td></tr>
 * In every format header rows (Pilot | Toelichting) and rows of dashes repeat
 * and are left out. */
#ifndef INDEXER_ROWS_H
#define INDEXER_ROWS_H

#include <glib.h>

/* A row, or a line or block of text between rows (then sections is NULL).
 * Borrowed for the call; sections are MarkupSection *. */
typedef void (*RowFunc)(guint line, const char *text, GPtrArray *sections, gpointer user);

/* text must be valid UTF-8. */
void rows_read(const char *text, gsize len, RowFunc func, gpointer user);

#endif

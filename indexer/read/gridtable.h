/* Tables of Markdown with frames of "+---+", whose cells have more than one line. */
#ifndef INDEXER_GRIDTABLE_H
#define INDEXER_GRIDTABLE_H

#include <glib.h>

typedef struct GridTable GridTable;

/* The table that a rule opens; NULL for what is no such rule. */
GridTable *gridtable_new(const char *line);
void gridtable_free(GridTable *table);

typedef enum { GRIDTABLE_MORE, GRIDTABLE_ROW, GRIDTABLE_END } GridTableLine;

/* What the next line does: it goes on, it ends a row, or it is none of the table. */
GridTableLine gridtable_line(GridTable *table, const char *line);

/* Whether a row has begun that no rule has ended. */
gboolean gridtable_has_row(const GridTable *table);

/* The cells of the row that ended, each of lines of Markdown: GPtrArray of GString *; borrowed, and
 * emptied by the next line. */
const GPtrArray *gridtable_row(const GridTable *table);
/* How many of them a cell is, with those behind it. */
guint gridtable_span(const GridTable *table, guint cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(GridTable, gridtable_free)

#endif

/* A table as a grid of cells, whatever markup it came in: table.h reads it. */
#ifndef INDEXER_GRID_H
#define INDEXER_GRID_H

#include <glib.h>

#define GRID_MAX_COLUMNS 64 /* what stands further to the right is in the last of these */

typedef struct {
	guint line;
	char *text;          /* on one line */
	GPtrArray *sections; /* of MarkupSection * (builder.h) */
	guint row, column;   /* where it begins */
	guint rows, columns; /* that it covers */
	gboolean is_name;    /* its markup says that it names a row or a column */
} GridCell;

typedef struct {
	GPtrArray *cells; /* of GridCell *, as they came */
	GPtrArray *at;    /* of GPtrArray: a row, of GridCell *, NULL where there is none */
	GArray *lines;    /* of guint: of each row */
	guint columns;
	/* as table_look() finds: */
	gboolean is_labels, is_sideways;
	GArray *heads; /* of gboolean: which rows are names of columns */
} Grid;

Grid *grid_new(void);
void grid_free(Grid *grid);

/* The next row begins, at a line. */
void grid_row(Grid *grid, guint line);
/* The next cell of that row; takes text and sections. Borrowed. */
GridCell *grid_cell(Grid *grid, guint rows, guint columns, char *text, GPtrArray *sections);

/* Instead of it: the cell above goes on, over as many columns; an empty cell where none does. */
void grid_more(Grid *grid, guint columns);

/* Borrowed; the same one for all that it covers; NULL where there is none. */
GridCell *grid_at(const Grid *grid, guint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Grid, grid_free)

#endif

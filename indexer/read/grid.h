/* A table as a grid of cells, whatever markup it came in, and what its rows say: which column is
 * the title, which are sections, what is a head, a number, a heading or more of the row above.
 *
 * A head names its columns ("Pilot | Doel | Looptijd"). Without one the first column that is no
 * number is the title. A column of labels says what stands beside it. A row whose first cell is a
 * label belongs to the pilot that the heading above names. A cell over more rows counts in the
 * first of them. "Proef (vervolg)" goes on with Proef. */
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
} GridCell;

typedef struct Grid Grid;

Grid *grid_new(void);
void grid_free(Grid *grid);

/* The next row begins, at a line. */
void grid_row(Grid *grid, guint line);
/* The next cell of that row; takes text and sections. */
void grid_cell(Grid *grid, guint rows, guint columns, char *text, GPtrArray *sections);

/* Instead of it: the cell above goes on, over as many columns. */
void grid_more(Grid *grid, guint columns);

/* What a column of titles is called: "Pilot", "Naam". */
gboolean grid_is_title_name(const char *text);

/* Whether it is of pilots: a column is named as one, or a known label stands in it. */
gboolean grid_is_annex(const Grid *grid);

/* Whether its first row is a label and its text, so that the title of its pilot is elsewhere. */
gboolean grid_wants_title(const Grid *grid);

/* A row that says something: with a title, "" where there is none, or NULL for more of the pilot
 * before it, as the table says; sections are borrowed. With sections NULL it is a heading over
 * rows that names no pilot; with both NULL a head. */
typedef void (*GridFunc)(guint line, const char *title, GPtrArray *sections, gpointer user);

/* heading: what stands right above the table, which may be the title of a pilot; NULL for
 * nothing. Returns whether it was. */
gboolean grid_tell(const Grid *grid, const char *heading, GridFunc func, gpointer user);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Grid, grid_free)

#endif

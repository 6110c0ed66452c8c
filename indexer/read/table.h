/* What the rows of a table say: which column is the title, which are sections, what is a head, a
 * number, a heading or more of the row above.
 *
 * A head names its columns ("Pilot | Doel | Looptijd"). Without one the first column that is no
 * number is the title. A column of labels says what stands beside it. Two columns, labels and their
 * texts, are of the pilot that the heading above names; with more columns each is a pilot, named in
 * the first row. A cell over more rows of a pilot counts in the first of them. "Proef (vervolg)"
 * goes on with Proef. */
#ifndef INDEXER_TABLE_H
#define INDEXER_TABLE_H

#include "grid.h"

/* Looks at a whole grid; before all else. */
void table_look(Grid *grid);

gboolean table_has_label(const Grid *grid);
/* Whether its first column alone has text. */
gboolean table_is_titles(const Grid *grid);
/* Whether it is of pilots: a column is named as one, or a known label stands in it. */
gboolean table_is_annex(const Grid *grid);
/* Whether it is of labels and their texts, and the title of its first pilot is elsewhere. */
gboolean table_wants_title(const Grid *grid);

typedef enum {
	TABLE_ROW,     /* with a title, "" where there is none */
	TABLE_MORE,    /* of the pilot before it, as the table says */
	TABLE_HEADING, /* over rows, that names no pilot */
	TABLE_HEAD,    /* the names of columns */
	TABLE_ASIDE /* what only serves the table: a number, "(vervolg)", "Pilot" beside a title */
} TableKind;

/* What a row says. text: the title of a row; of what is no row, what stands there. Sections are
 * borrowed, and NULL but for rows. */
typedef void (*TableFunc)(guint line, TableKind kind, const char *text, GPtrArray *sections,
			  gpointer user);

/* heading: what stands above the table, which may be the title of a pilot; NULL for nothing.
 * Returns whether it was. *before: the last title of the table before, and then of this one;
 * NULL for none, the caller frees. */
gboolean table_tell(const Grid *grid, const char *heading, char **before, TableFunc func,
		    gpointer user);

#endif

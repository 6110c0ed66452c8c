/* What a cell of a table is, by itself. */
#ifndef INDEXER_CELL_H
#define INDEXER_CELL_H

#include "grid.h"

gboolean cell_is_empty(const GridCell *cell);
gboolean cell_is_number(const GridCell *cell); /* "1", "12." */
/* A known one and nothing else; FALSE for NULL, as cell_is_wide() is. */
gboolean cell_is_label(const GridCell *cell);
gboolean cell_has_labelled_text(const GridCell *cell); /* "Doel: helpen" */
/* Over all columns of more than one. */
gboolean cell_is_wide(const Grid *grid, const GridCell *cell);

#endif

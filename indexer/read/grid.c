#include "grid.h"

/* ---- cells ----------------------------------------------------------------------------- */

static void cell_free(gpointer data)
{
	GridCell *c = data;

	g_free(c->text);
	g_ptr_array_unref(c->sections);
	g_free(c);
}

Grid *grid_new(void)
{
	Grid *g = g_new0(Grid, 1);

	g->cells = g_ptr_array_new_with_free_func(cell_free);
	g->at = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
	g->lines = g_array_new(FALSE, FALSE, sizeof(guint));
	g->heads = g_array_new(FALSE, FALSE, sizeof(gboolean));
	return g;
}

void grid_free(Grid *g)
{
	if (!g)
		return;
	g_ptr_array_unref(g->at);
	g_ptr_array_unref(g->cells);
	g_array_unref(g->lines);
	g_array_unref(g->heads);
	g_free(g);
}

GridCell *grid_at(const Grid *g, guint row, guint column)
{
	const GPtrArray *cells = row < g->at->len ? g->at->pdata[row] : NULL;
	return cells && column < cells->len ? cells->pdata[column] : NULL;
}

static void put(GPtrArray *row, guint column, GridCell *cell)
{
	if (row->len <= column)
		g_ptr_array_set_size(row, (gint)column + 1);
	row->pdata[column] = cell;
}

/* Cells of the row above that go on into this one. */
void grid_row(Grid *g, guint line)
{
	guint row = g->at->len;
	GPtrArray *cells = g_ptr_array_new();

	for (guint c = 0; row && c < g->columns; c++) {
		GridCell *above = grid_at(g, row - 1, c);
		if (above && above->row + above->rows > row)
			put(cells, c, above);
	}
	g_ptr_array_add(g->at, cells);
	g_array_append_val(g->lines, line);
}

/* Further to the right than columns go: more of the last cell. */
static GridCell *add_to(GridCell *last, char *text, GPtrArray *sections)
{
	GPtrArray *before = last->sections;

	if (before->len) {
		g_ptr_array_extend_and_steal(before, sections);
	} else {
		last->sections = sections;
		g_ptr_array_unref(before);
	}
	g_free(text);
	return last;
}

GridCell *grid_cell(Grid *g, guint rows, guint columns, char *text, GPtrArray *sections)
{
	GPtrArray *row = g->at->pdata[g->at->len - 1];
	guint column = 0;

	while (column < GRID_MAX_COLUMNS - 1 && grid_at(g, g->at->len - 1, column))
		column++;
	GridCell *last = grid_at(g, g->at->len - 1, column);
	if (last && last->row == g->at->len - 1)
		return add_to(last, text, sections);
	GridCell *c = g_new(GridCell, 1);
	*c = (GridCell) { g_array_index(g->lines, guint, g->at->len - 1),
			  text,
			  sections,
			  g->at->len - 1,
			  column,
			  MAX(rows, 1),
			  CLAMP(columns, 1, GRID_MAX_COLUMNS - column),
			  FALSE };
	g_ptr_array_add(g->cells, c);
	for (guint i = 0; i < c->columns; i++)
		put(row, column + i, c);
	g->columns = MAX(g->columns, column + c->columns);
	return c;
}

void grid_more(Grid *g, guint columns)
{
	guint row = g->at->len - 1, column = 0;

	while (column < GRID_MAX_COLUMNS - 1 && grid_at(g, row, column))
		column++;
	columns = CLAMP(columns, 1, GRID_MAX_COLUMNS - column);
	GridCell *above = row ? grid_at(g, row - 1, column) : NULL;
	if (!above || above->columns > columns) { /* none that ends where this one does */
		grid_cell(g, 1, columns, g_strdup(""), g_ptr_array_new());
		return;
	}
	for (guint i = 0; i < columns; i++) {
		above = grid_at(g, row - 1, column + i);
		if (above)
			put(g->at->pdata[row], column + i, above);
	}
}

#include "grid.h"

#include <string.h>

#include "builder.h"
#include "labels.h"

#define MAX_NAME 40 /* bytes of the name of a column: what is longer is text */

struct Grid {
	GPtrArray *cells; /* of GridCell *, as they came */
	GPtrArray *at;    /* of GPtrArray: a row, of GridCell *, NULL where there is none */
	GArray *lines;    /* of guint: of each row */
	guint columns;
};

typedef enum { COLUMN_TEXT, COLUMN_TITLE, COLUMN_NUMBER, COLUMN_SECTION, COLUMN_LABELS } Column;

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
	return g;
}

void grid_free(Grid *g)
{
	if (!g)
		return;
	g_ptr_array_unref(g->at);
	g_ptr_array_unref(g->cells);
	g_array_unref(g->lines);
	g_free(g);
}

static GridCell *cell_at(const Grid *g, guint row, guint column)
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
		GridCell *above = cell_at(g, row - 1, c);
		if (above && above->row + above->rows > row)
			put(cells, c, above);
	}
	g_ptr_array_add(g->at, cells);
	g_array_append_val(g->lines, line);
}

void grid_cell(Grid *g, guint rows, guint columns, char *text, GPtrArray *sections)
{
	GPtrArray *row = g->at->pdata[g->at->len - 1];
	guint column = 0;

	while (column < GRID_MAX_COLUMNS - 1 && cell_at(g, g->at->len - 1, column))
		column++;
	GridCell *c = g_new(GridCell, 1);
	*c = (GridCell) { g_array_index(g->lines, guint, g->at->len - 1),
			  text,
			  sections,
			  g->at->len - 1,
			  column,
			  MAX(rows, 1),
			  CLAMP(columns, 1, GRID_MAX_COLUMNS - column) };
	g_ptr_array_add(g->cells, c);
	for (guint i = 0; i < c->columns; i++)
		put(row, column + i, c);
	g->columns = MAX(g->columns, column + c->columns);
}

void grid_more(Grid *g, guint columns)
{
	guint row = g->at->len - 1, column = 0;

	while (column < GRID_MAX_COLUMNS - 1 && cell_at(g, row, column))
		column++;
	for (guint i = 0; i < CLAMP(columns, 1, GRID_MAX_COLUMNS - column); i++) {
		GridCell *above = row ? cell_at(g, row - 1, column + i) : NULL;
		if (above)
			put(g->at->pdata[row], column + i, above);
	}
}

/* ---- what a cell is -------------------------------------------------------------------- */

static gboolean is_name(const char *text, const char *const *names)
{
	g_autofree char *lower = g_utf8_strdown(text, -1);

	g_strstrip(g_strdelimit(lower, ".:", ' '));
	return g_strv_contains(names, lower);
}

gboolean grid_is_title_name(const char *text)
{
	static const char *const names[] = { "pilot", "pilots", "project",    "projecten",  "proef",
					     "titel", "naam",   "naam pilot", "initiatief", NULL };
	g_autofree char *lower = g_utf8_strdown(text, -1);

	return strlen(text) <= MAX_NAME &&
	       (is_name(text, names) || g_str_has_prefix(lower, "naam van "));
}

static gboolean is_number_name(const char *text)
{
	static const char *const names[] = { "nr", "no", "#", "nummer", "volgnummer", NULL };
	return is_name(text, names);
}

static gboolean is_number(const char *text)
{
	gsize n = strspn(text, "0123456789");
	return n > 0 && n < 5 && strspn(text + n, ".) ") == strlen(text + n);
}

static gboolean is_label(const GridCell *c)
{
	return c && strlen(c->text) <= MAX_NAME && label_kind(c->text) >= 0;
}

static gboolean has_label(const GridCell *c)
{
	for (guint i = 0; i < c->sections->len; i++) {
		const MarkupSection *s = c->sections->pdata[i];
		if (*s->label && label_kind(s->label) >= 0)
			return TRUE;
	}
	return FALSE;
}

/* "Doel: helpen": no name of a column. */
static gboolean has_labelled_text(const GridCell *c)
{
	for (guint i = 0; i < c->sections->len; i++) {
		const MarkupSection *s = c->sections->pdata[i];
		if (*s->label && *s->text)
			return TRUE;
	}
	return FALSE;
}

static gboolean is_rule(const char *text)
{
	return *text && strspn(text, "-–—=: ") == strlen(text);
}

/* Nothing but dashes, as some write a line under a head. */
static gboolean is_ruled(const Grid *g, guint row)
{
	gboolean any = FALSE;

	for (guint c = 0; c < g->columns; c++) {
		const GridCell *cell = cell_at(g, row, c);
		if (cell && *cell->text && !is_rule(cell->text))
			return FALSE;
		any |= cell && *cell->text;
	}
	return any;
}

/* ---- columns ---------------------------------------------------------------------------- */

/* Names of columns, one beside the other: a title or a number, and nothing that is long; or two
 * labels. "Doel | Huurders helpen" is a label and its text. */
static gboolean is_head(const Grid *g, guint row)
{
	guint titles = 0, labels = 0;

	for (guint c = 0; c < g->columns; c++) {
		const GridCell *cell = cell_at(g, row, c);
		if (!cell || cell->column != c)
			continue;
		if (strlen(cell->text) > MAX_NAME || cell->columns == g->columns ||
		    has_labelled_text(cell))
			return FALSE;
		titles += grid_is_title_name(cell->text) || is_number_name(cell->text);
		labels += is_label(cell);
	}
	/* "Pilot | Loket Utrecht" above labels is the first of a pilot, no head */
	if (titles == 1 && !labels && g->columns == 2 && is_label(cell_at(g, row + 1, 0)))
		return FALSE;
	return titles || labels > 1;
}

/* Whether each cell of a column below a row passes, and there are some. */
static gboolean all(const Grid *g, guint column, guint from, gboolean (*passes)(const GridCell *))
{
	guint n = 0;

	for (guint r = from; r < g->at->len; r++) {
		const GridCell *c = cell_at(g, r, column);
		if (!c || c->columns == g->columns || is_head(g, r))
			continue;
		if (!passes(c))
			return FALSE;
		n++;
	}
	return n > 0;
}

static gboolean cell_is_number(const GridCell *c)
{
	return is_number(c->text);
}

static gboolean cell_is_label(const GridCell *c)
{
	return is_label(c);
}

static void read_columns(const Grid *g, guint head, Column *columns)
{
	gboolean named = head < g->at->len, titled = FALSE;

	for (guint c = 0; c < g->columns; c++) {
		const GridCell *name = named ? cell_at(g, head, c) : NULL;
		columns[c] = COLUMN_TEXT;
		if (is_label(name))
			columns[c] = COLUMN_SECTION;
		else if ((name && is_number_name(name->text)) ||
			 (g->columns > 2 && all(g, c, named ? head + 1 : 0, cell_is_number)))
			columns[c] = COLUMN_NUMBER;
		else if (g->columns > 2 && all(g, c, named ? head + 1 : 0, cell_is_label))
			columns[c] = COLUMN_LABELS;
		else if (name && !titled && grid_is_title_name(name->text))
			columns[c] = COLUMN_TITLE;
		titled |= columns[c] == COLUMN_TITLE;
	}
	for (guint c = 0; c < g->columns && !titled; c++)
		if (columns[c] == COLUMN_TEXT || columns[c] == COLUMN_SECTION) {
			columns[c] = COLUMN_TITLE;
			titled = TRUE;
		}
}

gboolean grid_is_annex(const Grid *g)
{
	for (guint i = 0; i < g->cells->len; i++)
		if (is_label(g->cells->pdata[i]) || has_label(g->cells->pdata[i]))
			return TRUE;
	return g->columns > 1 && g->at->len && is_head(g, 0);
}

gboolean grid_wants_title(const Grid *g)
{
	return g->columns == 2 && g->at->len && !is_head(g, 0) && is_label(cell_at(g, 0, 0));
}

/* ---- rows ---------------------------------------------------------------------------------- */

static void section_free(gpointer data)
{
	MarkupSection *s = data;

	g_free(s->label);
	g_free(s->text);
	g_free(s);
}

/* The sections of a cell; what stands in it before any label of its own gets this one. */
static void add_sections(GPtrArray *to, const GridCell *c, const char *label)
{
	for (guint i = 0; i < c->sections->len; i++) {
		const MarkupSection *from = c->sections->pdata[i];
		gboolean lead = i == 0 && !*from->label;
		MarkupSection *s = g_new(MarkupSection, 1);
		*s = (MarkupSection) { g_strdup(lead && label ? label : from->label),
				       g_strdup(from->text) };
		g_ptr_array_add(to, s);
	}
}

typedef struct {
	const Grid *grid;
	guint head; /* its row; behind the last without one */
	Column columns[GRID_MAX_COLUMNS];
	const char *heading; /* that may be the title of the next pilot; NULL */
	gboolean used;       /* the one above the table was */
	gboolean begun;      /* there is a pilot that a row can go on with */
	char *before;        /* the title of the row before */
	GridFunc func;
	gpointer user;
} Telling;

static void tell(Telling *t, guint line, const char *title, GPtrArray *sections)
{
	t->begun |= title && *title;
	if (title && *title) {
		g_free(t->before);
		t->before = g_strdup(title);
	}
	t->func(line, title, sections, t->user);
}

/* "Doel | Huurders helpen": of the pilot that the heading names, or that has begun. */
static gboolean tell_label(Telling *t, guint row, const GridCell *first, const GridCell *second)
{
	g_autoptr(GPtrArray) sections = g_ptr_array_new_with_free_func(section_free);
	guint line = g_array_index(t->grid->lines, guint, row);

	if (t->head < t->grid->at->len || first->column != 0 || t->grid->columns != 2 || !second)
		return FALSE;
	if (grid_is_title_name(first->text) && is_label(cell_at(t->grid, row + 1, 0))) {
		t->heading = second->text;
		return TRUE;
	}
	if (!is_label(first))
		return FALSE;
	add_sections(sections, second, first->text);
	tell(t, line, t->heading, sections);
	t->used |= t->heading != NULL;
	t->heading = NULL;
	return TRUE;
}

/* The title of a row; NULL for more of the pilot before it. */
static char *title_of(const Telling *t, const GridCell *c, guint row)
{
	static const char *const more[] = { "(vervolg)", "- vervolg", "– vervolg", NULL };

	if (c && c->row != row)
		return NULL;
	if (!c)
		return g_strdup("");
	for (gsize i = 0; more[i]; i++)
		if (g_str_has_suffix(c->text, more[i])) {
			g_autofree char *title =
				g_strchomp(g_strndup(c->text, strlen(c->text) - strlen(more[i])));
			return g_strcmp0(title, t->before) == 0 ? NULL : g_steal_pointer(&title);
		}
	return g_strdup(c->text);
}

static void tell_columns(Telling *t, guint row)
{
	g_autoptr(GPtrArray) sections = g_ptr_array_new_with_free_func(section_free);
	g_autofree char *title = NULL;
	const char *label = NULL;

	for (guint c = 0; c < t->grid->columns; c++) {
		const GridCell *cell = cell_at(t->grid, row, c);
		if (t->columns[c] == COLUMN_TITLE) {
			title = title_of(t, cell, row);
			continue;
		}
		if (!cell || cell->row != row || cell->column != c ||
		    t->columns[c] == COLUMN_NUMBER)
			continue;
		if (t->columns[c] == COLUMN_LABELS) {
			label = cell->text;
			continue;
		}
		if (t->columns[c] == COLUMN_SECTION)
			label = cell_at(t->grid, t->head, c)->text;
		add_sections(sections, cell, label);
		label = NULL;
	}
	if ((title && *title) || sections->len)
		tell(t, g_array_index(t->grid->lines, guint, row), title, sections);
}

static void tell_row(Telling *t, guint row)
{
	const GridCell *first = cell_at(t->grid, row, 0), *second = cell_at(t->grid, row, 1);

	if (first && first->row == row && first->columns == t->grid->columns &&
	    t->grid->columns > 1) { /* one cell over all: a heading */
		gboolean names =
			t->head == t->grid->at->len && is_label(cell_at(t->grid, row + 1, 0));
		if (names)
			t->heading = first->text;
		else if (*first->text)
			t->func(first->line, first->text, NULL, t->user);
		return;
	}
	if (row == t->head || (row > 0 && is_head(t->grid, row))) {
		t->func(g_array_index(t->grid->lines, guint, row), NULL, NULL, t->user);
		return;
	}
	if (is_ruled(t->grid, row))
		return;
	if (!first || !tell_label(t, row, first, second))
		tell_columns(t, row);
}

gboolean grid_tell(const Grid *g, const char *heading, GridFunc func, gpointer user)
{
	Telling t = {
		.grid = g, .head = g->at->len, .heading = heading, .func = func, .user = user
	};

	for (guint r = 0; r < g->at->len && t.head == g->at->len; r++)
		if (g->columns > 1 && is_head(g, r))
			t.head = r;
	read_columns(g, t.head, t.columns);
	for (guint r = 0; r < g->at->len; r++)
		tell_row(&t, r);
	g_free(t.before);
	return t.used;
}

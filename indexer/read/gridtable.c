#include "gridtable.h"

#include <string.h>

struct GridTable {
	GArray *edges;   /* of glong: characters before each "+" of the rule */
	GPtrArray *at;   /* of const char *: where those are in the line at hand */
	GPtrArray *row;  /* of GString *: the cells of the row at hand */
	GArray *parted;  /* of gboolean: whether some line of it has that edge */
	gboolean is_new; /* the next line is of another row */
	gboolean begun;  /* a line of this row was read */
};

static void string_free(gpointer data)
{
	g_string_free(data, TRUE);
}

/* "+-----+:====:+" */
static gboolean is_rule(const char *line)
{
	gsize n = strlen(line);

	return n > 4 && *line == '+' && line[n - 1] == '+' && strspn(line, "+-=:") == n;
}

GridTable *gridtable_new(const char *line)
{
	GridTable *t = is_rule(line) ? g_new0(GridTable, 1) : NULL;

	if (!t)
		return NULL;
	t->edges = g_array_new(FALSE, FALSE, sizeof(glong));
	t->at = g_ptr_array_new();
	t->parted = g_array_new(FALSE, TRUE, sizeof(gboolean));
	t->row = g_ptr_array_new_with_free_func(string_free);
	for (glong i = 0; line[i]; i++)
		if (line[i] == '+')
			g_array_append_val(t->edges, i);
	g_array_set_size(t->parted, t->edges->len);
	g_ptr_array_set_size(t->at, (gint)t->edges->len);
	for (guint i = 0; i + 1 < t->edges->len; i++)
		g_ptr_array_add(t->row, g_string_new(NULL));
	return t;
}

void gridtable_free(GridTable *t)
{
	if (!t)
		return;
	g_array_unref(t->edges);
	g_array_unref(t->parted);
	g_ptr_array_unref(t->at);
	g_ptr_array_unref(t->row);
	g_free(t);
}

static void find_edges(GridTable *t, const char *line)
{
	glong passed = 0; /* characters */

	for (guint i = 0; i < t->edges->len; i++) {
		for (; passed < g_array_index(t->edges, glong, i) && *line; passed++)
			line = g_utf8_next_char(line);
		t->at->pdata[i] = (gpointer)line;
	}
}

/* A line that ends before it has it as well. */
static gboolean is_edge(const GridTable *t, guint edge)
{
	const char *at = t->at->pdata[edge];
	return !*at || strchr("|+", *at);
}

/* The text between two edges, without the blank before it. What stands behind the last is of the
 * last cell. */
static char *part(const GridTable *t, guint from, guint to)
{
	const char *start = t->at->pdata[from], *end = t->at->pdata[to];

	start += *start != '\0';
	if (to == t->row->len && *end) {
		end += strlen(end);
		end -= end > start && strchr("|+", end[-1]);
	}
	start += start < end && *start == ' ';
	return g_strchomp(g_strndup(start, (gsize)(end - start)));
}

/* A cell that goes over an edge is one with that behind it. */
static void add_line(GridTable *t, const char *line)
{
	find_edges(t, line);
	for (guint i = 0, next; i < t->row->len; i = next) {
		for (next = i + 1; next < t->row->len; next++)
			if (is_edge(t, next))
				break;
		g_array_index(t->parted, gboolean, next) = TRUE;
		g_autofree char *text = part(t, i, next);
		/* a rule below some cells only: what is above it is a paragraph */
		gboolean rule = *text && strspn(text, "-=+:") == strlen(text);
		g_string_append_printf(t->row->pdata[i], "%s\n", rule ? "" : text);
	}
}

GridTableLine gridtable_line(GridTable *t, const char *line)
{
	for (guint i = 0; t->is_new && i < t->row->len; i++) {
		g_string_truncate(t->row->pdata[i], 0);
		g_array_index(t->parted, gboolean, i) = FALSE;
	}
	t->begun &= !t->is_new;
	t->is_new = is_rule(line);
	if (t->is_new)
		return GRIDTABLE_ROW;
	if (*line != '|' && *line != '+')
		return GRIDTABLE_END;
	add_line(t, line);
	t->begun = TRUE;
	return GRIDTABLE_MORE;
}

gboolean gridtable_has_row(const GridTable *t)
{
	return t->begun && !t->is_new;
}

const GPtrArray *gridtable_row(const GridTable *t)
{
	return t->row;
}

guint gridtable_span(const GridTable *t, guint cell)
{
	guint end = cell + 1;

	while (end < t->row->len && !g_array_index(t->parted, gboolean, end))
		end++;
	return end - cell;
}

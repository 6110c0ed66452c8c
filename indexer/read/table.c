#include "table.h"

#include <stdlib.h>
#include <string.h>

#include "builder.h"
#include "cell.h"
#include "labels.h"
#include "marks.h"
#include "names.h"

#define TITLE_MAX_BYTES 200 /* of one with no name beside it: what is longer is text */

typedef enum {
	COLUMN_TEXT,
	COLUMN_NONE, /* of numbers, or empty */
	COLUMN_SECTION,
	COLUMN_LABELS
} Column;

/* ---- rows of names ---------------------------------------------------------------------- */

static gboolean is_rule(const char *text)
{
	return *text && strspn(text, "-–—=: ") == strlen(text);
}

/* Nothing but dashes, as some write a line under a head. */
static gboolean is_ruled(const Grid *g, guint row)
{
	gboolean any = FALSE;

	for (guint c = 0; c < g->columns; c++) {
		const GridCell *cell = grid_at(g, row, c);
		if (cell && *cell->text && !is_rule(cell->text))
			return FALSE;
		any |= cell && *cell->text;
	}
	return any;
}

/* ---- columns ---------------------------------------------------------------------------- */

/* Two columns, of which the first holds labels: most are known, or they are of two kinds, as no
 * titles of pilots are. */
static gboolean is_label_table(const Grid *g)
{
	guint labels = 0, others = 0, kinds = 0;

	for (guint r = 0; r < g->at->len && g->columns == 2; r++) {
		const GridCell *c = grid_at(g, r, 0);
		if (!c || c->row != r || !*c->text || cell_is_wide(g, c) || name_is_title(c->text))
			continue;
		(*(cell_is_label(c) ? &labels : &others))++;
		kinds |= cell_is_label(c) ? 1u << label_kind(c->text) : 0;
	}
	return labels > 0 && (labels >= others || (kinds & (kinds - 1))) &&
	       !cell_is_label(grid_at(g, 0, 1));
}

/* Labels in the first column, and a pilot in each of the others: its title in the first row. */
static gboolean is_sideways(const Grid *g)
{
	guint labels = 0, rows = 0;

	for (guint r = 0; r < g->at->len && g->columns > 2; r++)
		for (guint c = 0; c < g->columns; c++) {
			const GridCell *cell = grid_at(g, r, c);
			if (c && cell_is_label(cell))
				return FALSE;
			if (!r && (!cell || cell_is_label(cell) || cell_is_wide(g, cell) ||
				   (c && !*cell->text)))
				return FALSE;
			labels += cell_is_label(cell);
			rows += r && !c;
		}
	return labels > 1 || (labels && labels == rows);
}

static guint count_labels(const Grid *g, guint row)
{
	guint n = 0;

	for (guint c = 0; c < g->columns; c++)
		n += cell_is_label(grid_at(g, row, c));
	return n;
}

/* Names of columns, one beside the other: a title or a number, and nothing that is long; or two
 * labels. "Doel | Huurders helpen" is a label and its text. */
static gboolean names_columns(const Grid *g, guint row)
{
	guint titles = 0, labels = 0;

	if (g->is_labels) /* "Pilot | Loket" is the first of a pilot */
		return FALSE;
	for (guint c = 0; c < g->columns; c++) {
		const GridCell *cell = grid_at(g, row, c);
		if (!cell || cell->column != c)
			continue;
		if (strlen(cell->text) > NAME_MAX_BYTES || cell->columns == g->columns ||
		    cell_has_labelled_text(cell))
			return FALSE;
		titles += name_is_title(cell->text) || name_is_number(cell->text);
		labels += cell_is_label(cell);
	}
	return titles || labels > 1;
}

/* A row of names only, as its markup says, above one that is none. */
static gboolean is_marked(const Grid *g, guint row)
{
	guint names = 0;

	for (guint c = 0; c < g->columns; c++) {
		const GridCell *cell = grid_at(g, row, c);
		if (!cell || !cell->is_name || cell_is_wide(g, cell) ||
		    cell_has_labelled_text(cell) || strlen(cell->text) > 2 * NAME_MAX_BYTES)
			return FALSE;
		names += cell->column == c;
	}
	return names > 1;
}

static gboolean looks_like_head(const Grid *g, guint row)
{
	if (names_columns(g, row))
		return TRUE;
	return !g->is_labels && is_marked(g, row) && row + 1 < g->at->len && !is_marked(g, row + 1);
}

static gboolean is_head(const Grid *g, guint row)
{
	return g_array_index(g->heads, gboolean, row);
}

/* Whether each cell of a column below a row passes, and there are some. */
static gboolean all(const Grid *g, guint column, guint from, gboolean (*passes)(const GridCell *))
{
	guint n = 0;

	for (guint r = from; r < g->at->len; r++) {
		const GridCell *c = grid_at(g, r, column);
		if (!c || c->columns == g->columns || is_head(g, r))
			continue;
		if (!passes(c))
			return FALSE;
		n++;
	}
	return n > 0;
}

/* "1", "2", "3": a column that counts the rows. Other numbers say something. */
static gboolean counts_rows(const Grid *g, guint column, guint from)
{
	int last = 0;

	for (guint r = from; r < g->at->len; r++) {
		const GridCell *c = grid_at(g, r, column);
		if (!c || c->row != r || c->columns == g->columns || is_head(g, r) || !*c->text)
			continue;
		int n = cell_is_number(c) ? atoi(c->text) : 0;
		if (n != last + 1 && !(last == 0 && n > 0 && column == 0))
			return FALSE;
		last = n;
	}
	return last > 0;
}

/* A column of labels: most are known, as those of rows with a text of their own are. */
static gboolean are_labels(const Grid *g, guint column)
{
	guint labels = 0, others = 0;

	for (guint r = 0; r < g->at->len; r++) {
		const GridCell *c = grid_at(g, r, column);
		if (c && c->row == r && c->columns < g->columns && *c->text && !is_head(g, r))
			(*(cell_is_label(c) ? &labels : &others))++;
	}
	return labels > 2 * others;
}

void table_look(Grid *g)
{
	g->is_labels = is_label_table(g);
	g->is_sideways = is_sideways(g);
	for (guint r = 0; r < g->at->len; r++) {
		gboolean head = looks_like_head(g, r);
		g_array_append_val(g->heads, head);
	}
}

/* Whether a label has its text: beside it, below it, or in its own cell. A word that is one is in
 * many tables. */
gboolean table_has_label(const Grid *g)
{
	if (g->is_labels || g->is_sideways)
		return TRUE;
	for (guint i = 0; i < g->cells->len; i++)
		if (cell_has_labelled_text(g->cells->pdata[i]))
			return TRUE;
	for (guint r = 0; r < g->at->len; r++)
		if (is_head(g, r) && count_labels(g, r))
			return TRUE;
	for (guint c = 0; c < g->columns && g->columns > 2; c++)
		if (are_labels(g, c))
			return TRUE;
	return FALSE;
}

gboolean table_is_titles(const Grid *g)
{
	for (guint r = 0; r < g->at->len; r++)
		for (guint c = 0; c < g->columns; c++) {
			const GridCell *cell = grid_at(g, r, c);
			if ((cell && *cell->text) != (c == 0))
				return FALSE;
		}
	return g->columns > 1;
}

gboolean table_is_annex(const Grid *g)
{
	if (table_has_label(g))
		return TRUE;
	return g->columns > 1 && g->at->len && names_columns(g, 0);
}

/* A row of a table of labels that is the title of a pilot: "Pilot | Loket"; or with nothing or a
 * number beside it, as the first row has, above the label that the first pilot begins with. */
static gboolean is_title_row(const Grid *g, guint row)
{
	const GridCell *first = grid_at(g, row, 0), *title = grid_at(g, row, 1);
	const GridCell *below = grid_at(g, row + 1, 0), *opens = grid_at(g, 1, 0);

	if (!g->is_labels || !first || !title || cell_is_wide(g, first))
		return FALSE;
	if (name_is_title(first->text))
		return TRUE;
	if ((*first->text && !cell_is_number(first)) || !*title->text ||
	    strlen(title->text) > TITLE_MAX_BYTES || (row && !is_title_row(g, 0)))
		return FALSE;
	return below && *opens->text && !cell_is_number(opens) && !cell_is_wide(g, below) &&
	       strcmp(below->text, opens->text) == 0;
}

/* A head of labels alone: the title of what is below stands over it. */
static gboolean is_untitled(const Grid *g, guint head)
{
	return head < g->at->len && is_head(g, head) && count_labels(g, head) == g->columns;
}

gboolean table_wants_title(const Grid *g)
{
	const GridCell *first = grid_at(g, 0, 0);

	if (g->is_labels)
		return first && !cell_is_wide(g, first) && !is_title_row(g, 0);
	return g->at->len == 2 && is_untitled(g, 0);
}

/* ---- rows ---------------------------------------------------------------------------------- */

static void section_free(gpointer data)
{
	MarkupSection *s = data;

	g_free(s->label);
	g_free(s->text);
	g_free(s);
}

static void add_section(GPtrArray *to, const char *label, const char *text)
{
	MarkupSection *s = g_new(MarkupSection, 1);

	*s = (MarkupSection) { g_strdup(label), g_strdup(text), FALSE };
	while (g_str_has_suffix(s->label, ":") || g_str_has_suffix(s->label, " "))
		s->label[strlen(s->label) - 1] = '\0';
	g_ptr_array_add(to, s);
}

/* A label that nobody knows. */
static gboolean is_unknown(const MarkupSection *s)
{
	return *s->label && label_kind(s->label) < 0;
}

/* More of the last section: labels that nobody knows, from one on, below one that the table gave.
 * Returns the first behind them. */
static guint add_below(GPtrArray *to, const GPtrArray *sections, guint from)
{
	MarkupSection *last = to->pdata[to->len - 1];
	GString *all = g_string_new(last->text);

	for (; from < sections->len && is_unknown(sections->pdata[from]); from++) {
		const MarkupSection *s = sections->pdata[from];
		char *const parts[] = { s->label, s->text };
		for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
			g_string_append_printf(all, "%s%s", all->len && *parts[i] ? "\n\n" : "",
					       parts[i]);
	}
	g_free(last->text);
	last->text = g_string_free(all, FALSE);
	return from;
}

/* The sections of a cell; what stands in it before any label of its own gets this one. */
static void add_sections(GPtrArray *to, const GridCell *c, const char *label)
{
	gboolean below = label && label_kind(label) >= 0;
	const MarkupSection *first = c->sections->len ? c->sections->pdata[0] : NULL;

	if (below && first && is_unknown(first))
		add_section(to, label, "");
	for (guint i = 0; i < c->sections->len;) {
		const MarkupSection *s = c->sections->pdata[i];
		if (below && is_unknown(s)) {
			i = add_below(to, c->sections, i);
			continue;
		}
		add_section(to, label && !i && !*s->label ? label : s->label, s->text);
		below &= label_kind(s->label) < 0;
		i++;
	}
}

typedef struct {
	const Grid *grid;
	guint head; /* its row; behind the last without one */
	Column columns[GRID_MAX_COLUMNS];
	guint title;         /* the column of titles */
	gboolean names;      /* the head names sections */
	gboolean is_over;    /* titles stand over the heads, in no column */
	const char *heading; /* that may be the title of the next pilot; NULL */
	gboolean used;       /* the one above the table was */
	gboolean begun;      /* there is a pilot that a row can go on with */
	char **before;       /* the title of the row before */
	TableFunc func;
	gpointer user;
} Telling;

/* What each column is. A head names those that are text, where there is more than one. */
static void read_columns(Telling *t)
{
	const Grid *g = t->grid;
	gboolean headed = t->head < g->at->len;
	guint from = headed ? t->head + 1 : 0, texts = 0;

	t->title = g->columns;
	for (guint c = 0; c < g->columns; c++) {
		const GridCell *name = headed ? grid_at(g, t->head, c) : NULL;
		gboolean names_title = name && name_is_title(name->text);
		if (cell_is_label(name))
			t->columns[c] = COLUMN_SECTION;
		else if ((name && name_is_number(name->text)) ||
			 (g->columns > 2 && !names_title && all(g, c, from, cell_is_empty)) ||
			 (g->columns > 2 && (!name || !*name->text) && counts_rows(g, c, from)))
			t->columns[c] = COLUMN_NONE;
		else if (g->columns > 2 && !names_title && are_labels(g, c))
			t->columns[c] = COLUMN_LABELS;
		else if (names_title && t->title == g->columns)
			t->title = c;
	}
	t->is_over = is_untitled(g, t->head) &&
		     (t->heading || cell_is_wide(g, grid_at(g, t->head - 1, 0)));
	for (guint c = 0; c < g->columns && t->title == g->columns && !t->is_over; c++)
		if (t->columns[c] == COLUMN_TEXT || t->columns[c] == COLUMN_SECTION)
			t->title = c;
	for (guint c = 0; c < g->columns; c++)
		texts += t->columns[c] == COLUMN_TEXT || t->columns[c] == COLUMN_SECTION;
	t->names = headed && texts > 2;
}

static void tell(Telling *t, guint line, const char *title, GPtrArray *sections)
{
	t->begun = TRUE;
	if (title && *title) {
		g_free(*t->before);
		*t->before = mark_without(title); /* one of a note is not said again */
	}
	t->func(line, title ? TABLE_ROW : TABLE_MORE, title ? title : "", sections, t->user);
}

static void tell_aside(const Telling *t, const GridCell *cell)
{
	if (cell && *cell->text)
		t->func(cell->line, TABLE_ASIDE, cell->text, NULL, t->user);
}

/* "Doel | Huurders helpen": of the pilot that the heading names, or that has begun. */
static void tell_label(Telling *t, guint row, const GridCell *first)
{
	g_autoptr(GPtrArray) sections = g_ptr_array_new_with_free_func(section_free);
	const GridCell *second = grid_at(t->grid, row, 1);

	if (!second)
		return;
	if (is_title_row(t->grid, row)) {
		t->heading = second->text;
		tell_aside(t, first);
		return;
	}
	add_sections(sections, second,
		     first && first->row == row && *first->text ? first->text : NULL);
	if (!sections->len)
		tell_aside(t, first);
	if (!sections->len && !t->heading)
		return;
	tell(t, g_array_index(t->grid->lines, guint, row),
	     t->heading ? t->heading
	     : t->begun ? NULL
			: "",
	     sections);
	t->used |= t->heading != NULL;
	t->heading = NULL;
}

/* A pilot beside another: its title in a row, and what the first column says below that. */
static void tell_beside(Telling *t, guint top, guint end, guint column)
{
	g_autoptr(GPtrArray) sections = g_ptr_array_new_with_free_func(section_free);
	const GridCell *title = grid_at(t->grid, top, column);

	for (guint r = top + 1; r < end; r++) {
		const GridCell *label = grid_at(t->grid, r, 0), *c = grid_at(t->grid, r, column);
		if (c && c->row == r && !cell_is_wide(t->grid, c))
			add_sections(sections, c, label ? label->text : NULL);
	}
	if ((title && *title->text) || sections->len)
		tell(t, g_array_index(t->grid->lines, guint, top), title ? title->text : "",
		     sections);
}

/* Notes below a table stand in one cell over all of it, each on a line. */
static const char *text_over_all(const GridCell *c)
{
	const MarkupSection *only = c->sections->len == 1 ? c->sections->pdata[0] : NULL;
	const char *text = c->text;
	Mark mark;

	return only && !*only->label && mark_opens(&text, &mark) ? only->text : c->text;
}

static void tell_sideways(Telling *t)
{
	const Grid *g = t->grid;

	for (guint top = 0, end; top < g->at->len; top = end) {
		for (end = top + 1; end < g->at->len; end++) {
			const GridCell *first = grid_at(g, end, 0);
			if (first && name_is_title(first->text))
				break;
			if (cell_is_wide(g, first))
				t->func(first->line, TABLE_HEADING, text_over_all(first), NULL,
					t->user);
		}
		tell_aside(t, grid_at(g, top, 0));
		for (guint c = 1; c < g->columns; c++)
			tell_beside(t, top, end, c);
	}
}

/* The title of a row; NULL for more of the pilot before it. Words alone do not tell: "Loket
 * vervolg" is another pilot, but below "Loket". */
static char *title_of(const Telling *t, const GridCell *c, guint row)
{
	gboolean marked;

	if (c && c->row != row)
		return NULL;
	g_autofree char *title = c ? name_continued(c->text, &marked) : NULL;
	g_autofree char *bare = title ? mark_without(title) : NULL;
	if (title && (g_strcmp0(bare, *t->before) == 0 || (marked && !*title && *t->before)))
		return NULL;
	if (title && marked && *title)
		return g_steal_pointer(&title);
	return g_strdup(c ? c->text : "");
}

/* What of a row is in no pilot: a number, "Loket (vervolg)", a label beside nothing. */
static void tell_asides(const Telling *t, guint row, const char *title)
{
	for (guint c = 0; c < t->grid->columns; c++) {
		const GridCell *cell = grid_at(t->grid, row, c),
			       *next = grid_at(t->grid, row, c + 1);
		if (cell && cell->row == row && cell->column == c &&
		    (t->columns[c] == COLUMN_NONE ||
		     (t->columns[c] == COLUMN_LABELS && (!next || !*next->text)) ||
		     (c == t->title && g_strcmp0(title, cell->text) != 0)))
			tell_aside(t, cell);
	}
}

static void tell_columns(Telling *t, guint row)
{
	g_autoptr(GPtrArray) sections = g_ptr_array_new_with_free_func(section_free);
	g_autofree char *title = t->is_over ? g_strdup(t->heading)
					    : title_of(t, grid_at(t->grid, row, t->title), row);
	const char *label = NULL;
	gboolean note = title && mark_is_all(title); /* its text is under no head */

	for (guint c = 0; c < t->grid->columns; c++) {
		const GridCell *cell = grid_at(t->grid, row, c);
		/* one over the rows of a pilot counts once; over those of more, in each */
		if (!cell || (cell->row != row && !title) || cell->column != c ||
		    t->columns[c] == COLUMN_NONE || c == t->title)
			continue;
		if (t->columns[c] == COLUMN_LABELS) {
			label = cell->text;
			continue;
		}
		const GridCell *name = !note && (t->names || t->columns[c] == COLUMN_SECTION)
					       ? grid_at(t->grid, t->head, c)
					       : NULL;
		add_sections(sections, cell, name && *name->text ? name->text : label);
		label = NULL;
	}
	tell_asides(t, row, title);
	if ((title && *title) || sections->len)
		tell(t, g_array_index(t->grid->lines, guint, row), title, sections);
	t->used |= t->is_over && title;
	t->heading = NULL;
}

static void tell_head(const Telling *t, guint row)
{
	g_autoptr(GString) names = g_string_new(NULL);

	for (guint c = 0; c < t->grid->columns; c++) {
		const GridCell *cell = grid_at(t->grid, row, c);
		if (cell && cell->row == row && cell->column == c)
			g_string_append_printf(names, "%s\n", cell->text);
	}
	t->func(g_array_index(t->grid->lines, guint, row), TABLE_HEAD, names->str, NULL, t->user);
}

/* One cell over all: the title of what is below, or a heading over more. */
static void tell_wide(Telling *t, guint row, const GridCell *cell)
{
	const Grid *g = t->grid;
	const GridCell *below = grid_at(g, row + 1, 0);

	if ((g->is_labels && below && !cell_is_wide(g, below) && !is_title_row(g, row + 1)) ||
	    (t->is_over && is_untitled(g, row + 1)))
		t->heading = cell->text;
	else if (*cell->text)
		t->func(cell->line, TABLE_HEADING, text_over_all(cell), NULL, t->user);
}

static void tell_row(Telling *t, guint row)
{
	const GridCell *first = grid_at(t->grid, row, 0);

	if (cell_is_wide(t->grid, first)) {
		if (first->row == row)
			tell_wide(t, row, first);
	} else if (row == t->head || (row > 0 && is_head(t->grid, row))) {
		tell_head(t, row);
	} else if (is_ruled(t->grid, row)) {
		return;
	} else if (t->grid->is_labels) {
		tell_label(t, row, first);
	} else {
		tell_columns(t, row);
	}
}

gboolean table_tell(const Grid *g, const char *heading, char **before, TableFunc func,
		    gpointer user)
{
	Telling t = { .grid = g,
		      .head = g->at->len,
		      .heading = table_wants_title(g) ? heading : NULL,
		      .before = before,
		      .func = func,
		      .user = user };

	if (g->is_sideways) {
		tell_sideways(&t);
		return FALSE;
	}
	for (guint r = 0; r < g->at->len && t.head == g->at->len; r++)
		if (g->columns > 1 && is_head(g, r))
			t.head = r;
	read_columns(&t);
	for (guint r = 0; r < g->at->len; r++)
		tell_row(&t, r);
	return t.used;
}

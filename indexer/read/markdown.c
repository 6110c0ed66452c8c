#include "markdown.h"

#include <string.h>

#include "gridtable.h"
#include "labels.h"
#include "pattern.h"

/* ---- in a line ------------------------------------------------------------------------- */

/* "\\<", "\\*": a character that is no mark, as a number of HTML. */
static char *without_escapes(const char *line)
{
	GString *html = g_string_sized_new(strlen(line));

	for (; *line; line++)
		if (*line == '\\' && g_ascii_ispunct(line[1]))
			g_string_append_printf(html, "&#%d;", *++line);
		else
			g_string_append_c(html, *line);
	return g_string_free(html, FALSE);
}

/* Its marks as the HTML that they stand for. */
static char *line_html(const char *line)
{
	static struct {
		Pattern pattern;
		const char *html;
	} marks[] = {
		{ { "<((?:https?://|www\\.)[^<>\\s]+)>", 0, 0 }, "\\1" },
		{ { "\\*\\*(.+?)\\*\\*", 0, 0 }, "<b>\\1</b>" },
		{ { "\\b__(.+?)__\\b", 0, 0 }, "<b>\\1</b>" },
		{ { "(?<![\\w*])\\*([^*\\s]|[^*\\s][^*]*[^*\\s])\\*(?![\\w*])", 0, 0 },
		  "<i>\\1</i>" },
		{ { "\\[\\^([^\\]\\s]+)\\]", 0, 0 }, "<sup>\\1</sup>" },
		{ { "(?<=\\S)\\^([^\\s^]+)\\^", 0, 0 }, "<sup>\\1</sup>" },
	};
	char *html = without_escapes(line);

	for (gsize i = 0; i < G_N_ELEMENTS(marks); i++) {
		g_autofree char *before = html;
		html = g_regex_replace(pattern_regex(&marks[i].pattern), before, -1, 0,
				       marks[i].html, 0, NULL);
	}
	return html;
}

/* ---- rows of a table -------------------------------------------------------------------- */

/* The end of a cell: the next "|" that is not escaped. */
static char *cell_end(char *p)
{
	while (*p && *p != '|')
		p += *p == '\\' && p[1] ? 2 : 1;
	return p;
}

/* "|---|:--|": the line below a head. */
static gboolean is_table_rule(const char *line)
{
	return strchr(line, '-') && strspn(line, "|-: \t") == strlen(line);
}

/* The cells of the only row from one on are names: a rule stands below it. */
static void make_names(GString *html, gsize begun)
{
	const char *first = strstr(html->str + begun, "<tr>");

	if (!first || strstr(first + 1, "<tr>"))
		return;
	for (char *cell = html->str + begun; (cell = strstr(cell, "<td"));)
		cell[2] = 'h';
}

static void append_row(GString *html, char *line)
{
	g_string_append(html, "<tr>");
	for (char *p = line + 1; *p;) {
		char *end = cell_end(p);
		g_autofree char *cell = g_strstrip(g_strndup(p, (gsize)(end - p)));
		g_autofree char *cell_html = line_html(cell);
		g_string_append_printf(html, "<td>%s</td>", cell_html);
		p = *end ? end + 1 : end;
	}
	g_string_append(html, "</tr>");
}

/* ---- blocks ----------------------------------------------------------------------------- */

typedef enum { BLOCK_NONE, BLOCK_TABLE, BLOCK_LIST, BLOCK_TEXT } Block;

static const struct {
	const char *open, *close;
} blocks[] = { { "", "" }, { "<table>", "</table>" }, { "<ul>", "</ul>" }, { "<p>", "</p>" } };

/* "## text": how deep; 0 for any other line. */
static gsize heading_level(const char *line)
{
	gsize level = strspn(line, "#");
	return level <= 6 && g_ascii_isspace(line[level]) ? level : 0;
}

/* "====", which makes a heading of the text above it, "----", which makes a lower one. */
static gboolean is_rule(const char *line)
{
	gsize n = strspn(line, *line == '=' ? "=" : "- ");
	return n > 1 && !line[n];
}

static gboolean is_item(const char *line)
{
	return *line && strchr("-*+", *line) && line[1] == ' ';
}

/* "2. text" is a line of its own. */
static gboolean is_numbered(const char *line)
{
	gsize n = strspn(line, "0123456789");
	return n > 0 && n < 4 && (line[n] == '.' || line[n] == ')') && line[n + 1] == ' ';
}

/* "**Doel** helpen", "Doel: helpen", a note: what is no more of the paragraph before it. */
static gboolean begins_paragraph(const char *line)
{
	const char *colon = strchr(line, ':');
	g_autofree char *label = g_strndup(line, colon ? (gsize)(colon - line) : 0);

	return g_str_has_prefix(line, "**") || g_str_has_prefix(line, "__") ||
	       g_str_has_prefix(line, "[^") || label_kind(label) >= 0;
}

/* Which block a line is in, given the one before it. */
static Block block_of(const char *line, Block before)
{
	if (!*line || heading_level(line) || is_rule(line))
		return BLOCK_NONE;
	if (*line == '|')
		return BLOCK_TABLE;
	if (is_item(line))
		return BLOCK_LIST;
	return before == BLOCK_LIST && !begins_paragraph(line) ? BLOCK_LIST : BLOCK_TEXT;
}

/* "## text ##" */
static void append_heading(GString *html, const char *line, gsize level)
{
	g_autofree char *text = g_strstrip(g_strdup(line + level));
	gsize len = strlen(text), end = len;

	while (end && text[end - 1] == '#')
		end--;
	if (end < len && end && text[end - 1] == ' ')
		text[end] = '\0';
	g_autofree char *text_html = line_html(g_strchomp(text));
	g_string_append_printf(html, "<h%zu>%s</h%zu>", level, text_html, level);
}

/* "[^1]: text" */
static const char *end_of_mark(const char *line)
{
	gsize n = g_str_has_prefix(line, "[^") ? strcspn(line, "] \t") : 0;
	return g_str_has_prefix(line + n, "]:") ? line + n + strlen("]") : NULL;
}

/* A note, an item, "- text"; what else there is is text. */
static void append_text(GString *html, const char *line, Block block)
{
	const char *colon = end_of_mark(line);
	gboolean item = block == BLOCK_LIST && is_item(line);
	g_autofree char *marked = g_strndup(line, colon ? (gsize)(colon - line) : 0);
	g_autofree char *mark = line_html(marked);
	g_autofree char *text = line_html(colon ? colon + 1 : line + (item ? 2 : 0));

	g_string_append_printf(html, "%s%s %s",
			       item                ? "<li>"
			       : is_numbered(line) ? "<br>"
						   : "",
			       mark, text);
}

/* The text that began there is a heading. */
static void make_heading(GString *html, gsize begun, char rule)
{
	const char *tag = rule == '=' ? "h1" : "h2";

	g_string_erase(html, (gssize)begun, (gssize)strlen(blocks[BLOCK_TEXT].open));
	g_string_insert(html, (gssize)begun, rule == '=' ? "<h1>" : "<h2>");
	g_string_append_printf(html, "</%s>", tag);
}

/* A document so far. */
typedef struct {
	GString *html;
	Block open;
	gsize begun;     /* where the block at hand does */
	gboolean note;   /* it is a note */
	gboolean blank;  /* a blank line stands below that */
	GridTable *grid; /* that is open; NULL */
} Markdown;

static void close_block(Markdown *m, Block next)
{
	g_string_append(m->html, blocks[m->open].close);
	m->begun = m->html->len;
	g_string_append(m->html, blocks[next].open);
	m->open = next;
}

/* Takes a line that is of the note above it: right below it, or indented. */
static gboolean goes_on(Markdown *m, const char *line, gboolean indented)
{
	gboolean more = m->note && !end_of_mark(line) &&
			(indented || !*line ||
			 (!m->blank && block_of(line, BLOCK_TEXT) == BLOCK_TEXT &&
			  !begins_paragraph(line)));

	if (more && *line)
		append_text(m->html, line, BLOCK_TEXT);
	if (!more && m->blank)
		close_block(m, BLOCK_NONE);
	m->note = more;
	m->blank = more && !*line;
	return more;
}

static void read_line(Markdown *m, char *line)
{
	Block block = block_of(line, m->open);
	gsize level = heading_level(line);

	if (m->open == BLOCK_TEXT && is_rule(line)) {
		make_heading(m->html, m->begun, *line);
		m->open = BLOCK_NONE;
	} else if (block != m->open || (block == BLOCK_TEXT && begins_paragraph(line))) {
		close_block(m, block);
	}
	m->note = end_of_mark(line) != NULL;
	if (block == BLOCK_TABLE && is_table_rule(line))
		make_names(m->html, m->begun);
	else if (block == BLOCK_TABLE)
		append_row(m->html, line);
	else if (level)
		append_heading(m->html, line, level);
	else if (block != BLOCK_NONE)
		append_text(m->html, line, block);
}

static void add_line(Markdown *m, char *line);
static void close_grid(Markdown *m);

static char *text_html(const char *text)
{
	Markdown m = { .html = g_string_new(NULL) };
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	for (char **line = lines; *line; line++)
		add_line(&m, *line);
	close_grid(&m);
	close_block(&m, BLOCK_NONE);
	return g_strdelimit(g_string_free(m.html, FALSE), "\n", ' ');
}

/* A row stands where it begins, so that it has the number of that line. */
static void insert_row(Markdown *m)
{
	const GPtrArray *cells = gridtable_row(m->grid);
	g_autoptr(GString) row = g_string_new("<tr>");

	for (guint i = 0, span; i < cells->len; i += span) {
		g_autofree char *html = text_html(((const GString *)cells->pdata[i])->str);
		span = gridtable_span(m->grid, i);
		g_string_append_printf(row, "<td colspan=\"%u\">%s</td>", span, html);
	}
	g_string_append(row, "</tr>");
	g_string_insert(m->html, (gssize)m->begun, row->str);
	m->begun = m->html->len + 1;
}

/* Its last row counts, with or without a rule below it. */
static void close_grid(Markdown *m)
{
	if (m->grid && gridtable_has_row(m->grid))
		insert_row(m);
	g_clear_pointer(&m->grid, gridtable_free);
}

/* TRUE when a line is of a table in a frame. */
static gboolean takes_grid(Markdown *m, const char *line)
{
	GridTableLine does = m->grid ? gridtable_line(m->grid, line) : GRIDTABLE_END;

	if (does == GRIDTABLE_ROW)
		insert_row(m);
	if (does != GRIDTABLE_END)
		return TRUE;
	close_grid(m);
	m->grid = gridtable_new(line);
	if (!m->grid)
		return FALSE;
	close_block(m, BLOCK_TABLE);
	m->begun = m->html->len + 1; /* behind the end of this line */
	return TRUE;
}

static void add_line(Markdown *m, char *line)
{
	gboolean indented = *line == ' ' || *line == '\t';

	g_strstrip(line);
	if (!takes_grid(m, line) && !goes_on(m, line, indented))
		read_line(m, line);
	g_string_append_c(m->html, '\n');
}

char *markdown_read(Lines *lines)
{
	Markdown m = { .html = g_string_new("<body>") };
	char *line;

	while ((line = lines_next(lines)))
		add_line(&m, line);
	close_grid(&m);
	return g_string_free(m.html, FALSE);
}

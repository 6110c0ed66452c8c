#include "markdown.h"

#include <string.h>

#include "flow.h"
#include "labels.h"
#include "pattern.h"

/* ---- in a line ------------------------------------------------------------------------- */

/* Its marks as the HTML that they stand for. */
static char *line_html(const char *line)
{
	static struct {
		Pattern pattern;
		const char *html;
	} marks[] = {
		{ { "<((?:https?://|www\\.)[^<>\\s]+)>", 0, 0 }, "\\1" },
		{ { "\\\\\\|", 0, 0 }, "|" },
		{ { "\\*\\*(.+?)\\*\\*", 0, 0 }, "<b>\\1</b>" },
		{ { "\\b__(.+?)__\\b", 0, 0 }, "<b>\\1</b>" },
		{ { "(?<![\\w*])\\*([^*\\s]|[^*\\s][^*]*[^*\\s])\\*(?![\\w*])", 0, 0 },
		  "<i>\\1</i>" },
		{ { "\\[\\^(\\d+)\\]", 0, 0 }, "<sup>\\1</sup>" },
	};
	char *html = g_strdup(line);

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

static void append_row(GString *html, char *line)
{
	if (is_table_rule(line))
		return;
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

/* "[^1]: text" is a note, "- text" an item; what else there is is text. */
static void append_text(GString *html, const char *line, Block block)
{
	const char *colon = g_str_has_prefix(line, "[^") ? strstr(line, "]:") : NULL;
	g_autofree char *mark = colon ? flow_raised(line + strlen("[^")) : g_strdup("");
	gboolean item = block == BLOCK_LIST && is_item(line);
	g_autofree char *text = line_html(colon ? colon + 2 : line + (item ? 2 : 0));

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

char *markdown_read(Lines *lines)
{
	GString *html = g_string_new("<body>");
	Block open = BLOCK_NONE;
	gsize begun = 0; /* where the block at hand does */
	char *line;

	while ((line = lines_next(lines))) {
		Block block = block_of(g_strstrip(line), open);
		gsize level = heading_level(line);
		if (open == BLOCK_TEXT && is_rule(line)) {
			make_heading(html, begun, *line);
		} else if (block != open || (block == BLOCK_TEXT && begins_paragraph(line))) {
			g_string_append(html, blocks[open].close);
			begun = html->len;
			g_string_append(html, blocks[block].open);
		}
		open = block;
		if (block == BLOCK_TABLE)
			append_row(html, line);
		else if (level)
			append_heading(html, line, level);
		else if (block != BLOCK_NONE)
			append_text(html, line, block);
		g_string_append_c(html, '\n');
	}
	return g_string_free(html, FALSE);
}

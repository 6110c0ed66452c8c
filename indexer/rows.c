#include "rows.h"

#include <string.h>

#include "markup.h"

/* Who wants the rows. */
typedef struct {
	RowFunc func;
	gpointer user;
} Sink;

static gboolean is_dashes(const char *text)
{
	return *text && strspn(text, "-–—=: ") == strlen(text);
}

/* "Pilot | Toelichting" and the like: the names of the columns. */
static gboolean is_header(const char *title, const char *cell)
{
	static const char *const names[] = { "pilot", "pilots", "project", "naam pilot" };
	g_autofree char *lower = g_utf8_strdown(title, -1);

	g_strstrip(lower);
	if (strlen(cell) > 40 || strpbrk(cell, "<.:"))
		return FALSE;
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
		if (strcmp(lower, names[i]) == 0)
			return TRUE;
	return FALSE;
}

static void tell_cells(const Sink *sink, guint line, const char *title, const char *cell)
{
	if ((is_dashes(title) && (!*cell || is_dashes(cell))) || is_header(title, cell))
		return;
	g_autofree char *plain = markup_plain(title);
	g_autoptr(GPtrArray) sections = markup_sections(cell);
	sink->func(line, plain, sections, sink->user);
}

static void tell_text(const Sink *sink, guint line, const char *text)
{
	if (*text && !is_dashes(text))
		sink->func(line, text, NULL, sink->user);
}

/* ---- text ---------------------------------------------------------------- */

static void text_line(const Sink *sink, guint line, char *text)
{
	char *tab = strchr(text, '\t');

	g_strchomp(text);
	if (!tab) {
		tell_text(sink, line, g_strstrip(text));
		return;
	}
	*tab = '\0';
	tell_cells(sink, line, g_strstrip(text), g_strstrip(tab + 1));
}

/* ---- markdown -------------------------------------------------------------- */

/* Markdown marks in a cell as the HTML that they stand for. */
static char *markdown_to_html(const char *cell)
{
	static const struct {
		const char *pattern, *html;
	} marks[] = {
		{ "\\\\\\|", "|" },
		{ "\\*\\*(.+?)\\*\\*", "<b>\\1</b>" },
		{ "\\[\\^(\\d+)\\]", "<sup>\\1</sup>" },
	};
	char *html = g_strdup(cell);

	for (gsize i = 0; i < G_N_ELEMENTS(marks); i++) {
		g_autoptr(GRegex) regex = g_regex_new(marks[i].pattern, 0, 0, NULL);
		g_autofree char *before = html;
		html = g_regex_replace(regex, before, -1, 0, marks[i].html, 0, NULL);
	}
	return html;
}

/* The end of a cell: the next "|" that is not escaped. */
static char *cell_end(char *p)
{
	while (*p && *p != '|')
		p += *p == '\\' && p[1] ? 2 : 1;
	return p;
}

static void markdown_row(const Sink *sink, guint line, char *text)
{
	char *end = cell_end(text + 1), *last = end;
	g_autofree char *title = g_strndup(text + 1, end - text - 1);

	if (*end)
		last = end + strlen(end);
	while (last > end + 1 && strchr("| \t", last[-1]) && last[-2] != '\\')
		last--;
	g_autofree char *cell = *end ? g_strndup(end + 1, last - end - 1) : g_strdup("");
	g_autofree char *title_html = markdown_to_html(g_strstrip(title));
	g_autofree char *cell_html = markdown_to_html(g_strstrip(cell));
	tell_cells(sink, line, title_html, cell_html);
}

/* "[^1]: text" -> "¹ text" by way of the one place that knows superscripts. */
static void markdown_line(const Sink *sink, guint line, char *text)
{
	g_strstrip(text);
	if (*text == '|') {
		markdown_row(sink, line, text);
		return;
	}
	while (*text == '#')
		text++;
	char *colon = g_str_has_prefix(text, "[^") ? strstr(text, "]:") : NULL;
	if (!colon) {
		tell_text(sink, line, g_strstrip(text));
		return;
	}
	g_autofree char *number = g_strndup(text, colon + 1 - text);
	g_autofree char *html = markdown_to_html(number);
	g_autofree char *mark = markup_plain(html);
	g_autofree char *note = g_strconcat(mark, " ", g_strstrip(colon + 2), NULL);
	tell_text(sink, line, note);
}

/* ---- html ------------------------------------------------------------------- */

static void html_block(guint line, const char *text, GPtrArray *sections, gpointer user)
{
	const Sink *sink = user;

	if (!sections) {
		tell_text(sink, line, text);
		return;
	}
	const MarkupSection *only = sections->len == 1 ? sections->pdata[0] : NULL;
	const char *cell = !sections->len ? "" : only && !*only->label ? only->text : "<";
	if (!is_header(text, cell) && !(is_dashes(text) && (!*cell || is_dashes(cell))))
		sink->func(line, text, sections, sink->user);
}

static void read_html(const Sink *sink, const char *text, gsize len)
{
	markup_document(text, len, html_block, (gpointer)sink);
}

/* ---- which format ----------------------------------------------------------- */

typedef void (*LineFunc)(const Sink *sink, guint line, char *text);

static void read_lines(const Sink *sink, const char *text, gsize len, LineFunc func)
{
	const char *end = text + len;

	for (guint line = 1; text < end; line++) {
		const char *newline = memchr(text, '\n', end - text);
		const char *stop = newline ? newline : end;
		g_autofree char *copy = g_strndup(text, stop - text);
		func(sink, line, copy);
		text = stop + 1;
	}
}

static void read_text(const Sink *sink, const char *text, gsize len)
{
	read_lines(sink, text, len, text_line);
}

static void read_markdown(const Sink *sink, const char *text, gsize len)
{
	read_lines(sink, text, len, markdown_line);
}

static gboolean is_html(const char *text)
{
	g_autoptr(GRegex) table = g_regex_new("<(table|html)\\b", G_REGEX_CASELESS, 0, NULL);
	return g_regex_match(table, text, 0, NULL);
}

static gboolean is_markdown(const char *text)
{
	g_autoptr(GRegex) row = g_regex_new("^\\|.*\\|", G_REGEX_MULTILINE, 0, NULL);
	return !strchr(text, '\t') && g_regex_match(row, text, 0, NULL);
}

static gboolean is_anything(const char *text)
{
	(void)text;
	return TRUE;
}

/* The first that recognises the text reads it. */
static const struct {
	gboolean (*is)(const char *text);
	void (*read)(const Sink *sink, const char *text, gsize len);
} formats[] = {
	{ is_html, read_html },
	{ is_markdown, read_markdown },
	{ is_anything, read_text },
};

void rows_read(const char *text, gsize len, RowFunc func, gpointer user)
{
	const Sink sink = { func, user };
	gsize i = 0;

	while (!formats[i].is(text))
		i++;
	formats[i].read(&sink, text, len);
}

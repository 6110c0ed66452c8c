#include "pdf.h"

#include <errno.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "labels.h"

#define LONGEST_HEADER 120 /* bytes */
#define INDENTED 12        /* columns: a line that starts here has no title */
#define NEAR 40            /* lines */

/* ---- pdftotext ---------------------------------------------------------------------- */

static void limit_child(gpointer user)
{
	const struct rlimit cpu = { PDF_MAX_SECONDS, PDF_MAX_SECONDS };

	(void)user;
	setrlimit(RLIMIT_CPU, &cpu);
}

/* All that it prints; FALSE when that is too much. */
static gboolean read_output(int fd, GString *text)
{
	char chunk[1 << 16];
	ssize_t n;

	while ((n = read(fd, chunk, sizeof chunk)) > 0 || (n < 0 && errno == EINTR)) {
		if (n > 0)
			g_string_append_len(text, chunk, n);
		if (text->len > PDF_MAX_BYTES)
			return FALSE;
	}
	return n == 0;
}

static char *layout_of(const char *path, GError **error)
{
	/* An absolute path is never taken for an option. */
	g_autofree char *absolute = g_canonicalize_filename(path, NULL);
	char *argv[] = { "pdftotext", "-layout", "-enc", "UTF-8", absolute, "-", NULL };
	g_autoptr(GString) text = g_string_new(NULL);
	GPid child;
	int output, status;

	if (!g_spawn_async_with_pipes(NULL, argv, NULL,
				      G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD |
					      G_SPAWN_STDERR_TO_DEV_NULL,
				      limit_child, NULL, &child, NULL, &output, NULL, error)) {
		g_prefix_error(error, "%s: a PDF needs pdftotext (poppler-utils): ", path);
		return NULL;
	}
	gboolean whole = read_output(output, text);
	close(output);
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	g_spawn_close_pid(child);
	if (whole && WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return g_utf8_make_valid(text->str, (gssize)text->len);
	g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
		    "%s: the PDF is damaged, locked or too large", path);
	return NULL;
}

/* ---- lines in two columns ----------------------------------------------------------- */

typedef struct {
	const char *text; /* without white space at its end */
	glong columns, indent;
	gboolean is_header;
} Line;

typedef struct {
	GArray *lines; /* of Line */
	GString *html;
	GString *title, *cell; /* of the row at hand */
	GString *loose;        /* a paragraph between the rows */
	guint kinds;           /* the sections that the row has, a bit for each */
	gboolean in_row, in_list, blank_before;
} Layout;

/* The names of the columns, over a table. */
static gboolean is_header(const char *text)
{
	return strlen(text) < LONGEST_HEADER &&
	       g_regex_match_simple("^\\s*(pilots?|projecten|project|naam pilot)\\s+(toelichting|"
				    "omschrijving|beschrijving|stand van zaken|status)$",
				    text, G_REGEX_CASELESS, 0);
}

/* "12", "Pagina 3 van 9" */
static gboolean is_page_number(const char *text)
{
	return g_regex_match_simple("^\\s*(pagina\\s+)?\\d+(\\s*(van|/)\\s*\\d+)?$", text,
				    G_REGEX_CASELESS, 0);
}

/* "¹ Kamerstuk …" */
static gboolean is_note(const char *text)
{
	gunichar c = g_utf8_get_char(text + strspn(text, " "));

	return c == 0xb9 || c == 0xb2 || c == 0xb3 || (c >= 0x2074 && c <= 0x2079);
}

static void add_lines(GArray *lines, char *page)
{
	g_auto(GStrv) split = g_strsplit(page, "\n", -1);
	guint first = lines->len, last;

	for (char **p = split; *p; p++) {
		g_strchomp(*p);
		const Line line = { g_strdup(*p), g_utf8_strlen(*p, -1), (glong)strspn(*p, " "),
				    is_header(*p) };
		g_array_append_val(lines, line);
	}
	for (last = lines->len; last > first; last--)
		if (*g_array_index(lines, Line, last - 1).text)
			break;
	if (last > first && is_page_number(g_array_index(lines, Line, last - 1).text))
		g_array_set_size(lines, last - 1);
	else
		g_array_set_size(lines, last);
}

static void line_clear(gpointer data)
{
	g_free((char *)((Line *)data)->text);
}

static char *part(const Line *line, glong from, glong to)
{
	const char *start = g_utf8_offset_to_pointer(line->text, MIN(from, line->columns));
	const char *end = g_utf8_offset_to_pointer(line->text, MIN(to, line->columns));

	return g_strstrip(g_strndup(start, (gsize)(end - start)));
}

/* The column of the word that starts at a column, or beside it: the letters of a page shift a
 * little. 0 without one. */
static glong word_near(const Line *line, glong column)
{
	static const glong shifts[] = { 0, 1, -1, 2 };

	for (gsize i = 0; i < G_N_ELEMENTS(shifts); i++) {
		glong near = column + shifts[i];
		if (near <= line->indent || near >= line->columns)
			continue;
		const char *p = g_utf8_offset_to_pointer(line->text, near);
		if (p[-1] == ' ' && *p != ' ')
			return near;
	}
	return 0;
}

/* How many bytes of a line are a label that opens a section; 0 for none. It stands alone, or
 * what follows starts a sentence: "Doel van de pilot" is none. */
static gsize label_length(const char *text, int *kind)
{
	const char *end = text;

	if (!g_unichar_isupper(g_utf8_get_char(text)))
		return 0;
	for (guint words = 0; words < 4 && *end; words++) {
		end += strspn(end, " ");
		end += strcspn(end, " ");
		g_autofree char *label = g_strndup(text, (gsize)(end - text));
		*kind = label_kind(label);
		gunichar next = g_utf8_get_char(end + strspn(end, " "));
		if (*kind >= 0 && (!next || end[-1] == ':' || *kind == SECTION_LOOPTIJD ||
				   !g_unichar_islower(next)))
			return (gsize)(end - text);
	}
	return 0;
}

/* The column behind a gap; 0 without one. */
static glong behind_gap(const Line *line)
{
	const char *gap = strstr(line->text + line->indent, "  ");

	return gap ? g_utf8_pointer_to_offset(line->text, gap + strspn(gap, " ")) : 0;
}

/* The column of a label behind a title; 0 without one. */
static glong label_column(const Line *line)
{
	int kind;

	for (const char *p = line->text; (p = strchr(p, ' ')); p++) {
		glong column = g_utf8_pointer_to_offset(line->text, p + 1);
		if (column >= INDENTED && label_length(p + 1, &kind))
			return column;
	}
	return 0;
}

/* Where the lines without a title start, on one side of a line up to the end of the table:
 * the leftmost of them and of indent; items of lists are deeper. */
static glong indent_beside(const Layout *l, guint number, int step, glong indent)
{
	for (guint i = number + step, n = 0; n < NEAR && i < l->lines->len; i += step, n++) {
		const Line *near = &g_array_index(l->lines, Line, i);
		if (near->is_header)
			break;
		if (*near->text && near->indent >= INDENTED && (!indent || near->indent < indent))
			indent = near->indent;
	}
	return indent;
}

/* Divides a line that may have a title. FALSE for one over the whole width. */
static gboolean divide(const Layout *l, guint number, char **left, char **right)
{
	const Line *line = &g_array_index(l->lines, Line, number);
	glong column = 0;

	if (line->indent < INDENTED) {
		glong below = indent_beside(l, number, 1, 0);
		glong indent = indent_beside(l, number, -1, below), gap = behind_gap(line);
		if (is_note(line->text))
			return FALSE;
		column = gap >= INDENTED ? gap : word_near(line, indent);
		column = column ? column : label_column(line);
		if (!column && (!l->in_row || line->columns > indent))
			return FALSE;
		column = column ? column : line->columns;
	}
	*left = part(line, 0, column);
	*right = part(line, column, line->columns);
	return TRUE;
}

/* ---- rows --------------------------------------------------------------------------- */

static void append_word(GString *to, const char *text)
{
	g_autofree char *escaped = g_markup_escape_text(text, -1);
	gsize n = to->len;
	gboolean broken = n > 1 && to->str[n - 1] == '-' && to->str[n - 2] != ' ' &&
			  !g_regex_match_simple("^(en|of|als|tot|dan)\\b", text, 0, 0);

	if (n && *escaped && to->str[n - 1] != '>' && !broken)
		g_string_append_c(to, ' ');
	g_string_append(to, escaped);
}

static void end_loose(Layout *l)
{
	if (l->loose->len)
		g_string_append_printf(l->html, "<p>%s</p>\n", l->loose->str);
	g_string_truncate(l->loose, 0);
}

static void end_row(Layout *l)
{
	if (l->in_row)
		g_string_append_printf(l->html, "<table><tr><td>%s</td><td>%s</td></tr></table>\n",
				       l->title->str, l->cell->str);
	g_string_truncate(l->title, 0);
	g_string_truncate(l->cell, 0);
	l->in_row = FALSE;
	l->in_list = FALSE;
	l->kinds = 0;
}

static void start_row(Layout *l)
{
	end_loose(l);
	end_row(l);
	l->in_row = TRUE;
}

static void end_list(Layout *l)
{
	if (l->in_list)
		g_string_append(l->cell, "</ol>");
	l->in_list = FALSE;
}

/* What opens an item at the start of a text: its length, or 0. */
static gsize bullet_length(const char *text)
{
	static const char *const bullets[] = { "• ", "- ", "– ", "\xef\x82\xb7 " };

	for (gsize i = 0; i < G_N_ELEMENTS(bullets); i++)
		if (g_str_has_prefix(text, bullets[i]))
			return strlen(bullets[i]);
	return 0;
}

/* What stands in the right column. */
static void add_text(Layout *l, const char *text)
{
	int kind = -1;
	gsize label = label_length(text, &kind), bullet = bullet_length(text);

	if (label || bullet || l->blank_before)
		end_list(l);
	if (label || l->blank_before)
		g_string_append(l->cell, "<p>");
	if (bullet) {
		g_string_append(l->cell, "<li>");
	} else if (g_str_has_prefix(text, "1. ")) {
		g_string_append(l->cell, "<ol> "); /* the numbers that follow open its items */
		l->in_list = TRUE;
	} else if (label) {
		g_autofree char *name = g_strndup(text, label);
		g_string_append_printf(l->cell, "<u>%s</u>", name);
		l->kinds |= 1u << kind;
	}
	g_autofree char *rest = g_strstrip(g_strdup(text + label + bullet));
	append_word(l->cell, rest);
}

/* A row starts where a section comes that the one at hand has, or a title beside a label. */
static gboolean starts_row(const Layout *l, const char *left, const char *right)
{
	int kind = -1;
	gsize label = *right ? label_length(right, &kind) : 0;

	if (!l->in_row)
		return TRUE;
	return label && (l->kinds & 1u << kind || (*left && l->title->len && l->kinds));
}

static void add_line(Layout *l, guint number)
{
	const Line *line = &g_array_index(l->lines, Line, number);
	g_autofree char *left = NULL, *right = NULL;

	if (line->is_header || strspn(line->text, "- –—=") == strlen(line->text)) {
		end_loose(l);
		end_row(l);
	} else if (divide(l, number, &left, &right)) {
		if (starts_row(l, left, right))
			start_row(l);
		append_word(l->title, left);
		if (*right)
			add_text(l, right);
	} else {
		end_row(l);
		if (l->blank_before || is_note(line->text))
			end_loose(l);
		append_word(l->loose, line->text);
	}
}

char *pdf_layout_to_html(const char *text)
{
	g_auto(GStrv) pages = g_strsplit(text, "\f", -1);
	g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(Line));
	g_autoptr(GString) title = g_string_new(NULL), cell = g_string_new(NULL),
			   loose = g_string_new(NULL);
	Layout l = { .lines = lines,
		     .html = g_string_new("<html><body>\n"),
		     .title = title,
		     .cell = cell,
		     .loose = loose };

	g_array_set_clear_func(lines, line_clear);
	for (char **p = pages; *p; p++)
		add_lines(lines, *p);
	for (guint i = 0; i < lines->len; i++) {
		if (*g_array_index(lines, Line, i).text) {
			add_line(&l, i);
			l.blank_before = FALSE;
		} else {
			l.blank_before = TRUE;
		}
	}
	end_loose(&l);
	end_row(&l);
	return g_string_free(l.html, FALSE);
}

char *pdf_to_html(const char *path, GError **error)
{
	g_autofree char *text = layout_of(path, error);

	return text ? pdf_layout_to_html(text) : NULL;
}

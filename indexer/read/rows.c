#include "rows.h"

#include <string.h>

#include "markdown.h"
#include "marks.h"
#include "markup.h"
#include "office.h"
#include "pdf.h"

/* Who wants the rows. */
typedef struct {
	RowFunc func;
	gpointer user;
	guint64 offset; /* of the line at hand */
	gboolean below; /* right below a line of text */
	gboolean stopped;
} Sink;

gboolean row_is_text(const Row *row)
{
	return !row->is_row && !row->is_head && !row->is_heading && !row->is_struck &&
	       !row->is_aside && !row->is_hidden;
}

char *row_plain(const Row *row)
{
	return row->is_plain ? g_strdup(row->text) : markup_plain(row->text);
}

/* Who wants to know what is left out of a cell. */
typedef struct {
	LeftOutFunc func;
	gpointer user;
} LeftOut;

static void tell_left_out(guint line, MarkupKind kind, const char *text, GPtrArray *sections,
			  gpointer user)
{
	const LeftOut *to = user;

	(void)line, (void)sections;
	to->func(text, kind == MARKUP_STRUCK, to->user);
}

GPtrArray *row_sections(const Row *row, LeftOutFunc func, gpointer user)
{
	LeftOut to = { func, user };

	return row->cell ? markup_cell(row->cell, func ? tell_left_out : NULL, &to)
			 : g_ptr_array_ref(row->content);
}

static gboolean is_dashes(const char *text)
{
	return *text && strspn(text, "-–—=: \n") == strlen(text);
}

/* "Pilot | Toelichting" and the like: the names of the columns. */
static gboolean is_header(const char *title, const char *cell)
{
	static const char *const names[] = { "pilot", "pilots", "project", "naam pilot" };

	if (strlen(cell) > 40 || strpbrk(cell, "<.:"))
		return FALSE;
	g_autofree char *lower = g_utf8_strdown(title, -1);
	g_strstrip(lower);
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
		if (strcmp(lower, names[i]) == 0)
			return TRUE;
	return FALSE;
}

static void tell_head(Sink *sink, guint line, const char *title, const char *cell)
{
	g_autofree char *names = g_strjoin("\n", title, cell, NULL);
	const Row row = { .line = line,
			  .offset = sink->offset,
			  .is_head = TRUE,
			  .is_plain = TRUE,
			  .text = names };

	sink->stopped |= !sink->func(&row, sink->user);
}

static void tell_cells(Sink *sink, guint line, const char *title, const char *cell)
{
	if (is_dashes(title) && (!*cell || is_dashes(cell)))
		return;
	if (is_header(title, cell)) {
		tell_head(sink, line, title, cell);
		return;
	}
	g_autofree char *plain = markup_plain(title);
	const Row row = { .line = line,
			  .offset = sink->offset,
			  .is_row = TRUE,
			  .is_plain = TRUE,
			  .text = plain,
			  .cell = cell };
	sink->stopped |= !sink->func(&row, sink->user);
}

static void tell_text(Sink *sink, guint line, const char *text, gboolean goes_on)
{
	const Row row = { .line = line, .offset = sink->offset, .text = text, .goes_on = goes_on };

	if (*text && !is_dashes(text))
		sink->stopped |= !sink->func(&row, sink->user);
}

/* ---- text ---------------------------------------------------------------- */

/* "¹ TAB text", "<sup>1</sup> text": a note, however it is set. NULL for anything else; the caller
 * frees. */
static char *text_of_note(const char *text)
{
	const char *tab = strchr(text, '\t');

	if (!tab)
		return g_str_has_prefix(text, "<sup") ? markup_plain(text) : NULL;
	g_autofree char *start = g_strndup(text, (gsize)(tab - text));
	g_autofree char *mark = markup_plain(start);
	if (!mark_is_all(mark))
		return NULL;
	g_autofree char *rest = strstr(tab, "</") ? markup_plain(tab) : g_strdup(tab);
	return g_strdup_printf("%s %s", mark, g_strstrip(rest));
}

/* Whether all that stands before a tab is "•" or the like, as Word writes lists in text. */
static gboolean is_bullet(const char *text, const char *tab)
{
	static const char *const bullets[] = { "•", "-", "–", "o", "▪", "*", NULL };
	g_autofree char *before = g_strstrip(g_strndup(text, (gsize)(tab - text)));

	return g_strv_contains(bullets, before);
}

static void text_line(Sink *sink, guint line, char *text)
{
	gboolean goes_on = sink->below || *text == ' ';
	char *tab = strchr(text, '\t');

	g_strchomp(text);
	g_autofree char *note = text_of_note(text + strspn(text, " "));
	gboolean heading =
		tab && g_ascii_strncasecmp(tab + 1 + strspn(tab + 1, " "), "peildatum", 9) == 0;
	gboolean item = tab && is_bullet(text, tab);
	sink->below = *text && (!tab || note || heading || item);
	if (sink->below) { /* a heading, a note and an item, however they are set */
		tell_text(sink, line, note ? note : g_strstrip(text), goes_on);
		return;
	}
	if (!tab)
		return;
	*tab = '\0';
	tell_cells(sink, line, g_strstrip(text), g_strstrip(tab + 1));
}

/* ---- html ------------------------------------------------------------------- */

/* A note whose mark stands in one cell and its text in another. */
static void tell_note(Sink *sink, guint line, const char *mark, const GPtrArray *sections)
{
	g_autoptr(GString) note = g_string_new(mark);

	for (guint i = 0; i < sections->len; i++) {
		const MarkupSection *s = sections->pdata[i];
		g_string_append_printf(note, " %s%s%s", s->label, *s->label ? ": " : "", s->text);
	}
	const Row row = { .line = line, .is_plain = TRUE, .text = note->str };
	sink->stopped = sink->stopped || !sink->func(&row, sink->user);
}

static void html_block(guint line, MarkupKind kind, const char *text, GPtrArray *sections,
		       gpointer user)
{
	Sink *sink = user;

	if (kind == MARKUP_ROW && mark_is_all(text)) {
		tell_note(sink, line, text, sections);
		return;
	}
	const Row row = { .line = line,
			  .is_row = sections != NULL,
			  .is_more = kind == MARKUP_MORE,
			  .is_outline = kind == MARKUP_PILOT,
			  .is_head = kind == MARKUP_HEAD,
			  .is_heading = kind == MARKUP_HEADING,
			  .is_struck = kind == MARKUP_STRUCK,
			  .is_aside = kind == MARKUP_ASIDE,
			  .is_hidden = kind == MARKUP_HIDDEN,
			  .is_plain = TRUE,
			  .text = text,
			  .content = sections };

	if (!sink->stopped && (sections || (*text && !is_dashes(text))))
		sink->stopped |= !sink->func(&row, sink->user);
}

/* A file that is held as a whole. */
static Lines *open_whole(const char *path, const FileFacts *facts, GError **error)
{
	if (facts->bytes <= ROWS_MAX_HTML)
		return lines_open(path, error);
	g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
		    "the HTML is larger than %u MB; split it", ROWS_MAX_HTML >> 20);
	return NULL;
}

/* The title stands before the rows in the head, and a table may be closed anywhere. */
char *rows_file_html(const char *path, const FileFacts *facts, GError **error)
{
	g_autoptr(Lines) lines = open_whole(path, facts, error);
	g_autoptr(GString) text = g_string_new(NULL);
	const char *line;

	while (lines && (line = lines_next(lines)))
		g_string_append_printf(text, "%s\n", line);
	return lines && lines_are_whole(lines, error) ? g_string_free(g_steal_pointer(&text), FALSE)
						      : NULL;
}

static char *markdown_html(const char *path, const FileFacts *facts, GError **error)
{
	g_autoptr(Lines) lines = open_whole(path, facts, error);
	g_autofree char *html = lines ? markdown_read(lines) : NULL;

	return html && lines_are_whole(lines, error) ? g_steal_pointer(&html) : NULL;
}

static char *office_html(const char *path, const FileFacts *facts, GError **error)
{
	(void)facts;
	return office_to_html(path, error);
}

static char *pdf_html(const char *path, const FileFacts *facts, GError **error)
{
	(void)facts;
	return pdf_to_html(path, error);
}

/* What Word saved before 2007, or locked, or Outlook saved; and RTF. */
static char *foreign_html(const char *path, const FileFacts *facts, GError **error)
{
	const char *dot = strrchr(path, '.');
	const char *what =
		"a document that is locked with a password, or of Word before 2007; save it "
		"as .docx without a password";

	if (facts->kind == FILE_RTF)
		what = "a document in RTF; save it as .docx";
	else if (facts->kind == FILE_BINARY)
		what = "no text and no document: it has bytes that no text has";
	else if (dot && g_ascii_strcasecmp(dot, ".msg") == 0)
		what = "a message of Outlook; save the document in it as .docx";
	g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s: %s", path, what);
	return NULL;
}

/* ---- which format ----------------------------------------------------------- */

static gboolean is_office(const FileFacts *facts)
{
	return facts->kind == FILE_ZIP;
}

static gboolean is_pdf(const FileFacts *facts)
{
	return facts->kind == FILE_PDF;
}

static gboolean is_foreign(const FileFacts *facts)
{
	return facts->kind == FILE_OLE || facts->kind == FILE_RTF || facts->kind == FILE_BINARY;
}

static gboolean is_html(const FileFacts *facts)
{
	return facts->has_html;
}

static gboolean is_markdown(const FileFacts *facts)
{
	return facts->has_markdown && !facts->has_tab;
}

static gboolean is_anything(const FileFacts *facts)
{
	(void)facts;
	return TRUE;
}

/* The first that recognises the file reads it: as the HTML that it stands for, the caller
 * frees; or line by line. */
static const struct {
	gboolean (*is)(const FileFacts *facts);
	char *(*html)(const char *path, const FileFacts *facts, GError **error);
	void (*line)(Sink *sink, guint line, char *text);
	gboolean dear; /* making the HTML costs more than keeping it */
} formats[] = {
	{ is_office, office_html, NULL, TRUE }, { is_pdf, pdf_html, NULL, TRUE },
	{ is_foreign, foreign_html, NULL },     { is_html, rows_file_html, NULL },
	{ is_markdown, markdown_html, NULL },   { is_anything, NULL, text_line },
};

static gboolean read_lines(Sink *sink, const char *path,
			   void (*func)(Sink *sink, guint line, char *text), guint64 offset,
			   guint number, guint *cut, GError **error)
{
	g_autoptr(Lines) lines = lines_open(path, error);
	char *line;

	if (!lines || (offset && !lines_seek(lines, offset, number, error)))
		return FALSE;
	while (!sink->stopped && (line = lines_next(lines))) {
		sink->offset = lines_offset(lines);
		if (lines_was_cut(lines) && !*cut)
			*cut = lines_number(lines);
		func(sink, lines_number(lines), line);
	}
	return lines_are_whole(lines, error);
}

gboolean rows_read(const char *path, const FileFacts *facts, Converted *converted, guint64 offset,
		   guint line, RowFunc func, gpointer user, guint *cut, GError **error)
{
	Sink sink = { .func = func, .user = user };
	gsize i = 0;

	*cut = 0;
	while (!formats[i].is(facts))
		i++;
	if (formats[i].line)
		return read_lines(&sink, path, formats[i].line, offset, line, cut, error);
	g_autofree char *html = converted_read(converted);
	if (!html) {
		html = formats[i].html(path, facts, error);
		if (!html)
			return FALSE;
		if (formats[i].dear)
			converted_keep(converted, html);
	}
	markup_document(html, strlen(html), html_block, &sink);
	return TRUE;
}

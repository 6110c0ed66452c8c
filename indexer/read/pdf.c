#include "pdf.h"

#include <errno.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pdfcolumns.h"
#include "pdfpages.h"
#include "pdftable.h"
#include "pdfwords.h"

#define TALL 1.1        /* heights of the text: of a heading at least */
#define SAME_HEIGHT 0.5 /* points */
#define HEIGHTS 20      /* of headings that are told apart */
#define HEADING_LINES 3 /* over the rows of a table: what is longer is text between tables */

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

/* Whether a PDF that cannot be read says that it is encrypted. */
static gboolean has_lock(const char *path)
{
	g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, NULL);

	return file && memmem(g_mapped_file_get_contents(file), g_mapped_file_get_length(file),
			      "/Encrypt", strlen("/Encrypt"));
}

static char *words_of(const char *path, GError **error)
{
	/* An absolute path is never taken for an option. */
	g_autofree char *absolute = g_canonicalize_filename(path, NULL);
	char *argv[] = { "pdftotext", "-bbox", "-enc", "UTF-8", absolute, "-", NULL };
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
	const char *why = !whole                ? "the PDF is too large; split it"
			  : WIFSIGNALED(status) ? "the PDF takes too long to read"
			  : has_lock(absolute)
				  ? "the PDF is locked with a password; save it without"
				  : "the PDF is damaged";
	g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s: %s", path, why);
	return NULL;
}

/* ---- the text in order -------------------------------------------------------------------- */

typedef struct {
	PdfWords *words;
	PdfColumns columns;
	GString *html;
	GString *loose;  /* a paragraph between tables, or a heading */
	guint level;     /* of that heading; 0 for none */
	GArray *heights; /* of double: of the letters of headings, the tallest first */
	GString *notes;  /* of the pages of the table at hand */
	GArray *table;   /* of guint: its lines */
	guint64 divided; /* by these columns */
	const PdfLine *before;
} Layout;

/* How deep a heading a line is, by the height of its letters; 0 for a text. */
static guint level_of(const Layout *l, const PdfLine *line)
{
	double tall = line->bottom - line->top;

	for (guint i = 0; i < l->heights->len; i++)
		if (tall > g_array_index(l->heights, double, i) - SAME_HEIGHT)
			return MIN(i + 1, 6);
	return 0;
}

static gint taller_first(gconstpointer a, gconstpointer b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x < y) - (x > y);
}

/* Headings stand outside tables, and are taller than the text. */
static void find_headings(Layout *l)
{
	for (guint i = 0; i < l->words->lines->len; i++) {
		const PdfLine *line = pdf_line(l->words, i);
		double tall = line->bottom - line->top;
		if (tall < TALL * l->words->height || line->columns || line->is_left_out ||
		    level_of(l, line) || l->heights->len == HEIGHTS)
			continue;
		g_array_append_val(l->heights, tall);
		g_array_sort(l->heights, taller_first);
	}
}

static void end_loose(Layout *l)
{
	g_autofree char *tag = l->level ? g_strdup_printf("h%u", l->level) : g_strdup("p");

	if (l->loose->len)
		g_string_append_printf(l->html, "<%s>%s</%s>\n", tag, l->loose->str, tag);
	g_string_truncate(l->loose, 0);
}

/* Its notes come behind it: they are of what stands above them. */
static void end_table(Layout *l)
{
	if (l->table->len)
		pdf_table_write(l->html, l->words, &l->columns, l->table);
	g_array_set_size(l->table, 0);
	l->divided = 0;
	if (l->notes->len)
		g_string_append_printf(l->html, "%s</p>\n", l->notes->str);
	g_string_truncate(l->notes, 0);
}

static void add_note(Layout *l, guint i)
{
	const PdfLine *line = pdf_line(l->words, i);
	const PdfWord *word = pdf_word(l->words, line->first);
	gsize mark = pdf_note_mark(l->words, line);
	g_autofree char *number = g_strndup(word->text, mark);
	g_autofree char *rest = g_markup_escape_text(word->text + mark, -1);

	if (!mark) {
		pdf_words_write(l->notes, l->words, line, line->first, line->count);
		return;
	}
	g_string_append_printf(l->notes,
			       g_ascii_isdigit(*number) ? "%s<p><sup>%s</sup> %s" : "%s<p>%s %s",
			       l->notes->len ? "</p>\n" : "", number, rest);
	pdf_words_write(l->notes, l->words, line, line->first + 1, line->count - 1);
}

/* "Pilot      Toelichting": the head of tables that have columns elsewhere. */
static gboolean write_divided(Layout *l, const PdfLine *line)
{
	guint from = line->first, end = line->first + line->count;
	double tall = line->bottom - line->top;
	g_autoptr(GString) cells = g_string_new(NULL);

	for (guint i = from + 1; i <= end; i++) {
		const PdfWord *before = pdf_word(l->words, i - 1);
		if (i < end && (!pdf_is_gap(before, before + 1, tall) ||
				(i == line->first + 1 && pdf_is_bullet(before->text))))
			continue;
		g_string_append(cells, "<td>");
		pdf_words_write(cells, l->words, line, from, i - from);
		g_string_append(cells, "</td>");
		if (i == end && from == line->first)
			return FALSE;
		from = i;
	}
	end_loose(l);
	g_string_append_printf(l->html, "<table><tr>%s</tr></table>\n", cells->str);
	return TRUE;
}

static const PdfWord *last_word(const PdfWords *words, const PdfLine *line)
{
	return pdf_word(words, line->first + line->count - 1);
}

static void add_loose(Layout *l, guint i)
{
	const PdfLine *line = pdf_line(l->words, i);
	const char *first = pdf_word(l->words, line->first)->text;
	guint level = level_of(l, line);
	gboolean apart = l->before && (l->before->page == line->page
					       ? !pdf_are_close(l->words, l->before, line)
					       : !pdf_goes_on(last_word(l->words, l->before),
							      pdf_word(l->words, line->first)));

	end_table(l);
	if (write_divided(l, line))
		return;
	if (level != l->level || apart || pdf_note_mark(l->words, line) ||
	    (pdf_is_bullet(first) && !g_ascii_isalnum(*first)))
		end_loose(l);
	l->level = level;
	pdf_words_write(l->loose, l->words, line, line->first, line->count);
}

/* Whether a table goes on below a line that is not divided as it is: then that is a heading over
 * rows. */
static gboolean goes_on(const Layout *l, guint i)
{
	for (guint k = i, n = 0; k < l->words->lines->len && n < HEADING_LINES; k++) {
		const PdfLine *line = pdf_line(l->words, k);
		if (line->is_left_out || line->is_note)
			continue;
		if (line->columns == l->divided)
			return TRUE;
		n++;
	}
	return FALSE;
}

/* A note between the rows of a table; more of one. */
static gboolean is_note_in_table(const Layout *l, const PdfLine *line)
{
	return !line->columns && l->table->len &&
	       (pdf_note_mark(l->words, line) ||
		(l->before && l->before->is_note && pdf_are_close(l->words, l->before, line)));
}

static void add_line(Layout *l, guint i)
{
	PdfLine *line = pdf_line(l->words, i);

	line->is_note = line->is_note || is_note_in_table(l, line);
	if (line->is_note) {
		add_note(l, i);
		return;
	}
	if (line->columns != l->divided && l->table->len && goes_on(l, i))
		line->columns = 0; /* over the columns */
	else if (line->columns != l->divided || !l->table->len) {
		end_table(l);
		if (!line->columns) {
			add_loose(l, i);
			return;
		}
		end_loose(l);
		l->divided = line->columns;
	}
	g_array_append_val(l->table, i);
}

char *pdf_words_to_html(const char *xml, GError **error)
{
	g_autoptr(PdfWords) words = pdf_words_new(xml, error);
	g_autoptr(GString) loose = g_string_new(NULL), notes = g_string_new(NULL);
	g_autoptr(GArray) table = g_array_new(FALSE, FALSE, sizeof(guint));

	if (!words)
		return NULL;
	g_autoptr(GArray) heights = g_array_new(FALSE, FALSE, sizeof(double));
	Layout l = {
		.words = words, .loose = loose, .heights = heights, .notes = notes, .table = table
	};
	l.html = g_string_new("<html><body>\n");
	pdf_leave_out_running_heads(words);
	pdf_columns_find(words, &l.columns);
	pdf_find_notes(words, &l.columns);
	pdf_columns_extend(words, &l.columns);
	pdf_leave_out_repeated_heads(words);
	pdf_find_feet(words);
	find_headings(&l);
	for (guint i = 0; i < words->lines->len; i++) {
		const PdfLine *line = pdf_line(words, i);
		if (line->is_left_out)
			continue;
		add_line(&l, i);
		l.before = line;
	}
	end_loose(&l);
	end_table(&l);
	return g_string_free(l.html, FALSE);
}

char *pdf_to_html(const char *path, GError **error)
{
	g_autofree char *text = words_of(path, error);

	if (text && !strstr(text, "<word ")) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
			    "%s: the PDF has no text, as a scan has none: let OCR find it first",
			    path);
		return NULL;
	}
	return text ? pdf_words_to_html(text, error) : NULL;
}

#include "lines.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK (64u << 10)
#define PDF_START 1024 /* bytes: where a PDF begins at last */
#define BINARY 100     /* one in as many bytes is no character of a text */
#define BOM "\xef\xbb\xbf"

struct Lines {
	const char *path;
	int fd;
	char chunk[CHUNK];
	gsize at, filled; /* in the chunk */
	guint64 offset;   /* in the file, of the byte at `at` */
	guint64 start;    /* of the line at hand */
	guint number;     /* of the line at hand */
	gboolean cut;
	int error; /* errno of a read that failed */
	GString *line;
	char *converted;
	GChecksum *checksum; /* NULL unless the whole file is looked at */
	char *sha256;        /* of a file that is read as something else; else NULL */
	gboolean has_nul;
	guint64 nuls;
};

static gboolean set_error(GError **error, const char *path, int code)
{
	g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(code), "%s: cannot read: %s", path,
		    g_strerror(code));
	return FALSE;
}

static gboolean fill(Lines *l)
{
	ssize_t n;

	do
		n = read(l->fd, l->chunk, CHUNK);
	while (n < 0 && errno == EINTR);
	l->error = n < 0 ? errno : l->error;
	l->at = 0;
	l->filled = n > 0 ? (gsize)n : 0;
	if (l->checksum)
		g_checksum_update(l->checksum, (const guchar *)l->chunk, (gssize)l->filled);
	return l->filled > 0;
}

/* Takes bytes of the chunk into the line: without NULs, and no more than fit. */
static void take(Lines *l, gsize n)
{
	const char *from = l->chunk + l->at, *end = from + n;

	while (from < end) {
		const char *nul = memchr(from, '\0', (gsize)(end - from));
		gsize part = (gsize)((nul ? nul : end) - from);
		gsize room = LINES_MAX_BYTES - l->line->len;
		g_string_append_len(l->line, from, (gssize)MIN(part, room));
		l->cut |= part > room;
		l->has_nul |= nul != NULL;
		l->nuls += nul != NULL;
		from += part + (nul != NULL);
	}
	l->at += n;
	l->offset += n;
}

static gsize to_line_end(const Lines *l)
{
	const char *from = l->chunk + l->at;
	gsize left = l->filled - l->at;
	const char *lf = memchr(from, '\n', left);
	const char *cr = memchr(from, '\r', lf ? (gsize)(lf - from) : left);

	return cr ? (gsize)(cr - from) : lf ? (gsize)(lf - from) : left;
}

/* The end of a line: LF, CR or both. */
static void take_end(Lines *l)
{
	gboolean cr = l->chunk[l->at] == '\r';

	l->at++;
	l->offset++;
	if (cr && (l->at < l->filled || fill(l)) && l->chunk[l->at] == '\n') {
		l->at++;
		l->offset++;
	}
}

/* FALSE at the end of the file. */
static gboolean read_raw(Lines *l)
{
	g_string_truncate(l->line, 0);
	l->cut = FALSE;
	if (l->at == l->filled && !fill(l))
		return FALSE;
	l->start = l->offset;
	l->number++;
	for (;;) {
		take(l, to_line_end(l));
		if (l->at < l->filled) {
			take_end(l);
			return TRUE;
		}
		if (!fill(l))
			return TRUE;
	}
}

char *lines_next(Lines *l)
{
	gsize len;

	g_clear_pointer(&l->converted, g_free);
	if (!read_raw(l))
		return NULL;
	if (l->cut) /* no half a character at the end */
		while (l->line->len && ((guchar)l->line->str[l->line->len - 1] & 0xc0) == 0x80)
			g_string_truncate(l->line, l->line->len - 1);
	if (!g_utf8_validate(l->line->str, (gssize)l->line->len, NULL)) {
		l->converted =
			g_convert_with_fallback(l->line->str, (gssize)l->line->len, "UTF-8",
						"WINDOWS-1252", "\xef\xbf\xbd", NULL, &len, NULL);
		if (!l->converted)
			l->converted = g_utf8_make_valid(l->line->str, (gssize)l->line->len);
		return l->converted;
	}
	gboolean bom = l->start == 0 && g_str_has_prefix(l->line->str, BOM);
	return l->line->str + (bom ? strlen(BOM) : 0);
}

guint lines_number(const Lines *l)
{
	return l->number;
}

guint64 lines_offset(const Lines *l)
{
	return l->start;
}

gboolean lines_was_cut(const Lines *l)
{
	return l->cut;
}

gboolean lines_are_whole(const Lines *l, GError **error)
{
	return !l->error || set_error(error, l->path, l->error);
}

gboolean lines_seek(Lines *l, guint64 offset, guint number, GError **error)
{
	if (lseek(l->fd, (off_t)offset, SEEK_SET) < 0)
		return set_error(error, l->path, errno);
	l->at = l->filled = 0;
	l->offset = offset;
	l->number = number - 1;
	return TRUE;
}

/* UTF-16 by its mark: read instead is a copy in UTF-8, in a file without a name. FALSE with an
 * error; TRUE too for any other file. */
static gboolean replace_utf16(Lines *l, gsize size, GError **error)
{
	guchar mark[2] = { 0 };

	if (pread(l->fd, mark, sizeof mark, 0) != sizeof mark ||
	    !((mark[0] == 0xff && mark[1] == 0xfe) || (mark[0] == 0xfe && mark[1] == 0xff)))
		return TRUE;
	if (size > LINES_MAX_UTF16) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
			    "%s: UTF-16 of more than %u MB; save it as UTF-8", l->path,
			    LINES_MAX_UTF16 >> 20);
		return FALSE;
	}
	g_autofree char *bytes = g_malloc(size), *name = NULL;
	gsize len = 0;
	ssize_t got = pread(l->fd, bytes, size, 0);
	g_autofree char *text =
		got > 0 ? g_convert_with_fallback(bytes, got & ~(ssize_t)1, "UTF-8", "UTF-16",
						  "\xef\xbf\xbd", NULL, &len, NULL)
			: NULL;
	int copy = text ? g_file_open_tmp("pilotzoeker-XXXXXX", &name, NULL) : -1;
	if (text && copy < 0)
		return set_error(error, l->path, errno);
	if (copy >= 0)
		unlink(name);
	if (copy >= 0 && pwrite(copy, text, len, 0) != (ssize_t)len) {
		close(copy);
		return set_error(error, l->path, ENOSPC);
	}
	if (copy < 0) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
			    "%s: this UTF-16 cannot be read; save it as UTF-8", l->path);
		return FALSE;
	}
	close(l->fd);
	l->fd = copy;
	l->sha256 = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (guchar *)bytes, (gsize)got);
	return TRUE;
}

Lines *lines_open(const char *path, GError **error)
{
	/* what was a file when it was found may be a pipe by now: never wait for one */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat st;

	if (fd < 0 || fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) {
		set_error(error, path, fd < 0 ? errno : EINVAL);
		if (fd >= 0)
			close(fd);
		return NULL;
	}
	g_autoptr(Lines) l = g_new0(Lines, 1);
	l->path = path;
	l->fd = fd;
	l->line = g_string_new(NULL);
	return replace_utf16(l, (gsize)st.st_size, error) ? g_steal_pointer(&l) : NULL;
}

void lines_free(Lines *l)
{
	if (!l)
		return;
	close(l->fd);
	g_string_free(l->line, TRUE);
	g_free(l->converted);
	g_free(l->sha256);
	g_clear_pointer(&l->checksum, g_checksum_free);
	g_free(l);
}

/* ---- a look at the whole ------------------------------------------------------------- */

/* "title TAB cell": a tab that is no indentation, with no markup before it. */
static gboolean is_text_row(const char *line)
{
	const char *from = line + strspn(line, " \t");
	gsize n = strcspn(from, "\t<");

	return n > 0 && from[n] == '\t';
}

/* "<table" or "<html", as a whole word; not in the cell of a row of text. */
static gboolean has_html(const char *line)
{
	static const char *const tags[] = { "table", "html" };

	if (is_text_row(line))
		return FALSE;

	for (const char *p = line; (p = strchr(p, '<')); p++)
		for (gsize i = 0; i < G_N_ELEMENTS(tags); i++) {
			gsize n = strlen(tags[i]);
			if (g_ascii_strncasecmp(p + 1, tags[i], n) == 0 &&
			    !g_ascii_isalnum(p[1 + n]) && p[1 + n] != '_')
				return TRUE;
		}
	return FALSE;
}

/* "| a row |", "## a heading", a line below one, "**Doel** helpen". */
static gboolean has_markdown(const char *line)
{
	gsize level = strspn(line, "#"), rule = strspn(line, "=");

	return (*line == '|' && strchr(line + 1, '|')) ||
	       (level > 0 && level <= 6 && line[level] == ' ') || (rule > 2 && !line[rule]) ||
	       g_str_has_prefix(line, "**");
}

static FileKind kind_of(const char *start)
{
	static const struct {
		const char *start;
		FileKind kind;
	} kinds[] = { { "PK\3\4", FILE_ZIP },
		      { "\xd0\xcf\x11\xe0", FILE_OLE },
		      { "{\\rtf", FILE_RTF } };

	for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (g_str_has_prefix(start, kinds[i].start))
			return kinds[i].kind;
	return FILE_TEXT;
}

/* What no text has, but for a slip. */
static guint count_controls(const char *line)
{
	guint n = 0;

	for (; *line; line++)
		n += (guchar)*line < 0x20 && !strchr("\t\f\v\x1b", *line);
	return n;
}

static void look_at(FileFacts *facts, const Lines *l)
{
	const char *line = l->line->str;

	if (l->number == 1)
		facts->kind = kind_of(line);
	if (l->start < PDF_START && facts->kind == FILE_TEXT && strstr(line, "%PDF-"))
		facts->kind = FILE_PDF; /* ISO 32000-1, annex H: something may stand before it */
	if (facts->kind != FILE_TEXT)
		return;
	if (!l->cut && !g_utf8_validate(line, (gssize)l->line->len, NULL)) {
		facts->first_other = facts->other++ ? facts->first_other : l->number;
	}
	facts->has_nul = l->has_nul;
	facts->controls += count_controls(line);
	facts->has_tab = facts->has_tab || is_text_row(line);
	facts->has_html = facts->has_html || has_html(line);
	facts->has_markdown = facts->has_markdown || has_markdown(line);
}

gboolean lines_look(const char *path, FileFacts *facts, GError **error)
{
	g_autoptr(Lines) l = lines_open(path, error);

	*facts = (FileFacts) { 0 };
	if (!l)
		return FALSE;
	l->checksum = g_checksum_new(G_CHECKSUM_SHA256);
	while (read_raw(l))
		look_at(facts, l);
	if (!lines_are_whole(l, error))
		return FALSE;
	facts->bytes = l->offset;
	if (facts->kind == FILE_TEXT &&
	    (facts->controls + l->nuls) * BINARY > facts->bytes + 10 * BINARY)
		facts->kind = FILE_BINARY;
	facts->sha256 = g_strdup(l->sha256 ? l->sha256 : g_checksum_get_string(l->checksum));
	return TRUE;
}

#include "sums.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hash.h"

#define STUB "XAPIANDB"
#define GENERATION "auto gen-"

GQuark sums_error_quark(void)
{
	return g_quark_from_static_string("sums-error");
}

typedef struct {
	guint64 sum, size;
} Sum;

/* As many bytes as there are, up to len: whatever read() gives at a time. */
static gsize read_whole(int fd, char *to, gsize len)
{
	gsize got = 0;
	ssize_t n = 1;

	while (got < len && n > 0) {
		n = TEMP_FAILURE_RETRY(read(fd, to + got, len - got));
		got += n > 0 ? (gsize)n : 0;
	}
	return got;
}

static gboolean sum_contents(int fd, Sum *sum)
{
	static const gsize step = 1 << 18;
	g_autofree char *buffer = g_malloc(step);

	for (guint64 left = sum->size; left > 0;) {
		gsize wanted = MIN(step, left);
		if (read_whole(fd, buffer, wanted) < wanted)
			return FALSE;
		sum->sum = hash_checksum(sum->sum, buffer, wanted);
		left -= wanted;
	}
	return TRUE;
}

/* The sum of a file; without its contents, only its size. */
static gboolean sum_file(const char *path, gboolean contents, Sum *sum)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	gboolean ok = fd >= 0 && fstat(fd, &st) == 0;

	if (ok) {
		*sum = (Sum) { (guint64)st.st_size, (guint64)st.st_size };
		ok = !contents || sum_contents(fd, sum);
	}
	if (fd >= 0)
		close(fd);
	return ok;
}

static void append_line(GString *out, const Sum *sum, const char *name)
{
	g_string_append_printf(out, "%016" G_GINT64_MODIFIER "x %" G_GUINT64_FORMAT " %s\n",
			       sum->sum, sum->size, name);
}

/* ---- writing ----------------------------------------------------------------------- */

static gboolean append_dir(GString *out, const char *dir, const char *below, GError **error)
{
	g_autofree char *path = g_build_filename(dir, below, NULL);
	g_autoptr(GDir) files = g_dir_open(path, 0, error);
	const char *name;
	gboolean ok = files != NULL;

	while (ok && (name = g_dir_read_name(files))) {
		g_autofree char *file = g_build_filename(path, name, NULL);
		g_autofree char *inside =
			*below ? g_build_filename(below, name, NULL) : g_strdup(name);
		Sum sum;
		if (g_file_test(file, G_FILE_TEST_IS_DIR)) {
			ok = append_dir(out, dir, inside, error);
		} else if (strcmp(inside, SUMS_FILE) != 0) {
			ok = sum_file(file, TRUE, &sum);
			if (ok)
				append_line(out, &sum, inside);
			else
				g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_IO,
					    "%s: cannot read back", file);
		}
	}
	return ok;
}

gboolean sums_write(const char *dir, GError **error)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_autofree char *path = g_build_filename(dir, SUMS_FILE, NULL);

	return append_dir(out, dir, "", error) &&
	       g_file_set_contents(path, out->str, (gssize)out->len, error);
}

/* ---- checking ------------------------------------------------------------------------ */

static gboolean damaged(GError **error, const char *path, const char *what)
{
	g_set_error(error, SUMS_ERROR, SUMS_ERROR_DAMAGED, "%s: %s: the index is damaged", path,
		    what);
	return FALSE;
}

/* The directory of the generation that an index serves; NULL when that is not for us to
 * know. */
static char *generation_of(const char *index)
{
	g_autofree char *stub = g_build_filename(index, STUB, NULL), *text = NULL;

	if (!g_file_get_contents(stub, &text, NULL, NULL) || !g_str_has_prefix(text, GENERATION))
		return NULL;
	const char *name = text + strlen("auto ");
	g_autofree char *first = g_strndup(name, strcspn(name, "/\n"));
	return g_build_filename(index, first, NULL);
}

/* "sum size name", as append_line() has it; FALSE for anything else. */
static gboolean read_line(const char *line, Sum *sum, const char **name)
{
	int end = 0;

	if (sscanf(line, "%16" G_GINT64_MODIFIER "x %" G_GUINT64_FORMAT " %n", &sum->sum,
		   &sum->size, &end) != 2 ||
	    !end || !line[end])
		return FALSE;
	*name = line + end;
	g_autoptr(GString) same = g_string_new(NULL);
	append_line(same, sum, *name);
	return strncmp(same->str, line, same->len - 1) == 0;
}

/* What Xapian reads of each database before anything else, and believes. */
#define ALWAYS (64u << 10) /* bytes of a file */

/* all: large files too. */
static gboolean check_lines(const char *dir, char **lines, gboolean all, GError **error)
{
	for (char **line = lines; *line && **line; line++) {
		const char *name;
		Sum wanted, found;
		if (!read_line(*line, &wanted, &name))
			return damaged(error, dir, SUMS_FILE);
		gboolean contents = all || wanted.size <= ALWAYS;
		g_autofree char *path = g_build_filename(dir, name, NULL);
		if (!sum_file(path, contents, &found) || found.size != wanted.size)
			return damaged(error, path, "gone, or cut off");
		if (contents && found.sum != wanted.sum)
			return damaged(error, path, "changed since it was written");
	}
	return TRUE;
}

gboolean sums_check(const char *index, guint64 most, GError **error)
{
	g_autofree char *dir = generation_of(index), *text = NULL;
	g_autofree char *path = dir ? g_build_filename(dir, SUMS_FILE, NULL) : NULL;
	guint64 total = 0;

	if (!dir)
		return TRUE;
	if (!g_file_get_contents(path, &text, NULL, NULL))
		return damaged(error, path, "gone");
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (char **line = lines; *line; line++) {
		const char *name;
		Sum sum;
		total += read_line(*line, &sum, &name) ? sum.size : 0;
	}
	return check_lines(dir, lines, total <= most, error);
}

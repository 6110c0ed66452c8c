#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

gboolean files_fail(GError **error, const char *path, const char *what)
{
	int code = errno;

	g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(code), "%s: %s: %s", path, what,
		    g_strerror(code));
	return FALSE;
}

void files_remove(const char *path)
{
	g_autoptr(GDir) files = g_dir_open(path, 0, NULL);
	const char *name;

	while (files && (name = g_dir_read_name(files))) {
		g_autofree char *file = g_build_filename(path, name, NULL);
		files_remove(file);
	}
	if (g_unlink(path) != 0)
		g_rmdir(path);
}

/* copy_file_range() does not copy between all file systems. */
static gboolean copy_bytes(int from, int to)
{
	char buffer[1 << 16];
	ssize_t n;

	while ((n = copy_file_range(from, NULL, to, NULL, 1u << 30, 0)) > 0)
		;
	if (n == 0)
		return TRUE;
	while ((n = read(from, buffer, sizeof buffer)) > 0)
		for (ssize_t done = 0, put; done < n; done += put)
			if ((put = write(to, buffer + done, (gsize)(n - done))) < 0)
				return FALSE;
	return n == 0;
}

static gboolean copy_file(const char *from, const char *to, GError **error)
{
	int in = open(from, O_RDONLY | O_CLOEXEC);

	if (in < 0)
		return files_fail(error, from, "cannot open");
	int out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
	gboolean ok = out < 0 ? files_fail(error, to, "cannot create")
			      : copy_bytes(in, out) || files_fail(error, to, "cannot write");
	close(in);
	if (out >= 0 && close(out) != 0 && ok)
		ok = files_fail(error, to, "cannot write");
	return ok;
}

gboolean files_copy(const char *from, const char *to, GError **error)
{
	g_autoptr(GDir) files = g_dir_open(from, 0, error);
	const char *name;
	gboolean ok = files != NULL;

	if (ok && g_mkdir(to, 0755) != 0)
		ok = files_fail(error, to, "cannot create");
	while (ok && (name = g_dir_read_name(files))) {
		g_autofree char *source = g_build_filename(from, name, NULL);
		g_autofree char *copy = g_build_filename(to, name, NULL);
		ok = (g_file_test(source, G_FILE_TEST_IS_DIR) ? files_copy
							      : copy_file)(source, copy, error);
	}
	return ok;
}

static gboolean sync_one(const char *path, GError **error)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return files_fail(error, path, "cannot open");
	gboolean ok = fsync(fd) == 0 || files_fail(error, path, "cannot sync");
	close(fd);
	return ok;
}

gboolean files_sync(const char *path, GError **error)
{
	g_autoptr(GDir) files = g_dir_open(path, 0, NULL); /* NULL for a file */
	const char *name;

	while (files && (name = g_dir_read_name(files))) {
		g_autofree char *file = g_build_filename(path, name, NULL);
		if (!files_sync(file, error))
			return FALSE;
	}
	return sync_one(path, error);
}

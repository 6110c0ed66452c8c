#include "shards.h"

#include <stdlib.h>
#include <string.h>

#define TIMEOUT 10000 /* ms to wait for a server, as Xapian does */

/* The text of the stub; NULL when there is none, or it names no server. */
static char *read_stub(const char *path, char **dir)
{
	g_autofree char *inside = g_build_filename(path, "XAPIANDB", NULL);
	gboolean is_dir = g_file_test(path, G_FILE_TEST_IS_DIR);
	g_autofree char *text = NULL;

	g_file_get_contents(is_dir ? inside : path, &text, NULL, NULL);
	*dir = is_dir ? g_strdup(path) : g_path_get_dirname(path);
	return text && strstr(text, "remote ") ? g_steal_pointer(&text) : NULL;
}

/* "remote HOST:PORT", or "auto PATH" from the directory of the stub. */
static XapianReader *open_line(const char *line, const char *dir, GError **error)
{
	g_auto(GStrv) words = g_strsplit(line, " ", 2);
	char *colon = words[1] ? strrchr(words[1], ':') : NULL;

	if (strcmp(words[0], "remote") == 0 && colon) {
		*colon = '\0';
		return xapian_reader_open_remote(words[1], (guint)atoi(colon + 1), TIMEOUT, error);
	}
	g_autofree char *path = words[1] ? g_canonicalize_filename(words[1], dir) : g_strdup(line);
	return xapian_reader_open(path, error);
}

static gboolean is_away(const GError *error)
{
	return g_error_matches(error, XAPIAN_ERROR, XAPIAN_ERROR_NETWORK) ||
	       g_error_matches(error, XAPIAN_ERROR, XAPIAN_ERROR_TIMEOUT);
}

XapianReader *shards_open(const char *path, GPtrArray *missing, GError **error)
{
	g_autofree char *dir = NULL;
	g_autofree char *stub = read_stub(path, &dir);
	g_auto(GStrv) lines = stub ? g_strsplit(g_strchomp(stub), "\n", -1) : NULL;
	g_autoptr(XapianReader) all = NULL;

	if (!lines)
		return xapian_reader_open(path, error);
	for (guint i = 0; lines[i]; i++) {
		g_autoptr(GError) failed = NULL;
		g_autoptr(XapianReader) one = open_line(lines[i], dir, &failed);
		/* the first says what the index is: without it there is none */
		if (failed && (i == 0 || !is_away(failed))) {
			g_propagate_error(error, g_steal_pointer(&failed));
			return NULL;
		}
		if (failed)
			g_ptr_array_add(missing, g_strdup_printf("deel %u van %u", i,
								 g_strv_length(lines) - 1));
		else if (!all)
			all = g_steal_pointer(&one);
		else if (!xapian_reader_add(all, one, error))
			return NULL;
	}
	return g_steal_pointer(&all);
}

#include "walk.h"

#include <errno.h>
#include <string.h>

static const char *const suffixes[] = { ".txt", ".html", ".htm", ".md" };

static gboolean is_annex(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(suffixes); i++)
		if (*name != '.' && g_str_has_suffix(name, suffixes[i]))
			return TRUE;
	return FALSE;
}

static gboolean walk_directory(const char *path, GPtrArray *found, GError **error)
{
	g_autoptr(GDir) dir = g_dir_open(path, 0, error);
	const char *name;

	if (!dir)
		return FALSE;
	while ((name = g_dir_read_name(dir))) {
		g_autofree char *child = g_build_filename(path, name, NULL);
		if (g_file_test(child, G_FILE_TEST_IS_DIR) &&
		    !g_file_test(child, G_FILE_TEST_IS_SYMLINK)) {
			if (!walk_directory(child, found, error))
				return FALSE;
		} else if (is_annex(name)) {
			g_ptr_array_add(found, g_steal_pointer(&child));
		}
	}
	return TRUE;
}

static gint compare(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void drop_doubles(GPtrArray *sorted)
{
	for (guint i = sorted->len; i-- > 1;)
		if (strcmp(sorted->pdata[i], sorted->pdata[i - 1]) == 0)
			g_ptr_array_remove_index(sorted, i);
}

GPtrArray *walk_annexes(const char *const *paths, GError **error)
{
	g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);

	for (; *paths; paths++) {
		if (g_file_test(*paths, G_FILE_TEST_IS_DIR)) {
			if (!walk_directory(*paths, found, error))
				return NULL;
		} else if (g_file_test(*paths, G_FILE_TEST_EXISTS)) {
			g_ptr_array_add(found, g_strdup(*paths));
		} else {
			g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
				    "%s: no such file or directory", *paths);
			return NULL;
		}
	}
	g_ptr_array_sort(found, compare);
	drop_doubles(found);
	return g_steal_pointer(&found);
}

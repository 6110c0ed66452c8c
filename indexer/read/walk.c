#include "walk.h"

#include <errno.h>
#include <string.h>

static const char *const suffixes[] = { ".txt",  ".html", ".htm",      ".xhtml", ".md",
					".docx", ".odt",  ".markdown", ".pdf" };

static gboolean is_annex(const char *name)
{
	const char *dot = strrchr(name, '.');

	for (gsize i = 0; dot && dot != name && i < G_N_ELEMENTS(suffixes); i++)
		if (*name != '.' && g_ascii_strcasecmp(dot, suffixes[i]) == 0)
			return TRUE;
	return FALSE;
}

static void file_free(gpointer data)
{
	WalkedFile *f = data;

	g_free(f->path);
	g_free(f->name);
	g_free(f);
}

static void add(GPtrArray *found, const char *path, const char *name, gboolean is_found)
{
	WalkedFile *f = g_new(WalkedFile, 1);

	*f = (WalkedFile) { g_strdup(path), g_strdup(name), is_found, FALSE };
	g_ptr_array_add(found, f);
}

/* below: what the names of its files start with. */
static gboolean walk_directory(const char *path, const char *below, GPtrArray *found,
			       Report *report, GError **error)
{
	g_autoptr(GDir) dir = g_dir_open(path, 0, error);
	const char *entry;

	if (!dir)
		return FALSE;
	while ((entry = g_dir_read_name(dir))) {
		g_autofree char *child = g_build_filename(path, entry, NULL);
		g_autofree char *name = g_strconcat(below, entry, NULL);
		if (g_file_test(child, G_FILE_TEST_IS_DIR) &&
		    !g_file_test(child, G_FILE_TEST_IS_SYMLINK)) {
			g_autofree char *deeper = g_strconcat(name, "/", NULL);
			if (!walk_directory(child, deeper, found, report, error))
				return FALSE;
		} else if (is_annex(entry) && g_file_test(child, G_FILE_TEST_IS_REGULAR)) {
			add(found, child, name, TRUE);
		} else if (is_annex(entry)) {
			report_warn(report, child, 0, "left out: not a file");
		}
	}
	return TRUE;
}

static gint compare(gconstpointer a, gconstpointer b)
{
	const WalkedFile *x = *(WalkedFile *const *)a, *y = *(WalkedFile *const *)b;
	int order = strcmp(x->path, y->path);

	return order ? order : strcmp(x->name, y->name);
}

static void drop_doubles(GPtrArray *sorted)
{
	for (guint i = sorted->len; i-- > 1;)
		if (strcmp(((WalkedFile *)sorted->pdata[i])->path,
			   ((WalkedFile *)sorted->pdata[i - 1])->path) == 0)
			g_ptr_array_remove_index(sorted, i);
}

/* The index knows a document by its name. */
static void keep_apart(GPtrArray *files)
{
	g_autoptr(GHashTable) first = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < files->len; i++) {
		WalkedFile *f = files->pdata[i];
		WalkedFile *same = g_hash_table_lookup(first, f->name);
		if (!same) {
			g_hash_table_insert(first, f->name, f);
			continue;
		}
		g_free(f->name);
		f->name = g_strdup(f->path);
	}
}

static char *printable(const char *name)
{
	char *valid = g_utf8_make_valid(name, -1);

	for (char *p = valid; *p; p++)
		if (g_ascii_iscntrl(*p))
			*p = '_';
	return valid;
}

/* What is wrong with the machine, not with a file: without it, pilots would seem to be gone. */
static gboolean is_of_machine(const GError *e)
{
	static const int codes[] = { G_FILE_ERROR_MFILE, G_FILE_ERROR_NFILE, G_FILE_ERROR_NOMEM,
				     G_FILE_ERROR_IO,    G_FILE_ERROR_NOSPC, G_FILE_ERROR_AGAIN,
				     G_FILE_ERROR_ROFS };

	if (e->domain == G_SPAWN_ERROR)
		return e->code != G_SPAWN_ERROR_NOENT;
	for (gsize i = 0; i < G_N_ELEMENTS(codes); i++)
		if (e->domain == G_FILE_ERROR && e->code == codes[i])
			return TRUE;
	return FALSE;
}

gboolean walk_leave_out(const WalkedFile *f, Report *report, GError *why, GError **error)
{
	if (!f->found || is_of_machine(why)) {
		g_propagate_error(error, why);
		return FALSE;
	}
	report_left_out(report, f->path, why);
	return TRUE;
}

GPtrArray *walk_annexes(const char *const *paths, Report *report, GError **error)
{
	g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(file_free);

	for (; *paths; paths++) {
		if (g_file_test(*paths, G_FILE_TEST_IS_DIR)) {
			if (!walk_directory(*paths, "", found, report, error))
				return NULL;
		} else if (g_file_test(*paths, G_FILE_TEST_IS_REGULAR)) {
			g_autofree char *name = g_path_get_basename(*paths);
			add(found, *paths, name, FALSE);
		} else if (g_file_test(*paths, G_FILE_TEST_EXISTS)) {
			g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s: not a file",
				    *paths);
			return NULL;
		} else {
			g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
				    "%s: no such file or directory", *paths);
			return NULL;
		}
	}
	g_ptr_array_sort(found, compare);
	drop_doubles(found);
	for (guint i = 0; i < found->len; i++) {
		WalkedFile *f = found->pdata[i];
		g_autofree char *name = f->name;
		f->name = printable(name);
	}
	keep_apart(found);
	return g_steal_pointer(&found);
}

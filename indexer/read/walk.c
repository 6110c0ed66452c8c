#include "walk.h"

#include <errno.h>
#include <fnmatch.h>
#include <string.h>

#include "dates.h"
#include "edited.h"
#include "official.h"

/* The last are of documents that may hold an annex: what they are is for the reader to say. */
static const char *const suffixes[] = { ".txt",  ".html", ".htm",      ".xhtml", ".md",
					".docx", ".odt",  ".markdown", ".pdf",   ".docm",
					".doc",  ".rtf",  ".msg" };

/* What is beside documents and is none: of people, of Office, of editors, of Windows. */
static const char *const asides[] = {
	"README*", "LEESMIJ*", "~$*", "*~", "Thumbs.db", "desktop.ini"
};

static gboolean is_annex(const char *name)
{
	const char *dot = strrchr(name, '.');

	for (gsize i = 0; dot && i < G_N_ELEMENTS(suffixes); i++)
		if (g_ascii_strcasecmp(dot, suffixes[i]) == 0)
			return TRUE;
	return FALSE;
}

/* XML may be anything: only papers of parliament are read, with the metadata beside them. */
static OfficialKind paper_kind(const char *path, const char *name)
{
	const char *dot = strrchr(name, '.');

	return dot && g_ascii_strcasecmp(dot, ".xml") == 0 ? official_kind(path) : OFFICIAL_NONE;
}

static gboolean is_aside(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(asides); i++)
		if (fnmatch(asides[i], name, FNM_CASEFOLD) == 0)
			return TRUE;
	return FALSE;
}

static void file_free(gpointer data)
{
	WalkedFile *f = data;

	g_free(f->path);
	g_free(f->name);
	g_clear_pointer(&f->sources, g_key_file_unref);
	g_free(f);
}

typedef struct {
	const char *const *own;
	Report *report;
	GPtrArray *found;    /* of WalkedFile */
	GHashTable *sources; /* directory -> its SOURCES, or NULL */
	GHashTable *others;  /* suffix -> number of files, in the directory that was given */
} Walk;

/* ---- SOURCES ---------------------------------------------------------------------------- */

/* What a block says of a name that is typed wrongly would be of nobody. */
static gboolean check_blocks(const EditedIni *ini, const char *dir, const char *path,
			     Report *report, GError **error)
{
	g_auto(GStrv) names = g_key_file_get_groups(ini->keys, NULL);

	for (char **name = names; *name; name++) {
		g_autofree char *document = g_build_filename(dir, *name, NULL);
		g_autofree char *date = g_key_file_get_string(ini->keys, *name, "peildatum", NULL);
		if (date && *date && !date_is_valid(date))
			return edited_fail(error, edited_ini_line(ini, *name, "peildatum"),
					   "peildatum \"%s\" is no date as 2021-12-01", date);
		if (!g_file_test(document, G_FILE_TEST_EXISTS))
			report_warn(report, path, edited_ini_line(ini, *name, NULL),
				    "no document [%s] is here", *name);
	}
	return TRUE;
}

static gboolean load_sources(const Walk *w, const char *dir, GKeyFile **sources, GError **error)
{
	g_autofree char *path = g_build_filename(dir, WALK_SOURCES, NULL);

	*sources = NULL;
	if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
		return TRUE;
	g_autofree char *text = edited_load(path, error);
	if (!text)
		return FALSE;
	g_autoptr(EditedIni) ini = edited_ini(text, error);
	if (!ini || !check_blocks(ini, dir, path, w->report, error)) {
		g_prefix_error(error, "%s:", path);
		return FALSE;
	}
	*sources = g_key_file_ref(ini->keys);
	return TRUE;
}

/* Of a directory; borrowed, NULL without. */
static gboolean sources_of(Walk *w, const char *dir, GKeyFile **sources, GError **error)
{
	if (g_hash_table_lookup_extended(w->sources, dir, NULL, (gpointer *)sources))
		return TRUE;
	if (!load_sources(w, dir, sources, error))
		return FALSE;
	g_hash_table_insert(w->sources, g_strdup(dir), *sources);
	return TRUE;
}

static void sources_free(gpointer sources)
{
	if (sources)
		g_key_file_unref(sources);
}

/* ---- directories --------------------------------------------------------------------------- */

static gboolean add(Walk *w, const char *path, const char *name, gboolean is_found, GError **error)
{
	g_autofree char *dir = g_path_get_dirname(path);
	GKeyFile *sources;

	if (!sources_of(w, dir, &sources, error))
		return FALSE;
	WalkedFile *f = g_new(WalkedFile, 1);
	*f = (WalkedFile) { g_strdup(path), g_strdup(name), is_found, FALSE,
			    sources ? g_key_file_ref(sources) : NULL };
	g_ptr_array_add(w->found, f);
	return TRUE;
}

#define MAX_SUFFIX 10

static void count_other(Walk *w, const char *name)
{
	const char *dot = strrchr(name, '.');
	gsize len = dot ? strspn(dot + 1, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS) : 0;
	gboolean is_suffix = len && len <= MAX_SUFFIX && !dot[len + 1];
	char *suffix = is_suffix ? g_ascii_strdown(dot, -1) : g_strdup("without a suffix");
	guint count = GPOINTER_TO_UINT(g_hash_table_lookup(w->others, suffix));

	g_hash_table_replace(w->others, suffix, GUINT_TO_POINTER(count + 1));
}

/* Whether an editor's file is called so, or so below `where`. */
static gboolean is_own(const Walk *w, const char *name, const char *where)
{
	for (const char *const *own = w->own; *own; own++) {
		g_autofree char *pattern = g_strconcat(where, *own, NULL);
		if (fnmatch(pattern, name, *where ? 0 : FNM_PATHNAME) == 0)
			return TRUE;
	}
	return FALSE;
}

/* What is in a directory and is none itself. below: "" for one that was given. */
static gboolean take(Walk *w, const char *path, const char *entry, const char *below,
		     GError **error)
{
	gboolean is_file = g_file_test(path, G_FILE_TEST_IS_REGULAR);
	OfficialKind paper = is_file ? paper_kind(path, entry) : OFFICIAL_NONE;

	if (strcmp(entry, WALK_SOURCES) == 0 || paper == OFFICIAL_METADATA)
		return TRUE;
	g_autofree char *name = g_strconcat(below, entry, NULL);
	if (is_own(w, name, "")) {
		return TRUE;
	} else if (is_own(w, name, "*/")) {
		report_warn(w->report, path, 0,
			    "not used: it counts in a directory that is given, not below it");
	} else if ((is_annex(entry) || paper == OFFICIAL_XML) && is_file) {
		return add(w, path, name, TRUE, error);
	} else if (is_annex(entry)) {
		report_warn(w->report, path, 0, "left out: not a file");
	} else if (is_file) {
		count_other(w, entry);
	} else if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
		report_warn(w->report, path, 0, "not read: a link to a directory");
	}
	return TRUE;
}

/* An index may stand among the documents: its files are nobody's. */
static gboolean is_index(const char *path)
{
	g_autofree char *stub = g_build_filename(path, "XAPIANDB", NULL);
	return g_file_test(stub, G_FILE_TEST_EXISTS);
}

/* below: what the names of its files start with. */
static gboolean walk_directory(Walk *w, const char *path, const char *below, GError **error)
{
	g_autoptr(GDir) dir = g_dir_open(path, 0, error);
	const char *entry;
	gboolean ok = dir != NULL;

	while (ok && (entry = g_dir_read_name(dir))) {
		g_autofree char *child = g_build_filename(path, entry, NULL);
		if (*entry == '.')
			continue;
		if (!g_file_test(child, G_FILE_TEST_IS_DIR) ||
		    g_file_test(child, G_FILE_TEST_IS_SYMLINK)) {
			ok = is_aside(entry) || take(w, child, entry, below, error);
		} else if (!is_index(child)) {
			g_autofree char *deeper = g_strconcat(below, entry, "/", NULL);
			ok = walk_directory(w, child, deeper, error);
		}
	}
	return ok;
}

typedef struct {
	const char *suffix;
	guint count;
} Other;

static gint by_count(gconstpointer a, gconstpointer b)
{
	const Other *x = a, *y = b;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return strcmp(x->suffix, y->suffix);
}

/* "12 other files not read (5 .xlsx, 4 .jpg, 3 .zip)" */
static void tell_others(Walk *w, const char *dir)
{
	g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Other));
	g_autoptr(GString) list = g_string_new(NULL);
	GHashTableIter iter;
	gpointer suffix, count;
	guint sum = 0;

	g_hash_table_iter_init(&iter, w->others);
	while (g_hash_table_iter_next(&iter, &suffix, &count)) {
		const Other o = { suffix, GPOINTER_TO_UINT(count) };
		g_array_append_val(all, o);
		sum += o.count;
	}
	g_array_sort(all, by_count);
	for (guint i = 0; i < all->len; i++) {
		const Other *o = &g_array_index(all, Other, i);
		g_string_append_printf(list, "%s%u %s", i ? ", " : "", o->count, o->suffix);
	}
	if (sum)
		report_warn(w->report, dir, 0, "%u other files not read (%s)", sum, list->str);
	g_hash_table_remove_all(w->others);
}

/* ---- all of them ---------------------------------------------------------------------------- */

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

static gboolean fail(GError **error, int code, const char *path, const char *what)
{
	g_set_error(error, G_FILE_ERROR, code, "%s: %s", path, what);
	return FALSE;
}

static gboolean walk_path(Walk *w, const char *path, GError **error)
{
	if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
		if (!walk_directory(w, path, "", error))
			return FALSE;
		tell_others(w, path);
		return TRUE;
	}
	if (g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
		g_autofree char *name = g_path_get_basename(path);
		return add(w, path, name, FALSE, error);
	}
	return g_file_test(path, G_FILE_TEST_EXISTS)
		       ? fail(error, G_FILE_ERROR_INVAL, path, "not a file")
		       : fail(error, G_FILE_ERROR_NOENT, path, "no such file or directory");
}

GPtrArray *walk_annexes(const char *const *paths, const char *const *own, Report *report,
			GError **error)
{
	g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(file_free);
	g_autoptr(GHashTable) sources =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, sources_free);
	g_autoptr(GHashTable) others = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	Walk w = { own, report, found, sources, others };

	for (; *paths; paths++)
		if (!walk_path(&w, *paths, error))
			return NULL;
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

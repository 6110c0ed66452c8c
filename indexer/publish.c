#include "publish.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "load.h"
#include "question.h"
#include "schema.h"
#include "sources.h"

#define STUB "XAPIANDB"
#define GENERATION "gen-"

static gboolean fail(GError **error, const char *path, const char *what)
{
	int code = errno;

	g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(code), "%s: %s: %s", path, what,
		    g_strerror(code));
	return FALSE;
}

/* The lock lasts as long as the descriptor is open. */
static int lock(const char *dir, GError **error)
{
	g_autofree char *path = g_build_filename(dir, "lock", NULL);
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);

	if (fd < 0) {
		fail(error, path, "cannot create");
		return -1;
	}
	if (flock(fd, LOCK_EX | LOCK_NB) == 0)
		return fd;
	if (errno == EWOULDBLOCK)
		g_set_error(
			error, G_FILE_ERROR, G_FILE_ERROR_AGAIN,
			"%s: another pilot-index is writing this index; try again when it is done",
			dir);
	else
		fail(error, path, "cannot lock");
	close(fd);
	return -1;
}

/* The number of "gen-12" or "gen-12.building", 0 for any other name. */
static guint generation_number(const char *name)
{
	return g_str_has_prefix(name, GENERATION) ? strtoul(name + strlen(GENERATION), NULL, 10)
						  : 0;
}

/* The generation that the stub names; 0 without one. */
static guint current_generation(const char *dir)
{
	g_autofree char *path = g_build_filename(dir, STUB, NULL);
	g_autofree char *stub = NULL;

	if (!g_file_get_contents(path, &stub, NULL, NULL))
		return 0;
	const char *name = strstr(stub, GENERATION);
	return name ? generation_number(name) : 0;
}

/* A generation is a directory of files. */
static void remove_generation(const char *path)
{
	g_autoptr(GDir) files = g_dir_open(path, 0, NULL);
	const char *name;

	while (files && (name = g_dir_read_name(files))) {
		g_autofree char *file = g_build_filename(path, name, NULL);
		g_unlink(file);
	}
	g_rmdir(path);
}

/* Removes what no reader will open any more: all but generations keep..newest,
 * and what an indexer that died was building. */
static void remove_old(const char *dir, guint keep)
{
	g_autoptr(GDir) entries = g_dir_open(dir, 0, NULL);
	const char *name;

	while (entries && (name = g_dir_read_name(entries))) {
		guint n = generation_number(name);
		if (n && (n < keep || strchr(name, '.'))) {
			g_autofree char *path = g_build_filename(dir, name, NULL);
			remove_generation(path);
		}
	}
}

static gboolean sync_path(const char *path, GError **error)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return fail(error, path, "cannot open");
	gboolean ok = fsync(fd) == 0 || fail(error, path, "cannot sync");
	close(fd);
	return ok;
}

/* The rename of the stub is the moment at which the new generation is served. */
static gboolean switch_to(const char *dir, guint generation, GError **error)
{
	g_autofree char *stub = g_build_filename(dir, STUB, NULL);
	g_autofree char *line = g_strdup_printf("auto " GENERATION "%u\n", generation);

	return g_file_set_contents_full(
		       stub, line, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
		       0644, error) &&
	       sync_path(dir, error);
}

/* ---- what goes in ------------------------------------------------------------ */

static void count(XapianReader *old, const Pilot *p, PublishSummary *summary)
{
	g_autofree char *unique = load_unique(p);
	g_autoptr(XapianDoc) doc = old ? xapian_reader_find(old, unique, NULL) : NULL;

	if (!doc) {
		summary->added++;
		return;
	}
	g_autofree char *before = xapian_doc_data(doc, NULL, NULL);
	g_autofree char *now = pilot_to_json(p);
	if (before && strcmp(before, now) == 0)
		summary->unchanged++;
	else
		summary->changed++;
}

static gboolean add_spellings(XapianWriter *writer, GHashTable *spellings, GError **error)
{
	GHashTableIter iter;
	gpointer word, count;

	g_hash_table_iter_init(&iter, spellings);
	while (g_hash_table_iter_next(&iter, &word, &count))
		if (!xapian_writer_add_spelling(writer, word, GPOINTER_TO_UINT(count), error))
			return FALSE;
	return TRUE;
}

static gboolean add_pilots(XapianWriter *writer, GPtrArray *pilots, Dutch *dutch, GError **error)
{
	g_autoptr(GHashTable) spellings =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < pilots->len; i++) {
		g_autofree char *unique = load_unique(pilots->pdata[i]);
		g_autoptr(XapianDoc) doc = load_document(pilots->pdata[i], dutch, spellings);
		if (!xapian_writer_replace(writer, unique, doc, NULL, error))
			return FALSE;
	}
	return add_spellings(writer, spellings, error);
}

static gboolean set_metadata(XapianWriter *writer, const GPtrArray *pilots,
			     const Knowledge *knowledge, GError **error)
{
	g_autoptr(GDateTime) now = g_date_time_new_now_utc();
	g_autofree char *built = g_date_time_format_iso8601(now);
	g_autofree char *sources = sources_to_json(pilots);
	g_autofree char *thesaurus = thesaurus_table(knowledge->thesaurus);
	g_autofree char *phrases =
		question_phrases_table(knowledge->phrases_text, knowledge->dutch);
	const char *const pairs[][2] = {
		{ META_SCHEMA, INDEX_SCHEMA },
		{ META_ANALYSER, dutch_fingerprint() },
		{ META_BUILT, built },
		{ META_SOURCES, sources },
		{ META_THEMES, knowledge->themes_text },
		{ META_THESAURUS, thesaurus },
		{ META_PHRASES, phrases },
	};
	for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++)
		if (!xapian_writer_set_metadata(writer, pairs[i][0], pairs[i][1],
						strlen(pairs[i][1]), error))
			return FALSE;
	return TRUE;
}

static gboolean build(const char *path, GPtrArray *pilots, const Knowledge *knowledge,
		      GError **error)
{
	g_autoptr(XapianWriter) writer =
		xapian_writer_open(path, XAPIAN_WRITER_OVERWRITE, XAPIAN_WRITER_DEFAULT, error);

	return writer && add_pilots(writer, pilots, knowledge->dutch, error) &&
	       set_metadata(writer, pilots, knowledge, error) && xapian_writer_close(writer, error);
}

static void summarise(const char *dir, GPtrArray *pilots, PublishSummary *summary)
{
	g_autoptr(XapianReader) old = xapian_reader_open(dir, NULL);
	guint before = old ? xapian_reader_doccount(old, NULL) : 0;

	*summary = (PublishSummary) { 0 };
	for (guint i = 0; i < pilots->len; i++)
		count(old, pilots->pdata[i], summary);
	guint found = summary->changed + summary->unchanged;
	summary->removed = before > found ? before - found : 0;
}

static gboolean publish_locked(const char *dir, GPtrArray *pilots, const Knowledge *knowledge,
			       GError **error)
{
	guint current = current_generation(dir), next = current + 1;
	g_autofree char *path = g_strdup_printf("%s/" GENERATION "%u", dir, next);
	g_autofree char *building = g_strconcat(path, ".building", NULL);

	remove_old(dir, current);
	remove_generation(path); /* built by an indexer that died before it was served */
	if (!build(building, pilots, knowledge, error)) {
		remove_generation(building);
		return FALSE;
	}
	if (g_rename(building, path) != 0)
		return fail(error, path, "cannot publish");
	return sync_path(dir, error) && switch_to(dir, next, error);
}

gboolean publish_index(const char *dir, GPtrArray *pilots, const Knowledge *knowledge,
		       PublishSummary *summary, GError **error)
{
	if (g_mkdir_with_parents(dir, 0755) != 0)
		return fail(error, dir, "cannot create");
	int fd = lock(dir, error);
	if (fd < 0)
		return FALSE;
	summarise(dir, pilots, summary);
	gboolean ok = publish_locked(dir, pilots, knowledge, error);
	close(fd);
	return ok;
}

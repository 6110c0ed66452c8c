#include "store.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>

#include "files.h"
#include "hash.h"
#include "sums.h"

/* Documents between two commits. Xapian gathers a change of every term in memory: measured,
 * some hundreds are faster than its 10,000, and need a fraction of the memory. */
#define COMMIT_EVERY 250

/* Documents of one small database; the more of these there are, the larger they become. */
#define PART_DOCUMENTS 5000
#define PARTS_OF_A_SIZE 20

typedef struct {
	GMutex lock;
	XapianWriter *writer;
	char *path;      /* of the writer */
	GPtrArray *full; /* of char *: databases that are closed, in order … */
	GArray *sizes;   /* … of guint: and the documents in each */
	guint documents; /* in the writer */
	guint pending;   /* of those, not committed */
} Part;

struct Store {
	char *dir, *parts_dir; /* parts_dir NULL: the parts are the shards themselves */
	guint shards, workers;
	Part *parts; /* [worker * shards + shard] */
	Part head;
};

static guint parts_count(const Store *s)
{
	return (s->parts_dir ? s->workers : 1) * s->shards;
}

static char *shard_path(const char *dir, guint shards, guint shard)
{
	return shards == 1 ? g_strdup(dir)
			   : g_strdup_printf("%s/" STORE_SHARD "%u", dir, shard + 1);
}

GPtrArray *store_databases(const char *name, guint shards)
{
	GPtrArray *all = g_ptr_array_new_with_free_func(g_free);

	if (shards > 1)
		g_ptr_array_add(all, g_build_filename(name, STORE_HEAD, NULL));
	for (guint i = 0; i < shards; i++)
		g_ptr_array_add(all, shard_path(name, shards, i));
	return all;
}

/* Takes the path. */
static gboolean part_open(Part *p, char *path, XapianWriterMode mode, GError **error)
{
	g_mutex_init(&p->lock);
	p->full = g_ptr_array_new_with_free_func(g_free);
	p->sizes = g_array_new(FALSE, FALSE, sizeof(guint));
	p->path = path;
	p->writer = xapian_writer_open(path, mode, XAPIAN_WRITER_NO_SYNC, error);
	return p->writer != NULL;
}

static void part_clear(Part *p)
{
	if (!p->path)
		return;
	xapian_writer_free(p->writer);
	g_ptr_array_unref(p->full);
	g_array_unref(p->sizes);
	g_free(p->path);
	g_mutex_clear(&p->lock);
}

static Store *make(const char *dir, guint shards, guint workers)
{
	Store *s = g_new0(Store, 1);

	s->dir = g_strdup(dir);
	s->shards = shards;
	s->workers = workers;
	s->parts = g_new0(Part, shards * workers);
	return s;
}

/* Compacting holds the files of all parts open. */
static void allow_many_files(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
		limit.rlim_cur = limit.rlim_max;
		setrlimit(RLIMIT_NOFILE, &limit);
	}
}

Store *store_new(const char *dir, guint shards, guint workers, GError **error)
{
	g_autoptr(Store) s = make(dir, shards, workers);

	allow_many_files();
	s->parts_dir = g_strconcat(dir, ".parts", NULL);
	files_remove(s->parts_dir);
	if (g_mkdir(s->parts_dir, 0755) != 0) {
		files_fail(error, s->parts_dir, "cannot create");
		return NULL;
	}
	for (guint i = 0; i < parts_count(s); i++)
		if (!part_open(&s->parts[i], g_strdup_printf("%s/%u", s->parts_dir, i),
			       XAPIAN_WRITER_CREATE, error))
			return NULL;
	if (!part_open(&s->head, g_build_filename(s->parts_dir, STORE_HEAD, NULL),
		       XAPIAN_WRITER_CREATE, error))
		return NULL;
	return g_steal_pointer(&s);
}

Store *store_copy(const char *dir, const char *from, guint shards, GError **error)
{
	g_autoptr(Store) s = make(dir, shards, 1);

	if (!files_copy(from, dir, error))
		return NULL;
	for (guint i = 0; i < shards; i++)
		if (!part_open(&s->parts[i], shard_path(dir, shards, i), XAPIAN_WRITER_OPEN, error))
			return NULL;
	if (shards > 1 && !part_open(&s->head, g_build_filename(dir, STORE_HEAD, NULL),
				     XAPIAN_WRITER_OPEN, error))
		return NULL;
	return g_steal_pointer(&s);
}

void store_free(Store *s)
{
	if (!s)
		return;
	for (guint i = 0; i < s->shards * s->workers; i++)
		part_clear(&s->parts[i]);
	part_clear(&s->head);
	if (s->parts_dir)
		files_remove(s->parts_dir);
	g_free(s->parts);
	g_free(s->parts_dir);
	g_free(s->dir);
	g_free(s);
}

/* ---- documents ---------------------------------------------------------------------------- */

static Part *part_of(Store *s, guint worker, const char *id)
{
	guint shard = (guint)(hash_bytes(id, strlen(id)) % s->shards);
	return &s->parts[(s->parts_dir ? worker : 0) * s->shards + shard];
}

/* Begins the next small database. */
static gboolean next_database(Part *p, GError **error)
{
	g_autofree char *first = g_strdup(p->full->len ? p->full->pdata[0] : p->path);

	if (!xapian_writer_close(p->writer, error))
		return FALSE;
	g_clear_pointer(&p->writer, xapian_writer_free);
	g_ptr_array_add(p->full, p->path);
	g_array_append_val(p->sizes, p->documents);
	p->path = g_strdup_printf("%s.%u", first, p->full->len);
	p->documents = p->pending = 0;
	p->writer = xapian_writer_open(p->path, XAPIAN_WRITER_CREATE, XAPIAN_WRITER_NO_SYNC, error);
	return p->writer != NULL;
}

/* What a write ends with. */
static gboolean written(Part *p, gboolean ok, GError **error)
{
	if (ok && ++p->pending == COMMIT_EVERY) {
		p->pending = 0;
		ok = xapian_writer_commit(p->writer, error);
	}
	g_mutex_unlock(&p->lock);
	return ok;
}

gboolean store_add(Store *s, guint worker, const char *id, const XapianDoc *doc, GError **error)
{
	Part *p = part_of(s, worker, id);

	g_mutex_lock(&p->lock);
	gboolean full = s->parts_dir &&
			p->documents == PART_DOCUMENTS * (1 + p->full->len / PARTS_OF_A_SIZE);
	gboolean ok = !full || next_database(p, error);
	p->documents++;
	return written(p, ok && xapian_writer_add(p->writer, doc, NULL, error), error);
}

gboolean store_replace(Store *s, guint worker, const char *id, const char *unique,
		       const XapianDoc *doc, GError **error)
{
	Part *p = part_of(s, worker, id);

	g_mutex_lock(&p->lock);
	return written(p, xapian_writer_replace(p->writer, unique, doc, NULL, error), error);
}

gboolean store_delete(Store *s, const char *id, const char *unique, GError **error)
{
	Part *p = part_of(s, 0, id);

	g_mutex_lock(&p->lock);
	return written(p, xapian_writer_delete(p->writer, unique, error), error);
}

/* ---- the end ------------------------------------------------------------------------------ */

static gboolean add_database(XapianReader **all, const char *path, GError **error)
{
	g_autoptr(XapianReader) one = xapian_reader_open(path, error);

	if (!one || *all)
		return one && xapian_reader_add(*all, one, error);
	*all = g_steal_pointer(&one);
	return TRUE;
}

XapianReader *store_read(Store *s, GError **error)
{
	g_autoptr(XapianReader) all = NULL;

	for (guint i = 0; i < parts_count(s); i++) {
		const Part *p = &s->parts[i];
		if (!xapian_writer_commit(p->writer, error))
			return NULL;
		for (guint k = 0; k < p->full->len; k++)
			if (!add_database(&all, p->full->pdata[k], error))
				return NULL;
		if (!add_database(&all, p->path, error))
			return NULL;
	}
	return g_steal_pointer(&all);
}

XapianWriter *store_head(Store *s)
{
	return s->head.writer ? s->head.writer : s->parts[0].writer;
}

static gboolean part_close(Part *p, GError **error)
{
	return !p->writer || xapian_writer_close(p->writer, error);
}

static gboolean lost(GError **error)
{
	g_set_error_literal(error, XAPIAN_ERROR, XAPIAN_ERROR_CORRUPT,
			    "a part of the index could not be read while it was put together; try "
			    "again");
	return FALSE;
}

/* That nothing of a part was lost (xapian_reader_is_whole()): of its first document all is
 * there. first: its number, which moves on to that of the next part. */
static gboolean check_part(XapianReader *shard, guint documents, guint *first, GError **error)
{
	GError *failed = NULL;
	gboolean whole = !documents || xapian_reader_is_whole(shard, *first, &failed);

	*first += documents;
	if (failed)
		g_propagate_error(error, failed);
	return whole || (!failed && lost(error));
}

/* The spellings are all in the head. */
static gboolean check_spellings(const Store *s, const char *path, GError **error)
{
	g_autofree char *before = g_build_filename(s->head.path, "spelling.glass", NULL);
	g_autofree char *after = g_build_filename(path, "spelling.glass", NULL);

	return !g_file_test(before, G_FILE_TEST_EXISTS) || g_file_test(after, G_FILE_TEST_EXISTS) ||
	       lost(error);
}

/* Compacting numbers the documents of a part behind those of the one before it. */
static gboolean check_shard(Store *s, guint shard, const char *path, GError **error)
{
	g_autoptr(XapianReader) reader = xapian_reader_open(path, error);
	guint first = 1;
	gboolean ok = reader != NULL;

	for (guint w = 0; ok && w < s->workers; w++) {
		const Part *p = &s->parts[w * s->shards + shard];
		for (guint k = 0; ok && k < p->sizes->len; k++)
			ok = check_part(reader, g_array_index(p->sizes, guint, k), &first, error);
		ok = ok && check_part(reader, p->documents, &first, error);
	}
	return ok;
}

/* The parts of all workers as one; with one shard, the head is in it too. */
static gboolean compact_shard(Store *s, guint shard, GError **error)
{
	g_autoptr(GPtrArray) sources = g_ptr_array_new();
	g_autofree char *to = shard_path(s->dir, s->shards, shard);

	for (guint w = 0; w < s->workers; w++) {
		const Part *p = &s->parts[w * s->shards + shard];
		for (guint k = 0; k < p->full->len; k++)
			g_ptr_array_add(sources, p->full->pdata[k]);
		g_ptr_array_add(sources, p->path);
	}
	if (s->shards == 1)
		g_ptr_array_add(sources, s->head.path);
	return xapian_compact((const char *const *)sources->pdata, sources->len, to, error) &&
	       check_shard(s, shard, to, error);
}

static gboolean compact_all(Store *s, GError **error)
{
	const char *const head[] = { s->head.path };
	g_autofree char *to = g_build_filename(s->dir, STORE_HEAD, NULL);

	if (s->shards > 1 && g_mkdir(s->dir, 0755) != 0)
		return files_fail(error, s->dir, "cannot create");
	for (guint i = 0; i < s->shards; i++)
		if (!compact_shard(s, i, error))
			return FALSE;
	if (s->shards == 1)
		return check_spellings(s, s->dir, error);
	return xapian_compact(head, 1, to, error) && check_spellings(s, to, error);
}

gboolean store_finish(Store *s, GError **error)
{
	for (guint i = 0; i < parts_count(s); i++)
		if (!part_close(&s->parts[i], error))
			return FALSE;
	return part_close(&s->head, error) && (!s->parts_dir || compact_all(s, error)) &&
	       sums_write(s->dir, error) && files_sync(s->dir, error);
}

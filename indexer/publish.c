#include "publish.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "files.h"
#include "store.h"

#define STUB "XAPIANDB"
#define GENERATION "gen-"

struct Publication {
	char *dir;
	int lock;      /* held as long as it is open */
	guint current; /* generation, that was served when it began; 0: none */
};

static int lock(const char *dir, GError **error)
{
	g_autofree char *path = g_build_filename(dir, "lock", NULL);
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);

	if (fd < 0) {
		files_fail(error, path, "cannot create");
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
		files_fail(error, path, "cannot lock");
	close(fd);
	return -1;
}

#define BUILDING ".building"

/* The number of "gen-12", "gen-12.building" and what else stands beside that; 0 for names that
 * are not ours. */
static guint generation_number(const char *name)
{
	char *end;

	if (!g_str_has_prefix(name, GENERATION) || !g_ascii_isdigit(name[strlen(GENERATION)]))
		return 0;
	gulong n = strtoul(name + strlen(GENERATION), &end, 10);
	return !*end || g_str_has_prefix(end, BUILDING) ? (guint)n : 0;
}

/* The generation that the stub names, 0 without one. FALSE when the stub is there and cannot be
 * read: then nobody knows what is served. */
static gboolean read_served(const char *dir, guint *served, GError **error)
{
	g_autofree char *path = g_build_filename(dir, STUB, NULL);
	g_autofree char *stub = NULL;
	GError *failed = NULL;

	*served = 0;
	if (g_file_get_contents(path, &stub, NULL, &failed)) {
		const char *name = strstr(stub, GENERATION);
		g_autofree char *first =
			g_strndup(name ? name : "", strcspn(name ? name : "", "/\n"));
		*served = generation_number(first);
		return TRUE;
	}
	if (g_error_matches(failed, G_FILE_ERROR, G_FILE_ERROR_NOENT)) {
		g_error_free(failed);
		return TRUE;
	}
	g_propagate_error(error, failed);
	return FALSE;
}

/* All but what is served and the one before it, which readers may have open; and stubs that were
 * not renamed yet. The stub alone says what is served: of a switch that failed nobody else knows
 * how far it came. */
static void remove_old(const char *dir)
{
	guint served;
	const char *name;

	if (!read_served(dir, &served, NULL))
		return;
	g_autoptr(GDir) entries = g_dir_open(dir, 0, NULL);
	while (entries && (name = g_dir_read_name(entries))) {
		guint n = generation_number(name);
		gboolean unborn = g_str_has_prefix(name, STUB ".");
		if (unborn || (n && (n + 1 < served || n > served || strchr(name, '.')))) {
			g_autofree char *path = g_build_filename(dir, name, NULL);
			files_remove(path);
		}
	}
}

Publication *publication_begin(const char *dir, GError **error)
{
	if (g_mkdir_with_parents(dir, 0755) != 0) {
		files_fail(error, dir, "cannot create");
		return NULL;
	}
	int fd = lock(dir, error);
	if (fd < 0)
		return NULL;
	guint served;
	if (!read_served(dir, &served, error)) {
		close(fd);
		return NULL;
	}
	remove_old(dir);
	Publication *p = g_new(Publication, 1);
	*p = (Publication) { g_strdup(dir), fd, served };
	return p;
}

const char *publication_dir(const Publication *p)
{
	return p->dir;
}

static char *generation_path(const Publication *p, guint n, const char *suffix)
{
	return g_strdup_printf("%s/" GENERATION "%u%s", p->dir, n, suffix);
}

char *publication_current(const Publication *p)
{
	return p->current ? generation_path(p, p->current, "") : NULL;
}

char *publication_building(const Publication *p)
{
	return generation_path(p, p->current + 1, BUILDING);
}

/* The rename of the stub is the moment at which the new generation is served. */
static gboolean write_stub(const Publication *p, guint generation, guint shards, GError **error)
{
	g_autofree char *path = g_build_filename(p->dir, STUB, NULL);
	g_autofree char *name = g_strdup_printf(GENERATION "%u", generation);
	g_autoptr(GPtrArray) databases = store_databases(name, shards);
	g_autoptr(GString) stub = g_string_new(NULL);

	for (guint i = 0; i < databases->len; i++)
		g_string_append_printf(stub, "auto %s\n", (const char *)databases->pdata[i]);
	return g_file_set_contents_full(
		path, stub->str, (gssize)stub->len,
		G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, error);
}

static gboolean sync_dir(const char *dir, GError **error)
{
	int fd = open(dir, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return files_fail(error, dir, "cannot open");
	gboolean ok = fsync(fd) == 0 || files_fail(error, dir, "cannot sync");
	close(fd);
	return ok;
}

gboolean publication_switch(Publication *p, guint shards, GError **error)
{
	guint next = p->current + 1;
	g_autofree char *building = publication_building(p);
	g_autofree char *path = generation_path(p, next, "");

	if (g_rename(building, path) != 0)
		return files_fail(error, path, "cannot publish");
	return sync_dir(p->dir, error) && write_stub(p, next, shards, error) &&
	       sync_dir(p->dir, error);
}

void publication_free(Publication *p)
{
	if (!p)
		return;
	remove_old(p->dir);
	close(p->lock);
	g_free(p->dir);
	g_free(p);
}

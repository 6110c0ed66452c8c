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
	int lock; /* held as long as it is open */
	guint current;
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

/* The number of "gen-12" or "gen-12.building", 0 for any other name. */
static guint generation_number(const char *name)
{
	return g_str_has_prefix(name, GENERATION)
		       ? (guint)strtoul(name + strlen(GENERATION), NULL, 10)
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

/* All but the generations keep … newest; and stubs that were not renamed yet. */
static void remove_old(const char *dir, guint keep, guint newest)
{
	g_autoptr(GDir) entries = g_dir_open(dir, 0, NULL);
	const char *name;

	while (entries && (name = g_dir_read_name(entries))) {
		guint n = generation_number(name);
		gboolean unborn = g_str_has_prefix(name, STUB ".");
		if (unborn || (n && (n < keep || n > newest || strchr(name, '.')))) {
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
	Publication *p = g_new(Publication, 1);
	*p = (Publication) { g_strdup(dir), fd, current_generation(dir) };
	remove_old(dir, MAX(p->current, 2) - 1, p->current);
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
	return generation_path(p, p->current + 1, ".building");
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
	if (!sync_dir(p->dir, error) || !write_stub(p, next, shards, error) ||
	    !sync_dir(p->dir, error))
		return FALSE;
	p->current = next;
	return TRUE;
}

void publication_free(Publication *p)
{
	if (!p)
		return;
	remove_old(p->dir, MAX(p->current, 2) - 1, p->current);
	close(p->lock);
	g_free(p->dir);
	g_free(p);
}

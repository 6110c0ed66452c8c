/* Which files hold annexes. */
#ifndef INDEXER_WALK_H
#define INDEXER_WALK_H

#include <glib.h>

typedef struct {
	char *path;
	char *name; /* by which records call it: below the directory that was given, or without
		     * directories; the whole path where two would have the same name */
} WalkedFile;

/* The annexes at the given paths: a file is one, whatever its name; in a
 * directory, and below it, those with a suffix that the indexer reads. Sorted by path,
 * each once. NULL with a G_FILE_ERROR when a path does not exist. The caller
 * unrefs (GPtrArray of WalkedFile *). */
GPtrArray *walk_annexes(const char *const *paths, GError **error);

#endif

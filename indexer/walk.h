/* Which files hold annexes. */
#ifndef INDEXER_WALK_H
#define INDEXER_WALK_H

#include <glib.h>

/* The annexes at the given paths: a file is one, whatever its name; in a
 * directory, and below it, those with a suffix that the indexer reads. Sorted,
 * each once. NULL with a G_FILE_ERROR when a path does not exist. The caller
 * unrefs (GPtrArray of char *). */
GPtrArray *walk_annexes(const char *const *paths, GError **error);

#endif

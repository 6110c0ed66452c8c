/* Directories of files, as databases are. */
#ifndef INDEXER_FILES_H
#define INDEXER_FILES_H

#include <glib.h>

/* FALSE, with a G_FILE_ERROR made of errno: "path: what: why". */
gboolean files_fail(GError **error, const char *path, const char *what);

/* All below a directory, and itself; what cannot be removed stays. */
void files_remove(const char *dir);
/* Makes a copy of a directory, and those in it. Where the file system can, it shares the
 * blocks. */
gboolean files_copy(const char *from, const char *to, GError **error);
/* All below a directory, and itself, to the disk. */
gboolean files_sync(const char *dir, GError **error);

#endif

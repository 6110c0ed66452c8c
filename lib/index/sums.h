/* The checksums of an index: what damage on disk is told by. Xapian's own files have none.
 *
 * They are in the file "sums" of a generation, a line for each other file below it: its
 * checksum in 16 hex digits, its size in bytes and its name. */
#ifndef INDEX_SUMS_H
#define INDEX_SUMS_H

#include <glib.h>

#define SUMS_FILE "sums"

#define SUMS_ERROR (sums_error_quark())
typedef enum {
	SUMS_ERROR_DAMAGED /* a file is not there, or not as it was written */
} SumsErrorCode;
GQuark sums_error_quark(void);

/* Writes the sums of a directory. FALSE with a G_FILE_ERROR. */
gboolean sums_write(const char *dir, GError **error);

/* Whether all files of an index (a directory with a stub) are there and of their size; and as
 * they were written: the small ones, and all when they are together no more than `most` bytes.
 * To be asked before Xapian opens it, which a single byte can crash. A stub of other
 * machines, or of what we did not write, is taken as it is. FALSE with SUMS_ERROR. */
gboolean sums_check(const char *index, guint64 most, GError **error);

#endif

/* Which files hold annexes. */
#ifndef INDEXER_WALK_H
#define INDEXER_WALK_H

#include "report.h"

typedef struct {
	char *path;
	char *name;     /* by which records call it: below the directory that was given, or without
			 * directories; the whole path where two would have the same name */
	gboolean found; /* in a directory; else it was named itself */
	gboolean force; /* read it, even if it does not look like an annex; FALSE at first */
} WalkedFile;

/* The annexes at the given paths: a file is one, whatever its name; in a
 * directory, and below it, those with a suffix that the indexer reads. Links to files are
 * followed, those to directories are not. What is no file (a pipe, a device) or leads to none is
 * left out of a directory with a warning. Sorted by path, each once. NULL with a G_FILE_ERROR when
 * a path does not exist or is no file. The caller unrefs (GPtrArray of WalkedFile *). */
GPtrArray *walk_annexes(const char *const *paths, Report *report, GError **error);

/* A file cannot be read, for a reason that is taken over: it is left out with a warning, TRUE.
 * FALSE with that error when the run must stop: who names a file wants that one, and what the
 * machine refuses (memory, open files, a disk that fails) says nothing of the file. */
gboolean walk_leave_out(const WalkedFile *f, Report *report, GError *why, GError **error);

#endif

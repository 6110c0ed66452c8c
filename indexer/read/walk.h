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
	GKeyFile *sources; /* the SOURCES beside it; NULL without */
} WalkedFile;

#define WALK_SOURCES "SOURCES"

/* The annexes at the given paths: a file is one, whatever its name; in a
 * directory, and below it, those with a suffix that the indexer reads, or that documents have which
 * may hold an annex but cannot be read (.doc): the reader says so. Links to files are followed,
 * those to directories are not, which is a warning. What is no file (a pipe, a device) or leads to
 * none is left out of a directory with a warning. Other files are counted by suffix, in one warning
 * for each directory that was given; but not what is hidden, what programs leave behind, README, an
 * index, and own, the names (or patterns) of files that an editor keeps beside the documents (NULL
 * after the last), which only count there: one further down is a warning. Sorted by path, each
 * once. NULL with a G_FILE_ERROR when a path does not exist or is no file, or an EDITED_ERROR for a
 * SOURCES that is wrong. The caller unrefs (GPtrArray of WalkedFile *). */
GPtrArray *walk_annexes(const char *const *paths, const char *const *own, Report *report,
			GError **error);

/* A file cannot be read, for a reason that is taken over: it is left out with a warning, TRUE.
 * FALSE with that error when the run must stop: who names a file wants that one, and what the
 * machine refuses (memory, open files, a disk that fails) says nothing of the file. */
gboolean walk_leave_out(const WalkedFile *f, Report *report, GError *why, GError **error);

#endif

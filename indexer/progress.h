/* How far a long run is, on stderr when that is a terminal. */
#ifndef INDEXER_PROGRESS_H
#define INDEXER_PROGRESS_H

#include <glib.h>

typedef struct Progress Progress;

/* total: records that are to be done. */
Progress *progress_new(guint total);
/* One more record is done, of so many bytes. Any thread. */
void progress_add(Progress *progress, gsize bytes);
/* Wipes its line. */
void progress_free(Progress *progress);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Progress, progress_free)

#endif

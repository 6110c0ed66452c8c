/* An index on disk, built aside and published whole.
 *
 *   DIR/XAPIANDB   a Xapian stub: the databases of the generation to read, a line each
 *   DIR/gen-N/     the generations; the one before the newest stays for readers
 *   DIR/lock       held while an indexer works
 *
 * Xapian and its tools open DIR itself. A reader sees the old generation or the
 * new one, never half of one, whatever happens to the indexer. */
#ifndef INDEXER_PUBLISH_H
#define INDEXER_PUBLISH_H

#include <glib.h>

typedef struct Publication Publication;

/* Makes DIR and takes its lock. Removes what no reader needs any more, and what an indexer
 * that died left. NULL with a G_FILE_ERROR; G_FILE_ERROR_AGAIN: another indexer works. */
Publication *publication_begin(const char *dir, GError **error);
const char *publication_dir(const Publication *publication);
/* The generation that is served; NULL without one. The caller frees. */
char *publication_current(const Publication *publication);
/* Where the next one is to be built; the caller frees. */
char *publication_building(const Publication *publication);
/* Serves what was built there, a store with so many shards. */
gboolean publication_switch(Publication *publication, guint shards, GError **error);
/* Gives the lock back; what was built and not switched to is removed. */
void publication_free(Publication *publication);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Publication, publication_free)

#endif

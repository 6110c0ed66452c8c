/* An index on disk, built aside and published whole.
 *
 *   DIR/XAPIANDB   a Xapian stub: one line that names the generation to read
 *   DIR/gen-N/     the generations; the one before the newest stays for readers
 *   DIR/lock       held while an indexer works
 *
 * Xapian and its tools open DIR itself. A reader sees the old generation or the
 * new one, never half of one, whatever happens to the indexer. */
#ifndef INDEXER_PUBLISH_H
#define INDEXER_PUBLISH_H

#include <glib.h>

#include "knowledge.h"
#include "pilot.h"

typedef struct {
	guint added, changed, unchanged, removed;
} PublishSummary;

/* Builds an index of the pilots and puts it in the place of what DIR served.
 * On an error (G_FILE_ERROR
 * or XAPIAN_ERROR) the old index is whole and still served. */
gboolean publish_index(const char *dir, GPtrArray *pilots, const Knowledge *knowledge,
		       PublishSummary *summary, GError **error);

#endif

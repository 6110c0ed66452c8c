/* The databases of an index while it is built.
 *
 *   one shard: DIR itself is the database
 *   several:   DIR/head (what the whole index says of itself, no documents), DIR/shard-1 …
 *
 * Anew, each worker writes databases of its own beside DIR, in the order of its input, and
 * these are compacted into the shards at the end; so workers do not wait for each other. When
 * one has some thousands of documents the next is begun, as a small database takes more of them
 * faster than a large one. On
 * the copy of an index, they write in its shards, one at a time. Nothing is synced before
 * store_finish(): nobody reads it before. */
#ifndef INDEXER_STORE_H
#define INDEXER_STORE_H

#include "xapian-c.h"

#define STORE_HEAD "head"
#define STORE_SHARD "shard-"
#define STORE_MAX_SHARDS 64

typedef struct Store Store;

/* dir must not exist. NULL with G_FILE_ERROR or XAPIAN_ERROR. */
Store *store_new(const char *dir, guint shards, guint workers, GError **error);
/* from: the directory of a finished store with as many shards. */
Store *store_copy(const char *dir, const char *from, guint shards, GError **error);
/* Without store_finish() first, what was written is left as it is. */
void store_free(Store *store);

/* The document of a pilot: id says which shard. Threads may call these, each with its own
 * worker. A new document has no other with the same unique term. */
gboolean store_add(Store *store, guint worker, const char *id, const XapianDoc *doc,
		   GError **error);
gboolean store_replace(Store *store, guint worker, const char *id, const char *unique,
		       const XapianDoc *doc, GError **error);
gboolean store_delete(Store *store, const char *id, const char *unique, GError **error);

/* All that is in it, committed; the caller frees. No documents are written after. */
XapianReader *store_read(Store *store, GError **error);
/* For metadata and spellings; borrowed. */
XapianWriter *store_head(Store *store);

/* Compacts what was made anew, closes all, syncs all. */
gboolean store_finish(Store *store, GError **error);

/* The databases of a finished store at dir, in the order of the stub: GPtrArray of char *,
 * relative to the directory above; the caller unrefs. */
GPtrArray *store_databases(const char *name, guint shards);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Store, store_free)

#endif

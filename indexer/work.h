/* Reads the annexes that are not the same into documents, by several threads. */
#ifndef INDEXER_WORK_H
#define INDEXER_WORK_H

#include "collection.h"
#include "knowledge.h"
#include "store.h"

/* How many threads are worth starting, at most so many. */
guint work_jobs(const Collection *collection, guint most);

/* Writes the pilots of all members that are not the same to the store, and the hash of each
 * record in its entry. fresh: the store has none of them yet. */
gboolean work_run(Collection *collection, Store *store, gboolean fresh, const Knowledge *knowledge,
		  guint jobs, Report *report, GError **error);

#endif

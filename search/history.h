/* The editions of a pilot. */
#ifndef SEARCH_HISTORY_H
#define SEARCH_HISTORY_H

#include "index.h"
#include "results.h"

/* All editions of the pilot in a document, oldest first, each with what changed since the
 * one before it: GPtrArray of Edition *, owned by the caller; empty for a pilot with one.
 * NULL with XAPIAN_ERROR. */
GPtrArray *history_of(Index *index, XapianDoc *doc, GError **error);

/* The edition of a date ("2021-12-01"), or the newest for NULL; NULL when there is none. newest and
 * editions may be NULL. Borrowed. */
const Pilot *history_edition(const GPtrArray *editions, const Pilot *newest, const char *date);

/* A pilot by its id: the newest edition, or that of a date. NULL without one, and with an error
 * when it could not be read. The caller frees. */
Pilot *history_find(Index *index, const char *id, const char *date, GError **error);

#endif

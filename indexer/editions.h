/* The same pilot in annexes of different dates. */
#ifndef INDEXER_EDITIONS_H
#define INDEXER_EDITIONS_H

#include "pilotdoc.h"

/* A pilot among the editions of a collection; strings are borrowed. */
typedef struct Entry {
	const char *id;
	const char *formerly; /* the id that it had before, as its title says; NULL for none */
	const char *date;     /* reference date; "" without */
	guint64 hash;         /* of its record, but for where it stands; 0 until it is read */
	gint64 added;         /* when it came into the index, in seconds since 1970 */
	struct Entry *older;  /* the edition before */
	Relation relation;
	Relation was; /* as the index has it; identity NULL: it has not */
} Entry;

/* What an editor states, "new-id = old-id" a line: new id -> old id. NULL with an EDITED_ERROR. The
 * caller unrefs. */
GHashTable *editions_parse(const char *text, GError **error);

/* Fills in older and relation of all entries (of Entry *). Two are the same pilot when stated
 * says so (editions_parse()), when they have the same id, when the newer was formerly
 * called as the older, or when one word of their titles differs, and that a little. */
void editions_match(GPtrArray *entries, GHashTable *stated);

/* Once they are matched: what is stated that joins no two, as lines, sorted. GPtrArray of char *,
 * the caller unrefs. */
GPtrArray *editions_idle(const GPtrArray *entries, GHashTable *stated);

gboolean relation_equal(const Relation *a, const Relation *b);

#endif

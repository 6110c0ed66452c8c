/* What an index remembers of the annexes that it was made of, in its metadata: so that a
 * next run reads only what changed.
 *
 *   annex:NAME      stamp, sha256, number of pilots, reference date, name, thread and outcome
 *                   (chains.h), title; tabs between
 *   rows:NAME:N     its pilots, LEDGER_ROWS a key: id, id before, hash, identity, flags, when it
 * was added
 *
 * A name that is too long for a key is its sha256 there. */
#ifndef INDEXER_LEDGER_H
#define INDEXER_LEDGER_H

#include "editions.h"
#include "xapian-c.h"

#define LEDGER_ROWS 1000

typedef struct {
	char *name, *stamp, *sha256, *date, *title; /* "" without */
	char *thread, *outcome;                     /* chains.h; "" without */
	guint pilots;
} LedgerAnnex;

void ledger_annex_free(gpointer annex);

/* The annexes of an index: name -> LedgerAnnex; the caller unrefs. */
GHashTable *ledger_read(XapianReader *reader, GError **error);
/* The pilots of one: fills entries[0 .. pilots), with hash and was; strings go to `strings`. */
gboolean ledger_read_rows(XapianReader *reader, const LedgerAnnex *annex, Entry *entries,
			  GStringChunk *strings, GError **error);

/* Writes an annex and its pilots, over what there was. */
gboolean ledger_write(XapianWriter *writer, const LedgerAnnex *annex, const Entry *entries,
		      GError **error);
gboolean ledger_remove(XapianWriter *writer, const LedgerAnnex *annex, GError **error);

#endif

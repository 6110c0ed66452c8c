/* A pilot as a document of the index. */
#ifndef INDEXER_LOAD_H
#define INDEXER_LOAD_H

#include "dutch.h"
#include "editions.h"
#include "pilot.h"
#include "xapian-c.h"

/* The unique term of a pilot: its annex and its id. The caller frees. */
char *load_unique(const char *annex, const char *id);

/* The document, with the record as its data, and the hash of that record but for where it
 * stands. The caller frees. */
XapianDoc *load_document(Pilot *pilot, const Relation *relation, Dutch *dutch, guint64 *hash);

/* Gives a document the relation of its pilot to other editions; was: the one that it has,
 * NULL for a new document. */
void load_relation(XapianDoc *doc, const char *id, const Relation *was, const Relation *now);

#endif

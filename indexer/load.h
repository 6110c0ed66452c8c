/* A pilot as a document of the index. */
#ifndef INDEXER_LOAD_H
#define INDEXER_LOAD_H

#include "analysis.h"
#include "editions.h"
#include "xapian-c.h"

/* The unique term of a pilot: its annex and its id. The caller frees. */
char *load_unique(const char *annex, const char *id);

/* The document, with the pilot as its data. The caller frees. */
XapianDoc *load_document(Pilot *pilot, const Analysis *analysis, const Relation *relation);

/* Gives a document the relation of its pilot to other editions; was: the one that it has,
 * NULL for a new document. */
void load_relation(XapianDoc *doc, const char *id, const Relation *was, const Relation *now);

#endif

/* A pilot as a document of the index. */
#ifndef INDEXER_LOAD_H
#define INDEXER_LOAD_H

#include "dutch.h"
#include "pilot.h"
#include "xapian-c.h"

/* The unique term of a pilot: its source and its id. The caller frees. */
char *load_unique(const Pilot *pilot);

/* The document, with the record as its data. The caller frees. Counts the words and
 * parts of words, folded, in spellings (char * -> GUINT_TO_POINTER). */
XapianDoc *load_document(const Pilot *pilot, Dutch *dutch, GHashTable *spellings);

#endif

/* What the words of a whole index give: spellings, for "Bedoelde u"; words by their ending,
 * for "*recht"; abbreviations that the documents explain. Made from its terms, so it does not
 * matter in how many runs they came. */
#ifndef INDEXER_VOCABULARY_H
#define INDEXER_VOCABULARY_H

#include "knowledge.h"
#include "xapian-c.h"

/* Writes spellings and endings of the words of `reader` to `head`, where they differ from
 * what is there; before: what is there, NULL for nothing. */
gboolean vocabulary_write(XapianReader *reader, XapianReader *before, XapianWriter *head,
			  Dutch *dutch, GError **error);

/* The abbreviations; the caller frees. */
Learned *vocabulary_learned(XapianReader *reader, GError **error);

#endif

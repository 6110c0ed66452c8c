/* What an editor may want to look at in a file of the thesaurus, before it counts. */
#ifndef INDEXER_WORDCHECK_H
#define INDEXER_WORDCHECK_H

#include "knowledge.h"
#include "xapian-c.h"

/* TRUE for the name of a file of the thesaurus, as --check takes it. */
gboolean wordcheck_takes(const char *path);

typedef struct {
	guint heads, links;
} WordCheckCount;

/* Warns, with the line, of words that are no Dutch and in no pilot, of an expression that leads to
 * itself or in a circle, of two that contradict each other (there or in the other files, which
 * knowledge has), and of what leads to half the collection. reader: of an index; NULL checks no
 * pilots. FALSE with an error when the file cannot be read, or of the index. */
gboolean wordcheck(const char *path, const Knowledge *knowledge, XapianReader *reader,
		   Report *report, WordCheckCount *count, GError **error);

#endif

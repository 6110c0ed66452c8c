/* How documents of a collection are read: annexes, or papers of parliament. */
#ifndef INDEXER_DOCREADER_H
#define INDEXER_DOCREADER_H

#include "annex.h"

/* The functions are those of annex.h. */
typedef struct {
	const char *what;      /* that it reads: "pilots" */
	gboolean has_editions; /* a record may come again in a document of another date */
	Annex *(*look)(const char *path, const char *name, GKeyFile *sources, GError **error);
	gboolean (*scan)(Annex *document, gboolean force, Report *report, GError **error);
	gboolean (*read)(Annex *document, const AnnexPart *part, Report *report, PilotFunc func,
			 gpointer user, GError **error);
} DocumentReader;

extern const DocumentReader docreader_annexes;
extern const DocumentReader docreader_papers;

/* Which of the files (of WalkedFile *) are papers, and which annexes: both arrays borrow them. What
 * is there in another form too is in neither, and told of. */
void docreader_divide(const GPtrArray *files, GPtrArray *annexes, GPtrArray *papers,
		      Report *report);

#endif

/* One run of the indexer: from files to an index that serves them. */
#ifndef INDEXER_UPDATE_H
#define INDEXER_UPDATE_H

#include "docreader.h"
#include "knowledge.h"
#include "report.h"

typedef struct {
	guint jobs;      /* threads */
	guint shards;    /* 0: as many as the index has, or one */
	gboolean full;   /* anew, whatever the index has */
	gint64 earliest; /* what is new came no sooner, in seconds since 1970: after what was
			  * published before in the same run */
} UpdateOptions;

typedef struct {
	guint pilots, added, changed, unchanged, removed;
} UpdateSummary;

/* Makes the index at dir one of the pilots of files (of WalkedFile *): what changed is
 * written in a copy of what it serves, or all anew when there is none, the program or what
 * editors keep changed, or it is asked for. The result is published whole; on an error
 * (G_FILE_ERROR, ANNEX_ERROR or XAPIAN_ERROR) the old index is whole and still served. */
gboolean update_index(const char *dir, const DocumentReader *reader, const GPtrArray *files,
		      const Knowledge *knowledge, const UpdateOptions *options, Report *report,
		      UpdateSummary *summary, GError **error);

#endif

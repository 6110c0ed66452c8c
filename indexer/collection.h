/* All annexes, or all papers, of a run beside those that the index was made of: what is new,
 * changed, the same, gone. Of each pilot only what editions need is held, some hundred bytes. */
#ifndef INDEXER_COLLECTION_H
#define INDEXER_COLLECTION_H

#include "docreader.h"
#include "knowledge.h"
#include "ledger.h"

typedef struct {
	char *name;
	Annex *annex;           /* NULL: gone */
	const LedgerAnnex *was; /* as the index has it; NULL: it has not. Of the collection */
	gboolean same;          /* the index has it as it is */
	Entry *entries;         /* its pilots */
	guint count;
	Entry *old; /* as the index has them, when it is not the same */
	guint old_count;
} Member;

typedef struct {
	const DocumentReader *reader;
	GPtrArray *members;    /* of Member *: by path; those that are gone last, by name */
	GHashTable *ledger;    /* name -> LedgerAnnex */
	GStringChunk *strings; /* of the entries that come from the index */
} Collection;

/* files: of WalkedFile *, all for one reader. before: the index as it is, NULL for none. anew:
 * annexes are read even when they are the same. knowledge: what an editor states of editions.
 * moment: when what is new came. NULL with G_FILE_ERROR, ANNEX_ERROR or XAPIAN_ERROR. */
Collection *collection_new(const DocumentReader *reader, const GPtrArray *files,
			   XapianReader *before, gboolean anew, const Knowledge *knowledge,
			   guint jobs, gint64 moment, Report *report, GError **error);
void collection_free(Collection *collection);

/* Whether an index that has it before would become another. */
gboolean collection_differs(const Collection *collection);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Collection, collection_free)

#endif

/* Whether all words of an annex are in its records: what each says, for account.h to compare. */
#ifndef INDEXER_ACCOUNTING_H
#define INDEXER_ACCOUNTING_H

#include "annex.h"

typedef struct Accounting Accounting;

Accounting *accounting_new(void);
void accounting_free(Accounting *accounting);

/* A pilot of the annex, as annex_read() passes it on. */
void accounting_pilot(Accounting *accounting, const Pilot *pilot);
/* When all are told: warns of what is lost, and adds to lines (of char *, the caller frees) what it
 * came to. FALSE with a G_FILE_ERROR. */
gboolean accounting_close(Accounting *accounting, Annex *annex, Report *report, GPtrArray *lines,
			  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Accounting, accounting_free)

#endif

/* Work on a row of things by several threads, each with a run of neighbours. */
#ifndef INDEXER_PARALLEL_H
#define INDEXER_PARALLEL_H

#include "report.h"

/* Does things from .. to-1. worker: 0 .. jobs-1. FALSE with error set to stop all. */
typedef gboolean (*ParallelFunc)(guint worker, guint from, guint to, Report *report, gpointer user,
				 GError **error);

/* Runs of about the same weight each; weigh NULL: all things weigh the same. Reports go to
 * report in the order of the things; the error of the first run that failed is given. */
gboolean parallel_run(guint jobs, guint n, guint (*weigh)(guint i, gpointer user),
		      ParallelFunc func, gpointer user, Report *report, GError **error);

#endif

#include "parallel.h"

typedef struct {
	guint worker, from, to;
	ParallelFunc func;
	gpointer user;
	Report *report;
	GError *error;
	GThread *thread;
} Run;

static gpointer run(gpointer data)
{
	Run *r = data;

	r->func(r->worker, r->from, r->to, r->report, r->user, &r->error);
	return NULL;
}

/* Where each run ends: as soon as it has its share of the weight. */
static void divide(Run *runs, guint jobs, guint n, guint (*weigh)(guint i, gpointer user),
		   gpointer user)
{
	guint64 total = 0, done = 0;
	guint i = 0;

	for (guint k = 0; k < n; k++)
		total += weigh ? weigh(k, user) : 1;
	for (guint w = 0; w < jobs; w++) {
		runs[w].from = i;
		while (i < n && (w + 1 == jobs || done * jobs < total * (w + 1)))
			done += weigh ? weigh(i++, user) : (i++, 1);
		runs[w].to = i;
	}
}

static void end(Run *r, Report *report, GError **error)
{
	if (r->thread)
		g_thread_join(r->thread);
	report_append(report, r->report);
	report_free(r->report);
	if (r->error && !*error)
		g_propagate_error(error, r->error);
	else
		g_clear_error(&r->error);
}

gboolean parallel_run(guint jobs, guint n, guint (*weigh)(guint i, gpointer user),
		      ParallelFunc func, gpointer user, Report *report, GError **error)
{
	g_autofree Run *runs = g_new0(Run, jobs);
	GError *first = NULL;

	divide(runs, jobs, n, weigh, user);
	for (guint w = 0; w < jobs; w++) {
		Run *r = &runs[w];
		*r = (Run) { w, r->from, r->to, func, user, report_new(), NULL, NULL };
		if (jobs > 1)
			r->thread = g_thread_new("pilot-index", run, r);
		else
			run(r);
	}
	for (guint w = 0; w < jobs; w++)
		end(&runs[w], report, &first);
	if (!first)
		return TRUE;
	g_propagate_error(error, first);
	return FALSE;
}

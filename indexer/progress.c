#include "progress.h"

#include <stdio.h>
#include <unistd.h>

#define QUIET_FOR (G_USEC_PER_SEC) /* what is done by then needs no telling */
#define EVERY (G_USEC_PER_SEC / 5)

struct Progress {
	GMutex lock;
	gboolean shown, terminal;
	guint total, done;
	guint64 bytes;
	gint64 start, last;
};

Progress *progress_new(guint total)
{
	Progress *p = g_new0(Progress, 1);

	g_mutex_init(&p->lock);
	p->terminal = isatty(STDERR_FILENO);
	p->total = total;
	p->start = g_get_monotonic_time();
	p->last = p->start + QUIET_FOR - EVERY;
	return p;
}

static void tell(Progress *p, gint64 now)
{
	double seconds = (double)(now - p->start) / G_USEC_PER_SEC;
	double left = seconds * (p->total - p->done) / MAX(p->done, 1);

	p->last = now;
	p->shown = TRUE;
	fprintf(stderr, "\r%u of %u pilots, %.1f MB/s, %.0f s left \033[K", p->done, p->total,
		p->bytes / seconds / 1e6, left);
}

void progress_add(Progress *p, gsize bytes)
{
	if (!p->terminal)
		return;
	g_mutex_lock(&p->lock);
	p->done++;
	p->bytes += bytes;
	gint64 now = g_get_monotonic_time();
	if (now - p->last >= EVERY)
		tell(p, now);
	g_mutex_unlock(&p->lock);
}

void progress_free(Progress *p)
{
	if (!p)
		return;
	if (p->shown)
		fprintf(stderr, "\r\033[K");
	g_mutex_clear(&p->lock);
	g_free(p);
}

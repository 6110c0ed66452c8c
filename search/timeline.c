#include "timeline.h"

#include <string.h>

/* The first month of all periods of a pilot; open starts come first. */
static int start_of(const Pilot *p)
{
	int start = G_MAXINT;

	for (guint i = 0; i < p->periods->len; i++)
		start = MIN(start, g_array_index(p->periods, Period, i).from);
	return start;
}

static gint by_start(gconstpointer a, gconstpointer b)
{
	const Pilot *x = *(Pilot *const *)a, *y = *(Pilot *const *)b;
	int p = start_of(x), q = start_of(y);

	return p != q ? (p < q ? -1 : 1) : strcmp(x->title, y->title);
}

static void stretch(Timeline *t, int month)
{
	if (month == PERIOD_OPEN)
		return;
	t->first = MIN(t->first, month);
	t->last = MAX(t->last, month);
}

Timeline *timeline_new(const Results *results)
{
	Timeline *t = g_new0(Timeline, 1);

	*t = (Timeline) { G_MAXINT, 0, PERIOD_OPEN, g_ptr_array_new(), 0 };
	for (guint i = 0; i < results->hits->len; i++) {
		const Hit *hit = results->hits->pdata[i];
		const Pilot *p = hit->pilot;
		t->reference = MAX(t->reference, month_of_date(p->reference_date));
		if (!p->periods->len) {
			t->without++;
			continue;
		}
		g_ptr_array_add(t->rows, hit->pilot);
		for (guint k = 0; k < p->periods->len; k++) {
			stretch(t, g_array_index(p->periods, Period, k).from);
			stretch(t, g_array_index(p->periods, Period, k).to);
		}
	}
	if (t->rows->len)
		stretch(t, t->reference);
	t->first -= t->first % 12;
	t->last += 11 - t->last % 12;
	g_ptr_array_sort(t->rows, by_start);
	return t;
}

void timeline_free(Timeline *t)
{
	if (!t)
		return;
	g_ptr_array_unref(t->rows);
	g_free(t);
}

void timeline_clip(const Timeline *t, const Period *period, int *from, int *to)
{
	*from = period->from == PERIOD_OPEN ? t->first : period->from;
	*to = period->to == PERIOD_OPEN ? t->last : period->to;
}

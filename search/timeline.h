/* Pilots against months: where each bar begins and ends, for whoever draws it. */
#ifndef SEARCH_TIMELINE_H
#define SEARCH_TIMELINE_H

#include "looptijd.h"
#include "results.h"

typedef struct {
	int first, last; /* months that the drawing spans, both included; years whole */
	int reference;   /* the month of the newest reference date; PERIOD_OPEN without one */
	GPtrArray *rows; /* of const Pilot *: those with a period, by their start */
	guint without;   /* pilots whose period could not be read */
} Timeline;

/* The results must outlive the timeline. */
Timeline *timeline_new(const Results *results);
void timeline_free(Timeline *timeline);

/* A period within the months of the timeline: an open side reaches its edge. */
void timeline_clip(const Timeline *timeline, const Period *period, int *from, int *to);

/* In timeline_text.c: appends it as text of the given width; ascii: no character beyond ASCII. */
void timeline_draw(GString *out, const Timeline *timeline, guint width, gboolean ascii);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Timeline, timeline_free)

#endif

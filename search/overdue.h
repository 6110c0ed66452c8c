/* Questions that should have been answered: open in this collection, and older than the rules of
 * order of the Tweede Kamer give a minister. */
#ifndef SEARCH_OVERDUE_H
#define SEARCH_OVERDUE_H

#include <jansson.h>

#include "index.h"

#define OVERDUE_DAYS 21   /* three weeks: Reglement van Orde of the Tweede Kamer */
#define OVERDUE_MOST 1000 /* questions that are looked at, the oldest first */

typedef struct {
	Pilot *paper;    /* the first of its open questions */
	guint questions; /* that are open */
	char *due;       /* the last day for an answer */
	int late;        /* days since */
} Overdue;

typedef struct {
	char *today;     /* the day of which it is told */
	GPtrArray *all;  /* of Overdue *: the longest first */
	guint postponed; /* questions whose answer was postponed: not among these */
	gboolean cut;    /* there are more open questions than were looked at */
} OverdueList;

/* NULL with XAPIAN_ERROR; empty without papers. The caller frees. */
OverdueList *overdue_find(Index *index, GError **error);
void overdue_free(OverdueList *list);

/* In search/render: appends it as text or JSON; FALSE for another format. */
gboolean overdue_render(GString *out, const OverdueList *list, const char *format);

/* As an object; a new reference. */
json_t *overdue_json(const OverdueList *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(OverdueList, overdue_free)

#endif

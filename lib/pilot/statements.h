/* What sentences say for sure of how a pilot stands: "De pilot is eind juni 2021 afgerond." */
#ifndef PILOT_STATEMENTS_H
#define PILOT_STATEMENTS_H

#include "factwords.h"

G_BEGIN_DECLS

typedef enum {
	STATES_FINISHED,
	STATES_STOPPED,
	STATES_RUNNING,
	STATES_STARTED, /* it has begun; whether it still goes on is not said */
	STATES_AHEAD    /* it has not begun yet */
} States;

typedef struct {
	States states;
	gboolean doubtful; /* of a noun that is not known: it may be the pilot */
	char *sentence;    /* verbatim */
} Statement;

/* The statements of a text, in its order: GArray of Statement, owned by the caller. Said of the
 * pilot itself, not of its evaluation, its first phase or one of its places; not hedged, denied, or
 * under a condition; and not of a day after now, a month as looptijd.h counts them. title: what the
 * pilot is called as well. is_period: the text is a Looptijd, of which every word is of the pilot.
 */
GArray *statements_find(const char *text, const char *title, gboolean is_period, int now,
			const FactWords *words);

G_END_DECLS

#endif

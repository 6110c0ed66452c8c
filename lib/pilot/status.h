/* The status of a pilot on its reference date, from what its text says. The rules are
 * in doc/status.md; they never look at today. */
#ifndef PILOT_STATUS_H
#define PILOT_STATUS_H

#include "factwords.h"
#include "pilot.h"

/* What decided a status, verbatim. */
typedef struct {
	Status status;
	char *why; /* the words that were followed; NULL when there are none (STATUS_ONBEKEND) */
	char *against; /* the words that say otherwise; NULL when there are none */
	char *doubt; /* what may say that it ended, and was not followed; NULL when nothing does */
} Decision;

/* From the sections, the periods and the reference date. The caller clears it. */
Decision status_decide(const Pilot *pilot, const FactWords *words);
void decision_clear(Decision *decision);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Decision, decision_clear)

#endif

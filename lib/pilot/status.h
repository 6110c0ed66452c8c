/* The status of a pilot on its reference date, from what its text says. The rules are
 * in doc/status.md; they never look at today. */
#ifndef PILOT_STATUS_H
#define PILOT_STATUS_H

#include "pilot.h"

/* Decides from the sections, the periods and the reference date. *why: the words that
 * decided, verbatim, owned by the caller; NULL when nothing did (STATUS_ONBEKEND). */
Status status_decide(const Pilot *pilot, char **why);

#endif

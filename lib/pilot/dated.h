/* What people read of a status: with its date, since that may be long ago, and whether the
 * period that is printed has ended since. All texts of it are made here, in Dutch, to be freed
 * by the caller; "today" is a month as in looptijd.h, of whoever asks. */
#ifndef PILOT_DATED_H
#define PILOT_DATED_H

#include "pilot.h"

G_BEGIN_DECLS

/* "lopend op 1 december 2021"; "lopend (peildatum onbekend)" without a reference date. *date,
 * unless NULL: at which byte of it the date begins, which goes on to its end; its length when
 * there is none. */
char *dated_status(const Pilot *pilot, gsize *date);

/* The last month that its Looptijd prints; PERIOD_OPEN when none could be read, or when one of
 * the periods has no end. */
int dated_end(const Pilot *pilot);

typedef enum { PAST_UNKNOWN, PAST_NO, PAST_YES } Past;

/* Whether that month is before today's; it says nothing of the status. */
Past dated_past(const Pilot *pilot, int today);

/* The same text, and behind it what that month is when it is past, unless the status says
 * already that the pilot is over: "lopend op 1 december 2021, looptijd eindigde december 2022". */
char *dated_line(const Pilot *pilot, int today);

G_END_DECLS

#endif

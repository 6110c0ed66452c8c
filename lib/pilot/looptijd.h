/* Periods as Dutch documents print them: "Najaar 2019 – december 2021", "Deel 1: …;
 * deel 2: vanaf 1 januari 2022". The rules are in doc/looptijd.md.
 *
 * A month is a number: 12 * year + month - 1; PERIOD_OPEN where there is none. */
#ifndef PILOT_LOOPTIJD_H
#define PILOT_LOOPTIJD_H

#include <glib.h>

#include "dates.h"

G_BEGIN_DECLS

#define PERIOD_OPEN G_MININT

typedef struct {
	int from, to; /* first and last month, both included */
	Precision from_precision, to_precision;
} Period;

/* The periods in a text, in order: GArray of Period, owned by the caller; empty when
 * none can be read. What is not sure is left out, never guessed. */
GArray *looptijd_parse(const char *text);

/* "2021-12" and back; PERIOD_OPEN gives NULL, and what is no month gives PERIOD_OPEN.
 * The caller frees. */
char *month_to_text(int month);
int month_from_text(const char *text);

/* "december 2021"; NULL for PERIOD_OPEN. The caller frees. */
char *month_long(int month);

/* The month of "2021-12-01"; PERIOD_OPEN for NULL. */
int month_of_date(const char *date);

/* "maand"; NULL for PRECISION_NONE. */
const char *precision_name(Precision precision);

G_END_DECLS

#endif

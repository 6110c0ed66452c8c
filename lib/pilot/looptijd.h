/* Periods as Dutch documents print them: "Najaar 2019 – december 2021", "Deel 1: …;
 * deel 2: vanaf 1 januari 2022". A small grammar: its terminals are in lexemes.h, its points in
 * points.c, its rules in looptijd.c; doc/looptijd.md shows all of it by examples.
 *
 * A month is a number: 12 * year + month - 1; PERIOD_OPEN where there is none. */
#ifndef PILOT_LOOPTIJD_H
#define PILOT_LOOPTIJD_H

#include <glib.h>

#include "dates.h"
#include "phrases.h"

G_BEGIN_DECLS

#define PERIOD_OPEN G_MININT

typedef struct {
	int from, to; /* first and last month, both included */
	Precision from_precision, to_precision;
} Period;

/* The periods of a Looptijd, in order: GArray of Period, owned by the caller. Every word of it
 * counts: when one of them may change the meaning and is not understood there are no periods at
 * all, and *unread, which may be NULL, is that word; the caller frees. Else it is NULL. words: what
 * else may stand there, with a Kind each (lexemes.h); or NULL. */
GArray *looptijd_parse(const char *text, const Phrases *words, char **unread);

/* The periods that prose names, whatever stands around them: the same. */
GArray *looptijd_find(const char *prose);

/* … and where: bytes of the text in lower case, with single spaces. */
typedef struct {
	Period period;
	guint start, end;
} NamedPeriod;

/* GArray of NamedPeriod, owned by the caller. */
GArray *looptijd_named(const char *prose);

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

/* What a reference is read with, a piece at a time: see reference.h. */
#ifndef PILOT_READING_H
#define PILOT_READING_H

#include "pattern.h"
#include "reference.h"

/* Of expressions. Every repetition in them is bounded: one look costs no more in a text of blanks.
 */
#define ANY_CASE (G_REGEX_CASELESS | G_REGEX_ANCHORED)
#define S "\\h{0,2}"
#define NUMBER_WORD "(?:nrs|nummers|nr|nummer)\\b\\.?"
#define NO_MORE "(?!\\d|\\pL|[.,:/]\\d|\\h\\d{3}(?!\\d))" /* a number ends here */
#define HOUSE "(?:,?" S "\\b(I/II|I en II|II|ll|I)\\b)?"
#define SESSION "(\\d{4})" S "[/–-]" S "(\\d{4}|\\d{2})(?!\\d)"

typedef struct {
	const char *text;
	gsize len, at;    /* where the reading is */
	gboolean typed;   /* a query: what is no text */
	GPtrArray *found; /* of Reference * */
} Reading;

/* What stands at the reading place, which moves behind it; NULL for something else. The pattern is
 * anchored. The caller frees. */
GMatchInfo *reading_eat(Reading *r, Pattern *pattern);
gboolean reading_eats(Reading *r, Pattern *pattern);
/* TRUE when a group has matched some text. */
gboolean reading_has(const GMatchInfo *match, int group);

/* Adds a reference; its id is taken over. */
void reading_add(Reading *r, char *take, gsize start, gsize end);

/* Adds the reference whose number ends at the reading place, and those behind it: "nrs. 180-182 en
 * 190". series: what the ids begin with; name: the word for the number, "" without. */
void reading_series(Reading *r, const char *series, const char *number, const char *name,
		    gsize start);

/* Each reads what it is named after, or leaves the reading where it was and gives FALSE. */
gboolean read_papers(Reading *r);    /* "Kamerstukken II 2018/19, 35 000 VI, nr. 47" */
gboolean read_questions(Reading *r); /* "Aanhangsel Handelingen II 2020/21, nr. 3235" */
gboolean read_journal(Reading *r);   /* "Stb. 2021, 123" */
gboolean read_id(Reading *r);        /* "stb-2021-123", "2021Z12345" */
gboolean read_ecli(Reading *r);      /* "ECLI:NL:RVS:2021:1234" */

#endif

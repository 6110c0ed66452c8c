/* The words of a Looptijd, each as what it means. */
#ifndef PILOT_LEXEMES_H
#define PILOT_LEXEMES_H

#include "dates.h"

typedef enum {
	L_END,
	L_NUMBER,    /* value */
	L_ORDINAL,   /* eerste, 3e */
	L_MONTH,     /* 1..12 */
	L_SPAN,      /* a season or a part of a year: an entry of spans[] */
	L_QUARTER,   /* kwartaal; value: its number, or 0 when that stands before it */
	L_HALF,      /* helft */
	L_DATE,      /* 01-03-2019: value is a month, exact to the day; day kept */
	L_ISO_MONTH, /* 2019-03 */
	L_DASH,
	L_SLASH,
	L_FROM,    /* vanaf */
	L_OF,      /* van: opens a range, or stands between a season and its year */
	L_TO,      /* tot: what follows is no longer in it */
	L_THROUGH, /* tot en met, uiterlijk: what follows is */
	L_OPEN,    /* loopt door */
	L_BREAK,   /* another period begins */
	L_OTHER
} Kind;

typedef struct {
	Kind kind;
	int value; /* of L_NUMBER …; of L_SPAN: its entry */
	int day;   /* of L_DATE */
} Lexeme;

/* Parts of a year, in months from January = 1; a season may end in the next year. */
typedef struct {
	const char *name;
	int first, last;
	Precision precision;
} YearPart;

/* That of an L_SPAN lexeme. */
const YearPart *lexeme_year_part(const Lexeme *lexeme);

/* Of 1900 to 2199: other numbers are no years. */
gboolean lexeme_is_year(int number);

/* The lexemes of a text, ended by an L_END: GArray of Lexeme, owned by the caller. */
GArray *lexemes_of(const char *text);

#endif

/* The words of a Looptijd, each as what it means. */
#ifndef PILOT_LEXEMES_H
#define PILOT_LEXEMES_H

#include "dates.h"
#include "phrases.h"

/* A kind is a letter, of which the rules of points.c and looptijd.c are made: THE terminals. */
typedef enum {
	/* points in time */
	L_YEAR = 'y',      /* 2021, '21 */
	L_NUMBER = 'n',    /* of a day or a quarter */
	L_ORDINAL = 'o',   /* eerste, 3e */
	L_MONTH = 'm',     /* 1..12 */
	L_SEASON = 's',    /* its place in the table of year parts */
	L_PART = 'b',      /* begin, medio, eind: the same */
	L_QUARTER = 'q',   /* Q3; year: when printed with it, else 0 */
	L_QUARTERS = 'k',  /* the word kwartaal: its number stands beside it */
	L_HALF = 'h',      /* H1; year as above */
	L_HALVES = 'H',    /* helft, halfjaar */
	L_WEEK = 'w',      /* week 12; year as above */
	L_SCHOOL = 'c',    /* schooljaar: the month in which it begins */
	L_DATE = 'd',      /* 01-03-2019: a month, exact to the day; day kept */
	L_ISO_MONTH = 'i', /* 2019-03, 3/2019, mrt-19: a month */
	L_YEARS = 'Y',     /* 2021-22: the first; day: the years between */
	/* what joins and leads to them */
	L_DASH = '-',
	L_SLASH = '/',
	L_AND = 'e',
	L_COMMA = ',',
	L_OPENING = '(', /* brackets of all kinds */
	L_CLOSING = ')',
	L_BREAK = ';',   /* a sentence or its part ends */
	L_LINE = 'l',    /* a line ends */
	L_PART_OF = '#', /* deel 2, fase A: another period of the pilot */
	L_FROM = 'f',    /* vanaf, start */
	L_OF = 'v',      /* van: opens a range, or stands between a season and its year */
	L_TO = 't',      /* tot: what follows is no longer in it */
	L_THROUGH = 'T', /* tot en met, uiterlijk: what follows is */
	L_END = 'z',     /* einde, eindigt */
	L_ENDED = 'Z',   /* afgerond, gestopt */
	L_OPEN = 'O',    /* loopt door, nader te bepalen */
	L_RUNNING = 'R', /* lopend: an open end, or only how it stands */
	L_BETWEEN = 'B', /* tussen … en … */
	/* what changes them */
	L_DURATION = 'D',  /* 24 maanden: months; 0 when they are no whole ones */
	L_EXTENDED = 'x',  /* verlengd */
	L_EXTENSION = 'E', /* verlenging: may be talk */
	L_OPTION = 'W',    /* mogelijk, optie: what follows is none of it */
	L_ORIGINAL = 'g',  /* oorspronkelijk */
	L_UNSURE = 'C',    /* circa, onder voorbehoud, niet */
	L_SUBJECT = 'S',   /* pilot: whose period it is */
	L_ASIDE = 'A',     /* evaluatie: whose period it is not */
	L_THEN = 'N',      /* daarna */
	L_CITATION = 'Q',  /* Stb.: the numbers behind it are of a law */
	/* the rest */
	L_FILLER = ' ',
	L_UNKNOWN = 'X',
	L_STOP = 0 /* behind the last */
} Kind;

typedef struct {
	Kind kind;
	int value;
	int day;             /* of L_DATE and L_YEARS */
	int year;            /* printed in the same word; else 0 */
	guint start, length; /* bytes of the text of lexemes_text() */
} Lexeme;

/* Parts of a year, in months from January = 1; a season may end in the next year. */
typedef struct {
	const char *name;
	int first, last;
	Precision precision;
} YearPart;

/* That of an L_SEASON or L_PART. */
const YearPart *lexeme_year_part(const Lexeme *lexeme);

/* A text as it is read: lower case, blanks and apostrophes of one kind. The caller frees. */
char *lexemes_text(const char *printed);

/* The lexemes of such a text, ended by an L_STOP: GArray of Lexeme, owned by the caller. words:
 * more phrases, with a Kind each; or NULL. */
GArray *lexemes_of(const char *text, const Phrases *words);

/* Whether a word in lower case is of a point in time: "2021", "maart", "medio". */
gboolean lexeme_is_time(const char *word);

#endif

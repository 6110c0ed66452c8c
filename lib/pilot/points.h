/* Points in time as they are printed: "eind maart 2021", "Q3 2021", "schooljaar 2021/22". */
#ifndef PILOT_POINTS_H
#define PILOT_POINTS_H

#include "lexemes.h"

/* From its first to its last month. Months count from January = 1 of its year, and may lie outside
 * it: a winter ends in month 14. */
typedef struct {
	int year;        /* 0: not printed */
	int first, last; /* 0 both: the month is not printed ("1 t/m 15 december") */
	int day;         /* 0: not to the day */
	gboolean within; /* a part of its month: "half juli" */
	int week;        /* of ISO 8601; 0: no week. Its months are known with its year. */
	Precision precision;
} Point;

/* The longest point at the lexemes of an array from i on; kinds: their letters. How many lexemes it
 * takes; 0 for none. before: a point that it may borrow from ("schooljaar 2019-2020 en 2020-2021"),
 * or NULL. */
guint point_take(const Lexeme *lexemes, const char *kinds, guint i, const Point *before,
		 Point *out);

/* Whether all of it is known and there is such a day or week. */
gboolean point_exists(const Point *point);

/* The month as looptijd.h counts them; it must exist. */
int point_first_month(const Point *point);
int point_last_month(const Point *point);

#endif

/* Dates as Dutch documents print them. */
#ifndef PILOT_DATES_H
#define PILOT_DATES_H

#include <glib.h>

/* How exact the side of a period is. */
typedef enum {
	PRECISION_NONE, /* of a side that is open */
	PRECISION_DAG,
	PRECISION_MAAND,
	PRECISION_KWARTAAL,
	PRECISION_SEIZOEN,
	PRECISION_JAARDEEL, /* begin, medio, half, eind, eerste helft */
	PRECISION_JAAR,
	N_PRECISIONS
} Precision;

/* 1..12 for a month name or its abbreviation ("december", "dec", "Mrt."), case
 * ignored; 0 for anything else. */
int date_month(const char *name);

/* "december" for 12. */
const char *date_month_name(int month);

/* Finds the first full date ("1 december 2021", "2021-12-01", "01-12-2021") in
 * text and returns it as "2021-12-01"; NULL when there is none. Caller frees. */
char *date_find(const char *text);

/* "1 december 2021" for "2021-12-01"; a copy of anything else. Caller frees. */
char *date_long(const char *iso);

/* TRUE for an existing day as "2021-12-01". */
gboolean date_is_valid(const char *iso);

/* The moment that it is, in seconds since 1970; or the one that SOURCE_DATE_EPOCH stands for, so
 * that a result is the same every time
 * (https://reproducible-builds.org/specs/source-date-epoch/). */
gint64 date_now(void);

#endif

/* What stands before the first pilot of an annex: its title, its date, and what is in no record. */
#ifndef INDEXER_HEADING_H
#define INDEXER_HEADING_H

#include <glib.h>

typedef struct {
	char *title, *date; /* NULL until found */
	char *date_text;    /* the text that has the date */
	guint intro;        /* words of what is neither, nor a remark on the whole (labels.h) */
	guint line;         /* of the first of them */
} Heading;

void heading_clear(Heading *heading);

/* "Bijlage 2 - … – peildatum 1 december 2021", "Stand van zaken per 1 december 2021": the first
 * text is the title; the date stands in it or below. FALSE for a text that tells neither. */
gboolean heading_read(Heading *heading, const char *text);

/* A heading over rows, which is no title. */
gboolean heading_date(Heading *heading, const char *text);

/* The same as heading_read(), and counts what it does not tell. */
void heading_count(Heading *heading, guint line, const char *text);

#endif

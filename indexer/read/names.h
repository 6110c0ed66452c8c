/* What people call the columns of an annex, and a title that goes on on the next page. */
#ifndef INDEXER_NAMES_H
#define INDEXER_NAMES_H

#include <glib.h>

#define NAME_MAX_BYTES 40 /* of the name of a column: what is longer is text */

/* "Pilot", "Naam van het project". */
gboolean name_is_title(const char *text);
/* Whether a text, such as the title of a document, speaks of pilots. */
gboolean name_has_pilot(const char *text);
/* A name that is of nothing else: "Naam van de pilot". */
gboolean name_is_pilot(const char *text);
/* "Nr." */
gboolean name_is_number(const char *text);

/* The title that one goes on with: "Loket (vervolg)", "Loket – vervolg 2", "Vervolg van Loket".
 * *marked: whether it cannot be the title of another pilot. NULL when it does not say so; the
 * caller frees. */
char *name_continued(const char *text, gboolean *marked);

#endif

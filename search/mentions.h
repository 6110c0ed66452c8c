/* What was told to parliament of a pilot: passages of papers that name it. */
#ifndef SEARCH_MENTIONS_H
#define SEARCH_MENTIONS_H

#include "search.h"

#define MENTIONS_SHOWN 5

/* The last that name it in full, newest first, one a publication; none for a pilot whose name is of
 * common words, which a text may have without meaning it. The caller frees; NULL with an error. */
Results *mentions_find(Index *index, const Pilot *pilot, GError **error);

/* Whether the pilot is surely meant where a text has this name of it. */
gboolean mentions_is_sure(Dutch *dutch, const Pilot *pilot, const char *name);

#endif

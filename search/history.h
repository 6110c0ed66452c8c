/* The other editions of a pilot that was found. */
#ifndef SEARCH_HISTORY_H
#define SEARCH_HISTORY_H

#include "search.h"

/* Fills hit->editions: all editions of the pilot, oldest first, each with what changed
 * since the one before it; empty for a pilot with one. doc is the one that was found. */
gboolean history_fill(Index *index, Hit *hit, XapianDoc *doc, GError **error);

#endif

/* Names of places and organisations in a text, from lists that editors keep. */
#ifndef INDEXER_GAZETTEER_H
#define INDEXER_GAZETTEER_H

#include <glib.h>

typedef struct Gazetteer Gazetteer;

typedef enum {
	GAZETTEER_ANYWHERE, /* a name counts wherever it stands (organisations) */
	GAZETTEER_SAID      /* only where the text says that it is a place: "in Utrecht",
			     * "gemeenten Purmerend en Amsterdam", a title */
} GazetteerMode;

/* Reads the text of a list: "Name = other; other" a line, # for remarks, ! before a name that is
 * also an ordinary word; "[Province]" before those that lie in it, "[geen provincie]" before those
 * that lie in none, "[provincies]" before the provinces themselves. NULL with an EDITED_ERROR for a
 * line without a name. */
Gazetteer *gazetteer_parse(const char *text, GazetteerMode mode, GError **error);
void gazetteer_free(Gazetteer *gazetteer);

/* Calls func with each name that is no ordinary word as well, in no order. */
void gazetteer_each(const Gazetteer *gazetteer, GFunc func, gpointer user);

/* Adds to found (of const char *, borrowed) the names in a text, as the list calls them, each
 * once; and to provinces, unless it is NULL, those that they lie in, or that are named themselves.
 */
void gazetteer_find(const Gazetteer *gazetteer, const char *text, gboolean is_title,
		    GPtrArray *found, GPtrArray *provinces);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Gazetteer, gazetteer_free)

#endif

/* Names of places and organisations in a text, from lists that editors keep. */
#ifndef INDEXER_GAZETTEER_H
#define INDEXER_GAZETTEER_H

#include <glib.h>

typedef struct Gazetteer Gazetteer;

typedef enum {
	GAZETTEER_ANYWHERE, /* a name counts wherever it stands (organisations) */
	GAZETTEER_SAID      /* only where the text says that it is a place: "in Utrecht",
			     * "gemeenten Purmerend en Amsterdam", a title; also in capitals */
} GazetteerMode;

/* Reads the text of a list. A line is "Name = other; other"; what stands behind " #" is a remark,
 * as is a line that starts with #. Of places:
 *   [Name = other]   the province of the lines below it, and a name itself; [] ends it. What
 *                    stands in brackets behind it, "Utrecht (provincie)", only tells it from a
 *                    place: the text has "provincie Utrecht"
 *   ?Name            also a word or a surname: not in a title that starts with it, nor in capitals
 *   !Name            counts only right behind "gemeente"
 * NULL with an EDITED_ERROR for a line without a name. */
Gazetteer *gazetteer_parse(const char *text, GazetteerMode mode, GError **error);
void gazetteer_free(Gazetteer *gazetteer);

/* Calls func with each name (const char *) that is no word as well, in no order. */
void gazetteer_each(const Gazetteer *gazetteer, GFunc func, gpointer user);

/* What texts name, of const char * as the list calls it, borrowed, each once. */
typedef struct {
	GPtrArray *names;     /* in the order of finding */
	GPtrArray *provinces; /* that they lie in, or are */
	GPtrArray *disputed;  /* those of the names that the list has in several provinces */
} GazetteerFound;

GazetteerFound *gazetteer_found_new(void);
void gazetteer_found_free(GazetteerFound *found);

/* Adds what a text names. */
void gazetteer_find(const Gazetteer *gazetteer, const char *text, gboolean is_title,
		    GazetteerFound *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Gazetteer, gazetteer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazetteerFound, gazetteer_found_free)

#endif

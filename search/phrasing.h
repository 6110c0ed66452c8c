/* The sentences of pilots by what they say, to find the ones that several pilots share:
 * phrases of a series or a scheme, which tell little of a pilot itself. */
#ifndef SEARCH_PHRASING_H
#define SEARCH_PHRASING_H

#include "pilot.h"

G_BEGIN_DECLS

#define PHRASING_MIN_WORDS 4 /* of a sentence: shorter ones are alike by chance */

typedef struct {
	const Section *section; /* of the pilot, borrowed */
	char *text;             /* verbatim */
	char *key;              /* the same for sentences with the same words; 16 hex digits; NULL
				 * for a sentence that is too short */
} Phrasing;

/* The sentences of a pilot but for its Looptijd, in order: GPtrArray of Phrasing *, owned
 * by the caller. */
GPtrArray *phrasing_of(const Pilot *pilot);

/* How many different keys two pilots have in common. */
guint phrasing_in_common(const GPtrArray *a, const GPtrArray *b);

G_END_DECLS

#endif

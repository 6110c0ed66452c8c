/* What changed in a pilot between two editions, sentence by sentence. */
#ifndef SEARCH_CHANGES_H
#define SEARCH_CHANGES_H

#include "pilot.h"

/* A sentence that only one of two editions has, verbatim. */
typedef struct {
	SectionKind section;
	gboolean added; /* in the newer; else removed from the older */
	char *sentence;
} Change;

/* In order of the sections, removed before added: GPtrArray of Change *, owned by the
 * caller. */
GPtrArray *changes_between(const Pilot *older, const Pilot *newer);

#endif

/* Pilots that a text names: in full, in part ("de wijkrechtbank"), or by a word that no other
 * pilot is called by ("de ADR-tool"). */
#ifndef SEARCH_PILOTNAMES_H
#define SEARCH_PILOTNAMES_H

#include "index.h"

/* What pilots are called, of an index; within bounds. */
typedef struct Names Names;

Names *names_new(Index *index);
void names_free(Names *names);

typedef struct {
	const char *id; /* as long as the names are */
	double share;   /* of its name that is there, above 0..1 */
} NamedPilot;

/* The pilots that a text names, by their ids: GArray of NamedPilot. The caller unrefs. */
GArray *names_find(const Names *names, Index *index, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Names, names_free)

#endif

/* Pilots, places, organisations and periods that a text names. */
#ifndef SEARCH_NAMED_H
#define SEARCH_NAMED_H

#include "index.h"

typedef struct Named Named;

Named *named_find(Index *index, const char *text);
void named_free(Named *named);

/* Adds what was recognised to texts (of char *): "plaats: Rotterdam". */
void named_tell(const Named *named, GPtrArray *texts);

/* What it adds to a pilot that it is named, or has what is named: 0..1. */
double named_lift(const Named *named, const Pilot *pilot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Named, named_free)

#endif

/* Pilots, places, organisations and periods that a text names. */
#ifndef SEARCH_ENTITIES_H
#define SEARCH_ENTITIES_H

#include "index.h"

typedef struct Entities Entities;

Entities *entities_find(Index *index, const char *text);
void entities_free(Entities *named);

/* Adds what was recognised to texts (of char *): "plaats: Rotterdam". */
void entities_tell(const Entities *named, GPtrArray *texts);

/* Whether it names anything but a period: what a question is about. */
gboolean entities_any(const Entities *named);

/* What it adds to a pilot that it is named, or has what is named: 0..1. */
double entities_lift(const Entities *named, const Pilot *pilot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Entities, entities_free)

#endif

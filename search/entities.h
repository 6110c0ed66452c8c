/* Pilots, places, organisations and periods that a text names. */
#ifndef SEARCH_ENTITIES_H
#define SEARCH_ENTITIES_H

#include "pilotnames.h"

typedef struct Entities Entities;

Entities *entities_find(Index *index, const Names *names, const char *text);
void entities_free(Entities *named);

/* Adds what was recognised to texts (of char *): "plaats: Rotterdam". */
void entities_tell(const Entities *named, GPtrArray *texts);

/* Whether it names anything but a period: what a question is about. */
gboolean entities_any(const Entities *named);

/* Whether it names a pilot, or a place that it has. */
gboolean entities_name(const Entities *named, const Pilot *pilot);

/* How much of the pilot's name it has, 0..1. */
double entities_share(const Entities *named, const Pilot *pilot);

/* What it adds that a place, an organisation or a period of the pilot is there: 0..1. */
double entities_places(const Entities *named, const Pilot *pilot);

/* What it adds to a pilot that it is named, or has what is named: 0..1. */
double entities_lift(const Entities *named, const Pilot *pilot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Entities, entities_free)

#endif

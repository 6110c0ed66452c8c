/* Pieces of the JSON record, for whoever puts them in a JSON answer. */
#ifndef PILOT_RECORD_H
#define PILOT_RECORD_H

#include <jansson.h>

#include "pilot.h"

/* New references; record_text gives null for NULL. */
json_t *record_text(const char *text);
json_t *record_strings(const GPtrArray *strings);
json_t *record_period(const Pilot *pilot);
json_t *record_source(const Source *source);
/* Adds what is said of a paper of parliament alone; nothing to a pilot. */
void record_add_paper(json_t *record, const Pilot *pilot);
/* The whole record. */
json_t *record_json(const Pilot *pilot);

#endif

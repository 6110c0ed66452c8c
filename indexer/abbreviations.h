/* Abbreviations that a text explains: "Prettig Contact met de Overheid (PCMO)". */
#ifndef INDEXER_ABBREVIATIONS_H
#define INDEXER_ABBREVIATIONS_H

#include "pilot.h"

typedef struct {
	char *abbreviation, *expansion;
} Abbreviation;

/* Those in the sections of a pilot, each once, in order of finding: GPtrArray of
 * Abbreviation *, owned by the caller. */
GPtrArray *abbreviations_find(const Pilot *pilot);
void abbreviation_free(gpointer abbreviation);

#endif

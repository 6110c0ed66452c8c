/* Abbreviations that a text explains: "Prettig Contact met de Overheid (PCMO)". */
#ifndef INDEXER_ABBREVIATIONS_H
#define INDEXER_ABBREVIATIONS_H

#include "pilot.h"

/* Those in the sections of a pilot, each once, in order of finding: GPtrArray of char *, such
 * as "PCMO=Prettig Contact met de Overheid"; the caller unrefs. */
GPtrArray *abbreviations_find(const Pilot *pilot);

#endif

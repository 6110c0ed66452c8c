/* A passage as a footnote that can be pasted. */
#ifndef PILOT_CITATION_H
#define PILOT_CITATION_H

#include "pilot.h"

/* The two Dutch styles: legal (Leidraad voor juridische auteurs) and the house
 * style of parliamentary papers. Without a verified Kamerstuk number both cite
 * the document by its title and date. section may be NULL. The caller frees. */
char *citation_leidraad(const Pilot *pilot, const Section *section);
char *citation_kamer(const Pilot *pilot, const Section *section);

/* The first style in two, for who cites one document often: the document, and the place in it with
 * as much as finds the document again. Neither ends with a stop. */
char *citation_source(const Pilot *pilot);
char *citation_short(const Pilot *pilot, const Section *section);

#endif

/* How each kind of record is cited: rows of kinds.c use these, others call citation.h. */
#ifndef PILOT_CITED_H
#define PILOT_CITED_H

#include "pilot.h"

G_BEGIN_DECLS

/* The ways of citation.h, by the order of its functions. */
typedef enum { CITE_LEIDRAAD, CITE_KAMER, CITE_SOURCE, CITE_SHORT } Cite;

/* section may be NULL; the caller frees. */
char *cited_pilot(const Pilot *pilot, const Section *section, Cite way);
char *cited_questions(const Pilot *paper, const Section *section, Cite way);
char *cited_letter(const Pilot *paper, const Section *section, Cite way);

G_END_DECLS

#endif

/* What papers say at their top of who asked what of whom: "Vragen van het lid Van Nispen (SP) aan
 * de Minister voor Rechtsbescherming over de rechtsbijstand (ingezonden 28 september 2021)." */
#ifndef KAMER_DESCRIPTION_H
#define KAMER_DESCRIPTION_H

#include "paper.h"

/* Fills what is empty and can be read: members with their parties, ministers who were asked, the
 * subject and when it was asked. What cannot be read stays as it is; FALSE when that is all. */
gboolean description_of_questions(const char *text, PaperDocument *document);
/* Of "Antwoord van Minister Koolmees (…) (ontvangen 21 juni 2021). Zie ook …": who answered, when,
 * and what it refers to. */
gboolean description_of_answer(const char *text, PaperDocument *document);

/* Members of a list as "Sneller, Bamenga (beiden D66) en Van Nispen (SP)". A party is of the name
 * before it, or of more where it says so ("beiden", "allen"). */
void description_members(const char *list, PaperDocument *document);

/* A fuller name, of the metadata: gives it to the one member whose name it ends with. FALSE when
 * there is none, or more than one. */
gboolean description_fuller_name(const char *name, PaperDocument *document);

#endif

/* Numbers of questions as papers print them: "Vraag 2, 3 en 4", "Antwoord op de vragen 1 t/m 3". */
#ifndef KAMER_QUESTIONNUMBERS_H
#define KAMER_QUESTIONNUMBERS_H

#include <glib.h>

/* The numbers that a heading of a question or an answer has, rising and each once (GArray of guint,
 * the caller unrefs). NULL when it has anything else, as "Vraag 2a" or a range that falls: then
 * nothing of it is sure. Empty when it has none ("Antwoord"). */
GArray *numbers_of_heading(const char *heading);

/* The numbers of the questions whose answer a text tells to see, when that is all it says: "Zie het
 * antwoord op vraag 7." The same array; NULL when it says more, or something else. */
GArray *numbers_to_see(const char *answer);

/* Those of the first list of questions in a text: 3 of "het antwoord op vraag 3 van …". The same
 * array, empty when there is none that can be read. */
GArray *numbers_of_questions(const char *text);

gboolean numbers_has(const GArray *numbers, guint number);
/* Adds one where it belongs. */
void numbers_add(GArray *numbers, guint number);
/* "2, 3". The caller frees. */
char *numbers_text(const GArray *numbers);

#endif

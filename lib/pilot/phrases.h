/* Words and phrases, each with what it means to whoever looks for it. */
#ifndef PILOT_PHRASES_H
#define PILOT_PHRASES_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct Phrases Phrases;

Phrases *phrases_new(void);
void phrases_free(Phrases *phrases);

/* A phrase in lower case, with single spaces; meaning: not 0. The first of two counts. "*evaluatie"
 * is any word that ends so: the head of a compound. */
void phrases_add(Phrases *phrases, const char *phrase, int meaning);

/* The same for each of "tot en met; t/m": blanks around them do not count. */
void phrases_add_all(Phrases *phrases, const char *list, int meaning);

/* What the longest phrase means that stands at the start of a text in lower case, and its length in
 * bytes; 0 for none. It ends where a word ends; a space of it may be any blank of the text. */
int phrases_at(const Phrases *phrases, const char *text, gsize *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Phrases, phrases_free)

G_END_DECLS

#endif

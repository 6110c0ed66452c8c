/* Parliamentary questions as they are pasted: one text into its questions. */
#ifndef SEARCH_QUESTIONS_H
#define SEARCH_QUESTIONS_H

#include <glib.h>

G_BEGIN_DECLS

#define QUESTIONS_MAX 100 /* of one text; what follows stays with the last */

typedef struct {
	char *number; /* as numbered: "1", "2 en 3"; by order where there are no numbers */
	char *text;   /* in one line, without its number */
} QuestionText;

/* "1. …", "1) …", "Vraag 1", each at the start of a line or behind the question before it.
 * What stands before the first (who asks whom, when) is left out, and so are answers
 * ("Antwoord op vraag 2 en 3") and footnotes. Without numbers every paragraph with a
 * question mark is a question, and without those the whole text is one. GPtrArray of
 * QuestionText *, owned by the caller; empty for text without letters. */
GPtrArray *questions_split(const char *text);

G_END_DECLS

#endif

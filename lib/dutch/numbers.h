/* Numbers that are printed in pieces: the groups of one number, the articles of a law. */
#ifndef DUTCH_NUMBERS_H
#define DUTCH_NUMBERS_H

#include <glib.h>

/* Where the number ends whose first digit stands at p: behind all its groups ("31 753",
 * "1 250,50"), or p when no blanks group it ("2019 300 zaken", "06 123 456 78"). Asked of the
 * numbers of text..end in their order; *judged, NULL before the first, is kept between them. */
const char *numbers_end(const char *text, const char *end, const char *p, const char **judged);

/* Takes the marks between groups out of a word, in place: "31 753" and "31.753" become "31753",
 * "1.250,50" becomes "1250,50". What is no grouped number stays: "2.1", "31.3.2021". */
void numbers_ungroup(char *word);

/* Calls func, if any, for each number of the articles that text[0..len) begins with ("12" and "13"
 * of "artt. 12 en 13 Wrb"), in bytes from its start. Returns where the last of them ends; 0 when it
 * begins with none. */
typedef void (*ArticleFunc)(gsize start, gsize end, gpointer user);
gsize articles_read(const char *text, gsize len, ArticleFunc func, gpointer user);

#endif

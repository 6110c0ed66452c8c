/* Parliamentary questions as they are pasted: one text into its questions. */
#ifndef SEARCH_QUESTIONS_H
#define SEARCH_QUESTIONS_H

#include "unmarked.h"

G_BEGIN_DECLS

/* By its marks: labels ("Vraag 1", "Vraag 2 en 3") are looked for first, then numbers that go
 * up ("1.", "(1)", "1 Bent u"), letters, bullets; without any of these each line or paragraph
 * with a question mark is a question, and without those the whole is one. Sub-questions ("a.",
 * "2b", "2.1") go with the number of their question, and with its words when it asks nothing
 * itself ("Kunt u aangeven: a. hoeveel"). What stands before and behind the questions is left
 * out, and so are answers, footnotes and what is of a mail or a page. The caller frees; there is
 * no question in text without letters. */
Questions *questions_split(const char *text, Split split);

G_END_DECLS

#endif

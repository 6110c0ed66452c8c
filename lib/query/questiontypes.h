/* What kind of answer a question wants (why, how many, when …), and which sentences of a pilot give
 * such answers: see corpus/vraagsoorten.ini. */
#ifndef QUERY_QUESTIONTYPES_H
#define QUERY_QUESTIONTYPES_H

#include <glib.h>

#include "pilot.h"

G_BEGIN_DECLS

#define QUESTION_TYPES 32 /* at most: a bit each */

typedef struct QuestionTypes QuestionTypes;

/* NULL with an EDITED_ERROR: a key or a section that does not exist, or too many types. */
QuestionTypes *questiontypes_parse(const char *text, GError **error);
void questiontypes_free(QuestionTypes *types);

/* The types that a question is of, a bit each; 0 for none that is known. */
guint questiontypes_of(const QuestionTypes *types, const char *question);

/* How much a sentence, text[0..len) of a section, looks like an answer to one of the types: 0..1.
 */
double questiontypes_answer(const QuestionTypes *types, guint asked, SectionKind section,
			    const char *text, gsize len);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(QuestionTypes, questiontypes_free)

G_END_DECLS

#endif

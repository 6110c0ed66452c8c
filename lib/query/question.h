/* Pasted text as a query: the words of it that say what it is about. */
#ifndef QUERY_QUESTION_H
#define QUERY_QUESTION_H

#include "context.h"
#include "node.h"

G_BEGIN_DECLS

#define QUESTION_WORDS 12     /* a longer text is a question, not a list of words */
#define ASKING_WORDS 3        /* that a text with a question mark has at least: "huur?" is a word */
#define QUESTION_MAX_WORDS 64 /* telling words that are used; the rest is left out */

/* The phrases that questions are made of; see corpus/vraagtaal.lst. */
typedef struct QuestionPhrases QuestionPhrases;

/* The table that an index keeps of the text of a phrases file: one phrase a line, # for
 * remarks. "~ kosten": what counts, but may be asked of any subject; "< deze": what points back
 * to a question before. Never fails: any other line is a phrase. The caller frees. */
char *question_phrases_table(const char *text, Dutch *dutch);
/* Takes the table. */
QuestionPhrases *question_phrases_open(char *take);
void question_phrases_free(QuestionPhrases *phrases);

/* TRUE for text with a question mark and words enough, or more than QUESTION_WORDS words; who
 * writes AND, OR or NOT has made a query, however long. */
gboolean question_is(const char *text);

/* The telling words of a question, and its expressions that the thesaurus knows or that name a
 * province, each once, as an AND; NULL when there are none. Adds the words that were left out
 * to ignored (of char *). */
QueryNode *question_parse(const char *text, QueryContext *context, const QuestionPhrases *phrases,
			  GPtrArray *ignored);

/* TRUE for a word that may be asked of any subject: "kosten". */
gboolean question_is_general(const QuestionPhrases *phrases, Dutch *dutch, const char *word);
/* TRUE for such a word, and for one that a question leaves out: "mensen". */
gboolean question_says_little(const QuestionPhrases *phrases, Dutch *dutch, const char *word);

/* TRUE for a word (at a byte of a text) with a capital that no sentence begins with: "Heerlen". */
gboolean question_is_name(const char *text, gsize at);

/* Whether a question says by itself what it is about: with two telling words that may not be
 * asked of any subject, with one when nothing points back, or with a name. "Wat zijn de
 * resultaten?" and "Wanneer is deze afgerond?" do not. */
gboolean question_has_subject(const char *text, QueryContext *context,
			      const QuestionPhrases *phrases);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(QuestionPhrases, question_phrases_free)

G_END_DECLS

#endif

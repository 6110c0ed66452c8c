/* The words of a document against those of its records: what is in no record, and on which line.
 *
 * Both are rows of words, matched from long runs to single words; so a word that was lost is not
 * made up for by the same word somewhere else. Words are letters or digits, in lower case; one that
 * a hyphen or a tag divides on one side only is the same word. */
#ifndef INDEXER_ACCOUNT_H
#define INDEXER_ACCOUNT_H

#include "report.h"

/* What becomes of a word. */
typedef enum {
	SAID_RECORD, /* in a record */
	SAID_ONCE,   /* in records, as often as may be: a label, the title of the document */
	SAID_APART,  /* in none, as it should be: heads of tables, numbers; or it is warned of */
	SAID_BEFORE, /* in none: an introduction */
	SAID_HIDDEN, /* in none: hidden, struck or deleted; not of the text but around it */
	N_SAID
} Said;

/* Between parts of a word that may be words of their own, as a tag in it may say (U+2063, invisible
 * separator). */
#define ACCOUNT_GLUE 0x2063
#define ACCOUNT_GLUED "\xe2\x81\xa3" /* the same */

/* A text of a document: a line, or a part of one. left_out: it is not shown, or not said any more,
 * and the reader knows. */
typedef void (*TextFunc)(guint line, const char *text, gboolean left_out, gpointer user);

typedef struct Account Account;

Account *account_new(void);
void account_free(Account *account);

/* A text of the document, in order. */
void account_source(Account *account, guint line, const char *text);
/* A text that the reader made of it, in about the order of the document. */
void account_say(Account *account, Said said, const char *text);

/* Warns of the lines with words of which nothing is said, and of words in records that are not in
 * the document. Adds to lines (of char *, the caller frees) what is in no record but said, and
 * how many words are where. When all is told; once. */
void account_close(Account *account, const char *path, Report *report, GPtrArray *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Account, account_free)

/* The words of a text. */
guint account_count(const char *text);

#endif

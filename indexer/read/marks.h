/* Marks of footnotes in plain text, and how raised text is written in it: figures as "¹²", all
 * else as "^a", "2^e".
 *
 * A mark is a number, "¹" or "[1]"; raised letters, "^a" or "ᵃ"; or "*", "**", "†". Of these only
 * a raised number is surely one: the others are what they are unless the document has a note to
 * them, which notes.h knows. */
#ifndef INDEXER_MARKS_H
#define INDEXER_MARKS_H

#include <glib.h>

typedef enum { MARK_NUMBER, MARK_BRACKETS, MARK_LETTER, MARK_SYMBOL, N_MARK_KINDS } MarkKind;

#define MARK_BYTES 24

typedef struct {
	MarkKind kind;
	guint number;          /* 0 when it is none */
	gboolean is_ordinal;   /* "2^e": it looks like a mark, and is none */
	char name[MARK_BYTES]; /* the same for a note and its marks: "1", "[1]", "^a", "*" */
} Mark;

/* "¹²" for "12". The caller frees. */
char *mark_raised(const char *digits);
/* What stands in <sup> as plain text: "1,2" or "[1]" as raised numbers, "e" as "^e". The caller
 * frees. */
char *mark_written(const char *raised);

/* What is to stand between a text and what is raised behind it: two raised numbers are not one. */
const char *mark_between(const GString *before, const char *raised);

/* The next mark in a text from *p on: where it starts, with *p behind it. NULL without one. text:
 * the whole, as what stands before a mark tells what it is. */
const char *mark_next(const char *text, const char **p, Mark *mark);

/* Whether a line is a note: it starts with a mark. Moves to its text. */
gboolean mark_opens(const char **line, Mark *mark);
/* Whether that is all there is. */
gboolean mark_is_all(const char *text);

/* A name without the marks behind it: "Doel" for "Doel¹". The caller frees. */
char *mark_without(const char *name);

#endif

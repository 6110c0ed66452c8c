/* The first look at a text: where its words are, and how they hang together. */
#ifndef DUTCH_WORDS_H
#define DUTCH_WORDS_H

#include <glib.h>

/* A word: a run of letters and digits, with what may stand inside one
 * (apostrophe, & and dots of abbreviations, numbers and host names). */
typedef struct {
	gsize start, end;           /* bytes */
	gsize char_start, char_end; /* characters */
	guint32 lower;              /* offset of its lower-case form in Words.pool */
	guint32 shorter;            /* the same without what stands in brackets, or NONE */
	guint chunk;                /* words with hyphens between them share a chunk */
	gboolean optional;          /* stands in brackets that belong to the chunk */
	gboolean hyphen_after;      /* "gewelds-" at the end of its chunk */
	gboolean hyphen_before;     /* "-tuinen" at the start of its chunk */
	gboolean host;              /* a host name */
	gboolean capitals;          /* all capitals: an abbreviation, not a compound */
} Word;

#define WORDS_NONE G_MAXUINT32

typedef struct {
	GArray *words; /* of Word, in order of the text */
	GString *pool; /* their strings, each NUL-terminated */
} Words;

void words_init(Words *words);
void words_clear(Words *words);

/* Replaces the contents with the words of text[0..len), valid UTF-8. */
void words_scan(Words *words, const char *text, gsize len);

static inline const char *words_string(const Words *words, guint32 offset)
{
	return words->pool->str + offset;
}

#endif

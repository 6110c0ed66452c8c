/* The words by which a Looptijd and a status are read, as an editor keeps them (corpus/feiten.lst).
 */
#ifndef PILOT_FACTWORDS_H
#define PILOT_FACTWORDS_H

#include "phrases.h"

G_BEGIN_DECLS

/* What a word says of a pilot: a letter, of which the rules of statements.c are made. */
typedef enum {
	SAYS_SUBJECT = 'S',       /* pilot */
	SAYS_ASIDE = 'A',         /* evaluatie */
	SAYS_FINISHED = 'F',      /* afgerond */
	SAYS_FINISHED_PAST = 'e', /* eindigde */
	SAYS_FINISHES = 'E',      /* eindigt */
	SAYS_STOPPED = 'T',       /* gestopt */
	SAYS_STOPPED_PAST = 't',  /* stopte */
	SAYS_STOPS = 's',         /* stopt */
	SAYS_RAN = 'r',           /* liep */
	SAYS_STARTED = 'G',       /* gestart */
	SAYS_STARTS = 'g',        /* start */
	SAYS_RUNS = 'R',          /* loopt */
	SAYS_EXTENDED = 'X',      /* verlengd */
	SAYS_PREPARED = 'B',      /* in voorbereiding */
	SAYS_UNSURE = 'M',        /* naar verwachting, zal */
	SAYS_IF = 'C',            /* zodra */
	SAYS_NOT = 'N',           /* niet, bijna */
	SAYS_NOT_YET = 'n',       /* nog niet */
	SAYS_PARTLY = 'L'         /* deels, eerste */
} Says;

typedef struct {
	Phrases *status; /* meanings are Says */
	Phrases *period; /* … and Kind (lexemes.h): what they are in a Looptijd */
} FactWords;

/* NULL with an EDITED_ERROR for a line that is not "soort = woord; woord". */
FactWords *factwords_parse(const char *text, GError **error);
void factwords_free(FactWords *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FactWords, factwords_free)

G_END_DECLS

#endif

/* Words of the language that say how other words of a query are meant, and how a list is asked for.
 */
#ifndef SEARCH_PLAINWORDS_H
#define SEARCH_PLAINWORDS_H

#include "phrases.h"

/* What a word is beside others. */
enum {
	IN = 1, /* leads to a place or a time, and says nothing more */
	PLACE,  /* gemeente: a name of a place follows */
	OWNER,  /* rechtbank: a name behind it is no place */
	AFTER,  /* na 2021 */
	BEFORE, /* voor 2021 */
	SIDE,   /* vanaf: part of the words of a period */
	EVENT,  /* gestart: a time behind it is of that alone */
	NOUN,   /* pilots: what the collection is of */
	PAPER,  /* begroting: a time behind it is of that alone */
	UNIT,   /* euro: a number before it is no year */
	THEME
};

typedef enum {
	OF_QUERIES,  /* what a word is beside others */
	OF_STATUS,   /* Status + 1 */
	OF_SECTIONS, /* SectionKind + 1 behind "in het"; negative where nothing leads to it */
	OF_LISTS,    /* plain_list() */
	N_VOCABULARIES
} Vocabulary;

/* The words of a vocabulary; kept for good. */
const Phrases *plain_words(Vocabulary v);

/* What is asked of the pilots of which a list or a number is wanted: "zijn afgerond" of "Hoeveel
 * pilots zijn afgerond?"; NULL for a text that asks for no list. The caller frees. */
char *plain_list(const char *text);

#endif

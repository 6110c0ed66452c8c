/* Dutch text analysis: text in, tokens out.
 *
 * One analysis serves the index, the query and the marking of passages, so a
 * word is understood in the same way everywhere. It knows nothing of indexes
 * or documents.
 *
 * Input is UTF-8 of any normalisation; offsets count from 0 in the text that
 * was given. Words are folded before they are stemmed: lower case, NFC for the
 * exact form, accents removed for the stem ("Cliënt": exact "cliënt", stem
 * "client"). All word lists are compiled in, so everybody gets the same
 * analysis; dutch_fingerprint() names it. */
#ifndef DUTCH_H
#define DUTCH_H

#include <glib.h>

#include "sieve.h"

G_BEGIN_DECLS

typedef struct Dutch Dutch;

typedef enum {
	DUTCH_WORD,      /* a word as printed; the only kind with a position of its own */
	DUTCH_JOINED,    /* hyphen or brackets taken away: rechts-hulp -> rechtshulp,
			  * (v)echt -> echt, a label of a host name */
	DUTCH_COMPLETED, /* a suspended compound: geweldsmisdrijven in "gewelds- en
			  * zedenmisdrijven" */
	DUTCH_ARTICLE,   /* an article of a law with its number: "artikel 13" of "art. 13" or
			  * "artikelen 12 en 13" */
	DUTCH_PART,      /* of a compound: one part or several on end, not the whole; or
			  * what a person does (huur in huurder) */
} DutchKind;

typedef struct {
	DutchKind kind;
	const char *exact; /* lower case, NFC, accents kept; of a part: folded */
	const char *stem;  /* folded and stemmed */
	const char *parts; /* of a compound: "huur+geschil"; "" otherwise, and for parts */
	guint run;         /* of a part: how many parts on end; 0 for what a person does */
	gboolean stop;     /* a stop word: carries no meaning of its own … */
	gboolean light;    /* … and none in an expression: an article, pronoun, auxiliary */
	guint position;    /* from 1; others than words stand at their word's */
	gsize start, end;  /* bytes in the text: what to mark for this token */
	gsize char_start, char_end; /* the same in characters */
	gsize word_start, word_end; /* bytes of the whole word that a part is of */
} DutchToken;

/* Called for each token: words in order of position, what several words make when the last
 * of them is known. The token and its strings are borrowed for the call. */
typedef void (*DutchTokenFunc)(const DutchToken *token, gpointer user);

/* Never fails: all it needs is compiled in. A Dutch may be used by one thread
 * at a time; it caches what it learns of words, within bounds. */
Dutch *dutch_new(void);
void dutch_free(Dutch *dutch);

/* Tokens of text[0..len). The text must be valid UTF-8. */
void dutch_analyse(Dutch *dutch, const char *text, gsize len, DutchTokenFunc func, gpointer user);

/* The same, but for words that a sieve holds back: those may be told of or not. */
void dutch_analyse_some(Dutch *dutch, const char *text, gsize len, const DutchSieve *sieve,
			DutchTokenFunc func, gpointer user);

/* Lower case, NFC; with accents removed as well. The caller frees. */
char *dutch_lower(const char *text);
char *dutch_fold(const char *text);

/* TRUE for a word of text (lower case) that is no stop word and is printed as its stem is. */
gboolean dutch_is_own_stem(Dutch *dutch, const char *word);

/* TRUE for a folded word of n letters that compounds are made with. */
gboolean dutch_is_part(const char *word, gsize n);

/* TRUE for a folded word of correct Dutch: one that Debian's wdutch has, or a compound of such
 * words. Of what is no Dutch one word in 10,000 passes. */
gboolean dutch_is_correct(const char *folded);

/* Identifies the analysis: what the stemmer makes of test words, and the word lists. Not the
 * stemmer's name or version: from Snowball 3 on the same stems have another name, and an index
 * stays good. Two programs with the same fingerprint make the same tokens. */
const char *dutch_fingerprint(void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Dutch, dutch_free)

G_END_DECLS

#endif

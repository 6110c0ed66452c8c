/* What leaves are made of: the words of an expression, terms, lists of queries. */
#ifndef QUERY_TERMS_H
#define QUERY_TERMS_H

#include "leaves.h"

/* A word, joined form or part, as the analysis sees it. */
typedef struct {
	char *exact, *stem;
	DutchKind kind;
	guint run;
} Token;

typedef struct {
	GArray *tokens; /* of Token; the caller unrefs */
	guint words;
	gboolean stop; /* only stop words */
} Words;

Words words_of(Build *b, const char *text);
const Token *token_at(const Words *words, guint i);

/* Adds a query, which is taken over; NULL adds nothing. */
void list_add(QueryList *list, XapianQuery *take);
/* Takes the query over; NULL stays NULL. */
XapianQuery *scaled(XapianQuery *take, double weight);

/* Notes what is done less than asked for. */
void limit(Build *b, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* A new leaf, by its number. */
guint leaf_add(Build *b, const char *text, const Field *field);
QueryLeaf *leaf_at(Build *b, guint leaf);
/* Notes exact words in a row that answer a leaf. */
void leaf_add_phrase(Build *b, guint leaf, const Words *words, QueryVia via, double weight);

/* Notes that a word of that kind (TERM_STEM, TERM_PART; "": as it is printed) answers a leaf,
 * and gives the query for it, in the field of the leaf. */
XapianQuery *answer(Build *b, guint leaf, const char *kind, const char *word, QueryVia via,
		    double weight);
/* How many documents have it, in any field. */
guint word_frequency(Build *b, const char *kind, const char *word);
/* TRUE for a stem that a large share of all documents has, as a word or a part. */
gboolean is_everywhere(Build *b, const char *stem);
/* A word as a whole and as a part of compounds, as one. */
XapianQuery *word_or_part(Build *b, guint leaf, const char *stem, QueryVia via, QueryVia via_part,
			  double weight);

#endif

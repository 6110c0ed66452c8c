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

/* The term of the index for a word, in the field of the leaf. The caller frees. */
char *index_term(Build *b, guint leaf, const char *kind, const char *word);
/* Notes that a term answers a leaf, and gives the query for it. */
XapianQuery *answer(Build *b, guint leaf, const char *kind, const char *word, QueryVia via,
		    double weight);
/* How many documents have that term. */
guint frequency(Build *b, guint leaf, const char *kind, const char *word);
/* How many documents have a stem, as a word or a part; field may be NULL. */
guint price_of_stem(Build *b, const Field *field, const char *stem);
/* Of a word as it stands. */
guint price_of_word(Build *b, const char *exact);
/* TRUE for a stem that a large share of all documents has, as a word or a part. */
gboolean is_everywhere(Build *b, guint leaf, const char *stem);
/* A word as a whole and as a part of compounds, as one. */
XapianQuery *word_or_part(Build *b, guint leaf, const char *stem, QueryVia via, QueryVia via_part,
			  double weight);

#endif

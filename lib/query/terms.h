/* What leaves are made of: the query while it is made, the words of an expression, terms,
 * lists of queries. */
#ifndef QUERY_TERMS_H
#define QUERY_TERMS_H

#include "query.h"

/* The query while it is made. */
typedef struct {
	QueryContext *context;
	Query *query;
	guint documents;   /* in the index; 0 without one */
	gboolean spare;    /* weaker ways cost too much: many words, and pilots enough to find */
	gboolean alone;    /* the query is one word: what drowns it drowns all */
	GHashTable *dear;  /* of const QueryNode *: words that too many pilots have */
	GHashTable *asked; /* of char *: stems of all words of the query */
	guint64 expanded;  /* pilots that the words of wildcards have so far */
	guint64 families;  /* the same of families */
} Build;

/* Two readings of a part of a query: all that is asked for, and any of it. The
 * first only decides what a full match is; the weights are of the second. */
typedef struct {
	XapianQuery *full, *any;
	gboolean weaker; /* any has ways that full has not */
} QueryPair;

typedef GPtrArray QueryList; /* of XapianQuery * */
QueryList *query_list_new(void);
/* Combines and frees the list; one query stays itself, none is NULL. */
XapianQuery *query_list_combine(XapianOp op, QueryList *list);

/* Adds a query, which is taken over; NULL adds nothing. */
void query_list_add(QueryList *list, XapianQuery *take);
/* Takes the query over; NULL stays NULL. */
XapianQuery *query_scaled(XapianQuery *take, double weight);

/* Notes what is done less than asked for. */
void build_limit(Build *b, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* The destroy function of Query.leaves. */
void leaf_free(gpointer leaf);
/* A new leaf, by its number. */
guint leaf_add(Build *b, const char *text, const Field *field);
QueryLeaf *leaf_at(Build *b, guint leaf);
/* Notes exact words in a row that answer a leaf. */
void leaf_add_phrase(Build *b, guint leaf, const Expression *words, QueryVia via, double weight);

/* Notes that a word of that kind (TERM_STEM, TERM_PART; "": as it is printed) answers a leaf,
 * and gives the query for it, in the field of the leaf. */
XapianQuery *leaf_answer(Build *b, guint leaf, const char *kind, const char *word, QueryVia via,
			 double weight);
/* The words in a row; NULL for no words. In a field each of them must stand there. */
XapianQuery *leaf_phrase(Build *b, guint leaf, const Expression *w);
/* TRUE for a number of pilots that is a large share of all. */
gboolean build_is_common(Build *b, guint pilots);
/* TRUE for a stem that a large share of all documents has, as a word or a part. */
gboolean build_is_everywhere(Build *b, const char *stem);
/* A word as a whole and as a part of compounds, as one. */
XapianQuery *leaf_word_or_part(Build *b, guint leaf, const char *stem, QueryVia via,
			       QueryVia via_part, double weight);

#endif

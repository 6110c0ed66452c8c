/* A query ready to run: the tree of parse.h, in terms of the index.
 *
 * A leaf is a word, phrase or wildcard that the user asked for; each has one or
 * more terms that answer it, each through something ("via"). The same terms
 * find pilots in the index and mark words in a text, so what is marked is what
 * was matched. */
#ifndef QUERY_H
#define QUERY_H

#include <glib.h>

#include "analysis.h"
#include "context.h"
#include "node.h"
#include "questiontypes.h"

G_BEGIN_DECLS

/* How a term answers a leaf, strongest first. Names in query_via_name(). */
typedef enum {
	VIA_EXACT,     /* the very word, or a phrase */
	VIA_STEM,      /* another form of the word */
	VIA_JOINED,    /* the same word with or without hyphen or brackets */
	VIA_COMPLETED, /* a suspended compound */
	VIA_PART,      /* a compound that has the word as a part */
	VIA_WILDCARD,  /* a word that starts or ends as asked */
	VIA_THESAURUS, /* another word for it */
	VIA_PROVINCE,  /* it lies in the province that the word names, which no word of it says */
	VIA_OWN_PART,  /* a part of the word that was asked */
	VIA_FAMILY,    /* a word that begins in the same way: it may be relevant */
	N_VIAS
} QueryVia;

/* Exact words in a row that answer a leaf. */
typedef struct {
	GPtrArray *words; /* of char *, lower case */
	QueryVia via;
	double weight;
} QueryPhrase;

typedef struct {
	char *text, *lower;     /* as typed, without quotes; and in lower case, in one piece */
	const Field *field;     /* NULL: anywhere */
	GPtrArray *phrases;     /* of QueryPhrase * */
	GPtrArray *families;    /* of char *: what the stems of its family begin with */
	GPtrArray *others;      /* of char *: what the thesaurus added, as written there */
	char *province;         /* that it names, folded (query_province()); NULL for none … */
	double province_weight; /* … and what lying there weighs */
	char *reference;        /* id of a publication that it stands for (reference.h), or NULL */
	gboolean is_wildcard;
	double rarity; /* 0..: how telling, from the index; 1 without an index */
} QueryLeaf;

/* One way in which a term answers a leaf. */
typedef struct {
	guint leaf;
	QueryVia via;
	double weight; /* 1 for the word itself, less for weaker ways */
} QueryTerm;

typedef enum {
	QUERY_WORDS,    /* who asks wants all of it: what has it all stands on top */
	QUERY_QUESTION, /* a text in words: the most telling count, none is needed */
	QUERY_THEME     /* a list of ways to say the same: any of them is a full match */
} QueryMode;

typedef struct {
	QueryMode mode;
	GPtrArray *leaves;  /* of QueryLeaf *: what is asked for, not what is excluded */
	GHashTable *terms;  /* kind and word -> GArray of QueryTerm */
	GPtrArray *ignored; /* of char *: words that were left out, as typed */
	GPtrArray *limited; /* of char *: Dutch sentences, what was done less than asked for */
	char *understood;   /* for people: the query, and what the thesaurus adds */
	XapianQuery *xapian;
	DutchSieve *sieve; /* of its words; NULL: any word may answer it */
	const QuestionTypes *question_types;
	guint asked;      /* of those, what a question is of (questiontypes.h); else 0 */
	gboolean partial; /* hits may lack some of the words; those that have all
			   * weigh at least QUERY_FULL more */
} Query;

#define QUERY_FULL 10000.0

/* node may be NULL: then every pilot matches. NULL only with an error of the context. */
Query *query_new(QueryContext *context, const QueryNode *node, QueryMode mode, GError **error);
void query_free(Query *query);

/* Whether it asks for a publication. */
gboolean query_has_references(const Query *query);

/* Whether the query looks at positions: for words in a row, or in a field. */
gboolean query_has_phrases(const Query *query);

/* A query among what a filter matches. phrases: there are some in it. Then the filter is a
 * double negation: Xapian 1.4.22 weighs phrases below OR that do not match, when what is
 * above them asks for one document at a time, as a filter does. */
XapianQuery *query_among(const XapianQuery *query, const XapianQuery *filter, gboolean phrases);

/* Pilots with a value in a filter field, under any of the names that the thesaurus has
 * for it ("'s-Gravenhage": Den Haag); a province for a place is all that lies in it. Weightless. */
XapianQuery *query_filter(QueryContext *context, const Field *field, const char *value);

const char *query_via_name(QueryVia via);

/* A place in a text that answers a leaf, in bytes from its start. */
typedef struct {
	gsize start, end;
	gsize word_start, word_end; /* bytes of the whole word, when it is a part of one */
	QueryTerm term;
} QueryMatch;

/* All of them in a text that belongs to `field`, in order: GArray of QueryMatch;
 * the caller unrefs. They may overlap. */
GArray *query_match(const Query *query, Dutch *dutch, const Field *field, const char *text);

/* Calls func for each word and stem that the query looks for as it stands: not for the
 * beginnings and ends of wildcards and families. One may come more than once. */
typedef void (*QueryWordFunc)(const char *word, gpointer user);
void query_each_word(const Query *query, QueryWordFunc func, gpointer user);

/* What its words are found by: the sieve of a finished query. NULL where that may be any word.
 * The caller frees. */
DutchSieve *query_sieve(const Query *query);

/* The same as query_match(), but for references that words in a row do not find, of a text that is
 * analysed already (its number as in analysis.h);
 * only tokens of which a string is wanted (a byte each) are looked at. */
GArray *query_match_analysed(const Query *query, const Field *field, const Analysis *analysis,
			     guint number, const guchar *wanted);

/* ---- against all texts of a pilot ---- */

typedef struct {
	GArray *title;       /* of QueryMatch */
	GPtrArray *sections; /* of GArray of QueryMatch: one for each section, in order */
} PilotMatches;

/* The caller frees. */
PilotMatches *pilotmatch_find(const Query *query, const Pilot *pilot, Dutch *dutch);
/* The same in what was made of it; wanted (a byte for each string of it) says which strings
 * are worth a look. */
PilotMatches *pilotmatch_find_analysed(const Query *query, const Pilot *pilot,
				       const Analysis *analysis, const guchar *wanted);
void pilotmatch_free(PilotMatches *matches);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PilotMatches, pilotmatch_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Query, query_free)

G_END_DECLS

#endif

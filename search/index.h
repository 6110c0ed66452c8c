/* An index, opened and checked for reading. */
#ifndef SEARCH_INDEX_H
#define SEARCH_INDEX_H

#include "context.h"
#include "pilot.h"
#include "question.h"
#include "questiontypes.h"
#include "sources.h"

typedef struct Index {
	char *path;
	XapianReader *reader;
	Dutch *dutch;
	GPtrArray *themes; /* of Theme * */
	Thesaurus *thesaurus;
	QueryContext *context; /* where words are looked up */
	QuestionPhrases *phrases;
	QuestionTypes *question_types; /* NULL until asked for: index_question_types() */
	GPtrArray *documents;          /* of Document *: what it was made of */
	char *sources;                 /* that their strings stand in */
	GPtrArray *missing; /* of char *: parts that could not be reached; mostly empty */
	struct Index
		*papers;    /* of parliament, an index of their own (schema.h); NULL without any */
	gboolean of_papers; /* this is that one */
	GHashTable *pilots; /* document id -> Pilot: those that were read, within bounds */
} Index;

#define INDEX_ERROR (index_error_quark())
typedef enum {
	INDEX_ERROR_MISSING, /* nothing there */
	INDEX_ERROR_OTHER    /* another version, or made with another analysis */
} IndexErrorCode;
GQuark index_error_quark(void);

/* Opens the index in a directory, or of a stub. partial: goes on without servers that cannot
 * be reached, and names them in missing. NULL with INDEX_ERROR (the message holds the
 * command that mends it) or XAPIAN_ERROR. */
Index *index_open(const char *path, gboolean partial, GError **error);
void index_free(Index *index);

/* The pilot in a document of the index; NULL for one that cannot be read. The caller
 * frees, and does not change it: a server keeps those it read. */
Pilot *index_read_pilot(Index *index, XapianDoc *doc, GError **error);

/* The documents that have a word with this stem, as it is or as a part of another, whichever
 * are more. */
guint index_frequency(const Index *index, const char *stem);

/* How telling a word is that so many documents have (not 0): the fewer the more. */
double index_rarity(const Index *index, double documents);

/* The types of questions that it knows; read when first asked for. NULL with an error. */
const QuestionTypes *index_question_types(Index *index, GError **error);

/* The document of the newest edition of the pilot with an id. NULL with
 * XAPIAN_ERROR_NOT_FOUND without one. The caller frees. */
XapianDoc *index_find(Index *index, const char *id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Index, index_free)

#endif

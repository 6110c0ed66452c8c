/* A pilot as a document of the index. */
#ifndef INDEX_PILOTDOC_H
#define INDEX_PILOTDOC_H

#include "analysis.h"
#include "xapian-c.h"

G_BEGIN_DECLS

/* What a pilot is among its editions, in annexes of different dates. */
typedef struct {
	const char *identity; /* the same for all editions of a pilot: the id of the oldest */
	gboolean is_latest;   /* the newest */
	gboolean owns_id;     /* the newest with this id */
	gboolean has_others;  /* it is not the only one */
} Relation;

/* The unique term of a pilot: its annex and its id. The caller frees. */
char *pilotdoc_unique(const char *annex, const char *id);

/* The document, with the pilot as its data. abbreviations: what its text explains, of char *
 * ("SJD=sociaal-juridische dienstverlening"). added: when it came into the index, in seconds since
 * 1970. The caller frees. */
XapianDoc *pilotdoc_new(Pilot *pilot, const Analysis *analysis, const Relation *relation,
			const GPtrArray *abbreviations, gint64 added);

/* Gives a document the relation of its pilot to other editions; was: the one that it has,
 * NULL for a new document. */
void pilotdoc_set_relation(XapianDoc *doc, const char *id, const Relation *was,
			   const Relation *now);

G_END_DECLS

#endif

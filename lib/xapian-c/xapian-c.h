/* xapian-c: the part of Xapian 1.4 that a search program in C needs.
 *
 * Objects are opaque. Every _new/_open returns an object that the caller frees
 * with the matching _free (which takes NULL; g_autoptr works on all of them).
 * Arguments are borrowed for the call only, unless a comment says otherwise.
 *
 * Strings: terms, words, paths and metadata keys are NUL-terminated UTF-8.
 * Document data, values and metadata are bytes (pointer, length); what comes
 * back is g_malloc'ed, owned by the caller, and always has a NUL after its
 * last byte, so text can be used as a C string. Document ids and slots are
 * 32-bit and ids start at 1, as in Xapian.
 *
 * Errors: no C++ exception crosses this header. A function that can fail
 * takes a GError ** last and returns FALSE or NULL with it set, in the domain
 * XAPIAN_ERROR; the message says what happened and ends in a hint where there
 * is one. XapianDoc and XapianQuery are built with many small calls, so these
 * keep the first error inside the object instead, and the call that uses the
 * object (store, run) reports it.
 *
 * Threads: an object may be used by one thread at a time; different readers
 * and writers are independent of each other.
 *
 * Source of the semantics: Xapian 1.4 API documentation. */
#ifndef XAPIAN_C_H
#define XAPIAN_C_H

#include <glib.h>

G_BEGIN_DECLS

/* ---- errors ---------------------------------------------------------- */

#define XAPIAN_ERROR (xapian_error_quark())

typedef enum {
	XAPIAN_ERROR_FAILED,    /* anything without a code of its own */
	XAPIAN_ERROR_NOT_FOUND, /* no database there, or no such document */
	XAPIAN_ERROR_OPENING,   /* there is something, but it is not a usable database */
	XAPIAN_ERROR_VERSION,   /* a database format this Xapian does not read */
	XAPIAN_ERROR_CORRUPT,   /* damaged database */
	XAPIAN_ERROR_LOCKED,    /* another writer holds the database */
	XAPIAN_ERROR_MODIFIED,  /* the database changed under the reader, again and again */
	XAPIAN_ERROR_NETWORK,   /* a remote database cannot be reached */
	XAPIAN_ERROR_TIMEOUT,   /* a remote database did not answer in time */
	XAPIAN_ERROR_INVALID,   /* an argument or a query that Xapian refuses */
	XAPIAN_ERROR_WILDCARD,  /* a wildcard expands to more terms than allowed */
	XAPIAN_ERROR_MEMORY     /* out of memory */
} XapianErrorCode;

GQuark xapian_error_quark(void);

/* ---- documents ------------------------------------------------------- */

typedef struct XapianDoc XapianDoc;

XapianDoc *xapian_doc_new(void);
void xapian_doc_free(XapianDoc *doc);

void xapian_doc_set_data(XapianDoc *doc, const char *data, gsize len);
/* A term for filters only: it weighs nothing and adds nothing to the length. */
void xapian_doc_add_boolean_term(XapianDoc *doc, const char *term);
/* A term at a position, for phrases; positions count from 1. */
void xapian_doc_add_posting(XapianDoc *doc, const char *term, guint position, guint wdf);
void xapian_doc_set_value(XapianDoc *doc, guint32 slot, const char *value, gsize len);
/* Takes a term out, with its positions; one that is not there is no error. */
void xapian_doc_remove_term(XapianDoc *doc, const char *term);
/* A number, stored so that the order of the bytes is the order of the numbers. */
void xapian_doc_set_number(XapianDoc *doc, guint32 slot, double number);

/* The id of a document that was read from a database, in all its shards; 0 for a new one. */
guint32 xapian_doc_id(const XapianDoc *doc);
char *xapian_doc_data(XapianDoc *doc, gsize *len, GError **error);
char *xapian_doc_value(XapianDoc *doc, guint32 slot, gsize *len, GError **error);
/* The number in a slot, or `missing` when the slot is empty. */
double xapian_doc_number(XapianDoc *doc, guint32 slot, double missing, GError **error);

/* Called for each term in byte order; return FALSE to stop. */
typedef gboolean (*XapianTermFunc)(const char *term, guint frequency, gpointer user);

/* ---- queries --------------------------------------------------------- */

/* An immutable query. Combining copies references, not trees, so the parts may
 * be freed at once. There is no OP_MAX: it crashes Xapian 1.4.22. */
typedef struct XapianQuery XapianQuery;

typedef enum {
	XAPIAN_AND,
	XAPIAN_OR,
	XAPIAN_AND_NOT,   /* the first, without any of the others */
	XAPIAN_AND_MAYBE, /* the first; the others only add weight */
	XAPIAN_FILTER,    /* the first, weighed; the others must match, unweighed */
	XAPIAN_PHRASE,    /* terms in order within `window` positions */
	XAPIAN_SYNONYM    /* OR, weighed as if it were one term */
} XapianOp;

XapianQuery *xapian_query_term(const char *term);
/* Matches every document, with weight 0. */
XapianQuery *xapian_query_all(void);
XapianQuery *xapian_query_nothing(void);
/* window: for PHRASE the span in positions (0: the number of queries); ignored by the others. */
XapianQuery *xapian_query_combine(XapianOp op, XapianQuery *const *queries, gsize n, guint window);
XapianQuery *xapian_query_pair(XapianOp op, const XapianQuery *left, const XapianQuery *right);
/* Multiplies the weight; factor >= 0. */
XapianQuery *xapian_query_scale(const XapianQuery *query, double factor);
/* Every document, with the same weight: AND it to a filter to give it a fixed weight. */
XapianQuery *xapian_query_fixed(double weight);
/* Documents whose number in a slot (xapian_doc_set_number) is begin..end. */
XapianQuery *xapian_query_number_range(guint32 slot, double begin, double end);
XapianQuery *xapian_query_copy(const XapianQuery *query);
/* Xapian's own description, for debugging and --explain. Caller frees. */
char *xapian_query_describe(const XapianQuery *query);
void xapian_query_free(XapianQuery *query);

/* ---- reader ---------------------------------------------------------- */

typedef struct XapianReader XapianReader;

/* Opens a database directory, a stub file, or a directory that holds a stub
 * file XAPIANDB. A read that meets DatabaseModifiedError reopens and tries
 * again, twice, by itself. */
XapianReader *xapian_reader_open(const char *path, GError **error);
/* Opens a database served by xapian-tcpsrv. timeout in milliseconds. */
XapianReader *xapian_reader_open_remote(const char *host, guint port, guint timeout,
					GError **error);
/* Adds the databases of `other`, as shards of one collection. */
gboolean xapian_reader_add(XapianReader *reader, const XapianReader *other, GError **error);
void xapian_reader_free(XapianReader *reader);

/* Statistics; 0 with error set when the database cannot be read. */
guint xapian_reader_doccount(XapianReader *reader, GError **error);
guint xapian_reader_termfreq(XapianReader *reader, const char *term, GError **error);
char *xapian_reader_uuid(XapianReader *reader, GError **error);
/* "" when the key is not set; len may be NULL. */
char *xapian_reader_metadata(XapianReader *reader, const char *key, gsize *len, GError **error);
/* All metadata keys that start with prefix; frequency is 0. */
gboolean xapian_reader_metadata_keys(XapianReader *reader, const char *prefix, XapianTermFunc func,
				     gpointer user, GError **error);
XapianDoc *xapian_reader_document(XapianReader *reader, guint32 docid, GError **error);
/* The first document with this (unique) term; XAPIAN_ERROR_NOT_FOUND without one. */
XapianDoc *xapian_reader_find(XapianReader *reader, const char *term, GError **error);
/* Whether document docid has all that a document can have: data, terms, and a term with positions.
 * Xapian 1.4 takes a table of these that it cannot open for one that is not there, and so loses it
 * without an error. */
gboolean xapian_reader_is_whole(XapianReader *reader, guint32 docid, GError **error);
/* All terms that start with prefix, with the number of documents that have each. */
gboolean xapian_reader_terms(XapianReader *reader, const char *prefix, XapianTermFunc func,
			     gpointer user, GError **error);
/* Ids of the documents that have a term ("": all documents), ascending: guint32 in a GArray. */
GArray *xapian_reader_docids(XapianReader *reader, const char *term, GError **error);
/* The likeliest spelling of a word within `distance` edits, from what writers
 * added with xapian_writer_add_spelling; "" when there is none better. */
char *xapian_reader_spelling(XapianReader *reader, const char *word, guint distance,
			     GError **error);
/* All spelling words with their frequency. */
gboolean xapian_reader_spellings(XapianReader *reader, XapianTermFunc func, gpointer user,
				 GError **error);

/* ---- running a query ------------------------------------------------- */

typedef struct XapianEnquire XapianEnquire;
typedef struct XapianMatches XapianMatches;

typedef enum {
	XAPIAN_WEIGHT_BM25, /* k1 k2 k3 b min_normlen; default 1 0 1 0.5 0.5 */
	XAPIAN_WEIGHT_BOOL  /* none: every match weighs 0 */
} XapianWeighting;

typedef enum { XAPIAN_SORT_VALUE_THEN_RELEVANCE, XAPIAN_SORT_RELEVANCE_THEN_VALUE } XapianSort;

typedef struct {
	guint32 docid;
	double weight;
	int percent; /* 0..100, of the best possible match */
} XapianHit;

/* The reader must outlive the enquire and its matches. */
XapianEnquire *xapian_enquire_new(XapianReader *reader, GError **error);
void xapian_enquire_free(XapianEnquire *enquire);
gboolean xapian_enquire_set_query(XapianEnquire *enquire, const XapianQuery *query, GError **error);
/* Missing parameters (n too small) take Xapian's defaults. */
gboolean xapian_enquire_set_weighting(XapianEnquire *enquire, XapianWeighting scheme,
				      const double *parameters, gsize n, GError **error);
void xapian_enquire_set_sort(XapianEnquire *enquire, XapianSort sort, guint32 slot,
			     gboolean descending);
/* Drops hits under a percentage (0..100) or a weight. */
void xapian_enquire_set_cutoff(XapianEnquire *enquire, int percent, double weight);
/* Counts the values of a slot over the documents that the match looks at. */
void xapian_enquire_count_values(XapianEnquire *enquire, guint32 slot);

/* Hits first .. first+max-1; at least check_at_least documents are looked at
 * (the number of documents in the database makes counts exact). */
XapianMatches *xapian_enquire_run(XapianEnquire *enquire, guint first, guint max,
				  guint check_at_least, GError **error);
void xapian_matches_free(XapianMatches *matches);

guint xapian_matches_size(const XapianMatches *matches);
XapianHit xapian_matches_hit(const XapianMatches *matches, guint i);
XapianDoc *xapian_matches_document(const XapianMatches *matches, guint i, GError **error);
/* How many documents match: bounds and estimate. */
guint xapian_matches_estimated(const XapianMatches *matches);
guint xapian_matches_lower_bound(const XapianMatches *matches);
guint xapian_matches_upper_bound(const XapianMatches *matches);
double xapian_matches_max_attained(const XapianMatches *matches);
/* Counted values of a slot, most frequent first; frequency is the count. */
gboolean xapian_matches_values(const XapianMatches *matches, guint32 slot, XapianTermFunc func,
			       gpointer user, GError **error);

/* How many documents were looked at for that. */
guint xapian_matches_counted(const XapianMatches *matches, guint32 slot);

/* ---- writer ---------------------------------------------------------- */

typedef struct XapianWriter XapianWriter;

typedef enum {
	XAPIAN_WRITER_CREATE, /* fails when there is a database */
	XAPIAN_WRITER_OPEN,   /* fails when there is none */
	XAPIAN_WRITER_OVERWRITE
} XapianWriterMode;

typedef enum {
	XAPIAN_WRITER_DEFAULT = 0,
	XAPIAN_WRITER_NO_SYNC = 1 << 0 /* fast; a power cut may corrupt it */
} XapianWriterFlags;

XapianWriter *xapian_writer_open(const char *path, XapianWriterMode mode, XapianWriterFlags flags,
				 GError **error);
/* Commits and closes; FALSE when that failed. Free the writer afterwards. */
gboolean xapian_writer_close(XapianWriter *writer, GError **error);
/* Without a close first, what was not committed is dropped. */
void xapian_writer_free(XapianWriter *writer);

/* docid may be NULL. */
gboolean xapian_writer_add(XapianWriter *writer, const XapianDoc *doc, guint32 *docid,
			   GError **error);
/* Replaces the documents that have the unique term, or adds. The term must be
 * in the document too. */
gboolean xapian_writer_replace(XapianWriter *writer, const char *unique, const XapianDoc *doc,
			       guint32 *docid, GError **error);
gboolean xapian_writer_delete(XapianWriter *writer, const char *unique, GError **error);
gboolean xapian_writer_commit(XapianWriter *writer, GError **error);
gboolean xapian_writer_set_metadata(XapianWriter *writer, const char *key, const char *value,
				    gsize len, GError **error);
gboolean xapian_writer_add_spelling(XapianWriter *writer, const char *word, guint frequency,
				    GError **error);
gboolean xapian_writer_remove_spelling(XapianWriter *writer, const char *word, guint frequency,
				       GError **error);

/* Writes the databases at `sources` as one compact database at `destination`. */
gboolean xapian_compact(const char *const *sources, gsize n, const char *destination,
			GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(XapianDoc, xapian_doc_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(XapianQuery, xapian_query_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(XapianReader, xapian_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(XapianEnquire, xapian_enquire_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(XapianMatches, xapian_matches_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(XapianWriter, xapian_writer_free)

G_END_DECLS

#endif

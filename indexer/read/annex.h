/* An annex: a document with one pilot per row, its notes and its date.
 *
 * It is read twice, line by line, so that memory does not grow with its size: once for what
 * the whole says of its parts (its title and date, the ids of its pilots, its notes), and
 * then pilot by pilot. */
#ifndef INDEXER_ANNEX_H
#define INDEXER_ANNEX_H

#include "converted.h"
#include "lines.h"
#include "notes.h"
#include "pilot.h"
#include "report.h"

#define ANNEX_ERROR (annex_error_quark())
typedef enum {
	ANNEX_ERROR_NO_PILOTS, /* nothing in the file is a row with a pilot, or looks like one */
	ANNEX_ERROR_CHANGED    /* the file changed while it was read */
} AnnexErrorCode;
GQuark annex_error_quark(void);

#define ANNEX_UNTITLED "(zonder titel)" /* the title of a pilot that has none */

#define ANNEX_PART_ROWS 250

/* Some rows that follow each other: what one thread reads at a time. */
typedef struct {
	guint64 offset;     /* where its first line starts in the file */
	guint line;         /* the number of that line */
	guint first, count; /* pilots */
} AnnexPart;

typedef struct {
	char *path;
	char *name;  /* by which its records call it */
	char *stamp; /* of its bytes and of what SOURCES says of it: the same, the same records */
	FileFacts facts;
	Converted converted;
	char *title, *reference_date;                /* NULL without */
	char *date_from;                             /* source_date_from() */
	char *kamerstuk, *dossier, *session, *annex; /* from SOURCES; NULL without */
	char *stated_date;      /* so too: it goes before what the document says */
	char *thread, *outcome; /* of a paper of parliament: see chains.h; NULL for others */
	Notes *notes;
	GPtrArray *ids;      /* of char *: of its pilots, in order */
	GPtrArray *formerly; /* of char *: the id that each had before; NULL for none */
	GArray *parts;       /* of AnnexPart */
	GHashTable *words;   /* of its text, as far as its titles want them */
} Annex;

/* Looks at a file: only stamp, facts and what SOURCES (NULL: none) says are known then. NULL with a
 * G_FILE_ERROR. */
Annex *annex_look(const char *path, const char *name, GKeyFile *sources, GError **error);
void annex_free(Annex *annex);

/* Reads it for the first time. force: even if it does not look like an annex. FALSE with a
 * G_FILE_ERROR or ANNEX_ERROR. */
gboolean annex_scan(Annex *annex, gboolean force, Report *report, GError **error);

/* Takes a pilot over; FALSE with error set to stop. */
typedef gboolean (*PilotFunc)(Pilot *take, guint number, gpointer user, GError **error);

/* Reads the pilots of a part; number: which of annex->ids. What is odd but readable goes to report.
 * Several threads may read parts of one annex. */
gboolean annex_read(Annex *annex, const AnnexPart *part, Report *report, PilotFunc func,
		    gpointer user, GError **error);

/* What stands in an annex beside its pilots and their notes. */
typedef enum {
	ANNEX_HEADING, /* the title of the whole, and its date */
	ANNEX_INTRO,   /* text before the first pilot, that is in no record */
	ANNEX_ASIDE,   /* heads of tables, headings over rows, numbers */
	ANNEX_UNSAID   /* hidden or struck */
} AnnexBeside;

/* Calls func for each of those, in order; for who wants to know what is not in the records. Behind
 * annex_scan(). FALSE with a G_FILE_ERROR. */
typedef void (*BesideFunc)(AnnexBeside kind, const char *text, gpointer user);
gboolean annex_beside(Annex *annex, BesideFunc func, gpointer user, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Annex, annex_free)

#endif

/* A record, as the whole program passes it along: a pilot, which is one row of an annex, or a
 * piece of a paper of parliament: a question with its answer, or a heading of a letter with what
 * stands below it. What these differ in is in one table: kinds.h.
 *
 * It owns all its strings, until it is freed: those that pilot_keep() copied, or those of the
 * bytes that it was read from.
 *
 * All text is valid UTF-8 in NFC, without markup or soft hyphens. A paragraph
 * break in a section is "\n\n", a list item starts with "\n• " ("• " when it
 * opens the section). Dates are ISO 8601: "2021-12-01", months "2021-12". */
#ifndef PILOT_H
#define PILOT_H

#include <glib.h>

#include "facets.h"

G_BEGIN_DECLS

typedef enum {
	KIND_PILOT,
	KIND_KAMERVRAAG, /* also a notice that questions are answered later */
	KIND_BRIEF,      /* or another kamerstuk */
	N_KINDS
} RecordKind;

typedef enum {
	SECTION_ACHTERGROND,
	SECTION_DOEL,
	SECTION_STAND_VAN_ZAKEN,
	SECTION_LOOPTIJD,
	SECTION_OVERIG, /* the last of pilots */
	SECTION_VRAAG,
	SECTION_ANTWOORD,
	SECTION_TEKST, /* of a letter or a notice */
	N_SECTION_KINDS
} SectionKind;

typedef struct {
	SectionKind kind;
	const char *heading; /* as printed, without a colon; "" for text before any label */
	const char *text;
} Section;

typedef struct {
	guint number;
	const char *text;
	const char *url;   /* NULL when the note names none */
	GPtrArray *papers; /* of const char *: ids of parliamentary papers (reference.h) */
} Footnote;

typedef enum {
	STATUS_LOPEND,
	STATUS_AFGEROND,
	STATUS_STOPGEZET,
	STATUS_START_BINNENKORT,
	STATUS_ONBEKEND,
	STATUS_BEANTWOORD,
	STATUS_UITGESTELD, /* a notice said so */
	STATUS_OPEN,       /* published without an answer */
	STATUS_VERSTUURD,  /* of a letter */
	N_STATUSES
} Status;

#define SOURCE_STATED "SOURCES" /* an editor has stated it there */

/* Where a pilot was read. */
typedef struct {
	const char *file;      /* name without directories */
	const char *sha256;    /* of the whole file, 64 hex digits */
	guint line;            /* of its row, from 1 */
	const char *title;     /* of the document; NULL when it has none */
	const char *kamerstuk; /* its id (reference.h); NULL while nobody has verified the number */
	const char *session;   /* vergaderjaar, "2021/22"; NULL when not known */
	const char *annex;     /* number of the annex, "2"; NULL when not known */
	const char *dossier; /* in which later papers on it appear, "31753"; NULL when not known */
	const char *date_from; /* the text that has its reference date, verbatim, or SOURCE_STATED;
				* NULL without a date */
} Source;

/* What a publication does in the chain that begins with questions. */
typedef enum {
	STEP_NONE,  /* a letter */
	STEP_ASKED, /* the questions, without an answer */
	STEP_POSTPONED,
	STEP_NOTICE, /* that says something else of them */
	STEP_ANSWERED,
	N_STEPS
} PaperStep;

/* What a paper of parliament says of itself; all NULL for pilots. Ids are those of reference.h. */
typedef struct {
	const char *document;  /* the publication it is of: "ah-tk-20202021-3235" */
	const char *type;      /* "Antwoord", "Motie" */
	const char *chamber;   /* "II" */
	const char *number;    /* of the Aanhangsel, of the questions, or in its dossier */
	const char *asked;     /* a day */
	const char *questions; /* "2, 3 en 4": those that it answers */
	const char *day;       /* of its own step; a day */
	const char *chain;     /* the publications with the same belong together; NULL: alone */
	const char *status_in; /* the other publication that tells its status; NULL: its own */
	const char *elsewhere; /* its answer only says to see this publication … */
	const char *there;     /* … and there the answer to these questions: "2 en 3" */
	PaperStep step;
	GPtrArray *inquiries; /* of const char *: ids of the questions as they were sent in */
	GPtrArray *related;   /* of const char *: ids that the publication refers to */
} PaperFacts;

/* Whether what is a row, and where its text ends, was told by looks alone: in a PDF. */
gboolean source_is_layout(const Source *source);

/* A theme by its place in the themes file. */
typedef struct {
	guint theme;
	double score;
} ThemeScore;

typedef struct {
	RecordKind kind;
	const char *id;    /* of a pilot the slug of its title: a-z 0-9 and single "-" */
	const char *title; /* with hyphens of line breaks repaired */
	const char *title_printed;
	const char *formerly;        /* from "(voorheen: …)"; else NULL */
	const char *reference_date;  /* of the document; of a paper the day of its answer, else of
				      * the questions or the letter; NULL when it has none */
	Status status;               /* as of the reference date, never of today */
	const char *status_why;      /* the words that decided it, verbatim; NULL for none */
	const char *period;          /* the Looptijd as printed; NULL without that section */
	GArray *periods;             /* of Period (looptijd.h): what could be read of it */
	GPtrArray *sections;         /* of Section *, in order */
	GPtrArray *footnotes;        /* of Footnote *, by number */
	GPtrArray *facets[N_FACETS]; /* of const char *: its values of each facet */
	Source source;
	PaperFacts paper;
	GArray *theme_scores;  /* of ThemeScore: how much it belongs to each of its themes; not of
				* the record */
	GBytes *tokens;        /* what the analysis made of it, as an index keeps it; else NULL */
	GBytes *stored;        /* what it was read from; NULL for one that was made */
	GStringChunk *strings; /* see pilot_keep() */
	guint owners;          /* see pilot_ref() */
} Pilot;

Pilot *pilot_new(void);
/* One more owner of a pilot, which does not change any more; each calls pilot_free. */
Pilot *pilot_ref(Pilot *pilot);
void pilot_free(Pilot *pilot);

/* A copy of a text that lives as long as the pilot; NULL for NULL. */
const char *pilot_keep(Pilot *pilot, const char *text);
/* The same, and frees the text. */
const char *pilot_take(Pilot *pilot, char *text);
void pilot_add_value(Pilot *pilot, FacetId facet, const char *value);

/* Bytes of its title and sections. */
gsize pilot_size(const Pilot *pilot);

/* The first section of a kind, borrowed; NULL without one. */
const Section *pilot_section(const Pilot *pilot, SectionKind kind);

/* Adds a section (copies both strings) and returns it, borrowed. */
Section *pilot_add_section(Pilot *pilot, SectionKind kind, const char *heading, const char *text);
/* url may be NULL: then that of the first publication that the text refers to. */
void pilot_add_footnote(Pilot *pilot, guint number, const char *text, const char *url);

/* Names as they stand in records and URLs ("stand-van-zaken", "start-binnenkort").
 * The _from functions return -1 for a name that does not exist. */
const char *section_kind_name(SectionKind kind);
const char *section_kind_label(SectionKind kind); /* as shown to people */
int section_kind_from(const char *name);
const char *status_name(Status status);
const char *status_label(Status status); /* in a choice; of a pilot, see dated.h */
int status_from(const char *name);

const char *paper_step_name(PaperStep step);  /* "uitstel"; NULL for STEP_NONE */
const char *paper_step_label(PaperStep step); /* "Uitstel van het antwoord" */

/* Lower case, accents folded, every run of other characters one "-", cut at a
 * "-" before 120 bytes; "pilot" when nothing is left. The caller frees. */
char *pilot_slug(const char *folded_title);

/* The record: one JSON object on one line, keys as in doc/record.md. Caller frees. */
char *pilot_to_json(const Pilot *pilot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pilot, pilot_free)

G_END_DECLS

#endif

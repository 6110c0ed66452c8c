/* A paper of parliament, as the whole program passes it along: a question with its answer, a
 * heading of a letter with what stands below it, or a notice on questions.
 *
 * A document (a publication of officielebekendmakingen.nl) gives several: they share its facts.
 * All owns its strings. Text is as pilot.h says: NFC, no markup, "\n\n" between paragraphs, marks
 * of notes raised ("blijkt?¹"). What could not be read for sure is NULL or empty; the reader has
 * warned of it. Dates are ISO 8601. Ids of publications are as reference.h says. */
#ifndef PILOT_PAPER_H
#define PILOT_PAPER_H

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
	PAPER_VRAAG,      /* a question, or more with one answer */
	PAPER_BRIEF,      /* a heading of a letter or another kamerstuk */
	PAPER_MEDEDELING, /* beside questions: why there is no answer yet, or an explanation */
	N_PAPER_KINDS
} PaperKind;

/* Of questions and notices; a letter has PAPER_ONBEKEND. */
typedef enum {
	PAPER_BEANTWOORD,
	PAPER_UITGESTELD,
	PAPER_OPEN,     /* published without an answer */
	PAPER_ONBEKEND, /* the document does not say */
	N_PAPER_STATUSES
} PaperStatus;

typedef struct {
	char *name;  /* as fully as it is printed: "S.P.R.A. van Weyenberg" */
	char *party; /* NULL when it is not said, or not of whom */
} PaperMember;

/* What is known of the whole document. */
typedef struct {
	char *id;      /* "ah-tk-20202021-3235", "kv-tk-2021Z16005", "kst-32545-143" */
	char *type;    /* "Antwoord", "Mededeling", "Motie"; NULL when it is not said */
	char *chamber; /* "I", "II"; NULL */
	char *session; /* vergaderjaar, "2020/21"; NULL */
	char *number;  /* of the Aanhangsel, of the questions, or in its dossier; NULL */
	char *title, *subject;
	char *date;             /* of publication, as the metadata say */
	char *asked, *answered; /* of questions; NULL for others */
	GPtrArray *members;     /* of PaperMember *: who asked, or signed */
	GPtrArray *ministers;   /* of char *: who was asked: "Minister van Financiën" */
	GPtrArray *answered_by; /* of char *: "W. Koolmees" */
	GPtrArray *dossiers;    /* of char *: "31753", "35300-X" */
	GPtrArray *related;     /* of char *: ids that the document as a whole refers to */
	GPtrArray *inquiries; /* of char *: the ids of its questions as they were sent in, which an
			       * answer and a notice have too: "kv-tk-2021Z09739" */
	char *file, *sha256;  /* where it was read, as in Source of pilot.h */
	char *metadata;       /* the file beside it that was used; NULL without */
	grefcount owners;
} PaperDocument;

typedef struct {
	GArray *numbers; /* of guint, rising */
	char *heading;   /* as printed: "Vraag 2 en 3"; "" without */
	char *text;
	guint line;
} PaperQuestion;

typedef struct {
	guint number;
	char *text;
} PaperNote;

typedef struct {
	PaperKind kind;
	PaperStatus status;
	char *id; /* of the document, "." and what is its own: "ah-tk-20202021-3235.2" */
	PaperDocument *document;
	guint line;
	char *heading;        /* of a letter: as printed; "" for what stands before the first */
	char *text;           /* of a letter or a notice; NULL for questions */
	GArray *numbers;      /* of guint, rising: its questions; more than one: they have one
			       * answer. Empty when they have no number that can be read */
	GPtrArray *questions; /* of PaperQuestion * */
	char *answer;         /* NULL without */
	guint answer_line;
	GArray *see;           /* of guint: the answer only says to see that to these questions */
	char *seen;            /* what is answered there; NULL without */
	char *elsewhere;       /* the answer only says to see this publication; NULL without … */
	GArray *there;         /* … and there the answer to these questions; of guint */
	GPtrArray *footnotes;  /* of PaperNote *: those that its texts have marks of */
	GPtrArray *references; /* of char *: ids that its texts refer to, each once */
} Paper;

PaperDocument *paper_document_new(void);
PaperDocument *paper_document_ref(PaperDocument *document);
void paper_document_free(PaperDocument *document);
/* Copies both; party may be NULL. */
PaperMember *paper_add_member(PaperDocument *document, const char *name, const char *party);

/* Takes one more share in the document. */
Paper *paper_new(PaperKind kind, PaperDocument *document);
void paper_free(Paper *paper);
/* Borrowed; copies the texts. */
PaperQuestion *paper_add_question(Paper *paper, const char *heading, const char *text);
void paper_add_note(Paper *paper, guint number, const char *text);

/* Adds a copy of a string that is not in it yet. */
void paper_add_once(GPtrArray *strings, const char *string);

/* Names as they stand in records: "vraag", "beantwoord". */
const char *paper_kind_name(PaperKind kind);
const char *paper_status_name(PaperStatus status);

/* The record: one JSON object on one line, keys as in doc/record.md. The caller frees. */
char *paper_to_json(const Paper *paper);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PaperDocument, paper_document_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Paper, paper_free)

G_END_DECLS

#endif

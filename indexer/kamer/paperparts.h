/* A paper of parliament as it is printed: the parts of its text in their order, and what it says of
 * itself. XML of officielebekendmakingen.nl and its HTML give the same. */
#ifndef KAMER_PAPERPARTS_H
#define KAMER_PAPERPARTS_H

#include <glib.h>

typedef enum {
	PART_QUESTION,
	PART_ANSWER,
	PART_REMARK,  /* a notice, or an explanation */
	PART_SECTION, /* of a letter: a heading and what stands below it */
	PART_LOOSE    /* text beside questions and answers */
} PartKind;

typedef struct {
	PartKind kind;
	guint line;
	char *heading; /* "Vraag 2 en 3"; "" without */
	char *text;
	GPtrArray *documents; /* of char *: ids that its links go to */
} Part;

typedef struct {
	guint number, line;
	guint part; /* that it stands in; G_MAXUINT: none */
	char *text;
} DocumentNote;

typedef enum { DOCUMENT_OTHER, DOCUMENT_QUESTIONS, DOCUMENT_LETTER } DocumentKind;

/* Facts of the page, by name: text on one line. */
typedef enum {
	FACT_ID,        /* where its metadata are: has its id */
	FACT_SESSION,   /* "Vergaderjaar 2020-2021" */
	FACT_CHAMBER,   /* "Tweede Kamer der Staten-Generaal" */
	FACT_NUMBER,    /* "3235" */
	FACT_QUESTIONS, /* "Vragen van …" */
	FACT_ANSWER,    /* "Antwoord van …" */
	FACT_SUBJECT,
	FACT_ASKED, /* ISO */
	FACT_ANSWERED,
	FACT_DATE,
	FACT_DOSSIER, /* "32 545"; more than one, with "\n" between them */
	FACT_DOSSIER_TITLE,
	FACT_SUBNUMBER, /* "143" */
	FACT_TITLE,
	N_FACTS
} FactId;

typedef struct {
	DocumentKind kind;
	char *root;           /* "kamervragen", "kamerstuk", "handelingen"; NULL for HTML */
	gboolean is_old;      /* the XML of before 2010 */
	char *facts[N_FACTS]; /* NULL where it does not say */
	guint lines[N_FACTS]; /* where */
	GHashTable *metadata; /* of a page: name -> GPtrArray of char * (properties.h) */
	GPtrArray *parts;     /* of Part *, in order */
	GPtrArray *notes;     /* of DocumentNote * */
} Document;

Document *document_new(void);
void document_free(Document *document);

/* A new part at the end, without a heading or a text. Borrowed. */
Part *document_add(Document *document, PartKind kind, guint line);
/* The first that is set counts; more dossiers are added. */
void document_set(Document *document, FactId fact, const char *text, guint line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Document, document_free)

#endif

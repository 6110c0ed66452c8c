/* THE field table: what can be searched and filtered in the index, under which
 * name, and where Xapian keeps it. The indexer writes by it, the query language
 * and the search read by it; nothing else knows a prefix or a slot. */
#ifndef INDEX_FIELDS_H
#define INDEX_FIELDS_H

#include <glib.h>

#include "pilot.h"

/* Kinds of terms. Words of text are lower case, so no word can look like a prefix. */
#define TERM_STEM "Z"   /* stem of a word that is printed otherwise: see postings.h */
#define TERM_PART "P"   /* stem of a part of a compound */
#define TERM_UNIQUE "Q" /* source and id of the pilot */

typedef enum {
	FIELD_TEXT,   /* words of running text, behind the marker of the field: see postings.h */
	FIELD_FILTER, /* a boolean term and, for facets and sorting, a value */
} FieldKind;

typedef struct {
	const char *name;  /* in queries: titel:…; also its key in facets */
	const char *label; /* Dutch, as shown */
	FieldKind kind;
	int section;        /* FIELD_TEXT: the SectionKind it holds, or -1 for the title */
	const char *prefix; /* of its terms; FIELD_TEXT: its marker */
	guint weight;       /* what an occurrence counts for in the whole pilot */
	int slot;           /* of its value, or -1 */
	int facet;          /* that it holds, or -1 */
} Field;

#define FIELD_OF_FACET(id, ...) FIELD_##id,
typedef enum {
	FIELD_TITEL,
	FIELD_ACHTERGROND,
	FIELD_DOEL,
	FIELD_STAND_VAN_ZAKEN,
	FIELD_LOOPTIJD,
	FIELD_OVERIG,
	FIELD_VRAAG,
	FIELD_ANTWOORD,
	FIELD_TEKST,
	FACET_TABLE(FIELD_OF_FACET) /* FIELD_THEMA … */
	FIELD_LOOPT,
	FIELD_KAMERSTUK,
	FIELD_PUBLICATIE,
	FIELD_EDITIE,
	FIELD_IDENTITEIT,
	FIELD_LAATSTE,
	FIELD_ID,
	FIELD_AFKORTING,
	FIELD_DOCUMENT,
	FIELD_KETEN,
	N_FIELDS
} FieldId;

/* Values that are not of a field. */
#define SLOT_TITLE_SORT 1 /* folded title, cut off; then what is of this pilot alone */
#define SLOT_START                                                                                 \
	7          /* first month of all periods, as text, "~" without one; then SLOT_TITLE_SORT */
#define SLOT_END 8 /* last month of all periods, as text, "~" when open; then SLOT_TITLE_SORT */
/* Months as numbers (looptijd.h), of periods that are open at one side: */
#define SLOT_OPEN_FROM 9   /* the first month of one without an end */
#define SLOT_OPEN_UNTIL 10 /* the last month of one without a start */

/* The values of a facet. */
#define SLOT_FACET 20

#define SLOT_EDITIONS 13 /* "+" when the pilot has more editions than this */
#define SLOT_ADDED                                                                                 \
	14 /* when this came into the index, "2022-06-15T12:00:00Z"; then SLOT_TITLE_SORT */

#define SLOT_DATED 15 /* of a paper: its reference date; then SLOT_TITLE_SORT */

extern const Field fields[N_FIELDS];

/* NULL for a name that does not exist. */
const Field *field_by_name(const char *name);
const Field *field_by_section(SectionKind kind);
const Field *field_by_facet(FacetId facet);

/* Where a publication is found by its id (reference.h): FIELD_KAMERSTUK, or FIELD_PUBLICATIE for
 * what is not of parliament. TRUE for either of them. */
const Field *field_by_reference(const char *id);
gboolean field_is_reference(const Field *field);

/* The term of a value of a filter. The caller frees. */
char *field_term(const Field *field, const char *value);

/* How much a pilot belongs to the first theme of the themes file, the second … */
#define SLOT_THEME_SCORE 100

/* Of FIELD_LAATSTE: whether a pilot is the newest of its editions. */
#define LATEST "ja"
#define LATEST_NOT "nee"

/* Several values of one document in one slot are separated by this. */
#define VALUE_SEPARATOR "\x1f"

#endif

/* The elements of papers of parliament: what each does, in the XML of officielebekendmakingen.nl
 * (since 2010, and as far as others describe it, before) and in the classes of its HTML. */
#ifndef KAMER_DIALECT_H
#define KAMER_DIALECT_H

#include <glib.h>

typedef enum {
	DO_NOTHING, /* known, and no more than its text */
	DO_BLOCK,
	DO_PARAGRAPH,
	DO_PART,    /* arg: a PartKind */
	DO_HEADING, /* of the part at hand, or of a section */
	DO_FACT,    /* arg: a FactId */
	DO_ASPECT,  /* the same, and its text is of what it stands in too */
	DO_HEADLINE,
	DO_DATE,
	DO_LETTER,
	DO_BODY,
	DO_ITEM,
	DO_ITEM_NR,
	DO_ROW,
	DO_CELL,
	DO_BREAK,
	DO_NOTE,
	DO_NOTE_NR,
	DO_WORD, /* a blank may be missing behind it */
	DO_RAISED,
	DO_LINK,
	DO_META,
	DO_IMAGE,
	DO_DROP
} Does;

typedef struct {
	const char *name;
	const char *mark; /* a class of HTML, or "#" and an id; NULL for any */
	const char *in;   /* the element that it must stand in; NULL for any */
	Does does;
	int arg;
} Element;

/* What an element is; in: the name of the one that it stands in, "" for none that is known. NULL
 * for one that is not known. */
const Element *dialect_element(const char *name, const char *const *attributes, const char *in);

#endif

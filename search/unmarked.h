/* Questions of a text whose marks do not tell: by its lines and paragraphs. */
#ifndef SEARCH_UNMARKED_H
#define SEARCH_UNMARKED_H

#include "questionlist.h"

G_BEGIN_DECLS

/* Where a text is split. */
typedef enum {
	SPLIT_MARKS,      /* where its numbers, bullets or lines tell */
	SPLIT_LINES,      /* every line is a question */
	SPLIT_PARAGRAPHS, /* what stands between empty lines is one */
	SPLIT_NOWHERE,    /* the whole is one */
	N_SPLITS
} Split;

/* Each line or paragraph of an outline (outline.h) that asks. */
void unmarked_read_paragraphs(Collector *c, const GArray *outline);
/* Whatever it says, split where it is told; SPLIT_MARKS: nowhere. */
void unmarked_read_pieces(Collector *c, const GArray *outline, Split split);
/* Who asks whom about what. */
void unmarked_read_heading(Collector *c, const GArray *outline);

G_END_DECLS

#endif

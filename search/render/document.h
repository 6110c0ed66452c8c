/* A dossier as a document to go on writing in: what it says, whatever the file. Each of the formats
 * writes the same blocks, so they cannot say different things. */
#ifndef SEARCH_DOCUMENT_H
#define SEARCH_DOCUMENT_H

#include "render.h"

typedef enum {
	BLOCK_TITLE,
	BLOCK_HEADING,
	BLOCK_TEXT,
	BLOCK_ABOUT, /* what a quote is of: pilot, section, status */
	BLOCK_QUOTE,
	N_BLOCKS
} BlockKind;

/* A paragraph. */
typedef struct {
	BlockKind kind;
	char *text; /* its lines are kept */
	char *note; /* its footnote; NULL */
	char *link; /* where that can be read, behind it; NULL */
	/* For who writes the answer, and for nobody else: stands beside the text, never in it. NULL
	 */
	const char *remark;
} Block;

/* How it looks, in points. */
typedef struct {
	guint size, above, below;
	gboolean bold, italic;
	gboolean joined; /* on one page with what follows */
	gboolean aside;  /* indented, with a line before it */
} BlockLook;

extern const BlockLook block_looks[N_BLOCKS];
#define NOTE_SIZE 9 /* points */

/* All of it (of Block *): the questions, each with a place for the answer, the passages, and last
 * the sources with their checksums, which the footnotes refer to. verify.c reads this back. */
GPtrArray *document_blocks(const Dossier *dossier, const RenderContext *context);

#endif

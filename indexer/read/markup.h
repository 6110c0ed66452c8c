/* Markup to plain text: the only place that parses HTML (libxml2).
 *
 * Input is UTF-8 HTML as it comes: unclosed lists, labels in and out of their
 * paragraphs, layout attributes. Nothing is lost: what is not understood is
 * text. Output text is as pilot.h says: NFC, single spaces, "\n\n" between
 * paragraphs, "\n• " before list items, what is raised as marks.h says. */
#ifndef INDEXER_MARKUP_H
#define INDEXER_MARKUP_H

#include "builder.h"
#include "events.h"

/* All text of a fragment on one line. The caller frees. */
char *markup_plain(const char *html);

typedef enum {
	MARKUP_ROW,     /* of a table: text is the title, "" without one */
	MARKUP_MORE,    /* of a table: more of the row before it */
	MARKUP_PILOT,   /* a heading, with the sections below it */
	MARKUP_TEXT,    /* a block outside tables */
	MARKUP_HEAD,    /* the names of columns */
	MARKUP_HEADING, /* over rows or pilots: of none */
	MARKUP_ASIDE,   /* what only serves a table: a number */
	MARKUP_STRUCK,  /* left out: text that is struck; behind all else, as is */
	MARKUP_HIDDEN   /* text that is not shown */
} MarkupKind;

/* A whole HTML document: func is called in document order; sections are borrowed, and NULL but
 * for rows (table.h says which are some) and pilots (headings.h). line counts from 1. */
typedef void (*MarkupFunc)(guint line, MarkupKind kind, const char *text, GPtrArray *sections,
			   gpointer user);
/* A cell on its own: its sections, in order (GPtrArray of MarkupSection *; the caller unrefs). func
 * is called for what is left out of it, if anything; NULL for nobody. */
GPtrArray *markup_cell(const char *html, MarkupFunc func, gpointer user);
void markup_document(const char *html, gsize len, MarkupFunc func, gpointer user);

/* The elements and texts of a whole document, without a tree; scripts and styles have no text. Each
 * element that starts ends, but for those deeper than 256. */
void markup_events(const char *html, gsize len, const Events *events, gpointer user);

#endif

/* Plain text in sections, built piece by piece: white space, paragraphs, list
 * items and labels as pilot.h says. */
#ifndef INDEXER_BUILDER_H
#define INDEXER_BUILDER_H

#include <glib.h>

/* A run of text under one label. */
typedef struct {
	char *label; /* without its colon; "" for text before any label */
	char *text;
	gboolean is_item; /* the label began an item of a list */
} MarkupSection;

typedef enum { BREAK_NONE, BREAK_LINE, BREAK_PARAGRAPH } Break;

typedef struct {
	GPtrArray *sections; /* finished ones */
	char *label;         /* of the section at hand */
	GString *text;
	Break due;      /* what to write before the next character */
	gboolean space; /* white space is due */
	gboolean block_start;
	gboolean is_item;     /* of the section at hand */
	gboolean unlabelled;  /* all is text: nothing opens a section */
	gboolean is_line;     /* all is one line: nothing opens an item */
	gboolean is_left_out; /* something was */
	guint numbered;       /* in an <ol>: the number of its next item; else 0 */
} Builder;

void builder_init(Builder *b);
/* Text as it comes: white space folded, "•" after white space opens an item. */
void builder_text(Builder *b, const char *text);
void builder_break(Builder *b, Break kind);
void builder_item(Builder *b);
/* Opens a section; takes the label over and strips its colon. */
void builder_label(Builder *b, char *label);
/* The sections (of MarkupSection *), which are the caller's; frees all else. A line that is a
 * known label, or begins with one and a colon, opens a section, whatever it looks like. */
GPtrArray *builder_end(Builder *b);
/* The same for who wants text alone: that of the first section. The caller frees. */
char *builder_end_text(Builder *b);

#endif

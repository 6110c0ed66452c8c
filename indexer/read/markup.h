/* Markup to plain text: the only place that parses HTML (libxml2).
 *
 * Input is UTF-8 HTML as it comes: unclosed lists, labels in and out of their
 * paragraphs, layout attributes. Nothing is lost: what is not understood is
 * text. Output text is as pilot.h says: NFC, single spaces, "\n\n" between
 * paragraphs, "\n• " before list items, footnote marks as superscript digits. */
#ifndef INDEXER_MARKUP_H
#define INDEXER_MARKUP_H

#include "builder.h"

/* Sections of a cell, in order: GPtrArray of MarkupSection *; the caller unrefs. */
GPtrArray *markup_sections(const char *html);

/* All text of a fragment on one line. The caller frees. */
char *markup_plain(const char *html);

/* A whole HTML document: func is called in document order, with title and
 * sections for a table row (borrowed), or with sections NULL and the text of a
 * block outside tables. line counts from 1. Rows of only <th> are left out. */
typedef void (*MarkupFunc)(guint line, const char *text, GPtrArray *sections, gpointer user);
void markup_document(const char *html, gsize len, MarkupFunc func, gpointer user);

#endif

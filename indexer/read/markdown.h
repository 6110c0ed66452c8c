/* Markdown as the HTML that it stands for, as far as annexes have it: tables, headings, lists,
 * notes, bold. Each line is a line of it, so that the numbers stay. */
#ifndef INDEXER_MARKDOWN_H
#define INDEXER_MARKDOWN_H

#include "lines.h"

/* The rest of the lines; the caller frees. */
char *markdown_read(Lines *lines);

#endif

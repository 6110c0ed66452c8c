/* Documents that are read as the HTML they stand for, kept between the passes over a collection:
 * each is converted once, by a program or a parser that costs more than all else. They stand in
 * one temporary file without a name, not in memory. */
#ifndef INDEXER_CONVERTED_H
#define INDEXER_CONVERTED_H

#include <glib.h>

typedef struct {
	guint64 offset;
	gsize len; /* 0: not kept */
} Converted;

/* Keeps a text; where that cannot be, it is as if nothing was asked. Any thread. */
void converted_keep(Converted *converted, const char *html);
/* The text, which the caller frees; NULL when it is not kept. */
char *converted_read(const Converted *converted);

#endif

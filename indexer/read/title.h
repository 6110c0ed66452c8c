/* Titles as a reader reads them: without the hyphens of line breaks. */
#ifndef INDEXER_TITLE_H
#define INDEXER_TITLE_H

#include <glib.h>

/* Adds to wanted the words (lower case) that a title would have without its hyphens: only
 * those are worth looking for in the text. */
void title_want(GHashTable *wanted, const char *title);

/* Adds to words, for title_repair, those words of a text (lower case) that are wanted; NULL:
 * all of them. A word with a hyphen counts as the words at either side of it. */
void title_learn(GHashTable *words, GHashTable *wanted, const char *text);

/* The title with broken words joined, on the evidence of the words of the
 * document; real hyphens ("Zelf-regieroute", "gewelds- en zedenmisdrijven")
 * stay. The caller frees. */
char *title_repair(const char *title, GHashTable *words);

/* What stands in "(voorheen: …)"; NULL without. The caller frees. */
char *title_formerly(const char *title);

#endif

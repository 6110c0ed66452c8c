/* What is known of a word, whatever text it stands in; kept in a cache. */
#ifndef DUTCH_ENTRY_H
#define DUTCH_ENTRY_H

#include <glib.h>

/* A part, or several on end: letters [start, end) of the folded word. */
typedef struct {
	guint8 start, end;
	guint8 parts; /* how many; 0 for what a person does */
	char *folded, *stem;
} EntryRun;

typedef struct {
	char *folded;
	char *stem;
	char *parts;          /* "huur+geschil"; "" for a word that is not split */
	GArray *runs;         /* of EntryRun, or NULL */
	gboolean stop, light; /* as of DutchToken */
} Entry;

typedef struct Entries Entries;

Entries *entries_new(void);
void entries_free(Entries *entries);

/* How a word may be split. */
typedef enum { SPLIT_NOT, SPLIT_WORD, SPLIT_LOOSE } SplitHow;

/* The entry of a lower-case word; borrowed, until the next call. */
const Entry *entries_lookup(Entries *entries, const char *lower, SplitHow how);

#endif

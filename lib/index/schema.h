/* What an index says of itself, in Xapian's metadata. Written by the indexer,
 * checked by whoever reads. */
#ifndef INDEX_SCHEMA_H
#define INDEX_SCHEMA_H

/* Change this when terms, slots or metadata change their meaning. */
#define INDEX_SCHEMA "pilotzoeker-12"

#define META_SCHEMA "schema"       /* INDEX_SCHEMA */
#define META_ANALYSER "analyser"   /* dutch_fingerprint() */
#define META_BUILT "built"         /* ISO 8601, UTC */
#define META_THEMES "themes"       /* the themes file, whole */
#define META_THESAURUS "thesaurus" /* thesaurus_table() */
#define META_SOURCES "sources"     /* the documents, see sources.h */
#define META_PHRASES "phrases"     /* question_phrases_table() */
#define META_MADE_BY "made-by"     /* what decided its records: the program and its files */
#define META_SHARDS "shards"       /* how many databases have documents */
#define META_ENDING "ending:"      /* and the last bytes of words: lines "word TAB documents" */
#define META_ENDING_LETTERS 3

/* Positions: each section starts this far beyond the end of the one before, so
 * that no phrase matches across sections. */
#define SECTION_GAP 100

#endif

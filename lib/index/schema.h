/* The format of an index, whole. Each part has a file that writes it and reads it back.
 *
 * An index is a directory with a stub file XAPIANDB that names a generation: one or more Xapian
 * databases (shards), and the file "sums" (sums.h). A document is a record (kinds.h): a pilot of an
 * annex, which may have editions in several; or a piece of a paper of parliament. Papers stand in
 * an index of their own inside that of the pilots, in the directory INDEX_PAPERS: made, checked and
 * searched by the same code. So what a word weighs among pilots, and what is found of them, does
 * not depend on how many papers there are.
 *
 * Terms. Words of text are lower case, so a capital or ^ is no word:
 *   huren                a word as it is printed, with its positions         postings.h
 *   Zhur Phuur           the stem of a word that is printed otherwise; of a part of a
 *                        compound; with positions                            postings.h
 *   ^doel                where texts of a field begin, and each 4096 positions further
 *   XPLAATS:rotterdam    a value of a facet or of another filter, folded     fields.h
 *   XLOOPT:2021 2021-K2 2021-03   when it runs, in the longest stretches     active.h
 *   XKST:31753 XKST:31753-248     what it refers to, and the dossiers of that pilotdoc.h
 *   XPUB:stb-2021-123
 *   XPILOT: XID: XLAATSTE:        which edition of which pilot it is         pilotdoc.h
 *   XDOC:ah-tk-20202021-3235      the publication that a piece is of
 *   XKETEN:kv-tk-2021Z09739       the chain of questions, postponement and answer
 *   XAFK:SJD=...         an abbreviation that the text explains
 *   Q<hash>:<id>         the document itself
 * Values: of facets, and of what is sorted by: the slots in fields.h.
 * Data: the record of a pilot, the only copy of its text                     stored.h
 * Spelling: the words and parts of text, folded, with how many documents have them.
 * Metadata: below. */
#ifndef INDEX_SCHEMA_H
#define INDEX_SCHEMA_H

/* Change this when terms, slots or metadata change their meaning. */
#define INDEX_SCHEMA "pilotzoeker-17"

#define INDEX_PAPERS "kamer" /* the directory, below that of the index */

#define META_SCHEMA "schema"                 /* INDEX_SCHEMA */
#define META_ANALYSER "analyser"             /* dutch_fingerprint() */
#define META_BUILT "built"                   /* ISO 8601, UTC */
#define META_THEMES "themes"                 /* the themes file, whole */
#define META_THESAURUS "thesaurus"           /* thesaurus_table() */
#define META_SOURCES "sources"               /* the documents, see sources.h */
#define META_PHRASES "phrases"               /* question_phrases_table() */
#define META_QUESTION_TYPES "question-types" /* the file of the types of questions, whole */
#define META_MADE_BY "made-by" /* what decided its records: the program and its files */
#define META_SHARDS "shards"   /* how many databases have documents */
#define META_ENDING "ending:"  /* and the last bytes of words: lines "word TAB documents" */
#define META_ENDING_LETTERS 3

#endif

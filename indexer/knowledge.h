/* What editors keep beside the documents: themes, thesaurus, phrases, names. Loaded once
 * per run, checked, applied to the pilots, and put in the index as text. */
#ifndef INDEXER_KNOWLEDGE_H
#define INDEXER_KNOWLEDGE_H

#include "dutch.h"
#include "gazetteer.h"
#include "thesaurus.h"

typedef struct {
	char *themes_text, *thesaurus_text, *phrases_text; /* as they go into the index */
	char *places_text, *organisations_text;
	GPtrArray *themes; /* of Theme * */
	Thesaurus *thesaurus;
	Gazetteer *places, *organisations;
	char *editions_text; /* matches that an editor states */
	char *labels_text;   /* of sections: in use (labels.h) */
	Dutch *dutch;
} Knowledge;

/* A path that is NULL is that of the corpus. NULL with G_FILE_ERROR or the error of
 * the file's parser, its path before the message. */
Knowledge *knowledge_load(const char *themes, const char *thesaurus, GError **error);
void knowledge_free(Knowledge *knowledge);

/* Abbreviations that pilots explain themselves ("sociaal-juridische dienstverlening (SJD)").
 * Each pilot that has one tells of it; the explanation that most of them give counts. */
typedef struct Learned Learned;
Learned *learned_new(void);
void learned_free(Learned *learned);
/* both: "SJD=sociaal-juridische dienstverlening". */
void learned_add(Learned *learned, const char *both, guint pilots);
/* Those that the thesaurus lacks, as lines "SJD = …", sorted: GPtrArray of char *. */
GPtrArray *learned_lines(const Learned *learned, const Knowledge *knowledge);
/* The thesaurus with those lines, as an index keeps it. The caller frees. */
char *knowledge_thesaurus_table(const Knowledge *knowledge, const GPtrArray *lines);

/* What decides the records that are made of a document: the program and these files. The
 * caller frees. */
char *knowledge_fingerprint(const Knowledge *knowledge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Learned, learned_free)

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Knowledge, knowledge_free)

#endif

/* What editors keep beside the documents: themes, thesaurus, phrases, names, labels. Loaded once
 * per run, checked, applied to the pilots, and put in the index as text. */
#ifndef INDEXER_KNOWLEDGE_H
#define INDEXER_KNOWLEDGE_H

#include "dutch.h"
#include "factwords.h"
#include "gazetteer.h"
#include "report.h"
#include "thesaurus.h"

typedef enum {
	KNOWLEDGE_THEMES,
	KNOWLEDGE_THESAURUS,
	KNOWLEDGE_PHRASES,
	KNOWLEDGE_QUESTION_TYPES,
	KNOWLEDGE_PLACES,
	KNOWLEDGE_ORGANISATIONS,
	KNOWLEDGE_LABELS, /* in use once they are loaded (labels.h) */
	KNOWLEDGE_FACTS,
	KNOWLEDGE_EDITIONS,
	KNOWLEDGE_FILES
} KnowledgeFile;

/* A file of the folder thesaurus/. */
typedef struct {
	char *name, *text;
	char *own; /* as of Knowledge */
} KnowledgeLayer;

typedef struct {
	char *text[KNOWLEDGE_FILES]; /* as they go into the index */
	char *own[KNOWLEDGE_FILES];  /* where it was read, when that is not the corpus; or NULL */
	GPtrArray *layers;           /* of KnowledgeLayer *: more of the thesaurus, by name */
	GPtrArray *themes;           /* of Theme * */
	Thesaurus *thesaurus;
	Gazetteer *places, *organisations;
	FactWords *facts;
	GHashTable *editions; /* editions_parse() */
	Dutch *dutch;
} Knowledge;

/* How the files are called, and as a pattern those of the folder; NULL after the last. */
const char *const *knowledge_names(void);

/* Loads each file: the given one; else the one beside the documents, which are the paths of a
 * command line, in the first directory that has it; else that of the corpus. What another directory
 * has otherwise is not used, which is a warning. So each file of the folder thesaurus/ too: one
 * that is called as one of the corpus counts instead of it. NULL with G_FILE_ERROR or the error of
 * the file's parser, "path:line: " before the message. */
Knowledge *knowledge_load(const char *const given[KNOWLEDGE_FILES], const char *const *documents,
			  Report *report, GError **error);
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

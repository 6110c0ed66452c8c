/* What editors keep beside the documents: themes, thesaurus, phrases, names. Loaded once
 * per run, checked, applied to the pilots, and put in the index as text. */
#ifndef INDEXER_KNOWLEDGE_H
#define INDEXER_KNOWLEDGE_H

#include "dutch.h"
#include "gazetteer.h"
#include "thesaurus.h"

typedef struct {
	char *themes_text, *thesaurus_text, *phrases_text; /* as they go into the index */
	GPtrArray *themes;                                 /* of Theme * */
	Thesaurus *thesaurus;
	Gazetteer *places, *organisations;
	char *editions_text; /* matches that an editor states */
	Dutch *dutch;
} Knowledge;

/* A path that is NULL is that of the corpus. NULL with G_FILE_ERROR or the error of
 * the file's parser, its path before the message. */
Knowledge *knowledge_load(const char *themes, const char *thesaurus, GError **error);
void knowledge_free(Knowledge *knowledge);

/* Adds abbreviations that the pilots explain themselves ("sociaal-juridische
 * dienstverlening (SJD)") to the thesaurus. Returns them as lines "SJD = …" (GPtrArray
 * of char *, owned by the caller). */
GPtrArray *knowledge_learn(Knowledge *knowledge, const GPtrArray *pilots);

/* Fills in the places, organisations, themes and editions of all pilots. */
void knowledge_apply(const Knowledge *knowledge, GPtrArray *pilots);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Knowledge, knowledge_free)

#endif

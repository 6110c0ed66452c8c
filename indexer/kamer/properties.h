/* What is known of a publication: metadata.xml, metadata_owms.xml, or the head of its page. */
#ifndef KAMER_PROPERTIES_H
#define KAMER_PROPERTIES_H

#include "report.h"

/* By name, without what stands before its last dot or colon, in small letters: "title",
 * "indiener", "datumontvangst". A type is by what it is of: "soort" ("Antwoord", "Motie"),
 * "parlementair". */
typedef GHashTable Properties; /* char * -> GPtrArray of char * */

Properties *properties_new(void);
void properties_free(Properties *properties);

/* An empty value is none. scheme may be NULL. */
void properties_add(Properties *properties, const char *name, const char *scheme,
		    const char *value);
/* The first; NULL without. Borrowed. */
const char *properties_first(Properties *properties, const char *name);
/* All of them (of char *); NULL without. Borrowed. */
const GPtrArray *properties_all(Properties *properties, const char *name);

/* Those that stand beside a document with this id: in its folder, or in that beside it as the
 * repository has it. *file is set to which, the caller frees. NULL when there are none of this id;
 * a file of another, or that cannot be read, is told of. */
Properties *properties_beside(const char *path, const char *id, char **file, Report *report);

/* Adds the bytes of those that stand beside a document, of whatever id. */
void properties_stamp(const char *path, GChecksum *sum);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Properties, properties_free)

#endif

/* XML in a zip file: the parts of documents of word processors, and what is looked up in them.
 * Names are without their namespace's prefix. */
#ifndef INDEXER_ZIPXML_H
#define INDEXER_ZIPXML_H

#include <glib.h>
#include <libxml/tree.h>
#include <zip.h>

#define ZIPXML_MAX_BYTES (64u << 20) /* of a part, unpacked */

/* The caller frees with xmlFreeDoc(). NULL without an error when there is no such part; NULL
 * with a G_FILE_ERROR when it is damaged or too large. Nothing is fetched, entities are not
 * expanded. path: of the zip file, for messages. */
xmlDoc *zipxml_read(zip_t *zip, const char *path, const char *name, GError **error);

gboolean zipxml_is(const xmlNode *node, const char *name);
/* The first of that name; NULL when there is none, or no node. Borrowed. */
const xmlNode *zipxml_child(const xmlNode *node, const char *name);
/* "" when it is not there, or no node. The caller frees. */
char *zipxml_attribute(const xmlNode *node, const char *name);
gboolean zipxml_has(const xmlNode *node, const char *name, const char *value);

/* Sets a G_FILE_ERROR that names the file, and gives NULL. */
void *zipxml_fail(GError **error, const char *path, const char *why);
/* The same for what zip_open() refused, with its code; right behind it. */
void *zipxml_refused(GError **error, const char *path, int code);

#endif

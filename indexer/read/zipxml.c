#include "zipxml.h"

#include <errno.h>
#include <libxml/parser.h>
#include <string.h>

/* ---- the parts of a document -------------------------------------------------------- */

void *zipxml_fail(GError **error, const char *path, const char *why)
{
	g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s: %s", path, why);
	return NULL;
}

void *zipxml_refused(GError **error, const char *path, int code)
{
	zip_error_t zip;

	zip_error_init_with_code(&zip, code); /* takes errno where that says more */
	int system = code == ZIP_ER_MEMORY ? ENOMEM : zip_error_code_system(&zip);
	zip_error_fini(&zip);
	if (!system)
		return zipxml_fail(error, path, "no .docx or .odt document, or a damaged one");
	g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(system), "%s: cannot read: %s",
		    path, g_strerror(system));
	return NULL;
}

static xmlDoc *parse(const char *bytes, gsize len)
{
	/* Entities stay as they are and nothing is fetched; deeper than 256 is an error. */
	return xmlReadMemory(bytes, (int)len, NULL, NULL,
			     XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
}

/* NULL without error when there is no such part. */
xmlDoc *zipxml_read(zip_t *zip, const char *path, const char *name, GError **error)
{
	zip_stat_t stat;

	if (zip_stat(zip, name, 0, &stat) != 0)
		return NULL;
	if (stat.size > ZIPXML_MAX_BYTES)
		return zipxml_fail(error, path, "the document is larger than 64 MB; split it");
	zip_file_t *file = zip_fopen(zip, name, 0);
	g_autofree char *bytes = g_malloc(stat.size + 1);
	zip_int64_t n = file ? zip_fread(file, bytes, stat.size) : -1;
	if (file)
		zip_fclose(file);
	if (n != (zip_int64_t)stat.size)
		return zipxml_fail(error, path,
				   "the document is damaged or locked with a password");
	xmlDoc *doc = parse(bytes, stat.size);
	return doc ? doc : zipxml_fail(error, path, "the XML in the document is damaged");
}

/* ---- its XML ------------------------------------------------------------------------ */

gboolean zipxml_is(const xmlNode *node, const char *name)
{
	return node && node->type == XML_ELEMENT_NODE && strcmp((char *)node->name, name) == 0;
}

const xmlNode *zipxml_child(const xmlNode *node, const char *name)
{
	for (const xmlNode *c = node ? node->children : NULL; c; c = c->next)
		if (zipxml_is(c, name))
			return c;
	return NULL;
}

/* An attribute by its name without prefix; "" when it is not there. The caller frees. */
char *zipxml_attribute(const xmlNode *node, const char *name)
{
	xmlChar *value = NULL;

	for (const xmlAttr *a = node ? node->properties : NULL; a && !value; a = a->next)
		if (strcmp((const char *)a->name, name) == 0)
			value = xmlNodeGetContent((const xmlNode *)a);
	char *copy = g_strdup(value ? (char *)value : "");
	xmlFree(value);
	return copy;
}

gboolean zipxml_has(const xmlNode *node, const char *name, const char *wanted)
{
	g_autofree char *value = zipxml_attribute(node, name);
	return strcmp(value, wanted) == 0;
}

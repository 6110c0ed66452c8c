/* A document that is a package: parts of XML in a zip, the same bytes every time. */
#ifndef SEARCH_PACKAGE_H
#define SEARCH_PACKAGE_H

#include <glib.h>

typedef struct {
	const char *name;
	GString *content;
	gboolean stored; /* not compressed */
} Part;

/* Appends the package of these parts, which are freed. FALSE with LATEZIP_ERROR, and then nothing
 * is appended. */
gboolean package_append(GString *out, const Part *take, gsize n, GError **error);

#endif

/* Elements and text of a document, told one by one as they are read: for readers that need no
 * tree. What is told is borrowed for the call; text is valid UTF-8, and comes in pieces. */
#ifndef INDEXER_EVENTS_H
#define INDEXER_EVENTS_H

#include <glib.h>

typedef struct {
	/* name: in small letters, without its namespace's prefix; attributes: name, value, …,
	 * NULL; line counts from 1 */
	void (*start)(const char *name, const char *const *attributes, guint line, gpointer user);
	void (*end)(const char *name, gpointer user);
	void (*text)(const char *text, gsize len, gpointer user);
} Events;

#define EVENTS_MAX_BYTES (64u << 20) /* of a file of XML */

/* Reads XML in pieces. Nothing is fetched, and no entity is expanded: one that is used, but for the
 * five of XML itself, is an error. Blanks before the declaration are left out. FALSE with a
 * G_FILE_ERROR that names the file and the line: it cannot be read, is too large, or no XML;
 * events told before that are of a document that must not be used. */
gboolean events_read_xml(const char *path, const Events *events, gpointer user, GError **error);

/* The same of bytes; path is for messages. */
gboolean events_of_xml(const char *path, const char *bytes, gsize len, const Events *events,
		       gpointer user, GError **error);

/* The value of an attribute, by its name without a prefix; NULL when it is not there. Borrowed. */
const char *events_attribute(const char *const *attributes, const char *name);

/* Makes libxml2 ready, in whatever thread calls it first. */
void events_make_ready(void);

#endif

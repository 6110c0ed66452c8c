/* What is a tag of HTML, and what is text between < and >: "mail <info@loket.example>", "beste
 * <naam>". A parser takes all for tags, and so loses what people wrote. */
#ifndef INDEXER_TAGS_H
#define INDEXER_TAGS_H

#include <glib.h>

/* The names of tags that are closed somewhere; g_hash_table_unref(). */
GHashTable *tags_new(void);
/* Adds those of a text. */
void tags_learn(GHashTable *closed, const char *text);

/* Whether the "<" at p begins a tag: by a name of HTML, by one that is closed somewhere, or because
 * it looks like no text ("o:p", "x y=1"). */
gboolean tags_begin(const char *p, GHashTable *closed);

/* A copy in which each "<" that begins no tag is "&lt;", without what only some programs are to
 * read
 * ("<![if !supportLists]>"); NULL where there is nothing to change. The caller frees. */
char *tags_escape(const char *html);

/* Whether a tag, by its name in lower case, ends the word that it stands in. */
gboolean tag_divides(const char *name);
/* The length of a name at p; 0 for none. */
gsize tag_name(const char *p);

#endif

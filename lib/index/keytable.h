/* A table as text: lines "key TAB value", sorted by bytes. It is looked up as it stands, so
 * opening an index costs nothing for what a query does not ask. */
#ifndef INDEX_KEYTABLE_H
#define INDEX_KEYTABLE_H

#include <glib.h>

G_BEGIN_DECLS

/* The table of a hash table of strings to strings, neither with a line end in it, keys
 * without a tab. The caller frees. */
char *keytable_make(GHashTable *values);

/* The value of a key in a table of len bytes; NULL without one. Borrowed, up to the next
 * line end: *value_len bytes. */
const char *keytable_find(const char *table, gsize len, const char *key, gsize *value_len);

G_END_DECLS

#endif

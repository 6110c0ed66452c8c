/* The databases of an index, one by one: to go on without those that cannot be reached. */
#ifndef SEARCH_SHARDS_H
#define SEARCH_SHARDS_H

#include "xapian-c.h"

/* Opens what the stub (a file, or XAPIANDB in a directory) names. Servers that cannot be
 * reached are left out and named in missing (of char *): "deel 2 van 3". Anything else that
 * fails fails it all: NULL with XAPIAN_ERROR. */
XapianReader *shards_open(const char *path, GPtrArray *missing, GError **error);

#endif

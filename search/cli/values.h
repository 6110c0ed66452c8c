/* The values that an option of the command line can have: for people, and for shells that
 * complete what is typed. */
#ifndef SEARCH_VALUES_H
#define SEARCH_VALUES_H

#include "index.h"

/* The values of an option (without its dashes), sorted: GPtrArray of char *, owned by the
 * caller. index may be NULL: then only those that do not depend on one. NULL with
 * CLI_ERROR_USAGE for an option without such values, or with XAPIAN_ERROR. */
GPtrArray *values_of(Index *index, const char *option, GError **error);

#endif

/* What both command lines share: options by GOption, with messages that name
 * what is wrong and the nearest that is right. */
#ifndef CLI_H
#define CLI_H

#include <glib.h>

#include "usage.h"

G_BEGIN_DECLS

extern const char cli_version[]; /* "1.0.0" */

/* Exit statuses, as grep has them. */
enum { CLI_OK = 0, CLI_NONE = 1, CLI_USAGE = 2, CLI_FAILED = 3 };

/* Parses argv by entries (ending in an empty one); user goes to their callbacks. What is left
 * over comes back as a NULL-terminated array of UTF-8 strings, owned by the caller. NULL with
 * CLI_ERROR_USAGE for a wrong option; or, without an error, after --help, --version or
 * --completion (printed on stdout). */
char **cli_parse(const GOptionEntry *entries, const char *usage, const char *summary,
		 const char *description, gpointer user, int argc, char **argv, GError **error);

G_END_DECLS

#endif

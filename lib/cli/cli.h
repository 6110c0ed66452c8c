/* What both command lines share: options by GOption, with messages that name
 * what is wrong and the nearest that is right. */
#ifndef CLI_H
#define CLI_H

#include <glib.h>

G_BEGIN_DECLS

/* Exit statuses, as grep has them. */
enum { CLI_OK = 0, CLI_NONE = 1, CLI_USAGE = 2, CLI_FAILED = 3 };

#define CLI_ERROR (cli_error_quark())
typedef enum {
	CLI_ERROR_USAGE /* a wrong option, argument or value */
} CliErrorCode;
GQuark cli_error_quark(void);

/* Parses argv by entries (ending in an empty one); what is left over comes back
 * as a NULL-terminated array of UTF-8 strings, owned by the caller. NULL with
 * CLI_ERROR_USAGE for a wrong option; or, without an error, after --help, --version or
 * --completion (printed on stdout). */
char **cli_parse(const GOptionEntry *entries, const char *usage, const char *summary,
		 const char *description, int argc, char **argv, GError **error);

/* The candidate (NULL-terminated) that is least typing errors away from word;
 * NULL when none is near. Borrowed. */
const char *cli_nearest(const char *word, const char *const *candidates);

/* CLI_ERROR_USAGE: unknown `what` `word`, the nearest, and all there are. */
void cli_set_unknown(GError **error, const char *what, const char *word,
		     const char *const *candidates);

G_END_DECLS

#endif

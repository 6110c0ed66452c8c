/* What a user asked wrongly, with the nearest that is right. */
#ifndef CLI_USAGE_H
#define CLI_USAGE_H

#include <glib.h>

G_BEGIN_DECLS

#define CLI_ERROR (cli_error_quark())
typedef enum {
	CLI_ERROR_USAGE /* a wrong option, argument or value */
} CliErrorCode;
GQuark cli_error_quark(void);

/* The candidate (NULL-terminated) that is least typing errors away from word;
 * NULL when none is near. Borrowed. */
const char *cli_nearest(const char *word, const char *const *candidates);

/* CLI_ERROR_USAGE: unknown `what` `word`, the nearest, and all there are. */
void cli_set_unknown(GError **error, const char *what, const char *word,
		     const char *const *candidates);

G_END_DECLS

#endif

/* A regular expression that is compiled when it is first needed, and then kept: compiling
 * costs more than most matches. */
#ifndef PILOT_PATTERN_H
#define PILOT_PATTERN_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
	const char *text;
	GRegexCompileFlags flags;
	gsize compiled; /* a GRegex *; 0 until the first use */
} Pattern;

/* The expression, borrowed; any thread. Its text must be right: it is of the program. */
GRegex *pattern_regex(Pattern *pattern);

G_END_DECLS

#endif

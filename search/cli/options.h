/* What a command line asks: a request, and how and where to write the answer, or what else to
 * do. */
#ifndef SEARCH_OPTIONS_H
#define SEARCH_OPTIONS_H

#include "render.h"
#include "request.h"

typedef enum { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER, N_COLORS } Color;

typedef struct {
	Request *request;
	const RenderFormat *format;
	Color color;
	char *output; /* a file; NULL or "-": standard output */
	char *index;
	gboolean partial;  /* without servers that cannot be reached */
	gboolean timeline; /* draw it */
	char *question;    /* file of parliamentary questions, "-": standard input; NULL */
	/* look inside; NULL or FALSE when not asked */
	gboolean mcp; /* answer an assistant */
	gboolean list_themes, overdue;
	char *analyse, *run, *verify, *changes, *new_since, *values;
} Options;

/* NULL with CLI_ERROR_USAGE, or without an error when --help was all. The caller frees. */
Options *options_from_argv(int argc, char **argv, GError **error);
void options_free(Options *options);

/* The name of the i-th option; NULL behind the last. */
const char *options_name(guint i);

/* The values that an option has, whatever the index: the i-th, NULL behind the last and for
 * an option without. */
const char *options_value(const char *option, guint i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Options, options_free)

#endif

/* What shells need to complete a command line, made from its table of options. */
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

#include <glib.h>

/* The script for a shell: bash, zsh or fish. entries end in an empty one. An option that takes
 * a FILE or DIR is completed with names of files, one that takes a number with nothing, any
 * other with what `program --values OPTION` prints. The caller frees; NULL with
 * CLI_ERROR_USAGE for another shell. */
char *cli_completion(const char *shell, const char *program, const GOptionEntry *entries,
		     GError **error);

#endif

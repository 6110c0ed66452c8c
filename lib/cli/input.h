/* What comes in as bytes and must be text. */
#ifndef INPUT_H
#define INPUT_H

#include <glib.h>

G_BEGIN_DECLS

/* FALSE with CLI_ERROR_USAGE for bytes that are no text in UTF-8: in plain words, with the line
 * and what stands before the first of them. what: a file or an option, at the start of the
 * message. */
gboolean input_is_text(const char *what, const char *bytes, gsize len, GError **error);

/* A whole file, or standard input for "-", of max bytes at most, as text. NULL with
 * CLI_ERROR_USAGE, or G_FILE_ERROR. The caller frees. */
char *input_read(const char *path, gsize max, GError **error);

G_END_DECLS

#endif

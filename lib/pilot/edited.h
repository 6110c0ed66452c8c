/* Files of text that editors keep: as their programs save them, and where they are wrong. */
#ifndef PILOT_EDITED_H
#define PILOT_EDITED_H

#include <glib.h>

G_BEGIN_DECLS

#define EDITED_ERROR (edited_error_quark())
typedef enum {
	EDITED_ERROR_FILE /* a message that names a file, or starts with a line: "12: …" */
} EditedErrorCode;
GQuark edited_error_quark(void);

/* Sets an EDITED_ERROR that names the line; FALSE. */
gboolean edited_fail(GError **error, guint line, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* The text of a file, without the byte order mark and the carriage returns that editors' programs
 * write. NULL with an EDITED_ERROR that names the file: it cannot be read, or is not UTF-8. The
 * caller frees. */
char *edited_load(const char *path, GError **error);

/* Calls func with each line of a text that is not empty and no remark (#), without blanks around
 * it; func may change the line. FALSE as soon as func is. */
typedef gboolean (*EditedLineFunc)(char *line, guint number, gpointer user, GError **error);
gboolean edited_each_line(const char *text, EditedLineFunc func, gpointer user, GError **error);

/* A text of blocks ("[name]") with lines "key = value". */
typedef struct {
	GKeyFile *keys;
	GHashTable *lines; /* "name" and "name\nkey" -> number of the line */
} EditedIni;

/* NULL with an EDITED_ERROR: what is not such a text, or a key that a block has twice. */
EditedIni *edited_ini(const char *text, GError **error);
/* Where a block starts, or a key of it stands; key may be NULL. 0 for none. */
guint edited_ini_line(const EditedIni *ini, const char *block, const char *key);
void edited_ini_free(EditedIni *ini);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(EditedIni, edited_ini_free)

G_END_DECLS

#endif

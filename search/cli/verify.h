/* Whether the quotes of an exported dossier still stand in the index. */
#ifndef SEARCH_VERIFY_H
#define SEARCH_VERIFY_H

#include "index.h"

typedef struct {
	guint standing, gone;
} Verified;

#define VERIFY_ERROR (verify_error_quark())
typedef enum {
	VERIFY_ERROR_FILE /* no export that can be read, or one without quotes */
} VerifyErrorCode;
GQuark verify_error_quark(void);

/* Checks each quote of a file: JSON, JSON Lines, ODT or DOCX, as --format writes them; one that
 * was edited as well. Appends a line for each to report: "staat" or "VERVALLEN", where, and
 * how it begins. FALSE with VERIFY_ERROR, WORDFILE_ERROR, G_FILE_ERROR, LATEZIP_ERROR or
 * XAPIAN_ERROR. */
gboolean verify_file(Index *index, const char *path, GString *report, Verified *verified,
		     GError **error);

#endif

/* Themes: named queries that an editor keeps in an INI file.
 *
 *   [huur]
 *   label = Huren en verhuren
 *   omschrijving = …
 *   zoekvraag = huur OR verhuur OR …
 *   drempel = 1          may be left out
 */
#ifndef QUERY_THEMES_H
#define QUERY_THEMES_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
	char *name;        /* a-z 0-9 and "-" */
	char *label;       /* as shown */
	char *description; /* "" without one */
	char *query;       /* in the query language */
	double threshold;  /* what a pilot must score to belong to it */
	guint line;        /* of the file, where it starts */
} Theme;

#define THEMES_ERROR (themes_error_quark())
typedef enum {
	THEMES_ERROR_FILE /* a theme without a label, or with a query that is not right; the message
			   * starts with its line: "12: …" */
} ThemesErrorCode;
GQuark themes_error_quark(void);

/* The themes in the text of a themes file, in its order: GPtrArray of Theme *,
 * owned by the caller. NULL with an EDITED_ERROR. */
GPtrArray *themes_parse(const char *text, GError **error);

/* Whether each is as an editor must write it: for who indexes. FALSE with THEMES_ERROR. */
gboolean themes_check(const GPtrArray *themes, GError **error);

/* NULL for a name that does not exist. Borrowed. */
const Theme *themes_find(const GPtrArray *themes, const char *name);

/* "Kies uit: huur, scheiden." The caller frees. */
char *themes_choice(const GPtrArray *themes);

G_END_DECLS

#endif

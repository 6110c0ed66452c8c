/* The thesaurus: what else people call it, kept by an editor in an INI file.
 *
 *   [huurgeschil]                 a word or several
 *   gelijk = huurconflict         means the same, both ways; ";" between several
 *   voluit = …                    what an abbreviation stands for, both ways
 *   smaller = …                   who asks for the head also means these
 *   verwant = …                   related: who asks for the head may want these
 */
#ifndef QUERY_THESAURUS_H
#define QUERY_THESAURUS_H

#include <glib.h>

#include "dutch.h"

G_BEGIN_DECLS

typedef struct Thesaurus Thesaurus;

/* How one expression leads to another. */
typedef struct {
	char *text;    /* the other expression */
	double weight; /* 0..1: of a match with it, the word itself being 1 */
} ThesaurusLink;

#define THESAURUS_MAX_WORDS 6 /* of an expression */

#define THESAURUS_ERROR (thesaurus_error_quark())
typedef enum {
	THESAURUS_ERROR_FILE /* not an INI file, an unknown key, or an expression too long */
} ThesaurusErrorCode;
GQuark thesaurus_error_quark(void);

/* Reads the text of a thesaurus file; dutch is borrowed for the call. NULL with an EDITED_ERROR or
 * a THESAURUS_ERROR, whose message starts with the line. */
Thesaurus *thesaurus_parse(const char *text, Dutch *dutch, GError **error);

/* The same as a table that an index keeps, and back: it is looked up as it stands. The
 * caller frees the table; thesaurus_open takes it. */
char *thesaurus_table(const Thesaurus *thesaurus);
Thesaurus *thesaurus_open(char *take);

void thesaurus_free(Thesaurus *thesaurus);

/* The key under which an expression is looked up: the stems of its words, stop
 * words included, with a space between. *words: their number. The caller frees. */
char *thesaurus_key(Dutch *dutch, const char *text, guint *words);

/* GPtrArray of ThesaurusLink *, heaviest first; NULL when there are none. Borrowed. */
const GPtrArray *thesaurus_find(const Thesaurus *thesaurus, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Thesaurus, thesaurus_free)

G_END_DECLS

#endif

/* The thesaurus: what else people call it, kept by editors in INI files.
 *
 *   [huurgeschil]                 a word or several
 *   gelijk = huurconflict         means the same, both ways; ";" between several
 *   voluit = …                    what an abbreviation stands for, both ways
 *   smaller = …                   who asks for the head also means these
 *   verwant = …                   related: who asks for the head may want these
 *   register = leek               whose word the head is: of everybody (leek), of a profession
 *                                 (jargon), or a name in full (voluit); may be left out
 *
 * What several files or blocks say of one expression is taken together. */
#ifndef QUERY_THESAURUS_H
#define QUERY_THESAURUS_H

#include <glib.h>

#include "dutch.h"

G_BEGIN_DECLS

typedef struct Thesaurus Thesaurus;

typedef enum {
	RELATION_SAME,     /* gelijk */
	RELATION_IN_FULL,  /* voluit */
	RELATION_NARROWER, /* smaller */
	RELATION_RELATED,  /* verwant */
	N_RELATIONS
} ThesaurusRelation;

typedef enum {
	REGISTER_NONE, /* not said */
	REGISTER_LAY,  /* leek */
	REGISTER_JARGON,
	REGISTER_FULL, /* voluit */
	N_REGISTERS
} ThesaurusRegister;

/* How one expression leads to another. */
typedef struct {
	char *text; /* the other expression */
	char *key;  /* thesaurus_key() of it; NULL when looked up in a table */
	ThesaurusRelation relation;
	ThesaurusRegister reg; /* of the block that says so */
	double weight;         /* 0..1: of a match with it, the word itself being 1 */
} ThesaurusLink;

/* Whether the other calls it the same, or writes it in full. */
static inline gboolean thesaurus_is_name(const ThesaurusLink *link)
{
	return link->relation == RELATION_SAME || link->relation == RELATION_IN_FULL;
}

#define THESAURUS_MAX_WORDS 8 /* of an expression */

#define THESAURUS_ERROR (thesaurus_error_quark())
typedef enum {
	THESAURUS_ERROR_FILE /* not an INI file, an unknown key, or an expression too long */
} ThesaurusErrorCode;
GQuark thesaurus_error_quark(void);

/* An empty one, and the text of a file added to it; dutch is borrowed for the call. FALSE with an
 * EDITED_ERROR or a THESAURUS_ERROR, whose message starts with the line. */
Thesaurus *thesaurus_new(void);
gboolean thesaurus_add(Thesaurus *thesaurus, const char *text, Dutch *dutch, GError **error);
/* The same of one file; NULL for FALSE. */
Thesaurus *thesaurus_parse(const char *text, Dutch *dutch, GError **error);

/* The same as a table that an index keeps, and back: it is looked up as it stands. The
 * caller frees the table; thesaurus_open takes it. */
char *thesaurus_table(const Thesaurus *thesaurus);
Thesaurus *thesaurus_open(char *take);

void thesaurus_free(Thesaurus *thesaurus);

/* What a file says, as it is written. */
typedef struct {
	const char *head, *other;
	ThesaurusRelation relation;
	guint line;
} ThesaurusSaid;
/* Calls func with each of it; FALSE as thesaurus_add(). */
typedef void (*ThesaurusFunc)(const ThesaurusSaid *said, gpointer user);
gboolean thesaurus_each(const char *text, Dutch *dutch, ThesaurusFunc func, gpointer user,
			GError **error);

/* The key under which an expression is looked up: the stems of its words, stop
 * words included, with a space between. *words: their number. The caller frees. */
char *thesaurus_key(Dutch *dutch, const char *text, guint *words);

/* A key while it is made, word by word; also of the words that say something, so that "ben het niet
 * eens met" leads where "het niet eens zijn met" does. */
typedef struct {
	GString *all, *telling;
	guint words, tell;
	gboolean starts, bare; /* the first word says something; and the last */
} ThesaurusKey;
void thesaurus_key_start(ThesaurusKey *key);
void thesaurus_key_add(ThesaurusKey *key, const char *stem, gboolean light);
void thesaurus_key_clear(ThesaurusKey *key);

/* GPtrArray of ThesaurusLink *, heaviest first; NULL when there are none. Borrowed. */
const GPtrArray *thesaurus_find(const Thesaurus *thesaurus, const char *key);
/* The same of an expression, by all its words or by those that say something. */
const GPtrArray *thesaurus_find_key(const Thesaurus *thesaurus, const ThesaurusKey *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Thesaurus, thesaurus_free)

G_END_DECLS

#endif

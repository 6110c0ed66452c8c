/* Where the words of queries are looked up: each text is analysed once, and each word counted
 * once, as long as a search takes. The first error of the database is kept: who asks for a
 * count gets 0, and who answers the user asks query_context_check() before it says so. */
#ifndef QUERY_CONTEXT_H
#define QUERY_CONTEXT_H

#include "thesaurus.h"
#include "xapian-c.h"

G_BEGIN_DECLS

/* A word, joined form or part, as the analysis sees it. */
typedef struct {
	char *exact, *stem;
	DutchKind kind;
	guint run;
	gboolean stop;
} Token;

/* A text of a query. */
typedef struct {
	GArray *tokens; /* of Token */
	ThesaurusKey key;
	guint words;
	gboolean stop; /* only stop words */
} Expression;

static inline const Token *expression_token(const Expression *e, guint i)
{
	return &g_array_index(e->tokens, Token, i);
}

typedef struct {
	Dutch *dutch;
	const Thesaurus *thesaurus; /* may be NULL */
	XapianReader *reader;       /* may be NULL */
	GError *error;              /* the first */
	GHashTable *expressions;    /* text -> Expression */
	GHashTable *frequencies;    /* kind and word -> documents */
	GHashTable *provinces;      /* folded name -> documents; NULL until one is asked for */
} QueryContext;

/* All three are borrowed. The caller frees. */
QueryContext *query_context_new(Dutch *dutch, const Thesaurus *thesaurus, XapianReader *reader);
void query_context_free(QueryContext *context);
/* Another search begins: what was looked up before is no longer kept. */
void query_context_forget(QueryContext *context);
/* FALSE with the error of any look-up, which is then forgotten. */
gboolean query_context_check(QueryContext *context, GError **error);
/* Where a look-up puts its error. */
GError **query_context_error(QueryContext *context);

/* Borrowed until the context forgets. */
const Expression *query_expression(QueryContext *context, const char *text);
/* What the thesaurus says of it, of ThesaurusLink *; NULL for nothing. Borrowed. */
const GPtrArray *query_links(const QueryContext *context, const Expression *expression);
/* How many documents have a word of that kind (TERM_STEM, TERM_PART; "": as it is printed). */
guint query_frequency(QueryContext *context, const char *kind, const char *word);

/* The province that a text names, folded: "noord holland", "Fryslân"; "provincie utrecht" too,
 * where "utrecht" alone is the place ("utrecht (provincie)" in the index). *documents: how many
 * lie in it. NULL for none, and for one that no document lies in. Borrowed until the context
 * forgets. */
const char *query_province(QueryContext *context, const char *text, guint *documents);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(QueryContext, query_context_free)

G_END_DECLS

#endif

/* What the analysis made of a pilot's texts, kept with it in the index: so a search looks
 * for its words in the pilots it shows without analysing them again.
 *
 * The bytes: the strings that the tokens have, each with its NUL, an empty one at the end;
 * then per text (the title, the sections in their order) the number of tokens and the tokens.
 * Numbers are as varint.h has them. */
#ifndef INDEX_TOKENS_H
#define INDEX_TOKENS_H

#include "dutch.h"
#include "pilot.h"

G_BEGIN_DECLS

/* The tokens of a pilot's title and sections. The caller unrefs. */
GBytes *tokens_make(const Pilot *pilot, Dutch *dutch);

/* The strings, in order; offset: where the tokens begin. GPtrArray of const char *, borrowed
 * from the bytes; the caller unrefs. NULL for bytes that are not of tokens_make(). */
GPtrArray *tokens_strings(GBytes *tokens, gsize *offset);

/* A token by the numbers of its strings. */
typedef struct {
	DutchKind kind;
	gboolean stop;
	guint exact, stem;
} TokenNumbers;

/* Calls func for all tokens of the text at *offset, and moves to the next text. FALSE for
 * damaged bytes. */
typedef void (*TokenFunc)(const TokenNumbers *token, gpointer user);
gboolean tokens_all(GBytes *tokens, gsize *offset, guint strings, TokenFunc func, gpointer user);

/* Calls func for the tokens of the text at *offset whose exact form or stem is wanted (by
 * number, one byte each), and moves to the next text. Tokens have no character offsets, and
 * for their position the number of the word in the text. FALSE for damaged bytes. */
gboolean tokens_each(GBytes *tokens, gsize *offset, const GPtrArray *strings, const guchar *wanted,
		     DutchTokenFunc func, gpointer user);

G_END_DECLS

#endif

/* Which words of a text can have one of some stems: a quick look that lets a few others through
 * and never holds one back, so that a text is not stemmed and split for the words of a query that
 * most of it has not. */
#ifndef DUTCH_SIEVE_H
#define DUTCH_SIEVE_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct DutchSieve DutchSieve;

DutchSieve *dutch_sieve_new(void);
void dutch_sieve_free(DutchSieve *sieve);

/* Lets words through that may have this stem, or a part with it, or that begin so. */
void dutch_sieve_add(DutchSieve *sieve, const char *stem);

/* FALSE for a lower-case word that has none of them. */
gboolean dutch_sieve_passes(const DutchSieve *sieve, const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DutchSieve, dutch_sieve_free)

G_END_DECLS

#endif

#include "stem.h"

#include <libstemmer.h>
#include <string.h>

struct Stemmer {
	struct sb_stemmer *snowball;
};

Stemmer *stemmer_new(void)
{
	Stemmer *s = g_new0(Stemmer, 1);

	/* From Snowball 3.0 "dutch" is another algorithm and this one is called
	 * "dutch_porter"; an index must not change its stems with the library. */
	s->snowball = sb_stemmer_new("dutch_porter", "UTF_8");
	if (!s->snowball)
		s->snowball = sb_stemmer_new("dutch", "UTF_8");
	g_assert(s->snowball); /* only a libstemmer built without Dutch has none */
	return s;
}

void stemmer_free(Stemmer *s)
{
	if (!s)
		return;
	sb_stemmer_delete(s->snowball);
	g_free(s);
}

void stemmer_stem(Stemmer *s, const char *folded, GString *out)
{
	const sb_symbol *stem =
		sb_stemmer_stem(s->snowball, (const sb_symbol *)folded, (int)strlen(folded));
	g_string_append_len(out, (const char *)stem, sb_stemmer_length(s->snowball));
}

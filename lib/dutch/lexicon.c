#include "lexicon.h"

#include <string.h>

#include "dutch.h"

#define WANT_LEXICON
#include "tables.h" /* made by mkdata */

const LexiconSlot *lexicon_find(const char *word, gsize n)
{
	guint i = lexicon_hash(word, n) % LEXICON_SLOTS;

	for (; lexicon_slots[i].length; i = (i + 1) % LEXICON_SLOTS)
		if (lexicon_slots[i].length == n &&
		    memcmp(lexicon_pool + lexicon_slots[i].offset, word, n) == 0)
			return &lexicon_slots[i];
	return NULL;
}

gboolean dutch_is_part(const char *word, gsize n)
{
	const LexiconSlot *slot = lexicon_find(word, n);
	return slot && (slot->left || slot->right);
}

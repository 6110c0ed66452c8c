/* The analysis of Dutch: whatever is written, tokens lie in the text, in order. */
#include "dutch.h"
#include "fuzz.h"
#include "sentences.h"

typedef struct {
	gsize len;
	guint position;
} Seen;

static void see(const DutchToken *t, gpointer user)
{
	Seen *seen = user;

	MUST(t->start <= t->end && t->end <= seen->len);
	MUST(t->word_start <= t->start && t->end <= t->word_end && t->word_end <= seen->len);
	MUST(t->char_start <= t->char_end && t->char_end - t->char_start <= t->end - t->start);
	MUST(t->kind != DUTCH_WORD || t->position > seen->position);
	MUST(*t->exact && g_utf8_validate(t->exact, -1, NULL) &&
	     g_utf8_validate(t->stem, -1, NULL));
	if (t->kind == DUTCH_WORD)
		seen->position = t->position;
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	static Dutch *dutch;
	g_autofree char *text = fuzz_text(data, size);
	Seen seen = { strlen(text), 0 };

	if (!dutch)
		dutch = dutch_new();
	dutch_analyse(dutch, text, seen.len, see, &seen);
	g_array_unref(sentences_of(text));
	return 0;
}

#include "stem.h"

#include <libstemmer.h>
#include <string.h>

#include "lexicon.h"
#include "split.h"

#define WANT_STEMS
#include "tables.h" /* made by mkdata */

struct Stemmer {
	struct sb_stemmer *snowball;
	GString *word; /* the word at hand, changed step by step */
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
	s->word = g_string_new(NULL);
	return s;
}

void stemmer_free(Stemmer *s)
{
	if (!s)
		return;
	sb_stemmer_delete(s->snowball);
	g_string_free(s->word, TRUE);
	g_free(s);
}

static gboolean ends(const GString *w, const char *ending)
{
	gsize n = strlen(ending);
	return w->len >= n && memcmp(w->str + w->len - n, ending, n) == 0;
}

/* Whether exception i is the word, or its ending. Most are ruled out by their last letter:
 * this is asked for every word. */
static gboolean is_exception(const GString *w, gsize i)
{
	gsize n = stem_exceptions[i].len;

	return n <= w->len && stem_exceptions[i].form[n - 1] == w->str[w->len - 1] &&
	       (stem_exceptions[i].ending || n == w->len) &&
	       memcmp(w->str + w->len - n, stem_exceptions[i].form, n) == 0;
}

/* Irregular forms; the first in the list that fits. TRUE when it gives the stem. */
static gboolean apply_exceptions(GString *w)
{
	for (gsize i = 0; i < G_N_ELEMENTS(stem_exceptions); i++) {
		if (!is_exception(w, i))
			continue;
		g_string_truncate(w, w->len - stem_exceptions[i].len);
		g_string_append(w, stem_exceptions[i].stem);
		return stem_exceptions[i].final;
	}
	return FALSE;
}

/* TRUE for a word that compounds are made with, or whose last part is one. */
static gboolean is_noun(const char *word, gsize n)
{
	SplitPart parts[SPLIT_MAX_PARTS];

	if (lexicon_find(word, n))
		return TRUE;
	guint count = split_word(word, n, FALSE, parts);
	const SplitPart *last = &parts[count - 1];
	return count > 1 && lexicon_find(word + last->start, last->end - last->start);
}

/* gemeentes, evaluaties: a plural -s behind e, when a noun is left. Snowball
 * keeps it, since it cannot know that "proces" and "advies" are no plurals. */
static void strip_plural_s(GString *w)
{
	if (w->len > 4 && ends(w, "es") && is_noun(w->str, w->len - 1))
		g_string_truncate(w, w->len - 1);
}

static gboolean is_vowel(char c)
{
	return strchr("aeiouy", c) != NULL;
}

static gboolean has_vowel(const char *word, gsize n)
{
	for (gsize i = 0; i < n; i++)
		if (is_vowel(word[i]))
			return TRUE;
	return FALSE;
}

/* scheiding -> scheid, as Snowball does with longer words only. */
static void strip_ing(GString *w)
{
	if (ends(w, "ing") && w->len >= 6 && has_vowel(w->str, w->len - 3))
		g_string_truncate(w, w->len - 3);
}

/* geschill -> geschil, briev -> brief, huiz -> huis. */
static void mend_end(GString *w)
{
	if (w->len < 4 || !g_ascii_isalpha(w->str[w->len - 1]) || is_vowel(w->str[w->len - 1]))
		return;
	if (w->str[w->len - 1] == w->str[w->len - 2])
		g_string_truncate(w, w->len - 1);
	char *last = &w->str[w->len - 1];
	*last = *last == 'v' ? 'f' : *last == 'z' ? 's' : *last;
}

/* sociaal -> social, as sociale gives; Snowball shortens a vowel only behind a consonant. */
static void shorten_vowel(GString *w)
{
	const char *end = w->str + w->len;

	if (w->len < 6 || is_vowel(end[-1]) || !strchr("aeou", end[-2]) || end[-2] != end[-3] ||
	    !is_vowel(end[-4]) || end[-4] == end[-3])
		return;
	g_string_erase(w, (gssize)w->len - 2, 1);
}

static void snowball(Stemmer *s)
{
	const sb_symbol *stem =
		sb_stemmer_stem(s->snowball, (const sb_symbol *)s->word->str, (int)s->word->len);
	g_string_truncate(s->word, 0);
	g_string_append_len(s->word, (const char *)stem, sb_stemmer_length(s->snowball));
}

void stemmer_stem(Stemmer *s, const char *folded, GString *out)
{
	g_string_assign(s->word, folded);
	if (!apply_exceptions(s->word)) {
		strip_plural_s(s->word);
		snowball(s);
		strip_ing(s->word);
		mend_end(s->word);
		shorten_vowel(s->word);
	}
	g_string_append_len(out, s->word->str, s->word->len);
}

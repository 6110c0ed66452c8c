#include "needles.h"

#include <string.h>

#define MIN_NEEDLE 2
#define BUCKETS 1024

/* A stem and the word it is of begin alike: they differ in the last letter of the stem
 * (huis: huizen) and behind it. So a stem without its last letter is in the word, but for
 * irregular forms (lid: leden), which are needles themselves. Of words with an accent, a
 * hyphen, brackets and the like nothing is assumed. */
struct Needles {
	GPtrArray *words;         /* of char *: lower case ASCII */
	GArray *buckets[BUCKETS]; /* of guint: the needles that begin with a pair of letters */
	gboolean anything;        /* nothing can be ruled out */
};

static guint bucket_of(char a, char b)
{
	return ((guint)(guchar)a * 31 + (guchar)b) % BUCKETS;
}

static void add_needle(Needles *n, const char *text, gsize len)
{
	if (len < MIN_NEEDLE) {
		n->anything = TRUE;
		return;
	}
	GArray **bucket = &n->buckets[bucket_of(text[0], text[1])];
	guint i = n->words->len;
	g_ptr_array_add(n->words, g_strndup(text, len));
	if (!*bucket)
		*bucket = g_array_new(FALSE, FALSE, sizeof(guint));
	g_array_append_val(*bucket, i);
}

/* Irregular forms of words with this stem, which was made of what stands for the form:
 * either has the beginning of the other in it. */
static void add_irregular(Needles *n, const char *stem)
{
	const char *form, *made;
	g_autofree char *core = g_strndup(stem, MAX(strlen(stem), 2) - 1);

	for (guint i = 0; dutch_irregular(i, &form, &made); i++) {
		gsize len = strlen(made);
		g_autofree char *begin = g_strndup(made, len >= 4 ? len - 2 : len - 1);
		if (strstr(stem, begin) || strstr(made, core))
			add_needle(n, form, strlen(form));
	}
}

/* Letters and digits that a word begins with. */
static gsize plain_length(const char *text)
{
	gsize n = 0;

	while (g_ascii_isalnum(text[n]))
		n++;
	return n;
}

static void add_stem(Needles *n, const char *stem)
{
	gsize len = plain_length(stem);

	add_irregular(n, stem);
	if (g_str_has_prefix(stem, "euro")) /* may be printed as a sign */
		n->anything = TRUE;
	if (len && !stem[len])
		len--;
	if (len >= 3 && memcmp(stem + len - 3, "hei", 3) == 0) /* eenheid: eenheden */
		len -= 3;
	add_needle(n, stem, len);
}

static void add_term(Needles *n, const char *term)
{
	if (g_ascii_isupper(*term)) { /* of a stem or a part */
		add_stem(n, term + 1);
		return;
	}
	g_autofree char *folded = dutch_fold(term);
	add_needle(n, folded, plain_length(folded));
}

/* A phrase has all its words: one will do, the longest. */
static void add_phrase(Needles *n, const QueryPhrase *phrase)
{
	const char *longest = "";

	for (guint i = 0; i < phrase->words->len; i++)
		if (strlen(phrase->words->pdata[i]) > strlen(longest))
			longest = phrase->words->pdata[i];
	add_term(n, longest);
}

Needles *needles_new(const Query *query)
{
	Needles *n = g_new0(Needles, 1);
	GHashTableIter iter;
	gpointer term;

	n->words = g_ptr_array_new_with_free_func(g_free);
	g_hash_table_iter_init(&iter, query->terms);
	while (g_hash_table_iter_next(&iter, &term, NULL))
		add_term(n, term);
	for (guint i = 0; i < query->leaves->len; i++) {
		const QueryLeaf *l = query->leaves->pdata[i];
		n->anything |= l->is_wildcard;
		for (guint k = 0; k < l->phrases->len; k++)
			add_phrase(n, l->phrases->pdata[k]);
		for (guint k = 0; k < l->families->len; k++)
			add_stem(n, l->families->pdata[k]);
	}
	return n;
}

void needles_free(Needles *n)
{
	if (!n)
		return;
	for (gsize i = 0; i < BUCKETS; i++)
		if (n->buckets[i])
			g_array_unref(n->buckets[i]);
	g_ptr_array_unref(n->words);
	g_free(n);
}

/* ---- looking -------------------------------------------------------------------------- */

/* A letter with an accent, or of another script: their words are not looked into. Signs
 * (U+0080..U+00BF, U+2000..U+2FFF) are no letters. */
static gboolean is_other_letter(guchar c)
{
	return c >= 0xC3 && c != 0xE2;
}

/* What a word may have in it beside letters: then its parts are written apart. */
static gboolean is_inside(const char *text, gsize len, gsize i)
{
	gboolean before = i > 0 && g_ascii_isalnum(text[i - 1]);
	gboolean after = i + 1 < len && g_ascii_isalnum(text[i + 1]);

	switch (text[i]) {
	case '-': return before || after;
	case '(':
	case '\'':
	case '.':
	case '&':
	case '^': return before && after;
	case ')': return after;
	case '\xE2': /* ’ and the hyphens of Unicode */
		return before && i + 3 < len && g_ascii_isalnum(text[i + 3]);
	default: return FALSE;
	}
}

static gboolean bucket_matches(const Needles *n, const GArray *bucket, const char *text, gsize len)
{
	for (guint i = 0; i < bucket->len; i++) {
		const char *word = n->words->pdata[g_array_index(bucket, guint, i)];
		gsize size = strlen(word);
		if (size <= len && g_ascii_strncasecmp(text, word, size) == 0)
			return TRUE;
	}
	return FALSE;
}

gboolean needles_may_match(const Needles *n, const char *text, gsize len)
{
	if (n->anything)
		return TRUE;
	for (gsize i = 0; i < len; i++) {
		if (!g_ascii_isalnum(text[i])) {
			if (is_other_letter((guchar)text[i]) || is_inside(text, len, i))
				return TRUE;
			continue;
		}
		if (i + 1 >= len)
			break;
		const GArray *bucket = n->buckets[bucket_of(g_ascii_tolower(text[i]),
							    g_ascii_tolower(text[i + 1]))];
		if (bucket && bucket_matches(n, bucket, text + i, len - i))
			return TRUE;
	}
	return FALSE;
}

/* What a word and its stem have in common: the first letter, and the consonants behind it. Stems
 * lose endings, doubled letters and vowels (huren, huur), and end in f and s for v and z (brieven,
 * brief); none of that touches these. */
#include "sieve.h"

#include <string.h>

#define WANT_STEMS
#include "tables.h" /* made by mkdata */

#define LETTERS 26u
#define KEYS (LETTERS * LETTERS * LETTERS)

struct DutchSieve {
	gboolean all; /* a stem that says too little: everything passes */
	guint64 two[LETTERS * LETTERS / 64 + 1];   /* of stems with one consonant */
	guint64 begun[LETTERS * LETTERS / 64 + 1]; /* of others, for words with one (musea) */
	guint64 three[KEYS / 64 + 1];
};

DutchSieve *dutch_sieve_new(void)
{
	return g_new0(DutchSieve, 1);
}

void dutch_sieve_free(DutchSieve *s)
{
	g_free(s);
}

/* 0..25 for a letter, v as f and z as s; -1 for anything else. */
static int letter_at(const char *p)
{
	if (!g_ascii_islower(*p))
		return -1;
	return (*p == 'v' ? 'f' : *p == 'z' ? 's' : *p) - 'a';
}

static gboolean is_vowel(int letter)
{
	return letter >= 0 &&
	       (1 << letter & (1 << 0 | 1 << 4 | 1 << 8 | 1 << 14 | 1 << 20 | 1 << 24));
}

/* The next consonant that is another than `before`, and moves p behind it; -1 for none. */
static int next_consonant(const char **p, int before)
{
	for (; **p; ++*p) {
		int letter = letter_at(*p);
		if (letter >= 0 && !is_vowel(letter) && letter != before) {
			++*p;
			return letter;
		}
		if (is_vowel(letter))
			before = -1;
	}
	return -1;
}

/* The letter at p and the two consonants behind it; how many there are. */
static guint key_at(const char *p, int key[3])
{
	key[0] = letter_at(p++);
	key[1] = next_consonant(&p, key[0]);
	key[2] = key[1] < 0 ? -1 : next_consonant(&p, key[1]);
	return key[1] < 0 ? 1 : key[2] < 0 ? 2 : 3;
}

static guint number(const int *key, guint n)
{
	guint k = 0;

	for (guint i = 0; i < n; i++)
		k = k * LETTERS + (guint)key[i];
	return k;
}

static void set(guint64 *bits, guint k)
{
	bits[k / 64] |= G_GUINT64_CONSTANT(1) << k % 64;
}

static gboolean has(const guint64 *bits, guint k)
{
	return bits[k / 64] >> k % 64 & 1;
}

static gboolean is_letters(const char *word)
{
	for (; *word; word++)
		if (!g_ascii_islower(*word))
			return FALSE;
	return TRUE;
}

static gboolean same_key(const char *a, const char *b)
{
	int x[3], y[3];
	guint n = key_at(a, x);

	return n == key_at(b, y) && number(x, n) == number(y, n);
}

static void add_key(DutchSieve *s, const char *word)
{
	int key[3];

	switch (key_at(word, key)) {
	case 3:
		set(s->three, number(key, 3));
		set(s->begun, number(key, 2));
		break;
	case 2: set(s->two, number(key, 2)); break;
	default: s->all = TRUE; break;
	}
}

void dutch_sieve_add(DutchSieve *s, const char *stem)
{
	if (!*stem || !is_letters(stem))
		return; /* no word has it; or a word with it passes anyhow */
	add_key(s, stem);
	for (gsize i = 0; i < G_N_ELEMENTS(stem_exceptions); i++) {
		const char *regular = stem_exceptions[i].stem;
		if (letter_at(regular) == letter_at(stem) &&
		    same_key(regular, stem)) /* lui: lied */
			add_key(s, stem_exceptions[i].form);
		if (stem_exceptions[i].ending && g_str_has_suffix(stem, regular)) { /* zeelui */
			g_autofree char *start = g_strndup(stem, strlen(stem) - strlen(regular));
			g_autofree char *form = g_strconcat(start, stem_exceptions[i].form, NULL);
			add_key(s, form);
		}
	}
}

/* From the end, so that the two consonants behind each letter are known when it is reached. */
gboolean dutch_sieve_passes(const DutchSieve *s, const char *word)
{
	int key[3] = { -1, -1, -1 };

	if (s->all)
		return TRUE;
	for (gsize i = strlen(word); i-- > 0;) {
		key[0] = letter_at(word + i);
		if (key[0] < 0)
			return TRUE;
		if (key[1] >= 0 &&
		    (has(s->two, number(key, 2)) ||
		     (key[2] < 0 ? has(s->begun, number(key, 2)) : has(s->three, number(key, 3)))))
			return TRUE;
		if (!is_vowel(key[0]) && (i == 0 || letter_at(word + i - 1) != key[0])) {
			key[2] = key[1];
			key[1] = key[0];
		}
	}
	return FALSE;
}

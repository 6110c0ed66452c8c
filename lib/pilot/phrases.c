#include "phrases.h"

#include <string.h>

typedef struct {
	int meaning;
	char text[];
} Phrase;

struct Phrases {
	GHashTable *by_word; /* first word -> GPtrArray of Phrase *, the longest first */
	GHashTable *endings; /* of a word -> its meaning */
};

Phrases *phrases_new(void)
{
	Phrases *p = g_new(Phrases, 1);

	p->by_word = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
					   (GDestroyNotify)g_ptr_array_unref);
	p->endings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return p;
}

void phrases_free(Phrases *p)
{
	if (!p)
		return;
	g_hash_table_unref(p->by_word);
	g_hash_table_unref(p->endings);
	g_free(p);
}

/* The bytes of letters at the start of a text; one character when it is none. */
static gsize first_word(const char *text)
{
	const char *p = text;

	while (g_unichar_isalpha(g_utf8_get_char(p)))
		p = g_utf8_next_char(p);
	if (p == text && *p)
		p = g_utf8_next_char(p);
	return (gsize)(p - text);
}

static gint by_length(gconstpointer a, gconstpointer b)
{
	gsize x = strlen((*(Phrase *const *)a)->text), y = strlen((*(Phrase *const *)b)->text);
	return x > y ? -1 : x < y;
}

void phrases_add(Phrases *p, const char *phrase, int meaning)
{
	g_autofree char *word = g_strndup(phrase, first_word(phrase));
	GPtrArray *same = g_hash_table_lookup(p->by_word, word);
	gsize size = strlen(phrase) + 1;

	if (*phrase == '*') {
		g_hash_table_insert(p->endings, g_strdup(phrase + 1), GINT_TO_POINTER(meaning));
		return;
	}
	if (!same) {
		same = g_ptr_array_new_with_free_func(g_free);
		g_hash_table_insert(p->by_word, g_steal_pointer(&word), same);
	}
	Phrase *one = g_malloc(sizeof(Phrase) + size);
	one->meaning = meaning;
	memcpy(one->text, phrase, size);
	g_ptr_array_add(same, one);
	g_ptr_array_sort(same, by_length); /* a stable sort */
}

void phrases_add_all(Phrases *p, const char *list, int meaning)
{
	g_auto(GStrv) each = g_strsplit(list, ";", -1);

	for (char **one = each; *one; one++)
		if (*g_strstrip(*one))
			phrases_add(p, *one, meaning);
}

/* The bytes that a phrase takes of a text; 0 when it does not stand there. */
static gsize length_at(const char *text, const char *phrase)
{
	const char *p = text;
	const char *q = phrase;

	for (; *q; q++)
		if (*q == ' ' ? !g_ascii_isspace(*p) : *p != *q)
			return 0;
		else
			p++;
	gboolean ends = !g_unichar_isalnum(g_utf8_get_char(p)) ||
			!g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(q)));
	return ends ? (gsize)(p - text) : 0;
}

#define LONGEST_WORD 64 /* bytes: a longer one is no compound */

/* What the longest ending of a word means. */
static int by_ending(const Phrases *p, const char *word)
{
	if (strlen(word) > LONGEST_WORD)
		return 0;
	for (const char *end = word; *end; end = g_utf8_next_char(end)) {
		int meaning = GPOINTER_TO_INT(g_hash_table_lookup(p->endings, end));
		if (meaning)
			return meaning;
	}
	return 0;
}

int phrases_at(const Phrases *p, const char *text, gsize *length)
{
	g_autofree char *word = g_strndup(text, first_word(text));
	const GPtrArray *same = g_hash_table_lookup(p->by_word, word);

	for (guint i = 0; same && i < same->len; i++) {
		const Phrase *one = same->pdata[i];
		if ((*length = length_at(text, one->text)))
			return one->meaning;
	}
	int meaning = g_hash_table_size(p->endings) ? by_ending(p, word) : 0;
	*length = meaning ? strlen(word) : 0;
	return meaning;
}

#include "phrasing.h"

#include <string.h>

#include "dutch.h"
#include "hash.h"
#include "sentences.h"

static void phrasing_free(gpointer data)
{
	Phrasing *p = data;

	g_free(p->text);
	g_free(p->key);
	g_free(p);
}

/* Only letters and digits count, so neither a full stop nor a bullet makes a difference. */
static char *key_of(const char *text)
{
	g_autofree char *folded = dutch_fold(text);
	g_autoptr(GString) plain = g_string_new(NULL);
	guint words = 0;

	for (const char *p = folded; *p; p = g_utf8_next_char(p)) {
		gboolean letter = g_unichar_isalnum(g_utf8_get_char(p));
		gboolean between = !plain->len || plain->str[plain->len - 1] == ' ';
		if (letter) {
			words += between;
			g_string_append_unichar(plain, g_utf8_get_char(p));
		} else if (!between) {
			g_string_append_c(plain, ' ');
		}
	}
	if (words < PHRASING_MIN_WORDS)
		return NULL;
	g_strchomp(plain->str);
	return g_strdup_printf("%016" G_GINT64_MODIFIER "x",
			       hash_bytes(plain->str, strlen(plain->str)));
}

GPtrArray *phrasing_of(const Pilot *pilot)
{
	GPtrArray *all = g_ptr_array_new_with_free_func(phrasing_free);

	for (guint i = 0; i < pilot->sections->len; i++) {
		const Section *s = pilot->sections->pdata[i];
		if (s->kind == SECTION_LOOPTIJD)
			continue;
		g_autoptr(GArray) sentences = sentences_of(s->text);
		for (guint k = 0; k < sentences->len; k++) {
			const Sentence *at = &g_array_index(sentences, Sentence, k);
			Phrasing *p = g_new(Phrasing, 1);
			*p = (Phrasing) { s, g_strndup(s->text + at->start, at->end - at->start),
					  NULL };
			p->key = key_of(p->text);
			g_ptr_array_add(all, p);
		}
	}
	return all;
}

guint phrasing_in_common(const GPtrArray *a, const GPtrArray *b)
{
	g_autoptr(GHashTable) keys = g_hash_table_new(g_str_hash, g_str_equal);
	guint common = 0;

	for (guint i = 0; i < a->len; i++) {
		const Phrasing *p = a->pdata[i];
		if (p->key)
			g_hash_table_add(keys, p->key);
	}
	for (guint i = 0; i < b->len; i++) {
		const Phrasing *p = b->pdata[i];
		common += p->key && g_hash_table_remove(keys, p->key);
	}
	return common;
}

#include "entry.h"

#include <stdlib.h>
#include <string.h>

#include "fold.h"
#include "split.h"
#include "stem.h"

#define WANT_STOPWORDS
#include "tables.h" /* made by mkdata */

#define CACHE_WORDS 65536 /* then the cache starts anew: memory stays bounded */

struct Entries {
	Stemmer *stemmer;
	GHashTable *cache; /* how and lower-case word -> Entry */
	GString *key, *scratch;
};

static void run_clear(gpointer data)
{
	EntryRun *r = data;

	g_free(r->folded);
	g_free(r->stem);
}

static void entry_free(gpointer data)
{
	Entry *e = data;

	g_free(e->folded);
	g_free(e->stem);
	g_free(e->parts);
	if (e->runs)
		g_array_unref(e->runs);
	g_free(e);
}

Entries *entries_new(void)
{
	Entries *es = g_new0(Entries, 1);

	es->stemmer = stemmer_new();
	es->cache = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, entry_free);
	es->key = g_string_new(NULL);
	es->scratch = g_string_new(NULL);
	return es;
}

void entries_free(Entries *es)
{
	stemmer_free(es->stemmer);
	g_hash_table_unref(es->cache);
	g_string_free(es->key, TRUE);
	g_string_free(es->scratch, TRUE);
	g_free(es);
}

static int compare_words(const void *a, const void *b)
{
	return strcmp(a, *(const char *const *)b);
}

static gboolean is_among(const char *folded, const char *const *words, gsize n)
{
	return bsearch(folded, words, n, sizeof *words, compare_words) != NULL;
}

static char *stem(Entries *es, const char *folded)
{
	g_string_truncate(es->scratch, 0);
	stemmer_stem(es->stemmer, folded, es->scratch);
	return g_strdup(es->scratch->str);
}

static void add_run(Entries *es, Entry *e, gsize start, gsize end, guint parts)
{
	g_autofree char *folded = g_strndup(e->folded + start, end - start);
	EntryRun r = { start, end, parts, NULL, stem(es, folded) };

	r.folded = g_steal_pointer(&folded);
	if (!e->runs) {
		e->runs = g_array_new(FALSE, FALSE, sizeof(EntryRun));
		g_array_set_clear_func(e->runs, run_clear);
	}
	g_array_append_val(e->runs, r);
}

/* huurder -> huur, in the word that starts at `start`. */
static void add_agent(Entries *es, Entry *e, gsize start, gsize end)
{
	gsize base = split_agent_base(e->folded + start, end - start);

	if (base)
		add_run(es, e, start, start + base, 0);
}

/* Each part and each row of parts on end, but not the whole. */
static void add_runs(Entries *es, Entry *e, const SplitPart *parts, guint n)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = 0; n > 1 && i < n; i++) {
		gsize from = parts[i].start;
		gsize to = i + 1 < n ? parts[i + 1].start : parts[i].end;
		g_string_append(text, i ? "+" : "");
		g_string_append_len(text, e->folded + from, to - from);
		for (guint k = i; k < n; k++)
			if (k - i + 1 < n)
				add_run(es, e, from, parts[k].end, k - i + 1);
		add_agent(es, e, from, parts[i].end);
	}
	if (n == 1)
		add_agent(es, e, 0, parts[0].end);
	g_free(e->parts);
	e->parts = g_strdup(text->str);
}

/* "foto's", "Anna's": the plural or genitive s is no part of the word. */
static char *without_apostrophe_s(const char *lower)
{
	gsize n = strlen(lower);

	return g_strndup(lower, n > 3 && g_str_has_suffix(lower, "'s") ? n - 2 : n);
}

static Entry *entry_new(Entries *es, const char *lower, SplitHow how)
{
	Entry *e = g_new0(Entry, 1);
	g_autofree char *base = without_apostrophe_s(lower);
	g_autoptr(GString) folded = g_string_new(NULL);
	SplitPart parts[SPLIT_MAX_PARTS] = { { 0, 0 } };

	fold_accents(folded, base);
	e->folded = g_strdup(folded->str);
	e->stem = stem(es, strcmp(lower, "€") == 0 ? "euro" : e->folded);
	e->stop = is_among(e->folded, stopwords, G_N_ELEMENTS(stopwords));
	e->light = e->stop && is_among(e->folded, light_words, G_N_ELEMENTS(light_words));
	e->parts = g_strdup("");
	if (how != SPLIT_NOT && !e->stop && folded->len <= SPLIT_MAX_LETTERS) {
		guint n = split_word(folded->str, folded->len, how == SPLIT_LOOSE, parts);
		add_runs(es, e, parts, n);
	}
	return e;
}

const Entry *entries_lookup(Entries *es, const char *lower, SplitHow how)
{
	g_string_truncate(es->key, 0);
	g_string_append_c(es->key, (char)('0' + how));
	g_string_append(es->key, lower);
	Entry *e = g_hash_table_lookup(es->cache, es->key->str);
	if (e)
		return e;
	if (g_hash_table_size(es->cache) >= CACHE_WORDS)
		g_hash_table_remove_all(es->cache);
	e = entry_new(es, lower, how);
	g_hash_table_insert(es->cache, g_strdup(es->key->str), e);
	return e;
}

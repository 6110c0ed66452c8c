#include "dutch.h"

#include <string.h>

#include "fold.h"
#include "stem.h"
#include "stopwords.h" /* generated: const char *const stopwords[], sorted */
#include "words.h"

#define CACHE_WORDS 65536 /* then the cache starts anew: memory stays bounded */

/* What is known of a word, whatever text it stands in. */
typedef struct {
	char *folded;
	char *stem;
	gboolean stop;
} Entry;

struct Dutch {
	Stemmer *stemmer;
	GHashTable *cache; /* lower-case word -> Entry */
	Words words;       /* of the text at hand */
	GString *scratch;
};

/* The text at hand and who wants its tokens. */
typedef struct {
	Dutch *dutch;
	DutchTokenFunc func;
	gpointer user;
} Sink;

static void entry_free(gpointer data)
{
	Entry *e = data;

	g_free(e->folded);
	g_free(e->stem);
	g_free(e);
}

Dutch *dutch_new(void)
{
	Dutch *d = g_new0(Dutch, 1);

	d->stemmer = stemmer_new();
	d->cache = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, entry_free);
	d->scratch = g_string_new(NULL);
	words_init(&d->words);
	return d;
}

void dutch_free(Dutch *d)
{
	if (!d)
		return;
	stemmer_free(d->stemmer);
	g_hash_table_unref(d->cache);
	g_string_free(d->scratch, TRUE);
	words_clear(&d->words);
	g_free(d);
}

static int compare_words(const void *a, const void *b)
{
	return strcmp(a, *(const char *const *)b);
}

static gboolean is_stop(const char *folded)
{
	return bsearch(folded, stopwords, G_N_ELEMENTS(stopwords), sizeof *stopwords,
		       compare_words) != NULL;
}

/* "foto's", "Anna's": the plural or genitive s is no part of the word. */
static char *without_apostrophe_s(const char *lower)
{
	gsize n = strlen(lower);

	if (n > 3 && g_str_has_suffix(lower, "'s"))
		return g_strndup(lower, n - 2);
	return g_strdup(lower);
}

static Entry *entry_new(Dutch *d, const char *lower)
{
	Entry *e = g_new0(Entry, 1);
	g_autofree char *base = without_apostrophe_s(lower);

	g_string_truncate(d->scratch, 0);
	fold_accents(d->scratch, base);
	e->folded = g_strdup(d->scratch->str);
	g_string_truncate(d->scratch, 0);
	stemmer_stem(d->stemmer, strcmp(lower, "€") == 0 ? "euro" : e->folded, d->scratch);
	e->stem = g_strdup(d->scratch->str);
	e->stop = is_stop(e->folded);
	return e;
}

static const Entry *lookup(Dutch *d, const char *lower)
{
	Entry *e = g_hash_table_lookup(d->cache, lower);

	if (e)
		return e;
	if (g_hash_table_size(d->cache) >= CACHE_WORDS)
		g_hash_table_remove_all(d->cache);
	e = entry_new(d, lower);
	g_hash_table_insert(d->cache, g_strdup(lower), e);
	return e;
}

/* Tells the sink of a token that spans the words first..last. */
static void emit(const Sink *sink, DutchKind kind, const char *lower, guint first, guint last)
{
	const Words *words = &sink->dutch->words;
	const Word *a = &g_array_index(words->words, Word, first);
	const Word *b = &g_array_index(words->words, Word, last);
	const Entry *e = lookup(sink->dutch, lower);

	if (!*e->stem)
		return;
	DutchToken t = { .kind = kind,
			 .exact = lower,
			 .stem = e->stem,
			 .stop = e->stop,
			 .position = first + 1,
			 .start = a->start,
			 .end = b->end,
			 .char_start = a->char_start,
			 .char_end = b->char_end };
	sink->func(&t, sink->user);
}

static const Word *word_at(const Sink *sink, guint i)
{
	return &g_array_index(sink->dutch->words.words, Word, i);
}

/* The words first..last written as one, with or without the optional ones. */
static void emit_joined(const Sink *sink, guint first, guint last, gboolean optional)
{
	g_autoptr(GString) joined = g_string_new(NULL);

	for (guint i = first; i <= last; i++)
		if (optional || !word_at(sink, i)->optional)
			g_string_append(joined,
					words_string(&sink->dutch->words, word_at(sink, i)->lower));
	emit(sink, DUTCH_JOINED, joined->str, first, last);
}

static void emit_labels(const Sink *sink, const char *host, guint i)
{
	g_auto(GStrv) labels = g_strsplit(host, ".", -1);

	for (guint k = 0; labels[k] && labels[k + 1]; k++)
		if (strcmp(labels[k], "www") != 0)
			emit(sink, DUTCH_JOINED, labels[k], i, i);
}

/* A hyphen left over from a line break: "Consumenten- recht". Before a
 * conjunction it stands for a part that comes later: "gewelds- en zedendelicten". */
static gboolean is_broken(const Sink *sink, const char *text, guint i)
{
	static const char *const conjunctions[] = {
		"en", "of", "als", "tot", "dan", "alsmede", "respectievelijk", "noch", "cq"
	};
	const Word *a = word_at(sink, i), *b = word_at(sink, i + 1);

	if (!a->hyphen_after || b->hyphen_before ||
	    !g_unichar_islower(g_utf8_get_char(text + b->start)))
		return FALSE;
	const char *gap = g_utf8_next_char(text + a->end); /* past the hyphen */
	if (gap >= text + b->start || strspn(gap, " \n\t") != (gsize)(text + b->start - gap))
		return FALSE;
	for (gsize k = 0; k < G_N_ELEMENTS(conjunctions); k++)
		if (strcmp(words_string(&sink->dutch->words, b->lower), conjunctions[k]) == 0)
			return FALSE;
	return TRUE;
}

static void emit_word(const Sink *sink, guint i)
{
	const Words *words = &sink->dutch->words;
	const Word *w = word_at(sink, i);
	const char *lower = words_string(words, w->lower);

	emit(sink, DUTCH_WORD, lower, i, i);
	if (w->shorter != WORDS_NONE && *words_string(words, w->shorter))
		emit(sink, DUTCH_JOINED, words_string(words, w->shorter), i, i);
	if (w->host)
		emit_labels(sink, lower, i);
}

/* The words of a chunk, from first on; returns the first of the next chunk. */
static guint emit_chunk(const Sink *sink, guint first)
{
	guint n = sink->dutch->words.words->len, last = first;
	guint needed = !word_at(sink, first)->optional;

	while (last + 1 < n && word_at(sink, last + 1)->chunk == word_at(sink, first)->chunk)
		needed += !word_at(sink, ++last)->optional;
	emit_word(sink, first);
	if (last > first) {
		emit_joined(sink, first, last, TRUE);
		if (needed > 1 && needed <= last - first)
			emit_joined(sink, first, last, FALSE);
	}
	for (guint i = first + 1; i <= last; i++)
		emit_word(sink, i);
	return last + 1;
}

void dutch_analyse(Dutch *dutch, const char *text, gsize len, DutchTokenFunc func, gpointer user)
{
	Sink sink = { dutch, func, user };

	words_scan(&dutch->words, text, len);
	for (guint i = 0, n = dutch->words.words->len; i < n;) {
		i = emit_chunk(&sink, i);
		if (i < n && is_broken(&sink, text, i - 1))
			emit_joined(&sink, i - 1, i, TRUE);
	}
}

char *dutch_lower(const char *text)
{
	GString *out = g_string_new(NULL);

	fold_lower(out, text, strlen(text));
	return g_string_free(out, FALSE);
}

char *dutch_fold(const char *text)
{
	g_autofree char *lower = dutch_lower(text);
	GString *out = g_string_new(NULL);

	fold_accents(out, lower);
	return g_string_free(out, FALSE);
}

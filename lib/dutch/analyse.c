#include "dutch.h"

#include <string.h>

#include "entry.h"
#include "fold.h"
#include "numbers.h"
#include "split.h"
#include "words.h"

#define MAX_SUSPENDED 6 /* words between "gewelds-" and what it is completed from */

struct Dutch {
	Entries *entries;
	Words words; /* of the text at hand */
};

/* The text at hand and who wants its tokens. */
typedef struct {
	Dutch *dutch;
	const char *text;
	const DutchSieve *sieve; /* NULL: every word is wanted */
	DutchTokenFunc func;
	gpointer user;
} Sink;

Dutch *dutch_new(void)
{
	Dutch *d = g_new0(Dutch, 1);

	d->entries = entries_new();
	words_init(&d->words);
	return d;
}

void dutch_free(Dutch *d)
{
	if (!d)
		return;
	entries_free(d->entries);
	words_clear(&d->words);
	g_free(d);
}

gboolean dutch_is_own_stem(Dutch *d, const char *word)
{
	const Entry *e = entries_lookup(d->entries, word, SPLIT_NOT);
	return !e->stop && strcmp(e->stem, word) == 0;
}

static const Word *word_at(const Sink *sink, guint i)
{
	return &g_array_index(sink->dutch->words.words, Word, i);
}

static const char *lower_at(const Sink *sink, guint i)
{
	return words_string(&sink->dutch->words, word_at(sink, i)->lower);
}

/* ---- telling of tokens ------------------------------------------------------------ */

/* The part stands at its own letters when each letter of the folded word is one
 * character of the text; otherwise (ligatures, soft hyphens, brackets) at the word. */
static void place_part(const Sink *sink, DutchToken *t, const EntryRun *run, gsize letters)
{
	if (t->char_end - t->char_start != letters)
		return;
	const char *start = g_utf8_offset_to_pointer(sink->text + t->start, run->start);
	const char *end = g_utf8_offset_to_pointer(start, run->end - run->start);
	t->start = start - sink->text;
	t->end = end - sink->text;
	t->char_end = t->char_start + run->end;
	t->char_start += run->start;
}

static void tell_parts(const Sink *sink, const DutchToken *of, const Entry *e)
{
	for (guint i = 0; e->runs && i < e->runs->len; i++) {
		const EntryRun *run = &g_array_index(e->runs, EntryRun, i);
		DutchToken t = *of;
		t.kind = DUTCH_PART;
		t.exact = run->folded;
		t.stem = run->stem;
		t.parts = "";
		t.run = run->parts;
		t.stop = t.light = FALSE;
		place_part(sink, &t, run, strlen(e->folded));
		sink->func(&t, sink->user);
	}
}

/* A token that spans the words first..last, and has no parts. */
static DutchToken token_over(const Sink *sink, DutchKind kind, const char *exact, const char *stem,
			     guint first, guint last)
{
	const Word *a = word_at(sink, first), *b = word_at(sink, last);

	return (DutchToken) { .kind = kind,
			      .exact = exact,
			      .stem = stem,
			      .parts = "",
			      .position = first + 1,
			      .start = a->start,
			      .end = b->end,
			      .char_start = a->char_start,
			      .char_end = b->char_end,
			      .word_start = a->start,
			      .word_end = b->end };
}

/* Tells of a token that spans the words first..last, and of its parts. */
static void emit(const Sink *sink, DutchKind kind, const char *lower, guint first, guint last,
		 SplitHow how)
{
	if (sink->sieve && !dutch_sieve_passes(sink->sieve, lower))
		return;
	const Entry *e = entries_lookup(sink->dutch->entries, lower, how);

	if (!*e->stem)
		return;
	DutchToken t = token_over(sink, kind, lower, e->stem, first, last);
	t.parts = e->parts;
	t.stop = e->stop;
	t.light = e->light;
	sink->func(&t, sink->user);
	tell_parts(sink, &t, e);
}

/* ---- hyphens and brackets ---------------------------------------------------------- */

/* The words first..last written as one, with or without the optional ones. Their
 * parts are words already. */
static void emit_joined(const Sink *sink, guint first, guint last, gboolean optional)
{
	g_autoptr(GString) joined = g_string_new(NULL);

	for (guint i = first; i <= last; i++)
		if (optional || !word_at(sink, i)->optional)
			g_string_append(joined, lower_at(sink, i));
	emit(sink, DUTCH_JOINED, joined->str, first, last, SPLIT_NOT);
}

static void emit_labels(const Sink *sink, const char *host, guint i)
{
	g_auto(GStrv) labels = g_strsplit(host, ".", -1);

	for (guint k = 0; labels[k] && labels[k + 1]; k++)
		if (strcmp(labels[k], "www") != 0)
			emit(sink, DUTCH_JOINED, labels[k], i, i, SPLIT_LOOSE);
}

static gboolean is_conjunction(const char *lower)
{
	static const char *const conjunctions[] = {
		"en", "of", "als", "tot", "dan", "alsmede", "respectievelijk", "noch", "cq", NULL
	};

	return g_strv_contains(conjunctions, lower);
}

/* What stands between two words, without white space around it. */
static char *between(const Sink *sink, guint i, guint k)
{
	const Word *a = word_at(sink, i), *b = word_at(sink, k);

	return g_strstrip(g_strndup(sink->text + a->end, b->start - a->end));
}

/* A hyphen left over from a line break: "Consumenten- recht". Before a
 * conjunction it stands for a part that comes later: "gewelds- en zedendelicten". */
static gboolean is_broken(const Sink *sink, guint i)
{
	const Word *b = word_at(sink, i + 1);

	if (!word_at(sink, i)->hyphen_after || b->hyphen_before ||
	    !g_unichar_islower(g_utf8_get_char(sink->text + b->start)))
		return FALSE;
	g_autofree char *gap = between(sink, i, i + 1);
	return g_utf8_strlen(gap, -1) == 1 && !is_conjunction(lower_at(sink, i + 1));
}

/* ---- suspended compounds ------------------------------------------------------------ */

/* "gewelds-" at i: the word that it is completed from, past a conjunction or a
 * comma and other such words; 0 when there is none. */
static guint completing_word(const Sink *sink, guint i)
{
	guint n = sink->dutch->words.words->len, last = MIN(n, i + 1 + MAX_SUSPENDED);
	gboolean linked = FALSE;

	for (guint k = i + 1; k < last; k++) {
		g_autofree char *gap = between(sink, k - 1, k);
		if (strpbrk(gap, ".;:?!"))
			return 0;
		linked |= strchr(gap, ',') != NULL;
		if (is_conjunction(lower_at(sink, k)))
			linked = TRUE;
		else if (!word_at(sink, k)->hyphen_after)
			return linked ? k : 0;
	}
	return 0;
}

/* "gewelds" + "misdrijven"; "in" + "stroom" from "uitstroom". NULL when `from`
 * has no last part to give. */
static char *complete(const char *start, const char *from)
{
	gsize n = strlen(from), head = split_head(from, n);

	if (split_particle(start, strlen(start) + 3) == strlen(start))
		head = split_particle(from, n);
	return head ? g_strconcat(start, from + head, NULL) : NULL;
}

static char *folded_at(const Sink *sink, guint i)
{
	GString *out = g_string_new(NULL);

	fold_accents(out, lower_at(sink, i));
	return g_string_free(out, FALSE);
}

static void emit_suspended(const Sink *sink, guint i)
{
	guint k = completing_word(sink, i);
	g_autofree char *start = folded_at(sink, i);
	g_autofree char *from = k ? folded_at(sink, k) : NULL;
	g_autofree char *whole = k ? complete(start, from) : NULL;

	if (whole)
		emit(sink, DUTCH_COMPLETED, whole, i, k, SPLIT_NOT);
}

/* "monumentenpanden en -tuinen": the last part stands alone. */
static void emit_suspended_start(const Sink *sink, guint i)
{
	if (i < 2 || !is_conjunction(lower_at(sink, i - 1)))
		return;
	g_autofree char *from = folded_at(sink, i - 2), *end = folded_at(sink, i);
	gsize head = split_head(from, strlen(from));
	if (!head)
		return;
	from[head] = '\0';
	g_autofree char *whole = g_strconcat(from, end, NULL);
	emit(sink, DUTCH_COMPLETED, whole, i - 2, i, SPLIT_NOT);
}

/* ---- articles of laws ------------------------------------------------------------------ */

typedef struct {
	const Sink *sink;
	guint first, at; /* words: the name, and the last number */
} Articles;

/* A number is a word of its own, or behind a stop in that of the name ("art.12"). */
static void on_article(gsize start, gsize end, gpointer user)
{
	Articles *a = user;
	const Words *words = &a->sink->dutch->words;
	gsize from = word_at(a->sink, a->first)->start;

	while (a->at + 1 < words->words->len && word_at(a->sink, a->at)->end < from + end)
		a->at++;
	if (word_at(a->sink, a->at)->end != from + end)
		return;
	g_autofree char *number = g_strndup(a->sink->text + from + start, end - start);
	g_autofree char *exact = g_strconcat("artikel ", number, NULL);
	const DutchToken t = token_over(a->sink, DUTCH_ARTICLE, exact, exact, a->first, a->at);
	a->sink->func(&t, a->sink->user);
}

static void emit_articles(const Sink *sink, guint i, gsize len)
{
	Articles a = { sink, i, i };
	gsize start = word_at(sink, i)->start;

	if (g_str_has_prefix(lower_at(sink, i), "art"))
		articles_read(sink->text + start, len - start, on_article, &a);
}

/* ---- all of a text ------------------------------------------------------------------- */

static void emit_word(const Sink *sink, guint i)
{
	const Word *w = word_at(sink, i);
	const char *lower = lower_at(sink, i);

	emit(sink, DUTCH_WORD, lower, i, i, w->capitals ? SPLIT_NOT : SPLIT_WORD);
	if (w->shorter != WORDS_NONE && *words_string(&sink->dutch->words, w->shorter))
		emit(sink, DUTCH_JOINED, words_string(&sink->dutch->words, w->shorter), i, i,
		     SPLIT_WORD);
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
	dutch_analyse_some(dutch, text, len, NULL, func, user);
}

void dutch_analyse_some(Dutch *dutch, const char *text, gsize len, const DutchSieve *sieve,
			DutchTokenFunc func, gpointer user)
{
	Sink sink = { dutch, text, sieve, func, user };

	words_scan(&dutch->words, text, len);
	for (guint i = 0, n = dutch->words.words->len; i < n;) {
		if (word_at(&sink, i)->hyphen_before)
			emit_suspended_start(&sink, i);
		guint first = i;
		i = emit_chunk(&sink, first);
		emit_articles(&sink, first, len);
		if (i == n || !word_at(&sink, i - 1)->hyphen_after)
			continue;
		if (is_broken(&sink, i - 1))
			emit_joined(&sink, i - 1, i, TRUE);
		else
			emit_suspended(&sink, i - 1);
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

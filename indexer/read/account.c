#include "account.h"

#include <string.h>

#include "fold.h"

#define GLUED (1u << 31)  /* with a line: the word goes on the one before it, as in "m²" */
#define BEGINS (1u << 30) /* it is the first of what is said at a time */
#define LOST N_SAID
#define MAX_JOINED 8 /* words that may be one on the other side */
#define MAX_TRIES 16 /* places that a run of words is compared with */
#define MAX_GAP 3    /* words between two that are lost together */
#define QUOTED 8     /* words of what is lost */

/* A row of words by their numbers. */
typedef struct {
	GArray *words; /* of guint32 */
	GArray *lines; /* of guint32: of the document; else of what they are said to be */
	GArray *as;    /* of guint8: what they are matched with, a Said; LOST for nothing */
} Side;

struct Account {
	GHashTable *numbers; /* word -> its number */
	GPtrArray *texts;    /* of char *: number -> word, borrowed */
	GStringChunk *strings;
	GString *word;
	Side source, said;
};

static void side_init(Side *s)
{
	s->words = g_array_new(FALSE, FALSE, sizeof(guint32));
	s->lines = g_array_new(FALSE, FALSE, sizeof(guint32));
	s->as = g_array_new(FALSE, FALSE, sizeof(guint8));
}

static void side_clear(Side *s)
{
	g_array_unref(s->words);
	g_array_unref(s->lines);
	g_array_unref(s->as);
}

static guint32 word_at(const Side *s, guint i)
{
	return g_array_index(s->words, guint32, i);
}

static guint32 line_at(const Side *s, guint i)
{
	return g_array_index(s->lines, guint32, i) & ~(GLUED | BEGINS);
}

static Said as_at(const Side *s, guint i)
{
	return (Said)g_array_index(s->as, guint8, i);
}

static gboolean is_free(const Side *s, guint i)
{
	return i < s->words->len && as_at(s, i) == LOST;
}

Account *account_new(void)
{
	Account *a = g_new0(Account, 1);

	a->numbers = g_hash_table_new(g_str_hash, g_str_equal);
	a->texts = g_ptr_array_new();
	a->strings = g_string_chunk_new(1 << 16);
	a->word = g_string_new(NULL);
	side_init(&a->source);
	side_init(&a->said);
	return a;
}

void account_free(Account *a)
{
	if (!a)
		return;
	g_hash_table_unref(a->numbers);
	g_ptr_array_unref(a->texts);
	g_string_chunk_free(a->strings);
	g_string_free(a->word, TRUE);
	side_clear(&a->source);
	side_clear(&a->said);
	g_free(a);
}

/* ---- words --------------------------------------------------------------------------- */

typedef enum { CHAR_OTHER, CHAR_NONE, CHAR_GLUE, CHAR_LETTER, CHAR_DIGIT, CHAR_RAISED } CharKind;

/* A control character stands for a letter that a font had there, and that a reader lost. */
static CharKind kind_of(gunichar c)
{
	if (c < 0x80)
		return g_ascii_isalpha((gchar)c)                       ? CHAR_LETTER
		       : g_ascii_isdigit((gchar)c)                     ? CHAR_DIGIT
		       : c < ' ' && c && !strchr("\t\n\v\f\r", (int)c) ? CHAR_LETTER
								       : CHAR_OTHER;
	if (c == ACCOUNT_GLUE)
		return CHAR_GLUE;
	if (fold_is_invisible(c))
		return CHAR_NONE;
	if (g_unichar_type(c) == G_UNICODE_OTHER_NUMBER)
		return CHAR_RAISED;
	return g_unichar_isdigit(c)                          ? CHAR_DIGIT
	       : g_unichar_isalpha(c) || g_unichar_ismark(c) ? CHAR_LETTER
							     : CHAR_OTHER;
}

/* Called with each word, in lower case, and whether it is glued to the one before. */
typedef void (*WordFunc)(const char *word, gboolean glued, gpointer user);

static void tell_word(const char *from, const char *to, gboolean glued, GString *word,
		      WordFunc func, gpointer user)
{
	g_autofree char *same = g_utf8_normalize(from, to - from, G_NORMALIZE_ALL_COMPOSE);

	g_string_truncate(word, 0);
	fold_lower(word, same ? same : "", same ? strlen(same) : 0);
	if (word->len)
		func(word->str, glued, user);
}

static void each_word(const char *text, GString *word, WordFunc func, gpointer user)
{
	CharKind at = CHAR_OTHER;
	const char *from = text, *p = text;
	gboolean glued = FALSE;

	for (;; p = g_utf8_next_char(p)) {
		CharKind kind = kind_of(g_utf8_get_char(p));
		if (kind == CHAR_GLUE && at == CHAR_OTHER)
			continue;
		if (*p && (kind == at || kind == CHAR_NONE))
			continue;
		if (at > CHAR_GLUE)
			tell_word(from, p, glued, word, func, user);
		glued = at != CHAR_OTHER;
		at = kind;
		from = p;
		if (!*p)
			return;
	}
}

static guint32 number_of(Account *a, const char *word)
{
	gpointer found = g_hash_table_lookup(a->numbers, word);

	if (!found) {
		char *kept = g_string_chunk_insert(a->strings, word);
		g_ptr_array_add(a->texts, kept);
		found = GUINT_TO_POINTER(a->texts->len);
		g_hash_table_insert(a->numbers, kept, found);
	}
	return GPOINTER_TO_UINT(found) - 1;
}

typedef struct {
	Account *account;
	Side *side;
	guint32 line;
} Adding;

static void add_word(const char *word, gboolean glued, gpointer user)
{
	Adding *to = user;
	const guint8 lost = LOST;
	guint32 number = number_of(to->account, word), line = to->line | (glued ? GLUED : 0);

	to->line &= ~BEGINS;
	g_array_append_val(to->side->words, number);
	g_array_append_val(to->side->lines, line);
	g_array_append_val(to->side->as, lost);
}

void account_source(Account *a, guint line, const char *text)
{
	Adding to = { a, &a->source, line & ~(GLUED | BEGINS) };
	each_word(text, a->word, add_word, &to);
}

void account_say(Account *a, Said said, const char *text)
{
	Adding to = { a, &a->said, said | BEGINS };
	each_word(text, a->word, add_word, &to);
}

static void count_word(const char *word, gboolean glued, gpointer user)
{
	(void)word;
	*(guint *)user += !glued;
}

guint account_count(const char *text)
{
	g_autoptr(GString) word = g_string_new(NULL);
	guint n = 0;

	each_word(text, word, count_word, &n);
	return n;
}

/* ---- matching ------------------------------------------------------------------------ */

static void match(Account *a, guint source, guint said)
{
	guint8 as = (guint8)line_at(&a->said, said);

	g_array_index(a->source.as, guint8, source) = as;
	g_array_index(a->said.as, guint8, said) = as;
}

/* Words that follow each other. */
static const guint32 *run_at(const Side *s, guint i)
{
	return (const guint32 *)s->words->data + i;
}

static gboolean is_free_run(const Side *s, guint i, guint words)
{
	for (guint k = 0; k < words; k++)
		if (!is_free(s, i + k))
			return FALSE;
	return TRUE;
}

/* FNV-1a, by words. */
static guint32 hash_run(const guint32 *run, guint words)
{
	guint32 hash = 2166136261u;

	for (guint k = 0; k < words; k++) {
		hash = (hash ^ run[k]) * 16777619u;
		hash ^= hash >> 15;
	}
	return hash;
}

/* Where runs of a side begin: by their hash, each with the next one of that hash. Places are
 * counted from 1; 0 is the end. */
typedef struct {
	const Side *side;
	guint words; /* of a run */
	guint32 *first, *next, mask;
} Places;

static void places_init(Places *p, const Side *side, guint words)
{
	guint n = side->words->len;

	*p = (Places) { .side = side, .words = words, .mask = 1023 };
	while (p->mask < n)
		p->mask = p->mask * 2 + 1;
	p->first = g_new0(guint32, (gsize)p->mask + 1);
	p->next = g_new0(guint32, (gsize)n + 1);
	for (guint i = n; i-- > 0;) {
		if (!is_free_run(side, i, words))
			continue;
		guint32 *first = &p->first[hash_run(run_at(side, i), words) & p->mask];
		p->next[i + 1] = *first;
		*first = i + 1;
	}
}

static void places_clear(Places *p)
{
	g_free(p->first);
	g_free(p->next);
}

/* The first place of a run that is free; those that are not any more are dropped. 0 without. */
static guint32 places_find(Places *p, const guint32 *run)
{
	guint32 *at = &p->first[hash_run(run, p->words) & p->mask];

	for (guint tries = 0; *at && tries < MAX_TRIES;) {
		if (!is_free_run(p->side, *at - 1, p->words)) {
			*at = p->next[*at];
			continue;
		}
		if (memcmp(run, run_at(p->side, *at - 1), p->words * sizeof *run) == 0)
			return *at;
		at = &p->next[*at];
		tries++;
	}
	return 0;
}

/* Matches runs of at least so many words. */
static void match_runs(Account *a, guint words)
{
	const Side *source = &a->source, *said = &a->said;
	Places places;

	places_init(&places, said, words);
	for (guint i = 0; i < source->words->len; i++) {
		guint32 place =
			is_free_run(source, i, words) ? places_find(&places, run_at(source, i)) : 0;
		for (guint k = place - 1; place && is_free(source, i) && is_free(said, k) &&
					  word_at(source, i) == word_at(said, k);
		     i++, k++)
			match(a, i, k);
		i -= place ? 1 : 0;
	}
	places_clear(&places);
}

/* Whether a word may go on the one before it: of what is said at another time it does not, and
 * numbers beside each other are not one. */
static gboolean goes_on(const Account *a, const Side *side, guint i)
{
	const char *word = a->texts->pdata[word_at(side, i)];
	guint32 line = g_array_index(side->lines, guint32, i);

	return !(line & BEGINS) && (line & GLUED || !g_ascii_isdigit(*word));
}

/* How many words from i on are, put together, a word of the other side; *place: which. */
static guint find_joined(Account *a, const Side *parts, guint i, Places *wholes, guint32 *place)
{
	g_string_truncate(a->word, 0);
	for (guint n = 0; n < MAX_JOINED && is_free(parts, i + n); n++) {
		if (n && !goes_on(a, parts, i + n))
			return 0;
		g_string_append(a->word, a->texts->pdata[word_at(parts, i + n)]);
		gpointer found = n ? g_hash_table_lookup(a->numbers, a->word->str) : NULL;
		guint32 number = GPOINTER_TO_UINT(found) - 1;
		*place = found ? places_find(wholes, &number) : 0;
		if (*place)
			return n + 1;
	}
	return 0;
}

/* Matches what is several words on one side and one on the other. */
static void match_joined(Account *a, gboolean in_source)
{
	const Side *parts = in_source ? &a->source : &a->said;
	guint32 place;
	Places wholes;

	places_init(&wholes, in_source ? &a->said : &a->source, 1);
	for (guint i = 0; i < parts->words->len; i++)
		for (guint n = find_joined(a, parts, i, &wholes, &place); n > 0; n--, i += n > 0)
			match(a, in_source ? i : place - 1, in_source ? place - 1 : i);
	places_clear(&wholes);
}

/* ---- what is told -------------------------------------------------------------------- */

/* Words near each other on a line of which the same became. */
typedef struct {
	guint line, words;
	GString *quote;
} Stretch;

/* Control characters are not for a terminal. */
static char *shown(const char *word)
{
	GString *out = g_string_new(NULL);

	for (; *word; word++)
		if ((guchar)*word < ' ')
			g_string_append(out, "\xef\xbf\xbd");
		else
			g_string_append_c(out, *word);
	return g_string_free(out, FALSE);
}

static void add_to_stretch(Stretch *s, const char *raw, gboolean glued, gboolean gap)
{
	g_autofree char *word = shown(raw);

	s->words += !glued;
	if (s->words <= QUOTED)
		g_string_append_printf(s->quote, "%s%s%s", gap ? " …" : "",
				       glued || !s->quote->len ? "" : " ", word);
	else if (!g_str_has_suffix(s->quote->str, "…"))
		g_string_append(s->quote, " …");
}

/* The next of a side from *i on, which moves behind it. */
static gboolean next_stretch(const Account *a, const Side *side, guint *i, Said as, Stretch *s)
{
	guint n = side->words->len, gap = 0;

	while (*i < n && as_at(side, *i) != as)
		++*i;
	s->line = *i < n ? line_at(side, *i) : 0;
	s->words = 0;
	g_string_truncate(s->quote, 0);
	for (; *i < n && gap <= MAX_GAP && line_at(side, *i) == s->line; ++*i) {
		gboolean glued = g_array_index(side->lines, guint32, *i) & GLUED;
		if (as_at(side, *i) != as) {
			gap++;
			continue;
		}
		add_to_stretch(s, a->texts->pdata[word_at(side, *i)], glued && s->words && !gap,
			       gap > 0);
		gap = 0;
	}
	return s->words > 0;
}

static void warn_of_lost(const Account *a, const char *path, Stretch *s, Report *report)
{
	for (guint i = 0; next_stretch(a, &a->source, &i, LOST, s);)
		report_warn(report, path, s->line, "%u words in no record: \"%s\"", s->words,
			    s->quote->str);
}

/* On this side a line is what the words are said to be. */
static void warn_of_more(const Account *a, const char *path, Stretch *s, Report *report)
{
	g_autoptr(GString) first = g_string_new(NULL);
	guint words = 0;

	for (guint i = 0; next_stretch(a, &a->said, &i, LOST, s);) {
		if (s->line != SAID_RECORD)
			continue;
		if (!words)
			g_string_assign(first, s->quote->str);
		words += s->words;
	}
	if (words)
		report_warn(report, path, 0,
			    "%u words in the records that are not in the document: \"%s\"", words,
			    first->str);
}

static void list_stretches(const Account *a, const char *path, Said as, const char *what,
			   Stretch *s, GPtrArray *lines)
{
	for (guint i = 0; next_stretch(a, &a->source, &i, as, s) && lines->len < REPORT_MAX;)
		g_ptr_array_add(lines, g_strdup_printf("%s:%u: %s: %u words \"%s\"", path, s->line,
						       what, s->words, s->quote->str));
}

/* How many words of the document became what: one that is lost in part is lost. */
static void tally(const Side *side, guint *counts)
{
	for (guint i = 0, n = side->words->len; i < n;) {
		Said as = as_at(side, i);
		for (i++; i < n && (g_array_index(side->lines, guint32, i) & GLUED); i++)
			as = as_at(side, i) == LOST ? LOST : as;
		counts[as]++;
	}
}

static char *summary(const Account *a, const char *path)
{
	static const char *const apart[N_SAID] = { [SAID_APART] = "told of apart",
						   [SAID_BEFORE] = "before the first pilot",
						   [SAID_HIDDEN] = "left out" };
	guint counts[N_SAID + 1] = { 0 }, all = 0;
	GString *out = g_string_new(NULL);

	tally(&a->source, counts);
	for (guint i = 0; i <= N_SAID; i++)
		all += counts[i];
	g_string_printf(out, "words: %u in %s, %u in its records", all, path,
			counts[SAID_RECORD] + counts[SAID_ONCE]);
	for (guint i = 0; i < N_SAID; i++)
		if (apart[i] && counts[i])
			g_string_append_printf(out, ", %u %s", counts[i], apart[i]);
	g_string_append_printf(out, ", %u in none", counts[LOST]);
	return g_string_free(out, FALSE);
}

void account_close(Account *a, const char *path, Report *report, GPtrArray *lines)
{
	g_autoptr(GString) quote = g_string_new(NULL);
	Stretch s = { 0, 0, quote };

	match_runs(a, 8);
	match_runs(a, 3);
	match_joined(a, TRUE);
	match_joined(a, FALSE);
	match_runs(a, 1);
	warn_of_lost(a, path, &s, report);
	warn_of_more(a, path, &s, report);
	list_stretches(a, path, SAID_BEFORE, "before the first pilot", &s, lines);
	list_stretches(a, path, SAID_HIDDEN, "left out", &s, lines);
	g_ptr_array_add(lines, summary(a, path));
}

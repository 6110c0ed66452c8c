#include "words.h"

#include <string.h>

#include "fold.h"
#include "numbers.h"

#define MAX_WORD_BYTES 200 /* longer runs are no words; Xapian's terms end at 245 bytes */

/* Where the scan is. */
typedef struct {
	Words *out;
	const char *text, *end;
	const char *p;      /* next character */
	const char *judged; /* up to where numbers are known to be in groups or not */
	gsize chars;        /* characters before p */
	guint chunk;
} Scan;

/* Nearly all of a text is ASCII, and every text is read for every query: that goes first. */
static inline gboolean is_ascii(gunichar c)
{
	return c < 0x80;
}

static inline gunichar char_at(const char *p)
{
	return is_ascii((guchar)*p) ? (guchar)*p : g_utf8_get_char(p);
}

static gunichar at(const Scan *s, const char *p)
{
	return p < s->end ? char_at(p) : 0;
}

static gsize chars_between(const char *p, const char *end)
{
	gsize n = 0;

	for (; p < end; p++)
		n += (*p & 0xc0) != 0x80;
	return n;
}

static gboolean is_letter(gunichar c)
{
	if (is_ascii(c))
		return g_ascii_isalnum((char)c);
	return (g_unichar_isalnum(c) || g_unichar_ismark(c) || fold_is_invisible(c)) &&
	       !(c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079));
}

static gboolean is_digit(gunichar c)
{
	return c >= '0' && c <= '9';
}

static gboolean is_hyphen(gunichar c)
{
	return c == '-' || c == 0x2010 || c == 0x2011;
}

/* What may stand between two letters of one word. */
static gboolean joins(gunichar before, gunichar c, gunichar after)
{
	switch (c) {
	case '\'':
	case 0x2019:
	case '&':
	case '.': return is_letter(before) && is_letter(after);
	case ':': /* "artikel 7:904", "10:30" */
	case ',': return is_digit(before) && is_digit(after);
	case '^': return is_digit(before) && is_letter(after);
	default: return FALSE;
	}
}

static void step(Scan *s)
{
	s->p = g_utf8_next_char(s->p);
	s->chars++;
}

/* Reads letters and what joins them; returns the end of the run, or a place beyond what a word
 * can hold. */
static const char *run_end(const Scan *s, const char *p)
{
	const char *most = p + MAX_WORD_BYTES;
	gunichar before = 0;

	while (p < s->end && p <= most) {
		gunichar c = char_at(p);
		const char *next = g_utf8_next_char(p);
		if (!is_letter(c) && !joins(before, c, at(s, next)))
			break;
		before = c;
		p = next;
	}
	return p;
}

/* TRUE for "e.d", "c.s", "J.M": every label one letter, and no digit ("2.1"). */
static gboolean is_abbreviation(const char *lower)
{
	for (const char *p = lower; *p;) {
		if (g_ascii_isdigit(*p))
			return FALSE;
		p = g_utf8_next_char(p);
		if (*p && *p++ != '.')
			return FALSE;
	}
	return TRUE;
}

/* TRUE for "samenrechtvinden.nl": labels of two or more letters, the last without digits. */
static gboolean is_host(const char *lower)
{
	g_auto(GStrv) labels = g_strsplit(lower, ".", -1);
	guint n = g_strv_length(labels);

	for (guint i = 0; i < n; i++)
		if (strlen(labels[i]) < 2)
			return FALSE;
	for (const char *c = labels[n - 1]; *c; c++)
		if (!g_ascii_isalpha(*c))
			return FALSE;
	return n > 1;
}

static guint32 keep(Words *out, const char *from, gsize len)
{
	guint32 offset = out->pool->len;
	fold_lower(out->pool, from, len);
	g_string_append_c(out->pool, '\0');
	return offset;
}

static void remove_char(char *s, char c)
{
	char *to = s;
	for (; *s; s++)
		if (*s != c)
			*to++ = *s;
	*to = '\0';
}

static gboolean is_capitals(const char *p, const char *end)
{
	guint letters = 0;

	for (; p < end; p = g_utf8_next_char(p), letters++) {
		gunichar c = char_at(p);
		if (is_ascii(c) ? g_ascii_islower((char)c) : g_unichar_islower(c))
			return FALSE;
	}
	return letters > 1;
}

static Word *add_word(Scan *s, const char *end)
{
	Word w = { .start = s->p - s->text,
		   .char_start = s->chars,
		   .chunk = s->chunk,
		   .shorter = WORDS_NONE,
		   .capitals = is_capitals(s->p, end) };

	w.lower = keep(s->out, s->p, MIN(end - s->p, MAX_WORD_BYTES));
	char *lower = s->out->pool->str + w.lower;
	if (strchr(lower, '^'))
		remove_char(lower, '^');
	if (g_ascii_isdigit(*lower))
		numbers_ungroup(lower);
	if (strchr(lower, '.')) {
		if (is_abbreviation(lower))
			remove_char(lower, '.');
		else
			w.host = is_host(lower);
	}
	s->chars += chars_between(s->p, end);
	s->p = end;
	w.end = end - s->text;
	w.char_end = s->chars;
	g_array_append_val(s->out->words, w);
	return &g_array_index(s->out->words, Word, s->out->words->len - 1);
}

/* A run that is too long for a word is cut, at a character, into several. */
static const char *bounded(const char *p, const char *end)
{
	if (end - p <= MAX_WORD_BYTES)
		return end;
	return g_utf8_find_prev_char(p, p + MAX_WORD_BYTES + 1);
}

/* "(v)echt", "cliënt(en)": the bracketed letters belong to the word. At p stands
 * the bracket; returns the end of the letters inside, or NULL when it is not so. */
static const char *inside_brackets(const Scan *s, const char *p)
{
	const char *end = run_end(s, p + 1);
	return end > p + 1 && at(s, end) == ')' ? end : NULL;
}

/* Glues the letters at [from, to) to the last word; to its shorter form as well
 * unless they are optional. */
static void glue(Scan *s, Word *w, const char *from, const char *to, gboolean optional,
		 const char *resume)
{
	g_autofree char *full = g_strdup(words_string(s->out, w->lower));
	g_autofree char *shorter =
		g_strdup(words_string(s->out, w->shorter == WORDS_NONE ? w->lower : w->shorter));
	g_autofree char *extra = g_strndup(from, to - from);
	g_autofree char *a = g_strconcat(full, extra, NULL);
	g_autofree char *b = g_strconcat(shorter, optional ? "" : extra, NULL);

	w->lower = keep(s->out, a, strlen(a));
	w->shorter = keep(s->out, b, strlen(b));
	s->chars += chars_between(s->p, resume);
	s->p = resume;
	w->end = s->p - s->text;
	w->char_end = s->chars;
}

/* Takes "(v)echt" at an opening bracket. */
static gboolean take_bracketed_start(Scan *s)
{
	const char *open = s->p, *close = inside_brackets(s, open);

	if (!close || !is_letter(at(s, close + 1)))
		return FALSE;
	const char *end = run_end(s, close + 1);
	if (end - open > MAX_WORD_BYTES)
		return FALSE;
	gsize start = s->chars;
	step(s);
	Word *w = add_word(s, close);
	w->start = open - s->text;
	w->char_start = start;
	w->shorter = keep(s->out, "", 0);
	glue(s, w, close + 1, end, FALSE, end);
	return TRUE;
}

/* Takes "(en)" and what follows it, right after a word. */
static void take_bracketed_end(Scan *s, Word *w)
{
	const char *close;

	while (at(s, s->p) == '(' && (close = inside_brackets(s, s->p)) &&
	       close - (s->text + w->start) <= MAX_WORD_BYTES) {
		glue(s, w, s->p + 1, close, TRUE, close + 1);
		const char *end = run_end(s, s->p);
		if (end > s->p && end - (s->text + w->start) <= MAX_WORD_BYTES)
			glue(s, w, s->p, end, FALSE, end);
	}
}

/* Between the words of a chunk: "-", ")-", "-)" or "-" and "(": "(rechts-)hulp",
 * "regie(zitting-)rol". Returns where the next word starts, or NULL. */
static const char *link_end(const Scan *s, const char *p, gboolean *opens)
{
	gboolean hyphen = FALSE, close = FALSE;

	*opens = FALSE;
	for (; p < s->end; p = g_utf8_next_char(p)) {
		gunichar c = char_at(p);
		if (is_hyphen(c) && !hyphen)
			hyphen = TRUE;
		else if (c == ')' && !close)
			close = TRUE;
		else if (c == '(' && !*opens)
			*opens = TRUE;
		else
			break;
	}
	if (*opens) { /* only if it closes as "-)": otherwise the bracket is a bracket */
		const char *end = run_end(s, p);
		hyphen = end > p && is_hyphen(at(s, end)) && at(s, g_utf8_next_char(end)) == ')';
	}
	return hyphen && is_letter(at(s, p)) ? p : NULL;
}

/* The end of the word at hand: of a number with all its groups. */
static const char *word_end(Scan *s)
{
	if (is_digit(at(s, s->p))) {
		const char *number = numbers_end(s->text, s->end, s->p, &s->judged);
		if (number > s->p)
			return number;
	}
	return bounded(s->p, run_end(s, s->p));
}

static void take_chunk(Scan *s)
{
	gboolean optional = s->p > s->text && s->p[-1] == '(', opens;

	for (;;) {
		const char *end = word_end(s);
		Word *w = at(s, s->p) == '(' ? NULL : add_word(s, end);
		if (!w)
			break;
		take_bracketed_end(s, w);
		const char *next = link_end(s, s->p, &opens);
		/* "(rechts-)": a bracket that closes after the hyphen makes it optional */
		w->optional = optional && is_hyphen(at(s, s->p)) && next &&
			      at(s, g_utf8_next_char(s->p)) == ')';
		if (!next) {
			w->hyphen_after = is_hyphen(at(s, s->p));
			break;
		}
		optional = opens;
		s->chars += chars_between(s->p, next);
		s->p = next;
	}
	s->chunk++;
}

void words_scan(Words *words, const char *text, gsize len)
{
	Scan s = { .out = words, .text = text, .end = text + len, .p = text };
	gunichar before = 0;

	g_array_set_size(words->words, 0);
	g_string_truncate(words->pool, 0);
	while (s.p < s.end) {
		gunichar c = char_at(s.p);
		guint first = words->words->len;
		if (c == '(' && take_bracketed_start(&s)) {
			take_bracketed_end(&s, &g_array_index(words->words, Word, first));
			g_array_index(words->words, Word, first).hyphen_after =
				is_hyphen(at(&s, s.p));
			s.chunk++;
		} else if (is_letter(c) && !fold_is_invisible(c)) {
			take_chunk(&s);
		} else if (c == 0x20AC) {
			add_word(&s, g_utf8_next_char(s.p));
			s.chunk++;
		} else {
			before = c;
			step(&s);
			continue;
		}
		g_array_index(words->words, Word, first).hyphen_before = is_hyphen(before);
		before = 0;
	}
}

void words_init(Words *words)
{
	words->words = g_array_new(FALSE, FALSE, sizeof(Word));
	words->pool = g_string_new(NULL);
}

void words_clear(Words *words)
{
	g_array_unref(words->words);
	g_string_free(words->pool, TRUE);
}

#include "noteref.h"

#include <stdlib.h>
#include <string.h>

#define WORD 3      /* small letters before a glued digit; "CO2" and "m2" have fewer */
#define LONG_WORD 6 /* and before two: "covid19" has fewer */

#define MOST 9 /* numbers in a row */

/* What is written so far. */
typedef struct {
	const char *text;
	gsize len;
} Before;

/* Digits of a number of a note, at most two; 0 for others. */
static gsize digits_at(const char *p)
{
	gsize n = strspn(p, "0123456789");
	return n <= 2 ? n : 0;
}

/* Raised figures, in bytes. */
static gsize raised_at(const char *p)
{
	const char *end = p;

	for (;; end = g_utf8_next_char(end)) {
		gunichar c = g_utf8_get_char(end);
		if (c != 0xB9 && c != 0xB2 && c != 0xB3 && (c < 0x2070 || c > 0x2079))
			return (gsize)(end - p);
	}
}

/* Whether more than n small letters in a row end it. */
static gboolean is_word(Before b, gsize n)
{
	for (gsize i = 0; i <= n; i++)
		if (i >= b.len || !g_ascii_islower(b.text[b.len - 1 - i]))
			return FALSE;
	return TRUE;
}

/* "?", "»": no number goes on behind these; a quote that opens ("’90") is none of them. */
static gboolean is_mark(Before b)
{
	static const char *const marks[] = { "?", "!", "»", "’", "”", "\"", "'", ")" };

	for (gsize i = 0; i < G_N_ELEMENTS(marks); i++) {
		gsize n = strlen(marks[i]);
		if (b.len > n && memcmp(b.text + b.len - n, marks[i], n) == 0)
			return b.text[b.len - n - 1] != ' ';
	}
	return FALSE;
}

/* ".", but of no abbreviation. */
static gboolean is_stop(Before b)
{
	if (!b.len || b.text[b.len - 1] != '.')
		return FALSE;
	b.len--;
	return is_word(b, WORD) || is_mark(b);
}

/* The end of the text, or what stands behind a word. */
static gboolean is_closed(const char *p)
{
	static const char *const closers[] = { "?", "!", ";", "»", "”", ")" };

	if (!*p || *p == ' ')
		return TRUE;
	if (strchr(".,:", *p))
		return !g_ascii_isalnum(p[1]);
	for (gsize i = 0; i < G_N_ELEMENTS(closers); i++)
		if (g_str_has_prefix(p, closers[i]))
			return TRUE;
	return FALSE;
}

/* The end, or the start of a sentence. */
static gboolean is_sentence(const char *p)
{
	return !*p ||
	       (*p == ' ' && !g_ascii_isdigit(p[1]) && !g_unichar_islower(g_utf8_get_char(p + 1)));
}

/* "1 2", "1, 2" in bytes; 0 for none. */
static gsize row_at(const char *p)
{
	gsize n = digits_at(p), more;

	for (guint i = 0; i < MOST && n; i++) {
		more = strspn(p + n, ", ");
		if (!more || more > 2 || !digits_at(p + n + more))
			break;
		n += more + digits_at(p + n + more);
	}
	return n && is_sentence(p + n) ? n : 0;
}

/* "[1]" in bytes; 0 for none. */
static gsize bracket_at(const char *p)
{
	gsize n = *p == '[' ? digits_at(p + 1) : 0;
	gsize close = n ? 1 + n + strspn(p + 1 + n, " ") : 0;

	return n && p[close] == ']' ? close + 1 : 0;
}

/* " 1) 2)" in bytes; 0 for none. */
static gsize spaced_at(const char *p)
{
	gsize all = 0, n;

	for (guint i = 0; i < MOST && p[all] == ' '; i++) {
		n = digits_at(p + all + 1);
		if (!n || p[all + 1 + n] != ')')
			break;
		all += n + 2;
	}
	return all && is_sentence(p + all) ? all : 0;
}

/* A number of a note that stands here, in bytes; 0 for none. */
static gsize ref_at(const char *p, Before b)
{
	gboolean mark = is_mark(b), end = mark || is_stop(b), word = is_word(b, WORD - 1);
	gsize n = bracket_at(p), digits = digits_at(p);

	if (!n && end)
		n = spaced_at(p);
	if (!n && end)
		n = row_at(p);
	if (!n && (mark || is_word(b, digits == 1 ? WORD - 1 : LONG_WORD - 1)) && digits &&
	    is_closed(p + digits))
		n = digits;
	return !n && (end || word) ? raised_at(p) : n;
}

/* What stands at p when it is one or more numbers of notes, in bytes; 0 for none. */
static gsize refs_at(const char *p, const GString *before)
{
	if (!strchr(" [0123456789", *p) && (guchar)*p < 0x80)
		return 0;
	return ref_at(p, (Before) { before->str, before->len });
}

char *noteref_without(const char *text)
{
	GString *out = g_string_new(NULL);

	for (const char *p = text; *p;) {
		const char *next = g_utf8_next_char(p);
		gsize n = refs_at(p, out);
		if (!n)
			g_string_append_len(out, p, next - p);
		p = n ? p + n : next;
	}
	return g_strchomp(g_string_free(out, FALSE));
}

static void append_raised(GString *out, const char *digits, gsize n)
{
	static const char *const figures[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };

	for (gsize i = 0; i < n; i++)
		g_string_append(out, figures[digits[i] - '0']);
}

/* Writes the numbers raised when each is the next one; FALSE when one is not. */
static gboolean raise_next(GString *out, const char *p, gsize len, guint *last)
{
	g_autoptr(GString) raised = g_string_new(NULL);
	guint next = *last + 1;

	for (const char *end = p + len; p < end;) {
		gsize digits = digits_at(p);
		if (!digits) {
			p++;
			continue;
		}
		if ((guint)atoi(p) != next++)
			return FALSE;
		if (raised->len)
			g_string_append_c(raised, ' ');
		append_raised(raised, p, digits);
		p += digits;
	}
	g_string_append(out, raised->str);
	*last = next - 1;
	return raised->len > 0;
}

char *noteref_raised(const char *text, guint *last)
{
	GString *out = g_string_new(NULL);

	for (const char *p = text; *p;) {
		const char *next = g_utf8_next_char(p);
		gsize n = strchr(" [0123456789", *p) ? refs_at(p, out) : 0;
		if (!n || !raise_next(out, p, n, last))
			g_string_append_len(out, p, n ? (gssize)n : next - p);
		p = n ? p + n : next;
	}
	return g_string_free(out, FALSE);
}

#include "sentences.h"

#include <string.h>

/* After these a full stop does not end a sentence. */
static const char *const abbreviations[] = {
	"nr",   "art",   "bijv",  "bv",    "blz",  "p",    "ca",   "c.s",   "d.d",   "dhr",
	"drs",  "dr",    "mr",    "mw",    "mevr", "e.d",  "e.a",  "i.v.m", "m.b.t", "o.a",
	"resp", "t.a.v", "t.o.v", "vgl",   "zgn",  "incl", "excl", "max",   "min",   "st",
	"nrs",  "artt",  "stb",   "stcrt", "trb",  "kst",  "aanh"
};

static gboolean is_abbreviation(const char *text, const char *stop)
{
	const char *start = stop;

	while (start > text && !g_ascii_isspace(start[-1]) && start[-1] != '(')
		start--;
	gsize n = stop - start;
	if (n == 1 && g_ascii_isalpha(*start))
		return TRUE;
	for (gsize i = 0; i < G_N_ELEMENTS(abbreviations); i++)
		if (strlen(abbreviations[i]) == n &&
		    g_ascii_strncasecmp(abbreviations[i], start, n) == 0)
			return TRUE;
	return FALSE;
}

/* Past the stop, closing quotes and footnote marks: where the sentence may end. */
static const char *past_closers(const char *p)
{
	while (*p) {
		gunichar c = g_utf8_get_char(p);
		gboolean closer = c == ')' || c == '\'' || c == '"' || c == 0x2019 || c == 0x201D ||
				  c == 0xB9 || c == 0xB2 || c == 0xB3 ||
				  (c >= 0x2070 && c <= 0x2079);
		if (!closer)
			break;
		p = g_utf8_next_char(p);
	}
	return p;
}

/* "1. Doorontwikkelen": the number of an item opens a sentence, it is none. */
static gboolean is_item_number(const char *start, const char *stop)
{
	while (g_ascii_isspace(*start))
		start++;
	return stop > start && strspn(start, "0123456789") == (gsize)(stop - start);
}

/* TRUE when the stop at p ends the sentence that starts at start; *end is then where. */
static gboolean ends_at(const char *text, const char *start, const char *p, const char **end)
{
	if (*p != '.' && *p != '?' && *p != '!')
		return FALSE;
	*end = past_closers(p + 1);
	if (**end == '\0')
		return TRUE;
	if (**end != ' ' || g_unichar_islower(g_utf8_get_char(*end + 1)))
		return FALSE;
	return *p != '.' || !(is_abbreviation(text, p) || is_item_number(start, p));
}

static void add(GArray *out, const char *text, const char *start, const char *end, guint paragraph)
{
	while (start < end && g_ascii_isspace(*start))
		start++;
	while (end > start && g_ascii_isspace(end[-1]))
		end--;
	if (start == end)
		return;
	Sentence s = { start - text, end - text, paragraph };
	g_array_append_val(out, s);
}

GArray *sentences_of(const char *text)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(Sentence));
	const char *start = text, *end;
	guint paragraph = 0;

	for (const char *p = text; *p;) {
		if (*p == '\n') {
			add(out, text, start, p, paragraph++);
			start = ++p;
		} else if (ends_at(text, start, p, &end)) {
			add(out, text, start, end, paragraph);
			start = p = end;
		} else {
			p = g_utf8_next_char(p);
		}
	}
	add(out, text, start, text + strlen(text), paragraph);
	return out;
}

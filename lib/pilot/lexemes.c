#include "lexemes.h"

#include <stdlib.h>
#include <string.h>

#include "dates.h"
#include "pattern.h"

static const YearPart spans[] = {
	{ "lente", 3, 5, PRECISION_SEIZOEN },       { "voorjaar", 3, 5, PRECISION_SEIZOEN },
	{ "zomer", 6, 8, PRECISION_SEIZOEN },       { "najaar", 9, 11, PRECISION_SEIZOEN },
	{ "herfst", 9, 11, PRECISION_SEIZOEN },     { "winter", 12, 14, PRECISION_SEIZOEN },
	{ "begin", 1, 3, PRECISION_JAARDEEL },      { "medio", 6, 6, PRECISION_JAARDEEL },
	{ "half", 6, 6, PRECISION_JAARDEEL },       { "midden", 6, 6, PRECISION_JAARDEEL },
	{ "halverwege", 6, 6, PRECISION_JAARDEEL }, { "eind", 10, 12, PRECISION_JAARDEEL },
	{ "einde", 10, 12, PRECISION_JAARDEEL },
};

const YearPart *lexeme_year_part(const Lexeme *lexeme)
{
	return &spans[lexeme->value];
}

gboolean lexeme_is_year(int number)
{
	return number >= 1900 && number <= 2199;
}

static const struct {
	const char *word;
	Kind kind;
	int value;
} words[] = {
	{ "vanaf", L_FROM, 0 },       { "sinds", L_FROM, 0 },
	{ "per", L_FROM, 0 },         { "start", L_FROM, 0 },
	{ "gestart", L_FROM, 0 },     { "startte", L_FROM, 0 },
	{ "begonnen", L_FROM, 0 },    { "ingaand", L_FROM, 0 },
	{ "ingaande", L_FROM, 0 },    { "ingang", L_FROM, 0 },
	{ "van", L_OF, 0 },           { "tot", L_TO, 0 },
	{ "tm", L_THROUGH, 0 },       { "uiterlijk", L_THROUGH, 0 },
	{ "heden", L_OPEN, 0 },       { "nu", L_OPEN, 0 },
	{ "doorlopend", L_OPEN, 0 },  { "loopt door", L_OPEN, 0 },
	{ "kwartaal", L_QUARTER, 0 }, { "helft", L_HALF, 0 },
	{ "eerste", L_ORDINAL, 1 },   { "tweede", L_ORDINAL, 2 },
	{ "derde", L_ORDINAL, 3 },    { "vierde", L_ORDINAL, 4 },
	{ "en", L_BREAK, 0 },
};

static Lexeme word_lexeme(const char *word)
{
	int month = date_month(word);

	if (month)
		return (Lexeme) { L_MONTH, month, 0 };
	for (gsize i = 0; i < G_N_ELEMENTS(spans); i++)
		if (strcmp(spans[i].name, word) == 0)
			return (Lexeme) { L_SPAN, (int)i, 0 };
	for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
		if (strcmp(words[i].word, word) == 0)
			return (Lexeme) { words[i].kind, words[i].value, 0 };
	return (Lexeme) { L_OTHER, 0, 0 };
}

/* ---- lexemes ---------------------------------------------------------------------- */

#define DIGITS "0123456789"

/* What a lexeme looks like; the groups are its numbers. The first that fits counts. What it may
 * begin with spares most of the looking: a byte of any text is the start of few of them. */
static struct {
	const char *begins; /* bytes; "\xe2" of the dashes */
	Pattern pattern;
	Kind kind;
} shapes[] = {
	{ "dft", { "(?:deel|fase|tranche) \\d+\\b", 0, 0 }, L_BREAK },
	{ DIGITS, { "(\\d{1,2})[-/](\\d{1,2})[-/](\\d{4})\\b", 0, 0 }, L_DATE },
	{ DIGITS, { "(\\d{4})-(\\d{2})-(\\d{2})\\b", 0, 0 }, L_DATE },
	{ DIGITS, { "(\\d{4})-(0[1-9]|1[0-2])\\b(?!-)", 0, 0 }, L_ISO_MONTH },
	{ "qk", { "[qk](\\d)\\b", 0, 0 }, L_QUARTER },
	{ "k", { "kwartaal (\\d)\\b(?!\\d)", 0, 0 }, L_QUARTER },
	{ DIGITS, { "(\\d{1,2})(?:e|de|ste)\\b", 0, 0 }, L_ORDINAL },
	{ DIGITS, { "(\\d+)", 0, 0 }, L_NUMBER },
	{ "t", { "tot en met\\b|tot & met\\b|t/m\\b|t\\.e\\.m\\.", 0, 0 }, L_THROUGH },
	{ "l", { "loopt (?:nog )?door\\b|loopt nog\\b", 0, 0 }, L_OPEN },
	{ "-\xe2", { "[-–—−]", 0, 0 }, L_DASH },
	{ "/", { "/", 0, 0 }, L_SLASH },
	{ ";\n.!?", { "[;\\n]|[.!?](?=\\s|$)", 0, 0 }, L_BREAK },
};

static Lexeme number_lexeme(Kind kind, const int *n)
{
	if (kind != L_DATE && kind != L_ISO_MONTH)
		return (Lexeme) { kind, n[0], 0 };
	gboolean year_first = kind == L_ISO_MONTH || n[0] > 31;
	int year = year_first ? n[0] : n[2], day = year_first ? n[2] : n[0];

	if (!lexeme_is_year(year))
		return (Lexeme) { L_OTHER, 0, 0 };
	if (kind == L_DATE && !g_date_valid_dmy(day, n[1], year))
		return (Lexeme) { L_OTHER, 0, 0 };
	return (Lexeme) { kind, 12 * year + n[1] - 1, day };
}

#define WINDOW 64 /* bytes: more than any shape, but for numbers */

/* As much of the text at p as a shape may look at, so that no text is checked again and again
 * to its end: a window, and the rest of the number that it would cut. */
static gssize window(const char *p)
{
	gsize n = strnlen(p, WINDOW);

	if (n < WINDOW)
		return (gssize)n;
	while ((p[n] & 0xc0) == 0x80 || g_ascii_isdigit(p[n]))
		n++;
	return (gssize)n;
}

/* Takes a lexeme of one of the shapes at *p; FALSE when there is none. */
static gboolean take_shape(const char **p, Lexeme *out)
{
	gssize len = window(*p);

	for (gsize i = 0; i < G_N_ELEMENTS(shapes); i++) {
		g_autoptr(GMatchInfo) match = NULL;
		int numbers[3] = { 0 }, end;
		if (!strchr(shapes[i].begins, **p) ||
		    !g_regex_match_full(pattern_regex(&shapes[i].pattern), *p, len, 0,
					G_REGEX_MATCH_ANCHORED, &match, NULL))
			continue;
		for (int g = 1; g < g_match_info_get_match_count(match) && g <= 3; g++) {
			g_autofree char *text = g_match_info_fetch(match, g);
			numbers[g - 1] = strlen(text) < 6 ? atoi(text) : 0;
		}
		g_match_info_fetch_pos(match, 0, NULL, &end);
		*p += end;
		*out = number_lexeme(shapes[i].kind, numbers);
		return TRUE;
	}
	return FALSE;
}

GArray *lexemes_of(const char *text)
{
	g_autofree char *lower = g_utf8_strdown(text, -1);
	GArray *out = g_array_new(TRUE, TRUE, sizeof(Lexeme));

	for (const char *p = lower; *p;) {
		Lexeme l = { L_OTHER, 0, 0 };
		const char *start = p;
		if (take_shape(&p, &l)) {
			g_array_append_val(out, l);
			continue;
		}
		while (g_unichar_isalpha(g_utf8_get_char(p)))
			p = g_utf8_next_char(p);
		if (p == start) {
			p = g_utf8_next_char(p);
			continue;
		}
		g_autofree char *word = g_strndup(start, p - start);
		l = word_lexeme(word);
		if (l.kind == L_MONTH && *p == '.') /* "dec." is no end of a sentence */
			p++;
		g_array_append_val(out, l);
	}
	return out;
}

#include "title.h"

#include <string.h>

#define MIN_KNOWN 8 /* letters: a shorter joined word may be a coincidence */

/* Endings after which a Dutch compound always has a linking s: with it the
 * word cannot stand alone, so a hyphen behind it is no real one. */
static const char *const linking[] = { "ings", "heids", "teits", "schaps", "doms" };

static const char *const conjunctions[] = { "en",  "of",      "en/of",           "als", "tot",
					    "dan", "alsmede", "respectievelijk", "noch" };

static gboolean is_in(const char *word, const char *const *list, gsize n)
{
	for (gsize i = 0; i < n; i++)
		if (strcmp(word, list[i]) == 0)
			return TRUE;
	return FALSE;
}

static gboolean is_letters(const char *text)
{
	if (!*text)
		return FALSE;
	for (const char *p = text; *p; p = g_utf8_next_char(p))
		if (!g_unichar_isalpha(g_utf8_get_char(p)))
			return FALSE;
	return TRUE;
}

/* Capitals beyond the first letter: an abbreviation or a name. */
static gboolean has_inner_capital(const char *text)
{
	for (const char *p = g_utf8_next_char(text); *p; p = g_utf8_next_char(p))
		if (g_unichar_isupper(g_utf8_get_char(p)))
			return TRUE;
	return FALSE;
}

/* Whether "left-right", printed without a space, is one word that was broken. */
static gboolean is_broken(const char *left, const char *right, GHashTable *words)
{
	g_autofree char *joined = g_strconcat(left, right, NULL);
	g_autofree char *lower = g_utf8_strdown(joined, -1);

	if (!is_letters(left) || !is_letters(right) || g_utf8_strlen(left, -1) < 2 ||
	    has_inner_capital(left) || g_unichar_isupper(g_utf8_get_char(right)))
		return FALSE;
	if (g_utf8_strlen(lower, -1) >= MIN_KNOWN && g_hash_table_contains(words, lower))
		return TRUE;
	for (gsize i = 0; i < G_N_ELEMENTS(linking); i++)
		if (g_str_has_suffix(left, linking[i]) && strlen(left) > strlen(linking[i]) + 2)
			return TRUE;
	return FALSE;
}

/* "Consumenten- recht": a broken word whose halves a space came between. A
 * bracket or comma after the second half does not matter. */
static gboolean is_broken_by_space(const char *left, const char *right)
{
	if (!g_str_has_suffix(left, "-") || strlen(left) < 3 ||
	    !g_unichar_islower(g_utf8_get_char(right)))
		return FALSE;
	return !is_in(right, conjunctions, G_N_ELEMENTS(conjunctions));
}

/* Brackets and the like around a word are not of the word. */
static char *repair_word(const char *word, GHashTable *words)
{
	const char *start = word, *end = word + strlen(word);

	while (*start && strchr("('\"", *start))
		start++;
	while (end > start && strchr(")'\",.:;", end[-1]))
		end--;
	g_autofree char *core = g_strndup(start, end - start);
	char *hyphen = strchr(core, '-');
	if (!hyphen || strchr(hyphen + 1, '-'))
		return g_strdup(word);
	*hyphen = '\0';
	if (!is_broken(core, hyphen + 1, words)) {
		*hyphen = '-';
		return g_strdup(word);
	}
	g_autofree char *before = g_strndup(word, start - word);
	return g_strconcat(before, core, hyphen + 1, end, NULL);
}

char *title_repair(const char *title, GHashTable *words)
{
	g_auto(GStrv) printed = g_strsplit(title, " ", -1);
	g_autoptr(GString) out = g_string_new(NULL);

	for (guint i = 0; printed[i]; i++) {
		g_autofree char *word = repair_word(printed[i], words);
		g_string_append(out, word);
		if (!printed[i + 1])
			break;
		if (is_broken_by_space(word, printed[i + 1]))
			g_string_truncate(out, out->len - 1);
		else
			g_string_append_c(out, ' ');
	}
	return g_strdup(out->str);
}

void title_learn(GHashTable *words, const char *text)
{
	g_autofree char *lower = g_utf8_strdown(text, -1);

	for (char *p = lower; *p;) {
		char *start = p;
		while (*p && g_unichar_isalpha(g_utf8_get_char(p)))
			p = g_utf8_next_char(p);
		if (p > start)
			g_hash_table_add(words, g_strndup(start, p - start));
		if (*p)
			p = g_utf8_next_char(p);
	}
}

char *title_formerly(const char *title)
{
	g_autoptr(GRegex) regex = g_regex_new("\\((?:voorheen|eerder|vroeger)\\s*:?\\s*([^)]+)\\)",
					      G_REGEX_CASELESS, 0, NULL);
	g_autoptr(GMatchInfo) match = NULL;

	if (!g_regex_match(regex, title, 0, &match))
		return NULL;
	return g_strstrip(g_match_info_fetch(match, 1));
}

#include "title.h"

#include <string.h>

#include "pattern.h"

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

/* The word without what stands around it ("(", "),"), when it has one hyphen: its halves;
 * NULL for any other. */
static char **halves_of(const char *word, gsize *start, gsize *end)
{
	*start = 0;
	*end = strlen(word);
	while (word[*start] && strchr("('\"", word[*start]))
		++*start;
	while (*end > *start && strchr(")'\",.:;", word[*end - 1]))
		--*end;
	g_autofree char *core = g_strndup(word + *start, *end - *start);
	char **halves = strchr(core, '-') ? g_strsplit(core, "-", -1) : NULL;
	if (!halves || g_strv_length(halves) == 2)
		return halves;
	g_strfreev(halves);
	return NULL;
}

static char *repair_word(const char *word, GHashTable *words)
{
	gsize start, end;
	g_auto(GStrv) halves = halves_of(word, &start, &end);

	if (!halves || !is_broken(halves[0], halves[1], words))
		return g_strdup(word);
	g_autofree char *before = g_strndup(word, start);
	return g_strconcat(before, halves[0], halves[1], word + end, NULL);
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

void title_want(GHashTable *wanted, const char *title)
{
	if (!strchr(title, '-'))
		return;
	g_auto(GStrv) printed = g_strsplit(title, " ", -1);
	for (char **word = printed; *word; word++) {
		gsize start, end;
		g_auto(GStrv) halves = halves_of(*word, &start, &end);
		g_autofree char *joined = halves ? g_strconcat(halves[0], halves[1], NULL) : NULL;
		if (joined)
			g_hash_table_add(wanted, g_utf8_strdown(joined, -1));
	}
}

/* The end of the letters at p; *ascii: they are no others than a-z. */
static const char *letters_end(const char *p, gboolean *ascii)
{
	*ascii = TRUE;
	for (; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (c < 0x80 ? !g_ascii_isalpha(*p) : !g_unichar_isalpha(c))
			break;
		*ascii = *ascii && c < 0x80;
	}
	return p;
}

void title_learn(GHashTable *words, GHashTable *wanted, const char *text)
{
	gboolean ascii;

	for (const char *p = text, *end; *p; p = *end ? g_utf8_next_char(end) : end) {
		end = letters_end(p, &ascii);
		if (end == p)
			continue;
		g_autofree char *lower =
			ascii ? g_ascii_strdown(p, end - p) : g_utf8_strdown(p, end - p);
		if (!wanted || g_hash_table_contains(wanted, lower))
			g_hash_table_add(words, g_steal_pointer(&lower));
	}
}

char *title_formerly(const char *title)
{
	static Pattern formerly = { "\\((?:voorheen|eerder|vroeger)\\s*:?\\s*([^)]+)\\)",
				    G_REGEX_CASELESS, 0 };
	g_autoptr(GMatchInfo) match = NULL;

	if (!g_regex_match(pattern_regex(&formerly), title, 0, &match))
		return NULL;
	return g_strstrip(g_match_info_fetch(match, 1));
}

#include "abbreviations.h"

#include <string.h>

#include "pattern.h"

/* Small words that an abbreviation may leave out. */
static gboolean is_small(const char *word)
{
	static const char *const small[] = {
		"de", "het", "een", "van", "voor", "met", "en",  "op",
		"in", "tot", "der", "des", "ter",  "ten", "bij", NULL
	};

	return g_strv_contains(small, word);
}

#define MOST_WORDS 12  /* before a bracket that are looked at */
#define MOST_BYTES 500 /* that they may take */

/* Where so many words before a bracket begin. */
static int words_before(const char *text, int bracket)
{
	int start = bracket, words = 0, least = MAX(bracket - MOST_BYTES, 0);

	while (start > least && strchr(" \n", text[start - 1]))
		start--;
	for (; start > least; start--)
		if (strchr(" \n", text[start - 1]) && ++words > MOST_WORDS)
			break;
	while ((text[start] & 0xc0) == 0x80)
		start++;
	return start;
}

/* The words before the bracket, from the last back, whose initials spell the
 * letters from the last back; returns where they start in words, or -1. A hyphen
 * joins two words with initials of their own. */
static int spelled_from(char **words, int n, const char *letters)
{
	int left = strlen(letters);

	for (int i = n - 1; i >= 0 && n - i <= MOST_WORDS; i--) {
		gboolean used = FALSE;
		g_auto(GStrv) halves = g_strsplit(words[i], "-", -1);
		for (int h = (int)g_strv_length(halves) - 1; h >= 0 && left > 0; h--)
			if (g_ascii_tolower(*halves[h]) == g_ascii_tolower(letters[left - 1])) {
				left--;
				used = TRUE;
			}
		if (left == 0)
			return i;
		if (!used && !is_small(words[i]))
			return -1;
	}
	return -1;
}

/* seen: the abbreviations that were found. */
static void add(GPtrArray *found, GHashTable *seen, const char *abbreviation, char **words)
{
	if (!g_hash_table_add(seen, g_strdup(abbreviation)))
		return;
	g_autofree char *expansion = g_strjoinv(" ", words);
	g_ptr_array_add(found, g_strconcat(abbreviation, "=", expansion, NULL));
}

static void find_in(GPtrArray *found, GHashTable *seen, const char *text)
{
	static Pattern bracket = { "\\(([A-Z][A-Za-z&]{1,7})\\)", 0, 0 };
	g_autoptr(GMatchInfo) match = NULL;

	g_regex_match(pattern_regex(&bracket), text, 0, &match);
	for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
		g_autofree char *letters = g_match_info_fetch(match, 1);
		int start;
		g_match_info_fetch_pos(match, 0, &start, NULL);
		int from = words_before(text, start);
		g_autofree char *before = g_strndup(text + from, (gsize)(start - from));
		g_auto(GStrv) words = g_strsplit_set(g_strchomp(before), " \n", -1);
		int n = g_strv_length(words), first = spelled_from(words, n, letters);
		if (first >= 0 && n - first > 1)
			add(found, seen, letters, words + first);
	}
}

GPtrArray *abbreviations_find(const Pilot *p)
{
	GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint k = 0; k < p->sections->len; k++)
		find_in(found, seen, ((const Section *)p->sections->pdata[k])->text);
	return found;
}

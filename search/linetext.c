#include "linetext.h"

#include <string.h>

#define MOST_NOTES 40 /* bytes of the numbers of notes behind a sentence */

gboolean linetext_starts(const char *text)
{
	static const char *const quotes[] = { "«", "‘", "’", "“", "„", "\"", "'", "(" };

	for (gsize i = 0; i < G_N_ELEMENTS(quotes); i++)
		if (g_str_has_prefix(text, quotes[i]))
			return TRUE;
	return g_unichar_isupper(g_utf8_get_char(text));
}

gboolean linetext_asks(const char *text)
{
	while ((text = strchr(text, '?'))) {
		text++;
		if (!g_ascii_islower(*text) && (!*text || !strchr("=&%_/", *text)))
			return TRUE;
	}
	return FALSE;
}

static gboolean steps_back(const char *text, gsize *len, const char *const *marks)
{
	for (; *marks; marks++) {
		gsize n = strlen(*marks);
		if (*len < n || memcmp(text + *len - n, *marks, n) != 0)
			continue;
		*len -= n;
		return TRUE;
	}
	return FALSE;
}

gboolean linetext_ends(const char *text, gsize len, const char *ends)
{
	static const char *const quotes[] = { "»", "’", "”", "\"", "'", ")", "]", NULL };
	static const char *const notes[] = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9",
					     "¹", "²", "³", " ", ",", ")", "]", "[", NULL };
	gsize whole = len, least = len - MIN(len, MOST_NOTES);

	while (len > least && steps_back(text, &len, notes))
		;
	while (steps_back(text, &len, quotes))
		;
	if (len && strchr(ends, text[len - 1]))
		return TRUE;
	for (len = whole; steps_back(text, &len, quotes);)
		;
	return len && strchr(ends, text[len - 1]);
}

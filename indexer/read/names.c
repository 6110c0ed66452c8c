#include "names.h"

#include <string.h>

#include "marks.h"
#include "pattern.h"

static gboolean is_name(const char *text, const char *const *names)
{
	g_autofree char *bare = mark_without(text);
	g_autofree char *lower = g_utf8_strdown(bare, -1);

	g_strstrip(g_strdelimit(lower, ".:", ' '));
	return g_strv_contains(names, lower);
}

gboolean name_is_title(const char *text)
{
	static const char *const names[] = { "pilot", "pilots", "project",    "projecten",  "proef",
					     "titel", "naam",   "naam pilot", "initiatief", NULL };
	g_autofree char *lower = g_utf8_strdown(text, -1);

	return strlen(text) <= NAME_MAX_BYTES &&
	       (is_name(text, names) || g_str_has_prefix(lower, "naam van "));
}

gboolean name_has_pilot(const char *text)
{
	static Pattern name = { "\\b(?:pilots?|proef|proeven|pilotproject(?:en)?)\\b",
				G_REGEX_CASELESS, 0 };

	return g_regex_match(pattern_regex(&name), text, 0, NULL);
}

gboolean name_is_pilot(const char *text)
{
	return strlen(text) <= NAME_MAX_BYTES && name_has_pilot(text);
}

gboolean name_is_number(const char *text)
{
	static const char *const names[] = { "nr", "no", "#", "nummer", "volgnummer", NULL };
	return is_name(text, names);
}

char *name_continued(const char *text, gboolean *marked)
{
	static Pattern forms[] = {
		{ "^(.*?)\\s*[(\\[]\\s*vervolg\\b[^()\\[\\]]*[)\\]]$", G_REGEX_CASELESS, 0 },
		{ "^(.*?)\\s*[-–—]\\s*vervolg(?: \\d+)?$", G_REGEX_CASELESS, 0 },
		{ "^(.*?),? vervolg(?: \\d+)?$", G_REGEX_CASELESS, 0 },
		{ "^vervolg(?: van| op)?:? (.*)$", G_REGEX_CASELESS, 0 },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(forms); i++) {
		g_autoptr(GMatchInfo) match = NULL;
		*marked = i < 2;
		if (g_regex_match(pattern_regex(&forms[i]), text, 0, &match))
			return g_match_info_fetch(match, 1);
	}
	return NULL;
}

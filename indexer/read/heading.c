#include "heading.h"

#include <string.h>

#include "account.h"
#include "dates.h"
#include "labels.h"
#include "pattern.h"

void heading_clear(Heading *h)
{
	g_clear_pointer(&h->title, g_free);
	g_clear_pointer(&h->date, g_free);
	g_clear_pointer(&h->date_text, g_free);
}

/* Takes off the end what led to the date: white space, a dash, a comma, a bracket. */
static void strip_end(char *title)
{
	gsize n = strlen(title);

	while (n > 0) {
		const char *last = g_utf8_find_prev_char(title, title + n);
		gunichar c = g_utf8_get_char(last);
		if (!g_unichar_isspace(c) && !strchr("-,(", (int)MIN(c, 127)) && c != 0x2013 &&
		    c != 0x2014)
			break;
		n = (gsize)(last - title);
	}
	title[n] = '\0';
}

/* The same, and the word behind a comma that only led to it: "Overzicht pilots, stand". */
static void strip_lead(char *title)
{
	static Pattern lead = { "[,(–—-]\\s*(?:laatst "
				")?(?:stand|situatie|status|bijgewerkt|geactualiseerd|actueel)$",
				G_REGEX_CASELESS, 0 };
	g_autoptr(GMatchInfo) match = NULL;
	int start;

	strip_end(title);
	if (!g_regex_match(pattern_regex(&lead), title, 0, &match))
		return;
	g_match_info_fetch_pos(match, 0, &start, NULL);
	title[start] = '\0';
	strip_end(title);
}

#define DATE_AHEAD "(?=\\d{1,2}e? [a-z]|\\d{1,2}[-/.]\\d|\\d{4}-\\d)"
#define LED_BY " (?:per|op|t/m|tot en met|d\\.?d\\.?) "

/* What leads to the reference date; it is behind the match, and the title before it. The first row
 * that a text has decides: a "peildatum" before what only looks like one. */
static Pattern wordings[] = {
	{ "(?:\\b(?:per|op) )?peildatum", G_REGEX_CASELESS, 0 },
	/* Stand van zaken pilots per …; Gegevens zijn bijgewerkt t/m … */
	{ "\\b(?:stand|status|situatie|overzicht|voortgang|gegevens|cijfers|bijgewerkt|"
	  "geactualiseerd|"
	  "actueel)\\b[^.;?!]{0,80}?\\K" LED_BY DATE_AHEAD,
	  G_REGEX_CASELESS, 0 },
	/* Stand van zaken pilots (1 december 2021); Stand: 1 december 2021 */
	{ "\\b(?:stand van zaken|stand)(?: [\\w-]+){0,4}?\\K[ :(,–—-]+" DATE_AHEAD,
	  G_REGEX_CASELESS, 0 },
};

/* Where the wording starts and what is behind it; FALSE when a text has none. */
static gboolean find_wording(const char *text, int *start, int *end)
{
	for (gsize i = 0; i < G_N_ELEMENTS(wordings); i++) {
		g_autoptr(GMatchInfo) match = NULL;
		if (!g_regex_match(pattern_regex(&wordings[i]), text, 0, &match))
			continue;
		g_match_info_fetch_pos(match, 0, start, end);
		return TRUE;
	}
	return FALSE;
}

gboolean heading_date(Heading *h, const char *text)
{
	int start, end;

	if (h->date || !find_wording(text, &start, &end))
		return FALSE;
	h->date = date_find(text + end);
	h->date_text = g_strdup(h->date ? text : NULL);
	return h->date != NULL;
}

gboolean heading_read(Heading *h, const char *text)
{
	int start = 0, end;
	gboolean tells = heading_date(h, text);

	if (h->title || !*text)
		return tells;
	gboolean dated = find_wording(text, &start, &end) && start > 0;
	h->title = dated ? g_strndup(text, (gsize)start) : g_strdup(text);
	if (dated)
		strip_lead(h->title);
	return TRUE;
}

void heading_count(Heading *h, guint line, const char *text)
{
	guint words = heading_read(h, text) || label_is_remark(text) ? 0 : account_count(text);

	if (words && !h->intro)
		h->line = line;
	h->intro += words;
}

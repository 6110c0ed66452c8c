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

/* What stands before and behind the word for a date; only the text without one. */
static char **around_date(const char *text)
{
	static Pattern peildatum = {
		"peildatum|stand van zaken (?:per |op |\\()?(?=\\d)|\\bstand (?:per )?(?=\\d)|"
		"stand van zaken(?: (?!per |op )[\\w-]+){1,3}\\K (?:per |op |\\()?(?=\\d)",
		G_REGEX_CASELESS, 0
	};
	return g_regex_split(pattern_regex(&peildatum), text, 0);
}

gboolean heading_date(Heading *h, const char *text)
{
	g_auto(GStrv) around = around_date(text);

	if (h->date || !around[0] || !around[1])
		return FALSE;
	h->date = date_find(around[1]);
	return h->date != NULL;
}

gboolean heading_read(Heading *h, const char *text)
{
	g_auto(GStrv) around = around_date(text);
	gboolean dated = around[0] && around[1], tells = heading_date(h, text);

	if (h->title || !*text)
		return tells;
	h->title = g_strdup(dated && *around[0] ? around[0] : text);
	if (dated)
		strip_end(h->title);
	return TRUE;
}

void heading_count(Heading *h, guint line, const char *text)
{
	guint words = heading_read(h, text) || label_is_remark(text) ? 0 : account_count(text);

	if (words && !h->intro)
		h->line = line;
	h->intro += words;
}

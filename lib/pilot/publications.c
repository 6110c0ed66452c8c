/* What is published, but for the papers of dossiers. */
#include <stdlib.h>
#include <string.h>

#include "reading.h"

/* "20202021" for "2020/21"; NULL when the second year is not the next one. */
static char *session_of(const char *from, const char *to)
{
	guint first = (guint)atoi(from), second = (guint)atoi(to);
	guint whole = strlen(to) == 4 ? second : first / 100 * 100 + second;

	whole += strlen(to) == 2 && second == 0 ? 100 : 0; /* 1999/00 */
	return whole == first + 1 ? g_strdup_printf("%u%u", first, whole) : NULL;
}

/* Questions and their answers: an Aanhangsel of the Handelingen, of the Tweede Kamer unless it is
 * said to be of the other. */
gboolean read_questions(Reading *r)
{
	enum { HOUSE_TO = 1, FROM, TO, NAME, N };
	static Pattern forms[] = {
		{ "aanh(?:angsel|\\.)?" S "(?:(?:van|der|bij)" S "(?:de" S
		  ")?)?(?:hand(?:elingen|\\.)?)?" HOUSE ",?" S "(?:vergaderjaar" S ")?" SESSION
		  ",?" S "(" NUMBER_WORD ")" S "([1-9]\\d{0,3})" NO_MORE,
		  ANY_CASE, 0 },
		{ "hand(?:elingen|\\.)" HOUSE ",?" S "(?:vergaderjaar" S ")?" SESSION ",?" S
		  "aanh(?:angsel|\\.),?" S "(" NUMBER_WORD "|)" S "([1-9]\\d{0,3})" NO_MORE,
		  ANY_CASE, 0 },
	};
	gsize start = r->at;

	for (gsize i = 0; i < G_N_ELEMENTS(forms); i++) {
		g_autoptr(GMatchInfo) match = reading_eat(r, &forms[i]);
		if (!match)
			continue;
		g_auto(GStrv) group = g_match_info_fetch_all(match);
		g_autofree char *session = session_of(group[FROM], group[TO]);
		gboolean first_house = g_ascii_strcasecmp(group[HOUSE_TO], "I") == 0;
		if (!session)
			break;
		g_autofree char *series =
			g_strdup_printf("ah-%ck-%s-", first_house ? 'e' : 't', session);
		reading_series(r, series, group[N], group[NAME], start);
		return TRUE;
	}
	r->at = start;
	return FALSE;
}

/* "Stb. 2021, 123" */
gboolean read_journal(Reading *r)
{
	enum { YEAR = 1, NAME, N };
	static struct {
		const char *name;
		Pattern form;
	} journals[] = {
#define JOURNAL(names)                                                                             \
	{ "(?:" names ")\\b\\.?,?" S "(?:van" S ")?([12]\\d{3})(?:" S "[,/]" S                     \
	  "|\\h)(" NUMBER_WORD "|)" S "([1-9]\\d{0,5})" NO_MORE,                                   \
	  ANY_CASE, 0 }
		{ "stb", JOURNAL("stb|staatsblad") },
		{ "stcrt", JOURNAL("stcrt|staatscourant") },
		{ "trb", JOURNAL("trb|tractatenblad") },
	};
	gsize start = r->at;

	for (gsize i = 0; i < G_N_ELEMENTS(journals); i++) {
		g_autoptr(GMatchInfo) match = reading_eat(r, &journals[i].form);
		if (!match)
			continue;
		g_auto(GStrv) group = g_match_info_fetch_all(match);
		g_autofree char *series = g_strdup_printf("%s-%s-", journals[i].name, group[YEAR]);
		reading_series(r, series, group[N], group[NAME], start);
		return TRUE;
	}
	return FALSE;
}

/* An id as such, in an address or alone; and "2021Z12345". */
gboolean read_id(Reading *r)
{
	static Pattern forms[] = {
		{ "(ah-[te]k-\\d{8}-\\d{1,4}|(?:stb|stcrt|trb)-\\d{4}-\\d{1,6})(?![\\pL\\pN])",
		  ANY_CASE, 0 },
		{ "(?:kv-tk-)?(\\d{4}Z\\d{5})(?![\\pL\\pN])", ANY_CASE, 0 },
	};
	gsize start = r->at;

	for (gsize i = 0; i < G_N_ELEMENTS(forms); i++) {
		g_autoptr(GMatchInfo) match = reading_eat(r, &forms[i]);
		g_autofree char *id = match ? g_match_info_fetch(match, 1) : NULL;
		g_autofree char *small = id ? g_ascii_strdown(id, -1) : NULL;
		if (!id)
			continue;
		g_autofree char *capital = g_ascii_strup(id, -1);
		reading_add(r, i ? g_strconcat("kv-tk-", capital, NULL) : g_steal_pointer(&small),
			    start, r->at);
		return TRUE;
	}
	return FALSE;
}

/* European Case Law Identifier: country, court, year, number. */
gboolean read_ecli(Reading *r)
{
	static Pattern form = {
		"ECLI:" S "([A-Z]{2}):" S "([A-Z0-9]{1,7}):" S "(\\d{4}):" S
		"(?=[A-Z]{0,24}\\d)([A-Z0-9]{1,25}(?:\\.[A-Z0-9]{1,25}){0,4})(?![\\pL\\pN])",
		ANY_CASE, 0
	};
	gsize start = r->at;
	g_autoptr(GMatchInfo) match = reading_eat(r, &form);

	if (!match)
		return FALSE;
	g_auto(GStrv) group = g_match_info_fetch_all(match);
	g_autofree char *id = g_strjoinv(":", group + 1);
	g_autofree char *capitals = g_ascii_strup(id, -1);
	reading_add(r, g_strconcat("ECLI:", capitals, NULL), start, r->at);
	return TRUE;
}

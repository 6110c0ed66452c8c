#include "dates.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pattern.h"

static const char *const months[12][2] = {
	{ "januari", "jan" },   { "februari", "feb" }, { "maart", "mrt" },    { "april", "apr" },
	{ "mei", "mei" },       { "juni", "jun" },     { "juli", "jul" },     { "augustus", "aug" },
	{ "september", "sep" }, { "oktober", "okt" },  { "november", "nov" }, { "december", "dec" },
};

int date_month(const char *name)
{
	g_autofree char *lower = g_ascii_strdown(name, -1);

	g_strdelimit(lower, ".", '\0');
	for (int m = 0; m < 12; m++)
		if (strcmp(lower, months[m][0]) == 0 || strcmp(lower, months[m][1]) == 0)
			return m + 1;
	return strcmp(lower, "sept") == 0 ? 9 : strcmp(lower, "febr") == 0 ? 2 : 0;
}

static char *iso(int year, int month, int day)
{
	if (!g_date_valid_dmy(day, month, year))
		return NULL;
	return g_strdup_printf("%04d-%02d-%02d", year, month, day);
}

static int group(GMatchInfo *match, const char *name)
{
	g_autofree char *text = g_match_info_fetch_named(match, name);
	return text ? atoi(text) : 0;
}

/* The ways to print a day; each names its groups. */
static Pattern patterns[] = {
	{ "\\b(?<d>\\d{1,2})e? (?<name>[a-z]+)\\.? (?<y>\\d{4})\\b", G_REGEX_CASELESS, 0 },
	{ "\\b(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})\\b", 0, 0 },
	{ "\\b(?<d>\\d{1,2})[-/.](?<m>\\d{1,2})[-/.](?<y>\\d{4})\\b", 0, 0 },
};

static char *find(const char *text, Pattern *pattern)
{
	g_autoptr(GMatchInfo) match = NULL;
	char *date = NULL;

	g_regex_match(pattern_regex(pattern), text, 0, &match);
	for (; !date && g_match_info_matches(match); g_match_info_next(match, NULL)) {
		g_autofree char *name = g_match_info_fetch_named(match, "name");
		int month = name ? date_month(name) : group(match, "m");
		date = iso(group(match, "y"), month, group(match, "d"));
	}
	return date;
}

char *date_find(const char *text)
{
	char *date = NULL;

	for (gsize i = 0; !date && i < G_N_ELEMENTS(patterns); i++)
		date = find(text, &patterns[i]);
	return date;
}

const char *date_month_name(int month)
{
	return months[month - 1][0];
}

char *date_long(const char *text)
{
	int year, month, day;

	if (sscanf(text, "%4d-%2d-%2d", &year, &month, &day) != 3 ||
	    !g_date_valid_dmy(day, month, year))
		return g_strdup(text);
	return g_strdup_printf("%d %s %d", day, months[month - 1][0], year);
}

gboolean date_is_valid(const char *text)
{
	g_autofree char *found = date_find(text);
	return found && strcmp(found, text) == 0;
}

#define MAX_SECONDS G_GUINT64_CONSTANT(253402300799) /* the end of 9999 */

gint64 date_now(void)
{
	const char *fixed = g_getenv("SOURCE_DATE_EPOCH");
	guint64 seconds;

	if (fixed && g_ascii_string_to_unsigned(fixed, 10, 0, MAX_SECONDS, &seconds, NULL))
		return (gint64)seconds;
	return g_get_real_time() / G_USEC_PER_SEC;
}

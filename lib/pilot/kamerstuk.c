#include "kamerstuk.h"
#include "pattern.h"

/* A dossier, its chapter, a second dossier, and the number of the paper. */
#define DOSSIER "(\\d{2})[ .]?(\\d{3})"
#define PAPER                                                                                      \
	DOSSIER "(?:[ -]([IVXLC]+[A-D]?)\\b)?(?:/" DOSSIER                                         \
		")?(?:, ?nr\\.? ?|,? nr\\.? ?|, ?|-)(\\d{1,4})\\b"
#define HEAD "Kamerstuk(?:ken)?(?: ?(?:I|II|I/II))?,?(?: ?\\d{4}[/-]\\d{2,4})?,? ?"

static void add(GPtrArray *ids, char *take)
{
	if (g_ptr_array_find_with_equal_func(ids, take, g_str_equal, NULL))
		g_free(take);
	else
		g_ptr_array_add(ids, take);
}

static char *id_of(const char *a, const char *b, const char *chapter, const char *number)
{
	return g_strdup_printf("%s%s%s%s-%s", a, b, *chapter ? "-" : "", chapter, number);
}

/* The ids of a match of PAPER. */
static void add_match(GPtrArray *ids, const GMatchInfo *match)
{
	g_auto(GStrv) group = g_match_info_fetch_all(match);

	add(ids, id_of(group[1], group[2], group[3], group[6]));
	if (*group[4])
		add(ids, id_of(group[4], group[5], "", group[6]));
}

GPtrArray *kamerstuk_find(const char *text)
{
	GPtrArray *ids = g_ptr_array_new_with_free_func(g_free);
	static Pattern paper = { HEAD PAPER, 0, 0 };
	g_autoptr(GMatchInfo) match = NULL;

	g_regex_match(pattern_regex(&paper), text, 0, &match);
	for (; g_match_info_matches(match); g_match_info_next(match, NULL))
		add_match(ids, match);
	return ids;
}

char *kamerstuk_whole(const char *text)
{
	if (!strpbrk(text, "0123456789")) /* as nearly every query: the expression costs more */
		return NULL;
	static Pattern whole = { "^\\s*(?:" HEAD "|kst-)?" PAPER "\\s*$", G_REGEX_CASELESS, 0 };
	g_autoptr(GMatchInfo) match = NULL;

	if (!g_regex_match(pattern_regex(&whole), text, 0, &match))
		return NULL;
	g_auto(GStrv) group = g_match_info_fetch_all(match);
	g_autofree char *chapter = g_ascii_strup(group[3], -1);
	return id_of(group[1], group[2], chapter, group[6]);
}

char *kamerstuk_dossier_url(const char *dossier)
{
	return g_strdup_printf("https://zoek.officielebekendmakingen.nl/dossier/%s", dossier);
}

char *kamerstuk_url(const char *id)
{
	return g_strdup_printf("https://zoek.officielebekendmakingen.nl/kst-%s.html", id);
}

#include "description.h"

#include <string.h>

#include "dates.h"
#include "pattern.h"
#include "references.h"

/* ---- members --------------------------------------------------------------------------- */

/* How many names before it a party is of: "beiden SP" of two, "allen D66" of all. */
static guint names_of_party(const char **party, guint all)
{
	static const struct {
		const char *word;
		guint names; /* 0: all */
	} words[] = { { "beiden ", 2 }, { "allen ", 0 }, { "allemaal ", 0 }, { "beide ", 2 } };

	for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
		if (g_ascii_strncasecmp(*party, words[i].word, strlen(words[i].word)) == 0) {
			*party += strlen(words[i].word);
			return words[i].names ? MIN(words[i].names, all) : all;
		}
	return MIN(1, all);
}

static void add_names(PaperDocument *d, const char *names, const char *party)
{
	static Pattern between = { "\\s*(?:,|\\ben\\b|;)\\s+|\\s*,\\s*$", 0, 0 };
	g_autofree char *spaced = g_strconcat(names, " ", NULL);
	g_auto(GStrv) parts = g_regex_split(pattern_regex(&between), spaced, 0);
	g_autoptr(GPtrArray) found = g_ptr_array_new();

	for (char **part = parts; *part; part++)
		if (*g_strstrip(*part))
			g_ptr_array_add(found, *part);
	guint with = party ? names_of_party(&party, found->len) : 0;
	for (guint i = 0; i < found->len; i++)
		paper_add_member(d, found->pdata[i], i + with >= found->len ? party : NULL);
}

/* "R.H. (Romke) de Jong": no party. */
static gboolean is_first_name(const char *behind)
{
	return *behind == ' ' && behind[1] != ',' && !g_str_has_prefix(behind, " en ");
}

void description_members(const char *list, PaperDocument *d)
{
	const char *p = list, *open = list, *close;

	while ((open = strchr(open, '(')) && (close = strchr(open, ')'))) {
		if (is_first_name(close + 1)) {
			open = close;
			continue;
		}
		g_autofree char *names = g_strndup(p, (gsize)(open - p));
		g_autofree char *party = g_strstrip(g_strndup(open + 1, (gsize)(close - open) - 1));
		add_names(d, names, party);
		p = open = close + 1;
	}
	if (strlen(p) > 1)
		add_names(d, p, NULL);
}

/* Letters alone, small: "S.P.R.A. van Weyenberg" ends with "Van Weyenberg". */
static char *folded(const char *name)
{
	return g_utf8_casefold(name, -1);
}

static gboolean ends_with_name(const char *full, const char *name)
{
	g_autofree char *a = folded(full), *b = folded(name);

	if (!g_str_has_suffix(a, b))
		return FALSE;
	gsize before = strlen(a) - strlen(b);
	return before == 0 || strchr(" .", a[before - 1]);
}

/* "Romke de Jong" of "R.H. (Romke) de Jong". */
static char *without_brackets(const char *name)
{
	static Pattern initials = { "^[^()]*\\(([^()]*)\\)", 0, 0 };
	return g_regex_replace(pattern_regex(&initials), name, -1, 0, "\\1", 0, NULL);
}

gboolean description_fuller_name(const char *name, PaperDocument *d)
{
	g_autofree char *called = without_brackets(name);
	PaperMember *only = NULL;

	for (guint i = 0; i < d->members->len; i++) {
		PaperMember *m = d->members->pdata[i];
		if (!ends_with_name(name, m->name) && !ends_with_name(called, m->name))
			continue;
		if (only)
			return FALSE;
		only = m;
	}
	if (!only)
		return FALSE;
	g_free(only->name);
	only->name = g_strdup(name);
	return TRUE;
}

/* ---- ministers ------------------------------------------------------------------------- */

#define OFFICE "(?:minister-president|viceminister-president|minister|staatssecretaris)"

/* "Ministers van A en van B" is of two. */
static void add_offices(GPtrArray *offices, const char *text)
{
	static Pattern plural = { "^(minister|staatssecretaris)(?:s|sen) ", G_REGEX_CASELESS, 0 };
	static Pattern between = { "(?:,| en) (?=(?:van|voor) )", 0, 0 };
	g_autoptr(GMatchInfo) match = NULL;

	if (!g_regex_match(pattern_regex(&plural), text, 0, &match)) {
		if (*text)
			g_ptr_array_add(offices, g_strdup(text));
		return;
	}
	g_autofree char *office = g_match_info_fetch(match, 1);
	g_autofree char *all = g_match_info_fetch(match, 0);
	g_auto(GStrv) parts = g_regex_split(pattern_regex(&between), text + strlen(all), 0);
	for (char **part = parts; *part; part++)
		g_ptr_array_add(offices, g_strconcat(office, " ", *part, NULL));
}

/* "de Minister en de Staatssecretaris van X": the first is of X too. */
static void complete_offices(GPtrArray *offices)
{
	for (guint i = offices->len; i-- > 1;) {
		char *here = offices->pdata[i], *before = offices->pdata[i - 1];
		const char *of = strchr(here, ' ');
		if (strchr(before, ' ') || !of || g_ascii_strncasecmp(before, "minister-", 9) == 0)
			continue;
		offices->pdata[i - 1] = g_strconcat(before, of, NULL);
		g_free(before);
	}
}

static void add_ministers(GPtrArray *to, const char *text)
{
	static Pattern between = { "(?:,| en|, en)? ?(?:\\baan )?\\b(?:de|het) (?=" OFFICE ")",
				   G_REGEX_CASELESS, 0 };
	g_auto(GStrv) parts = g_regex_split(pattern_regex(&between), text, 0);
	g_autoptr(GPtrArray) offices = g_ptr_array_new_with_free_func(g_free);

	for (char **part = parts; *part; part++)
		add_offices(offices, g_strstrip(*part));
	complete_offices(offices);
	for (guint i = 0; i < offices->len; i++)
		paper_add_once(to, offices->pdata[i]);
}

/* ---- the two lines --------------------------------------------------------------------- */

/* The date in a group of a match; NULL without. */
static char *date_in(const GMatchInfo *match, const char *group)
{
	g_autofree char *text = g_match_info_fetch_named(match, group);
	return text && *text ? date_find(text) : NULL;
}

static void fill(char **to, char *take)
{
	if (!*to && take && *take)
		*to = g_strstrip(g_steal_pointer(&take));
	g_free(take);
}

gboolean description_of_questions(const char *text, PaperDocument *d)
{
	static Pattern pattern = {
		"^(?:nadere |aanvullende )?vra(?:ag|gen) van (?:het lid|de leden|de fracties?(?: "
		"van)?) "
		"(?<members>.+?)(?: op [^()]{8,30})?(?: medegedeeld)? aan "
		"(?<ministers>(?:de|het) " OFFICE
		".*?) (?:over|inzake|betreffende|omtrent) (?<subject>.*?)"
		"\\.?\\s*(?:\\((?:ingezonden|medegedeeld|vraagnummer)(?<asked>[^()]*)\\)|$)",
		G_REGEX_CASELESS | G_REGEX_DOTALL, 0
	};
	g_autoptr(GMatchInfo) match = NULL;

	if (!g_regex_match(pattern_regex(&pattern), text, 0, &match))
		return FALSE;
	g_autofree char *members = g_match_info_fetch_named(match, "members");
	g_autofree char *ministers = g_match_info_fetch_named(match, "ministers");
	if (!d->members->len)
		description_members(members, d);
	if (!d->ministers->len)
		add_ministers(d->ministers, ministers);
	fill(&d->subject, g_match_info_fetch_named(match, "subject"));
	fill(&d->asked, date_in(match, "asked"));
	return TRUE;
}

/* Both journals and papers, as the text names them. */
static void add_references(GPtrArray *to, const char *text)
{
	g_autoptr(GPtrArray) found = references_find(text);

	for (guint i = 0; i < found->len; i++)
		paper_add_once(to, ((const Reference *)found->pdata[i])->id);
}

gboolean description_of_answer(const char *text, PaperDocument *d)
{
	static Pattern pattern = { "^(?:nader |aanvullend )?(?:antwoord|mededeling) van "
				   "(?:de )?(?<who>.+?)(?:,? mede namens .*?)?"
				   "\\s*(?:\\(ontvangen(?<answered>[^()]*)\\)|\\.?\\s*$)",
				   G_REGEX_CASELESS | G_REGEX_DOTALL, 0 };
	g_autoptr(GMatchInfo) match = NULL;

	add_references(d->related, text);
	if (!g_regex_match(pattern_regex(&pattern), text, 0, &match))
		return FALSE;
	if (!d->answered_by->len)
		g_ptr_array_add(d->answered_by, g_match_info_fetch_named(match, "who"));
	fill(&d->answered, date_in(match, "answered"));
	return TRUE;
}

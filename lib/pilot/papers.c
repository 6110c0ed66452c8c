/* Papers of parliament, by their dossiers. */
#include <string.h>

#include "reading.h"

#define DOSSIER "(\\d{2})[\\h.]?(\\d{3})(?!\\d|[.,]\\d|" S "(?:euro|%))"
#define BUDGET "[IVX]{1,5}[A-D]?" /* chapters; beside these the funds A, B … */

/* A dossier, its part ("21 501-02") or chapter, a second dossier, and the number of the paper. */
enum { DOSSIER_A = 1, DOSSIER_B, PART, CHAPTER, OTHER_A, OTHER_B, NUMBER_NAME, COMMA, NUMBER };
#define PAPER                                                                                      \
	DOSSIER "(?:-(?|(\\d{2})(?=,?" S NUMBER_WORD "|-\\d)|(0\\d)(?!\\d)))?"                     \
		"(?:(?|-(" BUDGET "|[A-FJ](?=-\\d))|" S "(?:hoofdstuk" S ")?((?-i:" BUDGET ")|"    \
		"(?:" BUDGET "|(?-i:[A-FJ]))(?=,?" S NUMBER_WORD ")))(?![\\pL\\pN]))?"             \
		"(?:/" DOSSIER ")?"                                                                \
		"(?:(?:,?" S "\\(?(" NUMBER_WORD ")" S "|(,)" S "|-)([1-9]\\d{0,3})" NO_MORE       \
		"(?(8)(?!" S "\\pL)))?"

static char *series_of(char **group)
{
	g_autofree char *chapter = g_ascii_strup(group[CHAPTER], -1);

	return g_strconcat(group[DOSSIER_A], group[DOSSIER_B], *group[PART] ? "-" : "", group[PART],
			   *chapter ? "-" : "", chapter, NULL);
}

/* The Eerste Kamer numbers its papers by letters; I, V and X are chapters as well. */
static gboolean read_letter(Reading *r, const char *dossier, gsize start)
{
	static Pattern letter = { "," S "(?:" NUMBER_WORD ")?" S
				  "((?![IVX]\\b)[A-Z]{1,2})(?![\\pL\\pN])",
				  G_REGEX_ANCHORED, 0 };
	g_autoptr(GMatchInfo) match = reading_eat(r, &letter);

	if (!match)
		return FALSE;
	g_autofree char *number = g_match_info_fetch(match, 1);
	reading_add(r, g_strconcat(dossier, "-", number, NULL), start, r->at);
	return TRUE;
}

/* "35000 VI 47", "kamerstuk 31753 248": what is typed and ends there. */
static gboolean read_last_number(Reading *r, const char *dossier, gsize start)
{
	static Pattern last = { "\\h([1-9]\\d{0,3})(?=\\s*$)", G_REGEX_ANCHORED, 0 };
	g_autoptr(GMatchInfo) match = r->typed ? reading_eat(r, &last) : NULL;

	if (!match)
		return FALSE;
	g_autofree char *number = g_match_info_fetch(match, 1);
	reading_add(r, g_strconcat(dossier, "-", number, NULL), start, r->at);
	return TRUE;
}

/* TRUE for digits that are of a dossier though no word says so. In a text they have "nr.", in a
 * query a chapter, another dossier or the number of a paper; one that a comma alone sets apart is
 * it at the end. */
static gboolean is_plain(const Reading *r, char **group)
{
	if (!r->typed)
		return *group[NUMBER_NAME] != '\0';
	if (*group[NUMBER])
		return !*group[COMMA] || r->at == r->len;
	return *group[CHAPTER] || *group[PART] || *group[OTHER_A];
}

/* Papers with numbers; each is in the other dossier too, if there is one. */
static void add_numbered(Reading *r, char **group, gsize start)
{
	g_autofree char *dossier = series_of(group);
	g_autofree char *series = g_strconcat(dossier, "-", NULL);
	guint first = r->found->len;

	reading_series(r, series, group[NUMBER], group[NUMBER_NAME], start);
	for (guint i = first, n = r->found->len; *group[OTHER_A] && i < n; i++) {
		const Reference *ref = r->found->pdata[i];
		reading_add(
			r, g_strconcat(group[OTHER_A], group[OTHER_B], strrchr(ref->id, '-'), NULL),
			ref->start, ref->end);
	}
}

static void add_whole(Reading *r, char **group, gsize start, gboolean letters)
{
	g_autofree char *dossier = series_of(group);

	if (read_last_number(r, dossier, start) || (letters && read_letter(r, dossier, start)))
		return;
	reading_add(r, g_steal_pointer(&dossier), start, r->at);
	if (*group[OTHER_A])
		reading_add(r, g_strconcat(group[OTHER_A], group[OTHER_B], NULL), start, r->at);
}

/* One dossier with its papers. sure: without a number it is named as a whole; letters: of the
 * Eerste Kamer. */
static gboolean read_dossier(Reading *r, gboolean sure, gboolean letters)
{
	static Pattern paper = { PAPER, ANY_CASE, 0 };
	gsize start = r->at;
	g_autoptr(GMatchInfo) match = reading_eat(r, &paper);

	if (!match)
		return FALSE;
	char *group[NUMBER + 1];
	for (int i = 0; i <= NUMBER; i++) {
		group[i] = g_match_info_fetch(match, i);
		group[i] = group[i] ? group[i] : g_strdup("");
	}
	gboolean is = sure || is_plain(r, group);
	if (!is)
		r->at = start;
	else if (*group[NUMBER])
		add_numbered(r, group, start);
	else
		add_whole(r, group, start, letters);
	for (int i = 0; i <= NUMBER; i++)
		g_free(group[i]);
	return is;
}

/* "31 753, nr. 180 en 35 000 VI, nr. 47"; many: "dossiers 31 753 en 33 552". */
static void read_dossiers(Reading *r, gboolean many, gboolean letters)
{
	static Pattern link = { S "(?:[;,]|(en|of|alsmede)\\b)" S, ANY_CASE, 0 };
	gsize end = r->at;
	GMatchInfo *match;

	while ((match = reading_eat(r, &link))) {
		gboolean sure = many && reading_has(match, 1);
		g_match_info_free(match);
		if (!read_dossier(r, sure, letters))
			break;
		end = r->at;
	}
	r->at = end;
}

/* Where no word says what the digits are of: in a query, and in brackets. */
static gboolean read_plain(Reading *r)
{
	static Pattern session = { SESSION ",?" S, ANY_CASE, 0 };
	gsize start = r->at;
	gboolean opens = start > 0 && r->text[start - 1] == '(';

	if (r->typed)
		reading_eats(r, &session);
	if ((r->typed || opens) && read_dossier(r, FALSE, FALSE))
		return TRUE;
	r->at = start;
	return FALSE;
}

enum { PLURAL = 1, HOUSE_OF };

gboolean read_papers(Reading *r)
{
	static Pattern head = { "(?|kamer-?stuk(?:-?(ken|dossiers))?(?:dossier)?|kst\\b\\.?()|"
				"dossier(s)?(?:nummers?|nr\\.?)?|"
				"(?:[TE]K|(?:tweede|eerste) kamer)()"
				"(?=,?" S "(?:vergaderjaar" S ")?\\d{4}" S "[/–-]))" HOUSE "(?:,?" S
				"(?:vergaderjaar" S ")?" SESSION ")?[,:]?[\\h-]{0,2}"
				"(?:dossiers?" S ")?(?:nrs?\\b\\.?" S ")?",
				ANY_CASE, 0 };
	gsize start = r->at;

	if (g_ascii_isdigit(r->text[start]))
		return read_plain(r);
	g_autoptr(GMatchInfo) match = reading_eat(r, &head);
	if (!match)
		return FALSE;
	g_autofree char *house = g_match_info_fetch(match, HOUSE_OF);
	gboolean letters = g_ascii_tolower(r->text[start]) == 'e' || /* EK */
			   (house && g_ascii_strcasecmp(house, "I") == 0);
	guint before = r->found->len;
	if (!read_dossier(r, TRUE, letters)) {
		r->at = start;
		return FALSE;
	}
	const Reference *first = g_ptr_array_index(r->found, before);
	gboolean whole = reference_is_dossier(first->id);
	read_dossiers(r, whole && reading_has(match, PLURAL), letters);
	return TRUE;
}

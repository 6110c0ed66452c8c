#include "questionnumbers.h"

#include <stdlib.h>
#include <string.h>

#include "pattern.h"

#define MAX_DIGITS 3
#define MAX_RANGE 200 /* questions in one: the most ever asked at once are fewer */

gboolean numbers_has(const GArray *numbers, guint number)
{
	for (guint i = 0; i < numbers->len; i++)
		if (g_array_index(numbers, guint, i) == number)
			return TRUE;
	return FALSE;
}

void numbers_add(GArray *numbers, guint number)
{
	guint at = 0;

	while (at < numbers->len && g_array_index(numbers, guint, at) < number)
		at++;
	if (at == numbers->len || g_array_index(numbers, guint, at) != number)
		g_array_insert_val(numbers, at, number);
}

char *numbers_text(const GArray *numbers)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < numbers->len; i++)
		g_string_append_printf(text, "%s%u", i ? ", " : "",
				       g_array_index(numbers, guint, i));
	return g_string_free(text, FALSE);
}

/* ---- lists ----------------------------------------------------------------------------- */

typedef enum { JOIN_NONE, JOIN_AND, JOIN_RANGE } Join;

/* The longest first. */
static const struct {
	const char *text;
	Join join;
} joins[] = {
	{ "tot en met", JOIN_RANGE },
	{ "t/m", JOIN_RANGE },
	{ "–", JOIN_RANGE },
	{ "-", JOIN_RANGE },
	{ ", en ", JOIN_AND },
	{ "en ", JOIN_AND },
	{ ",", JOIN_AND },
	{ "&", JOIN_AND },
	{ "/", JOIN_AND },
	{ ";", JOIN_AND },
};

static const char *skip(const char *p)
{
	return p + strspn(p, " []");
}

static Join join_at(const char **p)
{
	const char *at = skip(*p);

	for (gsize i = 0; i < G_N_ELEMENTS(joins); i++)
		if (g_ascii_strncasecmp(at, joins[i].text, strlen(joins[i].text)) == 0) {
			*p = at + strlen(joins[i].text);
			return joins[i].join;
		}
	return JOIN_NONE;
}

/* What may stand before a number in a list: "vraag 2 en vraag 3". */
static const char *skip_words(const char *p)
{
	static const char *const words[] = {
		"vragen ", "vraag ", "antwoorden ", "antwoord ", "op ",
		"de ",     "het ",   "mijn ",       "nrs. ",     "nr. "
	};
	const char *before;

	do {
		before = p;
		p = skip(p);
		for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
			if (g_ascii_strncasecmp(p, words[i], strlen(words[i])) == 0) {
				p += strlen(words[i]);
				break;
			}
	} while (p != before);
	return p;
}

/* A number of a question; 0 for what is none: "2a", "2.1", "2021". */
static guint number_at(const char **p)
{
	const char *at = skip_words(*p);
	gsize n = strspn(at, "0123456789");

	if (!n || n > MAX_DIGITS || g_unichar_isalpha(g_utf8_get_char(at + n)) ||
	    (at[n] == '.' && g_ascii_isdigit(at[n + 1])))
		return 0;
	*p = at + n;
	return (guint)atoi(at);
}

static gboolean add_range(GArray *numbers, guint from, guint to)
{
	if (!from || to <= from || to - from > MAX_RANGE)
		return FALSE;
	for (guint i = from; i <= to; i++)
		numbers_add(numbers, i);
	return TRUE;
}

/* A list of numbers, with *p behind it. FALSE when there is none, or it makes no sense. */
static gboolean read_list(const char **p, GArray *numbers)
{
	Join join = JOIN_AND;
	guint last = 0;

	do {
		guint number = number_at(p);
		if (!number || (join == JOIN_RANGE && !add_range(numbers, last, number)))
			return FALSE;
		numbers_add(numbers, number);
		last = join == JOIN_RANGE ? 0 : number;
		const char *behind = *p;
		join = join_at(p);
		if (join == JOIN_NONE)
			*p = behind;
	} while (join != JOIN_NONE);
	return TRUE;
}

static GArray *new_numbers(void)
{
	return g_array_new(FALSE, FALSE, sizeof(guint));
}

GArray *numbers_of_heading(const char *heading)
{
	static Pattern words = { "^(?:\\s*(?:vra(?:ag|gen)|antwoord(?:en)?|op|de|het|nrs?\\.?))*"
				 "[\\s:.]*",
				 G_REGEX_CASELESS, 0 };
	g_autoptr(GMatchInfo) match = NULL;
	g_autoptr(GArray) numbers = new_numbers();
	int end = 0;

	if (g_regex_match(pattern_regex(&words), heading, 0, &match))
		g_match_info_fetch_pos(match, 0, NULL, &end);
	const char *p = heading + end;
	if (!*p)
		return g_steal_pointer(&numbers);
	if (!read_list(&p, numbers))
		return NULL;
	p += strspn(p, " ].:");
	return *p ? NULL : g_steal_pointer(&numbers);
}

GArray *numbers_of_questions(const char *text)
{
	static Pattern list = { "\\bvra(?:ag|gen) (?=\\d)", G_REGEX_CASELESS, 0 };
	g_autoptr(GMatchInfo) match = NULL;
	g_autoptr(GArray) numbers = new_numbers();
	int end = 0;

	if (!g_regex_match(pattern_regex(&list), text, 0, &match))
		return g_steal_pointer(&numbers);
	g_match_info_fetch_pos(match, 0, NULL, &end);
	const char *p = text + end;
	return read_list(&p, numbers) ? g_steal_pointer(&numbers) : new_numbers();
}

GArray *numbers_to_see(const char *answer)
{
	static Pattern before = {
		"^(?:zie(?: hiervoor| hierboven| hieronder| ook| verder)*"
		"|(?:hier(?:voor|bij) |kortheidshalve )?verwijs ik(?: u| hiervoor| graag| "
		"kortheidshalve)* naar"
		"|ik verwijs(?: u| hiervoor| hierbij| graag| kortheidshalve)* naar"
		"|voor (?:het|de) (?:antwoord|beantwoording) (?:op|van) deze vra(?:ag|gen) verwijs "
		"ik(?: u| graag)* naar)"
		" (?:(?:het|de|mijn|ons|onze) )?(?:antwoord(?:en)?|beantwoording)"
		"(?: (?:op|van|bij))?(?: de)?(?: vra(?:ag|gen))? (?=\\d)",
		G_REGEX_CASELESS, 0
	};
	static Pattern behind = { "^(?: hier(?:voor|boven|onder))?\\.?(?:\\s*\\d{1,2}|[¹²³⁰-⁹]*)$",
				  0, 0 };
	g_autoptr(GMatchInfo) match = NULL;
	g_autoptr(GArray) numbers = new_numbers();
	int end = 0;

	if (!g_regex_match(pattern_regex(&before), answer, 0, &match))
		return NULL;
	g_match_info_fetch_pos(match, 0, NULL, &end);
	const char *p = answer + end;
	if (!read_list(&p, numbers) || !g_regex_match(pattern_regex(&behind), p, 0, NULL))
		return NULL;
	return g_steal_pointer(&numbers);
}

#include "questiontypes.h"

#include <stdlib.h>
#include <string.h>

#include "dates.h"
#include "edited.h"
#include "phrases.h"
#include "question.h"

#define SAID 0.6  /* of an answer is in its words … */
#define PLACE 0.4 /* … and in the section where it stands; half of that where it may stand too */

#define FIRST_YEAR 1900
#define LAST_YEAR 2100

typedef enum { SIGN_NUMBER, SIGN_YEAR, SIGN_NAME } Sign;

static const struct {
	const char *name;
	Sign sign;
} signs[] = { { "{getal}", SIGN_NUMBER }, { "{jaar}", SIGN_YEAR }, { "{naam}", SIGN_NAME } };

typedef struct {
	Phrases *asks, *says;
	double place[N_SECTION_KINDS];
	guint signs; /* a bit each */
} Type;

struct QuestionTypes {
	Type types[QUESTION_TYPES];
	guint n;
};

/* ---- the file ------------------------------------------------------------------------------ */

static gboolean read_sections(Type *t, const char *list, guint line, GError **error)
{
	g_auto(GStrv) each = g_strsplit(list, ";", -1);

	for (guint i = 0; each[i]; i++) {
		int kind = section_kind_from(g_strstrip(each[i]));
		if (kind < 0)
			return edited_fail(error, line, "no section \"%s\"", each[i]);
		t->place[kind] = i == 0 ? PLACE : PLACE / 2;
	}
	return TRUE;
}

static void read_sentences(Type *t, const char *list)
{
	g_auto(GStrv) each = g_strsplit(list, ";", -1);

	for (char **one = each; *one; one++) {
		gboolean sign = FALSE;
		g_strstrip(*one);
		for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
			if (strcmp(*one, signs[i].name) == 0) {
				t->signs |= 1u << signs[i].sign;
				sign = TRUE;
			}
		if (!sign && **one)
			phrases_add(t->says, *one, 1);
	}
}

static gboolean read_key(Type *t, const EditedIni *ini, const char *block, const char *key,
			 GError **error)
{
	g_autofree char *value = g_key_file_get_string(ini->keys, block, key, NULL);
	g_autofree char *lower = g_utf8_strdown(value ? value : "", -1);
	guint line = edited_ini_line(ini, block, key);

	if (strcmp(key, "vraag") == 0)
		phrases_add_all(t->asks, lower, 1);
	else if (strcmp(key, "zin") == 0)
		read_sentences(t, lower);
	else if (strcmp(key, "sectie") == 0)
		return read_sections(t, lower, line, error);
	else
		return edited_fail(error, line, "not vraag, sectie or zin");
	return TRUE;
}

QuestionTypes *questiontypes_parse(const char *text, GError **error)
{
	g_autoptr(EditedIni) ini = edited_ini(text, error);
	g_autoptr(QuestionTypes) all = g_new0(QuestionTypes, 1);

	if (!ini)
		return NULL;
	g_auto(GStrv) blocks = g_key_file_get_groups(ini->keys, NULL);
	for (char **block = blocks; *block; block++) {
		if (all->n == QUESTION_TYPES) {
			edited_fail(error, edited_ini_line(ini, *block, NULL),
				    "more than %d types of questions", QUESTION_TYPES);
			return NULL;
		}
		Type *t = &all->types[all->n++];
		t->asks = phrases_new();
		t->says = phrases_new();
		g_auto(GStrv) keys = g_key_file_get_keys(ini->keys, *block, NULL, NULL);
		for (char **key = keys; *key; key++)
			if (!read_key(t, ini, *block, *key, error))
				return NULL;
	}
	return g_steal_pointer(&all);
}

void questiontypes_free(QuestionTypes *all)
{
	if (!all)
		return;
	for (guint i = 0; i < all->n; i++) {
		phrases_free(all->types[i].asks);
		phrases_free(all->types[i].says);
	}
	g_free(all);
}

/* ---- questions and answers ------------------------------------------------------------------ */

static gboolean is_letter_at(const char *p)
{
	return g_unichar_isalnum(g_utf8_get_char(p));
}

/* The start of the next word or sign behind p. */
static const char *next_word(const char *p)
{
	if (is_letter_at(p))
		while (*p && is_letter_at(p))
			p = g_utf8_next_char(p);
	else if (*p)
		p = g_utf8_next_char(p);
	while (g_unichar_isspace(g_utf8_get_char(p)))
		p = g_utf8_next_char(p);
	return p;
}

static gboolean is_month(const char *word)
{
	const char *end = word;

	while (g_unichar_isalpha(g_utf8_get_char(end)))
		end = g_utf8_next_char(end);
	g_autofree char *alone = g_strndup(word, (gsize)(end - word));
	return date_month(alone) > 0;
}

/* What a word that starts with a digit is, but for the day of a date; 0 for that. */
static guint sign_of(const char *word)
{
	gsize digits = strspn(word, "0123456789");
	int value = digits <= 4 ? atoi(word) : 0;

	if (!digits || is_month(next_word(word)))
		return 0;
	return 1u << (digits == 4 && value >= FIRST_YEAR && value <= LAST_YEAR ? SIGN_YEAR
									       : SIGN_NUMBER);
}

static gboolean has_phrase(const Phrases *phrases, guint wanted, const char *lower)
{
	gsize length;

	for (const char *p = lower; *p; p = next_word(p))
		if (phrases_at(phrases, p, &length) || (wanted && (sign_of(p) & wanted)))
			return TRUE;
	return FALSE;
}

/* A word with a capital that no sentence begins with. */
static gboolean has_name(const char *text)
{
	for (const char *p = text; *p; p = next_word(p))
		if (question_is_name(text, (gsize)(p - text)))
			return TRUE;
	return FALSE;
}

guint questiontypes_of(const QuestionTypes *all, const char *question)
{
	g_autofree char *lower = g_utf8_strdown(question, -1);
	guint asked = 0;

	for (guint i = 0; i < all->n; i++)
		if (has_phrase(all->types[i].asks, 0, lower))
			asked |= 1u << i;
	return asked;
}

double questiontypes_answer(const QuestionTypes *all, guint asked, SectionKind section,
			    const char *text, gsize len)
{
	g_autofree char *sentence = g_strndup(text, len);
	g_autofree char *lower = g_utf8_strdown(sentence, -1);
	double best = 0;

	for (guint i = 0; i < all->n; i++) {
		const Type *t = &all->types[i];
		if (!(asked & 1u << i))
			continue;
		gboolean said = has_phrase(t->says, t->signs, lower) ||
				((t->signs & 1u << SIGN_NAME) && has_name(sentence));
		best = MAX(best, (said ? SAID : 0) + t->place[section]);
	}
	return best;
}

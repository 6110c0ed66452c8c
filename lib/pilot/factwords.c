#include "factwords.h"

#include <string.h>

#include "edited.h"
#include "lexemes.h"

static const struct {
	const char *name;
	Says says;
	Kind kind; /* L_STOP: a Looptijd does not need it */
} sorts[] = {
	{ "onderwerp", SAYS_SUBJECT, L_SUBJECT },
	{ "terzijde", SAYS_ASIDE, L_ASIDE },
	{ "afgerond", SAYS_FINISHED, L_ENDED },
	{ "eindigde", SAYS_FINISHED_PAST, L_STOP },
	{ "eindigt", SAYS_FINISHES, L_STOP },
	{ "stopgezet", SAYS_STOPPED, L_ENDED },
	{ "stopte", SAYS_STOPPED_PAST, L_STOP },
	{ "stopt", SAYS_STOPS, L_STOP },
	{ "liep", SAYS_RAN, L_STOP },
	{ "gestart", SAYS_STARTED, L_STOP },
	{ "start", SAYS_STARTS, L_STOP },
	{ "lopend", SAYS_RUNS, L_STOP },
	{ "verlengd", SAYS_EXTENDED, L_STOP },
	{ "voorbereiding", SAYS_PREPARED, L_STOP },
	{ "onzeker", SAYS_UNSURE, L_STOP },
	{ "voorwaarde", SAYS_IF, L_STOP },
	{ "ontkenning", SAYS_NOT, L_STOP },
	{ "nog-niet", SAYS_NOT_YET, L_STOP },
	{ "deels", SAYS_PARTLY, L_STOP },
};

static gboolean add_line(char *line, guint number, gpointer user, GError **error)
{
	FactWords *words = user;
	g_auto(GStrv) sides = g_strsplit(line, "=", 2);

	g_strstrip(sides[0]);
	for (gsize i = 0; sides[1] && i < G_N_ELEMENTS(sorts); i++) {
		if (strcmp(sorts[i].name, sides[0]) != 0)
			continue;
		g_autofree char *lower = g_utf8_strdown(sides[1], -1);
		phrases_add_all(words->status, lower, sorts[i].says);
		if (sorts[i].kind)
			phrases_add_all(words->period, lower, sorts[i].kind);
		return TRUE;
	}
	return edited_fail(error, number, "not \"soort = woord; woord\", or no such soort");
}

FactWords *factwords_parse(const char *text, GError **error)
{
	g_autoptr(FactWords) words = g_new(FactWords, 1);

	*words = (FactWords) { phrases_new(), phrases_new() };
	return edited_each_line(text, add_line, words, error) ? g_steal_pointer(&words) : NULL;
}

void factwords_free(FactWords *words)
{
	if (!words)
		return;
	phrases_free(words->status);
	phrases_free(words->period);
	g_free(words);
}

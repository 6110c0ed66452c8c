#include "status.h"

#include <string.h>

#include "looptijd.h"
#include "pattern.h"

#define THING "(?:pilots?|proef|proefproject|project|experiment)"
/* "de evaluatie van de pilot is afgerond" says nothing of the pilot itself */
#define THE_THING "(?<!van de )(?<!van deze )(?<!van het )\\b" THING

/* What words decide, in this order; section and pattern per rule. */
static struct {
	SectionKind section;
	Pattern pattern;
	Status status;
} word_rules[] = {
	{ SECTION_LOOPTIJD,
	  { "\\b(?:stopgezet|gestaakt|gestopt|voortijdig beëindigd)\\b", G_REGEX_CASELESS, 0 },
	  STATUS_STOPGEZET },
	{ SECTION_STAND_VAN_ZAKEN,
	  { THE_THING " (?:is|zijn|werd|wordt) (?:(?!niet|nog)\\w+ ){0,5}"
		      "(?:stopgezet|gestaakt|gestopt|voortijdig beëindigd)\\b",
	    G_REGEX_CASELESS, 0 },
	  STATUS_STOPGEZET },
	{ SECTION_LOOPTIJD,
	  { "^\\W*(?:afgerond|beëindigd|afgesloten|voltooid|afgelopen)\\b", G_REGEX_CASELESS, 0 },
	  STATUS_AFGEROND },
	{ SECTION_STAND_VAN_ZAKEN,
	  { THE_THING " (?:is|zijn|werd) (?:(?!niet|nog|bijna|deels)[\\w-]+ ){0,5}"
		      "(?:afgerond|beëindigd|afgesloten|voltooid|afgelopen)\\b",
	    G_REGEX_CASELESS, 0 },
	  STATUS_AFGEROND },
};

/* "de pilot start in december 2021", "start het pilotjaar": a start of its own. */
static Pattern starts = { "(?<!\\bin )\\b(?:de|deze|het) " THING
			  "(?:jaar)? start\\b|\\bstart (?:de|deze|het) " THING "(?:jaar)?\\b",
			  G_REGEX_CASELESS, 0 };
static Pattern started = { "\\bgestart\\b", G_REGEX_CASELESS, 0 };

static const char *section_text(const Pilot *p, SectionKind kind)
{
	const Section *s = pilot_section(p, kind);
	return s ? s->text : "";
}

/* The sentence of text around [start, end). */
static char *sentence_around(const char *text, int start, int end)
{
	while (start > 0 && text[start - 1] != '\n' &&
	       !(start > 1 && text[start - 1] == ' ' && strchr(".?!", text[start - 2])))
		start--;
	while (text[end] && text[end] != '\n' && !strchr(".?!", text[end]))
		end++;
	return g_strndup(text + start, end - start + (text[end] && text[end] != '\n'));
}

/* The sentence in which a pattern stands; NULL when it does not. */
static char *find(const char *text, Pattern *pattern)
{
	g_autoptr(GMatchInfo) match = NULL;
	int start, end;

	if (!g_regex_match(pattern_regex(pattern), text, 0, &match))
		return NULL;
	g_match_info_fetch_pos(match, 0, &start, &end);
	return sentence_around(text, start, end);
}

/* A sentence that says that the pilot starts, in the month of the reference date or
 * later. */
static char *future_start(const Pilot *p, int now)
{
	g_autofree char *sentence = find(section_text(p, SECTION_STAND_VAN_ZAKEN), &starts);
	g_autoptr(GArray) when = looptijd_parse(sentence ? sentence : "");

	if (when->len && g_array_index(when, Period, 0).from != PERIOD_OPEN &&
	    g_array_index(when, Period, 0).from >= now)
		return g_steal_pointer(&sentence);
	return NULL;
}

/* What the periods say; ONBEKEND when there are none, or a gap. */
static Status by_periods(const Pilot *p, int now)
{
	gboolean over = p->periods->len > 0, ahead = p->periods->len > 0;

	for (guint i = 0; i < p->periods->len; i++) {
		const Period *period = &g_array_index(p->periods, Period, i);
		gboolean begun = period->from == PERIOD_OPEN || period->from <= now;
		gboolean ended = period->to != PERIOD_OPEN && period->to < now;
		if (begun && !ended)
			return STATUS_LOPEND;
		over = over && ended;
		ahead = ahead && !begun;
	}
	if (over)
		return STATUS_AFGEROND;
	return ahead ? STATUS_START_BINNENKORT : STATUS_ONBEKEND;
}

/* "Gestart in november 2021." where no period could be read. */
static gboolean has_started(const Pilot *p, int now, char **why)
{
	g_autofree char *sentence = find(section_text(p, SECTION_STAND_VAN_ZAKEN), &started);
	g_autoptr(GArray) when = looptijd_parse(sentence ? sentence : "");

	if (!when->len || g_array_index(when, Period, 0).from > now)
		return FALSE;
	*why = g_steal_pointer(&sentence);
	return TRUE;
}

Status status_decide(const Pilot *p, char **why)
{
	int now = month_of_date(p->reference_date);

	for (gsize i = 0; i < G_N_ELEMENTS(word_rules); i++)
		if ((*why = find(section_text(p, word_rules[i].section), &word_rules[i].pattern)))
			return word_rules[i].status;
	if (now == PERIOD_OPEN) /* without a reference date nothing can be counted */
		return STATUS_ONBEKEND;
	Status status = by_periods(p, now);
	if (status != STATUS_AFGEROND && (*why = future_start(p, now)))
		return STATUS_START_BINNENKORT;
	if (status == STATUS_ONBEKEND)
		return has_started(p, now, why) ? STATUS_LOPEND : STATUS_ONBEKEND;
	*why = g_strdup(p->period);
	return status;
}

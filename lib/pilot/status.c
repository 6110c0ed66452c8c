#include "status.h"

#include "looptijd.h"
#include "statements.h"

void decision_clear(Decision *d)
{
	g_free(d->why);
	g_free(d->against);
	g_free(d->doubt);
}

static GArray *statements_in(const Pilot *p, SectionKind kind, int now, const FactWords *words)
{
	const Section *s = pilot_section(p, kind);

	/* without a reference date nobody knows which month has been: none */
	return statements_find(s ? s->text : "", p->title, kind == SECTION_LOOPTIJD,
			       now == PERIOD_OPEN ? 0 : now, words);
}

/* The first of what is stated; NULL. */
static const char *sentence_of(const GArray *statements, States states)
{
	for (guint i = 0; i < statements->len; i++) {
		const Statement *s = &g_array_index(statements, Statement, i);
		if (s->states == states && !s->doubtful)
			return s->sentence;
	}
	return NULL;
}

/* What the periods say; ONBEKEND when there are none, or a gap. */
static Status by_periods(const Pilot *p, int now)
{
	gboolean over = p->periods->len > 0, ahead = p->periods->len > 0;

	for (guint i = 0; i < p->periods->len && now != PERIOD_OPEN; i++) {
		const Period *period = &g_array_index(p->periods, Period, i);
		gboolean begun = period->from == PERIOD_OPEN || period->from <= now;
		gboolean ended = period->to != PERIOD_OPEN && period->to < now;
		if (begun && !ended)
			return STATUS_LOPEND;
		over = over && ended;
		ahead = ahead && !begun;
	}
	if (now == PERIOD_OPEN) /* nothing can be counted */
		return STATUS_ONBEKEND;
	if (over)
		return STATUS_AFGEROND;
	return ahead ? STATUS_START_BINNENKORT : STATUS_ONBEKEND;
}

/* What text and periods say together. The first row that fits counts: what the text says goes
 * before the periods, an end before all else. A gap of the periods counts as lopend for what has
 * begun. */
static const struct {
	States states;
	int periods; /* what they say; ANY */
	Status status;
	gboolean contradicts;
} rules[] = {
#define ANY (-1)
	{ STATES_STOPPED, STATUS_START_BINNENKORT, STATUS_STOPGEZET, TRUE },
	{ STATES_STOPPED, ANY, STATUS_STOPGEZET, FALSE },
	{ STATES_FINISHED, STATUS_START_BINNENKORT, STATUS_AFGEROND, TRUE },
	{ STATES_FINISHED, ANY, STATUS_AFGEROND, FALSE },
	{ STATES_AHEAD, STATUS_AFGEROND, STATUS_START_BINNENKORT, TRUE },
	{ STATES_AHEAD, ANY, STATUS_START_BINNENKORT, FALSE },
	{ STATES_RUNNING, STATUS_ONBEKEND, STATUS_LOPEND, FALSE },
	{ STATES_RUNNING, STATUS_AFGEROND, STATUS_LOPEND, TRUE },
	{ STATES_RUNNING, STATUS_START_BINNENKORT, STATUS_LOPEND, TRUE },
	{ STATES_STARTED, STATUS_ONBEKEND, STATUS_LOPEND, FALSE },
	{ STATES_STARTED, STATUS_START_BINNENKORT, STATUS_LOPEND, TRUE },
};

/* Sentences that cannot both be. */
static const struct {
	States said, other;
} opposites[] = {
	{ STATES_STOPPED, STATES_RUNNING },  { STATES_STOPPED, STATES_AHEAD },
	{ STATES_FINISHED, STATES_RUNNING }, { STATES_FINISHED, STATES_AHEAD },
	{ STATES_AHEAD, STATES_RUNNING },    { STATES_AHEAD, STATES_STARTED },
};

static const char *opposite_of(const GArray *statements, States states)
{
	const char *found = NULL;

	for (gsize i = 0; !found && i < G_N_ELEMENTS(opposites); i++)
		if (opposites[i].said == states)
			found = sentence_of(statements, opposites[i].other);
	return found;
}

static const char *doubt_in(const GArray *statements)
{
	for (guint i = 0; i < statements->len; i++)
		if (g_array_index(statements, Statement, i).doubtful)
			return g_array_index(statements, Statement, i).sentence;
	return NULL;
}

Decision status_decide(const Pilot *p, const FactWords *words)
{
	int now = month_of_date(p->reference_date);
	Status counted = by_periods(p, now);
	g_autoptr(GArray) period = statements_in(p, SECTION_LOOPTIJD, now, words);
	g_autoptr(GArray) stand = statements_in(p, SECTION_STAND_VAN_ZAKEN, now, words);

	for (gsize i = 0; i < G_N_ELEMENTS(rules); i++) {
		const char *said = sentence_of(period, rules[i].states);
		gboolean by_text = !said;
		if (!said)
			said = sentence_of(stand, rules[i].states);
		if (now == PERIOD_OPEN && rules[i].states > STATES_STOPPED)
			break;
		if (!said || (rules[i].periods != ANY && rules[i].periods != (int)counted))
			continue;
		const char *against = opposite_of(stand, rules[i].states);
		if (!against && rules[i].contradicts && by_text)
			against = p->period;
		return (Decision) { rules[i].status, g_strdup(said), g_strdup(against), NULL };
	}
	return (Decision) { counted, counted == STATUS_ONBEKEND ? NULL : g_strdup(p->period), NULL,
			    g_strdup(doubt_in(stand)) };
}

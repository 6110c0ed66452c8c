#include "facts.h"

#include <string.h>

#include "looptijd.h"
#include "pattern.h"
#include "status.h"

/* A Looptijd that says something but no period: "Afgerond." is no loss, "vier jaar" is. */
static gboolean is_unread(const Pilot *p)
{
	static Pattern time = { "\\d|jaar|maand|kwartaal|voorjaar|najaar|zomer|winter",
				G_REGEX_CASELESS, 0 };

	return p->period && p->periods->len == 0 &&
	       g_regex_match(pattern_regex(&time), p->period, 0, NULL);
}

/* The Looptijd goes on, or went on longer, while the text says that the pilot ended. */
static gboolean is_contradicted(const Pilot *p)
{
	if (p->status != STATUS_AFGEROND || !p->status_why || !p->periods->len ||
	    strcmp(p->status_why, p->period) == 0)
		return FALSE;
	g_autoptr(GArray) said = looptijd_parse(p->status_why);
	const Period *last = &g_array_index(p->periods, Period, p->periods->len - 1);
	return said->len && g_array_index(said, Period, 0).to != PERIOD_OPEN &&
	       (last->to == PERIOD_OPEN || last->to != g_array_index(said, Period, 0).to);
}

static void warn_missing(const Pilot *p, const char *path, Report *report)
{
	for (SectionKind kind = 0; kind < SECTION_OVERIG; kind++)
		if (p->sections->len && !pilot_section(p, kind))
			report_warn(report, path, p->source.line, "pilot \"%s\" has no section %s",
				    p->title, section_kind_label(kind));
}

void facts_read_periods(Pilot *p, const char *path, Report *report)
{
	g_array_unref(p->periods);
	p->periods = looptijd_parse(p->period ? p->period : "");
	g_free(p->status_why);
	p->status = status_decide(p, &p->status_why);
	warn_missing(p, path, report);
	if (is_unread(p))
		report_warn(report, path, p->source.line, "period not read: \"%s\"", p->period);
	if (is_contradicted(p))
		report_warn(report, path, p->source.line,
			    "Looptijd \"%s\" and \"%s\" do not agree on the end", p->period,
			    p->status_why);
}

void facts_find_names(Pilot *p, const Gazetteer *places, const Gazetteer *organisations)
{
	g_ptr_array_set_size(p->places, 0);
	g_ptr_array_set_size(p->organisations, 0);
	gazetteer_find(places, p->title, TRUE, p->places);
	gazetteer_find(organisations, p->title, TRUE, p->organisations);
	for (guint i = 0; i < p->sections->len; i++) {
		const Section *s = p->sections->pdata[i];
		gazetteer_find(places, s->text, FALSE, p->places);
		gazetteer_find(organisations, s->text, FALSE, p->organisations);
	}
}

#include "facts.h"

#include <string.h>

#include "looptijd.h"
#include "pattern.h"
#include "status.h"

/* What is this long is no period but a text: none is read from it, and that is said. */
#define MOST_PERIOD 2000 /* bytes */

/* A Looptijd that says something but no period: "Afgerond." is no loss, "vier jaar" is. */
static gboolean is_about_time(const char *text)
{
	static Pattern time = { "\\d|jaar|maand|kwartaal|voorjaar|najaar|zomer|winter",
				G_REGEX_CASELESS, 0 };
	return g_regex_match(pattern_regex(&time), text, 0, NULL);
}

static GArray *read_periods(const Pilot *p, const FactWords *words, const char *path,
			    Report *report)
{
	g_autofree char *unread = NULL;

	if (p->period && strlen(p->period) > MOST_PERIOD) {
		report_warn(report, path, p->source.line,
			    "Looptijd longer than %d bytes: no period is read from it",
			    MOST_PERIOD);
		return looptijd_parse("", NULL, NULL);
	}
	GArray *periods = looptijd_parse(p->period ? p->period : "", words->period, &unread);
	if (unread && is_about_time(p->period))
		report_warn(report, path, p->source.line,
			    "period not read: \"%s\" (\"%s\" is not understood)", p->period,
			    unread);
	else if (p->period && !periods->len && is_about_time(p->period))
		report_warn(report, path, p->source.line, "period not read: \"%s\"", p->period);
	return periods;
}

/* The Looptijd goes on, or went on longer, while the text says that the pilot ended. */
static gboolean is_contradicted(const Pilot *p)
{
	if (p->status != STATUS_AFGEROND || !p->status_why || !p->periods->len ||
	    strcmp(p->status_why, p->period) == 0)
		return FALSE;
	g_autoptr(GArray) said = looptijd_find(p->status_why);
	const Period *last = &g_array_index(p->periods, Period, p->periods->len - 1);
	return said->len && g_array_index(said, Period, 0).to != PERIOD_OPEN &&
	       (last->to == PERIOD_OPEN || last->to != g_array_index(said, Period, 0).to);
}

#define LONG_TITLE 200 /* characters */

static guint count_sections(const Pilot *p, SectionKind kind)
{
	guint n = 0;

	for (guint i = 0; i < p->sections->len; i++)
		n += ((const Section *)p->sections->pdata[i])->kind == kind;
	return n;
}

/* What a pilot of an annex does not look like: rows may have been divided otherwise. */
static void warn_odd(const Pilot *p, const char *path, Report *report)
{
	for (SectionKind kind = 0; kind < SECTION_OVERIG && p->sections->len; kind++) {
		guint n = count_sections(p, kind);
		if (n == 0)
			report_warn(report, path, p->source.line, "pilot \"%s\" has no section %s",
				    p->title, section_kind_label(kind));
		else if (n > 1)
			report_warn(report, path, p->source.line,
				    "pilot \"%s\" has %u sections %s: is it one?", p->title, n,
				    section_kind_label(kind));
	}
	if (g_utf8_strlen(p->title, -1) > LONG_TITLE)
		report_warn(report, path, p->source.line,
			    "a title of %ld characters: is all of it one?",
			    g_utf8_strlen(p->title, -1));
}

#define MAX_YEARS 101 /* of a period: more are an error of the source */

static gint compare_strings(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The years of its periods; of one that is open, that of the side that is said. */
static void find_years(Pilot *p)
{
	GPtrArray *years = p->facets[FACET_JAAR];

	for (guint i = 0; i < p->periods->len; i++) {
		const Period *period = &g_array_index(p->periods, Period, i);
		int from = period->from != PERIOD_OPEN ? period->from : period->to;
		int to = period->to != PERIOD_OPEN ? period->to : period->from;
		for (int year = from / 12; year <= MIN(to / 12, from / 12 + MAX_YEARS); year++) {
			g_autofree char *text = g_strdup_printf("%04d", year);
			pilot_add_value(p, FACET_JAAR, text);
		}
	}
	g_ptr_array_sort(years, compare_strings);
	for (guint i = years->len; i-- > 1;)
		if (strcmp(years->pdata[i], years->pdata[i - 1]) == 0)
			g_ptr_array_remove_index(years, i);
}

void facts_read_periods(Pilot *p, const FactWords *words, const char *path, Report *report)
{
	g_array_unref(p->periods);
	p->periods = read_periods(p, words, path, report);
	g_auto(Decision) decided = status_decide(p, words);
	p->status = decided.status;
	p->status_why = pilot_keep(p, decided.why);
	pilot_add_value(p, FACET_STATUS, status_name(p->status));
	find_years(p);
	warn_odd(p, path, report);
	if (decided.against)
		report_warn(report, path, p->source.line,
			    "status %s follows \"%s\", but \"%s\" says otherwise",
			    status_name(p->status), decided.why, decided.against);
	else if (decided.doubt)
		report_warn(report, path, p->source.line,
			    "\"%s\" is not counted: is it said of the pilot?", decided.doubt);
	else if (is_contradicted(p))
		report_warn(report, path, p->source.line,
			    "Looptijd \"%s\" and \"%s\" do not agree on the end", p->period,
			    p->status_why);
}

static GazetteerFound *find_names(const Pilot *p, const Gazetteer *gazetteer)
{
	GazetteerFound *found = gazetteer_found_new();

	gazetteer_find(gazetteer, p->title, TRUE, found);
	for (guint i = 0; i < p->sections->len; i++)
		gazetteer_find(gazetteer, ((const Section *)p->sections->pdata[i])->text, FALSE,
			       found);
	return found;
}

static void set_values(Pilot *p, FacetId facet, const GPtrArray *values)
{
	g_ptr_array_set_size(p->facets[facet], 0);
	for (guint i = 0; i < values->len; i++)
		pilot_add_value(p, facet, values->pdata[i]);
}

void facts_find_names(Pilot *p, const Gazetteer *places, const Gazetteer *organisations,
		      const char *path, Report *report)
{
	g_autoptr(GazetteerFound) where = find_names(p, places);
	g_autoptr(GazetteerFound) whose = find_names(p, organisations);

	set_values(p, FACET_PLAATS, where->names);
	set_values(p, FACET_PROVINCIE, where->provinces);
	set_values(p, FACET_ORGANISATIE, whose->names);
	for (guint i = 0; i < where->disputed->len; i++)
		report_warn(report, path, p->source.line,
			    "pilot \"%s\" names %s, which lies in several provinces: it does not "
			    "say which",
			    p->title, (const char *)where->disputed->pdata[i]);
}

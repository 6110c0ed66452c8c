#include "findings.h"

#include <stdlib.h>
#include <string.h>

#include "dates.h"
#include "description.h"
#include "noteref.h"
#include "references.h"

typedef struct {
	PaperDocument *facts;
	const Document *document;
	Properties *properties;
	const char *path;
	Report *report;
} Findings;

/* Of the page, without numbers of notes. The caller frees; NULL without. */
static char *printed(const Findings *f, FactId fact)
{
	const char *text = f->document->facts[fact];
	return text ? noteref_without(text) : NULL;
}

static gboolean is_kind(const Findings *f, const char *start)
{
	return g_str_has_prefix(f->facts->id, start);
}

/* ---- names and numbers ------------------------------------------------------------------ */

/* "2020-2021", "Vergaderjaar 2020-2021" as "2020/21". NULL for what is none. */
static char *session_of(const char *text)
{
	const char *p = text ? text + strcspn(text, "0123456789") : "";
	char *end;
	unsigned long from = strtoul(p, &end, 10);
	const char *second = end + strcspn(end, "0123456789");
	unsigned long to = strtoul(second, NULL, 10);

	if (from < 1800 || from > 2200 || to % 100 != (from + 1) % 100)
		return NULL;
	return g_strdup_printf("%lu/%02lu", from, to % 100);
}

static void find_session(const Findings *f)
{
	const char *said = properties_first(f->properties, "vergaderjaar");

	f->facts->session = session_of(said ? said : f->document->facts[FACT_SESSION]);
}

static void find_chamber(const Findings *f)
{
	const char *said = properties_first(f->properties, "creator");
	const char *name = said ? said : f->document->facts[FACT_CHAMBER];

	if (name && g_str_has_prefix(name, "Tweede"))
		f->facts->chamber = g_strdup("II");
	else if (name && g_str_has_prefix(name, "Eerste"))
		f->facts->chamber = g_strdup("I");
	else if (strstr(f->facts->id, "-tk-") || strstr(f->facts->id, "-ek-"))
		f->facts->chamber = g_strdup(strstr(f->facts->id, "-tk-") ? "II" : "I");
}

/* "Nr. 143" of a page as "143". */
static void find_number(const Findings *f)
{
	static const struct {
		const char *start, *property;
		FactId fact;
	} kinds[] = { { "ah-", "aanhangselnummer", FACT_NUMBER },
		      { "kv-", "vraagnummer", FACT_NUMBER },
		      { "kst-", "ondernummer", FACT_SUBNUMBER } };

	for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
		if (!is_kind(f, kinds[i].start))
			continue;
		const char *said = properties_first(f->properties, kinds[i].property);
		const char *page = f->document->facts[kinds[i].fact];
		if (page && g_ascii_strncasecmp(page, "nr. ", 4) == 0)
			page += 4;
		if (said && page && strcmp(said, page) != 0)
			report_warn(f->report, f->path, f->document->lines[kinds[i].fact],
				    "its number is %s; the metadata say %s, which counts", page,
				    said);
		f->facts->number = g_strdup(said ? said : page);
	}
}

static void find_title(const Findings *f)
{
	const char *said = properties_first(f->properties, "title");
	g_autofree char *title = printed(f, FACT_TITLE);
	g_autofree char *questions = printed(f, FACT_QUESTIONS);

	f->facts->title = g_strdup(said ? said : title ? title : questions);
	f->facts->type = g_strdup(properties_first(f->properties, "soort"));
}

/* ---- dates ------------------------------------------------------------------------------ */

/* A day; NULL, with a warning, for what is none. */
static char *day_of(const Findings *f, const char *what, const char *text, guint line)
{
	if (!text || date_is_valid(text))
		return g_strdup(text);
	char *found = date_find(text);
	if (!found)
		report_warn(f->report, f->path, line, "%s is no date: \"%s\"", what, text);
	return found;
}

/* fact: of the page; read: what its text says. */
static void find_day(const Findings *f, char **to, const char *property, FactId fact)
{
	g_autofree char *said = day_of(f, property, properties_first(f->properties, property), 0);
	g_autofree char *page =
		day_of(f, "the date here", f->document->facts[fact], f->document->lines[fact]);

	if (!page)
		page = g_strdup(*to);
	if (said && page && strcmp(said, page) != 0)
		report_warn(f->report, f->path, f->document->lines[fact],
			    "%s is %s; the page says %s", property, said, page);
	g_free(*to);
	*to = g_strdup(said ? said : page);
}

static void find_days(const Findings *f)
{
	const char *issued = properties_first(f->properties, "issued");
	const char *available = properties_first(f->properties, "available");

	if (f->document->kind == DOCUMENT_QUESTIONS) {
		find_day(f, &f->facts->asked, "datumindiening", FACT_ASKED);
		find_day(f, &f->facts->answered, "datumontvangst", FACT_ANSWERED);
	}
	f->facts->date = day_of(f, "the date of issue", issued ? issued : available, 0);
	if (!f->facts->date)
		f->facts->date = day_of(f, "the date here", f->document->facts[FACT_DATE],
					f->document->lines[FACT_DATE]);
}

/* ---- people ----------------------------------------------------------------------------- */

/* Who the metadata name: more fully, without a party; or a list as the page has it. */
static void find_members(const Findings *f)
{
	const GPtrArray *all = properties_all(f->properties, "indiener");
	g_autoptr(PaperDocument) named = paper_document_new();
	gboolean none = f->facts->members->len == 0;

	for (guint i = 0; all && i < all->len; i++)
		description_members(all->pdata[i], named);
	for (guint i = 0; i < named->members->len; i++) {
		const PaperMember *m = named->members->pdata[i];
		if (none)
			paper_add_member(f->facts, m->name, m->party);
		else if (!description_fuller_name(m->name, f->facts))
			report_warn(f->report, f->path, 0,
				    "\"%s\" of the metadata is not one of those who ask", m->name);
	}
}

static void find_people(const Findings *f)
{
	g_autofree char *questions = printed(f, FACT_QUESTIONS);
	g_autofree char *answer = printed(f, FACT_ANSWER);
	const GPtrArray *who = properties_all(f->properties, "ontvanger");
	g_autofree char *subject = printed(f, FACT_SUBJECT);

	f->facts->subject = g_steal_pointer(&subject);
	for (guint i = 0; answer && who && i < who->len; i++)
		paper_add_once(f->facts->answered_by, who->pdata[i]);
	if (questions && !description_of_questions(questions, f->facts))
		report_warn(f->report, f->path, f->document->lines[FACT_QUESTIONS],
			    "cannot be read as who asked whom: \"%s\"", questions);
	if (answer && !description_of_answer(answer, f->facts))
		report_warn(f->report, f->path, f->document->lines[FACT_ANSWER],
			    "cannot be read as who answered: \"%s\"", answer);
	find_members(f);
}

/* ---- relations -------------------------------------------------------------------------- */

/* "32 545", "35 300 X" as their ids. */
static void add_dossier(const Findings *f, const char *printed_number)
{
	g_autofree char *text = g_strconcat("Kamerstukken ", printed_number, NULL);
	g_autoptr(GPtrArray) ids = kamerstuk_find(text);

	if (ids->len == 1)
		paper_add_once(f->facts->dossiers, ids->pdata[0]);
	else
		report_warn(f->report, f->path, 0, "\"%s\" cannot be read as a dossier",
			    printed_number);
}

static void find_dossiers(const Findings *f)
{
	const GPtrArray *said = properties_all(f->properties, "dossiernummer");
	const char *page = f->document->facts[FACT_DOSSIER];

	for (guint i = 0; said && i < said->len; i++)
		add_dossier(f, said->pdata[i]);
	if (said || !page)
		return;
	g_auto(GStrv) all = g_strsplit(page, "\n", -1);
	for (char **number = all; *number; number++)
		add_dossier(f, *number);
}

static void add_related(const Findings *f, const char *text)
{
	g_autoptr(GPtrArray) found = references_find(text);

	for (guint i = 0; i < found->len; i++) {
		const char *id = ((const Reference *)found->pdata[i])->id;
		if (strcmp(id, f->facts->id) != 0)
			paper_add_once(f->facts->related, id);
	}
}

/* "2021Z09739" is that of the questions themselves. */
static void find_related(const Findings *f)
{
	static const char *const names[] = { "vraagnummer", "aanhangsel", "hoofddocument" };
	const char *questions = f->document->facts[FACT_QUESTIONS];

	if (questions)
		add_related(f, questions);
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		const GPtrArray *all = properties_all(f->properties, names[i]);
		for (guint k = 0; all && k < all->len; k++)
			add_related(f, all->pdata[k]);
	}
}

/* "2021Z09739": by that number the questions were sent in, and are published. */
static void add_inquiries(const Findings *f, const char *text)
{
	g_autoptr(GPtrArray) found = references_find(text);

	for (guint i = 0; i < found->len; i++) {
		const char *id = ((const Reference *)found->pdata[i])->id;
		if (g_str_has_prefix(id, "kv-"))
			paper_add_once(f->facts->inquiries, id);
	}
}

/* What the metadata say, and what stands with the day: "(ingezonden 3 juni 2021, 2021Z09739)". A
 * number elsewhere may be of other questions. */
static void find_inquiries(const Findings *f)
{
	const GPtrArray *said = properties_all(f->properties, "vraagnummer");
	const char *questions = f->document->facts[FACT_QUESTIONS];
	const char *day = questions ? strrchr(questions, '(') : NULL;

	if (is_kind(f, "kv-"))
		paper_add_once(f->facts->inquiries, f->facts->id);
	for (guint i = 0; is_kind(f, "ah-") && said && i < said->len; i++)
		add_inquiries(f, said->pdata[i]);
	if (is_kind(f, "ah-") && day && g_str_has_prefix(day, "(ingezonden"))
		add_inquiries(f, day);
}

void findings_fill(PaperDocument *facts, const Document *document, Properties *properties,
		   const char *path, Report *report)
{
	const Findings f = { facts, document, properties, path, report };

	find_session(&f);
	find_chamber(&f);
	find_number(&f);
	find_title(&f);
	find_people(&f);
	find_days(&f);
	find_dossiers(&f);
	find_related(&f);
	find_inquiries(&f);
}

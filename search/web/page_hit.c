/* A pilot's facts, and one passage of it that was found. */
#include <string.h>

#include "citation.h"
#include "dated.h"
#include "dates.h"
#include "kinds.h"
#include "looptijd.h"
#include "page.h"

#define MOST_REASONS 3    /* of a hit: the heaviest */
#define LINE_OF_PERIOD 60 /* characters of a Looptijd beside other facts */

/* ---- facts -------------------------------------------------------------------------- */

static void begin_fact(Html *h, const char *name)
{
	html_open(h, "div");
	html_element(h, "dt", name);
	html_open(h, "dd");
}

static void end_fact(Html *h)
{
	html_close(h);
	html_close(h);
}

void page_fact(Html *h, const char *name, const char *value)
{
	if (!value)
		return;
	begin_fact(h, name);
	html_text(h, value);
	end_fact(h);
}

char *page_joined(const GPtrArray *texts)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < texts->len; i++)
		g_string_append_printf(out, "%s%s", i ? ", " : "", (const char *)texts->pdata[i]);
	return g_string_free(out, !texts->len);
}

void page_fact_date(Html *h, const char *name, const char *iso)
{
	g_autofree char *date = iso ? date_long(iso) : NULL;

	if (!date)
		return;
	begin_fact(h, name);
	html_open_with(h, "time", "datetime", iso, NULL);
	html_text(h, date);
	html_close(h);
	end_fact(h);
}

void page_status(Html *h, const Web *web, const Pilot *p)
{
	gsize date;
	g_autofree char *class_name = g_strconcat("badge ", status_name(p->status), NULL);
	g_autofree char *line = dated_line(p, web->request->today);
	g_autofree char *status = dated_status(p, &date); /* which the line begins with */
	g_autofree char *words = g_strndup(status, date);

	html_open_with(h, "span", "class", class_name, NULL);
	html_text(h, words);
	if (status[date]) {
		html_open_with(h, "time", "datetime", p->reference_date, NULL);
		html_text(h, status + date);
		html_close(h);
	}
	html_text(h, line + strlen(status));
	html_close(h);
}

void page_fact_status(Html *h, const Web *web, const Pilot *p)
{
	begin_fact(h, "Status");
	page_status(h, web, p);
	end_fact(h);
}

/* "september 2019 tot en met december 2021", as it was read. */
static void append_period(GString *out, const Period *period)
{
	g_autofree char *from = month_long(period->from);
	g_autofree char *to = month_long(period->to);

	g_string_append_printf(out, "%s%s", out->len ? "; " : "", from ? from : "vanaf het begin");
	g_string_append_printf(out, " tot en met %s", to ? to : "nader order");
}

void page_fact_months(Html *h, const Pilot *p)
{
	g_autoptr(GString) read = g_string_new(NULL);

	for (guint i = 0; i < p->periods->len; i++)
		append_period(read, &g_array_index(p->periods, Period, i));
	page_fact(h, "Begin en einde", read->len ? read->str : NULL);
}

void page_fact_links(Html *h, const Web *web, FacetId facet, const Pilot *pilot)
{
	const GPtrArray *values = pilot->facets[facet];

	if (!values->len)
		return;
	begin_fact(h, facets[facet].label);
	for (guint i = 0; i < values->len; i++) {
		g_autoptr(GString) path = g_string_new("/?");
		g_string_append_printf(path, "%s=", facets[facet].name);
		html_url_component(path, values->pdata[i]);
		if (kind_is_paper(pilot->kind) && facet != FACET_SOORT)
			g_string_append_printf(path, "&soort=%s", kinds[pilot->kind].name);
		g_autofree char *link = web_link(web, path->str);
		if (i)
			html_text(h, ", ");
		html_link(h, link, values->pdata[i]);
	}
	end_fact(h);
}

/* ---- the quote ------------------------------------------------------------------------ */

/* The quote with its marks: text and spans, in characters. */
static void quote(Html *h, const Hit *hit)
{
	const char *p = hit->quote;
	gsize at = 0;

	html_open(h, "blockquote");
	html_open(h, "p");
	for (guint i = 0; i < hit->spans->len; i++) {
		const Span *s = &g_array_index(hit->spans, Span, i);
		const char *start = g_utf8_offset_to_pointer(p, (glong)(s->start - at));
		const char *end = g_utf8_offset_to_pointer(start, (glong)(s->end - s->start));
		g_autofree char *before = g_strndup(p, start - p);
		g_autofree char *marked = g_strndup(start, end - start);
		html_text(h, before);
		html_element(h, "mark", marked);
		p = end;
		at = s->end;
	}
	html_text(h, p);
	html_close(h);
	html_close(h);
}

/* Words of a text fragment; "-" has a meaning of its own there. */
static void append_words(GString *url, char **words, guint from, guint to)
{
	for (guint i = from; i < to; i++) {
		g_autoptr(GString) word = g_string_new(NULL);
		html_url_component(word, words[i]);
		g_string_replace(word, "-", "%2D", 0);
		g_string_append_printf(url, "%s%s", i > from ? "%20" : "", word->str);
	}
}

#define FRAGMENT_WORDS 4

char *page_pilot_link(const Web *web, const Pilot *p, gboolean keep)
{
	g_autofree char *path = g_strconcat(kinds[p->kind].path, p->id, NULL);

	if (!keep || kind_is_paper(p->kind))
		return web_link(web, path);
	char *link = web_link_without(web, path, NULL, NULL, web_page_number(web->request));
	if (web->request->editions != EDITIONS_ALL || !p->reference_date)
		return link;
	/* behind the editie=alle of the list, for the way back */
	char *of_date = g_strconcat(link, "&editie=", p->reference_date, NULL);
	g_free(link);
	return of_date;
}

/* Where the quote stands on the pilot's page: its section, and in browsers that know it
 * the words it begins with (https://wicg.github.io/scroll-to-text-fragment/). */
static char *place_of(const char *page, const Hit *hit)
{
	GString *url = g_string_new(page);
	g_auto(GStrv) parts = g_strsplit(hit->quote, "[…]", -1);
	const char *longest = "";

	for (char **part = parts; *part; part++)
		longest = strlen(*part) > strlen(longest) ? *part : longest;
	g_autofree char *text = g_strstrip(g_strdup(longest));
	char *break_off = strchr(text, '\n'); /* stay within a paragraph */
	if (break_off)
		*break_off = '\0';
	g_auto(GStrv) words = g_strsplit(text, " ", -1);
	guint n = g_strv_length(words);
	g_string_append_printf(url, "#%s", section_kind_name(hit->section->kind));
	if (n > 0) {
		g_string_append(url, ":~:text=");
		append_words(url, words, 0, MIN(n, FRAGMENT_WORDS));
	}
	return g_string_free(url, FALSE);
}

/* ---- to cite, and why --------------------------------------------------------------------- */

/* Many boxes on a page say the same: who only hears them needs to know of which pilot. */
static void of_pilot(Html *h, const Pilot *p)
{
	html_open_with(h, "span", "class", "onzichtbaar", NULL);
	html_text_format(h, " %s", p->title);
	html_close(h);
}

static void cite_link(Html *h, const char *page, const Hit *hit)
{
	gboolean paper = kind_is_paper(hit->pilot->kind);
	gboolean asked = paper && hit->section->kind == SECTION_VRAAG &&
			 pilot_section(hit->pilot, SECTION_ANTWOORD);
	/* The box, not what it is folded in: a browser unfolds where it is sent. */
	g_autofree char *url =
		g_strconcat(page,
			    asked   ? "#citaat-vraag"
			    : paper ? "#citaat-1"
				    : "#citeer-",
			    paper ? NULL : section_kind_name(hit->section->kind), NULL);

	html_link(h, url, "Citeer");
}

static void why(Html *h, const Hit *hit)
{
	if (!hit->why->len)
		return;
	html_open(h, "details");
	html_element(h, "summary", "Waarom dit resultaat?");
	html_open(h, "ul");
	for (guint i = 0; i < MIN(hit->why->len, MOST_REASONS); i++) {
		const Why *w = hit->why->pdata[i];
		g_autofree char *way = why_in_words(w);
		html_open(h, "li");
		html_text_format(h, "‘%s’ (%s): %s", w->term, w->where, way);
		html_close(h);
	}
	html_close(h);
	html_close(h);
}

/* ---- a hit ------------------------------------------------------------------------------- */

/* The Looptijd as printed. One that does not fit in a line would lose its end: then what was read
 * in it, or as much as fits of what could not be read. The pilot's page has all of it. */
static void period(Html *h, const Pilot *p)
{
	const char *printed = p->period;

	if (!printed || g_utf8_strlen(printed, -1) <= LINE_OF_PERIOD) {
		page_fact(h, "Looptijd", printed);
		return;
	}
	if (p->periods->len) {
		page_fact_months(h, p);
		return;
	}
	g_autofree char *cut = g_utf8_substring(printed, 0, LINE_OF_PERIOD);
	char *space = strrchr(cut, ' ');
	if (space)
		*space = '\0';
	g_autofree char *text = g_strconcat(cut, " …", NULL);
	page_fact(h, "Looptijd", text);
}

static void facts(Html *h, const Web *web, const HitLook *look, const Hit *hit)
{
	const Pilot *p = hit->pilot;
	g_autofree char *cited = kind_is_paper(p->kind) ? citation_leidraad(p, hit->section) : NULL;
	g_autofree char *called = cited ? kind_called(p) : NULL;

	html_open_with(h, "dl", "class", "feiten", NULL);
	page_fact(h, "Soort", called);
	page_fact_status(h, web, p);
	period(h, p);
	page_fact_links(h, web, FACET_MINISTER, p);
	page_fact(h, "Vindplaats", cited);
	page_fact_links(h, web, FACET_THEMA, p);
	if (!look->source)
		page_fact(h, "Bron", p->source.title ? p->source.title : p->source.file);
	html_close(h);
}

static void compare_box(Html *h, const Pilot *p)
{
	html_open(h, "label");
	html_empty_with(h, "input", "type", "checkbox", "name", "pilot", "value", p->id, NULL);
	html_text(h, "Vergelijk");
	of_pilot(h, p);
	html_close(h);
}

char *page_box(guint question, const Pilot *p)
{
	return g_strdup_printf("%u.%s", question, p->id);
}

/* Chosen at first: who does not want it takes it away. */
static void dossier_box(Html *h, const Pilot *p, guint question)
{
	g_autofree char *value = page_box(question, p);

	html_open(h, "label");
	html_open_with(h, "input", "type", "checkbox", "name", "mee", "value", value, "form",
		       PAGE_DOSSIER_FORM, NULL);
	html_attribute(h, "checked", NULL);
	html_close(h);
	html_text(h, "Neem mee");
	of_pilot(h, p);
	html_close(h);
}

static void passage_links(Html *h, const Hit *hit, const char *page)
{
	if (!hit->section)
		return;
	g_autofree char *place = place_of(page, hit);
	html_open_with(h, "a", "href", place, NULL);
	html_text_format(h, "Uit: %s", section_kind_label(hit->section->kind));
	html_close(h);
	cite_link(h, page, hit);
}

const char *page_shared_source(const GPtrArray *hits)
{
	const char *title = NULL;

	for (guint i = 0; i < hits->len; i++) {
		const Source *source = &((const Hit *)hits->pdata[i])->pilot->source;
		if (i && g_strcmp0(title, source->title) != 0)
			return NULL;
		title = source->title;
	}
	return title;
}

/* What is to be known of an earlier answer, and who else got it. */
static void same_answer(Html *h, const Web *web, const Hit *hit)
{
	if (!kind_is_paper(hit->pilot->kind))
		return;
	for (guint i = 0; i < hit->reasons->len; i++)
		html_element_class(h, "p", "melding", hit->reasons->pdata[i]);
	for (guint i = 0; i < hit->others->len; i++) {
		const Pilot *p = hit->others->pdata[i];
		g_autofree char *path = g_strconcat(kinds[p->kind].path, p->id, NULL);
		g_autofree char *link = web_link(web, path);
		g_autofree char *cited = citation_kamer(p, NULL);
		html_open(h, "p");
		html_text(h, i ? "En: " : "Hetzelfde antwoord: ");
		html_link(h, link, cited);
		html_close(h);
	}
}

void page_hit(Html *h, const Web *web, const HitLook *look, Hit *const *passages, guint n)
{
	const Pilot *pilot = passages[0]->pilot;
	g_autofree char *page = page_pilot_link(web, pilot, look->keep);

	html_open(h, "li");
	html_open(h, "article");
	html_open(h, "h3");
	html_link(h, page, pilot->title);
	html_close(h);
	facts(h, web, look, passages[0]);
	for (guint i = 0; i < n; i++) {
		quote(h, passages[i]);
		html_open_with(h, "div", "class", "acties", NULL);
		passage_links(h, passages[i], page);
		if (i + 1 == n) {
			why(h, passages[0]);
			if (look->compare && !kind_is_paper(pilot->kind))
				compare_box(h, pilot);
			if (look->question)
				dossier_box(h, pilot, look->question);
		}
		html_close(h);
	}
	same_answer(h, web, passages[0]);
	html_close(h);
	html_close(h);
}

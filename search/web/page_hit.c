/* A pilot's facts, and one passage of it that was found. */
#include <string.h>

#include "citation.h"
#include "dated.h"
#include "dates.h"
#include "kinds.h"
#include "page.h"

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

/* Where the quote stands on the pilot's page: its section, and in browsers that know it
 * the very words (https://wicg.github.io/scroll-to-text-fragment/). */
static char *place_of(const Web *web, const Hit *hit)
{
	g_autofree char *path = g_strconcat(kinds[hit->pilot->kind].path, hit->pilot->id, NULL);
	g_autofree char *page = web_link(web, path);
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
	if (hit->section)
		g_string_append_printf(url, "#%s", section_kind_name(hit->section->kind));
	if (hit->section && n > 0) {
		g_string_append(url, ":~:text=");
		append_words(url, words, 0, MIN(n, FRAGMENT_WORDS));
		if (n > FRAGMENT_WORDS * 2) {
			g_string_append_c(url, ',');
			append_words(url, words, n - FRAGMENT_WORDS, n);
		}
	}
	return g_string_free(url, FALSE);
}

/* ---- to cite, and why --------------------------------------------------------------------- */

static void copy_box(Html *h, const char *label, const char *text, const char *id)
{
	html_open_with(h, "label", "for", id, NULL);
	html_text(h, label);
	html_close(h);
	html_open_with(h, "textarea", "id", id, "rows", "3", NULL);
	html_attribute(h, "readonly", NULL);
	html_text(h, text);
	html_close(h);
}

void page_citation(Html *h, const Web *web, const Pilot *p, const Section *section, const char *id)
{
	g_autofree char *leidraad = citation_leidraad(p, section);
	g_autofree char *kamer = citation_kamer(p, section);
	gboolean edition = p->reference_date && !kind_is_paper(p->kind);
	g_autofree char *path = g_strconcat(kinds[p->kind].path, p->id, edition ? "?editie=" : NULL,
					    p->reference_date, NULL);
	g_autofree char *published = kind_url(p);
	g_autofree char *url = published ? g_strdup(published) : web_url(web, path);
	const struct {
		const char *label, *text;
	} boxes[] = {
		{ "Juridische stijl (Leidraad voor juridische auteurs)", leidraad },
		{ "Stijl van Kamerstukken", kamer },
		{ "Vaste link", url },
	};
	for (gsize i = 0; i < G_N_ELEMENTS(boxes); i++) {
		g_autofree char *box = g_strdup_printf("%s-%" G_GSIZE_FORMAT, id, i + 1);
		copy_box(h, boxes[i].label, boxes[i].text, box);
	}
}

/* Many links on a page say the same: who only hears them needs to know of which pilot. */
static void of_pilot(Html *h, const Pilot *p)
{
	html_open_with(h, "span", "class", "onzichtbaar", NULL);
	html_text_format(h, " van %s", p->title);
	html_close(h);
}

static void cite(Html *h, const Web *web, const Hit *hit, guint number)
{
	g_autofree char *id = g_strdup_printf("citaat-%u", number);

	html_open(h, "details");
	html_open(h, "summary");
	html_text(h, "Bronvermelding kopiëren");
	of_pilot(h, hit->pilot);
	html_close(h);
	page_citation(h, web, hit->pilot, hit->section, id);
	html_close(h);
}

static void why(Html *h, const Hit *hit)
{
	if (!hit->why->len)
		return;
	html_open(h, "details");
	html_open(h, "summary");
	html_text(h, "Waarom dit resultaat?");
	of_pilot(h, hit->pilot);
	html_close(h);
	html_open(h, "ul");
	for (guint i = 0; i < hit->why->len; i++) {
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

static void facts(Html *h, const Web *web, const Hit *hit)
{
	const Pilot *p = hit->pilot;
	g_autofree char *cited = kind_is_paper(p->kind) ? citation_leidraad(p, hit->section) : NULL;

	html_open_with(h, "dl", "class", "feiten", NULL);
	page_fact(h, "Soort", cited ? kinds[p->kind].name : NULL);
	page_fact_status(h, web, p);
	page_fact(h, "Looptijd", p->period);
	page_fact_links(h, web, FACET_MINISTER, p);
	page_fact(h, "Vindplaats", cited);
	page_fact_links(h, web, FACET_THEMA, hit->pilot);
	page_fact(h, "Bron", hit->pilot->source.title);
	html_close(h);
}

static void compare_box(Html *h, const Hit *hit, guint number)
{
	g_autofree char *id = g_strdup_printf("v-%u", number);

	html_open_with(h, "div", "class", "keuze", NULL);
	html_empty_with(h, "input", "type", "checkbox", "id", id, "name", "pilot", "value",
			hit->pilot->id, "form", "vergelijk", NULL);
	html_open_with(h, "label", "for", id, NULL);
	html_text(h, "Vergelijk ");
	html_element_class(h, "span", "onzichtbaar", hit->pilot->title);
	html_close(h);
	html_close(h);
}

static void passage(Html *h, const Web *web, const Hit *hit, guint number)
{
	g_autofree char *place = place_of(web, hit);

	quote(h, hit);
	if (hit->section) {
		html_open_with(h, "p", "class", "plek", NULL);
		html_text(h, "Uit: ");
		html_open_with(h, "a", "href", place, NULL);
		html_text(h, section_kind_label(hit->section->kind));
		of_pilot(h, hit->pilot);
		html_close(h);
		html_close(h);
	}
	cite(h, web, hit, number);
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

void page_hit(Html *h, const Web *web, Hit *const *passages, guint n, guint number)
{
	const Hit *hit = passages[0];
	g_autofree char *path = g_strconcat(kinds[hit->pilot->kind].path, hit->pilot->id, NULL);
	g_autofree char *link = web_link(web, path);

	html_open(h, "li");
	html_open(h, "article");
	html_open(h, "h3");
	html_link(h, link, hit->pilot->title);
	html_close(h);
	for (guint i = 0; i < n; i++)
		passage(h, web, passages[i], number + i);
	facts(h, web, hit);
	why(h, hit);
	same_answer(h, web, hit);
	if (!kind_is_paper(hit->pilot->kind))
		compare_box(h, hit, number);
	html_close(h);
	html_close(h);
}

/* What changed between two reference dates or came since a moment, as text, Markdown, Atom and
 * JSON. */
#include <string.h>

#include "changes.h"
#include "citation.h"
#include "dates.h"
#include "html.h"
#include "kinds.h"
#include "news.h"
#include "render.h"

/* Text and Markdown differ in how they write a heading, an item, what is below it and text. */
typedef struct {
	const char *title, *heading, *item, *below;
	void (*put)(GString *out, const char *text);
} Style;

static void put_text(GString *out, const char *text)
{
	g_string_append(out, text);
}

static const Style as_text = { "", "", "", "  ", put_text };
static const Style as_md = { "# ", "## ", "- ", "  - ", render_md_text };

static void put_item(GString *out, const News *n, const Style *style, gboolean dated)
{
	g_autofree char *more = news_detail(n);

	g_string_append(out, style->item);
	style->put(out, news_pilot(n)->title);
	if (dated && news_pilot(n)->reference_date) {
		g_autofree char *date = date_long(news_pilot(n)->reference_date);
		g_string_append_printf(out, " (peildatum %s)", date);
	}
	if (more) {
		g_string_append(out, ": ");
		style->put(out, more);
	}
	g_string_append_c(out, '\n');
	for (guint k = 0; n->changes && k < n->changes->len; k++) {
		const Change *c = n->changes->pdata[k];
		g_string_append_printf(out, "%s%s (%s): ", style->below, c->added ? "erbij" : "weg",
				       section_kind_label(c->section));
		style->put(out, c->sentence);
		g_string_append_c(out, '\n');
	}
}

/* "1 juni 2022", "1 juni 2022 om 14:30 uur (UTC)" */
static char *moment_long(const char *moment)
{
	g_autofree char *day = g_strndup(moment, 10);
	g_autofree char *date = date_long(day);

	if (strlen(moment) < 16 || g_str_has_suffix(moment, "T00:00:00Z"))
		return g_steal_pointer(&date);
	return g_strdup_printf("%s om %.5s uur (UTC)", date, moment + 11);
}

static void heading(GString *out, const NewsList *w, const Style *style)
{
	g_autofree char *from = moment_long(w->from);
	g_autofree char *to = moment_long(w->to);

	if (w->papers)
		g_string_append_printf(out, "%sNieuw in de verzameling sinds %s\n", style->title,
				       from);
	else
		g_string_append_printf(out, "%sVeranderingen van %s tot %s\n", style->title, from,
				       to);
	if (!w->news->len && !(w->papers && w->papers->len))
		g_string_append(out, w->papers ? "\nNiets nieuws.\n" : "\nNiets veranderd.\n");
}

/* How one is cited stands below its title. */
static void put_papers(GString *out, const GPtrArray *papers, const Style *style)
{
	if (papers->len)
		g_string_append_printf(out, "\n%s" KINDS_PAPERS "\n\n", style->heading);
	for (guint i = 0; i < papers->len; i++) {
		const Pilot *p = papers->pdata[i];
		g_autofree char *cited = citation_source(p);
		g_autofree char *date = p->reference_date ? date_long(p->reference_date) : NULL;
		g_string_append(out, style->item);
		style->put(out, p->title);
		g_string_append_printf(out, "\n%s", style->below);
		style->put(out, cited);
		g_string_append_printf(out, "%s%s\n", date ? ", " : "", date ? date : "");
	}
}

static void lines(GString *out, const NewsList *w, const Style *style)
{
	int kind = -1;

	heading(out, w, style);
	for (guint i = 0; i < w->news->len; i++) {
		const News *n = w->news->pdata[i];
		if ((int)n->kind != kind)
			g_string_append_printf(out, "\n%s%s\n\n", style->heading,
					       news_label(n->kind));
		if (w->papers && (int)n->kind != kind && n->kind == NEWS_GONE)
			g_string_append(out,
					"Deze pilots staan niet in het volgende overzicht. Dat "
					"betekent niet dat ze gestopt zijn.\n\n");
		kind = (int)n->kind;
		put_item(out, n, style, w->papers != NULL);
	}
	if (w->papers)
		put_papers(out, w->papers, style);
	if (w->cut)
		g_string_append(out, "\nEr is meer nieuw. Alleen wat het laatst kwam, staat "
				     "hier.\n");
}

/* Where the pilot can be read, as it is now or was last. */
static void link_to_pilot(Html *h, const NewsList *w, const News *n, const NewsPlace *place)
{
	if (!place->base)
		return;
	g_autofree char *url = g_strconcat(place->base, "/pilots/", news_pilot(n)->id,
					   "?editie=", n->now ? w->to : w->from, NULL);
	html_empty_with(h, "link", "rel", "alternate", "href", url, NULL);
}

static void entry(Html *h, const NewsList *w, const News *n, const NewsPlace *place)
{
	const Pilot *p = news_pilot(n);
	g_autofree char *more = news_detail(n);
	g_autofree char *id = g_strdup_printf("urn:pilotzoeker:%s:%s:%d", p->id, w->to, n->kind);

	html_open(h, "entry");
	html_element(h, "id", id);
	html_open(h, "title");
	html_text_format(h, "%s: %s", news_label(n->kind), p->title);
	html_close(h);
	html_open(h, "updated");
	html_text_format(h, "%sT00:00:00Z", w->to);
	html_close(h);
	link_to_pilot(h, w, n, place);
	html_open_with(h, "summary", "type", "text", NULL);
	html_text(h, more ? more : news_label(n->kind));
	for (guint k = 0; n->changes && k < n->changes->len; k++) {
		const Change *c = n->changes->pdata[k];
		html_text_format(h, "\n%s (%s): %s", c->added ? "erbij" : "weg",
				 section_kind_label(c->section), c->sentence);
	}
	html_close(h);
	html_close(h);
}

static void atom(GString *out, const NewsList *w, const NewsPlace *place)
{
	Html h;

	html_init_xml(&h, out);
	html_open_with(&h, "feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", "nl", NULL);
	html_open(&h, "id");
	if (place->self)
		html_text(&h, place->self);
	else
		html_text_format(&h, "urn:pilotzoeker:veranderingen:%s:%s", w->from, w->to);
	html_close(&h);
	if (place->self)
		html_empty_with(&h, "link", "rel", "self", "href", place->self, NULL);
	html_element(&h, "title", "Veranderingen in de pilots");
	html_open(&h, "updated");
	html_text_format(&h, "%sT00:00:00Z", w->to);
	html_close(&h);
	html_open(&h, "author");
	html_element(&h, "name", "pilotzoeker");
	html_close(&h);
	for (guint i = 0; i < w->news->len; i++)
		entry(&h, w, w->news->pdata[i], place);
	html_finish(&h);
}

static void json(GString *out, const NewsList *w)
{
	render_append_json(out, newslist_json(w), JSON_INDENT(1));
	g_string_append_c(out, '\n');
}

gboolean newslist_render(GString *out, const NewsList *w, const char *format,
			 const NewsPlace *place)
{
	if (strcmp(format, "text") == 0)
		lines(out, w, &as_text);
	else if (strcmp(format, "md") == 0)
		lines(out, w, &as_md);
	else if (strcmp(format, "atom") == 0 && !w->papers)
		atom(out, w, place);
	else if (strcmp(format, "json") == 0)
		json(out, w);
	else
		return FALSE;
	return TRUE;
}

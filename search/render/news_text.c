/* What changed between two reference dates, as text, Markdown, Atom and JSON. */
#include <string.h>

#include "changes.h"
#include "dates.h"
#include "html.h"
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

static void put_item(GString *out, const News *n, const Style *style)
{
	g_autofree char *more = news_detail(n);

	g_string_append(out, style->item);
	style->put(out, news_pilot(n)->title);
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

static void lines(GString *out, const NewsList *w, const Style *style)
{
	g_autofree char *from = date_long(w->from);
	g_autofree char *to = date_long(w->to);
	int kind = -1;

	g_string_append_printf(out, "%sVeranderingen van %s tot %s\n", style->title, from, to);
	if (!w->news->len)
		g_string_append(out, "\nNiets veranderd.\n");
	for (guint i = 0; i < w->news->len; i++) {
		const News *n = w->news->pdata[i];
		if ((int)n->kind != kind)
			g_string_append_printf(out, "\n%s%s\n\n", style->heading,
					       news_label(n->kind));
		kind = (int)n->kind;
		put_item(out, n, style);
	}
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
	else if (strcmp(format, "atom") == 0)
		atom(out, w, place);
	else if (strcmp(format, "json") == 0)
		json(out, w);
	else
		return FALSE;
	return TRUE;
}

/* The frame of every page, and the search box. */
#include "page.h"

#include <string.h>

#include "dates.h"

#define LINE_OF_QUERY 90 /* characters that the search box shows */
#define MOST_LINES_OF_QUERY 6L

/* The menu. */
static const struct {
	const char *path, *label;
} menu[] = {
	{ "/", "Zoeken" },
	{ "/themas", "Thema's" },
	{ "/kamervraag", "Kamervraag" },
	{ "/tijdlijn", "Tijdlijn" },
	{ "/wijzigingen", "Wijzigingen" },
	{ "/vergelijk", "Vergelijken" },
	{ "/hulp", "Hulp" },
};

static void link_element(Html *h, const char *rel, const char *type, const char *url)
{
	html_open_with(h, "link", "rel", rel, "href", url, NULL);
	if (type)
		html_attribute(h, "type", type);
	html_close(h);
}

static void meta(Html *h, const char *name, const char *value)
{
	if (value)
		html_empty_with(h, "meta", "name", name, "content", value, NULL);
}

/* What is described, in the terms of OWMS; see doc/web.md. */
static void describe(Html *h, const Web *web, const Pilot *p)
{
	g_autofree char *path = g_strconcat("/pilots/", p->id, NULL);
	g_autofree char *url = web_url(web, path);

	meta(h, "DCTERMS.identifier", url);
	meta(h, "DCTERMS.title", p->title);
	meta(h, "DCTERMS.type", "Bijlage");
	meta(h, "DCTERMS.language", "nl-NL");
	meta(h, "DCTERMS.modified", p->reference_date);
	meta(h, "DCTERMS.isPartOf", p->source.title);
}

static void head(Html *h, const Web *web, const Page *page)
{
	g_autofree char *css = web_link(web, "/stijl.css");
	g_autofree char *search = web_link(web, "/opensearch.xml");

	html_open(h, "head");
	html_empty_with(h, "meta", "charset", "utf-8", NULL);
	meta(h, "viewport", "width=device-width, initial-scale=1");
	html_open(h, "title");
	html_text_format(h, "%s – %s", page->title, web->site->name);
	html_close(h);
	if (page->pilot)
		describe(h, web, page->pilot);
	link_element(h, "stylesheet", NULL, css);
	if (web->site->css)
		link_element(h, "stylesheet", NULL, web->site->css);
	html_empty_with(h, "link", "rel", "search", "type", "application/opensearchdescription+xml",
			"href", search, "title", web->site->name, NULL);
	if (page->feed)
		html_empty_with(h, "link", "rel", "alternate", "type", "application/atom+xml",
				"href", page->feed, "title", page->title, NULL);
	html_close(h);
}

static void menu_list(Html *h, const Web *web, const Page *page)
{
	html_open_with(h, "nav", "aria-label", "Hoofdmenu", NULL);
	html_open(h, "ul");
	for (gsize i = 0; i < G_N_ELEMENTS(menu); i++) {
		g_autofree char *link = web_link(web, menu[i].path);
		html_open(h, "li");
		html_open_with(h, "a", "href", link, NULL);
		if (page->path && strcmp(page->path, menu[i].path) == 0)
			html_attribute(h, "aria-current", "page");
		html_text(h, menu[i].label);
		html_close(h);
		html_close(h);
	}
	html_close(h);
	html_close(h);
}

void page_begin(Html *h, const Web *web, const Page *page)
{
	g_autofree char *home = web_link(web, "/");

	g_string_append(h->out, "<!DOCTYPE html>\n");
	html_open_with(h, "html", "lang", "nl", NULL);
	head(h, web, page);
	html_open(h, "body");
	html_open_with(h, "a", "class", "sla-over", "href",
		       page->results ? "#resultaten" : "#inhoud", NULL);
	html_text(h, page->results ? "Naar de resultaten" : "Naar de inhoud");
	html_close(h);
	html_open(h, "header");
	html_open(h, "div");
	html_open_with(h, "p", "class", "naam", NULL);
	html_link(h, home, web->site->name);
	html_close(h);
	menu_list(h, web, page);
	html_close(h);
	html_close(h);
	html_open_with(h, "main", "id", "inhoud", "tabindex", "-1", NULL);
}

/* ---- the end --------------------------------------------------------------------------- */

static void papers_searched(Html *h, const Index *index)
{
	guint papers = 0;

	for (guint i = 0; index->papers && i < index->papers->documents->len; i++)
		papers += MAX(1, ((const Document *)index->papers->documents->pdata[i])->documents);
	if (!papers)
		return;
	html_open(h, "li");
	html_text_format(h, papers == 1 ? "%u Kamerstuk" : "%u Kamerstukken", papers);
	html_close(h);
}

/* "Doorzocht: 33 pilots uit ‘Bijlage 2’ (peildatum 1 december 2021)". */
static void searched(Html *h, const Index *index)
{
	html_element(h, "h2", "Wat is doorzocht");
	html_open(h, "ul");
	for (guint i = 0; i < index->documents->len; i++) {
		const Document *d = index->documents->pdata[i];
		g_autofree char *date = d->reference_date ? date_long(d->reference_date) : NULL;
		html_open(h, "li");
		if (d->documents > 1)
			html_text_format(h, "%u documenten", d->documents);
		else
			html_text(h, d->title ? d->title : d->file);
		html_text_format(h, ": %u pilot%s", d->pilots, d->pilots == 1 ? "" : "s");
		if (date) {
			html_text(h, ", peildatum ");
			html_open_with(h, "time", "datetime", d->reference_date, NULL);
			html_text(h, date);
			html_close(h);
		}
		html_close(h);
	}
	papers_searched(h, index);
	html_close(h);
	html_element(h, "p",
		     "Alle teksten staan hier zoals ze zijn gepubliceerd. Een status geldt op de "
		     "peildatum, niet vandaag.");
}

void page_end(Html *h, const Web *web)
{
	g_autofree char *api = web_link(web, "/v1/openapi.json");

	html_close(h); /* main */
	html_open(h, "footer");
	html_open(h, "div");
	if (web->index)
		searched(h, web->index);
	html_open(h, "ul");
	if (web->site->statement) {
		html_open(h, "li");
		html_link(h, web->site->statement, "Toegankelijkheidsverklaring");
		html_close(h);
	}
	html_open(h, "li");
	html_link(h, api, "Voor ontwikkelaars: de API");
	html_close(h);
	html_finish(h);
}

/* ---- the search box ----------------------------------------------------------------------- */

/* The order and the groups stay as they were; filters are in the form by the checkboxes beside the
 * results. */
static void keep_looks(Html *h, const Web *web)
{
	static const char *const names[] = { "sorteer", "groep" };

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		const char *value = web->http ? http_param(web->http, names[i]) : NULL;
		if (value && *value && web->problems && !web->problems->len)
			html_empty_with(h, "input", "type", "hidden", "name", names[i], "value",
					value, NULL);
	}
}

/* A line; for what does not fit in one as many as it needs. */
static void query_field(Html *h, const char *query)
{
	glong letters = g_utf8_strlen(query, -1);

	if (letters <= LINE_OF_QUERY && !strchr(query, '\n')) {
		html_empty_with(h, "input", "type", "search", "id", "q", "name", "q", "value",
				query, NULL);
		return;
	}
	html_open_with(h, "textarea", "id", "q", "name", "q", NULL);
	html_attribute_format(h, "rows", "%ld",
			      MIN(letters / LINE_OF_QUERY + 1, MOST_LINES_OF_QUERY));
	html_text(h, query);
	html_close(h);
}

void page_search_box(Html *h, const Web *web, const char *path, const char *query)
{
	g_autofree char *action = web_link(web, path);

	html_open_with(h, "form", "id", PAGE_SEARCH_FORM, "role", "search", "method", "get",
		       "action", action, NULL);
	html_open_with(h, "label", "for", "q", NULL);
	html_text(h, "Zoek in de pilots");
	html_close(h);
	html_open_with(h, "div", "class", "zoekbalk", NULL);
	query_field(h, query ? query : "");
	html_open_with(h, "button", "type", "submit", NULL);
	html_text(h, "Zoek");
	html_close(h);
	html_close(h);
	keep_looks(h, web);
	html_close(h);
}

/* The frame of every page. */
#include "web.h"

void page_begin(Html *h, const Web *web, const char *title)
{
	g_autofree char *css = web_link(web, "/stijl.css");
	g_autofree char *home = web_link(web, "/");

	g_string_append(h->out, "<!DOCTYPE html>\n");
	html_open(h, "html");
	html_attribute(h, "lang", "nl");
	html_open(h, "head");
	html_open(h, "meta");
	html_attribute(h, "charset", "utf-8");
	html_close(h);
	html_open(h, "meta");
	html_attribute(h, "name", "viewport");
	html_attribute(h, "content", "width=device-width, initial-scale=1");
	html_close(h);
	html_open(h, "title");
	html_text_format(h, "%s – %s", title, web->site->name);
	html_close(h);
	for (int i = 0; i < 2; i++) {
		const char *sheet = i ? web->site->css : css;
		if (!sheet)
			continue;
		html_open(h, "link");
		html_attribute(h, "rel", "stylesheet");
		html_attribute(h, "href", sheet);
		html_close(h);
	}
	html_close(h);
	html_open(h, "body");
	html_open(h, "a");
	html_attribute(h, "class", "skip");
	html_attribute(h, "href", "#inhoud");
	html_text(h, "Naar de resultaten");
	html_close(h);
	html_open(h, "header");
	html_link(h, home, web->site->name);
	html_close(h);
	html_open(h, "main");
	html_attribute(h, "id", "inhoud");
	html_attribute(h, "tabindex", "-1");
}

void page_end(Html *h)
{
	html_finish(h);
}

void page_search_box(Html *h, const Web *web, const char *query)
{
	g_autofree char *action = web_link(web, "/");

	html_open(h, "form");
	html_attribute(h, "role", "search");
	html_attribute(h, "method", "get");
	html_attribute(h, "action", action);
	html_open(h, "label");
	html_attribute(h, "for", "q");
	html_text(h, "Zoeken in pilots");
	html_close(h);
	html_open(h, "input");
	html_attribute(h, "type", "search");
	html_attribute(h, "id", "q");
	html_attribute(h, "name", "q");
	html_attribute(h, "value", query ? query : "");
	html_close(h);
	html_open(h, "button");
	html_attribute(h, "type", "submit");
	html_text(h, "Zoek");
	html_close(h);
	html_close(h);
}

/* For browsers and readers: a feed of a query, the description of the search box, and
 * suggestions while typing (OpenSearch 1.1 and its Suggestions extension). */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "handlers.h"
#include "html.h"
#include "render.h"
#include "suggest.h"

#define SHORT_NAME 16 /* characters of a ShortName at most */
#define SUGGESTIONS 8
#define FEED_ENTRIES 50 /* a page, unless another number is asked for */

/* A page of the feed, after RFC 5005; NULL for one that is not there. The caller frees. */
static char *feed_page(const Web *web, const Results *r, int page)
{
	g_autofree char *path = page >= 1 && page <= MAX(web_page_count(r, web->request), 1)
					? web_link_without(web, "/atom", NULL, NULL, page)
					: NULL;

	return path ? g_strconcat(web->http->origin ? web->http->origin : "", path, NULL) : NULL;
}

/* What came last stands first: a reader that looks now and then misses nothing. */
static void ask_for_newest(Web *web)
{
	Request *request = web->request;

	request->sort = request_is_of(request, FALSE) ? SORT_ADDED : SORT_DATED;
	request->facets = FALSE;
	if (http_param(web->http, "aantal"))
		return;
	request->limit = FEED_ENTRIES;
	request->offset = MIN(MAX(request->page - 1, 0) * FEED_ENTRIES, REQUEST_MAX_OFFSET);
}

void feed_atom(Web *web, const char *rest)
{
	ask_for_newest(web);
	g_autoptr(Results) results = web_search(web);
	g_autofree char *base = web_url(web, "");

	(void)rest;
	if (!results)
		return;
	int page = web_page_number(web->request);
	g_autofree char *self = feed_page(web, results, page);
	g_autofree char *previous = feed_page(web, results, page - 1);
	g_autofree char *next = feed_page(web, results, page + 1);
	const RenderContext context = { .index = web->index,
					.request = web->request,
					.base = base,
					.self = self,
					.previous = previous,
					.next = next };
	web->answer->type = "application/atom+xml; charset=utf-8";
	render_atom(web->answer->body, results, &context);
}

static void url(Html *h, const Web *web, const char *type, const char *path)
{
	g_autofree char *start = web_url(web, path);
	g_autofree char *template = g_strconcat(start, "?q={searchTerms}", NULL);

	html_empty_with(h, "Url", "type", type, "method", "get", "template", template, NULL);
}

void opensearch_description(Web *web, const char *rest)
{
	Html h;
	g_autofree char *name = g_utf8_substring(
		web->site->name, 0, MIN(SHORT_NAME, g_utf8_strlen(web->site->name, -1)));

	(void)rest;
	web->answer->type = "application/opensearchdescription+xml; charset=utf-8";
	html_init_xml(&h, web->answer->body);
	html_open_with(&h, "OpenSearchDescription", "xmlns", "http://a9.com/-/spec/opensearch/1.1/",
		       NULL);
	html_element(&h, "ShortName", name);
	html_element(&h, "Description", "Zoeken in pilots van de overheid");
	html_element(&h, "Language", "nl");
	html_element(&h, "InputEncoding", "UTF-8");
	html_element(&h, "OutputEncoding", "UTF-8");
	url(&h, web, "text/html", "/");
	url(&h, web, "application/atom+xml", "/atom");
	url(&h, web, "application/x-suggestions+json", "/suggesties");
	html_finish(&h);
}

/* ["huurg", ["huurgeschil", …], ["staat in 7 pilots", …], ["https://…", …]] */
void opensearch_suggestions(Web *web, const char *rest)
{
	const char *typed = web->request->query ? web->request->query : "";
	g_autoptr(GPtrArray) found = suggest(web->index, typed, SUGGESTIONS, NULL);

	(void)rest;
	if (!found) {
		web_unavailable(web);
		return;
	}
	json_t *texts = json_array(), *counts = json_array(), *urls = json_array();
	for (guint i = 0; i < found->len; i++) {
		const Suggestion *s = found->pdata[i];
		g_autofree char *count = g_strdup_printf("staat in %u pilot%s", s->pilots,
							 s->pilots == 1 ? "" : "s");
		g_autoptr(GString) path = g_string_new("/?q=");
		html_url_component(path, s->text);
		g_autofree char *link = web_url(web, path->str);
		json_array_append_new(texts, json_string(s->text));
		json_array_append_new(counts, json_string(count));
		json_array_append_new(urls, json_string(link));
	}
	json_t *answer = json_pack("[s, o, o, o]", typed, texts, counts, urls);
	web->answer->type = "application/x-suggestions+json; charset=utf-8";
	render_append_json(web->answer->body, answer, JSON_COMPACT);
}

/* The JSON API under /v1/; openapi.json describes it. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "handlers.h"
#include "history.h"
#include "html.h"
#include "mentions.h"
#include "openapi.h" /* made from openapi.json: const char openapi_json[] */
#include "overdue.h"
#include "paperlist.h"
#include "render.h"

static void send_json(Web *web, json_t *take)
{
	web->answer->type = "application/json; charset=utf-8";
	render_append_json(web->answer->body, take, JSON_INDENT(1));
	g_string_append_c(web->answer->body, '\n');
}

/* ---- lists, and their pages -------------------------------------------------------------- */

static void add_link(json_t *links, const Web *web, const char *name, int page)
{
	/* after a POST as well: the GET that gives the same */
	static const char *const lists[] = { "/v1/pilots", "/v1/kamerstukken" };
	const char *path = "/v1/passages";

	for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
		if (strcmp(web->http->path, lists[i]) == 0)
			path = lists[i];
	g_autofree char *target = web_link_without(web, path, NULL, NULL, page);
	g_autofree char *url =
		g_strconcat(web->http->origin ? web->http->origin : "", target, NULL);

	json_object_set_new(links, name, json_pack("{s:s}", "href", url));
}

static json_t *page_links(const Web *web, const Results *r)
{
	json_t *links = json_object();
	int pages = MAX(1, web_page_count(r, web->request));
	int now = web_page_number(web->request);

	add_link(links, web, "self", now);
	add_link(links, web, "first", 1);
	add_link(links, web, "last", pages);
	if (now > 1)
		add_link(links, web, "prev", MIN(now - 1, pages));
	if (now < pages)
		add_link(links, web, "next", now + 1);
	return links;
}

void api_passages(Web *web, const char *rest)
{
	web->request->relaxed = TRUE;
	web->request->papers = web->request->offset ? 0 : PAPERS_BESIDE;
	g_autoptr(Results) results = web_search(web);

	(void)rest;
	if (!results)
		return;
	const RenderContext context = { .index = web->index, .request = web->request };
	json_t *answer = render_json_answer(results, &context);
	json_object_set_new(answer, "_links", page_links(web, results));
	send_json(web, answer);
}

void api_pilots(Web *web, const char *rest)
{
	g_autoptr(Results) r = web_search(web);
	json_t *pilots = json_array();

	(void)rest;
	for (guint i = 0; r && i < r->hits->len; i++)
		json_array_append_new(pilots,
				      render_json_record(((const Hit *)r->hits->pdata[i])->pilot,
							 web->request->today));
	if (r)
		send_json(web, json_pack("{s:i, s:i, s:i, s:i, s:O, s:o}", "versie", 1, "totaal",
					 (int)r->total, "startIndex", web->request->offset,
					 "aantalPerPagina", web->request->limit, "pilots", pilots,
					 "_links", page_links(web, r)));
	json_decref(pilots);
}

/* ---- one of them --------------------------------------------------------------------------- */

static void send_pilot(Web *web, const Pilot *p)
{
	g_autoptr(Results) told = mentions_find(web->index, p, NULL);

	if (!told) {
		web_unavailable(web);
		return;
	}
	send_json(web, render_json_told(p, told, web->request->today));
}

void api_pilot(Web *web, const char *id)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(Pilot) shown = history_find(web->index, id, web->request->date, &error);

	if (error)
		web_unavailable(web);
	else if (shown)
		send_pilot(web, shown);
	else
		web_error(web, 404, "Niet gevonden",
			  "Er is geen pilot met dit id en deze peildatum.");
}

void api_papers(Web *web, const char *rest)
{
	if (request_choose_papers(web->request))
		api_passages(web, rest);
	else
		web_error(web, 400, "Deze vraag is niet te lezen",
			  "Hier zijn alleen Kamerstukken, geen pilots.");
}

void api_paper(Web *web, const char *id)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) papers = papers_find(web->index, id, &error);
	const Pilot *first = papers && papers->len ? papers->pdata[0] : NULL;
	g_autoptr(GPtrArray) chain = first ? papers_chain(web->index, first, &error) : NULL;

	if (error)
		web_unavailable(web);
	else if (!first)
		web_error(web, 404, "Niet gevonden", "Er is geen Kamerstuk met dit id.");
	else
		send_json(web, render_json_papers(papers, chain, web->request->today));
}

void api_overdue(Web *web, const char *rest)
{
	g_autoptr(OverdueList) list = overdue_find(web->index, NULL);

	(void)rest;
	if (list)
		send_json(web, overdue_json(list));
	else
		web_unavailable(web);
}

void api_themes(Web *web, const char *rest)
{
	(void)rest;
	send_json(web, render_json_themes(web->index));
}

/* The description may be read by a page of any site. */
void api_description(Web *web, const char *rest)
{
	(void)rest;
	web->answer->type = "application/json; charset=utf-8";
	g_string_append(web->answer->headers, "Access-Control-Allow-Origin: *\r\n");
	g_string_append(web->answer->body, openapi_json);
}

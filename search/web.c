#include "web.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "style.h" /* made from stijl.css: const char style_css[] */

static void style(Web *web, const char *rest)
{
	(void)rest;
	web->answer->type = "text/css; charset=utf-8";
	g_string_append(web->answer->body, style_css);
}

static void health(Web *web, const char *rest)
{
	(void)rest;
	web->answer->type = "text/plain; charset=utf-8";
	g_string_append(web->answer->body, "gezond\n");
}

/* Which handler answers which path. A path that ends in / takes what stands behind it. */
static const struct {
	const char *path;
	void (*handle)(Web *web, const char *rest);
	gboolean needs_index;
} routes[] = {
	{ "/", page_search, TRUE },
	{ "/pilots/", page_pilot, TRUE },
	{ "/themas", page_themes, TRUE },
	{ "/themas/", page_themes, TRUE },
	{ "/stijl.css", style, FALSE },
	{ "/gezond", health, TRUE },
	{ "/v1/passages", api_passages, TRUE },
	{ "/v1/pilots", api_pilots, TRUE },
	{ "/v1/pilots/", api_pilots, TRUE },
	{ "/v1/themas", api_themes, TRUE },
};

char *web_link(const Web *web, const char *path)
{
	return g_strconcat(web->http ? web->http->root : "", path, NULL);
}

/* ---- errors --------------------------------------------------------------------------- */

static void problem(Web *web, int status, const char *title, const char *detail)
{
	json_t *o =
		json_pack("{s:i, s:s, s:s}", "status", status, "title", title, "detail", detail);
	char *text = json_dumps(o, JSON_INDENT(1) | JSON_PRESERVE_ORDER);

	web->answer->type = "application/problem+json; charset=utf-8";
	g_string_append(web->answer->body, text);
	free(text);
	json_decref(o);
}

static void error_page(Web *web, const char *title, const char *detail)
{
	Html html;
	g_autofree char *full = g_strdup_printf("1 foutmelding – %s", title);
	g_autofree char *home = web_link(web, "/");

	html_init(&html, web->answer->body);
	page_begin(&html, web, full);
	html_element(&html, "h1", title);
	html_element(&html, "p", detail);
	page_search_box(&html, web, web->http ? http_param(web->http, "q") : NULL);
	html_open(&html, "p");
	html_link(&html, home, "Naar de zoekpagina");
	html_close(&html);
	page_end(&html);
}

void web_error(Web *web, int status, const char *title, const char *detail)
{
	web->answer->status = status;
	g_string_truncate(web->answer->body, 0);
	if (web->http && g_str_has_prefix(web->http->path, "/v1/"))
		problem(web, status, title, detail);
	else
		error_page(web, title, detail);
}

HttpAnswer *web_bad_request(const Site *site, const char *message)
{
	Web web = { NULL, site, NULL, http_answer_new() };

	web_error(&web, 400, "Deze vraag is niet te lezen", message);
	return web.answer;
}

/* ---- one request ------------------------------------------------------------------------ */

/* Names the answer: the same index and the same request give the same. */
static void add_validators(Web *web)
{
	g_autofree char *uuid = web->index ? xapian_reader_uuid(web->index->reader, NULL) : NULL;
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);

	g_checksum_update(sum, (const guchar *)(uuid ? uuid : ""), -1);
	g_checksum_update(sum, (const guchar *)web->answer->body->str,
			  (gssize)web->answer->body->len);
	g_autofree char *tag = g_strdup_printf("\"%.24s\"", g_checksum_get_string(sum));
	g_string_append_printf(web->answer->headers,
			       "ETag: %s\r\nCache-Control: private, no-cache\r\n", tag);
	if (web->http->if_none_match && strstr(web->http->if_none_match, tag))
		web->answer->status = 304;
}

static void dispatch(Web *web, const char *why)
{
	const char *path = web->http->path;

	for (gsize i = 0; i < G_N_ELEMENTS(routes); i++) {
		gsize n = strlen(routes[i].path);
		gboolean open = n > 1 && routes[i].path[n - 1] == '/';
		if (open ? strncmp(path, routes[i].path, n) != 0 || !path[n]
			 : strcmp(path, routes[i].path) != 0)
			continue;
		if (routes[i].needs_index && !web->index)
			web_error(web, 503, "De zoekmachine is even niet beschikbaar", why);
		else
			routes[i].handle(web, path + n);
		return;
	}
	web_error(web, 404, "Deze pagina bestaat niet",
		  "Controleer het webadres, of zoek opnieuw vanaf de zoekpagina.");
}

HttpAnswer *web_answer(Index *index, const char *why, const Site *site, const HttpRequest *http)
{
	Web web = { index, site, http, http_answer_new() };

	if (g_str_has_prefix(http->path, "/v1/"))
		g_string_append(web.answer->headers, "API-Version: 1.0.0\r\n");
	if (strcmp(http->method, "GET") != 0 && strcmp(http->method, "HEAD") != 0) {
		g_string_append(web.answer->headers, "Allow: GET, HEAD\r\n");
		web_error(&web, 405, "Deze methode kan hier niet", "Gebruik GET of HEAD.");
		return web.answer;
	}
	dispatch(&web, why ? why : "");
	if (web.answer->status == 200)
		add_validators(&web);
	return web.answer;
}

#include "web.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "build-id.h" /* made from the sources: BUILD_ID */
#include "handlers.h"
#include "page.h"
#include "render.h"
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

enum {
	NEEDS_INDEX = 1 << 0,
	ONLY_POST = 1 << 1,
	TAKES_POST = 1 << 2 /* as well as GET */
};

/* Which handler answers which path, with which parameters. A path that ends in / takes what
 * stands behind it. */
static const struct {
	const char *path;
	void (*handle)(Web *web, const char *rest);
	guint flags, params;
} routes[] = {
	{ "/", page_search, NEEDS_INDEX, PARAMS_SEARCH },
	{ "/pilots/", page_pilot, NEEDS_INDEX, PARAMS_EDITION },
	{ "/themas", page_themes, NEEDS_INDEX, PARAMS_NONE },
	{ "/themas/", page_themes, NEEDS_INDEX, PARAMS_PAGES },
	{ "/themas.ttl", skos_themes, NEEDS_INDEX, PARAMS_NONE },
	{ "/tijdlijn", page_timeline, NEEDS_INDEX, PARAMS_QUERY | PARAMS_FILTERS | PARAMS_EDITION },
	{ "/vergelijk", page_compare, NEEDS_INDEX, PARAMS_PILOTS },
	{ "/kamervraag", page_questions, NEEDS_INDEX | TAKES_POST,
	  PARAMS_QUESTIONS | PARAMS_FORMAT },
	{ "/export", export_results, NEEDS_INDEX, PARAMS_SEARCH | PARAMS_AMOUNT | PARAMS_FORMAT },
	{ "/hulp", page_help, NEEDS_INDEX, PARAMS_NONE },
	{ "/atom", feed_atom, NEEDS_INDEX, PARAMS_SEARCH | PARAMS_AMOUNT },
	{ "/opensearch.xml", opensearch_description, 0, PARAMS_NONE },
	{ "/suggesties", opensearch_suggestions, NEEDS_INDEX, PARAMS_QUERY },
	{ "/stijl.css", style, 0, PARAMS_NONE },
	{ "/gezond", health, NEEDS_INDEX, PARAMS_NONE },
	{ "/v1/passages", api_passages, NEEDS_INDEX, PARAMS_SEARCH | PARAMS_AMOUNT },
	{ "/v1/passages/_zoek", api_passages, NEEDS_INDEX | ONLY_POST,
	  PARAMS_SEARCH | PARAMS_AMOUNT },
	{ "/v1/pilots", api_pilots, NEEDS_INDEX, PARAMS_SEARCH | PARAMS_AMOUNT },
	{ "/v1/pilots/", api_pilot, NEEDS_INDEX, PARAMS_EDITION },
	{ "/v1/themas", api_themes, NEEDS_INDEX, PARAMS_NONE },
	{ "/v1/openapi.json", api_description, 0, PARAMS_NONE },
};

/* ---- errors --------------------------------------------------------------------------- */

static json_t *problems_to_json(const Web *web)
{
	json_t *array = json_array();

	for (guint i = 0; web->problems && i < web->problems->len; i++) {
		const Problem *p = web->problems->pdata[i];
		json_array_append_new(array, json_pack("{s:s, s:s, s:s}", "in", p->in, "naam",
						       p->name, "detail", p->detail));
	}
	return array;
}

/* RFC 9457. */
static void problem_json(Web *web, const char *title, const char *detail)
{
	json_t *o = json_pack("{s:i, s:s, s:s, s:o}", "status", web->answer->status, "title", title,
			      "detail", detail, "fouten", problems_to_json(web));

	web->answer->type = "application/problem+json; charset=utf-8";
	render_append_json(web->answer->body, o, JSON_INDENT(1));
}

static void error_page(Web *web, const char *title, const char *detail)
{
	Html h;
	guint n = web->problems && web->problems->len ? web->problems->len : 1;
	g_autofree char *full =
		g_strdup_printf("%u foutmelding%s – %s", n, n == 1 ? "" : "en", title);
	const Page page = { .title = full };

	html_init(&h, web->answer->body);
	page_begin(&h, web, &page);
	html_element(&h, "h1", title);
	for (guint i = 0; i < n; i++)
		html_element_class(&h, "p", "melding fout",
				   web->problems && web->problems->len
					   ? ((const Problem *)web->problems->pdata[i])->detail
					   : detail);
	page_search_box(&h, web, "/", web->http ? http_param(web->http, "q") : NULL);
	page_end(&h, web);
}

void web_error(Web *web, int status, const char *title, const char *detail)
{
	gboolean api = web->http && g_str_has_prefix(web->http->path, "/v1/");

	web->answer->status = status;
	g_string_truncate(web->answer->body, 0);
	if (api)
		problem_json(web, title, detail);
	else
		error_page(web, title, detail);
}

void web_unavailable(Web *web)
{
	g_string_append(web->answer->headers, "Retry-After: 60\r\n");
	web_error(web, 503, "De zoekmachine is even niet beschikbaar",
		  "De index is niet te lezen. Probeer het over een minuut opnieuw.");
}

/* An error without a request that could be read: only its path is known. */
static HttpAnswer *bare_error(const Site *site, const char *path, int status, const char *title,
			      const char *detail)
{
	HttpRequest http = { .path = (char *)(path ? path : "/"), .root = (char *)"" };
	gboolean api = g_str_has_prefix(http.path, "/v1/");
	Web web = { .site = site, .http = api ? &http : NULL, .answer = http_answer_new() };

	if (api)
		g_string_append(web.answer->headers, "API-Version: " API_VERSION "\r\n");
	web_error(&web, status, title, detail);
	return web.answer;
}

HttpAnswer *web_bad_request(const Site *site, const char *path, const char *message)
{
	return bare_error(site, path, 400, "Deze vraag is niet te lezen", message);
}

HttpAnswer *web_too_dear(const Site *site, const char *path)
{
	return bare_error(site, path, 503, "Deze vraag kost nu te veel",
			  "Gebruik minder woorden of minder jokertekens (*), of probeer het straks "
			  "opnieuw.");
}

/* ---- one request ------------------------------------------------------------------------ */

Results *web_search(Web *web)
{
	g_autoptr(GError) error = NULL;
	Results *results = search(web->index, web->request, &error);

	if (g_error_matches(error, SEARCH_ERROR, SEARCH_ERROR_WORDS))
		web_problem(web, "q",
			    g_strdup_printf("De zoekvraag heeft meer dan %d woorden. Gebruik er "
					    "minder, of plak een hele vraag.",
					    SEARCH_MAX_WORDS));
	else if (g_error_matches(error, SEARCH_ERROR, SEARCH_ERROR_WILDCARDS))
		web_problem(
			web, "q",
			g_strdup_printf("De zoekvraag heeft meer dan %d jokertekens. Gebruik er "
					"minder, of schrijf de woorden uit.",
					SEARCH_MAX_WILDCARDS));
	else if (!results)
		web_unavailable(web);
	if (web->problems->len)
		web_error(web, 400, "Deze vraag is te groot",
			  ((const Problem *)web->problems->pdata[0])->detail);
	return results;
}

/* Names the answer before it is made: the same program, site, index and request give the
 * same. */
static char *entity_tag(const Web *web)
{
	g_autofree char *uuid = web->index ? xapian_reader_uuid(web->index->reader, NULL) : NULL;
	const char *const parts[] = {
		BUILD_ID,          web->site->name, web->site->css,  web->site->statement, uuid,
		web->http->origin, web->http->root, web->http->path, web->http->query
	};
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);

	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
		if (parts[i]) /* with its NUL: "a" "b" is not "ab" "" */
			g_checksum_update(sum, (const guchar *)parts[i],
					  (gssize)strlen(parts[i]) + 1);
	return g_strdup_printf("\"%.24s\"", g_checksum_get_string(sum));
}

/* RFC 9110, 13.1.2: a list of names, or "*". */
static gboolean is_known(const HttpRequest *http, const char *tag)
{
	const char *known = http->if_none_match;
	return known && (strcmp(known, "*") == 0 || strstr(known, tag));
}

static gboolean method_allowed(Web *web, guint flags)
{
	const char *method = web->http->method;
	gboolean post = strcmp(method, "POST") == 0;
	gboolean get = strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0;
	const char *allow = flags & ONLY_POST    ? "POST"
			    : flags & TAKES_POST ? "GET, HEAD, POST"
						 : "GET, HEAD";

	if ((get && !(flags & ONLY_POST)) || (post && flags & (ONLY_POST | TAKES_POST)))
		return TRUE;
	g_autofree char *detail = g_strdup_printf("Hier kan alleen: %s.", allow);
	g_string_append_printf(web->answer->headers, "Allow: %s\r\n", allow);
	web_error(web, 405, "Deze methode kan hier niet", detail);
	return FALSE;
}

static void answer_route(Web *web, gsize i, const char *rest)
{
	gboolean post = strcmp(web->http->method, "POST") == 0;

	if (!method_allowed(web, routes[i].flags))
		return;
	if (routes[i].flags & NEEDS_INDEX && !web->index) {
		web_unavailable(web);
		return;
	}
	g_autofree char *tag = entity_tag(web);
	if (!post && is_known(web->http, tag)) {
		web->answer->status = 304;
	} else {
		if (post && !web_read_body(web))
			return;
		web_read_params(web, routes[i].params);
		if (web->problems->len)
			web_error(web, 400, "Deze vraag is niet te lezen",
				  ((const Problem *)web->problems->pdata[0])->detail);
		else
			routes[i].handle(web, rest);
	}
	if (!post && (web->answer->status == 200 || web->answer->status == 304))
		g_string_append_printf(web->answer->headers,
				       "ETag: %s\r\nCache-Control: private, no-cache\r\n", tag);
	else
		g_string_append(web->answer->headers, "Cache-Control: no-store\r\n");
}

static void dispatch(Web *web)
{
	const char *path = web->http->path;

	for (gsize i = 0; i < G_N_ELEMENTS(routes); i++) {
		gsize n = strlen(routes[i].path);
		gboolean open = n > 1 && routes[i].path[n - 1] == '/';
		if (open ? strncmp(path, routes[i].path, n) != 0 || !path[n] ||
				    strchr(path + n, '/')
			 : strcmp(path, routes[i].path) != 0)
			continue;
		answer_route(web, i, path + n);
		return;
	}
	web_error(web, 404, "Deze pagina bestaat niet",
		  "Controleer het webadres, of zoek opnieuw vanaf de zoekpagina.");
}

static void problem_free(gpointer data)
{
	Problem *p = data;

	g_free(p->name);
	g_free(p->detail);
	g_free(p);
}

HttpAnswer *web_answer(Index *index, const Site *site, HttpRequest *http)
{
	g_autoptr(Request) request = request_new();
	g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func(problem_free);
	Web web = { index, site, http, http_answer_new(), request, problems };

	if (g_str_has_prefix(http->path, "/v1/"))
		g_string_append(web.answer->headers, "API-Version: " API_VERSION "\r\n");
	dispatch(&web);
	return web.answer;
}

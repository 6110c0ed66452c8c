/* One request: which handler answers it, and with what around the answer. */
#include <string.h>

#include "build-id.h" /* made from the sources: BUILD_ID */
#include "dates.h"
#include "handlers.h"
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
	TAKES_POST = 1 << 2, /* as well as GET */
	DAILY = 1 << 3       /* says what is past to the day, others to the month */
};

/* Which handler answers which path, with which parameters. A path that ends in / takes what
 * stands behind it. */
static const struct {
	const char *path;
	void (*handle)(Web *web, const char *rest);
	guint flags, params;
} routes[] = {
	{ "/", page_search, NEEDS_INDEX, PARAMS_SEARCH },
	{ "/pilots/", page_pilot, NEEDS_INDEX, PARAMS_SEARCH },
	{ "/kamerstukken/", page_paper, NEEDS_INDEX, PARAMS_NONE },
	{ "/openstaand", page_overdue, NEEDS_INDEX | DAILY, PARAMS_NONE },
	{ "/themas", page_themes, NEEDS_INDEX, PARAMS_NONE },
	{ "/themas/", page_themes, NEEDS_INDEX, REQUEST_PAGES },
	{ "/themas.ttl", skos_themes, NEEDS_INDEX, PARAMS_NONE },
	{ "/tijdlijn", page_timeline, NEEDS_INDEX,
	  REQUEST_QUERY | REQUEST_FILTERS | REQUEST_EDITIONS | PARAMS_TIMELINE },
	{ "/wijzigingen", page_changes, NEEDS_INDEX, PARAMS_CHANGES },
	{ "/wijzigingen.atom", feed_changes, NEEDS_INDEX, PARAMS_CHANGES },
	{ "/vergelijk", page_compare, NEEDS_INDEX, PARAMS_PILOTS },
	{ "/kamervraag", page_questions, NEEDS_INDEX | TAKES_POST,
	  PARAMS_QUESTIONS | REQUEST_QUESTIONS | PARAMS_FORMAT },
	{ "/export", export_results, NEEDS_INDEX, PARAMS_SEARCH | REQUEST_AMOUNT | PARAMS_FORMAT },
	{ "/hulp", page_help, NEEDS_INDEX, PARAMS_NONE },
	{ "/atom", feed_atom, NEEDS_INDEX, PARAMS_SEARCH | REQUEST_AMOUNT },
	{ "/opensearch.xml", opensearch_description, 0, PARAMS_NONE },
	{ "/suggesties", opensearch_suggestions, NEEDS_INDEX, REQUEST_QUERY },
	{ "/stijl.css", style, 0, PARAMS_NONE },
	{ "/gezond", health, NEEDS_INDEX, PARAMS_NONE },
	{ "/v1/passages", api_passages, NEEDS_INDEX, PARAMS_SEARCH | REQUEST_AMOUNT },
	{ "/v1/passages/_zoek", api_passages, NEEDS_INDEX | ONLY_POST,
	  PARAMS_SEARCH | REQUEST_AMOUNT },
	{ "/v1/kamervragen", export_questions, NEEDS_INDEX | ONLY_POST,
	  PARAMS_QUESTIONS | REQUEST_QUESTIONS | PARAMS_FORMAT },
	{ "/v1/pilots", api_pilots, NEEDS_INDEX, PARAMS_SEARCH | REQUEST_AMOUNT },
	{ "/v1/pilots/", api_pilot, NEEDS_INDEX, REQUEST_EDITIONS },
	{ "/v1/kamerstukken", api_papers, NEEDS_INDEX, PARAMS_SEARCH | REQUEST_AMOUNT },
	{ "/v1/kamerstukken/", api_paper, NEEDS_INDEX, PARAMS_NONE },
	{ "/v1/openstaand", api_overdue, NEEDS_INDEX | DAILY, PARAMS_NONE },
	{ "/v1/themas", api_themes, NEEDS_INDEX, PARAMS_NONE },
	{ "/v1/openapi.json", api_description, 0, PARAMS_NONE },
};

/* ---- one request ------------------------------------------------------------------------ */

/* Names the answer before it is made: the same program, site, index, month or day (pages say
 * which periods and terms are past) and request give the same. */
static char *entity_tag(const Web *web, gboolean daily)
{
	g_autofree char *uuid = web->index ? xapian_reader_uuid(web->index->reader, NULL) : NULL;
	const Index *beside = web->index ? web->index->papers : NULL;
	g_autofree char *papers = beside ? xapian_reader_uuid(beside->reader, NULL) : NULL;
	g_autoptr(GDateTime) now = g_date_time_new_from_unix_utc(date_now());
	g_autofree char *today = g_date_time_format(now, daily ? "%Y-%m-%d" : "%Y-%m");
	const char *const parts[] = { BUILD_ID,
				      web->site->name,
				      web->site->css,
				      web->site->statement,
				      uuid,
				      papers,
				      today,
				      web->http->origin,
				      web->http->root,
				      web->http->path,
				      web->http->query };
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
	g_autofree char *tag = entity_tag(web, (routes[i].flags & DAILY) != 0);
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
	g_free(p->value);
	g_free(p);
}

HttpAnswer *web_answer(Index *index, const Site *site, HttpRequest *http)
{
	g_autoptr(Request) request = request_new();
	g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func(problem_free);
	Web web = { index, site, http, http_answer_new(), request, NULL, problems };

	if (web_is_api(&web))
		g_string_append(web.answer->headers, "API-Version: " API_VERSION "\r\n");
	dispatch(&web);
	return web.answer;
}

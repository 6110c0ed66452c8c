/* What goes wrong: as a page, or as problem+json under /v1/. */
#include <string.h>

#include "page.h"
#include "render.h"

void web_problem(Web *web, const char *name, char *detail)
{
	Problem *p = g_new(Problem, 1);

	*p = (Problem) { web->http->body->len ? "body" : "query", g_strdup(name), detail, NULL };
	g_ptr_array_add(web->problems, p);
}

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

/* What is asked beside it, which the form of the page sends again. */
static void keep_others(Html *h, const Web *web)
{
	for (guint i = 0; i < web->http->params->len; i++) {
		const HttpParam *p = &g_array_index(web->http->params, HttpParam, i);
		if (strcmp(p->name, "q") != 0 && strcmp(p->name, "pagina") != 0 && *p->value)
			html_empty_with(h, "input", "type", "hidden", "name", p->name, "value",
					p->value, "form", PAGE_SEARCH_FORM, NULL);
	}
}

/* The search as it was asked, but for what is wrong; and a wrong period to mend. */
static void search_again(Html *h, const Web *web)
{
	const char *path = web->http ? web->http->path : NULL;
	gboolean timeline = g_strcmp0(path, "/tijdlijn") == 0;
	gboolean search = timeline || g_strcmp0(path, "/") == 0;

	for (guint i = 0; search && i < web->problems->len; i++) {
		const Problem *p = web->problems->pdata[i];
		if (strcmp(p->name, "loopt") == 0 && p->value)
			page_period(h, PAGE_PERIOD, p->value, TRUE);
	}
	page_search_box(h, web, timeline ? path : "/",
			web->http ? http_param(web->http, "q") : NULL);
	if (!search)
		return;
	keep_others(h, web);
	page_active_filters(h, web, path);
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
	search_again(&h, web);
	page_end(&h, web);
}

gboolean web_is_api(const Web *web)
{
	return web->http && g_str_has_prefix(web->http->path, "/v1/");
}

void web_error(Web *web, int status, const char *title, const char *detail)
{
	web->answer->status = status;
	g_string_truncate(web->answer->body, 0);
	if (web_is_api(web))
		problem_json(web, title, detail);
	else
		error_page(web, title, detail);
}

void web_unavailable(Web *web)
{
	g_string_append(web->answer->headers, "Retry-After: 60\r\n");
	web_error(web, 503, "De zoekmachine is even niet beschikbaar",
		  "De gegevens zijn nu niet te lezen. Probeer het over een minuut opnieuw.");
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

HttpAnswer *web_late(const Site *site, const char *path)
{
	return bare_error(site, path, 408, "Het versturen duurde te lang",
			  "De tekst kwam niet op tijd aan. Probeer het opnieuw.");
}

HttpAnswer *web_unconfined(const Site *site, const char *path)
{
	HttpAnswer *sorry = bare_error(site, path, 503, "De zoekmachine is even niet beschikbaar",
				       "De server kan niet veilig werken. De beheerder ziet in het "
				       "logboek waarom.");
	g_string_append(sorry->headers, "Retry-After: 60\r\n");
	return sorry;
}

Results *web_search(Web *web)
{
	g_autoptr(GError) error = NULL;
	Results *results = search(web->index, web->request, &error);

	char *too_large = error ? search_error_in_words(error) : NULL;

	if (too_large)
		web_problem(web, "q", too_large);
	else if (!results)
		web_unavailable(web);
	if (web->problems->len)
		web_error(web, 400, "Deze vraag is te groot",
			  ((const Problem *)web->problems->pdata[0])->detail);
	return results;
}

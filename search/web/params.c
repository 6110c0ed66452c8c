/* From the parameters of a URL or a body to a request; strict, with messages in Dutch. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "active.h"
#include "cli.h"
#include "dates.h"
#include "parse.h"
#include "render.h"
#include "themes.h"
#include "web.h"

#define PER_PAGE 10
#define MAX_AMOUNT 100

/* ---- one function per parameter: FALSE for a value that does not exist --------------- */

static gboolean take_q(Request *r, const Web *web, const char *value)
{
	(void)web;
	g_free(r->query);
	r->query = g_strdup(value);
	return strlen(value) <= QUERY_MAX_BYTES;
}

static gboolean take_theme(Request *r, const Web *web, const char *value)
{
	request_choose(r, FACET_THEMA, value);
	return themes_find(web->index->themes, value) != NULL;
}

static gboolean take_status(Request *r, const Web *web, const char *value)
{
	(void)web;
	request_choose(r, FACET_STATUS, value);
	return status_from(value) >= 0;
}

static gboolean take_place(Request *r, const Web *web, const char *value)
{
	(void)web;
	request_choose(r, FACET_PLAATS, value);
	return *value != '\0';
}

static gboolean take_organisation(Request *r, const Web *web, const char *value)
{
	(void)web;
	request_choose(r, FACET_ORGANISATIE, value);
	return *value != '\0';
}

static gboolean take_active(Request *r, const Web *web, const char *value)
{
	int from, to;

	(void)web;
	g_free(r->active);
	r->active = g_strdup(value);
	return active_parse(value, &from, &to);
}

static gboolean take_section(Request *r, const Web *web, const char *value)
{
	(void)web;
	g_ptr_array_add(r->sections, g_strdup(value));
	return section_kind_from(value) >= 0 && r->sections->len == 1;
}

static gboolean take_edition(Request *r, const Web *web, const char *value)
{
	(void)web;
	g_free(r->edition);
	r->edition = g_strdup(strcmp(value, "alle") == 0      ? "all"
			      : strcmp(value, "laatste") == 0 ? "latest"
							      : value);
	return strcmp(r->edition, value) != 0 || date_is_valid(value);
}

static gboolean take_sort(Request *r, const Web *web, const char *value)
{
	static const char *const names[][2] = { { "relevantie", "relevance" },
						{ "begin", "start" },
						{ "einde", "end" },
						{ "titel", "title" } };

	(void)web;
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
		if (strcmp(names[i][0], value) == 0) {
			g_free(r->sort);
			r->sort = g_strdup(names[i][1]);
			return TRUE;
		}
	return FALSE;
}

/* A number from 1 to max; 0 for anything else. */
static int small_number(const char *value, int max)
{
	if (!*value || strlen(value) > 4 || strspn(value, "0123456789") != strlen(value))
		return 0;
	return atoi(value) <= max ? atoi(value) : 0;
}

/* The page, from 1, becomes an offset when the amount per page is known. */
static gboolean take_page(Request *r, const Web *web, const char *value)
{
	(void)web;
	r->offset = small_number(value, REQUEST_MAX_OFFSET / PER_PAGE + 1) - 1;
	return r->offset >= 0;
}

static gboolean take_amount(Request *r, const Web *web, const char *value)
{
	(void)web;
	r->limit = small_number(value, MAX_AMOUNT);
	return r->limit > 0;
}

/* Which pilots a page is about: read by that page itself. */
static gboolean take_pilot(Request *r, const Web *web, const char *value)
{
	(void)r;
	(void)web;
	return strspn(value, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(value);
}

static gboolean take_text(Request *r, const Web *web, const char *value)
{
	(void)r;
	(void)web;
	return g_utf8_strlen(value, -1) > 0;
}

/* The formats that a page offers for download. */
static gboolean take_format(Request *r, const Web *web, const char *value)
{
	(void)web;
	g_free(r->format);
	r->format = g_strdup(value);
	return render_format(value) && render_takes_dossier(render_format(value));
}

/* What can be asked, on which paths, and what is said to who asks something else. */
static const struct {
	const char *name;
	guint sets;
	gboolean (*take)(Request *r, const Web *web, const char *value);
	const char *expects; /* NULL: what there is depends on the index */
} params[] = {
	{ "q", PARAMS_QUERY, take_q, "Geef een kortere zoekvraag." },
	{ "thema", PARAMS_FILTERS, take_theme, NULL },
	{ "status", PARAMS_FILTERS, take_status,
	  "Kies uit: lopend, afgerond, stopgezet, start-binnenkort, onbekend." },
	{ "plaats", PARAMS_FILTERS, take_place, "Geef een plaatsnaam." },
	{ "organisatie", PARAMS_FILTERS, take_organisation, "Geef een organisatie." },
	{ "loopt", PARAMS_FILTERS, take_active,
	  "Geef een maand als 2021-03, of een periode als 2021-03..2021-06." },
	{ "sectie", PARAMS_FILTERS, take_section,
	  "Kies er één uit: achtergrond, doel, stand-van-zaken, looptijd, overig." },
	{ "editie", PARAMS_EDITION, take_edition,
	  "Geef een peildatum als 2021-12-01, of: laatste, alle." },
	{ "sorteer", PARAMS_PAGES, take_sort, "Kies uit: relevantie, begin, einde, titel." },
	{ "pagina", PARAMS_PAGES, take_page, "Geef een getal van 1 tot en met 1001." },
	{ "aantal", PARAMS_AMOUNT, take_amount, "Geef een getal van 1 tot en met 100." },
	{ "tekst", PARAMS_QUESTIONS, take_text, "Plak een of meer vragen." },
	{ "formaat", PARAMS_FORMAT, take_format, "Kies uit: odt, md, csv, html, json, jsonl." },
	{ "pilot", PARAMS_PILOTS, take_pilot, "Geef het id van een pilot." },
};

static char *expected(const Web *web, gsize i)
{
	GString *names = g_string_new("Kies uit: ");

	if (params[i].expects) {
		g_string_assign(names, params[i].expects);
		return g_string_free(names, FALSE);
	}
	for (guint k = 0; k < web->index->themes->len; k++)
		g_string_append_printf(names, "%s%s", k ? ", " : "",
				       ((const Theme *)web->index->themes->pdata[k])->name);
	return g_string_free(g_string_append_c(names, '.'), FALSE);
}

void web_problem(Web *web, const char *name, char *detail)
{
	Problem *p = g_new(Problem, 1);

	*p = (Problem) { web->http->body->len ? "body" : "query", g_strdup(name), detail };
	g_ptr_array_add(web->problems, p);
}

/* Long values are not repeated whole. */
static char *shortened(const char *value)
{
	if (g_utf8_strlen(value, -1) <= 80)
		return g_strdup(value);
	g_autofree char *cut = g_utf8_substring(value, 0, 80);
	return g_strconcat(cut, "…", NULL);
}

static void take(Web *web, guint allowed, const HttpParam *p)
{
	for (gsize i = 0; i < G_N_ELEMENTS(params); i++) {
		if (strcmp(params[i].name, p->name) != 0 || !(params[i].sets & allowed))
			continue;
		if (params[i].take(web->request, web, p->value))
			return;
		g_autofree char *value = shortened(p->value);
		g_autofree char *hint = expected(web, i);
		web_problem(web, p->name,
			    g_strdup_printf("De waarde ‘%s’ voor ‘%s’ bestaat niet. %s", value,
					    p->name, hint));
		return;
	}
	g_autofree char *name = shortened(p->name);
	web_problem(web, p->name, g_strdup_printf("De parameter ‘%s’ bestaat niet.", name));
}

void web_read_params(Web *web, guint allowed)
{
	Request *r = web->request;
	g_autoptr(GError) error = NULL;

	r->limit = PER_PAGE;
	for (guint i = 0; i < web->http->params->len; i++) {
		const HttpParam *p = &g_array_index(web->http->params, HttpParam, i);
		/* a form sends its empty boxes along */
		if (*p->value || strcmp(p->name, "q") == 0)
			take(web, allowed, p);
	}
	r->facets = TRUE;
	if (web->problems->len)
		return;
	r->offset *= r->limit;
	if (r->offset > REQUEST_MAX_OFFSET) {
		web_problem(web, "pagina", g_strdup("Zo ver reiken de resultaten niet."));
		return;
	}
	if (!request_finish(r, &error)) /* nothing that take() let through gets here */
		web_problem(web, "q", g_strdup(error->message));
}

/* ---- a body ---------------------------------------------------------------------------- */

/* A value of a JSON body as the URL has it: text, number, or a list of them. */
static gboolean add_value(HttpRequest *http, const char *name, const json_t *value, GError **error)
{
	json_t *item;
	gsize i;

	if (json_is_string(value))
		return http_add_param(http, name, json_string_value(value), error);
	if (json_is_integer(value)) {
		g_autofree char *text =
			g_strdup_printf("%" JSON_INTEGER_FORMAT, json_integer_value(value));
		return http_add_param(http, name, text, error);
	}
	if (!json_is_array(value)) {
		g_set_error(error, HTTP_ERROR, HTTP_ERROR_BAD,
			    "‘%s’ is geen tekst, getal of lijst daarvan.", name);
		return FALSE;
	}
	json_array_foreach(value, i,
			   item) if (json_is_array(item) || !add_value(http, name, item, error))
	{
		if (!*error)
			g_set_error(error, HTTP_ERROR, HTTP_ERROR_BAD,
				    "‘%s’ is een lijst in een lijst.", name);
		return FALSE;
	}
	return TRUE;
}

static gboolean add_json(HttpRequest *http, GError **error)
{
	json_error_t where;
	json_t *body = json_loadb(http->body->str, http->body->len, JSON_REJECT_DUPLICATES, &where);
	const char *name;
	json_t *value;
	gboolean ok = json_is_object(body);

	if (!ok)
		g_set_error(error, HTTP_ERROR, HTTP_ERROR_BAD,
			    "De ingestuurde tekst is geen JSON-object (regel %d).",
			    body ? 1 : where.line);
	json_object_foreach(body, name, value) ok = ok && add_value(http, name, value, error);
	json_decref(body);
	return ok;
}

gboolean web_read_body(Web *web)
{
	g_autoptr(GError) error = NULL;
	const char *type = web->http->body_type;
	gboolean ok = TRUE;

	if (strcmp(type, "application/json") == 0) {
		ok = add_json(web->http, &error);
	} else if (strcmp(type, "application/x-www-form-urlencoded") == 0) {
		ok = http_add_form(web->http, web->http->body->str, &error);
	} else {
		web_error(web, 415, "Dit soort bericht wordt niet gelezen",
			  "Stuur application/json of application/x-www-form-urlencoded.");
		return FALSE;
	}
	if (!ok)
		web_error(web, 400, "Dit bericht is niet te lezen", error->message);
	return ok;
}

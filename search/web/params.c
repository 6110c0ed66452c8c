/* From the parameters of a URL or a body to a request; strict, with messages in Dutch. */
#include <string.h>

#include "dates.h"
#include "handlers.h"
#include "page.h"
#include "render.h"
#include "themes.h"

/* ---- what the web has beside a request: FALSE for a value that does not exist ---------- */

/* The formats that a page offers for download. */
static gboolean take_format(Web *web, const char *value)
{
	web->format = render_format(value);
	return web->format && render_takes_dossier(web->format);
}

/* Which pilots a page is about: read by that page itself. */
static gboolean take_pilot(Web *web, const char *value)
{
	(void)web;
	return strspn(value, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(value);
}

static gboolean take_text(Web *web, const char *value)
{
	(void)web;
	return g_utf8_strlen(value, -1) > 0;
}

/* Which dates there are is known by the page itself. */
static gboolean take_date(Web *web, const char *value)
{
	(void)web;
	return date_is_valid(value);
}

/* "3.beslisboom", "3.ah-tk-20202021-3235.2": what of a question goes along; read where the file is
 * made. */
static gboolean take_box(Web *web, const char *value)
{
	gsize digits = strspn(value, "0123456789");

	(void)web;
	if (strcmp(value, PAGE_NO_BOX) == 0)
		return TRUE;
	for (const char *p = value + digits; *p; p++)
		if (!g_ascii_isalnum(*p) && *p != '-' && *p != '.')
			return FALSE;
	return digits && value[digits] == '.';
}

static const struct {
	const char *name;
	guint group;
	gboolean (*take)(Web *web, const char *value);
	const char *expects;
} own[] = {
	{ "tekst", PARAMS_QUESTIONS, take_text, "Plak een of meer vragen." },
	{ "mee", PARAMS_QUESTIONS, take_box,
	  "Geef het nummer van een vraag en het id van een pilot: 3.beslisboom." },
	{ "formaat", PARAMS_FORMAT, take_format,
	  "Kies uit: odt, docx, xlsx, csv, md, html, json, jsonl." },
	{ "van", PARAMS_CHANGES, take_date, "Geef een datum als 2021-12-01." },
	{ "tot", PARAMS_CHANGES, take_date, "Geef een datum als 2021-12-01." },
	{ "groep", PARAMS_TIMELINE, page_timeline_take_grouping,
	  "Kies uit: thema, plaats, reeks." },
	{ "pilot", PARAMS_PILOTS, take_pilot, "Geef het id van een pilot." },
};

/* ---- what is wrong ----------------------------------------------------------------------- */

static void no_such_value(Web *web, const HttpParam *p, const char *expects)
{
	web_problem(web, p->name, request_no_value(p->name, p->value, expects));
	((Problem *)web->problems->pdata[web->problems->len - 1])->value = g_strdup(p->value);
}

/* Which themes there are is known by the index alone. */
static void check_theme(Web *web, const HttpParam *p)
{
	g_autofree char *names = themes_choice(web->index->themes);

	if (!themes_find(web->index->themes, p->value))
		no_such_value(web, p, names);
}

/* ---- all of them --------------------------------------------------------------------------- */

/* FALSE for a name that is none of the web's own. */
static gboolean take_own(Web *web, guint allowed, const HttpParam *p)
{
	for (gsize i = 0; i < G_N_ELEMENTS(own); i++) {
		if (strcmp(own[i].name, p->name) != 0 || !(own[i].group & allowed))
			continue;
		if (!own[i].take(web, p->value))
			no_such_value(web, p, own[i].expects);
		return TRUE;
	}
	return FALSE;
}

/* FALSE for a parameter that a page does without: one that does not exist, as links get from those
 * who count visits, or one with a wrong value, which is told of. */
static gboolean take(Web *web, guint allowed, const HttpParam *p)
{
	const RequestParam *param = request_param_find(MOUTH_WEB, p->name, allowed);
	guint wrong = web->problems->len;
	g_autoptr(GError) error = NULL;

	if (!param && !take_own(web, allowed, p)) {
		if (!web_is_api(web))
			return FALSE;
		web_problem(web, p->name, request_no_param(p->name));
	} else if (param && !request_take(web->request, param, MOUTH_WEB, p->value, &error)) {
		no_such_value(web, p, error->message);
	} else if (strcmp(p->name, facets[FACET_THEMA].name) == 0) {
		check_theme(web, p);
	}
	return web->problems->len == wrong;
}

void web_read_params(Web *web, guint allowed)
{
	g_autoptr(GError) error = NULL;

	for (guint i = 0; i < web->http->params->len;) {
		const HttpParam *p = &g_array_index(web->http->params, HttpParam, i);
		/* a form sends its empty boxes along */
		gboolean empty = !*p->value && strcmp(p->name, "q") != 0;
		if (empty || take(web, allowed, p))
			i++;
		else
			g_array_remove_index(web->http->params, i);
	}
	web->request->facets = TRUE;
	if (!web->problems->len && !request_finish(web->request, MOUTH_WEB, &error))
		web_problem(web, "pagina", g_strdup(error->message));
}

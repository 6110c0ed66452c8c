/* What can be downloaded: results, and questions with their passages. */
#include <string.h>

#include "cli.h"
#include "handlers.h"
#include "page.h"

/* An answer that a browser keeps as a file. */
static void as_file(Web *web, const char *name)
{
	const RenderFormat *format = web->format;

	web->answer->type = format->type;
	g_string_append_printf(web->answer->headers,
			       "Content-Disposition: attachment; filename=\"%s.%s\"\r\n", name,
			       format->suffix);
}

static RenderContext context_of(const Web *web, const char *base)
{
	return (RenderContext) {
		.index = web->index, .request = web->request, .format = web->format, .base = base
	};
}

static void not_made(Web *web)
{
	web_error(web, 503, "Dit bestand is niet te maken",
		  "Deze server kan nu geen bestand in dit formaat schrijven. Kies een ander "
		  "formaat.");
}

/* It says which of them there are, where that is not all. The caller frees. */
static char *name_of(const Results *r, const Request *request)
{
	const guint last = (guint)request->offset + r->hits->len;

	if (!r->hits->len || r->hits->len >= r->total)
		return g_strdup("pilots");
	return g_strdup_printf("pilots-%d-tot-%u-van-%u", request->offset + 1, last, r->total);
}

void export_results(Web *web, const char *rest)
{
	g_autofree char *base = web_url(web, "");
	const RenderContext context = context_of(web, base);

	(void)rest;
	if (!web->format) {
		web_problem(web, "formaat",
			    g_strdup("Kies een formaat: odt, docx, xlsx, csv, md, html, json."));
		web_error(web, 400, "Deze vraag is niet te lezen", "");
		return;
	}
	if (!http_param(web->http, "aantal"))
		web->request->limit = REQUEST_MAX_WEB;
	Results *results = web_search(web);
	if (!results)
		return;
	g_autofree char *name = name_of(results, web->request);
	if (render_results(web->answer->body, results, &context, NULL))
		as_file(web, name);
	else
		not_made(web);
}

Dossier *web_dossier(Web *web)
{
	const char *text = http_param(web->http, "tekst");
	g_autoptr(GError) error = NULL;
	Dossier *d = dossier_new(web->index, web->request, text ? text : "", &error);

	if (!d && error->domain == CLI_ERROR) {
		web_problem(web, "tekst", g_strdup("Plak een of meer vragen."));
		web_error(web, 400, "Er staat geen vraag in de tekst", "Plak een of meer vragen.");
	} else if (!d) {
		web_unavailable(web);
	}
	return d;
}

/* Whether the boxes of the request have it. */
static gboolean is_boxed(guint question, const Pilot *pilot, gpointer user)
{
	const GArray *params = user;
	g_autofree char *box = page_box(question, pilot);

	for (guint i = 0; i < params->len; i++) {
		const HttpParam *p = &g_array_index(params, HttpParam, i);
		if (strcmp(p->name, "mee") == 0 && strcmp(p->value, box) == 0)
			return TRUE;
	}
	return FALSE;
}

void export_questions(Web *web, const char *rest)
{
	g_autofree char *base = web_url(web, "");
	const gboolean chosen = web->format != NULL;

	(void)rest;
	if (!chosen)
		web->format = render_format("json");
	const RenderContext context = context_of(web, base);
	g_autoptr(Dossier) d = web_dossier(web);
	if (!d)
		return;
	if (http_param(web->http, "mee"))
		dossier_keep(d, is_boxed, web->http->params);
	if (!render_dossier(web->answer->body, d, &context, NULL))
		not_made(web);
	else if (chosen)
		as_file(web, "kamervragen");
	else
		web->answer->type = web->format->type;
}

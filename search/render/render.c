#include "render.h"

#include <string.h>

#include "kinds.h"

static const RenderFormat formats[] = {
	{ "text", "text/plain; charset=utf-8", "txt", render_text, render_text_dossier },
	{ "json", "application/json; charset=utf-8", "json", render_json, render_json_dossier },
	{ "jsonl", "application/jsonl; charset=utf-8", "jsonl", render_jsonl,
	  render_jsonl_dossier },
	{ "csv", "text/csv; charset=utf-8", "csv", NULL, render_csv, .whole = TRUE },
	{ "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", NULL,
	  NULL, render_xlsx, .whole = TRUE },
	{ "md", "text/markdown; charset=utf-8", "md", NULL, render_md },
	{ "html", "text/html; charset=utf-8", "html", NULL, render_html },
	{ "atom", "application/atom+xml; charset=utf-8", "xml", render_atom, NULL },
	{ "odt", "application/vnd.oasis.opendocument.text", "odt", NULL, NULL, render_odt },
	{ "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx",
	  NULL, NULL, render_docx },
};

const RenderFormat *render_format(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(formats); i++)
		if (strcmp(formats[i].name, name) == 0)
			return &formats[i];
	return NULL;
}

const char *render_format_name(guint i)
{
	return i < G_N_ELEMENTS(formats) ? formats[i].name : NULL;
}

gboolean render_takes_dossier(const RenderFormat *format)
{
	return format->dossier || format->package;
}

gboolean render_results(GString *out, Results *take, const RenderContext *c, GError **error)
{
	const RenderFormat *format = c->format;

	if (format->results) {
		format->results(out, take, c);
		results_free(take);
		return TRUE;
	}
	g_autoptr(Dossier) d = dossier_of_results(take, c->request);
	return render_dossier(out, d, c, error);
}

gboolean render_dossier(GString *out, const Dossier *d, const RenderContext *c, GError **error)
{
	const RenderFormat *format = c->format;

	if (format->package)
		return format->package(out, d, c, error);
	format->dossier(out, d, c);
	return TRUE;
}

/* ---- for exports ------------------------------------------------------------------------ */

char *render_link(const RenderContext *c, const Pilot *p)
{
	if (!c->base)
		return NULL;
	gboolean edition = p->reference_date && !kind_is_paper(p->kind);
	return g_strconcat(c->base, kinds[p->kind].path, p->id, edition ? "?editie=" : "",
			   edition ? p->reference_date : "", NULL);
}

const char *render_verdict(const Answer *a)
{
	static const char *const verdicts[N_STRENGTHS] = {
		[STRENGTH_NONE] = "Niets gevonden: geen van de pilots gaat hierover.",
		[STRENGTH_WEAK] = "Alleen zwakke overeenkomsten: deze passages gaan misschien over "
				  "iets anders.",
	};
	return verdicts[a->strength];
}

/* A document of its own in HTML: to read, to print, to paste from. */
#include "dated.h"
#include "html.h"
#include "render.h"

static void passage(Html *h, const Hit *hit, guint note, const RenderContext *c)
{
	g_autofree char *status = dated_line(hit->pilot, c->request->today);
	g_autofree char *target = g_strdup_printf("#noot-%u", note);
	g_autofree char *number = g_strdup_printf("[%u]", note);

	html_element(h, "h3", hit->pilot->title);
	html_open(h, "p");
	html_text_format(h, "%s. Status: %s.",
			 hit->section ? section_kind_label(hit->section->kind) : "", status);
	html_close(h);
	html_open(h, "blockquote");
	html_open_with(h, "p", "class", "citaat", NULL);
	html_text(h, hit->quote);
	html_text(h, " ");
	html_link(h, target, number);
	html_close(h);
	html_close(h);
}

static void footnote(Html *h, const Hit *hit, guint note, const RenderContext *c)
{
	g_autofree char *evidence = render_evidence(hit);
	g_autofree char *link = render_link(c, hit->pilot);

	html_open(h, "li");
	html_attribute_format(h, "id", "noot-%u", note);
	html_text_format(h, "%s ", evidence);
	if (link)
		html_link(h, link, link);
	html_close(h);
}

static void answer(Html *h, const Answer *a, guint *note, const RenderContext *c)
{
	g_autofree char *heading = render_heading(a);

	if (heading) {
		html_element(h, "h2", heading);
		html_element(h, "p", a->text);
		html_open(h, "h2");
		html_text_format(h, "Antwoord %s", a->number);
		html_close(h);
	}
	if (render_verdict(a)) {
		html_open(h, "p");
		html_element(h, "em", render_verdict(a));
		html_close(h);
	}
	for (guint k = 0; k < a->results->hits->len; k++)
		passage(h, a->results->hits->pdata[k], ++*note, c);
}

static void footnotes(Html *h, const Dossier *d, const RenderContext *c)
{
	guint note = 0;

	html_element(h, "h2", "Bronnen");
	html_open(h, "ol");
	for (guint i = 0; i < d->answers->len; i++) {
		const GPtrArray *hits = ((const Answer *)d->answers->pdata[i])->results->hits;
		for (guint k = 0; k < hits->len; k++)
			footnote(h, hits->pdata[k], ++note, c);
	}
	html_close(h);
}

void render_html(GString *out, const Dossier *d, const RenderContext *c)
{
	Html h;
	guint note = 0;

	html_init(&h, out);
	g_string_append(out, "<!DOCTYPE html>\n");
	html_open_with(&h, "html", "lang", "nl", NULL);
	html_open(&h, "head");
	html_empty_with(&h, "meta", "charset", "utf-8", NULL);
	html_empty_with(&h, "meta", "name", "viewport", "content",
			"width=device-width, initial-scale=1", NULL);
	html_element(&h, "title", d->title);
	html_close(&h);
	html_open(&h, "body");
	html_open(&h, "main");
	html_element(&h, "h1", d->title);
	for (guint i = 0; i < d->answers->len; i++)
		answer(&h, d->answers->pdata[i], &note, c);
	if (note)
		footnotes(&h, d, c);
	html_finish(&h);
}

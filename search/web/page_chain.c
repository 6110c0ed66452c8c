/* What belongs to a paper of parliament: the chain that it is in, and the answer that it points to.
 */
#include "citation.h"
#include "dates.h"
#include "kinds.h"
#include "page.h"
#include "reference.h"

static char *document_link(const Web *web, const char *document)
{
	g_autofree char *path = g_strconcat("/kamerstukken/", document, NULL);
	return web_link(web, path);
}

/* "Antwoord op 21 juni 2021: Aanhangsel Handelingen II 2020/21, nr. 3235". */
static void step(Html *h, const Web *web, const Pilot *p, const Pilot *shown)
{
	g_autofree char *day = p->paper.day ? date_long(p->paper.day) : NULL;
	g_autofree char *link = document_link(web, p->paper.document);
	g_autofree char *cited = citation_source(p);

	html_open(h, "li");
	html_text(h, paper_step_label(p->paper.step));
	if (day) {
		html_text(h, " op ");
		html_open_with(h, "time", "datetime", p->paper.day, NULL);
		html_text(h, day);
		html_close(h);
	}
	html_text(h, ": ");
	html_link(h, link, cited);
	if (g_strcmp0(p->paper.document, shown->paper.document) == 0)
		html_text(h, " (dit stuk)");
	html_close(h);
}

void page_chain(Html *h, const Web *web, const Pilot *shown, const GPtrArray *chain)
{
	if (chain->len < 2)
		return;
	html_open_with(h, "h2", "id", "keten", NULL);
	html_text(h, "Van vraag tot antwoord");
	html_close(h);
	html_open(h, "ol");
	for (guint i = 0; i < chain->len; i++)
		step(h, web, chain->pdata[i], shown);
	html_close(h);
}

void page_fact_told(Html *h, const Web *web, const Pilot *p)
{
	if (!p->paper.status_in)
		return;
	g_autofree char *link = document_link(web, p->paper.status_in);
	g_autofree char *name = reference_name(p->paper.status_in);
	html_open(h, "div");
	html_element(h, "dt",
		     p->status == STATUS_BEANTWOORD ? "Antwoord staat in" : "Uitstel staat in");
	html_open(h, "dd");
	html_link(h, link, name);
	html_close(h);
	html_close(h);
}

static void quote(Html *h, const Web *web, const Pilot *p)
{
	g_autofree char *path = g_strconcat(kinds[p->kind].path, p->id, NULL);
	g_autofree char *link = web_link(web, path);
	g_autofree char *cited = citation_leidraad(p, pilot_section(p, SECTION_ANTWOORD));

	html_open(h, "blockquote");
	for (guint i = 0; i < p->sections->len; i++) {
		const Section *s = p->sections->pdata[i];
		if (s->kind == SECTION_ANTWOORD)
			page_paragraphs(h, s->text, NULL);
	}
	html_close(h);
	html_open(h, "p");
	html_link(h, link, cited);
	html_close(h);
}

void page_pointed(Html *h, const Web *web, const GPtrArray *pointed)
{
	if (!pointed->len)
		return;
	html_element(h, "h3", "Daar staat");
	for (guint i = 0; i < pointed->len; i++)
		quote(h, web, pointed->pdata[i]);
}

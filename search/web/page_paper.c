/* A paper of parliament: a question with its answer, or a letter; and papers on other pages. */
#include <string.h>

#include "citation.h"
#include "dates.h"
#include "handlers.h"
#include "kinds.h"
#include "page.h"
#include "paperlist.h"
#include "reference.h"

/* ---- on a page of results ------------------------------------------------------------------- */

static void kind_link(Html *h, const Web *web, const char *name, const char *label,
		      gboolean is_chosen)
{
	g_autofree char *url = name ? web_link_with(web, "/", "soort", name)
				    : web_link_without(web, "/", "soort", NULL, 1);

	html_open(h, "li");
	html_open_with(h, "a", "href", url, NULL);
	if (is_chosen)
		html_attribute(h, "aria-current", "true");
	html_text(h, label);
	html_close(h);
	html_close(h);
}

void page_kinds(Html *h, const Web *web)
{
	const GPtrArray *chosen = web->request->chosen[FACET_SOORT];

	if (!web->index->papers)
		return;
	html_open_with(h, "nav", "aria-label", "Soort", "class", "soorten", NULL);
	html_open(h, "ul");
	kind_link(h, web, NULL, "Alles", chosen->len == 0);
	for (RecordKind kind = 0; kind < N_KINDS; kind++)
		kind_link(h, web, kinds[kind].name, kinds[kind].label,
			  chosen->len == 1 && strcmp(chosen->pdata[0], kinds[kind].name) == 0);
	html_close(h);
	html_close(h);
	if (chosen->len != 1 || strcmp(chosen->pdata[0], kinds[KIND_KAMERVRAAG].name) != 0)
		return;
	g_autofree char *overdue = web_link(web, "/openstaand");
	html_open_with(h, "p", "class", "ook", NULL);
	html_link(h, overdue, "Vragen die langer dan drie weken open staan");
	html_close(h);
}

void page_papers(Html *h, const Web *web, const Results *papers)
{
	if (!papers || !papers->hits->len)
		return;
	g_autofree char *count = count_in_words(papers->total, papers->estimated);
	html_open_with(h, "h2", "id", "kamerstukken", NULL);
	html_text_format(h, "Ook in Kamerstukken (%s)", count);
	html_close(h);
	html_open_with(h, "ol", "class", "treffers", NULL);
	const HitLook look = { .keep = FALSE };
	for (guint i = 0; i < papers->hits->len; i++)
		page_hit(h, web, &look, (Hit *const *)&papers->hits->pdata[i], 1);
	html_close(h);
}

/* ---- a page of its own ------------------------------------------------------------------------
 */

/* Another piece, on its own page. */
static void piece_link(Html *h, const Web *web, const Pilot *p)
{
	g_autofree char *path = g_strconcat(kinds[p->kind].path, p->id, NULL);
	g_autofree char *link = web_link(web, path);
	g_autofree char *text = p->paper.questions ? g_strdup_printf("Vraag %s", p->paper.questions)
						   : g_strdup(p->title);

	html_open(h, "li");
	html_link(h, link, text);
	html_close(h);
}

static void publication_fact(Html *h, const Pilot *p)
{
	g_autofree char *url = kind_url(p);
	g_autofree char *cited = citation_source(p);

	html_open(h, "div");
	html_element(h, "dt", "Vindplaats");
	html_open(h, "dd");
	html_link(h, url, cited);
	html_close(h);
	html_close(h);
}

static gboolean same_status(const GPtrArray *papers)
{
	const Pilot *first = papers->pdata[0];

	for (guint i = 1; i < papers->len; i++) {
		const Pilot *p = papers->pdata[i];
		if (p->status != first->status ||
		    g_strcmp0(p->paper.status_in, first->paper.status_in) != 0)
			return FALSE;
	}
	return TRUE;
}

/* Of some questions the answer may be known, and of others not. */
static void statuses(Html *h, const Web *web, const GPtrArray *papers)
{
	guint n = same_status(papers) ? 1 : papers->len;

	for (guint i = 0; i < n; i++) {
		const Pilot *p = papers->pdata[i];
		html_open(h, "div");
		html_open(h, "dt");
		html_text(h, "Status");
		if (n > 1 && p->paper.questions)
			html_text_format(h, " van vraag %s", p->paper.questions);
		html_close(h);
		html_open(h, "dd");
		page_status(h, web, p);
		html_close(h);
		html_close(h);
		page_fact_told(h, web, p);
	}
}

static void facts(Html *h, const Web *web, const GPtrArray *papers)
{
	const Pilot *p = papers->pdata[0];
	g_autofree char *called = kind_called(p);

	html_open_with(h, "dl", "class", "feiten", NULL);
	page_fact(h, "Soort", called);
	statuses(h, web, papers);
	page_fact_date(h, "Gevraagd op", p->paper.asked);
	for (FacetId f = 0; f < N_FACETS; f++)
		if (facets[f].key && kind_has_facet(p->kind, f))
			page_fact_links(h, web, f, p);
	publication_fact(h, p);
	html_close(h);
}

/* The publications that it says to see as well: those that are here lead to their page. */
static void related(Html *h, const Web *web, const Pilot *p)
{
	const GPtrArray *ids = p->paper.related;

	if (!ids->len)
		return;
	html_element(h, "h2", "Verwijst naar");
	html_open(h, "ul");
	for (guint i = 0; i < ids->len; i++) {
		const char *id = ids->pdata[i];
		g_autofree char *own = g_strconcat(
			reference_is_kamerstuk(id) && g_ascii_isdigit(*id) ? "kst-" : "", id, NULL);
		g_autoptr(GPtrArray) here = papers_find(web->index, own, NULL);
		g_autofree char *path = g_strconcat("/kamerstukken/", own, NULL);
		g_autofree char *name = reference_name(id);
		g_autofree char *url = here && here->len ? web_link(web, path) : reference_url(id);
		html_open(h, "li");
		html_link(h, url, name);
		html_close(h);
	}
	html_close(h);
}

static void notes(Html *h, const Pilot *p)
{
	if (!p->footnotes->len)
		return;
	html_element(h, "h3", "Voetnoten");
	html_open(h, "ol");
	for (guint i = 0; i < p->footnotes->len; i++) {
		const Footnote *f = p->footnotes->pdata[i];
		html_open(h, "li");
		html_attribute_format(h, "value", "%u", f->number);
		html_text(h, f->text);
		html_close(h);
	}
	html_close(h);
}

/* Of answers only the first is of this paper: what stands behind it is what it says to see. */
static gboolean is_quoted(const Pilot *p, const Section *s)
{
	return s->kind == SECTION_ANTWOORD && pilot_section(p, s->kind) != s;
}

static void section(Html *h, const Section *s, gboolean quoted)
{
	if (quoted)
		html_open(h, "blockquote");
	page_paragraphs(h, s->text, NULL);
	if (quoted)
		html_close(h);
}

/* id: what its headings begin with; "" for the only one, whose sections links lead to. */
static void piece(Html *h, const Web *web, const Pilot *p, const char *id)
{
	g_autofree char *box = g_strdup_printf("citaat%s", id);
	g_autoptr(GPtrArray) pointed = papers_pointed(web->index, p, NULL);

	for (guint i = 0; i < p->sections->len; i++) {
		const Section *s = p->sections->pdata[i];
		html_open(h, "h2");
		if (!*id && pilot_section(p, s->kind) == s)
			html_attribute(h, "id", section_kind_name(s->kind));
		if (is_quoted(p, s))
			html_text(h, "Daar staat: ");
		html_text(h, *s->heading ? s->heading : section_kind_label(s->kind));
		html_close(h);
		section(h, s, is_quoted(p, s));
	}
	if (pointed)
		page_pointed(h, web, pointed);
	notes(h, p);
	html_open_with(h, "details", "id", *id ? box : "citeer", NULL);
	html_element(h, "summary", "Bronvermelding kopiëren");
	page_citation(h, web, p, p->sections->len ? p->sections->pdata[p->sections->len - 1] : NULL,
		      box);
	html_close(h);
}

static void show(Web *web, const GPtrArray *papers, const GPtrArray *beside, const GPtrArray *chain)
{
	const Pilot *first = papers->pdata[0];
	const char *title =
		papers->len > 1 && first->source.title ? first->source.title : first->title;
	const Page page = { .title = title, .path = "" };
	Html h;

	html_init(&h, web->answer->body);
	page_begin(&h, web, &page);
	html_element(&h, "h1", title);
	facts(&h, web, papers);
	page_chain(&h, web, first, chain);
	for (guint i = 0; i < papers->len; i++) {
		g_autofree char *id = papers->len > 1 ? g_strdup_printf("-%u", i) : g_strdup("");
		piece(&h, web, papers->pdata[i], id);
	}
	related(&h, web, first);
	if (papers->len == 1 && beside->len > 1) {
		html_element(&h, "h2", "Ook in dit stuk");
		html_open(&h, "ul");
		for (guint i = 0; i < beside->len; i++)
			if (strcmp(((const Pilot *)beside->pdata[i])->id, first->id) != 0)
				piece_link(&h, web, beside->pdata[i]);
		html_close(&h);
	}
	page_end(&h, web);
}

void page_paper(Web *web, const char *id)
{
	g_autoptr(GPtrArray) papers = papers_find(web->index, id, NULL);
	const Pilot *first = papers && papers->len ? papers->pdata[0] : NULL;
	g_autoptr(GPtrArray) beside = first ? papers_beside(web->index, first, NULL) : NULL;
	g_autoptr(GPtrArray) chain = first ? papers_chain(web->index, first, NULL) : NULL;

	if (!papers || (first && (!beside || !chain)))
		web_unavailable(web);
	else if (!first)
		web_error(web, 404, "Dit Kamerstuk is er niet",
			  "Er is in deze verzameling geen Kamerstuk met dit id.");
	else
		show(web, papers, beside, chain);
}

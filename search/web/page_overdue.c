/* Questions of parliament that should have been answered. */
#include "citation.h"
#include "dates.h"
#include "handlers.h"
#include "kinds.h"
#include "overdue.h"
#include "page.h"

static void item(Html *h, const Web *web, const Overdue *o)
{
	const Pilot *p = o->paper;
	g_autofree char *path = g_strconcat(kinds[p->kind].path, p->paper.document, NULL);
	g_autofree char *link = web_link(web, path);
	g_autofree char *cited = citation_source(p);
	g_autofree char *late =
		g_strdup_printf("%d %s te laat", o->late, o->late == 1 ? "dag" : "dagen");
	g_autofree char *open = g_strdup_printf("%u", o->questions);

	html_open(h, "li");
	html_open(h, "h2");
	html_link(h, link, p->title);
	html_close(h);
	html_open_with(h, "dl", "class", "feiten", NULL);
	page_fact(h, "Antwoord", late);
	page_fact_date(h, "Ingezonden op", p->paper.asked);
	page_fact_date(h, "Antwoord uiterlijk op", o->due);
	page_fact(h, "Vragen zonder antwoord", open);
	page_fact_links(h, web, FACET_MINISTER, p);
	page_fact_links(h, web, FACET_LID, p);
	page_fact(h, "Vindplaats", cited);
	html_close(h);
	html_close(h);
}

static void explain(Html *h, const Web *web, const OverdueList *list)
{
	g_autofree char *today = date_long(list->today);
	g_autofree char *link = web_link(web, "/?soort=kamervraag&status=uitgesteld");
	g_autofree char *postponed = g_strdup_printf("Vragen met uitstel: %u", list->postponed);

	html_open(h, "p");
	html_text_format(h,
			 "Een minister heeft drie weken om een vraag van de Tweede Kamer te "
			 "beantwoorden. Deze vragen waren op %s langer open. Is het antwoord "
			 "uitgesteld? Dan staat de vraag er niet bij.",
			 today);
	html_close(h);
	html_element_class(
		h, "p", "melding",
		"Deze lijst kent alleen de stukken in deze verzameling. Een vraag kan dus "
		"beantwoord zijn in een stuk dat hier niet bij is.");
	if (list->cut)
		html_element(h, "p", "Er zijn meer open vragen. Alleen de oudste zijn bekeken.");
	if (list->postponed) {
		html_open(h, "p");
		html_link(h, link, postponed);
		html_close(h);
	}
}

void page_overdue(Web *web, const char *rest)
{
	g_autoptr(OverdueList) list = overdue_find(web->index, NULL);
	const Page page = { .title = "Vragen zonder antwoord", .path = "" };
	Html h;

	(void)rest;
	if (!list) {
		web_unavailable(web);
		return;
	}
	html_init(&h, web->answer->body);
	page_begin(&h, web, &page);
	html_element(&h, "h1", page.title);
	explain(&h, web, list);
	if (list->all->len) {
		html_open_with(&h, "ol", "class", "treffers", NULL);
		for (guint i = 0; i < list->all->len; i++)
			item(&h, web, list->all->pdata[i]);
		html_close(&h);
	} else {
		html_element(&h, "p", "Er zijn geen vragen die te lang open staan.");
	}
	page_end(&h, web);
}

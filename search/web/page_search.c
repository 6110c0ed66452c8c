/* The search page: box, results, filters, pages; and the home page. */
#include <string.h>

#include "handlers.h"
#include "page.h"
#include "themes.h"

#define SUBJECT_CHARS 80 /* of a pasted question in a title */

/* ---- pages and order ------------------------------------------------------------------- */

static void page_item(Html *h, const Web *web, int page, int now, const char *text)
{
	g_autofree char *url = web_link_without(web, "/", NULL, NULL, page);

	html_open(h, "li");
	html_open_with(h, "a", "href", url, NULL);
	if (page == now)
		html_attribute(h, "aria-current", "page");
	html_text(h, text);
	html_close(h);
	html_close(h);
}

static void pagination(Html *h, const Web *web, const Results *r)
{
	int pages = web_page_count(r, web->request), now = web_page_number(web->request);

	if (pages < 2)
		return;
	html_open_with(h, "nav", "aria-label", "Pagina's met zoekresultaten", "class", "paginas",
		       NULL);
	html_open(h, "ul");
	if (now > 1)
		page_item(h, web, now - 1, 0, "Vorige pagina");
	for (int page = MAX(1, now - 3); page <= MIN(pages, now + 3); page++) {
		g_autofree char *text = g_strdup_printf("Pagina %d", page);
		page_item(h, web, page, now, text);
	}
	if (now < pages)
		page_item(h, web, now + 1, 0, "Volgende pagina");
	html_close(h);
	html_close(h);
}

/* ---- results ----------------------------------------------------------------------------- */

static void begin_list(Html *h, int number)
{
	html_open_with(h, "ol", "class", "treffers", NULL);
	html_attribute_format(h, "start", "%d", number);
}

/* What the hits are, and where all of them come from. */
static void results_heading(Html *h, const Web *web, const Results *r, const char *source)
{
	g_autofree char *total = count_in_words(r->total, r->estimated);

	html_open_with(h, "div", "class", "kop", NULL);
	html_open_with(h, "h2", "id", "resultaten", "tabindex", "-1", NULL);
	if (r->missing_word && r->corrected)
		html_text_format(h, "Voor ‘%s’: ", r->did_you_mean);
	html_text_format(h, "%s %d tot en met %d van %s",
			 r->missing_word && !r->corrected ? "Ook mogelijk relevant:"
			 : r->total_full                  ? "Resultaten"
							  : "Mogelijk relevant:",
			 web->request->offset + 1, web->request->offset + (int)r->hits->len, total);
	html_close(h);
	if (source) {
		html_open(h, "p");
		html_text_format(h, "Bron: %s", source);
		html_close(h);
	}
	html_close(h);
}

static void hits(Html *h, const Web *web, const Results *r)
{
	const gboolean pilots = request_is_of(web->request, FALSE);
	const HitLook look = { .source = page_shared_source(r->hits),
			       .compare = pilots,
			       .keep = TRUE };
	g_autofree char *action = web_link(web, "/vergelijk");

	results_heading(h, web, r, look.source);
	if (pilots)
		html_open_with(h, "form", "method", "get", "action", action, NULL);
	begin_list(h, web->request->offset + 1);
	for (guint i = 0; i < r->hits->len; i++) {
		const Hit *hit = r->hits->pdata[i];
		gboolean first = i == 0 || ((const Hit *)r->hits->pdata[i - 1])->full;
		if (!hit->full && first && r->total_full) {
			html_close(h);
			html_element(h, "h2", "Ook mogelijk relevant");
			begin_list(h, (int)hit->rank);
		}
		page_hit(h, web, &look, (Hit *const *)&r->hits->pdata[i], 1);
	}
	html_close(h);
	if (!pilots)
		return;
	html_open_with(h, "button", "type", "submit", "class", "tweede", NULL);
	html_text(h, "Vergelijk de gekozen pilots");
	html_close(h);
	html_close(h);
}

/* "Welke pilots …": the answer in one table, before their passages. */
static void list(Html *h, const Web *web, const Results *r)
{
	if (!r->list)
		return;
	g_autofree char *found = count_in_words(r->total_full, r->estimated);
	g_autofree char *shown = r->list->len < r->total_full
					 ? g_strdup_printf(", de eerste %u", r->list->len)
					 : g_strdup("");
	g_autofree char *caption =
		g_strdup_printf("%s pilot%s%s", found, r->total_full == 1 ? "" : "s", shown);
	if (r->list->len)
		page_table(h, web, r->list, caption);
	else
		html_element(h, "p", "Geen pilot heeft alles wat u vraagt.");
}

/* ---- how it was understood ---------------------------------------------------------------------
 */

static void ignored(Html *h, const Results *r)
{
	g_autofree char *words = page_joined(r->ignored);

	if (!words)
		return;
	html_open(h, "p");
	html_text_format(h, "Telde niet mee: %s", words);
	html_close(h);
}

static void did_you_mean(Html *h, const Web *web, const Results *r)
{
	if (!r->did_you_mean || (r->corrected && !r->missing_word))
		return;
	g_autofree char *link = web_link_with(web, "/", "q", r->did_you_mean);
	html_open_with(h, "p", "class", "melding", NULL);
	html_text(h, "Bedoelde u ");
	html_link(h, link, r->did_you_mean);
	html_text(h, "?");
	html_close(h);
}

static void understood(Html *h, const Web *web, const Results *r)
{
	for (guint i = 0; i < r->notices->len; i++)
		html_element_class(h, "p", "melding", r->notices->pdata[i]);
	for (guint i = 0; i < r->limited->len; i++)
		html_element_class(h, "p", "melding", r->limited->pdata[i]);
	did_you_mean(h, web, r);
	html_open_with(h, "div", "class", "onder", NULL);
	if (*r->understood || r->ignored->len) {
		html_open(h, "details");
		html_element(h, "summary", "Hoe uw vraag is begrepen");
		html_open(h, "p");
		html_text(h, r->understood);
		html_close(h);
		ignored(h, r);
		html_close(h);
	}
	html_open_with(h, "a", "class", "naar-filters", "href", "#filters", NULL);
	html_text(h, "Filters");
	html_close(h);
	html_close(h);
}

/* ---- the page -------------------------------------------------------------------------------- */

/* What the results are about: the query, else the themes; NULL for neither. */
static char *subject_of(const Web *web, const Results *r)
{
	const Request *request = web->request;
	g_autoptr(GString) out = g_string_new(NULL);

	if (request->query && *request->query) {
		const char *query =
			r->missing_word ? request->query : results_subject(r, request->query);
		if (g_utf8_strlen(query, -1) <= SUBJECT_CHARS)
			return g_strdup(query);
		g_autofree char *cut = g_utf8_substring(query, 0, SUBJECT_CHARS);
		char *space = strrchr(cut, ' ');
		if (space)
			*space = '\0';
		return g_strconcat(cut, " …", NULL);
	}
	const GPtrArray *themes = request->chosen[FACET_THEMA];
	for (guint i = 0; i < themes->len; i++)
		g_string_append_printf(out, "%s%s", i ? ", " : "",
				       themes_find(web->index->themes, themes->pdata[i])->label);
	return out->len ? g_strdup(out->str) : NULL;
}

/* " (pagina 2 van 4)"; "" when there is one. */
static char *page_of(const Results *r, const Request *request)
{
	int pages = web_page_count(r, request);

	if (pages < 2)
		return g_strdup("");
	return g_strdup_printf(" (pagina %d van %d)", web_page_number(request), pages);
}

/* A theme that is asked for by itself says what it is. */
static void theme_intro(Html *h, const Web *web)
{
	const GPtrArray *themes = web->request->chosen[FACET_THEMA];

	if (themes->len == 1 && !(web->request->query && *web->request->query))
		html_element(h, "p",
			     themes_find(web->index->themes, themes->pdata[0])->description);
}

/* Values of filters that no pilot has, each with what may have been meant. */
static void near_values(Html *h, const Web *web, const Results *r)
{
	for (guint i = 0; i < r->near->len; i++) {
		const NearValue *n = r->near->pdata[i];
		if (!n->near)
			continue;
		g_autofree char *url = web_link_with(web, "/", n->param, n->near);
		g_autofree char *text =
			g_strdup_printf("Zoek met %s ‘%s’", n->field->label, n->near);
		html_open(h, "p");
		html_link(h, url, text);
		html_close(h);
	}
}

/* What came close, when little was found. */
static void missed(Html *h, const Web *web, const Results *r)
{
	if (!r->relaxed->len)
		return;
	html_element(h, "h2", "Bijna gevonden");
	html_open(h, "ul");
	for (guint i = 0; i < r->relaxed->len; i++) {
		const Relaxed *m = r->relaxed->pdata[i];
		g_autofree char *url = web_link_with(web, "/", "q", m->query ? m->query : "");
		g_autofree char *text = g_strdup_printf("Zonder %s: %u %s", m->without, m->total,
							m->total == 1 ? r->noun : r->nouns);
		html_open(h, "li");
		if (m->is_word)
			html_link(h, url, text);
		else /* a filter: its link to take it away stands above */
			html_text(h, text);
		for (guint k = 0; k < m->pilots->len; k++)
			html_text_format(h, "%s%s", k ? ", " : ": ",
					 ((const Pilot *)m->pilots->pdata[k])->title);
		html_text(h, m->total > m->pilots->len ? ", …" : "");
		html_close(h);
	}
	html_close(h);
}

static void other_ways(Html *h, const Web *web)
{
	g_autofree char *timeline = web_link_without(web, "/tijdlijn", "sorteer", NULL, 1);
	g_autofree char *feed = web_link_without(web, "/atom", "sorteer", NULL, 1);

	html_open_with(h, "p", "class", "ook", NULL);
	html_link(h, timeline, "Bekijk deze pilots op de tijdlijn");
	html_text(h, " ");
	html_link(h, feed, "Volg deze zoekvraag (Atom)");
	html_close(h);
	html_open_with(h, "p", "class", "ook", NULL);
	html_text(h, "Download: ");
	for (gsize i = 0; i < G_N_ELEMENTS(page_downloads); i++) {
		g_autofree char *url =
			web_link_with(web, "/export", "formaat", page_downloads[i].format);
		html_link(h, url, page_downloads[i].label);
		html_text(h, " ");
	}
	html_close(h);
}

/* "2 pilots voor ‘huur’, en 4 ook mogelijk relevant": the numbers that the command line says. */
static char *found_of(const Web *web, const Results *r)
{
	g_autofree char *subject = subject_of(web, r);
	guint first = r->total_full ? r->total_full : r->total;
	g_autofree char *full = count_in_words(first, r->estimated);
	g_autofree char *rest = count_in_words(r->total - first, r->estimated);
	gboolean more = first < r->total;
	const char *what = first == 1 ? r->noun : r->nouns;
	g_autofree char *of = subject ? g_strdup_printf(" voor ‘%s’", subject) : g_strdup("");

	if (r->missing_word || !r->total)
		return g_strconcat("Niets gevonden", of, NULL);
	return g_strdup_printf("%s %s%s%s%s%s%s", full, what,
			       r->total_full ? "" : " mogelijk relevant", of, more ? ", en " : "",
			       more ? rest : "", more ? " ook mogelijk relevant" : "");
}

static void show_results(Web *web, const Results *r)
{
	Html h;
	g_autofree char *found = found_of(web, r);
	g_autofree char *page_number = page_of(r, web->request);
	g_autofree char *title = g_strconcat(found, page_number, NULL);
	g_autofree char *feed = web_link_without(web, "/atom", "sorteer", NULL, 1);
	const Page page = { .title = title, .path = "", .feed = feed, .results = TRUE };

	html_init(&h, web->answer->body);
	page_begin(&h, web, &page);
	html_element(&h, "h1", found);
	theme_intro(&h, web);
	page_search_box(&h, web, "/", web->request->query);
	page_kinds(&h, web);
	page_plain_filters(&h, web, r);
	page_active_filters(&h, web, "/");
	understood(&h, web, r);
	html_open_with(&h, "div", "class", "kolommen", NULL);
	html_open(&h, "div");
	list(&h, web, r);
	if (r->hits->len) {
		hits(&h, web, r);
		pagination(&h, web, r);
		if (request_is_of(web->request, FALSE)) {
			other_ways(&h, web);
		}
	} else {
		page_nothing_found(&h, web);
	}
	near_values(&h, web, r);
	missed(&h, web, r);
	page_papers(&h, web, r->papers);
	html_close(&h);
	page_filters(&h, web, r, "/");
	html_close(&h);
	page_end(&h, web);
}

/* Nothing is asked: no parameter, or only boxes that were left empty. */
static gboolean asks_nothing(const Web *web)
{
	for (guint i = 0; i < web->http->params->len; i++)
		if (*g_array_index(web->http->params, HttpParam, i).value)
			return FALSE;
	return TRUE;
}

void page_search(Web *web, const char *rest)
{
	(void)rest;
	if (asks_nothing(web)) {
		page_home(web);
		return;
	}
	page_results(web);
}

void page_results(Web *web)
{
	web->request->relaxed = TRUE;
	web->request->papers = web->request->offset ? 0 : PAPERS_BESIDE;
	g_autoptr(Results) results = web_search(web);

	if (!results)
		return;
	if (results->total && !results->hits->len)
		web_error(web, 404, "Zo veel pagina's met resultaten zijn er niet",
			  "Zoek opnieuw om weer bij de eerste pagina te beginnen.");
	else
		show_results(web, results);
}

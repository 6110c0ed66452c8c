/* The search page: box, results, filters, pages. */
#include <string.h>

#include "citation.h"
#include "dates.h"
#include "fields.h"
#include "themes.h"
#include "web.h"

/* The quote with its marks: text and spans, in characters. */
static void quote(Html *h, const Hit *hit)
{
	const char *p = hit->quote;
	gsize at = 0;

	html_open(h, "blockquote");
	html_open(h, "p");
	for (guint i = 0; i < hit->spans->len; i++) {
		const Span *s = &g_array_index(hit->spans, Span, i);
		const char *start = g_utf8_offset_to_pointer(p, (glong)(s->start - at));
		const char *end = g_utf8_offset_to_pointer(start, (glong)(s->end - s->start));
		g_autofree char *before = g_strndup(p, start - p);
		g_autofree char *marked = g_strndup(start, end - start);
		html_text(h, before);
		html_element(h, "mark", marked);
		p = end;
		at = s->end;
	}
	html_text(h, p);
	html_close(h);
	html_close(h);
}

static void fact(Html *h, const char *name, const char *value)
{
	if (!value)
		return;
	html_open(h, "div");
	html_element(h, "dt", name);
	html_element(h, "dd", value);
	html_close(h);
}

void page_facts(Html *h, const Pilot *p, const Section *section)
{
	g_autofree char *date = p->reference_date ? date_long(p->reference_date) : NULL;
	g_autofree char *status =
		date ? g_strdup_printf("%s (op peildatum %s)", status_name(p->status), date) : NULL;

	html_open(h, "dl");
	fact(h, "Onderdeel", section ? section_kind_label(section->kind) : NULL);
	fact(h, "Status", status);
	fact(h, "Looptijd", p->period);
	fact(h, "Bron", p->source.title);
	html_close(h);
}

static void citation(Html *h, const Hit *hit)
{
	g_autofree char *text = citation_leidraad(hit->pilot, hit->section);
	g_autofree char *id = g_strdup_printf("citaat-%u", hit->rank);

	html_open(h, "details");
	html_element(h, "summary", "Citeer");
	html_open(h, "label");
	html_attribute(h, "for", id);
	html_text(h, "Bronvermelding om te kopiëren");
	html_close(h);
	html_open(h, "textarea");
	html_attribute(h, "id", id);
	html_attribute(h, "readonly", NULL);
	html_attribute(h, "rows", "3");
	html_text(h, text);
	html_close(h);
	html_close(h);
}

static void result(Html *h, const Web *web, const Hit *hit)
{
	g_autofree char *path = g_strconcat("/pilots/", hit->pilot->id, NULL);
	g_autofree char *link = web_link(web, path);

	html_open(h, "li");
	html_open(h, "article");
	html_open(h, "h3");
	html_link(h, link, hit->pilot->title);
	html_close(h);
	quote(h, hit);
	page_facts(h, hit->pilot, hit->section);
	citation(h, hit);
	html_close(h);
	html_close(h);
}

/* ---- links that keep the rest of the request ---------------------------------------- */

/* The parameters of this request without one value (value NULL: without all of that
 * name), and with a page when it is not the first. The caller frees. */
static char *link_without(const Web *web, const char *name, const char *value, int page)
{
	g_autoptr(GString) url = g_string_new(NULL);
	g_autofree char *root = web_link(web, "/");

	for (guint i = 0; i < web->http->params->len; i++) {
		const HttpParam *p = &g_array_index(web->http->params, HttpParam, i);
		gboolean left_out = name && strcmp(p->name, name) == 0 &&
				    (!value || strcmp(p->value, value) == 0);
		if (left_out || !*p->value || strcmp(p->name, "pagina") == 0)
			continue;
		g_string_append_printf(url, "%s%s=", url->len ? "&" : "?", p->name);
		html_url_component(url, p->value);
	}
	if (page > 1)
		g_string_append_printf(url, "%spagina=%d", url->len ? "&" : "?", page);
	return g_strconcat(root, url->str, NULL);
}

/* ---- filters ---------------------------------------------------------------------------- */

static gboolean is_facet(const Results *r, const char *name)
{
	for (guint i = 0; i < r->facets->len; i++)
		if (strcmp(((const Facet *)r->facets->pdata[i])->field->name, name) == 0)
			return strcmp(name, "jaar") != 0;
	return FALSE;
}

static gboolean is_chosen(const Web *web, const char *name, const char *value)
{
	for (guint i = 0; i < web->http->params->len; i++) {
		const HttpParam *p = &g_array_index(web->http->params, HttpParam, i);
		if (strcmp(p->name, name) == 0 && strcmp(p->value, value) == 0)
			return TRUE;
	}
	return FALSE;
}

static void active_filters(Html *h, const Web *web, const Results *r)
{
	gboolean any = FALSE;

	for (guint i = 0; i < web->http->params->len; i++) {
		const HttpParam *p = &g_array_index(web->http->params, HttpParam, i);
		if (!is_facet(r, p->name) || !*p->value)
			continue;
		if (!any) {
			html_open(h, "ul");
			html_attribute(h, "class", "filters");
			html_attribute(h, "aria-label", "Gekozen filters");
		}
		any = TRUE;
		g_autofree char *text = g_strdup_printf("Verwijder filter: %s", p->value);
		g_autofree char *url = link_without(web, p->name, p->value, 1);
		html_open(h, "li");
		html_link(h, url, text);
		html_close(h);
	}
	if (any)
		html_close(h);
}

static void facet_box(Html *h, const Web *web, const Facet *f, guint number, const FacetValue *v)
{
	g_autofree char *id = g_strdup_printf("f-%s-%u", f->field->name, number);

	html_open(h, "div");
	html_open(h, "input");
	html_attribute(h, "type", "checkbox");
	html_attribute(h, "id", id);
	html_attribute(h, "name", f->field->name);
	html_attribute(h, "value", v->value);
	if (is_chosen(web, f->field->name, v->value))
		html_attribute(h, "checked", NULL);
	html_close(h);
	html_open(h, "label");
	html_attribute(h, "for", id);
	html_text_format(h, "%s (%u)", v->value, v->count);
	html_close(h);
	html_close(h);
}

static void filter_form(Html *h, const Web *web, const Results *r, const Request *request)
{
	g_autofree char *action = web_link(web, "/");

	html_open(h, "form");
	html_attribute(h, "method", "get");
	html_attribute(h, "action", action);
	html_attribute(h, "class", "facetten");
	html_open(h, "input");
	html_attribute(h, "type", "hidden");
	html_attribute(h, "name", "q");
	html_attribute(h, "value", request->query ? request->query : "");
	html_close(h);
	for (guint i = 0; i < r->facets->len; i++) {
		const Facet *f = r->facets->pdata[i];
		if (!is_facet(r, f->field->name) || !f->values->len)
			continue;
		html_open(h, "fieldset");
		html_element(h, "legend", f->field->label);
		for (guint k = 0; k < f->values->len; k++)
			facet_box(h, web, f, k, f->values->pdata[k]);
		html_close(h);
	}
	html_open(h, "button");
	html_attribute(h, "type", "submit");
	html_text(h, "Pas filters toe");
	html_close(h);
	html_close(h);
}

/* ---- pages ---------------------------------------------------------------------------------- */

static void page_item(Html *h, const Web *web, int page, int now, const char *text)
{
	html_open(h, "li");
	html_open(h, "a");
	g_autofree char *url = link_without(web, NULL, NULL, page);
	html_attribute(h, "href", url);
	if (page == now)
		html_attribute(h, "aria-current", "page");
	html_text(h, text);
	html_close(h);
	html_close(h);
}

static int page_count(const Results *r, const Request *request)
{
	return ((int)r->total + request->limit - 1) / request->limit;
}

static int page_number(const Request *request)
{
	return request->offset / request->limit + 1;
}

static void pagination(Html *h, const Web *web, const Results *r, const Request *request)
{
	int pages = page_count(r, request), now = page_number(request);

	if (pages < 2)
		return;
	html_open(h, "nav");
	html_attribute(h, "aria-label", "Pagina's met zoekresultaten");
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

static void begin_list(Html *h, int number)
{
	html_open(h, "ol");
	html_attribute_format(h, "start", "%d", number);
}

static void results_list(Html *h, const Web *web, const Results *r, const Request *request)
{
	if (!r->hits->len) {
		html_element(h, "p",
			     "Probeer het met minder of algemenere woorden, controleer de "
			     "spelling, of haal een filter weg.");
		return;
	}
	html_open(h, "h2");
	html_attribute(h, "id", "resultaten");
	html_text_format(h, "Resultaten %d tot en met %d van %u", request->offset + 1,
			 request->offset + (int)r->hits->len, r->total);
	html_close(h);
	begin_list(h, request->offset + 1);
	for (guint i = 0; i < r->hits->len; i++) {
		const Hit *hit = r->hits->pdata[i];
		gboolean first = i == 0 || ((const Hit *)r->hits->pdata[i - 1])->full;
		if (!hit->full && first) {
			html_close(h);
			html_element(h, "h2", "Ook mogelijk relevant");
			begin_list(h, (int)hit->rank);
		}
		result(h, web, hit);
	}
	html_close(h);
}

/* What the results are about: the query, else the themes, else the filters. */
static char *subject_of(const Web *web, const Request *request)
{
	g_autoptr(GString) out = g_string_new(NULL);

	if (request->query && *request->query)
		return g_strdup(request->query);
	for (guint i = 0; i < request->themes->len; i++)
		g_string_append_printf(
			out, "%s%s", i ? ", " : "",
			themes_find(web->index->themes, request->themes->pdata[i])->label);
	return g_strdup(out->len ? out->str : "alle pilots met deze filters");
}

/* " (pagina 2 van 4)"; "" when there is one. */
static char *page_of(const Results *r, const Request *request)
{
	int pages = page_count(r, request);

	if (pages < 2)
		return g_strdup("");
	return g_strdup_printf(" (pagina %d van %d)", page_number(request), pages);
}

static void show_results(Web *web, const Results *r, const Request *request)
{
	Html h;
	g_autofree char *subject = subject_of(web, request);
	g_autofree char *page = page_of(r, request);
	g_autofree char *title = g_strdup_printf("%u passage%s voor ‘%s’%s", r->total,
						 r->total == 1 ? "" : "s", subject, page);

	html_init(&h, web->answer->body);
	page_begin(&h, web, title);
	html_element(&h, "h1", title);
	page_search_box(&h, web, request->query);
	for (guint i = 0; i < r->notices->len; i++)
		html_element_class(&h, "p", "melding", r->notices->pdata[i]);
	if (*r->understood) {
		html_open(&h, "p");
		html_text_format(&h, "Begrepen als: %s", r->understood);
		html_close(&h);
	}
	if (r->did_you_mean && !r->corrected) {
		g_autoptr(GString) url = g_string_new("/?q=");
		html_url_component(url, r->did_you_mean);
		g_autofree char *link = web_link(web, url->str);
		html_open(&h, "p");
		html_text(&h, "Bedoelde u ");
		html_link(&h, link, r->did_you_mean);
		html_text(&h, "?");
		html_close(&h);
	}
	active_filters(&h, web, r);
	results_list(&h, web, r, request);
	pagination(&h, web, r, request);
	filter_form(&h, web, r, request);
	page_end(&h);
}

static void show_home(Web *web)
{
	Html h;

	html_init(&h, web->answer->body);
	page_begin(&h, web, "Zoeken in pilots");
	html_element(&h, "h1", "Zoeken in pilots");
	page_search_box(&h, web, NULL);
	page_end(&h);
}

void page_search(Web *web, const char *rest)
{
	g_autoptr(Request) request = request_new();
	g_autoptr(GError) error = NULL;

	(void)rest;
	if (!web_read_request(request, web, &error)) {
		web_error(web, 400, "Deze vraag is niet te lezen", error->message);
		return;
	}
	if (!web->http->params->len) {
		show_home(web);
		return;
	}
	g_autoptr(Results) results = search(web->index, request, &error);
	if (results)
		show_results(web, results, request);
	else
		web_error(web, 503, "De zoekmachine is even niet beschikbaar",
			  "Probeer het over een minuut opnieuw.");
}

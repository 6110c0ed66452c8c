/* Some pilots side by side, section by section. */
#include <string.h>

#include "fields.h"
#include "handlers.h"
#include "kinds.h"
#include "page.h"

#define MOST 5 /* more columns than that nobody can read */

/* ---- the choice ---------------------------------------------------------------------------- */

static void choice(Html *h, const Pilot *p, guint number, gboolean chosen)
{
	g_autofree char *id = g_strdup_printf("v-%u", number);

	html_open_with(h, "div", "class", "keuze", NULL);
	html_open_with(h, "input", "type", "checkbox", "id", id, "name", "pilot", "value", p->id,
		       NULL);
	if (chosen)
		html_attribute(h, "checked", NULL);
	html_close(h);
	html_open_with(h, "label", "for", id, NULL);
	html_text(h, p->title);
	html_close(h);
	html_close(h);
}

/* All pilots to choose from, by title; those in `pilots` are chosen already. */
static void choose(Html *h, const Web *web, const Results *all, const GPtrArray *pilots)
{
	g_autofree char *action = web_link(web, "/vergelijk");

	html_open_with(h, "form", "method", "get", "action", action, NULL);
	html_open(h, "fieldset");
	html_open(h, "legend");
	html_text_format(h, "Kies 2 tot %d pilots", MOST);
	html_close(h);
	for (guint i = 0; i < all->hits->len; i++) {
		const Pilot *p = ((const Hit *)all->hits->pdata[i])->pilot;
		const Pilot *chosen = pilots->len ? pilots->pdata[0] : NULL;
		choice(h, p, i, chosen && strcmp(chosen->id, p->id) == 0);
	}
	html_close(h);
	html_open_with(h, "button", "type", "submit", NULL);
	html_text(h, "Vergelijk");
	html_close(h);
	html_close(h);
}

/* ---- the table ------------------------------------------------------------------------------- */

static char *values_of(const Pilot *p, FacetId facet)
{
	char *all = page_joined(p->facets[facet]);

	return all ? all : g_strdup("niet genoemd");
}

static char *period_of(const Pilot *p, FacetId unused)
{
	(void)unused;
	return g_strdup(p->period ? p->period : "niet genoemd");
}

static void begin_row(Html *h, const char *label)
{
	html_open(h, "tr");
	html_open_with(h, "th", "scope", "row", NULL);
	html_text(h, label);
	html_close(h);
}

static void heading_row(Html *h, const Web *web, const GPtrArray *pilots)
{
	html_open(h, "thead");
	html_open(h, "tr");
	html_element(h, "td", "");
	for (guint i = 0; i < pilots->len; i++) {
		const Pilot *p = pilots->pdata[i];
		g_autofree char *path = g_strconcat("/pilots/", p->id, NULL);
		g_autofree char *link = web_link(web, path);
		html_open_with(h, "th", "scope", "col", NULL);
		html_link(h, link, p->title);
		html_close(h);
	}
	html_close(h);
	html_close(h);
}

/* A cell; it names its pilot, where the columns stand below each other. */
static void begin_cell(Html *h, const Pilot *p)
{
	html_open_with(h, "td", "data-pilot", p->title, NULL);
}

static void fact_row(Html *h, const GPtrArray *pilots, const char *label,
		     char *(*value_of)(const Pilot *p, FacetId facet), FacetId facet)
{
	begin_row(h, label);
	for (guint i = 0; i < pilots->len; i++) {
		g_autofree char *value = value_of(pilots->pdata[i], facet);
		begin_cell(h, pilots->pdata[i]);
		html_text(h, value);
		html_close(h);
	}
	html_close(h);
}

static void status_row(Html *h, const Web *web, const GPtrArray *pilots)
{
	begin_row(h, "Status");
	for (guint i = 0; i < pilots->len; i++) {
		begin_cell(h, pilots->pdata[i]);
		page_status(h, web, pilots->pdata[i]);
		html_close(h);
	}
	html_close(h);
}

static void fact_rows(Html *h, const Web *web, const GPtrArray *pilots)
{
	status_row(h, web, pilots);
	fact_row(h, pilots, "Looptijd", period_of, FACET_JAAR);
	for (FacetId f = 0; f < N_FACETS; f++)
		if (facets[f].key && kind_has_facet(KIND_PILOT, f))
			fact_row(h, pilots, facets[f].label, values_of, f);
}

/* The Looptijd is among the facts. */
static void section_rows(Html *h, const GPtrArray *pilots)
{
	for (int kind = 0; kind < N_SECTION_KINDS; kind++) {
		gboolean any = FALSE;
		for (guint i = 0; i < pilots->len; i++)
			any |= pilot_section(pilots->pdata[i], kind) != NULL;
		if (!any || kind == SECTION_LOOPTIJD)
			continue;
		begin_row(h, section_kind_label(kind));
		for (guint i = 0; i < pilots->len; i++) {
			const Section *s = pilot_section(pilots->pdata[i], kind);
			begin_cell(h, pilots->pdata[i]);
			page_paragraphs(h, s ? s->text : "niet genoemd", NULL);
			html_close(h);
		}
		html_close(h);
	}
}

static void table(Html *h, const Web *web, const GPtrArray *pilots)
{
	html_open_with(h, "section", "class", "schuif", "tabindex", "0", "aria-labelledby", "tabel",
		       NULL);
	html_open_with(h, "table", "class", "vergelijking", NULL);
	html_open_with(h, "caption", "id", "tabel", NULL);
	html_text_format(h, "%u pilots naast elkaar", pilots->len);
	html_close(h);
	heading_row(h, web, pilots);
	html_open(h, "tbody");
	fact_rows(h, web, pilots);
	section_rows(h, pilots);
	html_close(h);
	html_close(h);
	html_close(h);
}

/* ---- the page
 * ------------------------------------------------------------------------------------ */

/* The pilots that were asked for; notes those that do not exist. NULL when the index
 * failed. */
static GPtrArray *read_pilots(Web *web)
{
	g_autoptr(GPtrArray) pilots = g_ptr_array_new_with_free_func((GDestroyNotify)pilot_free);

	for (guint i = 0; i < web->http->params->len; i++) {
		const HttpParam *p = &g_array_index(web->http->params, HttpParam, i);
		g_autoptr(GError) error = NULL;
		if (strcmp(p->name, "pilot") != 0 || !*p->value)
			continue;
		g_autoptr(XapianDoc) doc = index_find(web->index, p->value, &error);
		Pilot *pilot = doc ? index_read_pilot(web->index, doc, &error) : NULL;
		if (pilot)
			g_ptr_array_add(pilots, pilot);
		else if (g_error_matches(error, XAPIAN_ERROR, XAPIAN_ERROR_NOT_FOUND))
			web_problem(web, "pilot",
				    g_strdup_printf("De pilot ‘%s’ bestaat niet.", p->value));
		else
			return NULL;
	}
	if (pilots->len > MOST)
		web_problem(web, "pilot",
			    g_strdup_printf("Kies ten hoogste %d pilots om te vergelijken.", MOST));
	return g_steal_pointer(&pilots);
}

static void show(Web *web, const GPtrArray *pilots, const Results *all)
{
	Html h;
	g_autofree char *title = pilots->len > 1
					 ? g_strdup_printf("%u pilots vergeleken", pilots->len)
					 : g_strdup("Pilots vergelijken");
	const Page page = { .title = title, .path = "/vergelijk" };

	html_init(&h, web->answer->body);
	page_begin(&h, web, &page);
	html_element(&h, "h1", title);
	if (pilots->len > 1) {
		g_autofree char *others = web_link(web, "/vergelijk");
		table(&h, web, pilots);
		html_open_with(&h, "p", "class", "ook", NULL);
		html_link(&h, others, "Vergelijk andere pilots");
		html_close(&h);
	}
	if (pilots->len == 1)
		html_element_class(&h, "p", "melding",
				   "U koos één pilot. Kies er nog een om mee te vergelijken.");
	if (all)
		choose(&h, web, all, pilots);
	page_end(&h, web);
}

void page_compare(Web *web, const char *rest)
{
	g_autoptr(GPtrArray) pilots = read_pilots(web);
	g_autoptr(Results) all = NULL;

	(void)rest;
	if (!pilots) {
		web_unavailable(web);
		return;
	}
	if (web->problems->len) {
		web_error(web, 400, "Deze pilots zijn niet te vergelijken", "");
		return;
	}
	if (pilots->len < 2) { /* nothing to compare yet */
		web->request->sort = SORT_TITLE;
		web->request->limit = REQUEST_MAX_LIMIT;
		web->request->facets = FALSE;
		all = web_search(web);
		if (!all)
			return;
	}
	show(web, pilots, all);
}

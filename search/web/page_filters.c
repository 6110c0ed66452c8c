/* Filters: what is chosen, and what can be chosen. */
#include <string.h>

#include "active.h"
#include "dates.h"
#include "fields.h"
#include "kinds.h"
#include "page.h"
#include "themes.h"

#define SHOWN_VALUES 5  /* of a facet; the rest is folded away */
#define FOLDED_VALUES 6 /* of those */

/* A filter as it is called on the page; NULL for a parameter that is none. */
static const char *label_of(const char *param)
{
	const Field *field = field_by_name(param);

	if (strcmp(param, "sectie") == 0) /* a choice of fields, and none itself */
		return "Onderdeel";
	return field && field->kind == FIELD_FILTER ? field->label : NULL;
}

/* A value as people call it. */
static const char *value_label(const Web *web, const char *param, const char *value)
{
	const Theme *theme = themes_find(web->index->themes, value);

	if (strcmp(param, "thema") == 0 && theme)
		return theme->label;
	if (strcmp(param, "status") == 0 && status_from(value) >= 0)
		return status_label(status_from(value));
	if (strcmp(param, "sectie") == 0 && section_kind_from(value) >= 0)
		return section_kind_label(section_kind_from(value));
	return value;
}

/* The same, to be freed: months in words. */
static char *said_value(const Web *web, const PlainFilter *f)
{
	int from, to;

	if (f->field == &fields[FIELD_LOOPT] && active_parse(f->value, &from, &to))
		return active_in_words(from, to);
	return g_strdup(value_label(web, plain_filter_name(f), f->value));
}

/* ---- those that are chosen -------------------------------------------------------------- */

static void remove_link(Html *h, const char *url, const char *label, const char *value)
{
	html_open(h, "li");
	html_open_with(h, "a", "href", url, NULL);
	html_element_class(h, "span", "onzichtbaar", "Verwijder filter ");
	html_text_format(h, "%s: %s", label, value);
	html_close(h);
	html_close(h);
}

void page_active_filters(Html *h, const Web *web, const char *path)
{
	gboolean any = FALSE;

	for (guint i = 0; i < web->http->params->len; i++) {
		const HttpParam *p = &g_array_index(web->http->params, HttpParam, i);
		const char *label = label_of(p->name);
		if (!label || !*p->value)
			continue;
		if (!any) {
			html_open_with(h, "nav", "aria-label", "Gekozen filters", "class",
				       "gekozen", NULL);
			html_open(h, "ul");
		}
		any = TRUE;
		g_autofree char *url = web_link_without(web, path, p->name, p->value, 1);
		remove_link(h, url, label, value_label(web, p->name, p->value));
	}
	if (!any)
		return;
	g_autoptr(GString) all = g_string_new(path);
	if (web->request->query) {
		g_string_append(all, "?q=");
		html_url_component(all, web->request->query);
	}
	g_autofree char *url = web_link(web, all->str);
	html_open(h, "li");
	html_link(h, url, "Wis alle filters");
	html_close(h);
	html_close(h);
	html_close(h);
}

void page_plain_filters(Html *h, const Web *web, const Results *r)
{
	if (!r->plain->len)
		return;
	html_open_with(h, "nav", "aria-label", "Filters uit uw zoekvraag", "class", "gekozen",
		       NULL);
	html_element(h, "p", "Uit uw zoekvraag als filter gelezen:");
	html_open(h, "ul");
	for (guint i = 0; i < r->plain->len; i++) {
		const PlainFilter *f = r->plain->pdata[i];
		g_autofree char *value = said_value(web, f);
		g_autofree char *without = web_link_with(web, "/", "q", f->without);
		g_autofree char *literal = web_link_with(web, "/", "q", f->literal);
		remove_link(h, without, plain_filter_label(f), value);
		html_open(h, "li");
		html_open_with(h, "a", "href", literal, "class", "als-woord", NULL);
		html_text_format(h, "Zoek ‘%s’ als woord", f->words);
		html_close(h);
		html_close(h);
	}
	html_close(h);
	html_close(h);
}

/* ---- all, beside the results ----------------------------------------------------------------- */

static gboolean is_chosen(const Web *web, const char *name, const char *value)
{
	for (guint i = 0; i < web->http->params->len; i++) {
		const HttpParam *p = &g_array_index(web->http->params, HttpParam, i);
		if (strcmp(p->name, name) == 0 && strcmp(p->value, value) == 0)
			return TRUE;
	}
	return FALSE;
}

static void facet_box(Html *h, const Web *web, const Facet *f, guint number)
{
	const FacetValue *v = f->values->pdata[number];
	g_autofree char *count = count_in_words(v->count, f->estimated);

	html_open(h, "label");
	html_open_with(h, "input", "type", "checkbox", "name", f->field->name, "value", v->value,
		       "form", PAGE_SEARCH_FORM, NULL);
	if (is_chosen(web, f->field->name, v->value))
		html_attribute(h, "checked", NULL);
	html_close(h);
	html_text_format(h, "%s (%s)", value_label(web, f->field->name, v->value), count);
	html_close(h);
}

/* Those behind the first, folded away, but for what is chosen: that is shown. Of very many not
 * all: they can be asked for by name. */
static void facet_rest(Html *h, const Web *web, const Facet *f, guint shown, guint n)
{
	guint listed = 0;

	html_open(h, "details");
	html_open(h, "summary");
	html_text_format(h, "Nog %u bij ‘%s’", n, f->field->label);
	html_close(h);
	for (guint i = shown; i < f->values->len && listed < FOLDED_VALUES; i++) {
		const FacetValue *v = f->values->pdata[i];
		if (is_chosen(web, f->field->name, v->value))
			continue;
		facet_box(h, web, f, i);
		listed++;
	}
	if (listed < n) {
		html_open(h, "p");
		html_text_format(h, "En nog %u: typ %s: met de naam in het zoekvak.", n - listed,
				 f->field->name);
		html_close(h);
	}
	html_close(h);
}

/* Of the many places and organisations the first, and those that are chosen. */
static void facet_fieldset(Html *h, const Web *web, const Facet *f)
{
	guint n = f->values->len, shown = n <= SHOWN_VALUES + 2 ? n : SHOWN_VALUES;
	guint hidden = 0;

	html_open(h, "fieldset");
	html_element(h, "legend", f->field->label);
	for (guint i = 0; i < n; i++) {
		const FacetValue *v = f->values->pdata[i];
		if (i < shown || is_chosen(web, f->field->name, v->value))
			facet_box(h, web, f, i);
		else
			hidden++;
	}
	if (hidden)
		facet_rest(h, web, f, shown, hidden);
	html_close(h);
}

void page_period(Html *h, const char *label, const char *typed, gboolean wrong)
{
	html_open_with(h, "label", "for", "loopt", NULL);
	html_text(h, label);
	html_close(h);
	html_open_with(h, "p", "id", "loopt-uitleg", "class", "uitleg", NULL);
	html_text(h, "Bijvoorbeeld 2021-06, 2021 of 2021-01..2021-06");
	html_close(h);
	html_open_with(h, "input", "type", "text", "id", "loopt", "name", "loopt", "value", typed,
		       "aria-describedby", "loopt-uitleg", "form", PAGE_SEARCH_FORM, NULL);
	if (wrong)
		html_attribute(h, "aria-invalid", "true");
	html_close(h);
}

/* A month to type, and the years that are in the results as links. */
static void period_fieldset(Html *h, const Web *web, const Facet *years, const char *path)
{
	const char *active = http_param(web->http, "loopt");
	gboolean papers = !request_is_of(web->request, FALSE);

	html_open(h, "fieldset");
	html_element(h, "legend", papers ? "Datum" : "Looptijd");
	page_period(h, papers ? "Maand of jaar" : PAGE_PERIOD, active ? active : "", FALSE);
	html_open(h, "ul");
	for (guint i = 0; years && i < years->values->len; i++) {
		const FacetValue *v = years->values->pdata[i];
		g_autofree char *months = g_strdup_printf("%s-01..%s-12", v->value, v->value);
		g_autofree char *url = web_link_with(web, path, "loopt", months);
		g_autofree char *count = count_in_words(v->count, years->estimated);
		g_autofree char *text = g_strdup_printf("%s (%s)", v->value, count);
		html_open(h, "li");
		html_link(h, url, text);
		html_close(h);
	}
	html_close(h);
	html_close(h);
}

static void option(Html *h, const char *value, const char *label, gboolean chosen)
{
	html_open_with(h, "option", "value", value, NULL);
	if (chosen)
		html_attribute(h, "selected", NULL);
	html_text(h, label);
	html_close(h);
}

static void section_choice(Html *h, const Web *web)
{
	html_open_with(h, "label", "for", "sectie", NULL);
	html_text(h, "Zoek in onderdeel");
	html_close(h);
	html_open_with(h, "select", "id", "sectie", "name", "sectie", "form", PAGE_SEARCH_FORM,
		       NULL);
	option(h, "", "Alle onderdelen", web->request->section < 0);
	for (int i = 0; i < N_SECTION_KINDS; i++)
		if (kind_has_section(KIND_PILOT, i) == request_is_of(web->request, FALSE))
			option(h, section_kind_name(i), section_kind_label(i),
			       is_chosen(web, "sectie", section_kind_name(i)));
	html_close(h);
}

/* Only where there are several reference dates to choose from. */
static void edition_choice(Html *h, const Web *web)
{
	const GPtrArray *documents = web->index->documents;
	const char *last = NULL;

	if (documents->len < 2)
		return;
	html_open_with(h, "label", "for", "editie", NULL);
	html_text(h, "Peildatum");
	html_close(h);
	html_open_with(h, "select", "id", "editie", "name", "editie", "form", PAGE_SEARCH_FORM,
		       NULL);
	option(h, "", "De laatste van elke pilot", FALSE);
	for (guint i = documents->len; i-- > 0;) {
		const char *iso = ((const Document *)documents->pdata[i])->reference_date;
		g_autofree char *date = iso ? date_long(iso) : NULL;
		if (date && g_strcmp0(iso, last) != 0)
			option(h, iso, date, is_chosen(web, "editie", iso));
		last = iso;
	}
	option(h, "alle", "Alle", is_chosen(web, "editie", "alle"));
	html_close(h);
}

/* ---- the order ---------------------------------------------------------------------------- */

/* A paper begins and ends on its date: it has one order of the two. */
static const struct {
	const char *value, *label, *of_papers;
} orders[N_SORTS_ASKED] = {
	[SORT_RELEVANCE] = { "relevantie", "relevantie", "relevantie" },
	[SORT_START] = { "begin", "begin van de looptijd", "datum" },
	[SORT_END] = { "einde", "einde van de looptijd", NULL },
	[SORT_TITLE] = { "titel", "titel", "titel" },
};

static const char *order_label(const Web *web, Sort sort)
{
	return request_is_of(web->request, FALSE) ? orders[sort].label : orders[sort].of_papers;
}

static void order_links(Html *h, const Web *web, const char *path)
{
	html_open_with(h, "nav", "aria-label", "Volgorde", "class", "volgorde", NULL);
	html_open(h, "p");
	html_text(h, "Gesorteerd op: ");
	const char *now = order_label(web, web->request->sort);
	html_element(h, "strong", now ? now : order_label(web, SORT_START));
	html_text(h, ". Of op: ");
	for (Sort i = 0, n = 0; i < N_SORTS_ASKED; i++) {
		if (i == web->request->sort || !order_label(web, i))
			continue;
		g_autofree char *url = web_link_with(web, path, "sorteer", orders[i].value);
		if (n++)
			html_text(h, ", ");
		html_link(h, url, order_label(web, i));
	}
	html_close(h);
	html_close(h);
}

void page_filters(Html *h, const Web *web, const Results *r, const char *path)
{
	const Facet *years = NULL;

	html_open_with(h, "aside", "class", "filters", "aria-labelledby", "filters", NULL);
	html_open_with(h, "h2", "id", "filters", NULL);
	gboolean sorts = strcmp(path, "/") == 0;
	html_text(h, sorts ? "Filters en volgorde" : "Filters");
	html_close(h);
	if (sorts && r->hits->len)
		order_links(h, web, path);
	for (guint i = 0; i < r->facets->len; i++) {
		const Facet *f = r->facets->pdata[i];
		if (f->field == &fields[FIELD_JAAR])
			years = f;
		else if (f->values->len)
			facet_fieldset(h, web, f);
	}
	period_fieldset(h, web, years, path);
	html_open(h, "div");
	section_choice(h, web);
	edition_choice(h, web);
	html_close(h);
	html_open_with(h, "button", "type", "submit", "form", PAGE_SEARCH_FORM, NULL);
	html_text(h, "Pas filters toe");
	html_close(h);
	html_close(h);
}

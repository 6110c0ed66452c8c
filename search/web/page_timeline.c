/* The periods of pilots against the months: a drawing, and the same as a table. */
#include "timeline.h"

#include <string.h>

#include "dated.h"
#include "draw.h"
#include "handlers.h"
#include "kinship.h"
#include "page.h"
#include "themes.h"

/* Pixels down. */
#define AXIS 54  /* height of the months above */
#define ROW 26   /* of a pilot's bars */
#define BAR 14   /* of one of them */
#define LOWEST 6 /* above and below it */

#define MONTHS_IN_SIGHT 84 /* of a longer timeline only years and quarters are drawn */

/* Where a month begins, as a part of the width. */
static double part_of(const Timeline *t, int month)
{
	return (double)(month - t->first) / (t->last + 1 - t->first);
}

static gboolean is_in_sight(const Timeline *t, int month)
{
	return month != PERIOD_OPEN && month >= t->first && month <= t->last;
}

/* ---- the months -------------------------------------------------------------------------------
 */

static const char *class_of(int month)
{
	return month % 12 == 0 ? "jaar" : month % 3 == 0 ? "kwartaal" : "maand";
}

/* What stands behind every row: years, quarters, the reference date and today. */
static void grid(Html *h, const Timeline *t, int today)
{
	html_open_with(h, "svg", "class", "onzichtbaar", "aria-hidden", "true", NULL);
	html_open_with(h, "symbol", "id", "raster", NULL);
	for (int month = t->first; month <= t->last; month += 3)
		draw_line(h, class_of(month), part_of(t, month), 0, -1);
	if (is_in_sight(t, t->reference))
		draw_line(h, "peildatum", part_of(t, t->reference), 0, -1);
	if (is_in_sight(t, today))
		draw_line(h, "vandaag", part_of(t, today), 0, -1);
	html_close(h);
	html_close(h);
}

/* A moment with its name, which ends at it on the right half. */
static void moment(Html *h, const Timeline *t, const char *name, int month, int y)
{
	if (!is_in_sight(t, month))
		return;
	double part = part_of(t, month);
	g_autofree char *class_name = g_strconcat(name, part > 0.5 ? " eind" : "", NULL);
	draw_line(h, name, part, y + 2, AXIS);
	draw_text(h, class_name, part, y, name);
}

static void axis(Html *h, const Timeline *t, int today)
{
	gboolean long_one = t->last - t->first >= MONTHS_IN_SIGHT;

	html_open_with(h, "svg", "class", "tijdlijn as", "aria-hidden", "true", NULL);
	for (int month = t->first; month <= t->last; month += long_one ? 3 : 1)
		draw_line(h, class_of(month), part_of(t, month),
			  month % 12 == 0  ? 28
			  : month % 3 == 0 ? 40
					   : 47,
			  AXIS);
	for (int month = t->first; month <= t->last; month += 12) {
		g_autofree char *year = g_strdup_printf(" %d", month / 12);
		draw_text(h, "jaartal", part_of(t, month), 38, year);
	}
	moment(h, t, "peildatum", t->reference, 11);
	moment(h, t, "vandaag", today, 24);
	html_close(h);
}

/* ---- a pilot -------------------------------------------------------------------------------- */

/* "Beslisboom: januari 2021 tot en met juni 2022". The caller frees. */
static char *said(const Period *period)
{
	g_autofree char *from = month_long(period->from);
	g_autofree char *to = month_long(period->to);

	return g_strdup_printf("%s tot en met %s", from ? from : "begin niet genoemd",
			       to ? to : "einde niet genoemd");
}

static void bars(Html *h, const Timeline *t, const Pilot *p)
{
	html_open_with(h, "svg", "class", "tijdlijn", "aria-hidden", "true", NULL);
	html_empty_with(h, "use", "href", "#raster", NULL);
	for (guint i = 0; i < p->periods->len; i++) {
		const Period *period = &g_array_index(p->periods, Period, i);
		g_autofree char *title = said(period);
		int from, to;
		timeline_clip(t, period, &from, &to);
		draw_bar(h, p->status, part_of(t, from), part_of(t, to + 1), LOWEST, BAR, title);
		if (period->to == PERIOD_OPEN)
			draw_text(h, "open eind", 1, LOWEST + BAR - 2, "→");
		if (period->from == PERIOD_OPEN)
			draw_text(h, "open", 0, LOWEST + BAR - 2, "←");
	}
	html_close(h);
}

/* Name and bars are one link; who hears it hears what is drawn. */
static void row(Html *h, const Web *web, const Timeline *t, const Pilot *p)
{
	g_autofree char *link = page_pilot_link(web, p, FALSE);
	g_autofree char *status = dated_line(p, web->request->today);

	html_open(h, "li");
	html_open_with(h, "a", "href", link, NULL);
	html_open(h, "span");
	html_text(h, p->title);
	html_open_with(h, "span", "class", "onzichtbaar", NULL);
	html_text_format(h, ": %s", status);
	for (guint i = 0; i < p->periods->len; i++) {
		g_autofree char *period = said(&g_array_index(p->periods, Period, i));
		html_text_format(h, "; %s", period);
	}
	html_close(h);
	html_close(h);
	bars(h, t, p);
	html_close(h);
	html_close(h);
}

/* ---- groups -----------------------------------------------------------------------------------
 */

typedef struct {
	char *name;
	GPtrArray *pilots; /* of const Pilot *, by their start */
} Group;

static void group_free(gpointer data)
{
	Group *g = data;

	g_free(g->name);
	g_ptr_array_unref(g->pilots);
	g_free(g);
}

static void add_to(GPtrArray *groups, const char *name, const Pilot *p)
{
	Group *g = NULL;

	for (guint i = 0; i < groups->len && !g; i++)
		if (strcmp(((Group *)groups->pdata[i])->name, name) == 0)
			g = groups->pdata[i];
	if (!g) {
		g = g_new(Group, 1);
		*g = (Group) { g_strdup(name), g_ptr_array_new() };
		g_ptr_array_add(groups, g);
	}
	g_ptr_array_add(g->pilots, (gpointer)p);
}

static gint by_name(gconstpointer a, gconstpointer b)
{
	return g_utf8_collate((*(Group *const *)a)->name, (*(Group *const *)b)->name);
}

/* By the values of a facet; a pilot stands at each that it has. */
static void by_facet(const Web *web, const Timeline *t, FacetId facet, GPtrArray *groups,
		     GPtrArray *rest)
{
	for (guint i = 0; i < t->rows->len; i++) {
		const Pilot *p = t->rows->pdata[i];
		const GPtrArray *values = p->facets[facet];
		for (guint k = 0; k < values->len; k++) {
			const Theme *theme = facet == FACET_THEMA ? themes_find(web->index->themes,
										values->pdata[k])
								  : NULL;
			add_to(groups, theme ? theme->label : values->pdata[k], p);
		}
		if (!values->len)
			g_ptr_array_add(rest, (gpointer)p);
	}
}

/* By the series that they are of; changes the results. */
static void by_series(Results *r, const Timeline *t, GPtrArray *groups, GPtrArray *rest)
{
	g_autoptr(GHashTable) series = g_hash_table_new(NULL, NULL);

	kinship_group(r);
	for (guint i = 0; i < r->hits->len; i++) {
		Hit *hit = r->hits->pdata[i];
		const char *name = hit->group ? hit->group : hit->pilot->title;
		if (hit->others->len)
			g_hash_table_insert(series, hit->pilot, (gpointer)name);
		for (guint k = 0; k < hit->others->len; k++)
			g_hash_table_insert(series, hit->others->pdata[k], (gpointer)name);
	}
	for (guint i = 0; i < t->rows->len; i++) {
		const Pilot *p = t->rows->pdata[i];
		const char *name = g_hash_table_lookup(series, p);
		if (name)
			add_to(groups, name, p);
		else
			g_ptr_array_add(rest, (gpointer)p);
	}
}

static const struct {
	const char *value, *label, *rest;
} ways[N_GROUPINGS] = {
	[GROUPING_NONE] = { "geen", "niet", NULL },
	[GROUPING_THEME] = { "thema", "thema", "Zonder thema" },
	[GROUPING_PLACE] = { "plaats", "plaats", "Zonder plaats" },
	[GROUPING_SERIES] = { "reeks", "reeks", "Niet in een reeks" },
};

gboolean page_timeline_take_grouping(Web *web, const char *value)
{
	for (Grouping i = 0; i < N_GROUPINGS; i++)
		if (strcmp(ways[i].value, value) == 0) {
			web->grouping = i;
			return TRUE;
		}
	return FALSE;
}

static void grouping_links(Html *h, const Web *web)
{
	html_open_with(h, "nav", "aria-label", "Groepen", "class", "volgorde", NULL);
	html_open(h, "p");
	html_text(h, "Per ");
	for (Grouping i = 1; i < N_GROUPINGS; i++) {
		g_autofree char *url = web_link_with(web, "/tijdlijn", "groep", ways[i].value);
		if (i > 1)
			html_text(h, ", ");
		html_open_with(h, "a", "href", url, NULL);
		if (web->grouping == i)
			html_attribute(h, "aria-current", "true");
		html_text(h, ways[i].label);
		html_close(h);
	}
	if (web->grouping) {
		g_autofree char *url = web_link_without(web, "/tijdlijn", "groep", NULL, 1);
		html_text(h, ", of ");
		html_link(h, url, "alles bij elkaar");
	}
	html_text(h, ".");
	html_close(h);
	html_close(h);
}

static void rows(Html *h, const Web *web, const Timeline *t, const GPtrArray *pilots)
{
	html_open_with(h, "div", "class", "tijdlijst", NULL);
	axis(h, t, web->request->today);
	html_open(h, "ol");
	for (guint i = 0; i < pilots->len; i++)
		row(h, web, t, pilots->pdata[i]);
	html_close(h);
	html_close(h);
}

static void group(Html *h, const Web *web, const Timeline *t, const char *name,
		  const GPtrArray *pilots)
{
	if (!pilots->len)
		return;
	html_open(h, "h2");
	html_text_format(h, "%s (%u)", name, pilots->len);
	html_close(h);
	rows(h, web, t, pilots);
}

static void draw(Html *h, const Web *web, Results *r, const Timeline *t)
{
	g_autoptr(GPtrArray) groups = g_ptr_array_new_with_free_func(group_free);
	g_autoptr(GPtrArray) rest = g_ptr_array_new();

	switch (web->grouping) {
	case GROUPING_THEME: by_facet(web, t, FACET_THEMA, groups, rest); break;
	case GROUPING_PLACE: by_facet(web, t, FACET_PLAATS, groups, rest); break;
	case GROUPING_SERIES: by_series(r, t, groups, rest); break;
	default: rows(h, web, t, t->rows); return;
	}
	g_ptr_array_sort(groups, by_name);
	for (guint i = 0; i < groups->len; i++) {
		const Group *g = groups->pdata[i];
		group(h, web, t, g->name, g->pilots);
	}
	group(h, web, t, ways[web->grouping].rest, rest);
}

/* ---- the page ------------------------------------------------------------------------------ */

/* Those that are drawn, and then those that are not. */
static GPtrArray *all_pilots(const Results *r, const Timeline *t)
{
	GPtrArray *pilots = g_ptr_array_new();

	g_ptr_array_extend(pilots, t->rows, NULL, NULL);
	for (guint i = 0; i < r->hits->len; i++) {
		const Hit *hit = r->hits->pdata[i];
		if (!hit->pilot->periods->len)
			g_ptr_array_add(pilots, hit->pilot);
	}
	return pilots;
}

static void legend(Html *h, const Timeline *t)
{
	guint counts[N_STATUSES] = { 0 };

	for (guint i = 0; i < t->rows->len; i++)
		counts[((const Pilot *)t->rows->pdata[i])->status]++;
	draw_legend(h, counts);
}

/* How many there are, and which of them are not drawn. */
static void summary(Html *h, const Web *web, const Results *r, const Timeline *t)
{
	g_autofree char *total = count_in_words(r->total, r->estimated);
	g_autofree char *today = month_long(web->request->today);

	html_open(h, "p");
	html_text_format(h, "%s pilot%s", total, r->total == 1 ? "" : "s");
	if (r->total > r->hits->len)
		html_text_format(h, ", waarvan de eerste %u hier staan", r->hits->len);
	if (t->without)
		html_text_format(h,
				 ". Van %u is de looptijd niet te lezen: die %s alleen in de tabel",
				 t->without, t->without == 1 ? "staat" : "staan");
	html_text(h, ". De status geldt op de peildatum.");
	if (t->rows->len && !is_in_sight(t, web->request->today))
		html_text_format(h, " Vandaag, %s, valt buiten de tekening.", today);
	html_close(h);
}

void page_timeline(Web *web, const char *rest)
{
	Html h;
	const Page page = { .title = "Tijdlijn van de pilots", .path = "/tijdlijn" };

	(void)rest;
	web->request->limit = TIMELINE_MAX;
	g_autoptr(Results) r = web_search(web);
	if (!r)
		return;
	g_autoptr(Timeline) t = timeline_new(r);
	g_autoptr(GPtrArray) pilots = all_pilots(r, t);
	html_init(&h, web->answer->body);
	page_begin(&h, web, &page);
	html_element(&h, "h1", page.title);
	page_search_box(&h, web, "/tijdlijn", web->request->query);
	for (guint i = 0; i < r->notices->len; i++)
		html_element_class(&h, "p", "melding", r->notices->pdata[i]);
	page_active_filters(&h, web, "/tijdlijn");
	html_open_with(&h, "div", "class", "kolommen", NULL);
	html_open(&h, "div");
	summary(&h, web, r, t);
	if (t->rows->len) {
		grouping_links(&h, web);
		legend(&h, t);
		draw_patterns(&h);
		grid(&h, t, web->request->today);
		draw(&h, web, r, t);
	}
	html_close(&h);
	page_filters(&h, web, r, "/tijdlijn");
	html_close(&h);
	if (pilots->len)
		page_table(&h, web, pilots, "Looptijden van de pilots");
	page_end(&h, web);
}

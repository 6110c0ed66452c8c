/* What is new, ended, longer, other text or gone between two reference dates; and its feed. */
#include <string.h>

#include "changes.h"
#include "dates.h"
#include "handlers.h"
#include "news.h"
#include "page.h"

/* ---- which dates --------------------------------------------------------------------------- */

/* A date that is asked for and there is, else the standard; NULL when it is not there. */
static const char *date_of(Web *web, const char *name, const GPtrArray *dates, guint standard)
{
	const char *asked = http_param(web->http, name);
	guint at = standard;

	if (asked && *asked &&
	    !g_ptr_array_find_with_equal_func((GPtrArray *)dates, asked, g_str_equal, &at)) {
		g_autofree char *date = date_long(asked);
		web_problem(web, name,
			    g_strdup_printf("Er is geen overzicht met peildatum %s.", date));
		return NULL;
	}
	return dates->pdata[at];
}

/* What changed between the dates that are asked for, else between the last two; NULL when that
 * is answered already. */
static NewsList *news_of(Web *web, const GPtrArray *dates)
{
	const char *to = date_of(web, "tot", dates, dates->len - 1);
	guint last = 1;

	if (to)
		g_ptr_array_find_with_equal_func((GPtrArray *)dates, to, g_str_equal, &last);
	const char *from = date_of(web, "van", dates, MAX(last, 1) - 1);
	if (from && to && strcmp(from, to) >= 0)
		web_problem(web, "van", g_strdup("De eerste datum moet voor de tweede liggen."));
	if (web->problems->len) {
		web_error(web, 400, "Deze wijzigingen zijn er niet", "");
		return NULL;
	}
	g_autofree char *range = g_strconcat(from, "..", to, NULL);
	NewsList *news = newslist_new(web->index, range, NULL);
	if (!news)
		web_unavailable(web);
	return news;
}

static void date_choice(Html *h, const GPtrArray *dates, const char *name, const char *label,
			const char *chosen)
{
	html_open_with(h, "label", "for", name, NULL);
	html_text(h, label);
	html_close(h);
	html_open_with(h, "select", "id", name, "name", name, NULL);
	for (guint i = 0; i < dates->len; i++) {
		g_autofree char *date = date_long(dates->pdata[i]);
		html_open_with(h, "option", "value", dates->pdata[i], NULL);
		if (strcmp(dates->pdata[i], chosen) == 0)
			html_attribute(h, "selected", NULL);
		html_text(h, date);
		html_close(h);
	}
	html_close(h);
}

static void dates_form(Html *h, const Web *web, const GPtrArray *dates, const NewsList *news)
{
	g_autofree char *action = web_link(web, "/wijzigingen");

	html_open_with(h, "form", "method", "get", "action", action, "class", "datums", NULL);
	date_choice(h, dates, "van", "Van", news->from);
	date_choice(h, dates, "tot", "Tot", news->to);
	html_open_with(h, "button", "type", "submit", NULL);
	html_text(h, "Toon wijzigingen");
	html_close(h);
	html_close(h);
}

/* ---- what changed -------------------------------------------------------------------------- */

static const char *const anchors[N_NEWS] = {
	[NEWS_NEW] = "nieuw",         [NEWS_ENDED] = "afgelopen",   [NEWS_RENAMED] = "hernoemd",
	[NEWS_EXTENDED] = "verlengd", [NEWS_CHANGED] = "gewijzigd", [NEWS_GONE] = "weg",
};

static guint count_of(const NewsList *news, NewsKind kind)
{
	guint n = 0;

	for (guint i = 0; i < news->news->len; i++)
		n += ((const News *)news->news->pdata[i])->kind == kind;
	return n;
}

/* How many of each kind, with links to them. */
static void overview(Html *h, const NewsList *news)
{
	html_open_with(h, "nav", "aria-label", "Soorten wijzigingen", "class", "sprong", NULL);
	html_open(h, "ul");
	for (NewsKind kind = 0; kind < N_NEWS; kind++) {
		guint n = count_of(news, kind);
		if (!n)
			continue;
		g_autofree char *link = g_strconcat("#", anchors[kind], NULL);
		g_autofree char *text = g_strdup_printf("%s: %u", news_label(kind), n);
		html_open(h, "li");
		html_link(h, link, text);
		html_close(h);
	}
	html_close(h);
	html_close(h);
}

/* The sentences of a section that only one edition has. */
static void sentences(Html *h, const GPtrArray *changes, SectionKind section, gboolean added,
		      const char *date)
{
	guint n = 0;

	html_open_with(h, "td", "data-pilot", date, NULL);
	for (guint i = 0; i < changes->len; i++) {
		const Change *c = changes->pdata[i];
		if (c->section != section || c->added != added)
			continue;
		html_open(h, "p");
		html_element(h, added ? "ins" : "del", c->sentence);
		html_close(h);
		n++;
	}
	if (!n)
		html_text(h, added ? "niets erbij" : "niets weg");
	html_close(h);
}

static gboolean has_section(const GPtrArray *changes, SectionKind section)
{
	for (guint i = 0; i < changes->len; i++)
		if (((const Change *)changes->pdata[i])->section == section)
			return TRUE;
	return FALSE;
}

static void heading_cell(Html *h, const char *scope, const char *text)
{
	html_open_with(h, "th", "scope", scope, NULL);
	html_text(h, text);
	html_close(h);
}

/* The text of before beside that of now, section by section. */
static void side_by_side(Html *h, const NewsList *list, const News *news)
{
	g_autofree char *from = date_long(list->from);
	g_autofree char *to = date_long(list->to);

	html_open_with(h, "table", "class", "vergelijking naast", NULL);
	html_open(h, "caption");
	html_text_format(h, "Wat er veranderde in ‘%s’", news_pilot(news)->title);
	html_close(h);
	html_open(h, "thead");
	html_open(h, "tr");
	heading_cell(h, "col", "Onderdeel");
	heading_cell(h, "col", from);
	heading_cell(h, "col", to);
	html_close(h);
	html_close(h);
	html_open(h, "tbody");
	for (SectionKind kind = 0; kind < N_SECTION_KINDS; kind++) {
		if (!has_section(news->changes, kind))
			continue;
		html_open(h, "tr");
		heading_cell(h, "row", section_kind_label(kind));
		sentences(h, news->changes, kind, FALSE, from);
		sentences(h, news->changes, kind, TRUE, to);
		html_close(h);
	}
	html_close(h);
	html_close(h);
}

static void item(Html *h, const Web *web, const NewsList *list, const News *news)
{
	const Pilot *p = news_pilot(news);
	g_autofree char *path =
		g_strconcat("/pilots/", p->id, "?editie=", news->now ? list->to : list->from, NULL);
	g_autofree char *link = web_link(web, path);
	g_autofree char *detail = news_detail(news);

	html_open(h, "h3");
	html_link(h, link, p->title);
	html_close(h);
	if (detail)
		html_element(h, "p", detail);
	if (news->changes)
		side_by_side(h, list, news);
}

static void items(Html *h, const Web *web, const NewsList *list)
{
	int kind = -1;

	for (guint i = 0; i < list->news->len; i++) {
		const News *news = list->news->pdata[i];
		if ((int)news->kind != kind) {
			html_open_with(h, "h2", "id", anchors[news->kind], NULL);
			html_text(h, news_label(news->kind));
			html_close(h);
		}
		kind = (int)news->kind;
		item(h, web, list, news);
	}
}

/* ---- the page -------------------------------------------------------------------------------- */

static void show(Web *web, const GPtrArray *dates, const NewsList *list)
{
	Html h;
	g_autofree char *from = date_long(list->from);
	g_autofree char *to = date_long(list->to);
	g_autofree char *title = g_strdup_printf("Wijzigingen van %s tot %s", from, to);
	g_autofree char *feed = web_link(web, "/wijzigingen.atom");
	const Page page = { .title = title, .path = "/wijzigingen", .feed = feed };

	html_init(&h, web->answer->body);
	page_begin(&h, web, &page);
	html_element(&h, "h1", title);
	html_element(&h, "p",
		     "Wat er in het ene overzicht anders staat dan in het andere. Een pilot kan op "
		     "meer plekken in deze lijst staan.");
	dates_form(&h, web, dates, list);
	if (list->news->len)
		overview(&h, list);
	else
		html_element(&h, "p", "Er is niets veranderd.");
	items(&h, web, list);
	html_open_with(&h, "p", "class", "ook", NULL);
	html_link(&h, feed, "Volg de wijzigingen (Atom)");
	html_close(&h);
	page_end(&h, web);
}

/* One overview, or none with a date: nothing to compare. */
static void show_only(Web *web, const GPtrArray *dates)
{
	Html h;
	const Page page = { .title = "Wijzigingen", .path = "/wijzigingen" };
	g_autofree char *date = dates->len ? date_long(dates->pdata[0]) : NULL;
	g_autofree char *feed = web_link(web, "/atom");

	html_init(&h, web->answer->body);
	page_begin(&h, web, &page);
	html_element(&h, "h1", page.title);
	html_open(&h, "p");
	if (date)
		html_text_format(&h, "Er is nu één peildatum: %s. ", date);
	html_text(&h, "Komt er een overzicht met een latere peildatum bij? Dan staat hier wat er "
		      "is veranderd.");
	html_close(&h);
	html_open(&h, "p");
	html_text(&h, "Wilt u nu al bericht als er pilots bij komen? ");
	html_link(&h, feed, "Volg alle pilots (Atom)");
	html_close(&h);
	page_end(&h, web);
}

void page_changes(Web *web, const char *rest)
{
	g_autoptr(GPtrArray) dates = news_dates(web->index);

	(void)rest;
	if (dates->len < 2) {
		show_only(web, dates);
		return;
	}
	g_autoptr(NewsList) list = news_of(web, dates);
	if (list)
		show(web, dates, list);
}

void feed_changes(Web *web, const char *rest)
{
	g_autoptr(GPtrArray) dates = news_dates(web->index);
	g_autofree char *base = web_url(web, "");
	g_autofree char *path = g_strconcat("/wijzigingen.atom", *web->http->query ? "?" : "",
					    web->http->query, NULL);
	g_autofree char *self = web_url(web, path);
	const NewsPlace place = { base, self };

	(void)rest;
	if (dates->len < 2) {
		web_error(web, 404, "Er zijn nog geen wijzigingen",
			  "Er is nog geen tweede peildatum om mee te vergelijken.");
		return;
	}
	g_autoptr(NewsList) list = news_of(web, dates);
	if (!list)
		return;
	web->answer->type = "application/atom+xml; charset=utf-8";
	newslist_render(web->answer->body, list, "atom", &place);
}

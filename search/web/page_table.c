/* Pilots as a table of their facts. */
#include "looptijd.h"
#include "page.h"

static void cell(Html *h, const char *text)
{
	html_element(h, "td", text ? text : "");
}

/* Begin and end of all periods of a pilot. */
static void period_cells(Html *h, const Pilot *p)
{
	g_autoptr(GString) from = g_string_new(NULL);
	g_autoptr(GString) to = g_string_new(NULL);

	for (guint i = 0; i < p->periods->len; i++) {
		const Period *period = &g_array_index(p->periods, Period, i);
		g_autofree char *start = month_long(period->from);
		g_autofree char *end = month_long(period->to);
		g_string_append_printf(from, "%s%s", i ? "; " : "", start ? start : "niet genoemd");
		g_string_append_printf(to, "%s%s", i ? "; " : "", end ? end : "niet genoemd");
	}
	cell(h, from->len ? from->str : "niet bekend");
	cell(h, to->len ? to->str : "niet bekend");
}

static void row(Html *h, const Web *web, const Pilot *p)
{
	g_autofree char *path = g_strconcat("/pilots/", p->id, NULL);
	g_autofree char *link = web_link(web, path);

	html_open(h, "tr");
	html_open_with(h, "th", "scope", "row", NULL);
	html_link(h, link, p->title);
	html_close(h);
	period_cells(h, p);
	cell(h, p->period ? p->period : "niet genoemd");
	html_open(h, "td");
	page_status(h, web, p);
	html_close(h);
	cell(h, p->source.title);
	html_close(h);
}

void page_table(Html *h, const Web *web, const GPtrArray *pilots, const char *caption)
{
	static const char *const headings[] = { "Pilot",  "Begin", "Einde", "Looptijd in de bron",
						"Status", "Bron" };

	html_open_with(h, "section", "class", "schuif", "tabindex", "0", "aria-labelledby", "tabel",
		       NULL);
	html_open(h, "table");
	html_open_with(h, "caption", "id", "tabel", NULL);
	html_text(h, caption);
	html_close(h);
	html_open(h, "thead");
	html_open(h, "tr");
	for (gsize i = 0; i < G_N_ELEMENTS(headings); i++) {
		html_open_with(h, "th", "scope", "col", NULL);
		html_text(h, headings[i]);
		html_close(h);
	}
	html_close(h);
	html_close(h);
	html_open(h, "tbody");
	for (guint i = 0; i < pilots->len; i++)
		row(h, web, pilots->pdata[i]);
	html_close(h);
	html_close(h);
	html_close(h);
}

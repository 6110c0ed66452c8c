/* The periods of pilots against the months: a drawing, and the same as a table. */
#include "timeline.h"

#include "handlers.h"
#include "page.h"

/* Pixels down; across everything is a part of the width, so that it fits any screen
 * without its letters becoming smaller. */
#define TOP 44
#define LINE 20
#define BAR 12
#define GAP 16
#define LABEL_CHARS 40 /* of a line of a title: fits in 320 pixels */

/* A number of SVG: a point as its decimal mark, whatever the locale. */
static void set_percent(Html *h, const char *name, double part)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	g_ascii_formatd(text, sizeof text, "%.2f", part * 100);
	html_attribute_format(h, name, "%s%%", text);
}

static void set_pixels(Html *h, const char *name, int pixels)
{
	html_attribute_format(h, name, "%d", pixels);
}

/* Where a month begins, as a part of the width. */
static double part_of(const Timeline *t, int month)
{
	return (double)(month - t->first) / (t->last + 1 - t->first);
}

static void draw_line(Html *h, const char *class_name, double part, int from, int to)
{
	html_open_with(h, "line", "class", class_name, NULL);
	set_percent(h, "x1", part);
	set_percent(h, "x2", part);
	set_pixels(h, "y1", from);
	set_pixels(h, "y2", to);
	html_close(h);
}

static void draw_text(Html *h, const char *class_name, double part, int y, const char *text)
{
	html_open_with(h, "text", "class", class_name, NULL);
	set_percent(h, "x", part);
	set_pixels(h, "y", y);
	html_text(h, text);
	html_close(h);
}

/* Years along the top, and a line down for each. */
static void draw_years(Html *h, const Timeline *t, int bottom)
{
	for (int month = t->first; month <= t->last; month += 12) {
		g_autofree char *year = g_strdup_printf("%d", month / 12);
		draw_line(h, "jaar", part_of(t, month), TOP - 14, bottom);
		draw_text(h, "jaartal", part_of(t, month), TOP - 18, year);
	}
}

static void draw_reference(Html *h, const Timeline *t, int bottom)
{
	if (t->reference == PERIOD_OPEN)
		return;
	double part = part_of(t, t->reference);
	draw_line(h, "peildatum", part, 16, bottom);
	draw_text(h, part > 0.5 ? "peildatum eind" : "peildatum", part, 12, "peildatum");
}

static void draw_bar(Html *h, const Timeline *t, const Period *period, int y)
{
	int from, to;

	timeline_clip(t, period, &from, &to);
	html_open_with(h, "rect", "class", "balk", "rx", "2", NULL);
	set_percent(h, "x", part_of(t, from));
	set_percent(h, "width", part_of(t, to + 1) - part_of(t, from));
	set_pixels(h, "y", y);
	set_pixels(h, "height", BAR);
	html_close(h);
	if (period->to == PERIOD_OPEN)
		draw_text(h, "open eind", 1, y + BAR - 1, "→");
	if (period->from == PERIOD_OPEN)
		draw_text(h, "open", 0, y + BAR - 1, "←");
}

/* The lines of a title, broken at spaces. */
static GPtrArray *wrap(const char *title)
{
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
	g_auto(GStrv) words = g_strsplit(title, " ", -1);
	GString *line = g_string_new(NULL);

	for (char **word = words; *word; word++) {
		glong length = g_utf8_strlen(line->str, -1) + g_utf8_strlen(*word, -1);
		if (line->len && length >= LABEL_CHARS) {
			g_ptr_array_add(lines, g_strdup(line->str));
			g_string_truncate(line, 0);
		}
		g_string_append_printf(line, "%s%s", line->len ? " " : "", *word);
	}
	g_ptr_array_add(lines, g_string_free(line, FALSE));
	return lines;
}

/* Draws a pilot from y on; returns where the next one begins. */
static int draw_pilot(Html *h, const Timeline *t, const Pilot *p, int y)
{
	g_autoptr(GPtrArray) lines = wrap(p->title);

	for (guint i = 0; i < lines->len; i++, y += LINE)
		draw_text(h, "titel", 0, y + LINE - 5, lines->pdata[i]);
	for (guint i = 0; i < p->periods->len; i++)
		draw_bar(h, t, &g_array_index(p->periods, Period, i), y);
	return y + BAR + GAP;
}

static int height_of(const Timeline *t)
{
	int y = TOP;

	for (guint i = 0; i < t->rows->len; i++) {
		g_autoptr(GPtrArray) lines = wrap(((const Pilot *)t->rows->pdata[i])->title);
		y += (int)lines->len * LINE + BAR + GAP;
	}
	return y;
}

static void draw(Html *h, const Timeline *t)
{
	int y = TOP, height = height_of(t);

	html_open_with(h, "svg", "class", "tijdlijn", "width", "100%", "role", "img",
		       "aria-labelledby", "tekening-titel tekening-uitleg", NULL);
	set_pixels(h, "height", height);
	html_open_with(h, "title", "id", "tekening-titel", NULL);
	html_text(h, "Tijdlijn van de pilots");
	html_close(h);
	html_open_with(h, "desc", "id", "tekening-uitleg", NULL);
	html_text_format(h,
			 "Een balk per pilot, van %d tot en met %d. De tabel hieronder geeft "
			 "dezelfde gegevens.",
			 t->first / 12, t->last / 12);
	html_close(h);
	draw_years(h, t, height);
	for (guint i = 0; i < t->rows->len; i++)
		y = draw_pilot(h, t, t->rows->pdata[i], y);
	draw_reference(h, t, height);
	html_close(h);
}

/* ---- the table --------------------------------------------------------------------------- */

/* Those that are drawn, and those that are not. */
static void table(Html *h, const Web *web, const Results *r, const Timeline *t)
{
	g_autoptr(GPtrArray) pilots = g_ptr_array_new();

	for (guint i = 0; i < t->rows->len; i++)
		g_ptr_array_add(pilots, t->rows->pdata[i]);
	for (guint i = 0; i < r->hits->len; i++) {
		const Hit *hit = r->hits->pdata[i];
		if (!hit->pilot->periods->len)
			g_ptr_array_add(pilots, hit->pilot);
	}
	page_table(h, web, pilots, "Looptijden van de pilots");
}

/* ---- the page ------------------------------------------------------------------------------ */

void page_timeline(Web *web, const char *rest)
{
	Html h;
	const Page page = { .title = "Tijdlijn van de pilots", .path = "/tijdlijn" };

	(void)rest;
	web->request->limit = TIMELINE_MAX;
	web->request->facets = FALSE;
	g_autoptr(Results) r = web_search(web);
	if (!r)
		return;
	g_autoptr(Timeline) t = timeline_new(r);
	html_init(&h, web->answer->body);
	page_begin(&h, web, &page);
	html_element(&h, "h1", page.title);
	page_search_box(&h, web, "/tijdlijn", web->request->query);
	for (guint i = 0; i < r->notices->len; i++)
		html_element_class(&h, "p", "melding", r->notices->pdata[i]);
	page_active_filters(&h, web, "/tijdlijn");
	html_open(&h, "p");
	g_autofree char *total = count_in_words(r->total, r->estimated);
	html_text_format(&h, "%s pilot%s", total, r->total == 1 ? "" : "s");
	if (r->total > r->hits->len)
		html_text_format(&h, ", waarvan de eerste %u hier staan", r->hits->len);
	if (t->without)
		html_text_format(&h, "; %u zonder leesbare looptijd, alleen in de tabel",
				 t->without);
	html_close(&h);
	if (t->rows->len)
		draw(&h, t);
	if (r->hits->len)
		table(&h, web, r, t);
	page_end(&h, web);
}

/* The whole collection in two pictures: themes by status, and when pilots begin and end. */
#include "overview.h"

#include "draw.h"
#include "looptijd.h"
#include "page.h"

/* ---- themes by status --------------------------------------------------------------------- */

static void heading(Html *h, const char *text)
{
	html_open_with(h, "th", "scope", "col", NULL);
	html_text(h, text);
	html_close(h);
}

/* The statuses that some pilot has. */
static gboolean is_used(const GArray *spreads, Status status)
{
	return g_array_index(spreads, Spread, spreads->len - 1).by_status[status] > 0;
}

/* A number that leads to the pilots it counts; who only hears it is told of what. */
static void number_link(Html *h, const Web *web, const Spread *s, const char *path,
			const char *text, const char *of)
{
	g_autofree char *link = web_link(web, path);

	html_open_with(h, "a", "href", link, NULL);
	html_text(h, text);
	html_open_with(h, "span", "class", "onzichtbaar", NULL);
	html_text_format(h, " %s, %s", of, s->theme ? s->theme->label : "alle pilots");
	html_close(h);
	html_close(h);
}

static void number(Html *h, const Web *web, const Spread *s, Status status)
{
	g_autofree char *text = count_in_words(s->by_status[status], s->estimated);
	g_autofree char *path = s->theme ? g_strdup_printf("/?thema=%s&status=%s", s->theme->name,
							   status_name(status))
					 : g_strdup_printf("/?status=%s", status_name(status));

	html_open(h, "td");
	if (s->by_status[status])
		number_link(h, web, s, path, text, status_label(status));
	else
		html_text(h, "0");
	html_close(h);
}

static void total(Html *h, const Web *web, const Spread *s)
{
	g_autofree char *text = count_in_words(s->total, s->estimated);
	g_autofree char *path = s->theme ? g_strconcat("/themas/", s->theme->name, NULL)
					 : g_strdup("/?soort=pilot");

	html_open(h, "td");
	number_link(h, web, s, path, text, "in totaal");
	html_close(h);
}

/* One bar of all statuses, as long as it has pilots beside the row that has most. */
static void stacked(Html *h, const Spread *s, guint most)
{
	double at = 0;

	html_open_with(h, "td", "class", "beeld", NULL);
	html_open_with(h, "svg", "class", "grafiek", "height", "20", "aria-hidden", "true", NULL);
	for (Status status = 0; status < N_STATUSES; status++) {
		double part = (double)s->by_status[status] / MAX(most, 1);
		if (part > 0)
			draw_bar(h, status, at, at + part, 2, 16, status_label(status));
		at += part;
	}
	html_close(h);
	html_close(h);
}

static void spread_row(Html *h, const Web *web, const GArray *spreads, const Spread *s, guint most)
{
	html_open(h, "tr");
	html_open_with(h, "th", "scope", "row", NULL);
	html_text(h, s->theme ? s->theme->label : "Alle pilots");
	html_close(h);
	for (Status status = 0; status < N_STATUSES; status++)
		if (is_used(spreads, status))
			number(h, web, s, status);
	total(h, web, s);
	stacked(h, s, most);
	html_close(h);
}

static void themes_by_status(Html *h, const Web *web, const GArray *spreads)
{
	const Spread *all = &g_array_index(spreads, Spread, spreads->len - 1);

	html_element(h, "p", "Een pilot kan meer dan één thema hebben, of geen.");
	draw_legend(h, all->by_status);
	html_open_with(h, "section", "class", "schuif overzicht", "tabindex", "0",
		       "aria-labelledby", "themas-status", NULL);
	html_open(h, "table");
	html_open_with(h, "caption", "id", "themas-status", NULL);
	html_text(h, "Pilots per thema en status op de peildatum");
	html_close(h);
	html_open(h, "thead");
	html_open(h, "tr");
	heading(h, "Thema");
	for (Status status = 0; status < N_STATUSES; status++)
		if (is_used(spreads, status))
			heading(h, status_label(status));
	heading(h, "Totaal");
	html_open_with(h, "td", "class", "beeld", NULL);
	html_close(h);
	html_close(h);
	html_close(h);
	html_open(h, "tbody");
	for (guint i = 0; i < spreads->len; i++)
		spread_row(h, web, spreads, &g_array_index(spreads, Spread, i), all->total);
	html_close(h);
	html_close(h);
	html_close(h);
}

/* ---- quarters -------------------------------------------------------------------------------- */

#define HALF 60  /* pixels up for those that begin, down for those that end */
#define BELOW 18 /* for the years */

static guint highest(const Quarters *q)
{
	guint most = 1;

	for (guint i = 0; i < q->quarters->len; i++) {
		const Quarter *at = &g_array_index(q->quarters, Quarter, i);
		most = MAX(most, MAX(at->starts, at->ends));
	}
	return most;
}

static void column(Html *h, Status look, double from, double to, guint count, guint most, int up)
{
	int height = (int)(count * (HALF - 14) / most);
	g_autofree char *text = g_strdup_printf("%u", count);
	double gap = (to - from) * 0.15;

	if (!count)
		return;
	draw_bar(h, look, from + gap, to - gap, up ? HALF - height : HALF, height, NULL);
	draw_text(h, "midden", (from + to) / 2, up ? HALF - height - 3 : HALF + height + 12, text);
}

/* Up what begins, down what ends. */
static void draw_quarters(Html *h, const Quarters *q)
{
	guint most = highest(q);
	double width = 1.0 / q->quarters->len;

	html_open_with(h, "svg", "class", "grafiek kwartalen", "role", "img", "aria-label",
		       "Per kwartaal hoeveel pilots beginnen en eindigen; de tabel heeft dezelfde "
		       "getallen",
		       NULL);
	draw_pixels(h, "height", 2 * HALF + BELOW);
	for (guint i = 0; i < q->quarters->len; i++) {
		const Quarter *at = &g_array_index(q->quarters, Quarter, i);
		int month = q->first + 3 * (int)i;
		g_autofree char *year = g_strdup_printf("%d", month / 12);
		if (month % 12 == 0 || i == 0) {
			draw_line(h, "jaar", i * width, 0, 2 * HALF + BELOW);
			draw_text(h, "jaartal", i * width, 2 * HALF + BELOW - 4, year);
		}
		column(h, STATUS_LOPEND, i * width, (i + 1) * width, at->starts, most, TRUE);
		column(h, STATUS_AFGEROND, i * width, (i + 1) * width, at->ends, most, FALSE);
	}
	html_empty_with(h, "line", "class", "jaar", "x1", "0", "x2", "100%", "y1", "60", "y2", "60",
			NULL);
	html_close(h);
}

static void quarter_row(Html *h, const Web *web, int month, const Quarter *at)
{
	g_autofree char *from = month_to_text(month);
	g_autofree char *to = month_to_text(month + 2);
	g_autofree char *path = g_strdup_printf("/tijdlijn?loopt=%s..%s", from, to);
	g_autofree char *link = web_link(web, path);
	g_autofree char *name =
		g_strdup_printf("%de kwartaal van %d", month % 12 / 3 + 1, month / 12);

	html_open(h, "tr");
	html_open_with(h, "th", "scope", "row", NULL);
	html_link(h, link, name);
	html_close(h);
	html_open(h, "td");
	html_text_format(h, "%u", at->starts);
	html_close(h);
	html_open(h, "td");
	html_text_format(h, "%u", at->ends);
	html_close(h);
	html_close(h);
}

static void quarter_table(Html *h, const Web *web, const Quarters *q)
{
	html_open(h, "details");
	html_element(h, "summary", "Begin en einde per kwartaal als tabel");
	html_open(h, "table");
	html_element(h, "caption", "Hoeveel pilots beginnen en eindigen");
	html_open(h, "thead");
	html_open(h, "tr");
	heading(h, "Kwartaal");
	heading(h, "Beginnen");
	heading(h, "Eindigen");
	html_close(h);
	html_close(h);
	html_open(h, "tbody");
	for (guint i = 0; i < q->quarters->len; i++)
		quarter_row(h, web, q->first + 3 * (int)i, &g_array_index(q->quarters, Quarter, i));
	html_close(h);
	html_close(h);
	html_close(h);
}

static void quarters(Html *h, const Web *web, const Quarters *q)
{
	html_element(h, "h3", "Wanneer pilots beginnen en eindigen");
	html_open(h, "p");
	html_text(h, "Boven de lijn: zo veel pilots beginnen in dat kwartaal. Onder de lijn: zo "
		     "veel eindigen er.");
	if (q->no_start || q->no_end)
		html_text_format(h,
				 " Van %u is het begin niet bekend, van %u het einde: die tellen "
				 "daar niet mee.",
				 q->no_start, q->no_end);
	html_close(h);
	draw_quarters(h, q);
	quarter_table(h, web, q);
}

/* All of them, to read and to take along. */
static void all_pilots(Html *h, const Web *web)
{
	g_autofree char *list = web_link(web, "/?soort=pilot&sorteer=titel");
	g_autofree char *file = web_link(web, "/export?soort=pilot&sorteer=titel&formaat=xlsx");

	html_open_with(h, "p", "class", "ook", NULL);
	html_link(h, list, "Bekijk alle pilots");
	html_text(h, " ");
	html_link(h, file, "Download alle pilots voor Excel (XLSX)");
	html_close(h);
}

void page_overview(Html *h, const Web *web, const GArray *spreads)
{
	g_autoptr(Quarters) q = overview_quarters(web->index, NULL);

	html_element(h, "h2", "Alle pilots in beeld");
	all_pilots(h, web);
	draw_patterns(h);
	themes_by_status(h, web, spreads);
	if (q && q->quarters->len)
		quarters(h, web, q);
}

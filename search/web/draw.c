#include "draw.h"

/* ---- places --------------------------------------------------------------------------------- */

/* A number of SVG: a point as its decimal mark, whatever the locale. */
void draw_percent(Html *h, const char *name, double part)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	g_ascii_formatd(text, sizeof text, "%.2f", part * 100);
	html_attribute_format(h, name, "%s%%", text);
}

void draw_pixels(Html *h, const char *name, int pixels)
{
	html_attribute_format(h, name, "%d", pixels);
}

void draw_line(Html *h, const char *class_name, double part, int from, int to)
{
	html_open_with(h, "line", "class", class_name, NULL);
	draw_percent(h, "x1", part);
	draw_percent(h, "x2", part);
	draw_pixels(h, "y1", from);
	if (to < 0)
		html_attribute(h, "y2", "100%");
	else
		draw_pixels(h, "y2", to);
	html_close(h);
}

void draw_text(Html *h, const char *class_name, double part, int y, const char *text)
{
	html_open_with(h, "text", "class", class_name, NULL);
	draw_percent(h, "x", part);
	draw_pixels(h, "y", y);
	html_text(h, text);
	html_close(h);
}

/* ---- the looks --------------------------------------------------------------------------------
 */

#define TILE 8 /* pixels of a pattern */

/* What is drawn over the colour of a status, as a path in a tile; NULL: nothing. Who sees no
 * colours tells them apart by this, and so does who prints. */
static const char *const marks[N_STATUSES] = {
	[STATUS_LOPEND] = NULL,
	[STATUS_AFGEROND] = "M0 8L8 0M-2 2L2 -2M6 10L10 6",
	[STATUS_STOPGEZET] = "M0 0L8 8M8 0L0 8",
	[STATUS_START_BINNENKORT] = "M2 2H4M6 6H8",
	[STATUS_ONBEKEND] = "M0 4H8",
};

static void pattern(Html *h, Status status)
{
	g_autofree char *id = g_strconcat("vlak-", status_name(status), NULL);
	g_autofree char *color = g_strconcat("kleur ", status_name(status), NULL);

	html_open_with(h, "pattern", "id", id, "patternUnits", "userSpaceOnUse", NULL);
	draw_pixels(h, "width", TILE);
	draw_pixels(h, "height", TILE);
	html_open_with(h, "rect", "class", color, NULL);
	draw_pixels(h, "width", TILE);
	draw_pixels(h, "height", TILE);
	html_close(h);
	if (marks[status])
		html_empty_with(h, "path", "class", "merk", "d", marks[status], NULL);
	html_close(h);
}

void draw_patterns(Html *h)
{
	html_open_with(h, "svg", "class", "onzichtbaar", "aria-hidden", "true", NULL);
	html_open(h, "defs");
	for (Status status = 0; status < N_STATUSES; status++)
		pattern(h, status);
	html_close(h);
	html_close(h);
}

void draw_bar(Html *h, Status status, double from, double to, int y, int height, const char *title)
{
	g_autofree char *fill = g_strdup_printf("url(#vlak-%s)", status_name(status));

	html_open_with(h, "rect", "class", "balk", "rx", "2", "fill", fill, NULL);
	draw_percent(h, "x", from);
	draw_percent(h, "width", to - from);
	draw_pixels(h, "y", y);
	draw_pixels(h, "height", height);
	if (title)
		html_element(h, "title", title);
	html_close(h);
}

void draw_legend(Html *h, const guint *counts)
{
	html_open_with(h, "ul", "class", "legenda", NULL);
	for (Status status = 0; status < N_STATUSES; status++) {
		if (!counts[status])
			continue;
		html_open(h, "li");
		html_open_with(h, "svg", "width", "32", "height", "16", "aria-hidden", "true",
			       NULL);
		draw_bar(h, status, 0.04, 0.96, 1, 14, NULL);
		html_close(h);
		html_text_format(h, " %s (%u)", status_label(status), counts[status]);
		html_close(h);
	}
	html_close(h);
}

/* What drawings are made of: SVG whose places are parts of the width, so that it fits any screen
 * without its letters becoming smaller; and the look of each status, by colour and by pattern. */
#ifndef SEARCH_DRAW_H
#define SEARCH_DRAW_H

#include "html.h"
#include "pilot.h"

/* An attribute that is a part (0..1) of the width, or a number of pixels. */
void draw_percent(Html *html, const char *name, double part);
void draw_pixels(Html *html, const char *name, int pixels);

/* A line down at a part of the width; to < 0: to the bottom. */
void draw_line(Html *html, const char *class_name, double part, int from, int to);
void draw_text(Html *html, const char *class_name, double part, int y, const char *text);

/* A bar in the look of a status; title: what it says when pointed at. */
void draw_bar(Html *html, Status status, double from, double to, int y, int height,
	      const char *title);

/* The patterns that bars are filled with: once on a page, before the first bar. */
void draw_patterns(Html *html);
/* What they mean: those of which counts (by status) is not 0. */
void draw_legend(Html *html, const guint *counts);

#endif

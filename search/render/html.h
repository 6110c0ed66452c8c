/* Writing HTML and XML. Every call names its context, so nothing is ever escaped in the
 * wrong way or not at all; open elements are kept, so all are closed. */
#ifndef SEARCH_HTML_H
#define SEARCH_HTML_H

#include <glib.h>

typedef struct {
	GString *out;
	GPtrArray *open; /* names of the open elements; static strings */
	gboolean tag;    /* the last element's start tag still takes attributes */
	gboolean xml;    /* an element without content is closed at once: <link/> */
} Html;

void html_init(Html *html, GString *out);
/* The same for XML: starts with its declaration. */
void html_init_xml(Html *html, GString *out);
/* Closes what is open. */
void html_finish(Html *html);

/* <name …>; name is a static string. */
void html_open(Html *html, const char *name);
/* The same with attributes: pairs of a name and a value, then NULL. */
void html_open_with(Html *html, const char *name, ...) G_GNUC_NULL_TERMINATED;
/* The same for an element without content: opened and closed. */
void html_empty_with(Html *html, const char *name, ...) G_GNUC_NULL_TERMINATED;
/* An attribute of the element just opened. value NULL: without a value. */
void html_attribute(Html *html, const char *name, const char *value);
void html_attribute_format(Html *html, const char *name, const char *format, ...)
	G_GNUC_PRINTF(3, 4);
void html_text(Html *html, const char *text);
void html_text_format(Html *html, const char *format, ...) G_GNUC_PRINTF(2, 3);
/* The last element opened; a void one (br, input) has no end tag. */
void html_close(Html *html);
/* An element with nothing but text in it. */
void html_element(Html *html, const char *name, const char *text);
/* The same with a class. */
void html_element_class(Html *html, const char *name, const char *class_name, const char *text);

/* A link to a URL, which is already encoded. */
void html_link(Html *html, const char *url, const char *text);

/* Appends text as a component of a URL: all but letters, digits and -_.~ as %XX. */
void html_url_component(GString *url, const char *text);

#endif

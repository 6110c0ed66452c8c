/* The web: a request in, an answer out. Pages in Dutch, without any script. */
#ifndef SEARCH_WEB_H
#define SEARCH_WEB_H

#include "html.h"
#include "http.h"
#include "search.h"

/* What the site is; from the environment (see doc/web.md). */
typedef struct {
	const char *name;            /* of the site */
	const char *css;             /* an extra style sheet, or NULL */
	const char *frame_ancestors; /* who may embed it */
} Site;

/* One request while it is answered. */
typedef struct {
	Index *index;
	const Site *site;
	const HttpRequest *http;
	HttpAnswer *answer;
} Web;

/* Answers a request, errors included; never fails. index: NULL when it could not be
 * opened, and then why says so. */
HttpAnswer *web_answer(Index *index, const char *why, const Site *site, const HttpRequest *http);
/* The answer to what could not be read as a request (HTTP_ERROR). */
HttpAnswer *web_bad_request(const Site *site, const char *message);

/* ---- for the handlers ---------------------------------------------------------- */

/* A page's frame: opens <main>; page_end closes all. title is that of the page. */
void page_begin(Html *html, const Web *web, const char *title);
void page_end(Html *html);
/* The search box; query NULL: empty. */
void page_search_box(Html *html, const Web *web, const char *query);
/* The facts of a pilot as a list. section may be NULL. */
void page_facts(Html *html, const Pilot *pilot, const Section *section);
/* An error as a page, or as problem+json under /v1/. Status and text, in Dutch. */
void web_error(Web *web, int status, const char *title, const char *detail);

/* A path of ours with its root before it. The caller frees. */
char *web_link(const Web *web, const char *path);

/* Fills a request from the parameters of the URL. FALSE with HTTP_ERROR_BAD for an
 * unknown one or a value that does not exist. */
gboolean web_read_request(Request *request, const Web *web, GError **error);

/* The handlers; rest is what stands behind the route's path. */
void page_search(Web *web, const char *rest);
void page_pilot(Web *web, const char *rest);
void page_themes(Web *web, const char *rest);
void api_passages(Web *web, const char *rest);
void api_pilots(Web *web, const char *rest);
void api_themes(Web *web, const char *rest);

#endif

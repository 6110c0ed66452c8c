/* The web: a request in, an answer out. Pages in Dutch, without any script. */
#ifndef SEARCH_WEB_H
#define SEARCH_WEB_H

#include "http.h"
#include "render.h"
#include "search.h"

/* What the site is; from the environment (see doc/web.md). */
typedef struct {
	const char *name;            /* of the site */
	const char *css;             /* an extra style sheet, or NULL */
	const char *frame_ancestors; /* who may embed it */
	const char *statement;       /* address of the accessibility statement, or NULL */
} Site;

/* Something wrong in a request, in Dutch. */
typedef struct {
	const char *in; /* "query" or "body" */
	char *name;     /* of the parameter */
	char *detail;
	char *value; /* that the parameter had; NULL when it is not about one */
} Problem;

/* What pilots on a timeline are put together by. */
typedef enum {
	GROUPING_NONE,
	GROUPING_THEME,
	GROUPING_PLACE,
	GROUPING_SERIES,
	N_GROUPINGS
} Grouping;

/* One request while it is answered. */
typedef struct {
	Index *index; /* NULL only for what works without */
	const Site *site;
	HttpRequest *http; /* NULL for what could not be read as a request */
	HttpAnswer *answer;
	Request *request;           /* the parameters */
	const RenderFormat *format; /* of a download; NULL when none is asked for */
	GPtrArray *problems;        /* of Problem *; empty when a handler is called */
	Grouping grouping;          /* of a timeline */
} Web;

/* Which parameters a path takes: those of requests (request.h), and those of the web. */
enum {
	PARAMS_NONE = 0,
	PARAMS_PILOTS = REQUEST_NEXT,         /* pilot */
	PARAMS_QUESTIONS = REQUEST_NEXT << 1, /* tekst */
	PARAMS_FORMAT = REQUEST_NEXT << 2,    /* formaat */
	PARAMS_CHANGES = REQUEST_NEXT << 3,   /* van, tot */
	PARAMS_TIMELINE = REQUEST_NEXT << 4,  /* groep */
	PARAMS_SEARCH = REQUEST_QUERY | REQUEST_FILTERS | REQUEST_EDITIONS | REQUEST_PAGES
};

#define API_VERSION "1.0.0"

/* Answers a request, errors included; never fails. index: NULL when it could not be
 * opened. */
HttpAnswer *web_answer(Index *index, const Site *site, HttpRequest *http);
/* The answer to what could not be read as a request (HTTP_ERROR); path: what was asked. */
HttpAnswer *web_bad_request(const Site *site, const char *path, const char *message);
/* The answer to a request that takes more CPU time than allowed. */
HttpAnswer *web_too_dear(const Site *site, const char *path);
/* The answer to a request whose body does not come. */
HttpAnswer *web_late(const Site *site, const char *path);
/* The answer to all that is asked of a process that could not give up what it does not need. */
HttpAnswer *web_unconfined(const Site *site, const char *path);

/* ---- for the handlers ---------------------------------------------------------- */

/* Checks the parameters and fills web->request; what is wrong goes to web->problems. */
void web_read_params(Web *web, guint allowed);

/* Adds a parameter to a body's request, as the URL has them; FALSE: not JSON or not of
 * the right shape, and then the error is answered. */
gboolean web_read_body(Web *web);

/* Notes what is wrong with a parameter; takes detail. */
void web_problem(Web *web, const char *name, char *detail);

/* An error as a page, or as problem+json under /v1/. Status and text, in Dutch; with the
 * problems when there are any. */
void web_error(Web *web, int status, const char *title, const char *detail);
void web_unavailable(Web *web);

/* Whether an answer is for programs: what is wrong is told strictly, as JSON. */
gboolean web_is_api(const Web *web);

/* Searches for what is asked; NULL when it failed, and then that is answered. */
Results *web_search(Web *web);
/* The questions of the parameter "tekst" with their passages; NULL as above. */
Dossier *web_dossier(Web *web);

/* A path of ours with its root before it. The caller frees. */
char *web_link(const Web *web, const char *path);
/* The same as an absolute URL, where the host is known. The caller frees. */
char *web_url(const Web *web, const char *path);

/* A path with the parameters of this request, but without one value (value NULL: without
 * all of that name), and with a page when it is not the first. The caller frees. */
char *web_link_without(const Web *web, const char *path, const char *name, const char *value,
		       int page);
/* The same with one value set. */
char *web_link_with(const Web *web, const char *path, const char *name, const char *value);

/* Pages of results. */
int web_page_count(const Results *results, const Request *request);
int web_page_number(const Request *request);

#endif

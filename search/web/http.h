/* One HTTP request and its answer, as CGI has them (RFC 3875): parsed and checked once,
 * at the edge. Nothing here knows of pilots. */
#ifndef SEARCH_HTTP_H
#define SEARCH_HTTP_H

#include <glib.h>

#define HTTP_MAX_QUERY 4096  /* bytes of a query string */
#define HTTP_MAX_PATH 512    /* bytes of a path */
#define HTTP_MAX_PARAMS 64   /* of a URL */
#define HTTP_MAX_FIELDS 2048 /* of a POST: a box for each passage */
#define HTTP_MAX_BODY 65536  /* bytes of a POST */

typedef struct {
	char *name, *value; /* decoded, valid UTF-8 without NUL */
} HttpParam;

typedef struct {
	char *method;
	char *path;          /* under our root, decoded; "/" at least */
	char *root;          /* what stands before it in links: "" or "/cgi-bin/zoek" */
	char *origin;        /* "http://host" for absolute links; NULL when not known */
	GArray *params;      /* of HttpParam, in order */
	char *query;         /* as it was sent, for links and names of answers */
	char *if_none_match; /* NULL without */
	GString *body;       /* of a POST; empty without */
	char *body_type;     /* media type of it, lower case, without parameters; "" without */
} HttpRequest;

#define HTTP_ERROR (http_error_quark())
typedef enum {
	HTTP_ERROR_BAD /* 400: what is wrong is in the message, in Dutch */
} HttpErrorCode;
GQuark http_error_quark(void);

/* Where a request comes from: the variables of the CGI environment (NULL for one that is
 * not set), and the bytes of the body (0 at its end). */
typedef struct {
	const char *(*variable)(const char *name, gpointer user);
	gsize (*read)(char *to, gsize max, gpointer user);
	gpointer user;
} HttpSource;

/* NULL with HTTP_ERROR_BAD for what is too long, badly encoded or no UTF-8. */
HttpRequest *http_request_new(const HttpSource *source, GError **error);
void http_request_free(HttpRequest *request);

/* The first value of a parameter; NULL without. Borrowed. */
const char *http_param(const HttpRequest *request, const char *name);

/* Adds a parameter that came in another way than by the URL; copies both. FALSE with
 * HTTP_ERROR_BAD for one too many. */
gboolean http_add_param(HttpRequest *request, const char *name, const char *value, GError **error);

/* Adds the parameters of a form: "a=1&b=2". FALSE with HTTP_ERROR_BAD. */
gboolean http_add_form(HttpRequest *request, const char *form, GError **error);

typedef struct {
	int status;
	const char *type; /* media type with its charset */
	GString *headers; /* further ones, each with its CRLF */
	GString *body;
} HttpAnswer;

HttpAnswer *http_answer_new(void);
void http_answer_free(HttpAnswer *answer);

/* The whole answer as CGI wants it, security headers included; without its body for
 * HEAD and 304. frame_ancestors: who may embed us, as CSP says it. */
GString *http_answer_text(const HttpAnswer *answer, gboolean head, const char *frame_ancestors);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(HttpRequest, http_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(HttpAnswer, http_answer_free)

#endif

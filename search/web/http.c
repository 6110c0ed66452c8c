#include "http.h"

#include <string.h>

GQuark http_error_quark(void)
{
	return g_quark_from_static_string("http-error");
}

/* ---- decoding ---------------------------------------------------------------------- */

/* text[0..len) of a URL: strict %XX, "+" is a space. NULL when it is not well-formed. */
static char *decode(const char *text, gsize len)
{
	g_autoptr(GString) out = g_string_new(NULL);

	for (gsize i = 0; i < len; i++) {
		char c = text[i];
		if (c == '%') {
			int high = i + 2 < len ? g_ascii_xdigit_value(text[i + 1]) : -1;
			int low = i + 2 < len ? g_ascii_xdigit_value(text[i + 2]) : -1;
			if (high < 0 || low < 0)
				return NULL;
			c = (char)(high * 16 + low);
			i += 2;
		} else if (c == '+') {
			c = ' ';
		}
		if (c == '\0')
			return NULL;
		g_string_append_c(out, c);
	}
	if (!g_utf8_validate(out->str, out->len, NULL))
		return NULL;
	return g_strdup(out->str);
}

static gboolean bad(GError **error, const char *message)
{
	g_set_error_literal(error, HTTP_ERROR, HTTP_ERROR_BAD, message);
	return FALSE;
}

gboolean http_add_param(HttpRequest *r, const char *name, const char *value, GError **error)
{
	HttpParam p = { g_strdup(name), g_strdup(value) };

	g_array_append_val(r->params, p);
	if (r->body && r->body->len)
		return r->params->len <= HTTP_MAX_FIELDS ||
		       bad(error, "Het formulier heeft te veel onderdelen.");
	return r->params->len <= HTTP_MAX_PARAMS ||
	       bad(error, "Het webadres heeft te veel onderdelen.");
}

static gboolean add_pair(HttpRequest *r, const char *pair, GError **error)
{
	const char *equals = strchr(pair, '=');
	gsize n = equals ? (gsize)(equals - pair) : strlen(pair);
	g_autofree char *name = decode(pair, n);
	g_autofree char *value = equals ? decode(equals + 1, strlen(equals + 1)) : g_strdup("");

	if (!name || !value)
		return bad(error, "Het webadres bevat tekens die niet geldig zijn gecodeerd.");
	return http_add_param(r, name, value, error);
}

gboolean http_add_form(HttpRequest *r, const char *form, GError **error)
{
	g_auto(GStrv) pairs = g_strsplit(form, "&", -1);

	for (char **pair = pairs; *pair; pair++)
		if (**pair && !add_pair(r, *pair, error))
			return FALSE;
	return TRUE;
}

/* ---- the request ----------------------------------------------------------------------- */

static void param_clear(gpointer data)
{
	HttpParam *p = data;

	g_free(p->name);
	g_free(p->value);
}

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

static char *origin_of(const HttpSource *source)
{
	const char *host = source->variable("HTTP_HOST", source->user);
	const char *https = source->variable("HTTPS", source->user);

	if (!host || !*host ||
	    strspn(host, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
			 "0123456789.-:[]") != strlen(host))
		return NULL;
	return g_strconcat(https && *https && strcmp(https, "off") != 0 ? "https://" : "http://",
			   host, NULL);
}

/* "application/json; charset=utf-8" is "application/json". */
static char *media_type(const char *value)
{
	g_autofree char *lower = g_ascii_strdown(value, (gssize)strcspn(value, "; "));
	return g_steal_pointer(&lower);
}

#define MOST_DISCARDED (1 << 20)

/* Reads on past what is too long, within reason: a client that still sends would not see
 * our answer. */
static void discard(const HttpSource *source, guint64 length)
{
	char part[4096];
	gsize n = 1;

	for (guint64 left = MIN(length, MOST_DISCARDED); left > 0 && n > 0; left -= n)
		n = source->read(part, MIN(sizeof part, left), source->user);
}

/* The body as far as it was announced. */
static gboolean read_body(HttpRequest *r, const HttpSource *source, GError **error)
{
	const char *length = or_empty(source->variable("CONTENT_LENGTH", source->user));
	guint64 wanted = 0;

	if (strcmp(r->method, "POST") != 0)
		return TRUE;
	if (*length && !g_ascii_string_to_unsigned(length, 10, 0, G_MAXUINT32, &wanted, NULL))
		return bad(error, "De lengte van het bericht is geen getal.");
	if (wanted > HTTP_MAX_BODY) {
		discard(source, wanted);
		return bad(error, "De ingestuurde tekst is te lang (meer dan 64 kB).");
	}
	while (r->body->len < wanted) {
		char part[4096];
		gsize n = source->read(part, MIN(sizeof part, wanted - r->body->len), source->user);
		if (n == 0)
			return bad(error, "De ingestuurde tekst is niet volledig aangekomen.");
		g_string_append_len(r->body, part, (gssize)n);
	}
	return (strlen(r->body->str) == r->body->len &&
		g_utf8_validate(r->body->str, (gssize)r->body->len, NULL)) ||
	       bad(error, "De ingestuurde tekst is geen geldige UTF-8.");
}

HttpRequest *http_request_new(const HttpSource *source, GError **error)
{
	g_autoptr(HttpRequest) r = g_new0(HttpRequest, 1);
	const char *path = or_empty(source->variable("PATH_INFO", source->user));

	r->params = g_array_new(FALSE, FALSE, sizeof(HttpParam));
	g_array_set_clear_func(r->params, param_clear);
	r->body = g_string_new(NULL);
	r->method = g_strdup(or_empty(source->variable("REQUEST_METHOD", source->user)));
	r->root = g_strdup(or_empty(source->variable("SCRIPT_NAME", source->user)));
	if (strcmp(r->root, "/") == 0)
		*r->root = '\0';
	r->origin = origin_of(source);
	r->query = g_strdup(or_empty(source->variable("QUERY_STRING", source->user)));
	r->if_none_match = g_strdup(source->variable("HTTP_IF_NONE_MATCH", source->user));
	r->body_type = media_type(or_empty(source->variable("CONTENT_TYPE", source->user)));
	r->path = g_strdup(*path ? path : "/");
	if (strlen(path) > HTTP_MAX_PATH || !g_utf8_validate(path, -1, NULL)) {
		bad(error, "Het webadres is te lang of niet geldig gecodeerd.");
		return NULL;
	}
	if (strlen(r->query) > HTTP_MAX_QUERY) {
		bad(error, "De zoekvraag is te lang.");
		return NULL;
	}
	if (!http_add_form(r, r->query, error) || !read_body(r, source, error))
		return NULL;
	return g_steal_pointer(&r);
}

void http_request_free(HttpRequest *r)
{
	if (!r)
		return;
	g_free(r->method);
	g_free(r->path);
	g_free(r->root);
	g_free(r->origin);
	g_free(r->query);
	g_free(r->if_none_match);
	g_string_free(r->body, TRUE);
	g_free(r->body_type);
	g_array_unref(r->params);
	g_free(r);
}

const char *http_param(const HttpRequest *r, const char *name)
{
	for (guint i = 0; i < r->params->len; i++) {
		const HttpParam *p = &g_array_index(r->params, HttpParam, i);
		if (strcmp(p->name, name) == 0)
			return p->value;
	}
	return NULL;
}

/* ---- the answer --------------------------------------------------------------------------- */

static const struct {
	int status;
	const char *reason;
} reasons[] = {
	{ 200, "OK" },
	{ 303, "See Other" },
	{ 304, "Not Modified" },
	{ 400, "Bad Request" },
	{ 404, "Not Found" },
	{ 405, "Method Not Allowed" },
	{ 408, "Request Timeout" },
	{ 415, "Unsupported Media Type" },
	{ 500, "Internal Server Error" },
	{ 503, "Service Unavailable" },
};

HttpAnswer *http_answer_new(void)
{
	HttpAnswer *a = g_new(HttpAnswer, 1);

	*a = (HttpAnswer) { 200, "text/html; charset=utf-8", g_string_new(NULL),
			    g_string_new(NULL) };
	return a;
}

void http_answer_free(HttpAnswer *a)
{
	if (!a)
		return;
	g_string_free(a->headers, TRUE);
	g_string_free(a->body, TRUE);
	g_free(a);
}

static const char *reason_of(int status)
{
	for (gsize i = 0; i < G_N_ELEMENTS(reasons); i++)
		if (reasons[i].status == status)
			return reasons[i].reason;
	return "Error";
}

GString *http_answer_text(const HttpAnswer *a, gboolean head, const char *frame_ancestors)
{
	GString *out = g_string_new(NULL);

	g_string_append_printf(out, "Status: %d %s\r\n", a->status, reason_of(a->status));
	if (a->status != 304)
		g_string_append_printf(
			out, "Content-Type: %s\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n", a->type,
			a->body->len);
	g_string_append_printf(out,
			       "Content-Security-Policy: default-src 'none'; style-src 'self'; "
			       "img-src 'self'; form-action 'self'; base-uri 'none'; "
			       "frame-ancestors %s\r\n"
			       "X-Content-Type-Options: nosniff\r\n"
			       "Referrer-Policy: no-referrer\r\n",
			       frame_ancestors);
	g_string_append(out, a->headers->str);
	g_string_append(out, "\r\n");
	if (!head && a->status != 304)
		g_string_append_len(out, a->body->str, a->body->len);
	return out;
}

#include "http.h"

#include <string.h>

GQuark http_error_quark(void)
{
	return g_quark_from_static_string("http-error");
}

/* ---- decoding ---------------------------------------------------------------------- */

char *http_decode(const char *text, gsize len, gboolean form)
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
		} else if (c == '+' && form) {
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

static gboolean add_param(HttpRequest *r, const char *pair, GError **error)
{
	const char *equals = strchr(pair, '=');
	gsize n = equals ? (gsize)(equals - pair) : strlen(pair);
	HttpParam p = { http_decode(pair, n, TRUE),
			equals ? http_decode(equals + 1, strlen(equals + 1), TRUE) : g_strdup("") };

	g_array_append_val(r->params, p);
	return (p.name && p.value) ||
	       bad(error, "Het webadres bevat tekens die niet geldig zijn gecodeerd.");
}

static gboolean parse_query(HttpRequest *r, const char *query, GError **error)
{
	g_auto(GStrv) pairs = g_strsplit(query, "&", -1);

	if (strlen(query) > HTTP_MAX_QUERY)
		return bad(error, "De zoekvraag is te lang.");
	for (char **pair = pairs; *pair; pair++) {
		if (!**pair)
			continue;
		if (r->params->len >= HTTP_MAX_PARAMS)
			return bad(error, "Het webadres heeft te veel onderdelen.");
		if (!add_param(r, *pair, error))
			return FALSE;
	}
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

static char *origin_of(HttpVariable variable, gpointer user)
{
	const char *host = variable("HTTP_HOST", user), *https = variable("HTTPS", user);

	if (!host || !*host ||
	    strspn(host, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
			 "0123456789.-:[]") != strlen(host))
		return NULL;
	return g_strconcat(https && *https && strcmp(https, "off") != 0 ? "https://" : "http://",
			   host, NULL);
}

HttpRequest *http_request_new(HttpVariable variable, gpointer user, GError **error)
{
	g_autoptr(HttpRequest) r = g_new0(HttpRequest, 1);
	const char *path = or_empty(variable("PATH_INFO", user));

	r->params = g_array_new(FALSE, FALSE, sizeof(HttpParam));
	g_array_set_clear_func(r->params, param_clear);
	r->method = g_strdup(or_empty(variable("REQUEST_METHOD", user)));
	r->root = g_strdup(or_empty(variable("SCRIPT_NAME", user)));
	if (strcmp(r->root, "/") == 0)
		*r->root = '\0';
	r->origin = origin_of(variable, user);
	r->if_none_match = g_strdup(variable("HTTP_IF_NONE_MATCH", user));
	if (strlen(path) > HTTP_MAX_PATH || !g_utf8_validate(path, -1, NULL)) {
		bad(error, "Het webadres is te lang of niet geldig gecodeerd.");
		return NULL;
	}
	r->path = g_strdup(*path ? path : "/");
	return parse_query(r, or_empty(variable("QUERY_STRING", user)), error) ? g_steal_pointer(&r)
									       : NULL;
}

void http_request_free(HttpRequest *r)
{
	if (!r)
		return;
	g_free(r->method);
	g_free(r->path);
	g_free(r->root);
	g_free(r->origin);
	g_free(r->if_none_match);
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

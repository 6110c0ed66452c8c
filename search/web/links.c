/* Links that keep the rest of the request. */
#include <string.h>

#include "html.h"
#include "web.h"

char *web_link(const Web *web, const char *path)
{
	return g_strconcat(web->http ? web->http->root : "", path, NULL);
}

char *web_url(const Web *web, const char *path)
{
	const char *origin = web->http ? web->http->origin : NULL;

	return g_strconcat(origin ? origin : "", web->http ? web->http->root : "", path, NULL);
}

static void append_param(GString *url, const char *name, const char *value)
{
	g_string_append_printf(url, "%c%s=", strchr(url->str, '?') ? '&' : '?', name);
	html_url_component(url, value);
}

/* The path and those parameters that `name` and `value` do not leave out; never the page. */
static GString *base(const Web *web, const char *path, const char *name, const char *value)
{
	g_autofree char *start = web_link(web, path);
	GString *url = g_string_new(start);

	for (guint i = 0; i < web->http->params->len; i++) {
		const HttpParam *p = &g_array_index(web->http->params, HttpParam, i);
		gboolean left_out = name && strcmp(p->name, name) == 0 &&
				    (!value || strcmp(p->value, value) == 0);
		if (!left_out && *p->value && strcmp(p->name, "pagina") != 0)
			append_param(url, p->name, p->value);
	}
	return url;
}

char *web_link_without(const Web *web, const char *path, const char *name, const char *value,
		       int page)
{
	GString *url = base(web, path, name, value);
	g_autofree char *number = g_strdup_printf("%d", page);

	if (page > 1)
		append_param(url, "pagina", number);
	return g_string_free(url, FALSE);
}

char *web_link_with(const Web *web, const char *path, const char *name, const char *value)
{
	GString *url = base(web, path, name, NULL);

	append_param(url, name, value);
	return g_string_free(url, FALSE);
}

int web_page_count(const Results *r, const Request *request)
{
	return ((int)r->total + request->limit - 1) / request->limit;
}

int web_page_number(const Request *request)
{
	return request->offset / request->limit + 1;
}

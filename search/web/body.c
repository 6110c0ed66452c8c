/* The body of a POST, as the parameters that a URL would have. */
#include <jansson.h>
#include <string.h>

#include "web.h"

/* A value of a JSON body as the URL has it: text, number, or a list of them. */
static gboolean add_value(HttpRequest *http, const char *name, const json_t *value, GError **error)
{
	json_t *item;
	gsize i;

	if (json_is_string(value))
		return http_add_param(http, name, json_string_value(value), error);
	if (json_is_integer(value)) {
		g_autofree char *text =
			g_strdup_printf("%" JSON_INTEGER_FORMAT, json_integer_value(value));
		return http_add_param(http, name, text, error);
	}
	if (!json_is_array(value)) {
		g_set_error(error, HTTP_ERROR, HTTP_ERROR_BAD,
			    "‘%s’ is geen tekst, getal of lijst daarvan.", name);
		return FALSE;
	}
	json_array_foreach(value, i,
			   item) if (json_is_array(item) || !add_value(http, name, item, error))
	{
		if (!*error)
			g_set_error(error, HTTP_ERROR, HTTP_ERROR_BAD,
				    "‘%s’ is een lijst in een lijst.", name);
		return FALSE;
	}
	return TRUE;
}

static gboolean add_json(HttpRequest *http, GError **error)
{
	json_error_t where;
	json_t *body = json_loadb(http->body->str, http->body->len, JSON_REJECT_DUPLICATES, &where);
	const char *name;
	json_t *value;
	gboolean ok = json_is_object(body);

	if (!ok)
		g_set_error(error, HTTP_ERROR, HTTP_ERROR_BAD,
			    "De ingestuurde tekst is geen JSON-object (regel %d).",
			    body ? 1 : where.line);
	json_object_foreach(body, name, value) ok = ok && add_value(http, name, value, error);
	json_decref(body);
	return ok;
}

gboolean web_read_body(Web *web)
{
	g_autoptr(GError) error = NULL;
	const char *type = web->http->body_type;
	gboolean ok = TRUE;

	if (strcmp(type, "application/json") == 0) {
		ok = add_json(web->http, &error);
	} else if (strcmp(type, "application/x-www-form-urlencoded") == 0) {
		ok = http_add_form(web->http, web->http->body->str, &error);
	} else {
		web_error(web, 415, "Dit soort bericht wordt niet gelezen",
			  "Stuur application/json of application/x-www-form-urlencoded.");
		return FALSE;
	}
	if (!ok)
		web_error(web, 400, "Dit bericht is niet te lezen", error->message);
	return ok;
}

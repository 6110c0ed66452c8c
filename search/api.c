/* The JSON API under /v1/: the same answers as --format json. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "record.h"
#include "render.h"
#include "themes.h"
#include "web.h"

static void send_json(Web *web, json_t *take)
{
	char *text = json_dumps(take, JSON_INDENT(1) | JSON_PRESERVE_ORDER);

	web->answer->type = "application/json; charset=utf-8";
	g_string_append(web->answer->body, text);
	g_string_append_c(web->answer->body, '\n');
	free(text);
	json_decref(take);
}

void api_passages(Web *web, const char *rest)
{
	g_autoptr(Request) request = request_new();
	g_autoptr(GError) error = NULL;

	(void)rest;
	if (!web_read_request(request, web, &error)) {
		web_error(web, 400, "Ongeldige aanvraag", error->message);
		return;
	}
	g_autoptr(Results) results = search(web->index, request, &error);
	if (!results) {
		web_error(web, 503, "De index is niet te lezen", "Probeer het later opnieuw.");
		return;
	}
	const RenderContext context = { web->index, request, FALSE };
	web->answer->type = "application/json; charset=utf-8";
	render_json(web->answer->body, results, &context);
}

void api_pilots(Web *web, const char *id)
{
	g_autoptr(GError) error = NULL;

	if (!*id) {
		api_passages(web, id);
		return;
	}
	g_autoptr(Pilot) p = index_pilot(web->index, id, &error);
	if (p)
		send_json(web, record_json(p));
	else
		web_error(web, 404, "Niet gevonden", "Er is geen pilot met dit id.");
}

void api_themes(Web *web, const char *rest)
{
	json_t *array = json_array();

	(void)rest;
	for (guint i = 0; i < web->index->themes->len; i++) {
		const Theme *t = web->index->themes->pdata[i];
		json_array_append_new(array, json_pack("{s:s, s:s, s:s, s:s}", "naam", t->name,
						       "label", t->label, "omschrijving",
						       t->description, "zoekvraag", t->query));
	}
	send_json(web, json_pack("{s:o}", "themas", array));
}

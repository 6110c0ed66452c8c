#include "tools.h"

#include <string.h>

#include "history.h"
#include "mentions.h"
#include "news.h"
#include "openapi.h" /* made from openapi.json: const char openapi_json[] */
#include "overdue.h"
#include "paperlist.h"
#include "render.h"
#include "themes.h"
#include "usage.h"

#define MAX_TEXT 65536 /* bytes of an argument: as much as the web takes */

/* ---- what is asked --------------------------------------------------------------------- */

/* What a tool has beside the parameters of requests. */
enum {
	TOOL_PILOT = REQUEST_NEXT,
	TOOL_TEXT = REQUEST_NEXT << 1,
	TOOL_DATES = REQUEST_NEXT << 2,
	TOOL_PAPER = REQUEST_NEXT << 3,
	TOOL_MUST = TOOL_PILOT | TOOL_TEXT | TOOL_PAPER /* nothing can be done without */
};

typedef struct {
	Index *index;
	Request *request;
	const char *id, *text, *from, *to; /* borrowed; NULL when not given */
} Call;

static const struct {
	const char *name;
	guint group;
	gsize at; /* in Call */
	const char *says;
} own[] = {
	{ "id", TOOL_PILOT, offsetof(Call, id),
	  "Het id van een pilot, zoals de zoeker het geeft." },
	{ "id", TOOL_PAPER, offsetof(Call, id),
	  "Het id van een Kamerstuk (ah-tk-20202021-3235) of van een deel daarvan "
	  "(ah-tk-20202021-3235.2), zoals de zoeker het geeft." },
	{ "tekst", TOOL_TEXT, offsetof(Call, text),
	  "De vragen, als één tekst: genummerd, of elk op een regel." },
	{ "van", TOOL_DATES, offsetof(Call, from),
	  "De oudste peildatum, als 2021-12-01. Zonder: die voor de laatste." },
	{ "tot", TOOL_DATES, offsetof(Call, to), "De nieuwste peildatum. Zonder: de laatste." },
};

GQuark tools_error_quark(void)
{
	return g_quark_from_static_string("tools-error");
}

/* Takes the message. */
static gboolean fail(GError **error, ToolsErrorCode code, char *message)
{
	g_set_error_literal(error, TOOLS_ERROR, code, message);
	g_free(message);
	return FALSE;
}

static gboolean take_own(Call *call, guint groups, const char *name, const char *value)
{
	for (gsize i = 0; i < G_N_ELEMENTS(own); i++)
		if (own[i].group & groups && strcmp(own[i].name, name) == 0) {
			G_STRUCT_MEMBER(const char *, call, own[i].at) = value;
			return TRUE;
		}
	return FALSE;
}

static gboolean is_unknown_theme(const Call *call, const char *name, const char *value)
{
	return strcmp(name, facets[FACET_THEMA].name) == 0 &&
	       !themes_find(call->index->themes, value);
}

static gboolean take_text(Call *call, guint groups, const char *name, const char *value,
			  GError **error)
{
	const RequestParam *p = request_param_find(MOUTH_WEB, name, groups);
	g_autoptr(GError) wrong = NULL;

	if (strlen(value) > MAX_TEXT)
		return fail(
			error, TOOLS_ERROR_ARGUMENTS,
			g_strdup_printf("‘%s’ is te lang: hoogstens %d bytes.", name, MAX_TEXT));
	if (!p)
		return take_own(call, groups, name, value) ||
		       fail(error, TOOLS_ERROR_ARGUMENTS, request_no_param(name));
	if (!request_take(call->request, p, MOUTH_WEB, value, &wrong))
		return fail(error, TOOLS_ERROR_ARGUMENTS,
			    request_no_value(name, value, wrong->message));
	if (!is_unknown_theme(call, name, value))
		return TRUE;
	g_autofree char *choice = themes_choice(call->index->themes);
	return fail(error, TOOLS_ERROR_ARGUMENTS, request_no_value(name, value, choice));
}

/* Text, a whole number, or a list of those. */
static gboolean take(Call *call, guint groups, const char *name, const json_t *value,
		     gboolean listed, GError **error)
{
	gboolean ok = TRUE;

	if (json_is_string(value))
		return take_text(call, groups, name, json_string_value(value), error);
	if (json_is_integer(value)) {
		g_autofree char *text =
			g_strdup_printf("%" JSON_INTEGER_FORMAT, json_integer_value(value));
		return take_text(call, groups, name, text, error);
	}
	if (!json_is_array(value) || listed)
		return fail(error, TOOLS_ERROR_ARGUMENTS,
			    g_strdup_printf("‘%s’ is geen tekst, getal of lijst daarvan.", name));
	for (gsize i = 0; ok && i < json_array_size(value); i++)
		ok = take(call, groups, name, json_array_get(value, i), TRUE, error);
	return ok;
}

/* ---- what is answered -------------------------------------------------------------------- */

static RenderContext context_of(const Call *call)
{
	return (RenderContext) { .index = call->index, .request = call->request };
}

static json_t *passages(Call *call, GError **error)
{
	const RenderContext context = context_of(call);

	call->request->relaxed = TRUE;
	g_autoptr(Results) results = search(call->index, call->request, error);
	return results ? render_json_answer(results, &context) : NULL;
}

static json_t *papers(Call *call, GError **error)
{
	if (request_choose_papers(call->request))
		return passages(call, error);
	fail(error, TOOLS_ERROR_ARGUMENTS, g_strdup("Hier zijn alleen Kamerstukken, geen pilots."));
	return NULL;
}

static json_t *paper(Call *call, GError **error)
{
	g_autoptr(GPtrArray) found = papers_find(call->index, call->id, error);
	g_autoptr(GPtrArray) chain =
		found && found->len ? papers_chain(call->index, found->pdata[0], error) : NULL;

	if (found && !found->len)
		fail(error, TOOLS_ERROR_NOTHING, g_strdup("Er is geen Kamerstuk met dit id."));
	return chain ? render_json_papers(found, chain, call->request->today) : NULL;
}

static json_t *overdue(Call *call, GError **error)
{
	g_autoptr(OverdueList) list = overdue_find(call->index, error);

	return list ? overdue_json(list) : NULL;
}

static json_t *pilot(Call *call, GError **error)
{
	const Request *r = call->request;
	g_autoptr(GError) failed = NULL;
	g_autoptr(Pilot) found = history_find(call->index, call->id, r->date, &failed);

	g_autoptr(Results) told = found ? mentions_find(call->index, found, &failed) : NULL;
	if (told)
		return render_json_told(found, told, r->today);
	if (failed)
		g_propagate_error(error, g_steal_pointer(&failed));
	else
		fail(error, TOOLS_ERROR_NOTHING,
		     g_strdup("Er is geen pilot met dit id en deze peildatum."));
	return NULL;
}

static json_t *questions(Call *call, GError **error)
{
	const RenderContext context = context_of(call);
	g_autoptr(GError) failed = NULL;
	g_autoptr(Dossier) d = dossier_new(call->index, call->request, call->text, &failed);

	if (d)
		return render_json_questions(d, &context);
	if (failed->domain == CLI_ERROR)
		fail(error, TOOLS_ERROR_ARGUMENTS, g_strdup("Er staat geen vraag in de tekst."));
	else
		g_propagate_error(error, g_steal_pointer(&failed));
	return NULL;
}

/* Between the dates that are given, or the last two. */
static json_t *changes(Call *call, GError **error)
{
	g_autoptr(GPtrArray) dates = news_dates(call->index);
	g_autoptr(GError) failed = NULL;
	const guint n = dates->len;
	const char *from = call->from ? call->from : n > 1 ? dates->pdata[n - 2] : "";
	const char *to = call->to ? call->to : n ? dates->pdata[n - 1] : "";
	g_autofree char *range = g_strconcat(from, "..", to, NULL);
	g_autoptr(NewsList) news = newslist_new(call->index, range, &failed);

	if (news)
		return newslist_json(news);
	if (failed->domain != CLI_ERROR) {
		g_propagate_error(error, g_steal_pointer(&failed));
		return NULL;
	}
	g_ptr_array_add(dates, NULL);
	g_autofree char *all = g_strjoinv(", ", (char **)dates->pdata);
	fail(error, TOOLS_ERROR_ARGUMENTS,
	     g_strdup_printf("Geef twee peildatums van de verzameling, de oudste als ‘van’. Er "
			     "zijn: %s.",
			     all));
	return NULL;
}

static json_t *themes(Call *call, GError **error)
{
	(void)error;
	return render_json_themes(call->index);
}

/* THE table of tools. */
struct Tool {
	const char *name, *title, *says;
	guint groups; /* of its parameters */
	json_t *(*call)(Call *call, GError **error);
};
static const Tool tools[] = {
	{ "zoek_passages", "Zoek passages",
	  "Zoekt in de pilots, en geeft van elke pilot die past de beste passage: letterlijk, met "
	  "status, peildatum en bronvermelding. Neem het citaat over zoals het er staat, met "
	  "‘bronvermelding’ en peildatum. De status is die op de peildatum, niet die van vandaag.",
	  REQUEST_QUERY | REQUEST_FILTERS | REQUEST_EDITIONS | REQUEST_PAGES | REQUEST_AMOUNT,
	  passages },
	{ "lees_pilot", "Lees een pilot",
	  "Geeft de hele tekst van een pilot met alle gegevens en de bron; van de laatste "
	  "peildatum "
	  "of van een andere.",
	  TOOL_PILOT | REQUEST_EDITIONS, pilot },
	{ "zoek_kamerstukken", "Zoek Kamerstukken",
	  "Zoekt in Kamervragen met hun antwoord, en in brieven; ‘soort’ kiest er een van. Geeft "
	  "van elk deel dat past een passage: letterlijk, met datum, status en bronvermelding. "
	  "Een status zegt wat in deze verzameling staat.",
	  REQUEST_QUERY | REQUEST_FILTERS | REQUEST_PAGES | REQUEST_AMOUNT, papers },
	{ "lees_kamerstuk", "Lees een Kamerstuk",
	  "Geeft een Kamerstuk of een deel daarvan: de vragen met hun antwoord of de tekst van de "
	  "brief, en de stukken die erbij horen, van vraag tot antwoord.",
	  TOOL_PAPER, paper },
	{ "toon_openstaande_vragen", "Toon openstaande vragen",
	  "Geeft de vragen van de Tweede Kamer die in deze verzameling langer dan drie weken "
	  "zonder antwoord zijn. Er kan een antwoord zijn dat hier niet bij is.",
	  0, overdue },
	{ "beantwoord_vragen", "Zoek passages bij vragen",
	  "Splitst een tekst met (Kamer)vragen, en geeft bij elke vraag de passages die er iets "
	  "over zeggen, met de kans dat die passen. Wat niet gevonden is, staat er ook bij.",
	  TOOL_TEXT | REQUEST_QUESTIONS, questions },
	{ "toon_wijzigingen", "Toon wijzigingen",
	  "Geeft wat er tussen twee peildatums veranderde: nieuwe, afgelopen, hernoemde en "
	  "verlengde "
	  "pilots, zinnen die erbij kwamen of weggingen, en pilots die niet meer genoemd worden.",
	  TOOL_DATES, changes },
	{ "toon_themas", "Toon thema's",
	  "Geeft de thema's waarop gezocht kan worden, met hun omschrijving.", 0, themes },
};

const Tool *tools_find(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(tools); i++)
		if (g_strcmp0(tools[i].name, name) == 0)
			return &tools[i];
	return NULL;
}

static gboolean is_complete(const Call *call, guint groups, GError **error)
{
	for (gsize i = 0; i < G_N_ELEMENTS(own); i++)
		if (own[i].group & groups & TOOL_MUST &&
		    !G_STRUCT_MEMBER(const char *, call, own[i].at))
			return fail(
				error, TOOLS_ERROR_ARGUMENTS,
				g_strdup_printf("‘%s’ ontbreekt. %s", own[i].name, own[i].says));
	return TRUE;
}

static gboolean take_all(Call *call, guint groups, const json_t *arguments, GError **error)
{
	const char *name;
	json_t *value;
	gboolean ok = TRUE;

	json_object_foreach((json_t *)arguments, name, value) ok =
		ok && take(call, groups, name, value, FALSE, error);
	return ok && is_complete(call, groups, error) &&
	       request_finish(call->request, MOUTH_WEB, error);
}

json_t *tools_call(const Tool *tool, Index *index, const json_t *arguments, GError **error)
{
	g_autoptr(Request) request = request_new();
	g_autoptr(GError) failed = NULL;
	Call call = { index, request };

	request->facets = TRUE;
	json_t *answer = take_all(&call, tool->groups, arguments, &failed)
				 ? tool->call(&call, &failed)
				 : NULL;
	char *said = failed ? search_error_in_words(failed) : NULL;
	if (said)
		fail(error, TOOLS_ERROR_ARGUMENTS, said);
	else if (failed)
		g_propagate_error(error, g_steal_pointer(&failed));
	/* cppcheck-suppress returnDanglingLifetime ; a tool makes its answer, it is not of the call
	 */
	return answer;
}

/* ---- how it is told ------------------------------------------------------------------------ */

/* What the description of the API says of a parameter, for both mean the same. */
static json_t *described(const json_t *api, const char *name)
{
	const json_t *p = json_object_get(
		json_object_get(json_object_get(api, "components"), "parameters"), name);
	json_t *schema = json_deep_copy(json_object_get(p, "schema"));

	if (schema)
		json_object_set(schema, "description", json_object_get(p, "description"));
	return schema;
}

static json_t *schema_of(const json_t *api, guint groups)
{
	json_t *properties = json_object(), *required = json_array();
	const RequestParam *p;

	for (gsize i = 0; i < G_N_ELEMENTS(own); i++) {
		if (!(own[i].group & groups))
			continue;
		json_object_set_new(
			properties, own[i].name,
			json_pack("{s:s, s:s}", "type", "string", "description", own[i].says));
		if (own[i].group & TOOL_MUST)
			json_array_append_new(required, json_string(own[i].name));
	}
	for (guint i = 0; (p = request_param(i)); i++)
		if (p->group & groups && p->name[MOUTH_WEB])
			json_object_set_new(properties, p->name[MOUTH_WEB],
					    described(api, p->name[MOUTH_WEB]));
	json_t *schema = json_pack("{s:s, s:o, s:b}", "type", "object", "properties", properties,
				   "additionalProperties", FALSE);
	if (json_array_size(required))
		json_object_set(schema, "required", required);
	json_decref(required);
	return schema;
}

json_t *tools_list(void)
{
	json_t *api = json_loads(openapi_json, 0, NULL), *list = json_array();

	for (gsize i = 0; i < G_N_ELEMENTS(tools); i++) {
		const Tool *t = &tools[i];
		json_array_append_new(
			list, json_pack("{s:s, s:s, s:s, s:o, s:{s:b, s:b, s:b, s:b}}", "name",
					t->name, "title", t->title, "description", t->says,
					"inputSchema", schema_of(api, t->groups), "annotations",
					"readOnlyHint", TRUE, "destructiveHint", FALSE,
					"idempotentHint", TRUE, "openWorldHint", FALSE));
	}
	json_decref(api);
	return list;
}

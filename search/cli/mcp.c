#include "mcp.h"

#include <errno.h>
#include <string.h>

#include "child.h"
#include "cli.h"
#include "limit.h"
#include "render.h"
#include "rpc.h"
#include "tools.h"

#define MODERN "2026-07-28" /* says its version in each request, and makes no handshake */
#define UNSUPPORTED_VERSION (-32022)
#define META "io.modelcontextprotocol/"
#define FRESH_MS 3600000 /* the tools are those of the program */

/* Versions with a handshake, newest first. That of 2025-03-26 has batches, which we do not. */
static const char *const with_handshake[] = { "2025-11-25", "2025-06-18", "2024-11-05" };

static const char instructions[] =
	"Passages uit bijlagen bij Kamerstukken over pilots. Een citaat is letterlijk, hoort bij "
	"een "
	"peildatum en heeft een bronvermelding: neem die drie samen over, zonder iets te "
	"veranderen. "
	"Een status geldt op de peildatum. Wat hier niet gevonden wordt, staat niet in de "
	"verzameling: vul het niet aan.";

/* ---- results ---------------------------------------------------------------------------- */

static json_t *server_info(void)
{
	return json_pack("{s:s, s:s, s:s}", "name", "pilotzoeker", "title", "Pilotzoeker",
			 "version", cli_version);
}

static json_t *capabilities(void)
{
	return json_pack("{s:{}}", "tools");
}

/* ---- methods: each gives a result, or NULL and the error to answer ------------------------- */

typedef struct {
	Mcp *mcp;
	json_t *id, *params; /* borrowed; params may be NULL */
	json_t *error;       /* the whole answer, when there is no result */
} Asked;

static json_t *initialize(Asked *a)
{
	const char *wanted = json_string_value(json_object_get(a->params, "protocolVersion"));
	const char *version = with_handshake[0];

	for (gsize i = 0; i < G_N_ELEMENTS(with_handshake); i++)
		if (g_strcmp0(wanted, with_handshake[i]) == 0)
			version = with_handshake[i];
	a->mcp->greeted = TRUE;
	return json_pack("{s:s, s:o, s:o, s:s}", "protocolVersion", version, "capabilities",
			 capabilities(), "serverInfo", server_info(), "instructions", instructions);
}

static json_t *discover(Asked *a)
{
	(void)a;
	return json_pack("{s:[s], s:o, s:s, s:i, s:s}", "supportedVersions", MODERN, "capabilities",
			 capabilities(), "instructions", instructions, "ttlMs", FRESH_MS,
			 "cacheScope", "public");
}

static json_t *ping(Asked *a)
{
	(void)a;
	return json_object();
}

static json_t *list_tools(Asked *a)
{
	(void)a;
	return json_pack("{s:o, s:i, s:s}", "tools", tools_list(), "ttlMs", FRESH_MS, "cacheScope",
			 "public");
}

/* As text too, for clients that know no other content. */
static json_t *tool_result(json_t *answer, const char *wrong)
{
	g_autofree char *said = wrong ? g_utf8_make_valid(wrong, -1) : NULL;
	g_autoptr(GString) text = g_string_new(said);

	if (answer)
		render_append_json(text, json_incref(answer), JSON_COMPACT);
	json_t *result = json_pack("{s:[{s:s, s:s}], s:b}", "content", "type", "text", "text",
				   text->str, "isError", wrong != NULL);
	if (answer)
		json_object_set_new(result, "structuredContent", answer);
	return result;
}

/* What is wrong with the arguments or the index is a result: the assistant can mend it, or tell. */
static json_t *run_tool(const Asked *a, const Tool *tool)
{
	const json_t *arguments = json_object_get(a->params, "arguments");
	g_autoptr(GError) error = NULL;
	g_autoptr(Index) index = index_open(a->mcp->path, a->mcp->partial, &error);
	json_t *answer = index ? tools_call(tool, index, arguments, &error) : NULL;

	return tool_result(answer, answer ? NULL : error->message);
}

typedef struct {
	const Asked *asked;
	const Tool *tool;
} Work;

static void work(GString *out, gpointer user)
{
	const Work *w = user;

	render_append_json(out, run_tool(w->asked, w->tool), JSON_COMPACT);
}

/* In a process of its own, so that a call that takes too much ends no other. */
static json_t *run_apart(Asked *a, const Tool *tool)
{
	static const char *const sorry[] = {
		[CHILD_DONE] = "this call gave no answer",
		[CHILD_TOO_MUCH] = "this call took too much: ask less at once",
		[CHILD_FAILED] = "this call could not be done",
	};
	Work w = { a, tool };
	g_autoptr(GString) text = g_string_new(NULL);
	ChildEnd end = child_run(work, &w, limit_ms("PILOTZOEKER_CPU_MS", LIMIT_CPU_MS),
				 MCP_MAX_ANSWER, text);
	json_t *result = json_loadb(text->str, text->len, 0, NULL);

	if (!result)
		a->error = rpc_error(a->id, RPC_INTERNAL_ERROR, sorry[end], NULL);
	return result;
}

static json_t *call_tool(Asked *a)
{
	const char *name = json_string_value(json_object_get(a->params, "name"));
	const json_t *arguments = json_object_get(a->params, "arguments");
	const Tool *tool = tools_find(name);

	if (!tool || (arguments && !json_is_object(arguments))) {
		g_autofree char *what =
			tool ? g_strdup("arguments: not an object")
			     : g_strdup_printf("unknown tool: %.80s", name ? name : "");
		g_autofree char *valid = g_utf8_make_valid(what, -1);
		a->error = rpc_error(a->id, RPC_INVALID_PARAMS, valid, NULL);
		return NULL;
	}
	return a->mcp->bounded ? run_apart(a, tool) : run_tool(a, tool);
}

enum { ANY_ERA, OLD_ERA, NEW_ERA };
static const struct {
	const char *name;
	int era;
	json_t *(*answer)(Asked *asked);
} methods[] = {
	{ "initialize", OLD_ERA, initialize },    { "ping", OLD_ERA, ping },
	{ "server/discover", NEW_ERA, discover }, { "tools/list", ANY_ERA, list_tools },
	{ "tools/call", ANY_ERA, call_tool },
};

/* ---- a message ----------------------------------------------------------------------------- */

/* The version that a request names itself; NULL for one that relies on a handshake. */
static const char *own_version(const json_t *params)
{
	return json_string_value(
		json_object_get(json_object_get(params, "_meta"), META "protocolVersion"));
}

/* NULL, or the error for a request that does not say what each must say. */
static json_t *check_era(const Mcp *mcp, const RpcCall *call, int era)
{
	const json_t *meta = json_object_get(call->params, "_meta");
	const char *version = own_version(call->params);

	if (!version)
		return era == OLD_ERA || (era == ANY_ERA && mcp->greeted)
			       ? NULL
			       : rpc_error(call->id, RPC_INVALID_PARAMS,
					   "_meta: " META "protocolVersion is missing (" MODERN
					   "), and there was no initialize",
					   NULL);
	if (strcmp(version, MODERN) != 0)
		return rpc_error(
			call->id, UNSUPPORTED_VERSION, "Unsupported protocol version",
			json_pack("{s:[s], s:s}", "supported", MODERN, "requested", version));
	if (!json_is_object(json_object_get(meta, META "clientCapabilities")))
		return rpc_error(call->id, RPC_INVALID_PARAMS,
				 "_meta: " META "clientCapabilities is missing", NULL);
	return NULL;
}

/* What the new era has in every result, and the old does not know. */
static void complete(json_t *result)
{
	json_object_set_new(result, "resultType", json_string("complete"));
	json_object_set_new(result, "_meta", json_pack("{s:o}", META "serverInfo", server_info()));
}

static json_t *answer_call(Mcp *mcp, const RpcCall *call)
{
	Asked asked = { mcp, call->id, call->params, NULL };
	const gboolean modern = own_version(call->params) != NULL;

	for (gsize i = 0; i < G_N_ELEMENTS(methods); i++) {
		if (strcmp(methods[i].name, call->method) != 0 ||
		    (modern && methods[i].era == OLD_ERA))
			continue;
		json_t *wrong = check_era(mcp, call, methods[i].era);
		json_t *result = wrong ? NULL : methods[i].answer(&asked);
		if (!result)
			return wrong ? wrong : asked.error;
		if (modern)
			complete(result);
		return rpc_result(call->id, result);
	}
	return rpc_error(call->id, RPC_METHOD_NOT_FOUND, "unknown method", NULL);
}

json_t *mcp_answer(Mcp *mcp, const char *line, gsize len)
{
	RpcCall call;
	json_t *error;

	if (!rpc_parse(line, len, &call, &error))
		return error;
	/* a notification asks nothing; what could be cancelled was answered before it was read */
	json_t *answer = call.id ? answer_call(mcp, &call) : NULL;
	rpc_clear(&call);
	return answer;
}

/* ---- standard input and output ------------------------------------------------------------- */

static gboolean send(json_t *take, GError **error)
{
	g_autoptr(GString) text = g_string_new(NULL);

	render_append_json(text, take, JSON_COMPACT);
	g_string_append_c(text, '\n');
	if (fwrite(text->str, 1, text->len, stdout) == text->len && fflush(stdout) == 0)
		return TRUE;
	g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "standard output: %s",
		    g_strerror(errno));
	return FALSE;
}

gboolean mcp_serve(const char *path, gboolean partial, GError **error)
{
	Mcp mcp = { .path = path, .partial = partial, .bounded = TRUE };
	g_autoptr(GString) line = g_string_new(NULL);
	gboolean too_long, ok = TRUE;

	while (ok && rpc_read_line(stdin, line, MCP_MAX_LINE, &too_long)) {
		json_t *answer;
		if (too_long)
			answer = rpc_error(NULL, RPC_INVALID_REQUEST,
					   "the message is longer than 1 MiB", NULL);
		else
			answer = mcp_answer(&mcp, line->str, line->len);
		ok = !answer || send(answer, error);
	}
	return ok;
}

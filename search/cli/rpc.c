#include "rpc.h"

#include <string.h>

gboolean rpc_read_line(FILE *in, GString *line, gsize max, gboolean *too_long)
{
	int c;

	*too_long = FALSE;
	g_string_truncate(line, 0);
	while ((c = getc_unlocked(in)) != EOF && c != '\n') {
		if (line->len < max)
			g_string_append_c(line, (char)c);
		else
			*too_long = TRUE;
	}
	return c == '\n' || line->len || *too_long;
}

static gboolean is_id(const json_t *id)
{
	return json_is_string(id) || json_is_integer(id);
}

static gboolean is_call(const json_t *message, const RpcCall *call)
{
	const char *version = json_string_value(json_object_get(message, "jsonrpc"));
	const json_t *id = json_object_get(message, "id"),
		     *params = json_object_get(message, "params");

	return g_strcmp0(version, "2.0") == 0 && call->method && (!id || is_id(id)) &&
	       (!params || json_is_object(params));
}

gboolean rpc_parse(const char *line, gsize len, RpcCall *call, json_t **error)
{
	json_error_t where;
	json_t *message = json_loadb(line, len, JSON_REJECT_DUPLICATES, &where);
	json_t *id = json_object_get(message, "id");

	*error = NULL;
	*call = (RpcCall) { message, is_id(id) ? id : NULL,
			    json_string_value(json_object_get(message, "method")),
			    json_object_get(message, "params") };
	if (message && is_call(message, call))
		return TRUE;
	gboolean answer = !call->method &&
			  (json_object_get(message, "result") || json_object_get(message, "error"));
	if (!message)
		*error = rpc_error(NULL, RPC_PARSE_ERROR, where.text, NULL);
	else if (!answer)
		*error = rpc_error(call->id, RPC_INVALID_REQUEST,
				   "not a request of JSON-RPC 2.0: one object a line, with "
				   "jsonrpc, method, an id that is text or a whole number, and "
				   "params that are an object",
				   NULL);
	rpc_clear(call);
	return FALSE;
}

void rpc_clear(RpcCall *call)
{
	json_decref(call->message);
	*call = (RpcCall) { 0 };
}

/* "null" would be right for an id that could not be read, but the protocol on top has no such
 * ids: there it is left out. */
static json_t *answer(json_t *id, const char *what, json_t *take)
{
	json_t *message = json_pack("{s:s}", "jsonrpc", "2.0");

	if (id)
		json_object_set(message, "id", id);
	json_object_set_new(message, what, take);
	return message;
}

json_t *rpc_result(json_t *id, json_t *result)
{
	return answer(id, "result", result);
}

json_t *rpc_error(json_t *id, int code, const char *message, json_t *data)
{
	g_autofree char *valid = g_utf8_make_valid(message, -1); /* it may quote what was sent */
	json_t *error = json_pack("{s:i, s:s}", "code", code, "message", valid);

	if (data)
		json_object_set_new(error, "data", data);
	return answer(id, "error", error);
}

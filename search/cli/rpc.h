/* JSON-RPC 2.0 (https://www.jsonrpc.org/specification), a message a line; without batches. */
#ifndef SEARCH_RPC_H
#define SEARCH_RPC_H

#include <glib.h>
#include <jansson.h>
#include <stdio.h>

/* The codes of the specification. */
enum {
	RPC_PARSE_ERROR = -32700,
	RPC_INVALID_REQUEST = -32600,
	RPC_METHOD_NOT_FOUND = -32601,
	RPC_INVALID_PARAMS = -32602,
	RPC_INTERNAL_ERROR = -32603
};

/* A message that was read. */
typedef struct {
	json_t *message; /* owns all of it */
	json_t *id;      /* text or a whole number; NULL: a notification, which has no answer */
	const char *method;
	json_t *params; /* an object, or NULL */
} RpcCall;

/* A line without its end, of max bytes at most. FALSE at the end of the file. Of a longer line
 * the rest is read and left out, and too_long is set. */
gboolean rpc_read_line(FILE *in, GString *line, gsize max, gboolean *too_long);

/* TRUE for a call. FALSE with the error to answer; or without one, for an answer to nothing that
 * was asked. */
gboolean rpc_parse(const char *line, gsize len, RpcCall *call, json_t **error);
void rpc_clear(RpcCall *call);

/* The answer to a call: a new reference; takes result and data. id may be NULL when it could not
 * be read, data when there is none. */
json_t *rpc_result(json_t *id, json_t *result);
json_t *rpc_error(json_t *id, int code, const char *message, json_t *data);

#endif

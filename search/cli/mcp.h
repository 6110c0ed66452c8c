/* A server of the Model Context Protocol (https://modelcontextprotocol.io/specification) over
 * standard input and output, for assistants: they quote what stands there, with its date and
 * source, instead of what they remember. It speaks the revision without a handshake, of
 * 2026-07-28, and those before it, which begin with one. It only reads. */
#ifndef SEARCH_MCP_H
#define SEARCH_MCP_H

#include <glib.h>
#include <jansson.h>

#define MCP_MAX_LINE (1 << 20)   /* bytes of a message */
#define MCP_MAX_ANSWER (8 << 20) /* bytes of what a tool gives */

typedef struct {
	const char *path; /* of the index, which is opened for each call: another one may be
			   * published meanwhile */
	gboolean partial; /* as of index_open() */
	gboolean greeted; /* a handshake was made */
	gboolean bounded; /* each call of a tool is a process (child.h), with as much CPU time as
			   * the web gives (limit.h) */
} Mcp;

/* The answer to one line; NULL when it needs none. A new reference. */
json_t *mcp_answer(Mcp *mcp, const char *line, gsize len);

/* Answers standard input, line by line, until its end. FALSE when an answer cannot be written. */
gboolean mcp_serve(const char *path, gboolean partial, GError **error);

#endif

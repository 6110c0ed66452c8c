/* Messages to the server for assistants, a line each, after a handshake. They are answered out of
 * a real index ($PILOTZOEKER_INDEX) when there is one. */
#include "mcp.h"

#include <string.h>

#include "fuzz.h"

static void check(json_t *answer)
{
	char *text = json_dumps(answer, JSON_COMPACT);
	const json_t *id = json_object_get(answer, "id");

	MUST(text && !strchr(text, '\n'));
	MUST(!json_object_get(answer, "result") != !json_object_get(answer, "error"));
	MUST(!id || json_is_string(id) || json_is_integer(id));
	MUST(id || json_object_get(answer, "error"));
	free(text);
	json_decref(answer);
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	const char *path = g_getenv("PILOTZOEKER_INDEX");
	Mcp mcp = { .path = path ? path : "/nonexistent", .greeted = TRUE };
	const char *p = (const char *)data, *end = p + size;

	while (p < end) {
		const char *stop = memchr(p, '\n', (gsize)(end - p));
		gsize len = (gsize)((stop ? stop : end) - p);
		json_t *answer = mcp_answer(&mcp, p, len);
		if (answer)
			check(answer);
		p += len + 1;
	}
	return 0;
}

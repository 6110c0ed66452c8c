/* A request to the web, as a server hands it on: the first line is the method, then lines
 * with path, query string, media type and host; the rest is the body. It is answered out of
 * a real index ($PILOTZOEKER_INDEX) when there is one. */
#include <string.h>

#include "fuzz.h"
#include "web.h"

enum { METHOD, PATH, QUERY, TYPE, HOST, N_LINES };
static const char *const names[N_LINES] = { "REQUEST_METHOD", "PATH_INFO", "QUERY_STRING",
					    "CONTENT_TYPE", "HTTP_HOST" };

typedef struct {
	char **lines;
	const char *body;
	gsize left;
	char length[24];
} Sent;

static const char *variable(const char *name, gpointer user)
{
	Sent *sent = user;

	if (strcmp(name, "CONTENT_LENGTH") == 0)
		return sent->length;
	for (gsize i = 0; i < N_LINES && sent->lines[i]; i++)
		if (strcmp(name, names[i]) == 0)
			return sent->lines[i];
	return NULL;
}

static gsize read_body(char *to, gsize max, gpointer user)
{
	Sent *sent = user;
	gsize n = MIN(max, sent->left);

	memcpy(to, sent->body, n);
	sent->body += n, sent->left -= n;
	return n;
}

static Index *the_index(void)
{
	static gboolean tried;
	static Index *index;
	const char *path = g_getenv("PILOTZOEKER_INDEX");

	if (!tried && path)
		index = index_open(path, FALSE, NULL);
	tried = TRUE;
	return index;
}

static void check(const GString *text, gboolean is_zip, gboolean is_json)
{
	const char *end = strstr(text->str, "\r\n\r\n");

	MUST(g_str_has_prefix(text->str, "Status: ") && end);
	g_autofree char *head = g_strndup(text->str, (gsize)(end - text->str) + 2);
	/* No header that we do not write, and none twice. */
	g_auto(GStrv) headers = g_strsplit(head, "\r\n", -1);
	for (char **h = headers; *h && **h; h++)
		MUST(strchr(*h, ':') && !strpbrk(*h, "\r\n"));
	MUST(is_zip || g_utf8_validate(text->str, (gssize)text->len, NULL));
	/* in JSON these are text, and no browser takes it for markup: nosniff */
	MUST(!is_json || strstr(head, "nosniff"));
	MUST(is_zip || is_json || (!strstr(end, "<script") && !strstr(end, "=\"javascript:")));
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	static const Site site = { "Pilotzoeker", NULL, "'none'", NULL };
	g_autofree char *bytes = g_strndup((const char *)data, size);
	g_auto(GStrv) lines = g_strsplit(bytes, "\n", N_LINES + 1);
	Sent sent = { .lines = lines };
	g_autoptr(GError) error = NULL;
	g_autoptr(HttpAnswer) answer = NULL;

	sent.body = g_strv_length(lines) > N_LINES ? lines[N_LINES] : "";
	sent.left = strlen(sent.body);
	g_snprintf(sent.length, sizeof sent.length, "%" G_GSIZE_FORMAT, sent.left);
	const HttpSource source = { variable, read_body, &sent };
	g_autoptr(HttpRequest) http = http_request_new(&source, &error);
	if (http)
		answer = web_answer(the_index(), &site, http);
	else
		answer = web_bad_request(&site, variable("PATH_INFO", &sent), error->message);
	g_autoptr(GString) text = http_answer_text(answer, FALSE, site.frame_ancestors);
	check(text, strstr(answer->type, "opendocument") != NULL,
	      strstr(answer->type, "json") != NULL);
	return 0;
}

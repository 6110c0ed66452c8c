#include "run.h"

#include <string.h>

#include "cli.h"
#include "input.h"

#define MOST_QUERIES (64 << 20) /* bytes */

static void write_hits(FILE *out, const char *qid, const Results *r)
{
	for (guint i = 0; i < r->hits->len; i++) {
		const Hit *h = r->hits->pdata[i];
		fprintf(out, "%s Q0 %s %u %.6f pilotzoeker\n", qid, h->pilot->id, h->rank,
			h->score);
	}
}

static gboolean run_line(Index *index, const Request *request, char *line, FILE *out,
			 GError **error)
{
	char *tab = strchr(line, '\t');

	if (!tab || tab == line) {
		g_set_error(error, CLI_ERROR, CLI_ERROR_USAGE, "not \"qid TAB query\"");
		return FALSE;
	}
	*tab = '\0';
	Request one = *request;
	one.query = tab + 1;
	if (!request_finish(&one, MOUTH_CLI, error))
		return FALSE;
	g_autoptr(Results) results = search(index, &one, error);
	if (results)
		write_hits(out, line, results);
	return results != NULL;
}

gboolean run_queries(Index *index, const Request *request, const char *path, FILE *out,
		     GError **error)
{
	g_autofree char *text = input_read(path, MOST_QUERIES, error);

	if (!text)
		return FALSE;
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (guint i = 0; lines[i]; i++)
		if (*g_strchomp(lines[i]) && !run_line(index, request, lines[i], out, error)) {
			g_prefix_error(error, "%s:%u: ", path, i + 1);
			return FALSE;
		}
	return TRUE;
}

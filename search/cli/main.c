/* pilot-search: a question on the command line, an answer on standard output. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli.h"
#include "fatal.h"
#include "input.h"
#include "mcp.h"
#include "news.h"
#include "newsince.h"
#include "options.h"
#include "overdue.h"
#include "paths.h"
#include "run.h"
#include "search.h"
#include "themes.h"
#include "timeline.h"
#include "values.h"
#include "verify.h"
#include "wordfile.h"

/* Errors that are the user's to mend, by domain; all others are of the system. */
static int exit_status(const GError *error)
{
	return error->domain == CLI_ERROR || error->domain == SEARCH_ERROR ? CLI_USAGE : CLI_FAILED;
}

/* ---- look inside ----------------------------------------------------------------- */

static void print_token(const DutchToken *t, gpointer user)
{
	(void)user;
	if (t->kind == DUTCH_WORD)
		printf("%s\t%s\t%s\n", t->exact, t->stem, *t->parts ? t->parts : t->exact);
}

static int analyse(const Options *o)
{
	g_autoptr(Dutch) dutch = dutch_new();

	dutch_analyse(dutch, o->analyse, strlen(o->analyse), print_token, NULL);
	return CLI_OK;
}

static int list_themes(const Index *index)
{
	for (guint i = 0; i < index->themes->len; i++) {
		const Theme *t = index->themes->pdata[i];
		printf("%-20s %s\n", t->name, t->label);
		if (*t->description)
			printf("%-20s %s\n", "", t->description);
	}
	return CLI_OK;
}

/* Without an index, what there is without one. */
static int list_values(const Options *o, const char *path, GError **error)
{
	g_autoptr(Index) index = index_open(path, o->partial, NULL);
	g_autoptr(GPtrArray) values = values_of(index, o->values, error);

	if (!values)
		return exit_status(*error);
	for (guint i = 0; i < values->len; i++)
		puts(values->pdata[i]);
	return values->len ? CLI_OK : CLI_NONE;
}

#define MOST_QUESTION (1 << 20) /* bytes of pasted questions */

/* ---- the answer ------------------------------------------------------------------- */

static gboolean wants_color(const Options *o)
{
	const char *off = g_getenv("NO_COLOR"), *terminal = g_getenv("TERM");

	if (o->color != COLOR_AUTO)
		return o->color == COLOR_ALWAYS;
	return isatty(STDOUT_FILENO) && !o->output && !(off && *off) &&
	       !(terminal && strcmp(terminal, "dumb") == 0);
}

static gboolean write_out(const Options *o, const GString *out, GError **error)
{
	if (o->output && strcmp(o->output, "-") != 0)
		return g_file_set_contents(o->output, out->str, out->len, error);
	fwrite(out->str, 1, out->len, stdout);
	return TRUE;
}

/* The columns of the terminal, or 80. */
static guint terminal_width(void)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
		return size.ws_col;
	return 80;
}

/* Off a terminal, and where the user's locale has no other letters, ASCII will do. */
static gboolean wants_ascii(const Options *o)
{
	const char *locale = g_getenv("LC_ALL");

	locale = locale && *locale ? locale : g_getenv("LC_CTYPE");
	locale = locale && *locale ? locale : g_getenv("LANG");
	g_autofree char *upper = g_ascii_strup(locale ? locale : "", -1);
	return o->output || !isatty(STDOUT_FILENO) || !strstr(upper, "UTF");
}

static void draw_timeline(GString *out, const Results *results, const Options *o)
{
	g_autoptr(Timeline) timeline = timeline_new(results);
	timeline_draw(out, timeline, terminal_width(), wants_ascii(o));
}

static RenderContext context_of(const Index *index, const Options *o)
{
	return (RenderContext) { .index = index,
				 .request = o->request,
				 .format = o->format,
				 .color = wants_color(o),
				 .width = o->output ? 0 : terminal_width() };
}

/* How many were seen, so that who gave more can tell. */
static void tell_split(const Dossier *d)
{
	guint n = d->answers->len;

	fprintf(stderr, "pilot-search: %u vra%s herkend (anders verdelen: --split)\n", n,
		n == 1 ? "ag" : "gen");
	for (guint i = 0; i < d->left->len; i++)
		fprintf(stderr, "pilot-search: niet als vraag gelezen: %s\n",
			(const char *)d->left->pdata[i]);
}

static int answer_questions(Index *index, const Options *o, GError **error)
{
	g_autofree char *text = input_read(o->question, MOST_QUESTION, error);
	g_autoptr(GString) out = g_string_new(NULL);
	const RenderContext context = context_of(index, o);
	gboolean any = FALSE;

	if (text && !render_takes_dossier(o->format)) {
		g_set_error(error, CLI_ERROR, CLI_ERROR_USAGE, "--format %s is not for questions",
			    o->format->name);
		return CLI_USAGE;
	}
	g_autoptr(Dossier) d = text ? dossier_new(index, o->request, text, error) : NULL;
	if (!d)
		return exit_status(*error);
	tell_split(d);
	for (guint i = 0; i < d->answers->len; i++)
		any |= ((const Answer *)d->answers->pdata[i])->strength != STRENGTH_NONE;
	if (!render_dossier(out, d, &context, error) || !write_out(o, out, error))
		return CLI_FAILED;
	return any ? CLI_OK : CLI_NONE;
}

/* 0 when there is news, 1 when there is none. */
static int changes(Index *index, const Options *o, GError **error)
{
	const NewsPlace nowhere = { 0 };
	g_autoptr(NewsList) news = o->changes
					   ? newslist_new(index, o->changes, error)
					   : newsince_find(index, o->new_since, o->request, error);
	g_autoptr(GString) out = g_string_new(NULL);

	if (!news)
		return exit_status(*error);
	if (!newslist_render(out, news, o->format->name, &nowhere)) {
		g_set_error(error, CLI_ERROR, CLI_ERROR_USAGE,
			    "--format %s is not for changes (%s)", o->format->name,
			    o->changes ? "text, md, atom or json" : "text, md or json");
		return CLI_USAGE;
	}
	if (!write_out(o, out, error))
		return CLI_FAILED;
	return news->news->len || (news->papers && news->papers->len) ? CLI_OK : CLI_NONE;
}

/* 0 when there are any, 1 when there are none. */
static int overdue(Index *index, const Options *o, GError **error)
{
	g_autoptr(OverdueList) list = overdue_find(index, error);
	g_autoptr(GString) out = g_string_new(NULL);

	if (!list)
		return CLI_FAILED;
	if (!overdue_render(out, list, o->format->name)) {
		g_set_error(error, CLI_ERROR, CLI_ERROR_USAGE,
			    "--format %s is not for overdue questions (text or json)",
			    o->format->name);
		return CLI_USAGE;
	}
	if (!write_out(o, out, error))
		return CLI_FAILED;
	return list->all->len ? CLI_OK : CLI_NONE;
}

/* Exit status as grep's: 0 when all quotes stand, 1 when some do not. */
static int verify(Index *index, const Options *o, GError **error)
{
	g_autoptr(GString) report = g_string_new(NULL);
	Verified v;

	const char *path = strcmp(o->verify, "-") == 0 ? "/dev/stdin" : o->verify;

	if (!verify_file(index, path, report, &v, error)) {
		g_prefix_error(error, "%s: ", o->verify);
		return (*error)->domain == VERIFY_ERROR || (*error)->domain == WORDFILE_ERROR
			       ? CLI_USAGE
			       : CLI_FAILED;
	}
	g_string_append_printf(report, "%u citaten staan, %u niet\n", v.standing, v.gone);
	if (!write_out(o, report, error))
		return CLI_FAILED;
	return v.gone ? CLI_NONE : CLI_OK;
}

static int answer(Index *index, const Options *o, GError **error)
{
	o->request->papers = PAPERS_BESIDE;
	if (strcmp(o->format->name, "atom") == 0 && o->request->sort == SORT_RELEVANCE)
		o->request->sort = request_is_of(o->request, FALSE) ? SORT_ADDED : SORT_DATED;
	Results *results = search(index, o->request, error);
	g_autoptr(GString) out = g_string_new(NULL);
	const RenderContext context = context_of(index, o);

	if (!results)
		return exit_status(*error);
	for (guint i = 0; i < results->notices->len; i++)
		fprintf(stderr, "pilot-search: %s\n", (const char *)results->notices->pdata[i]);
	for (guint i = 0; i < results->limited->len; i++)
		fprintf(stderr, "pilot-search: %s\n", (const char *)results->limited->pdata[i]);
	if (results->did_you_mean && !results->corrected)
		fprintf(stderr, "pilot-search: Bedoelde u ‘%s’?\n", results->did_you_mean);
	gboolean any = results->total > 0;
	guint last = (guint)o->request->offset + results->hits->len;
	if (o->format->whole && results->hits->len && last < results->total)
		fprintf(stderr, "pilot-search: hier staan %d tot en met %u van %u\n",
			o->request->offset + 1, last, results->total);
	if (o->timeline) {
		draw_timeline(out, results, o);
		results_free(results);
	} else if (!render_results(out, results, &context, error)) {
		return CLI_FAILED;
	}
	if (!write_out(o, out, error))
		return CLI_FAILED;
	return any ? CLI_OK : CLI_NONE;
}

static gboolean asks_something(const Options *o)
{
	const Request *r = o->request;

	return r->query || r->related || o->question || o->timeline || request_has_filter(r);
}

/* "-" alone for a query is what standard input says, as for a file. */
static gboolean read_query(Request *r, GError **error)
{
	if (g_strcmp0(r->query, "-") != 0)
		return TRUE;
	g_free(r->query);
	r->query = input_read("-", MOST_QUESTION, error);
	if (r->query)
		g_strstrip(r->query);
	return r->query && request_finish(r, MOUTH_CLI, error);
}

static int run(const Options *o, GError **error)
{
	g_autofree char *path = paths_index(o->index);

	if (!read_query(o->request, error))
		return exit_status(*error);

	if (o->analyse)
		return analyse(o);
	if (o->values)
		return list_values(o, path, error);
	if (o->mcp)
		return mcp_serve(path, o->partial, error) ? CLI_OK : CLI_FAILED;
	if (!o->list_themes && !o->run && !o->verify && !o->changes && !o->new_since &&
	    !o->overdue && !asks_something(o)) {
		g_set_error(error, CLI_ERROR, CLI_ERROR_USAGE,
			    "what to search for? Give a query, --theme, or --kind pilot for all "
			    "pilots (see --help)");
		return CLI_USAGE;
	}
	g_autoptr(Index) index = index_open(path, o->partial, error);
	if (!index)
		return CLI_FAILED;
	if (o->list_themes)
		return list_themes(index);
	if (o->changes || o->new_since)
		return changes(index, o, error);
	if (o->overdue)
		return overdue(index, o, error);
	if (o->verify)
		return verify(index, o, error);
	if (o->run)
		return run_queries(index, o->request, o->run, stdout, error) ? CLI_OK
									     : exit_status(*error);
	return o->question ? answer_questions(index, o, error) : answer(index, o, error);
}

int main(int argc, char **argv)
{
	g_autoptr(GError) error = NULL;
	int status = CLI_OK;

	fatal_install("pilot-search", CLI_FAILED);
	g_autoptr(Options) options = options_from_argv(argc, argv, &error);
	if (options)
		status = run(options, &error);
	else if (error)
		status = CLI_USAGE;
	if (error)
		fprintf(stderr, "pilot-search: %s\n", error->message);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		perror("pilot-search: standard output");
		status = CLI_FAILED;
	}
	return status;
}

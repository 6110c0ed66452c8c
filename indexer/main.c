/* pilot-index: annexes in, an index out. */
#include <stdio.h>
#include <string.h>

#include "annex.h"
#include "cli.h"
#include "knowledge.h"
#include "paths.h"
#include "publish.h"
#include "report.h"
#include "walk.h"

typedef struct {
	char *index, *themes, *thesaurus;
	gboolean check, dump, full;
	char **paths;
} Options;

static gboolean parse_options(Options *o, int argc, char **argv, GError **error)
{
	const GOptionEntry entries[] = {
		{ "index", 0, 0, G_OPTION_ARG_FILENAME, &o->index,
		  "Write the index in DIR (default: $PILOTZOEKER_INDEX)", "DIR" },
		{ "check", 0, 0, G_OPTION_ARG_NONE, &o->check,
		  "Only read and report; write nothing", NULL },
		{ "dump", 0, 0, G_OPTION_ARG_NONE, &o->dump,
		  "Print one JSON record per pilot; write no index", NULL },
		{ "full", 0, 0, G_OPTION_ARG_NONE, &o->full, "Build all anew (as every run does)",
		  NULL },
		{ "themes", 0, 0, G_OPTION_ARG_FILENAME, &o->themes,
		  "Themes to put in the index (default: themes.ini of the corpus)", "FILE" },
		{ "thesaurus", 0, 0, G_OPTION_ARG_FILENAME, &o->thesaurus,
		  "Thesaurus to put in the index (default: thesaurus.ini of the corpus)", "FILE" },
		{ 0 }
	};
	o->paths = cli_parse(
		entries, "[FILE|DIR]...", "Reads annexes with pilots and writes one index of them.",
		"Without FILE or DIR it reads the corpus that comes with the program.\n"
		"Exit status: 0 done, 1 warnings with --check, 2 usage, 3 failed.",
		argc, argv, error);
	return o->paths != NULL;
}

/* All pilots of all files; what is wrong with one file leaves the others whole. */
static GPtrArray *read_all(GPtrArray *files, Report *report, GError **error)
{
	g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func((GDestroyNotify)pilot_free);

	for (guint i = 0; i < files->len; i++) {
		g_autoptr(GPtrArray) pilots = annex_read(files->pdata[i], report, error);
		if (!pilots)
			return NULL;
		g_ptr_array_extend_and_steal(all, g_steal_pointer(&pilots));
	}
	if (all->len)
		return g_steal_pointer(&all);
	g_set_error(error, ANNEX_ERROR, ANNEX_ERROR_NO_PILOTS,
		    "no annexes found (files end in .txt, .html or .md)");
	return NULL;
}

static void print_warnings(const Report *report)
{
	for (guint i = 0; i < report->lines->len; i++)
		fprintf(stderr, "%s\n", (const char *)report->lines->pdata[i]);
}

static void dump(GPtrArray *pilots)
{
	for (guint i = 0; i < pilots->len; i++) {
		g_autofree char *record = pilot_to_json(pilots->pdata[i]);
		puts(record);
	}
}

static gboolean write_index(const Options *o, GPtrArray *pilots, const Knowledge *knowledge,
			    GError **error)
{
	PublishSummary s;
	g_autofree char *dir = paths_index(o->index);

	if (!publish_index(dir, pilots, knowledge, &s, error))
		return FALSE;
	printf("%u pilots: %u new, %u changed, %u unchanged, %u removed (%s)\n", pilots->len,
	       s.added, s.changed, s.unchanged, s.removed, dir);
	return TRUE;
}

static void print_check(GPtrArray *pilots, guint files, const Report *report,
			const GPtrArray *learned)
{
	for (guint i = 0; i < learned->len; i++)
		printf("abbreviation: %s\n", (const char *)learned->pdata[i]);
	printf("%u pilots in %u files, %u warnings\n", pilots->len, files, report->lines->len);
}

static int run(const Options *o, GError **error)
{
	g_autofree char *corpus = paths_data(NULL);
	const char *const standard[] = { corpus, NULL };
	g_autoptr(Report) report = report_new();
	g_autoptr(Knowledge) knowledge = knowledge_load(o->themes, o->thesaurus, error);
	g_autoptr(GPtrArray) files =
		knowledge
			? walk_annexes(*o->paths ? (const char *const *)o->paths : standard, error)
			: NULL;
	g_autoptr(GPtrArray) pilots = files ? read_all(files, report, error) : NULL;

	print_warnings(report);
	if (!pilots)
		return CLI_FAILED;
	g_autoptr(GPtrArray) learned = knowledge_learn(knowledge, pilots);
	knowledge_apply(knowledge, pilots);
	if (o->dump)
		dump(pilots);
	else if (o->check)
		print_check(pilots, files->len, report, learned);
	else if (!write_index(o, pilots, knowledge, error))
		return CLI_FAILED;
	return o->check && report->lines->len ? CLI_NONE : CLI_OK;
}

int main(int argc, char **argv)
{
	Options o = { 0 };
	g_autoptr(GError) error = NULL;
	int status = CLI_OK;

	if (parse_options(&o, argc, argv, &error))
		status = run(&o, &error);
	else if (error)
		status = CLI_USAGE;
	if (error)
		fprintf(stderr, "pilot-index: %s\n", error->message);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		perror("pilot-index: standard output");
		status = CLI_FAILED;
	}
	g_free(o.index);
	g_free(o.themes);
	g_free(o.thesaurus);
	g_strfreev(o.paths);
	return status;
}

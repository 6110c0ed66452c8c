/* pilot-index: annexes in, an index out. */
#include <stdio.h>
#include <string.h>

#include "abbreviations.h"
#include "accounting.h"
#include "annex.h"
#include "classify.h"
#include "cli.h"
#include "docreader.h"
#include "dutch.h"
#include "facts.h"
#include "fatal.h"
#include "kamer.h"
#include "knowledge.h"
#include "official.h"
#include "paths.h"
#include "schema.h"
#include "store.h"
#include "sums.h"
#include "update.h"
#include "walk.h"
#include "wordcheck.h"
#include "xapian-c.h"

typedef struct {
	char *index, *themes, *thesaurus;
	gboolean check, dump, full, verify, force;
	int jobs, shards;
	char **paths;
} Options;

#define MAX_JOBS 256

/* 0: not given. */
static gboolean check_range(int value, const char *option, int most, GError **error)
{
	if (value >= 0 && value <= most)
		return TRUE;
	g_set_error(error, CLI_ERROR, CLI_ERROR_USAGE, "%s takes a number from 1 to %d", option,
		    most);
	return FALSE;
}

static gboolean parse_options(Options *o, int argc, char **argv, GError **error)
{
	const GOptionEntry entries[] = {
		{ "index", 0, 0, G_OPTION_ARG_FILENAME, &o->index,
		  "Write the index in DIR (default: $PILOTZOEKER_INDEX)", "DIR" },
		{ "check", 0, 0, G_OPTION_ARG_NONE, &o->check,
		  "Only read and report; write nothing", NULL },
		{ "dump", 0, 0, G_OPTION_ARG_NONE, &o->dump,
		  "Print one JSON record per pilot or paper of parliament; write no index", NULL },
		{ "full", 0, 0, G_OPTION_ARG_NONE, &o->full,
		  "Build all anew; else only what changed", NULL },
		{ "force", 0, 0, G_OPTION_ARG_NONE, &o->force,
		  "Read as an annex what does not look like one", NULL },
		{ "verify", 0, 0, G_OPTION_ARG_NONE, &o->verify,
		  "Compare the index with the checksums of when it was written", NULL },
		{ "jobs", 0, 0, G_OPTION_ARG_INT, &o->jobs, "Threads (default: one per processor)",
		  "N" },
		{ "shards", 0, 0, G_OPTION_ARG_INT, &o->shards,
		  "Divide the index over N databases (default: as it is, or 1)", "N" },
		{ "themes", 0, 0, G_OPTION_ARG_FILENAME, &o->themes,
		  "Themes to put in the index (default: themes.ini beside the documents, else of "
		  "the corpus)",
		  "FILE" },
		{ "thesaurus", 0, 0, G_OPTION_ARG_FILENAME, &o->thesaurus,
		  "Thesaurus to put in the index (default: thesaurus.ini beside the documents, "
		  "else of the corpus)",
		  "FILE" },
		{ 0 }
	};
	o->paths = cli_parse(
		entries, "[FILE|DIR]...", "Reads annexes with pilots and writes one index of them.",
		"Without FILE or DIR it reads the corpus that comes with the program.\n"
		"Exit status: 0 done, 1 files left out, or warnings with --check, 2 usage, 3 "
		"failed.",
		NULL, argc, argv, error);
	return o->paths && check_range(o->jobs, "--jobs", MAX_JOBS, error) &&
	       check_range(o->shards, "--shards", STORE_MAX_SHARDS, error);
}

/* What is not of the corpus decides what is found: who runs it must see that. */
static void print_used(const Knowledge *k)
{
	for (gsize i = 0; i < KNOWLEDGE_FILES; i++)
		if (k->own[i])
			fprintf(stderr, "pilot-index: used: %s\n", k->own[i]);
	for (guint i = 0; i < k->layers->len; i++) {
		const KnowledgeLayer *l = k->layers->pdata[i];
		if (l->own)
			fprintf(stderr, "pilot-index: used: %s\n", l->own);
	}
}

static void print_warnings(const Report *report)
{
	for (guint i = 0; i < report->lines->len; i++)
		fprintf(stderr, "%s\n", (const char *)report->lines->pdata[i]);
	if (report->count > report->lines->len)
		fprintf(stderr, "pilot-index: %u more warnings\n",
			report->count - report->lines->len);
}

/* ---- reading without an index: --dump and --check -------------------------------------- */

typedef struct {
	const Options *options;
	const Knowledge *knowledge;
	Classifier *classifier;
	Learned *learned;
	Report *report;
	Accounting *words;  /* --check: of the annex at hand */
	GPtrArray *lines;   /* --check: of char *: what it came to */
	const Annex *annex; /* at hand */
	guint pilots, papers;
	GHashTable *ids; /* of papers in XML: their HTML is the same */
} Inspection;

static gboolean on_pilot(Pilot *take, guint number, gpointer user, GError **error)
{
	Inspection *i = user;
	g_autoptr(Pilot) p = take;

	(void)number, (void)error;
	i->pilots++;
	facts_read_periods(p, i->knowledge->facts, i->annex->path, i->report);
	facts_find_names(p, i->knowledge->places, i->knowledge->organisations, i->annex->path,
			 i->report);
	if (i->options->check) {
		accounting_pilot(i->words, p);
		g_autoptr(GPtrArray) found = abbreviations_find(p);
		for (guint k = 0; k < found->len; k++)
			learned_add(i->learned, found->pdata[k], 1);
		return TRUE;
	}
	g_autoptr(Analysis) analysis = analysis_new(p, i->knowledge->dutch);
	classifier_apply(i->classifier, p, analysis);
	g_autofree char *record = pilot_to_json(p);
	puts(record);
	return TRUE;
}

static gboolean inspect_papers(Inspection *i, const WalkedFile *f, GError **error)
{
	g_autoptr(GPtrArray) papers = kamer_read(f->path, f->name, i->report, error);
	for (guint k = 0; papers && k < papers->len; k++, i->papers++) {
		g_autofree char *record = paper_to_json(papers->pdata[k]);
		if (i->options->dump)
			puts(record);
	}
	return papers != NULL;
}

static gboolean inspect_annex(Inspection *i, const WalkedFile *f, GError **error)
{
	g_autoptr(Annex) a = annex_look(f->path, f->name, f->sources, error);
	Report *report = i->report;

	if (!a || !annex_scan(a, f->force, report, error))
		return FALSE;
	g_autoptr(Accounting) words = i->options->check ? accounting_new() : NULL;
	i->words = words;
	i->annex = a;
	for (guint k = 0; k < a->parts->len; k++)
		if (!annex_read(a, &g_array_index(a->parts, AnnexPart, k), report, on_pilot, i,
				error))
			return FALSE;
	notes_check(a->notes, a->path, report);
	return !words || accounting_close(words, a, report, i->lines, error);
}

/* A page of parliament may be an annex: that it is no other paper is only known by looking. */
static gboolean inspect_file(Inspection *i, const WalkedFile *f, GError **error)
{
	OfficialKind kind = official_kind(f->path);
	GError *failed = NULL;

	if (kind == OFFICIAL_XML || kind == OFFICIAL_METADATA)
		return inspect_papers(i, f, error);
	if (inspect_annex(i, f, &failed))
		return TRUE;
	if (kind != OFFICIAL_HTML || failed->domain != ANNEX_ERROR) {
		g_propagate_error(error, failed);
		return FALSE;
	}
	g_error_free(failed);
	g_autofree char *id = kamer_id_of_file(f->path);
	if (!id || !g_hash_table_contains(i->ids, id))
		return inspect_papers(i, f, error);
	report_warn(i->report, f->path, 0, "not read: the XML of this paper is here too");
	return TRUE;
}

static GHashTable *ids_of_xml(const GPtrArray *files)
{
	GHashTable *ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint k = 0; k < files->len; k++) {
		const WalkedFile *f = files->pdata[k];
		char *id =
			official_kind(f->path) == OFFICIAL_XML ? kamer_id_of_file(f->path) : NULL;
		if (id)
			g_hash_table_add(ids, id);
	}
	return ids;
}

static void print_lines(const GPtrArray *lines, const char *before)
{
	for (guint i = 0; i < lines->len; i++)
		printf("%s%s\n", before, (const char *)lines->pdata[i]);
}

static gboolean inspect(const Options *o, const GPtrArray *files, const Knowledge *knowledge,
			Report *report, GError **error)
{
	g_autoptr(Learned) learned = learned_new();
	g_autoptr(Classifier) classifier =
		classifier_new(knowledge->themes, knowledge->thesaurus, knowledge->dutch);
	g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GHashTable) ids = ids_of_xml(files);
	Inspection i = { o, knowledge, classifier, learned, report, NULL, words, NULL, 0, 0, ids };

	for (guint k = 0; k < files->len; k++) {
		const WalkedFile *f = files->pdata[k];
		GError *failed = NULL;
		if (!inspect_file(&i, f, &failed) && !walk_leave_out(f, report, failed, error))
			return FALSE;
	}
	if (!o->check)
		return TRUE;
	g_autoptr(GPtrArray) lines = learned_lines(learned, knowledge);
	print_lines(lines, "abbreviation: ");
	print_lines(words, "");
	if (i.papers)
		printf("%u papers of parliament\n", i.papers);
	printf("%u pilots in %u files, %u warnings\n", i.pilots, files->len, report->count);
	return TRUE;
}

/* ---- the index ------------------------------------------------------------------------------ */

/* The second after an index was made, so that whoever was told of that one misses nothing of the
 * next; 0 without one. */
static gint64 after(const char *dir)
{
	g_autoptr(XapianReader) reader = xapian_reader_open(dir, NULL);
	g_autofree char *built =
		reader ? xapian_reader_metadata(reader, META_BUILT, NULL, NULL) : NULL;
	g_autoptr(GDateTime) moment = built ? g_date_time_new_from_iso8601(built, NULL) : NULL;

	return moment ? g_date_time_to_unix(moment) + 1 : 0;
}

static gboolean write_one(const Options *o, const char *dir, const DocumentReader *reader,
			  const GPtrArray *files, const Knowledge *knowledge, gint64 earliest,
			  Report *report, GError **error)
{
	UpdateSummary s;
	const UpdateOptions options = { o->jobs ? (guint)o->jobs : g_get_num_processors(),
					(guint)o->shards, o->full, earliest };

	if (!update_index(dir, reader, files, knowledge, &options, report, &s, error))
		return FALSE;
	printf("%u %s: %u new, %u changed, %u unchanged, %u removed (%s)\n", s.pilots, reader->what,
	       s.added, s.changed, s.unchanged, s.removed, dir);
	return TRUE;
}

static gboolean write_index(const Options *o, const GPtrArray *files, const Knowledge *knowledge,
			    Report *report, GError **error)
{
	g_autoptr(GPtrArray) annexes = g_ptr_array_new();
	g_autoptr(GPtrArray) papers = g_ptr_array_new();
	g_autofree char *dir = paths_index(o->index);
	g_autofree char *beside = g_build_filename(dir, INDEX_PAPERS, NULL);

	docreader_divide(files, annexes, papers, report);
	if (!write_one(o, dir, &docreader_annexes, annexes, knowledge, 0, report, error))
		return FALSE;
	/* where there were none and are none, nothing is made */
	return (!papers->len && !g_file_test(beside, G_FILE_TEST_IS_DIR)) ||
	       write_one(o, beside, &docreader_papers, papers, knowledge, after(dir), report,
			 error);
}

/* What a search asks of an index before anything else: a stub that names no database opens, and
 * has none of it. */
static gboolean is_of_now(XapianReader *reader, const char *dir, GError **error)
{
	static const char *const keys[] = { META_SCHEMA, META_ANALYSER };
	const char *const wanted[] = { INDEX_SCHEMA, dutch_fingerprint() };

	for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
		g_autofree char *found = xapian_reader_metadata(reader, keys[i], NULL, error);
		if (!found)
			return FALSE;
		if (strcmp(found, wanted[i]) != 0) {
			g_set_error(error, SUMS_ERROR, SUMS_ERROR_DAMAGED,
				    "%s: no index that this version can search (%s)", dir, keys[i]);
			return FALSE;
		}
	}
	return TRUE;
}

static gboolean verify_one(const char *dir, GError **error)
{
	if (!g_file_test(dir, G_FILE_TEST_IS_DIR)) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "no index at %s", dir);
		return FALSE;
	}
	g_autoptr(XapianReader) reader =
		sums_check(dir, G_MAXUINT64, error) ? xapian_reader_open(dir, error) : NULL;
	return reader && is_of_now(reader, dir, error);
}

static gboolean verify_index(const Options *o, GError **error)
{
	g_autofree char *dir = paths_index(o->index);
	g_autofree char *papers = g_build_filename(dir, INDEX_PAPERS, NULL);

	return verify_one(dir, error) &&
	       (!g_file_test(papers, G_FILE_TEST_IS_DIR) || verify_one(papers, error));
}

static GPtrArray *list_files(const Options *o, Report *report, GError **error)
{
	g_autofree char *corpus = paths_data(NULL);
	const char *const standard[] = { corpus, NULL };
	g_autoptr(GPtrArray) files =
		walk_annexes(*o->paths ? (const char *const *)o->paths : standard,
			     knowledge_names(), report, error);

	for (guint i = 0; files && i < files->len; i++)
		((WalkedFile *)files->pdata[i])->force = o->force;
	if (!files || files->len)
		return g_steal_pointer(&files);
	g_set_error(
		error, ANNEX_ERROR, ANNEX_ERROR_NO_PILOTS,
		"no annexes found (files end in .txt, .html, .md, .docx, .odt or .pdf), nor papers "
		"of parliament (.xml)");
	return NULL;
}

/* --check of files of the thesaurus, beside the index, if there is one. */
static gboolean check_words(const Options *o, const Knowledge *knowledge, Report *report,
			    GError **error)
{
	g_autofree char *dir = paths_index(o->index);
	g_autoptr(XapianReader) reader =
		g_file_test(dir, G_FILE_TEST_IS_DIR) ? xapian_reader_open(dir, NULL) : NULL;
	WordCheckCount count = { 0, 0 };

	for (char **path = o->paths; *path; path++)
		if (!wordcheck(*path, knowledge, reader, report, &count, error))
			return FALSE;
	printf("%u heads, %u links, %u warnings (%s)\n", count.heads, count.links, report->count,
	       reader ? dir : "no index: how many pilots have a word is not known");
	return TRUE;
}

static gboolean is_of_words(const Options *o)
{
	for (char **path = o->paths; *path; path++)
		if (!wordcheck_takes(*path))
			return FALSE;
	return o->check && *o->paths;
}

static int run(const Options *o, GError **error)
{
	if (o->verify)
		return verify_index(o, error) ? CLI_OK : CLI_FAILED;
	g_autoptr(Report) report = report_new();
	const char *const given[KNOWLEDGE_FILES] = {
		[KNOWLEDGE_THEMES] = o->themes, [KNOWLEDGE_THESAURUS] = o->thesaurus
	};
	g_autoptr(Knowledge) knowledge =
		knowledge_load(given, (const char *const *)o->paths, report, error);
	gboolean words = is_of_words(o);
	g_autoptr(GPtrArray) files = knowledge && !words ? list_files(o, report, error) : NULL;

	if (knowledge)
		print_used(knowledge);
	gboolean ok = words ? knowledge && check_words(o, knowledge, report, error)
			    : files && (o->dump || o->check ? inspect : write_index)(
					       o, files, knowledge, report, error);
	print_warnings(report);
	if (!ok)
		return CLI_FAILED;
	return report->left_out || (o->check && report->count) ? CLI_NONE : CLI_OK;
}

int main(int argc, char **argv)
{
	Options o = { 0 };
	g_autoptr(GError) error = NULL;
	int status = CLI_OK;

	fatal_install("pilot-index", CLI_FAILED);
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

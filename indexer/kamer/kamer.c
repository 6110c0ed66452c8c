#include "kamer.h"

#include <string.h>

#include "answers.h"
#include "findings.h"
#include "lines.h"
#include "official.h"
#include "pairs.h"
#include "pattern.h"
#include "properties.h"
#include "reader.h"
#include "rows.h"
#include "texts.h"

/* ---- which paper it is ------------------------------------------------------------------ */

static char *id_in(const char *text)
{
	static Pattern id = { "(?:^|/)((?:ah-[te]k|kv-[te]k|kst|h-[te]k|blg|nds)-[\\w-]+)"
			      "(?:[./]|$)",
			      0, 0 };
	g_autoptr(GMatchInfo) match = NULL;

	return text && g_regex_match(pattern_regex(&id), text, 0, &match)
		       ? g_match_info_fetch(match, 1)
		       : NULL;
}

char *kamer_id_of_file(const char *path)
{
	g_autofree char *name = g_path_get_basename(path);
	return id_in(name);
}

char *kamer_stamp(const char *path, const char *own)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);

	g_checksum_update(sum, (const guchar *)own, -1);
	properties_stamp(path, sum);
	return g_strdup(g_checksum_get_string(sum));
}

/* What the document says of itself; else its name. */
static char *id_of(const Document *d, const char *path, Report *report)
{
	char *id = id_in(d->facts[FACT_ID]);

	if (!id)
		id = id_in(properties_first(d->metadata, "identifier"));
	if (!id)
		id = kamer_id_of_file(path);
	if (id)
		return id;
	g_autofree char *name = g_path_get_basename(path);
	report_warn(report, path, 0, "it does not say which paper it is: called by its name");
	name[strcspn(name, ".")] = '\0';
	return g_strdup(name);
}

/* ---- papers ------------------------------------------------------------------------------ */

static Document *read_document(const char *path, const FileFacts *file, Report *report,
			       GError **error)
{
	if (official_kind(path) != OFFICIAL_HTML)
		return reader_of_file(path, report, error);
	g_autofree char *html = rows_file_html(path, file, error);
	return html ? reader_of_html(path, html, report) : NULL;
}

static gboolean refuse(const Document *d, const char *path, GError **error)
{
	g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
		    "%s: no questions and no letter of parliament (it is \"%s\")", path,
		    d->root ? d->root : "a page");
	return FALSE;
}

/* Of a page, what its head says; of others what stands beside it. */
static Properties *properties_for(Document *d, PaperDocument *facts, const char *path,
				  Report *report)
{
	Properties *beside = properties_beside(path, facts->id, &facts->metadata, report);

	return beside ? beside : g_hash_table_ref(d->metadata);
}

static void settle(const GPtrArray *papers, PaperDocument *facts, const Document *d,
		   gboolean is_notice, const char *path, Report *report)
{
	gboolean is_answer = d->facts[FACT_ANSWER] || g_strcmp0(facts->type, "Antwoord") == 0;

	answers_settle(papers, is_answer, is_notice, path, report);
	texts_check_notes(d, papers, path, report);
	if (is_notice && !facts->date)
		facts->date = g_strdup(facts->answered);
	if (is_notice) /* the day that it was told */
		g_clear_pointer(&facts->answered, g_free);
	if (d->is_old)
		report_warn(report, path, 0,
			    "XML of before 2010: its reader was never tried on a real file");
	if (!papers->len)
		report_warn(report, path, 0, "there is no text in it");
}

static GPtrArray *papers_of(Document *d, const char *path, const char *name, const FileFacts *file,
			    Report *report)
{
	g_autoptr(PaperDocument) facts = paper_document_new();

	facts->id = id_of(d, path, report);
	facts->file = g_strdup(name);
	facts->sha256 = g_strdup(file->sha256);
	g_autoptr(Properties) properties = properties_for(d, facts, path, report);
	findings_fill(facts, d, properties, path, report);
	gboolean is_notice =
		d->kind == DOCUMENT_QUESTIONS && g_strcmp0(facts->type, "Mededeling") == 0;
	texts_mend(d, is_notice, path, report);
	GPtrArray *papers = pairs_of(d, facts, path, report);
	settle(papers, facts, d, is_notice, path, report);
	return papers;
}

GPtrArray *kamer_read(const char *path, const char *name, Report *report, GError **error)
{
	FileFacts file = { 0 };
	GPtrArray *papers = NULL;

	if (!lines_look(path, &file, error))
		return NULL;
	g_autoptr(Document) d = read_document(path, &file, report, error);
	if (d && (d->kind != DOCUMENT_OTHER || refuse(d, path, error)))
		papers = papers_of(d, path, name, &file, report);
	g_free(file.sha256);
	return papers;
}

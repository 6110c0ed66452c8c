#include "docreader.h"

#include "chains.h"
#include "kamer.h"
#include "official.h"
#include "paperpilot.h"
#include "walk.h"

const DocumentReader docreader_annexes = { "pilots", TRUE, annex_look, annex_scan, annex_read };

/* ---- papers: a document is one part ---------------------------------------------------------- */

/* What stands beside it decides its records as well. */
static Annex *look_at(const char *path, const char *name, GKeyFile *sources, GError **error)
{
	Annex *a = annex_look(path, name, sources, error);

	if (!a)
		return NULL;
	g_autofree char *alone = a->stamp;
	a->stamp = kamer_stamp(path, alone);
	return a;
}

static gboolean scan(Annex *a, gboolean force, Report *report, GError **error)
{
	g_autoptr(GPtrArray) papers = kamer_read(a->path, a->name, report, error);

	(void)force;
	if (!papers)
		return FALSE;
	const AnnexPart part = { 0, 1, 0, papers->len };
	a->ids = g_ptr_array_new_with_free_func(g_free);
	a->formerly = g_ptr_array_new();
	a->parts = g_array_new(FALSE, FALSE, sizeof(AnnexPart));
	a->thread = chains_thread(papers);
	for (guint i = 0; i < papers->len; i++) {
		g_ptr_array_add(a->ids, g_strdup(((const Paper *)papers->pdata[i])->id));
		g_ptr_array_add(a->formerly, NULL);
	}
	if (!papers->len)
		return TRUE;
	g_autoptr(Pilot) first = paperpilot_new(papers->pdata[0], NULL);
	a->title = g_strdup(first->source.title);
	a->reference_date = g_strdup(first->reference_date);
	g_array_append_val(a->parts, part);
	return TRUE;
}

static gboolean read_parts(Annex *a, const AnnexPart *part, Report *report, PilotFunc func,
			   gpointer user, GError **error)
{
	g_autoptr(Report) told = report_new(); /* of all that, scan() warned */
	g_autoptr(GPtrArray) papers = kamer_read(a->path, a->name, told, error);

	(void)report;
	if (!papers)
		return FALSE;
	if (papers->len != part->count) {
		g_set_error(error, ANNEX_ERROR, ANNEX_ERROR_CHANGED,
			    "%s: changed while it was read; try again", a->path);
		return FALSE;
	}
	g_autoptr(Outcome) outcome = outcome_parse(a->outcome);
	for (guint i = 0; i < papers->len; i++)
		if (!func(paperpilot_new(papers->pdata[i], outcome), i, user, error))
			return FALSE;
	return TRUE;
}

const DocumentReader docreader_papers = { "papers", FALSE, look_at, scan, read_parts };

/* ---- which is which ---------------------------------------------------------------------------
 */

/* A page of parliament may be an annex: that it is no other paper is only known by looking. */
static gboolean has_pilots(const WalkedFile *f)
{
	g_autoptr(Report) report = report_new();
	g_autoptr(Annex) a = annex_look(f->path, f->name, f->sources, NULL);

	return a && annex_scan(a, f->force, report, NULL);
}

void docreader_divide(const GPtrArray *files, GPtrArray *annexes, GPtrArray *papers, Report *report)
{
	g_autoptr(GHashTable) taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GHashTable) xml = g_hash_table_new(NULL, NULL);

	for (guint i = 0; i < files->len; i++) {
		const WalkedFile *f = files->pdata[i];
		if (official_kind(f->path) != OFFICIAL_XML)
			continue;
		char *id = kamer_id_of_file(f->path);
		g_hash_table_add(xml, (gpointer)f);
		if (id && !g_hash_table_add(taken, id))
			report_warn(report, f->path, 0, "not read: another file of this paper is");
		else
			g_ptr_array_add(papers, (gpointer)f);
	}
	for (guint i = 0; i < files->len; i++) {
		const WalkedFile *f = files->pdata[i];
		g_autofree char *id = kamer_id_of_file(f->path);
		if (g_hash_table_contains(xml, f))
			continue;
		if (id && g_hash_table_contains(taken, id))
			report_warn(report, f->path, 0,
				    "not read: the XML of this paper is here too");
		else if (official_kind(f->path) == OFFICIAL_HTML && !has_pilots(f))
			g_ptr_array_add(papers, (gpointer)f);
		else
			g_ptr_array_add(annexes, (gpointer)f);
	}
}

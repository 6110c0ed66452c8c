#include "texts.h"

#include <string.h>

#include "marks.h"
#include "noteref.h"
#include "references.h"

/* ---- mending --------------------------------------------------------------------------- */

static char *raise_notes(const char *text, guint *last)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	for (char **line = lines; *line; line++) {
		char *raised = noteref_raised(*line, last);
		g_free(*line);
		*line = raised;
	}
	return g_strjoinv("\n", lines);
}

#define NOTICE "\n\nMededeling\n\n"

static void part_notice(Document *d, const char *path, Report *report)
{
	Part *last = d->parts->len ? d->parts->pdata[d->parts->len - 1] : NULL;
	char *notice = last && last->kind == PART_QUESTION ? strstr(last->text, NOTICE) : NULL;

	if (!notice)
		return;
	Part *p = document_add(d, PART_REMARK, last->line);
	g_free(p->heading);
	g_free(p->text);
	p->heading = g_strdup("Mededeling");
	p->text = g_strdup(notice + strlen(NOTICE));
	*notice = '\0';
	report_warn(report, path, last->line, "the notice stands in a question: parted from it");
}

void texts_mend(Document *d, gboolean is_notice, const char *path, Report *report)
{
	guint last = 0;

	if (is_notice)
		part_notice(d, path, report);
	for (guint i = 0; i < d->parts->len; i++) {
		Part *p = d->parts->pdata[i];
		char *raised = raise_notes(p->text, &last);
		g_free(p->text);
		p->text = raised;
	}
}

/* ---- references ------------------------------------------------------------------------ */

static void add_references(Paper *paper, const char *text)
{
	g_autoptr(GPtrArray) found = references_find(text);

	for (guint i = 0; i < found->len; i++) {
		const char *id = ((const Reference *)found->pdata[i])->id;
		if (strcmp(id, paper->document->id) != 0)
			paper_add_once(paper->references, id);
	}
}

static gboolean has_note(const Paper *paper, const DocumentNote *note)
{
	for (guint i = 0; i < paper->footnotes->len; i++) {
		const PaperNote *n = paper->footnotes->pdata[i];
		if (n->number == note->number && strcmp(n->text, note->text) == 0)
			return TRUE;
	}
	return FALSE;
}

static void add_note(Paper *paper, const Document *d, guint part, guint number)
{
	for (guint i = 0; i < d->notes->len; i++) {
		const DocumentNote *n = d->notes->pdata[i];
		if (n->number != number || (n->part != part && n->part != G_MAXUINT) ||
		    has_note(paper, n))
			continue;
		paper_add_note(paper, n->number, n->text);
		add_references(paper, n->text);
	}
}

void texts_refer(Paper *paper, const Document *d, guint index)
{
	const Part *part = d->parts->pdata[index];
	const char *p = part->text;
	Mark mark;

	add_references(paper, part->text);
	for (guint i = 0; i < part->documents->len; i++)
		add_references(paper, part->documents->pdata[i]);
	while (d->notes->len && mark_next(part->text, &p, &mark))
		if (mark.kind == MARK_NUMBER)
			add_note(paper, d, index, mark.number);
}

void texts_check_notes(const Document *d, const GPtrArray *papers, const char *path, Report *report)
{
	for (guint i = 0; i < d->notes->len; i++) {
		const DocumentNote *n = d->notes->pdata[i];
		gboolean found = FALSE;
		for (guint k = 0; !found && k < papers->len; k++)
			found = has_note(papers->pdata[k], n);
		if (!found)
			report_warn(report, path, n->line,
				    "note %u has no mark in a text, and is left out: \"%s\"",
				    n->number, n->text);
	}
}

#include "paper.h"

static const char *const kinds[N_PAPER_KINDS] = {
	[PAPER_VRAAG] = "vraag", [PAPER_BRIEF] = "brief", [PAPER_MEDEDELING] = "mededeling"
};

static const char *const statuses[N_PAPER_STATUSES] = { [PAPER_BEANTWOORD] = "beantwoord",
							[PAPER_UITGESTELD] = "uitgesteld",
							[PAPER_OPEN] = "open",
							[PAPER_ONBEKEND] = "onbekend" };

const char *paper_kind_name(PaperKind kind)
{
	return kinds[kind];
}

const char *paper_status_name(PaperStatus status)
{
	return statuses[status];
}

void paper_add_once(GPtrArray *strings, const char *string)
{
	if (!g_ptr_array_find_with_equal_func(strings, string, g_str_equal, NULL))
		g_ptr_array_add(strings, g_strdup(string));
}

/* ---- documents ----------------------------------------------------------------------- */

static void member_free(gpointer data)
{
	PaperMember *m = data;

	g_free(m->name);
	g_free(m->party);
	g_free(m);
}

PaperDocument *paper_document_new(void)
{
	PaperDocument *d = g_new0(PaperDocument, 1);

	d->members = g_ptr_array_new_with_free_func(member_free);
	d->ministers = g_ptr_array_new_with_free_func(g_free);
	d->answered_by = g_ptr_array_new_with_free_func(g_free);
	d->dossiers = g_ptr_array_new_with_free_func(g_free);
	d->related = g_ptr_array_new_with_free_func(g_free);
	d->inquiries = g_ptr_array_new_with_free_func(g_free);
	g_ref_count_init(&d->owners);
	return d;
}

PaperDocument *paper_document_ref(PaperDocument *d)
{
	g_ref_count_inc(&d->owners);
	return d;
}

void paper_document_free(PaperDocument *d)
{
	if (!d || !g_ref_count_dec(&d->owners))
		return;
	char *const strings[] = { d->id,    d->type,    d->chamber, d->session, d->number,
				  d->title, d->subject, d->date,    d->asked,   d->answered,
				  d->file,  d->sha256,  d->metadata };
	GPtrArray *const lists[] = { d->members,  d->ministers, d->answered_by,
				     d->dossiers, d->related,   d->inquiries };
	for (gsize i = 0; i < G_N_ELEMENTS(strings); i++)
		g_free(strings[i]);
	for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
		g_ptr_array_unref(lists[i]);
	g_free(d);
}

PaperMember *paper_add_member(PaperDocument *d, const char *name, const char *party)
{
	PaperMember *m = g_new(PaperMember, 1);

	*m = (PaperMember) { g_strdup(name), g_strdup(party) };
	g_ptr_array_add(d->members, m);
	return m;
}

/* ---- papers -------------------------------------------------------------------------- */

static void question_free(gpointer data)
{
	PaperQuestion *q = data;

	g_array_unref(q->numbers);
	g_free(q->heading);
	g_free(q->text);
	g_free(q);
}

static void note_free(gpointer data)
{
	PaperNote *n = data;

	g_free(n->text);
	g_free(n);
}

Paper *paper_new(PaperKind kind, PaperDocument *document)
{
	Paper *p = g_new0(Paper, 1);

	p->kind = kind;
	p->status = PAPER_ONBEKEND;
	p->document = paper_document_ref(document);
	p->numbers = g_array_new(FALSE, FALSE, sizeof(guint));
	p->see = g_array_new(FALSE, FALSE, sizeof(guint));
	p->there = g_array_new(FALSE, FALSE, sizeof(guint));
	p->questions = g_ptr_array_new_with_free_func(question_free);
	p->footnotes = g_ptr_array_new_with_free_func(note_free);
	p->references = g_ptr_array_new_with_free_func(g_free);
	return p;
}

void paper_free(Paper *p)
{
	if (!p)
		return;
	paper_document_free(p->document);
	g_array_unref(p->numbers);
	g_array_unref(p->see);
	g_array_unref(p->there);
	g_ptr_array_unref(p->questions);
	g_ptr_array_unref(p->footnotes);
	g_ptr_array_unref(p->references);
	g_free(p->id);
	g_free(p->heading);
	g_free(p->text);
	g_free(p->answer);
	g_free(p->seen);
	g_free(p->elsewhere);
	g_free(p);
}

PaperQuestion *paper_add_question(Paper *p, const char *heading, const char *text)
{
	PaperQuestion *q = g_new0(PaperQuestion, 1);

	q->numbers = g_array_new(FALSE, FALSE, sizeof(guint));
	q->heading = g_strdup(heading);
	q->text = g_strdup(text);
	g_ptr_array_add(p->questions, q);
	return q;
}

void paper_add_note(Paper *p, guint number, const char *text)
{
	PaperNote *n = g_new(PaperNote, 1);

	*n = (PaperNote) { number, g_strdup(text) };
	g_ptr_array_add(p->footnotes, n);
}

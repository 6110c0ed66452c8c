#include "stored.h"

#include <string.h>

#include "flat.h"
#include "hash.h"
#include "looptijd.h"
#include "xapian-c.h"

/* ---- one walk over a pilot, which writes it or reads it -------------------------------- */

static void texts(Flat *f, GPtrArray *all)
{
	guint n = flat_count(f, all->len);

	if (!f->out)
		g_ptr_array_set_size(all, (gint)n);
	for (guint i = 0; i < n; i++) {
		all->pdata[i] = (gpointer)flat_text(f, all->pdata[i]);
		f->failed |= !all->pdata[i];
	}
}

/* Months from 1, so that 0 is an open side. */
static int month(Flat *f, int m)
{
	guint64 n = flat_number(f, m == PERIOD_OPEN ? 0 : (guint64)m + 1);

	f->failed |= n > G_MAXINT;
	return n && !f->failed ? (int)n - 1 : PERIOD_OPEN;
}

static Precision precision(Flat *f, Precision p)
{
	guint64 n = flat_number(f, p);

	f->failed |= n >= N_PRECISIONS;
	return f->failed ? PRECISION_NONE : (Precision)n;
}

static void periods(Flat *f, GArray *all)
{
	guint n = flat_count(f, all->len);

	if (!f->out)
		g_array_set_size(all, n);
	for (guint i = 0; i < n; i++) {
		Period *p = &g_array_index(all, Period, i);
		p->from = month(f, p->from);
		p->to = month(f, p->to);
		p->from_precision = precision(f, p->from_precision);
		p->to_precision = precision(f, p->to_precision);
	}
}

static void sections(Flat *f, GPtrArray *all)
{
	guint n = flat_count(f, all->len);

	for (guint i = 0; i < n && !f->failed; i++) {
		if (!f->out)
			g_ptr_array_add(all, g_new0(Section, 1));
		Section *s = all->pdata[i];
		guint64 kind = flat_number(f, s->kind);
		s->kind = (SectionKind)kind;
		s->heading = flat_text(f, s->heading);
		s->text = flat_text(f, s->text);
		f->failed |= kind >= N_SECTION_KINDS || !s->heading || !s->text;
	}
}

static Footnote *footnote_new(void)
{
	Footnote *note = g_new0(Footnote, 1);

	note->papers = g_ptr_array_new();
	return note;
}

static void footnotes(Flat *f, GPtrArray *all)
{
	guint n = flat_count(f, all->len);

	for (guint i = 0; i < n && !f->failed; i++) {
		if (!f->out)
			g_ptr_array_add(all, footnote_new());
		Footnote *note = all->pdata[i];
		note->number = (guint)flat_number(f, note->number);
		note->text = flat_text(f, note->text);
		note->url = flat_text(f, note->url);
		texts(f, note->papers);
		f->failed |= !note->text;
	}
}

/* Where in a file a pilot stands may change without a change of the pilot. */
static void place(Flat *f, Source *s)
{
	s->file = flat_text(f, s->file);
	s->sha256 = flat_text(f, s->sha256);
	s->line = (guint)flat_number(f, s->line);
	f->failed |= !s->file || !s->sha256;
}

static void papers(Flat *f, PaperFacts *paper)
{
	guint64 step = flat_number(f, paper->step);

	paper->step = (PaperStep)step;
	f->failed |= step >= N_STEPS;
	texts(f, paper->inquiries);
	texts(f, paper->related);
}

#define OF_PAPERS 11 /* of the texts */

static void content(Flat *f, Pilot *p)
{
	guint64 kind = flat_number(f, p->kind);
	const char **const all[] = { &p->id,
				     &p->title,
				     &p->title_printed,
				     &p->formerly,
				     &p->reference_date,
				     &p->status_why,
				     &p->period,
				     &p->source.title,
				     &p->source.kamerstuk,
				     &p->source.session,
				     &p->source.annex,
				     &p->source.dossier,
				     &p->source.date_from,
				     &p->paper.document,
				     &p->paper.type,
				     &p->paper.chamber,
				     &p->paper.number,
				     &p->paper.asked,
				     &p->paper.questions,
				     &p->paper.day,
				     &p->paper.chain,
				     &p->paper.status_in,
				     &p->paper.elsewhere,
				     &p->paper.there };
	/* of a pilot only the first: the others are of papers */
	const gsize n = kind == KIND_PILOT ? G_N_ELEMENTS(all) - OF_PAPERS : G_N_ELEMENTS(all);

	p->kind = (RecordKind)kind;
	for (gsize i = 0; i < n; i++)
		*all[i] = flat_text(f, *all[i]);
	guint64 status = flat_number(f, p->status);
	p->status = (Status)status;
	periods(f, p->periods);
	for (int i = 0; i < N_FACETS; i++)
		texts(f, p->facets[i]);
	sections(f, p->sections);
	footnotes(f, p->footnotes);
	if (kind != KIND_PILOT)
		papers(f, &p->paper);
	f->failed |=
		!p->id || !p->title || !p->title_printed || status >= N_STATUSES || kind >= N_KINDS;
}

/* ---- bytes ---------------------------------------------------------------------------------- */

static guint64 sum_of(const guint8 *bytes, gsize len)
{
	return GUINT64_TO_LE(hash_checksum(len, bytes, len));
}

GBytes *stored_write(Pilot *p)
{
	GByteArray *bytes = g_byte_array_new();
	guint64 sum = 0;

	g_byte_array_append(bytes, (const guint8 *)&sum, sizeof sum);
	Flat f = flat_writer(bytes);
	content(&f, p);
	place(&f, &p->source);
	sum = sum_of(bytes->data + sizeof sum, bytes->len - sizeof sum);
	memcpy(bytes->data, &sum, sizeof sum);
	return g_byte_array_free_to_bytes(bytes);
}

Pilot *stored_read(GBytes *stored, GError **error)
{
	gsize len;
	const guint8 *bytes = g_bytes_get_data(stored, &len);
	g_autoptr(Pilot) p = pilot_new();
	guint64 sum;

	if (len >= sizeof sum) {
		memcpy(&sum, bytes, sizeof sum);
		Flat f = flat_reader(bytes + sizeof sum, len - sizeof sum);
		f.failed = sum != sum_of(f.p, len - sizeof sum);
		content(&f, p);
		place(&f, &p->source);
		p->stored = g_bytes_ref(stored);
		if (!f.failed)
			return g_steal_pointer(&p);
	}
	g_set_error_literal(error, XAPIAN_ERROR, XAPIAN_ERROR_CORRUPT,
			    "the record of a pilot is damaged; build the index again");
	return NULL;
}

guint64 stored_hash(Pilot *p)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	Flat f = flat_writer(bytes);

	content(&f, p);
	return hash_bytes((const char *)bytes->data, bytes->len);
}

#include "paperpilot.h"

#include "annex.h"
#include "kinds.h"
#include "looptijd.h"

/* "2", "2 en 3", "2, 3 en 4"; NULL for none. */
static char *numbers_in_words(const GArray *numbers)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = 0; i < numbers->len; i++)
		g_string_append_printf(text, "%s%u",
				       i == 0                  ? ""
				       : i + 1 == numbers->len ? " en "
							       : ", ",
				       g_array_index(numbers, guint, i));
	return text->len ? g_string_free(g_steal_pointer(&text), FALSE) : NULL;
}

/* ---- its text ------------------------------------------------------------------------------ */

/* An answer that only says to see another carries that one too. */
static void add_answers(Pilot *p, const Paper *paper)
{
	if (paper->answer)
		pilot_add_section(p, SECTION_ANTWOORD, "Antwoord", paper->answer);
	if (!paper->seen)
		return;
	g_autofree char *numbers = numbers_in_words(paper->see);
	g_autofree char *heading = g_strdup_printf("Antwoord op vraag %s", numbers);
	pilot_add_section(p, SECTION_ANTWOORD, heading, paper->seen);
}

static void add_text(Pilot *p, const Paper *paper)
{
	for (guint i = 0; i < paper->questions->len; i++) {
		const PaperQuestion *q = paper->questions->pdata[i];
		pilot_add_section(p, SECTION_VRAAG, q->heading, q->text);
	}
	add_answers(p, paper);
	if (paper->text)
		pilot_add_section(p, SECTION_TEKST, paper->heading ? paper->heading : "",
				  paper->text);
	for (guint i = 0; i < paper->footnotes->len; i++) {
		const PaperNote *note = paper->footnotes->pdata[i];
		pilot_add_footnote(p, note->number, note->text, NULL);
	}
}

static const char *title_of(const Paper *paper)
{
	const PaperDocument *d = paper->document;
	const char *const titles[] = { paper->kind == PAPER_BRIEF ? paper->heading : NULL,
				       d->subject, d->title };

	for (gsize i = 0; i < G_N_ELEMENTS(titles); i++)
		if (titles[i] && *titles[i])
			return titles[i];
	return ANNEX_UNTITLED;
}

/* ---- its facts ------------------------------------------------------------------------------ */

static Status status_of(const Paper *paper)
{
	static const Status statuses[N_PAPER_STATUSES] = { [PAPER_BEANTWOORD] = STATUS_BEANTWOORD,
							   [PAPER_UITGESTELD] = STATUS_UITGESTELD,
							   [PAPER_OPEN] = STATUS_OPEN,
							   [PAPER_ONBEKEND] = STATUS_ONBEKEND };

	return paper->kind == PAPER_BRIEF ? STATUS_VERSTUURD : statuses[paper->status];
}

/* What another publication tells of questions that have no answer in their own. */
static void settle(Pilot *p, const Paper *paper, const Outcome *o)
{
	p->paper.step = chains_step(paper->document, paper);
	p->paper.day = pilot_keep(p, p->reference_date);
	if (!o)
		return;
	p->paper.chain = pilot_keep(p, o->chain);
	if (!o->by || (p->status != STATUS_OPEN && p->status != STATUS_UITGESTELD) ||
	    !outcome_is_of(o, paper->numbers))
		return;
	p->status = o->status;
	p->reference_date = pilot_keep(p, o->day);
	p->paper.status_in = pilot_keep(p, o->by);
}

/* The day that its status is of. */
static const char *day_of(const Pilot *p, const PaperDocument *d)
{
	if (p->status == STATUS_BEANTWOORD && d->answered)
		return d->answered;
	return p->status == STATUS_OPEN && d->asked ? d->asked : d->date ? d->date : d->asked;
}

static void add_all(Pilot *p, FacetId facet, const GPtrArray *values)
{
	for (guint i = 0; i < values->len; i++)
		pilot_add_value(p, facet, values->pdata[i]);
}

/* A value of a facet, once. */
static void add_once(Pilot *p, FacetId facet, const char *value)
{
	if (!g_ptr_array_find_with_equal_func(p->facets[facet], value, g_str_equal, NULL))
		pilot_add_value(p, facet, value);
}

/* Papers print "minister" and "Minister": one value, so that who counts them counts them once. */
static void add_ministers(Pilot *p, const PaperDocument *d)
{
	for (guint i = 0; i < d->ministers->len; i++) {
		g_autofree char *office = g_strdup(d->ministers->pdata[i]);
		*office = g_ascii_toupper(*office);
		add_once(p, FACET_MINISTER, office);
	}
}

static void add_facets(Pilot *p, const PaperDocument *d)
{
	pilot_add_value(p, FACET_SOORT, kinds[p->kind].name);
	pilot_add_value(p, FACET_STATUS, status_name(p->status));
	add_ministers(p, d);
	add_all(p, FACET_DOSSIER, d->dossiers);
	for (guint i = 0; i < d->members->len; i++) {
		const PaperMember *m = d->members->pdata[i];
		add_once(p, FACET_LID, m->name);
		if (m->party)
			add_once(p, FACET_PARTIJ, m->party);
	}
	if (!p->reference_date)
		return;
	g_autofree char *year = g_strndup(p->reference_date, 4);
	g_autofree char *text = g_strndup(p->reference_date, 7);
	int month = month_from_text(text);
	const Period period = { month, month, PRECISION_DAG, PRECISION_DAG };
	pilot_add_value(p, FACET_JAAR, year);
	g_array_append_val(p->periods, period);
}

static void add_ids(Pilot *p, GPtrArray *to, const GPtrArray *ids)
{
	for (guint i = 0; i < ids->len; i++)
		if (!g_ptr_array_find_with_equal_func(to, ids->pdata[i], g_str_equal, NULL))
			g_ptr_array_add(to, (gpointer)pilot_keep(p, ids->pdata[i]));
}

static void add_facts(Pilot *p, const Paper *paper)
{
	const PaperDocument *d = paper->document;

	p->paper.document = pilot_keep(p, d->id);
	p->paper.type = pilot_keep(p, d->type);
	p->paper.chamber = pilot_keep(p, d->chamber);
	p->paper.number = pilot_keep(p, d->number);
	p->paper.asked = pilot_keep(p, d->asked);
	p->paper.questions = pilot_take(p, numbers_in_words(paper->numbers));
	p->paper.elsewhere = pilot_keep(p, paper->elsewhere);
	p->paper.there = pilot_take(p, numbers_in_words(paper->there));
	add_ids(p, p->paper.inquiries, d->inquiries);
	add_ids(p, p->paper.related, d->related);
	add_ids(p, p->paper.related, paper->references);
	p->source = (Source) { .file = pilot_keep(p, d->file),
			       .sha256 = pilot_keep(p, d->sha256),
			       .line = paper->line,
			       .title = pilot_keep(p, d->title),
			       .session = pilot_keep(p, d->session) };
}

Pilot *paperpilot_new(const Paper *paper, const Outcome *outcome)
{
	Pilot *p = pilot_new();

	p->kind = paper->kind == PAPER_BRIEF ? KIND_BRIEF : KIND_KAMERVRAAG;
	p->id = pilot_keep(p, paper->id);
	p->title = p->title_printed = pilot_keep(p, title_of(paper));
	p->status = status_of(paper);
	p->reference_date = pilot_keep(p, day_of(p, paper->document));
	settle(p, paper, outcome);
	add_facts(p, paper);
	add_facets(p, paper->document);
	add_text(p, paper);
	return p;
}

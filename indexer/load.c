#include "load.h"

#include <string.h>

#include "abbreviations.h"
#include "fields.h"
#include "hash.h"
#include "looptijd.h"
#include "phrasing.h"
#include "schema.h"
#include "stored.h"

#define MAX_SORT_TITLE 30 /* bytes */
#define MAX_TERM 240      /* bytes; Xapian refuses more than 245 */

/* How often a stem occurs: in the whole document, weighed, and in the field at hand. */
typedef struct {
	guint all, field;
} Count;

/* The document while its text goes in. */
typedef struct {
	XapianDoc *doc;
	const Field *field;
	GString *term;
	guint base;     /* position before the first of the text at hand */
	guint last;     /* the last position used */
	guint position; /* of the word at hand, in its text */
	char *order;    /* see order_key() */
	const GPtrArray *strings;
	Count *counts[2]; /* of words and of parts, by the number of their stem */
} Loader;

static const char *const kinds[2] = { TERM_STEM, TERM_PART };

static const char *term_of(Loader *l, const char *kind, const char *prefix, const char *word)
{
	g_string_assign(l->term, kind);
	g_string_append(l->term, prefix);
	g_string_append(l->term, word);
	return l->term->str;
}

/* A word gives its exact form at its position, for phrases. Stems, once for the whole pilot
 * and once for their field, are counted first: most occur more than once. */
static void load_token(Loader *l, const AnalysedToken *t)
{
	if (t->kind == DUTCH_WORD) {
		const char *exact = l->strings->pdata[t->exact];
		l->last = l->base + ++l->position;
		if (strlen(exact) <= MAX_TERM)
			xapian_doc_add_posting(l->doc, exact, l->last, l->field->weight);
	}
	if (t->stop)
		return;
	Count *c = &l->counts[t->kind == DUTCH_PART][t->stem];
	c->all += l->field->weight;
	c->field++;
}

/* The stems of a field, when no more of it follows. */
static void end_field(Loader *l)
{
	for (guint kind = 0; kind < 2; kind++)
		for (guint i = 0; i < l->strings->len; i++) {
			Count *c = &l->counts[kind][i];
			const char *stem = l->strings->pdata[i];
			if (c->field && strlen(stem) <= MAX_TERM)
				xapian_doc_add_term(l->doc,
						    term_of(l, kinds[kind], l->field->prefix, stem),
						    c->field);
			c->field = 0;
		}
}

static void end_text(Loader *l)
{
	for (guint kind = 0; kind < 2; kind++)
		for (guint i = 0; i < l->strings->len; i++) {
			const char *stem = l->strings->pdata[i];
			if (l->counts[kind][i].all && strlen(stem) <= MAX_TERM)
				xapian_doc_add_term(l->doc, term_of(l, kinds[kind], "", stem),
						    l->counts[kind][i].all);
		}
}

static void load_text(Loader *l, const Field *field, const Analysis *a, guint number)
{
	guint end, i = analysis_text(a, number, &end);

	l->field = field;
	l->base = l->last + SECTION_GAP;
	l->position = 0;
	for (; i < end; i++)
		load_token(l, &g_array_index(a->tokens, AnalysedToken, i));
	end_field(l);
}

static void load_texts(Loader *l, const Pilot *p, const Analysis *a)
{
	l->strings = a->strings;
	for (guint kind = 0; kind < 2; kind++)
		l->counts[kind] = g_new0(Count, a->strings->len + 1);
	load_text(l, &fields[FIELD_TITEL], a, 0);
	for (guint i = 0; i < p->sections->len; i++) {
		const Section *s = p->sections->pdata[i];
		load_text(l, field_by_section(s->kind), a, i + 1);
	}
	end_text(l);
	for (guint kind = 0; kind < 2; kind++)
		g_free(l->counts[kind]);
}

/* A filter: a boolean term per value, and all values in the field's slot. */
static void load_filter(Loader *l, const Field *field, const char *const *values, guint n)
{
	g_autoptr(GString) joined = g_string_new(NULL);

	for (guint i = 0; i < n; i++) {
		g_autofree char *folded = dutch_fold(values[i]);
		if (strlen(folded) + strlen(field->prefix) <= MAX_TERM)
			xapian_doc_add_boolean_term(l->doc, term_of(l, "", field->prefix, folded));
		g_string_append(joined, i ? VALUE_SEPARATOR : "");
		g_string_append(joined, values[i]);
	}
	if (n && field->slot >= 0)
		xapian_doc_set_value(l->doc, field->slot, joined->str, joined->len);
}

static void load_filters(Loader *l, const Pilot *p)
{
	for (int i = 0; i < N_FACETS; i++)
		load_filter(l, field_by_facet(i), (const char *const *)p->facets[i]->pdata,
			    p->facets[i]->len);
	load_filter(l, &fields[FIELD_EDITIE], &p->reference_date, p->reference_date ? 1 : 0);
}

/* ---- editions ---------------------------------------------------------------------- */

static void set_flag(XapianDoc *doc, const Field *field, const char *value, gboolean on)
{
	g_autofree char *term = g_strconcat(field->prefix, value, NULL);

	if (on)
		xapian_doc_add_boolean_term(doc, term);
	else
		xapian_doc_remove_term(doc, term);
}

void load_relation(XapianDoc *doc, const char *id, const Relation *was, const Relation *now)
{
	const Field *identity = &fields[FIELD_IDENTITEIT];

	if (was && was->identity)
		set_flag(doc, identity, was->identity, FALSE);
	set_flag(doc, identity, now->identity, TRUE);
	xapian_doc_set_value(doc, (guint32)identity->slot, now->identity, strlen(now->identity));
	set_flag(doc, &fields[FIELD_ID], id, now->owns_id);
	set_flag(doc, &fields[FIELD_LAATSTE], LATEST, now->is_latest);
	set_flag(doc, &fields[FIELD_LAATSTE], LATEST_NOT, !now->is_latest);
	xapian_doc_set_value(doc, SLOT_EDITIONS, "+", now->has_others ? 1 : 0);
}

/* ---- periods ----------------------------------------------------------------------- */

#define MAX_MONTHS 1200 /* of a period: a hundred years are an error of the source */

static void load_month(Loader *l, int month)
{
	g_autofree char *text = month_to_text(month);

	xapian_doc_add_boolean_term(l->doc, term_of(l, "", fields[FIELD_LOOPT].prefix, text));
}

/* The months of a closed period are terms; an open side is a number to compare with. */
static void load_period(Loader *l, const Period *p)
{
	if (p->from != PERIOD_OPEN && p->to != PERIOD_OPEN) {
		for (int month = p->from; month <= MIN(p->to, p->from + MAX_MONTHS); month++)
			load_month(l, month);
	} else if (p->from != PERIOD_OPEN) {
		xapian_doc_set_number(l->doc, SLOT_OPEN_FROM, p->from);
		load_month(l, p->from);
	} else {
		xapian_doc_set_number(l->doc, SLOT_OPEN_UNTIL, p->to);
		load_month(l, p->to);
	}
}

/* "2019-12", or what sorts behind every month; then what orders those of one month. */
static void set_month(Loader *l, guint32 slot, int month)
{
	g_autofree char *text = month == PERIOD_OPEN ? g_strdup("~") : month_to_text(month);
	g_autofree char *key = g_strconcat(text, " ", l->order, NULL);

	xapian_doc_set_value(l->doc, slot, key, strlen(key));
}

static void load_periods(Loader *l, const Pilot *p)
{
	int start = PERIOD_OPEN, end = PERIOD_OPEN;

	for (guint i = 0; i < p->periods->len; i++) {
		const Period *period = &g_array_index(p->periods, Period, i);
		load_period(l, period);
		if (period->from != PERIOD_OPEN && (start == PERIOD_OPEN || period->from < start))
			start = period->from;
		end = i > 0 && end == PERIOD_OPEN ? PERIOD_OPEN
		      : period->to == PERIOD_OPEN ? PERIOD_OPEN
						  : MAX(end, period->to);
	}
	set_month(l, SLOT_START, start);
	set_month(l, SLOT_END, end);
}

static void load_theme_scores(Loader *l, const Pilot *p)
{
	for (guint i = 0; i < p->theme_scores->len; i++) {
		const ThemeScore *t = &g_array_index(p->theme_scores, ThemeScore, i);
		xapian_doc_set_number(l->doc, SLOT_THEME_SCORE + t->theme, t->score);
	}
}

static void load_sentences(Loader *l, const Pilot *p)
{
	g_autoptr(GPtrArray) sentences = phrasing_of(p);

	for (guint i = 0; i < sentences->len; i++) {
		const char *key = ((const Phrasing *)sentences->pdata[i])->key;
		if (key)
			load_filter(l, &fields[FIELD_ZIN], &key, 1);
	}
}

static void load_papers(Loader *l, const Pilot *p)
{
	for (guint i = 0; i < p->footnotes->len; i++) {
		const Footnote *f = p->footnotes->pdata[i];
		load_filter(l, &fields[FIELD_KAMERSTUK], (const char *const *)f->papers->pdata,
			    f->papers->len);
	}
}

static void load_abbreviations(Loader *l, const Pilot *p)
{
	g_autoptr(GPtrArray) found = abbreviations_find(p);

	for (guint i = 0; i < found->len; i++) {
		const Abbreviation *a = found->pdata[i];
		g_autofree char *both = g_strconcat(a->abbreviation, "=", a->expansion, NULL);
		if (strlen(both) <= MAX_TERM - strlen(fields[FIELD_AFKORTING].prefix))
			xapian_doc_add_boolean_term(
				l->doc, term_of(l, "", fields[FIELD_AFKORTING].prefix, both));
	}
}

char *load_unique(const char *annex, const char *id)
{
	return g_strdup_printf(TERM_UNIQUE "%016" G_GINT64_MODIFIER "x:%s",
			       hash_bytes(annex, strlen(annex)), id);
}

/* What pilots of one weight, title or month are ordered by, so that it does not matter in
 * which order or database they were put: their title, and then what is theirs alone. */
static char *order_key(const Pilot *p, const char *unique)
{
	g_autofree char *folded = dutch_fold(p->title);

	return g_strdup_printf("%.*s\x1f%016" G_GINT64_MODIFIER "x",
			       (int)MIN(strlen(folded), MAX_SORT_TITLE), folded,
			       hash_bytes(unique, strlen(unique)));
}

XapianDoc *load_document(Pilot *p, const Analysis *analysis, const Relation *relation)
{
	Loader l = { .doc = xapian_doc_new(), .term = g_string_new(NULL) };
	g_autofree char *unique = load_unique(p->source.file, p->id);
	g_autoptr(GBytes) stored = stored_write(p);
	gsize len;
	const char *data = g_bytes_get_data(stored, &len);

	xapian_doc_add_boolean_term(l.doc, unique);
	xapian_doc_set_data(l.doc, data, len);
	l.order = order_key(p, unique);
	xapian_doc_set_value(l.doc, SLOT_TITLE_SORT, l.order, strlen(l.order));
	load_texts(&l, p, analysis);
	load_filters(&l, p);
	load_periods(&l, p);
	load_papers(&l, p);
	load_sentences(&l, p);
	load_abbreviations(&l, p);
	load_theme_scores(&l, p);
	load_relation(l.doc, p->id, NULL, relation);
	g_string_free(l.term, TRUE);
	g_free(l.order);
	return l.doc;
}

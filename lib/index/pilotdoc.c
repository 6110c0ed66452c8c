#include "pilotdoc.h"

#include <string.h>

#include "active.h"
#include "fields.h"
#include "hash.h"
#include "kinds.h"
#include "looptijd.h"
#include "postings.h"
#include "references.h"
#include "stored.h"

#define MAX_SORT_TITLE 30 /* bytes */
#define MAX_TERM 240      /* bytes; Xapian refuses more than 245 */

/* ---- words, filters ------------------------------------------------------------------ */

static void add_texts(XapianDoc *doc, const Pilot *p, const Analysis *a)
{
	guint last = 0;

	postings_add(doc, &fields[FIELD_TITEL], a, 0, &last);
	for (guint i = 0; i < p->sections->len; i++) {
		const Section *s = p->sections->pdata[i];
		postings_add(doc, field_by_section(s->kind), a, i + 1, &last);
	}
}

/* A value that is filtered by: a boolean term. One that is too long for a term cannot be. */
static void add_value(XapianDoc *doc, const Field *field, const char *value)
{
	g_autofree char *term = field_term(field, value);

	if (strlen(term) <= MAX_TERM)
		xapian_doc_add_boolean_term(doc, term);
}

static void add_values(XapianDoc *doc, const Field *field, const GPtrArray *values)
{
	for (guint i = 0; i < values->len; i++)
		add_value(doc, field, values->pdata[i]);
}

static void add_dossier(const char *dossier, gpointer user)
{
	add_value(user, &fields[FIELD_KAMERSTUK], dossier);
}

/* The publications that a text refers to, and the dossiers that they are in. */
static void add_references(XapianDoc *doc, const char *text)
{
	g_autoptr(GPtrArray) all = references_find(text);

	for (guint i = 0; i < all->len; i++) {
		const char *id = ((const Reference *)all->pdata[i])->id;
		add_value(doc, field_by_reference(id), id);
		reference_each_dossier(id, add_dossier, doc);
	}
}

/* A paper is found by its own number, by its dossiers, and by that of its questions. */
static void add_own_reference(XapianDoc *doc, const Pilot *p)
{
	const char *id = kind_reference(p);

	add_value(doc, &fields[FIELD_KAMERSTUK], id);
	reference_each_dossier(id, add_dossier, doc);
	add_values(doc, &fields[FIELD_KAMERSTUK], p->facets[FACET_DOSSIER]);
	add_values(doc, &fields[FIELD_KAMERSTUK], p->paper.inquiries);
	if (p->paper.chain)
		add_value(doc, &fields[FIELD_KETEN], p->paper.chain);
}

static void set_text(XapianDoc *doc, int slot, const char *text)
{
	xapian_doc_set_value(doc, (guint32)slot, text, strlen(text));
}

/* For facets and sorting: all values of a field in its slot. */
static void set_values(XapianDoc *doc, const Field *field, const GPtrArray *values)
{
	g_autoptr(GString) joined = g_string_new(NULL);

	for (guint i = 0; i < values->len; i++)
		g_string_append_printf(joined, "%s%s", i ? VALUE_SEPARATOR : "",
				       (const char *)values->pdata[i]);
	if (values->len)
		set_text(doc, field->slot, joined->str);
}

static void add_filters(XapianDoc *doc, const Pilot *p, const GPtrArray *abbreviations)
{
	for (int i = 0; i < N_FACETS; i++) {
		add_values(doc, field_by_facet(i), p->facets[i]);
		set_values(doc, field_by_facet(i), p->facets[i]);
	}
	if (p->reference_date) {
		add_value(doc, &fields[FIELD_EDITIE], p->reference_date);
		set_text(doc, fields[FIELD_EDITIE].slot, p->reference_date);
	}
	if (p->paper.document) {
		add_value(doc, &fields[FIELD_DOCUMENT], p->paper.document);
		add_own_reference(doc, p);
	}
	add_references(doc, p->title);
	for (guint i = 0; i < p->sections->len; i++)
		add_references(doc, ((const Section *)p->sections->pdata[i])->text);
	for (guint i = 0; i < p->footnotes->len; i++)
		add_references(doc, ((const Footnote *)p->footnotes->pdata[i])->text);
	for (guint i = 0; i < abbreviations->len; i++) {
		g_autofree char *term =
			g_strconcat(fields[FIELD_AFKORTING].prefix, abbreviations->pdata[i], NULL);
		if (strlen(term) <= MAX_TERM)
			xapian_doc_add_boolean_term(doc, term);
	}
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

void pilotdoc_set_relation(XapianDoc *doc, const char *id, const Relation *was, const Relation *now)
{
	const Field *identity = &fields[FIELD_IDENTITEIT];

	if (was && was->identity)
		set_flag(doc, identity, was->identity, FALSE);
	set_flag(doc, identity, now->identity, TRUE);
	set_text(doc, identity->slot, now->identity);
	set_flag(doc, &fields[FIELD_ID], id, now->owns_id);
	set_flag(doc, &fields[FIELD_LAATSTE], LATEST, now->is_latest);
	set_flag(doc, &fields[FIELD_LAATSTE], LATEST_NOT, !now->is_latest);
	xapian_doc_set_value(doc, SLOT_EDITIONS, "+", now->has_others ? 1 : 0);
}

/* ---- what they are ordered by ------------------------------------------------------------ */

/* What pilots of one weight, title or month are ordered by, so that it does not matter in
 * which order or database they were put: their title, and then what is theirs alone. */
static char *order_key(const Pilot *p, const char *unique)
{
	g_autofree char *folded = dutch_fold(p->title);

	return g_strdup_printf("%.*s\x1f%016" G_GINT64_MODIFIER "x",
			       (int)MIN(strlen(folded), MAX_SORT_TITLE), folded,
			       hash_bytes(unique, strlen(unique)));
}

/* "2019-12", or what sorts behind every month; then what orders those of one month. */
static void set_month(XapianDoc *doc, int slot, int month, const char *order)
{
	g_autofree char *text = month == PERIOD_OPEN ? g_strdup("~") : month_to_text(month);
	g_autofree char *key = g_strconcat(text, " ", order, NULL);

	set_text(doc, slot, key);
}

static void set_order(XapianDoc *doc, const Pilot *p, const char *unique)
{
	g_autofree char *order = order_key(p, unique);
	int start = PERIOD_OPEN, end = PERIOD_OPEN;

	for (guint i = 0; i < p->periods->len; i++) {
		const Period *period = &g_array_index(p->periods, Period, i);
		if (period->from != PERIOD_OPEN && (start == PERIOD_OPEN || period->from < start))
			start = period->from;
		end = i > 0 && end == PERIOD_OPEN ? PERIOD_OPEN
		      : period->to == PERIOD_OPEN ? PERIOD_OPEN
						  : MAX(end, period->to);
	}
	set_text(doc, SLOT_TITLE_SORT, order);
	set_month(doc, SLOT_START, start, order);
	set_month(doc, SLOT_END, end, order);
	for (guint i = 0; i < p->theme_scores->len; i++) {
		const ThemeScore *t = &g_array_index(p->theme_scores, ThemeScore, i);
		xapian_doc_set_number(doc, SLOT_THEME_SCORE + t->theme, t->score);
	}
}

/* So that the last paper can stand first. */
static void set_dated(XapianDoc *doc, const Pilot *p, const char *unique)
{
	g_autofree char *order = order_key(p, unique);
	g_autofree char *key =
		g_strconcat(p->reference_date ? p->reference_date : "", " ", order, NULL);

	if (kind_is_paper(p->kind))
		set_text(doc, SLOT_DATED, key);
}

/* So that the last to come can stand first. */
static void set_added(XapianDoc *doc, const Pilot *p, const char *unique, gint64 added)
{
	g_autofree char *order = order_key(p, unique);
	g_autoptr(GDateTime) moment = g_date_time_new_from_unix_utc(added);
	g_autofree char *text = g_date_time_format(moment, "%Y-%m-%dT%H:%M:%SZ");
	g_autofree char *key = g_strconcat(text, " ", order, NULL);

	set_text(doc, SLOT_ADDED, key);
}

/* ---- all of it ----------------------------------------------------------------------------- */

char *pilotdoc_unique(const char *annex, const char *id)
{
	return g_strdup_printf(TERM_UNIQUE "%016" G_GINT64_MODIFIER "x:%s",
			       hash_bytes(annex, strlen(annex)), id);
}

XapianDoc *pilotdoc_new(Pilot *p, const Analysis *analysis, const Relation *relation,
			const GPtrArray *abbreviations, gint64 added)
{
	XapianDoc *doc = xapian_doc_new();
	g_autofree char *unique = pilotdoc_unique(p->source.file, p->id);
	g_autoptr(GBytes) stored = stored_write(p);
	gsize len;
	const char *data = g_bytes_get_data(stored, &len);

	xapian_doc_add_boolean_term(doc, unique);
	xapian_doc_set_data(doc, data, len);
	add_texts(doc, p, analysis);
	add_filters(doc, p, abbreviations);
	active_add(doc, p);
	set_order(doc, p, unique);
	set_added(doc, p, unique, added);
	set_dated(doc, p, unique);
	pilotdoc_set_relation(doc, p->id, NULL, relation);
	return doc;
}

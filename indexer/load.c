#include "load.h"

#include <string.h>

#include "fields.h"
#include "looptijd.h"
#include "phrasing.h"
#include "schema.h"
#include "tokens.h"

/* The document while its text goes in. */
typedef struct {
	XapianDoc *doc;
	const Field *field;
	GString *term;
	guint base; /* position before the first of the text at hand */
	guint last; /* the last position used */
	GHashTable *spellings;
} Loader;

#define MIN_SPELLING 4 /* letters: of shorter words too much is near */

/* Words as printed, for "Bedoelde u". */
static void count_spelling(GHashTable *spellings, const char *exact)
{
	g_autofree char *folded = dutch_fold(exact);

	if (strlen(folded) < MIN_SPELLING || strpbrk(folded, "0123456789.&"))
		return;
	gpointer before = g_hash_table_lookup(spellings, folded);
	g_hash_table_insert(spellings, g_steal_pointer(&folded),
			    GUINT_TO_POINTER(GPOINTER_TO_UINT(before) + 1));
}

static const char *term_of(Loader *l, const char *kind, const char *prefix, const char *word)
{
	g_string_assign(l->term, kind);
	g_string_append(l->term, prefix);
	g_string_append(l->term, word);
	return l->term->str;
}

/* A word gives its exact form at its position, for phrases, and its
 * stem, once for the whole pilot and once for its field; a part of a compound its
 * stem, as a part. */
static void on_token(const DutchToken *t, gpointer user)
{
	Loader *l = user;

	if (t->kind == DUTCH_WORD) {
		l->last = l->base + t->position;
		xapian_doc_add_posting(l->doc, t->exact, l->last, l->field->weight);
	}
	if (t->stop)
		return;
	count_spelling(l->spellings, t->exact);
	const char *kind = t->kind == DUTCH_PART ? TERM_PART : TERM_STEM;
	xapian_doc_add_term(l->doc, term_of(l, kind, "", t->stem), l->field->weight);
	xapian_doc_add_term(l->doc, term_of(l, kind, l->field->prefix, t->stem), 1);
}

static void load_text(Loader *l, Dutch *dutch, const Field *field, const char *text)
{
	l->field = field;
	l->base = l->last + SECTION_GAP;
	dutch_analyse(dutch, text, strlen(text), on_token, l);
}

/* A filter: a boolean term per value, and all values in the field's slot. */
static void load_filter(Loader *l, const Field *field, const char *const *values, guint n)
{
	g_autoptr(GString) joined = g_string_new(NULL);

	for (guint i = 0; i < n; i++) {
		g_autofree char *folded = dutch_fold(values[i]);
		xapian_doc_add_boolean_term(l->doc, term_of(l, "", field->prefix, folded));
		g_string_append(joined, i ? VALUE_SEPARATOR : "");
		g_string_append(joined, values[i]);
	}
	if (n && field->slot >= 0)
		xapian_doc_set_value(l->doc, field->slot, joined->str, joined->len);
}

static void load_filters(Loader *l, const Pilot *p)
{
	const char *status = status_name(p->status), *latest = "ja";
	const struct {
		FieldId field;
		const char *const *values;
		guint n;
	} filters[] = {
		{ FIELD_THEMA, (const char *const *)p->themes->pdata, p->themes->len },
		{ FIELD_STATUS, &status, 1 },
		{ FIELD_PLAATS, (const char *const *)p->places->pdata, p->places->len },
		{ FIELD_ORGANISATIE, (const char *const *)p->organisations->pdata,
		  p->organisations->len },
		{ FIELD_EDITIE, (const char *const *)&p->reference_date,
		  p->reference_date ? 1 : 0 },
		{ FIELD_IDENTITEIT, (const char *const *)&p->identity, p->identity ? 1 : 0 },
		{ FIELD_ID, (const char *const *)&p->id, p->owns_id ? 1 : 0 },
		{ FIELD_LAATSTE, &latest, p->is_latest ? 1 : 0 },
	};
	for (gsize i = 0; i < G_N_ELEMENTS(filters); i++)
		load_filter(l, &fields[filters[i].field], filters[i].values, filters[i].n);
}

/* ---- periods ----------------------------------------------------------------------- */

#define MAX_MONTHS 1200 /* of a period: a hundred years are an error of the source */

static void load_month(Loader *l, int month, GPtrArray *years)
{
	g_autofree char *text = month_to_text(month);

	xapian_doc_add_boolean_term(l->doc, term_of(l, "", fields[FIELD_LOOPT].prefix, text));
	text[4] = '\0';
	if (!years->len || strcmp(years->pdata[years->len - 1], text) != 0)
		g_ptr_array_add(years, g_steal_pointer(&text));
}

/* The months of a closed period are terms; an open side is a number to compare with. */
static void load_period(Loader *l, const Period *p, GPtrArray *years)
{
	if (p->from != PERIOD_OPEN && p->to != PERIOD_OPEN) {
		for (int month = p->from; month <= MIN(p->to, p->from + MAX_MONTHS); month++)
			load_month(l, month, years);
	} else if (p->from != PERIOD_OPEN) {
		xapian_doc_set_number(l->doc, SLOT_OPEN_FROM, p->from);
		load_month(l, p->from, years);
	} else {
		xapian_doc_set_number(l->doc, SLOT_OPEN_UNTIL, p->to);
		load_month(l, p->to, years);
	}
}

static gint compare_strings(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* "2019-12", or what sorts behind every month. */
static void set_month(Loader *l, guint32 slot, int month)
{
	g_autofree char *text = month == PERIOD_OPEN ? g_strdup("~") : month_to_text(month);
	xapian_doc_set_value(l->doc, slot, text, strlen(text));
}

static void load_periods(Loader *l, const Pilot *p)
{
	g_autoptr(GPtrArray) years = g_ptr_array_new_with_free_func(g_free);
	int start = PERIOD_OPEN, end = PERIOD_OPEN;

	for (guint i = 0; i < p->periods->len; i++) {
		const Period *period = &g_array_index(p->periods, Period, i);
		load_period(l, period, years);
		if (period->from != PERIOD_OPEN && (start == PERIOD_OPEN || period->from < start))
			start = period->from;
		end = i > 0 && end == PERIOD_OPEN ? PERIOD_OPEN
		      : period->to == PERIOD_OPEN ? PERIOD_OPEN
						  : MAX(end, period->to);
	}
	set_month(l, SLOT_START, start);
	set_month(l, SLOT_END, end);
	g_ptr_array_sort(years, compare_strings);
	for (guint i = years->len; i-- > 1;)
		if (strcmp(years->pdata[i], years->pdata[i - 1]) == 0)
			g_ptr_array_remove_index(years, i);
	load_filter(l, &fields[FIELD_JAAR], (const char *const *)years->pdata, years->len);
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

char *load_unique(const Pilot *pilot)
{
	g_autofree char *source =
		g_compute_checksum_for_string(G_CHECKSUM_SHA256, pilot->source.file, -1);
	return g_strdup_printf(TERM_UNIQUE "%.16s:%s", source, pilot->id);
}

/* The record, its NUL, and the tokens of its texts. */
static void set_data(Loader *l, const char *record, GBytes *tokens)
{
	g_autoptr(GByteArray) data = g_byte_array_new();
	gsize len;
	const guint8 *bytes = g_bytes_get_data(tokens, &len);

	g_byte_array_append(data, (const guint8 *)record, (guint)strlen(record) + 1);
	g_byte_array_append(data, bytes, (guint)len);
	xapian_doc_set_data(l->doc, (const char *)data->data, data->len);
}

XapianDoc *load_document(const Pilot *p, Dutch *dutch, GHashTable *spellings)
{
	Loader l = { .doc = xapian_doc_new(), .term = g_string_new(NULL), .spellings = spellings };
	g_autofree char *unique = load_unique(p);
	g_autofree char *record = pilot_to_json(p);
	g_autofree char *sort_key = dutch_fold(p->title);
	g_autoptr(GBytes) tokens = p->tokens ? g_bytes_ref(p->tokens) : tokens_make(p, dutch);

	xapian_doc_add_boolean_term(l.doc, unique);
	set_data(&l, record, tokens);
	xapian_doc_set_value(l.doc, SLOT_TITLE_SORT, sort_key, strlen(sort_key));
	load_text(&l, dutch, &fields[FIELD_TITEL], p->title);
	for (guint i = 0; i < p->sections->len; i++) {
		const Section *s = p->sections->pdata[i];
		load_text(&l, dutch, field_by_section(s->kind), s->text);
	}
	load_filters(&l, p);
	load_periods(&l, p);
	load_papers(&l, p);
	load_sentences(&l, p);
	load_theme_scores(&l, p);
	g_string_free(l.term, TRUE);
	return l.doc;
}

#include "sheet.h"

#include <string.h>

#include "citation.h"
#include "dated.h"
#include "looptijd.h"

/* ---- cells -------------------------------------------------------------------------------- */

#define CELL(name)                                                                                 \
	static char *name(const SheetRow *r, const SheetColumn *column, const RenderContext *c)
#define UNUSED (void)r, (void)column, (void)c
/* A row without a hit has no cells of one. */
#define PILOT                                                                                      \
	const Pilot *p = r->hit ? r->hit->pilot : NULL;                                            \
	UNUSED;                                                                                    \
	if (!p)                                                                                    \
	return NULL

CELL(of_pilot)
{
	PILOT;
	return g_strdup(G_STRUCT_MEMBER(const char *, p, column->of));
}

/* What it was found in: a pilot, or what was answered before, each in a column of its own. */
enum { A_PILOT, AN_EARLIER };
CELL(found_in)
{
	PILOT;
	return r->earlier == (column->of == AN_EARLIER) ? g_strdup(p->title) : NULL;
}

CELL(of_answer)
{
	UNUSED;
	return g_strdup(G_STRUCT_MEMBER(const char *, r->answer, column->of));
}

CELL(facet_values)
{
	PILOT;
	const GPtrArray *values = p->facets[column->of];
	g_autoptr(GString) all = g_string_new(NULL);

	for (guint i = 0; i < values->len; i++)
		g_string_append_printf(all, "%s%s", i ? "; " : "", (char *)values->pdata[i]);
	return g_string_free(g_steal_pointer(&all), FALSE);
}

/* All sections of a kind; those of other labels with theirs. */
CELL(sections)
{
	PILOT;
	g_autoptr(GString) all = g_string_new(NULL);

	for (guint i = 0; i < p->sections->len; i++) {
		const Section *s = p->sections->pdata[i];
		if (s->kind != (SectionKind)column->of)
			continue;
		g_string_append(all, all->len ? "\n\n" : "");
		if (s->kind == SECTION_OVERIG && *s->heading)
			g_string_append_printf(all, "%s: ", s->heading);
		g_string_append(all, s->text);
	}
	return g_string_free(g_steal_pointer(&all), FALSE);
}

CELL(footnotes)
{
	PILOT;
	g_autoptr(GString) all = g_string_new(NULL);

	for (guint i = 0; i < p->footnotes->len; i++) {
		const Footnote *f = p->footnotes->pdata[i];
		g_string_append_printf(all, "%s%u: %s", i ? "\n" : "", f->number, f->text);
		if (f->url && !strstr(f->text, f->url))
			g_string_append_printf(all, " (%s)", f->url);
	}
	return g_string_free(g_steal_pointer(&all), FALSE);
}

CELL(status)
{
	PILOT;
	return g_strdup(status_label(p->status));
}

CELL(status_line)
{
	PILOT;
	return dated_line(p, c->request->today);
}

CELL(is_past)
{
	static const char *const past[] = { [PAST_NO] = "nee", [PAST_YES] = "ja" };

	PILOT;
	return g_strdup(past[dated_past(p, c->request->today)]);
}

/* The first and the last of its periods, and how exact those are; empty when a side is open. */
enum { FIRST, LAST, FIRST_EXACT, LAST_EXACT };
CELL(period)
{
	const Period *first = NULL, *last = NULL;

	PILOT;
	for (guint i = 0; i < p->periods->len; i++) {
		const Period *one = &g_array_index(p->periods, Period, i);
		if (!first || one->from < first->from)
			first = one;
		if (!last || one->to > last->to)
			last = one;
	}
	gboolean ends = dated_end(p) != PERIOD_OPEN;
	switch (column->of) {
	case FIRST: return first ? month_to_text(first->from) : NULL;
	case FIRST_EXACT: return first ? g_strdup(precision_name(first->from_precision)) : NULL;
	case LAST: return ends ? month_to_text(last->to) : NULL;
	default: return ends ? g_strdup(precision_name(last->to_precision)) : NULL;
	}
}

CELL(rank)
{
	UNUSED;
	return g_strdup_printf("%u", r->hit->rank);
}

CELL(section)
{
	UNUSED;
	return r->hit && r->hit->section ? g_strdup(section_kind_label(r->hit->section->kind))
					 : NULL;
}

CELL(quote)
{
	UNUSED;
	return g_strdup(r->hit ? r->hit->quote : render_verdict(r->answer));
}

CELL(strength)
{
	UNUSED;
	return r->hit ? g_strdup(strength_name(dossier_strength(r->hit))) : NULL;
}

CELL(leidraad)
{
	PILOT;
	return citation_leidraad(p, r->hit->section);
}

CELL(kamer)
{
	PILOT;
	return citation_kamer(p, r->hit->section);
}

CELL(address)
{
	PILOT;
	return render_link(c, p);
}

CELL(line)
{
	PILOT;
	return g_strdup_printf("%u", p->source.line);
}

CELL(range)
{
	PILOT;
	return g_strdup_printf("%" G_GSIZE_FORMAT "..%" G_GSIZE_FORMAT, r->hit->from, r->hit->to);
}

/* ---- columns: new ones come at the end ------------------------------------------------------ */

/* clang-format off: a row reads better than a column */
#define P(member) of_pilot, offsetof(Pilot, member)
#define A(member) of_answer, offsetof(Answer, member)
#define FACET(id, url, label, key, ...) { key, CELL_TEXT, 18, facet_values, FACET_##id },

static const SheetColumn of_pilots[] = {
	{ "rang", CELL_NUMBER, 6, rank },
	{ "pilot", CELL_TEXT, 40, P(title) },
	{ "status", CELL_TEXT, 14, status },
	{ "status_op", CELL_DATE, 11, P(reference_date) },
	{ "looptijd", CELL_TEXT, 28, P(period) },
	{ "begin", CELL_MONTH_FIRST, 9, period, FIRST },
	{ "einde", CELL_MONTH_LAST, 9, period, LAST },
	{ "looptijd_voorbij", CELL_TEXT, 10, is_past },
	FACET_TABLE(FACET) { "achtergrond", CELL_TEXT, 40, sections, SECTION_ACHTERGROND },
	{ "doel", CELL_TEXT, 40, sections, SECTION_DOEL },
	{ "stand van zaken", CELL_TEXT, 40, sections, SECTION_STAND_VAN_ZAKEN },
	{ "overig", CELL_TEXT, 20, sections, SECTION_OVERIG },
	{ "voetnoten", CELL_TEXT, 20, footnotes },
	{ "onderdeel", CELL_TEXT, 16, section },
	{ "citaat", CELL_TEXT, 40, quote },
	{ "bronvermelding", CELL_TEXT, 40, leidraad },
	{ "bronvermelding Kamerstuk", CELL_TEXT, 40, kamer },
	{ "link", CELL_TEXT, 20, address },
	{ "begin_precisie", CELL_TEXT, 12, period, FIRST_EXACT },
	{ "einde_precisie", CELL_TEXT, 12, period, LAST_EXACT },
	{ "status_volgt_uit", CELL_TEXT, 30, P(status_why) },
	{ "voorheen", CELL_TEXT, 20, P(formerly) },
	{ "id", CELL_TEXT, 30, P(id) },
	{ "bron", CELL_TEXT, 30, P(source.title) },
	{ "bestand", CELL_TEXT, 30, P(source.file) },
	{ "regel", CELL_NUMBER, 7, line },
	{ "sha256", CELL_TEXT, 20, P(source.sha256) },
};

static const SheetColumn of_passages[] = {
	{ "nr", CELL_TEXT, 6, A(number) },
	{ "vraag", CELL_TEXT, 40, A(text) },
	{ "pilot", CELL_TEXT, 40, found_in, A_PILOT },
	{ "onderdeel", CELL_TEXT, 16, section },
	{ "citaat", CELL_TEXT, 60, quote },
	{ "sterkte", CELL_TEXT, 10, strength },
	{ "status", CELL_TEXT, 40, status_line },
	{ "looptijd", CELL_TEXT, 28, P(period) },
	{ "bronvermelding", CELL_TEXT, 40, leidraad },
	{ "bronvermelding Kamerstuk", CELL_TEXT, 40, kamer },
	{ "link", CELL_TEXT, 20, address },
	{ "bestand", CELL_TEXT, 30, P(source.file) },
	{ "sha256", CELL_TEXT, 20, P(source.sha256) },
	{ "tekens van..tot", CELL_TEXT, 14, range },
	{ "status_op", CELL_DATE, 11, P(reference_date) },
	{ "looptijd_voorbij", CELL_TEXT, 10, is_past },
	{ "eerder_antwoord", CELL_TEXT, 40, found_in, AN_EARLIER },
};
/* clang-format on */

GPtrArray *sheet_columns(SheetKind kind)
{
	const SheetColumn *all = kind == SHEET_PILOTS ? of_pilots : of_passages;
	const gsize n = kind == SHEET_PILOTS ? G_N_ELEMENTS(of_pilots) : G_N_ELEMENTS(of_passages);
	GPtrArray *columns = g_ptr_array_new();

	for (gsize i = 0; i < n; i++)
		if (all[i].name) /* a facet that records have no list of is told otherwise */
			g_ptr_array_add(columns, (gpointer)&all[i]);
	return columns;
}

/* ---- rows ----------------------------------------------------------------------------------- */

/* TRUE the first time. */
static gboolean is_first(GHashTable *seen, const Pilot *p)
{
	return g_hash_table_add(
		seen, g_strconcat(p->id, "@", p->reference_date ? p->reference_date : "", NULL));
}

GArray *sheet_rows(SheetKind kind, const Dossier *d)
{
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	GArray *rows = g_array_new(FALSE, TRUE, sizeof(SheetRow));

	for (guint i = 0; i < d->answers->len; i++) {
		const Answer *a = d->answers->pdata[i];
		const GPtrArray *hits = a->results->hits, *earlier = a->earlier->hits;
		for (guint k = 0; k < hits->len; k++) {
			const SheetRow row = { a, hits->pdata[k] };
			if (kind == SHEET_PASSAGES || is_first(seen, row.hit->pilot))
				g_array_append_val(rows, row);
		}
		for (guint k = 0; kind == SHEET_PASSAGES && k < earlier->len; k++) {
			const SheetRow row = { a, earlier->pdata[k], TRUE };
			g_array_append_val(rows, row);
		}
		const SheetRow none = { a, NULL };
		if (kind == SHEET_PASSAGES && !hits->len && !earlier->len)
			g_array_append_val(rows, none);
	}
	return rows;
}

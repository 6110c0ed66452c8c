/* Results for a terminal: Dutch, since what is shown is. */
#include <string.h>

#include "dates.h"
#include "fields.h"
#include "render.h"

#define BOLD "\033[1m"
#define MARK "\033[1;31m"
#define DIM "\033[2m"
#define PLAIN "\033[0m"
#define WIDTH 96 /* columns, indentation included */

static const char *on(const RenderContext *c, const char *code)
{
	return c->color ? code : "";
}

/* Where the next character goes, and whether it is marked. */
typedef struct {
	GString *out;
	const RenderContext *context;
	const Hit *hit;
	guint span; /* the next that begins or ends */
	gboolean marked;
} Quote;

static void switch_mark(Quote *q, gboolean marked)
{
	if (q->marked == marked)
		return;
	if (q->context->color)
		g_string_append(q->out, marked ? MARK : PLAIN);
	else
		g_string_append_c(q->out, '*');
	q->marked = marked;
}

static void mark_at(Quote *q, gsize at)
{
	while (q->span < q->hit->spans->len) {
		const Span *s = &g_array_index(q->hit->spans, Span, q->span);
		if (at < s->start)
			return;
		switch_mark(q, at < s->end);
		if (at < s->end)
			return;
		q->span++;
	}
}

/* The quote, marked, in lines that fit. */
static void append_quote(GString *out, const Hit *hit, const RenderContext *context)
{
	Quote q = { .out = out, .context = context, .hit = hit };
	gsize at = 0, column = 3;

	g_string_append(out, "   ");
	for (const char *p = hit->quote; *p; p = g_utf8_next_char(p), at++, column++) {
		mark_at(&q, at);
		if (*p != ' ' && *p != '\n') {
			g_string_append_unichar(out, g_utf8_get_char(p));
			continue;
		}
		gsize word = strcspn(p + 1, " \n");
		if (*p == '\n' || column + g_utf8_strlen(p + 1, word) >= WIDTH) {
			g_string_append(out, "\n   ");
			column = 2;
		} else {
			g_string_append_c(out, ' ');
		}
	}
	switch_mark(&q, FALSE);
	g_string_append_c(out, '\n');
}

static void append_facts(GString *out, const Hit *hit)
{
	const Pilot *p = hit->pilot;

	g_string_append_printf(out, "   %s",
			       hit->section ? section_kind_label(hit->section->kind) : "");
	if (p->status != STATUS_ONBEKEND)
		g_string_append_printf(out, " · %s", status_name(p->status));
	g_autofree char *date = p->reference_date ? date_long(p->reference_date) : NULL;
	if (date)
		g_string_append_printf(out, " · peildatum %s", date);
	if (p->period)
		g_string_append_printf(out, " · looptijd: %s", p->period);
	g_string_append_printf(out, " · %s\n", p->id);
}

/* Why a pilot is related, and the series it stands for. */
static void append_kinship(GString *out, const Hit *hit)
{
	for (guint i = 0; i < hit->reasons->len; i++)
		g_string_append_printf(out, "   + %s\n", (const char *)hit->reasons->pdata[i]);
	if (!hit->others->len)
		return;
	g_string_append_printf(out, "   en %u uit dezelfde reeks%s%s:", hit->others->len,
			       hit->group ? " " : "", hit->group ? hit->group : "");
	for (guint i = 0; i < hit->others->len; i++)
		g_string_append_printf(out, "%s %s", i ? "," : "",
				       ((const Pilot *)hit->others->pdata[i])->id);
	g_string_append_c(out, '\n');
}

/* Which words matched, how, where, and how much they weigh. */
static void append_why(GString *out, const Hit *hit)
{
	for (guint i = 0; i < hit->why->len; i++) {
		const Why *w = hit->why->pdata[i];
		g_autofree char *way = why_in_words(w);
		g_string_append_printf(out, "   - %s (%s): %s, gewicht %.2f\n", w->term, w->where,
				       way, w->weight);
	}
}

void render_text_hit(GString *out, const Hit *hit, const RenderContext *c)
{
	g_string_append_printf(out, "%s%u. %s%s\n%s", on(c, BOLD), hit->rank, hit->pilot->title,
			       on(c, PLAIN), on(c, DIM));
	append_facts(out, hit);
	g_string_append(out, on(c, PLAIN));
	append_quote(out, hit, c);
	append_kinship(out, hit);
	if (c->request->explain)
		append_why(out, hit);
}

static void append_facets(GString *out, const Results *r)
{
	for (guint i = 0; i < r->facets->len; i++) {
		const Facet *f = r->facets->pdata[i];
		g_string_append_printf(out, "%s:", f->field->label);
		for (guint k = 0; k < f->values->len; k++) {
			const FacetValue *v = f->values->pdata[k];
			g_autofree char *count = count_in_words(v->count, f->estimated);
			g_string_append_printf(out, "%s %s (%s)", k ? "," : "", v->value, count);
		}
		g_string_append(out, f->values->len ? "\n" : " -\n");
	}
}

static void append_missed(GString *out, const Results *r)
{
	for (guint i = 0; i < r->missed->len; i++) {
		const Missed *m = r->missed->pdata[i];
		g_string_append_printf(out, "%sZonder %s: %u pilot%s:", i ? "" : "\n", m->without,
				       m->total, m->total == 1 ? "" : "s");
		for (guint k = 0; k < m->pilots->len; k++)
			g_string_append_printf(out, "%s %s", k ? "," : "",
					       ((const Pilot *)m->pilots->pdata[k])->title);
		g_string_append(out, m->total > m->pilots->len ? ", …\n" : "\n");
	}
}

static void append_count(GString *out, const Results *r)
{
	guint also = r->total - MIN(r->total_full, r->total);
	g_autofree char *full = count_in_words(r->total_full, r->estimated);
	g_autofree char *rest = count_in_words(also, r->estimated);

	if (!r->total)
		g_string_append(out, "Geen pilots gevonden.");
	else if (!r->total_full)
		g_string_append_printf(out, "Geen pilot heeft alles; %s mogelijk relevant", rest);
	else
		g_string_append_printf(out, "%s pilot%s", full, r->total_full == 1 ? "" : "s");
	if (r->total_full && also)
		g_string_append_printf(out, ", en %s ook mogelijk relevant", rest);
	if (r->understood && *r->understood)
		g_string_append_printf(out, " (begrepen als: %s)", r->understood);
	g_string_append_c(out, '\n');
	for (guint i = 0; i < r->ignored->len; i++)
		g_string_append_printf(out, "%s %s",
				       i ? "," : "Genegeerd:", (const char *)r->ignored->pdata[i]);
	if (r->ignored->len)
		g_string_append_c(out, '\n');
}

void render_text(GString *out, const Results *r, const RenderContext *c)
{
	gboolean told = FALSE;

	append_count(out, r);
	if (r->tree)
		g_string_append_printf(out, "Zoekboom: %s\n", r->tree);
	for (guint i = 0; i < r->hits->len; i++) {
		const Hit *hit = r->hits->pdata[i];
		if (!hit->full && !told && r->total_full) {
			g_string_append(out, "\n-- ook mogelijk relevant --\n");
			told = TRUE;
		}
		g_string_append_c(out, '\n');
		render_text_hit(out, hit, c);
	}
	append_missed(out, r);
	if (r->facets->len)
		g_string_append_c(out, '\n');
	append_facets(out, r);
}

/* Results for a terminal: Dutch, since what is shown is. */
#include <string.h>

#include "citation.h"
#include "dated.h"
#include "fields.h"
#include "kinds.h"
#include "render.h"

#define BOLD "\033[1m"
#define MARK "\033[1;31m"
#define DIM "\033[2m"
#define PLAIN "\033[0m"
#define WIDTH 80  /* columns, where nobody says how many there are */
#define WIDEST 96 /* that read well */
#define INDENT "   "

static const char *on(const RenderContext *c, const char *code)
{
	return c->color ? code : "";
}

static gsize width_of(const RenderContext *c)
{
	return c->width ? MIN(c->width, WIDEST) : WIDTH;
}

/* ---- lines that fit ------------------------------------------------------------------------ */

/* The columns that n bytes take: colours take none. */
static gsize columns(const char *text, gsize n)
{
	gsize count = 0;

	for (const char *p = text; p < text + n; p = g_utf8_next_char(p)) {
		if (*p == '\033')
			p += strcspn(p, "m");
		else
			count++;
	}
	return count;
}

static gsize column_of(const GString *out)
{
	gsize line = out->len;

	while (line && out->str[line - 1] != '\n')
		line--;
	return columns(out->str + line, out->len - line);
}

static void new_line(GString *out)
{
	g_string_append(out, "\n" INDENT);
}

/* The text, behind what stands on the line, in lines that break at a separator, and within what
 * is too wide for a line at its spaces; its own breaks stay. All but the first are indented. */
static void append_broken(GString *out, const char *text, gsize len, const char *separator,
			  gsize width)
{
	const char *end = text + len;
	gsize between = columns(separator, strlen(separator));

	for (gboolean first = TRUE; text < end;) {
		const char *cut = g_strstr_len(text, end - text, separator);
		gsize n = MIN(strcspn(text, "\n"), (gsize)((cut ? cut : end) - text));
		gsize wide = columns(text, n);
		if (!first && column_of(out) + between + wide > width)
			new_line(out);
		else if (!first)
			g_string_append(out, separator);
		if (wide > width - strlen(INDENT) && strcmp(separator, " ") != 0)
			append_broken(out, text, n, " ", width);
		else
			g_string_append_len(out, text, (gssize)n);
		text += n;
		first = text < end && *text == '\n';
		if (first)
			new_line(out);
		if (text < end)
			text += first ? 1 : strlen(separator);
	}
}

/* A paragraph of it. */
static void append_wrapped(GString *out, const char *text, const char *separator, gsize width)
{
	append_broken(out, text, strlen(text), separator, width);
	g_string_append_c(out, '\n');
}

/* ---- a hit ------------------------------------------------------------------------------- */

static void append_mark(GString *out, const RenderContext *c, gboolean begins)
{
	if (c->color)
		g_string_append(out, begins ? MARK : PLAIN);
	else
		g_string_append_c(out, '*');
}

/* The quote, with its hits marked. */
static char *marked(const Hit *hit, const RenderContext *c)
{
	GString *out = g_string_new(NULL);
	const char *p = hit->quote;
	gsize at = 0;

	for (guint i = 0; i < hit->spans->len; i++) {
		const Span *s = &g_array_index(hit->spans, Span, i);
		const char *start = g_utf8_offset_to_pointer(p, (glong)(s->start - at));
		const char *end = g_utf8_offset_to_pointer(start, (glong)(s->end - s->start));
		g_string_append_len(out, p, start - p);
		append_mark(out, c, TRUE);
		g_string_append_len(out, start, end - start);
		append_mark(out, c, FALSE);
		p = end;
		at = s->end;
	}
	g_string_append(out, p);
	return g_string_free(out, FALSE);
}

static void append_quote(GString *out, const Hit *hit, const RenderContext *c)
{
	g_autofree char *quote = marked(hit, c);

	g_string_append(out, INDENT);
	append_wrapped(out, quote, " ", width_of(c));
}

static void append_facts(GString *out, const Hit *hit, const RenderContext *c)
{
	const Pilot *p = hit->pilot;
	g_autoptr(GString) facts = g_string_new(NULL);

	if (kind_is_paper(p->kind)) {
		g_autofree char *citation = citation_leidraad(p, hit->section);
		g_autofree char *called = kind_called(p);
		g_string_append_printf(facts, "%s · %s · ", called, citation);
	}
	if (hit->section)
		g_string_append_printf(facts, "%s · ", section_kind_label(hit->section->kind));
	g_autofree char *status = dated_line(p, c->request->today);
	g_string_append_printf(facts, "%s · ", status);
	if (p->period)
		g_string_append_printf(facts, "looptijd: %s · ", p->period);
	g_string_append(facts, p->id);
	g_string_append(out, INDENT);
	append_wrapped(out, facts->str, " · ", width_of(c));
}

/* Why a pilot is related, and the series it stands for. */
static void append_kinship(GString *out, const Hit *hit, const RenderContext *c)
{
	g_autoptr(GString) series = g_string_new(NULL);

	for (guint i = 0; i < hit->reasons->len; i++) {
		g_string_append(out, INDENT "+ ");
		append_wrapped(out, hit->reasons->pdata[i], " ", width_of(c));
	}
	if (!hit->others->len)
		return;
	if (kind_is_paper(hit->pilot->kind))
		g_string_append_printf(series, "en %u %s:", hit->others->len, hit->group);
	else
		g_string_append_printf(series, "en %u uit dezelfde reeks%s%s:", hit->others->len,
				       hit->group ? " " : "", hit->group ? hit->group : "");
	for (guint i = 0; i < hit->others->len; i++)
		g_string_append_printf(series, "%s %s", i ? "," : "",
				       ((const Pilot *)hit->others->pdata[i])->id);
	g_string_append(out, INDENT);
	append_wrapped(out, series->str, " ", width_of(c));
}

/* Which words matched, how, where, and how much they weigh. */
static void append_why(GString *out, const Hit *hit, const RenderContext *c)
{
	for (guint i = 0; i < hit->why->len; i++) {
		const Why *w = hit->why->pdata[i];
		g_autofree char *way = why_in_words(w);
		g_autofree char *line = g_strdup_printf("- %s (%s): %s, gewicht %.2f", w->term,
							w->where, way, w->weight);
		g_string_append(out, INDENT);
		append_wrapped(out, line, " ", width_of(c));
	}
}

void render_text_hit(GString *out, const Hit *hit, const RenderContext *c)
{
	g_string_append_printf(out, "%s%u. ", on(c, BOLD), hit->rank);
	append_wrapped(out, hit->pilot->title, " ", width_of(c));
	g_string_append_printf(out, "%s%s", on(c, PLAIN), on(c, DIM));
	append_facts(out, hit, c);
	g_string_append(out, on(c, PLAIN));
	append_quote(out, hit, c);
	append_kinship(out, hit, c);
	if (c->request->explain)
		append_why(out, hit, c);
}

static void append_facets(GString *out, const Results *r, const RenderContext *c)
{
	for (guint i = 0; i < r->facets->len; i++) {
		const Facet *f = r->facets->pdata[i];
		g_autoptr(GString) line = g_string_new(f->field->label);
		g_string_append(line, f->values->len ? ":" : ": -");
		for (guint k = 0; k < f->values->len; k++) {
			const FacetValue *v = f->values->pdata[k];
			g_autofree char *count = count_in_words(v->count, f->estimated);
			g_string_append_printf(line, "%s %s (%s)", k ? "," : "", v->value, count);
		}
		append_wrapped(out, line->str, " ", width_of(c));
	}
}

static void append_missed(GString *out, const Results *r, const RenderContext *c)
{
	for (guint i = 0; i < r->relaxed->len; i++) {
		const Relaxed *m = r->relaxed->pdata[i];
		g_autoptr(GString) line = g_string_new(NULL);
		g_string_append_printf(line, "Zonder %s: %u %s:", m->without, m->total,
				       m->total == 1 ? r->noun : r->nouns);
		for (guint k = 0; k < m->pilots->len; k++)
			g_string_append_printf(line, "%s %s", k ? "," : "",
					       ((const Pilot *)m->pilots->pdata[k])->title);
		g_string_append(line, m->total > m->pilots->len ? ", …" : "");
		append_wrapped(out, line->str, " ", width_of(c));
	}
}

/* Which of them stand here: where that is not all, and where none is left. */
static void append_shown(GString *out, const Results *r, const RenderContext *c)
{
	const guint from = (guint)c->request->offset, n = r->hits->len;
	g_autofree char *total = count_in_words(r->total, r->estimated);

	if (n && n < r->total)
		g_string_append_printf(out, "; hier staan %u tot en met %u van %s", from + 1,
				       from + n, total);
	else if (!n && r->total && c->request->limit)
		g_string_append_printf(out, "; na de eerste %u komt er geen meer", from);
}

/* How to go on. */
static void append_further(GString *out, const Results *r, const RenderContext *c)
{
	const guint next = (guint)c->request->offset + r->hits->len;

	if (r->hits->len && next < r->total && next <= REQUEST_MAX_OFFSET)
		g_string_append_printf(out, "\nVerder: --offset %u\n", next);
}

static void append_count(GString *out, const Results *r, const RenderContext *c)
{
	guint also = r->total - MIN(r->total_full, r->total);
	g_autofree char *full = count_in_words(r->total_full, r->estimated);
	g_autofree char *rest = count_in_words(also, r->estimated);

	if (r->missing_word)
		g_string_append_printf(out, "Niets gevonden voor ‘%s’", c->request->query);
	if (r->missing_word && r->corrected)
		g_string_append_printf(out, "; dit is gevonden voor ‘%s’: ", r->did_you_mean);
	if (r->missing_word && !r->corrected)
		g_string_append_printf(out, also ? "; %s ook mogelijk relevant" : ".", rest);
	else if (!r->total)
		g_string_append_printf(out, "Geen %s gevonden.", r->nouns);
	else if (!r->total_full)
		g_string_append_printf(out, "Geen %s heeft alles; %s mogelijk relevant", r->noun,
				       rest);
	else
		g_string_append_printf(out, "%s %s", full, r->total_full == 1 ? r->noun : r->nouns);
	if (r->total_full && also)
		g_string_append_printf(out, ", en %s ook mogelijk relevant", rest);
	append_shown(out, r, c);
	g_string_append_c(out, '\n');
}

/* How the query was read, unless it says no more than the query: a line of it, or all of it when
 * it is to be explained. */
static void append_understood(GString *out, const Results *r, const RenderContext *c)
{
	const char *text = r->understood, *all = " … (--explain: alles)";
	gsize width = width_of(c);

	if (!text || !*text || g_strcmp0(text, c->request->query) == 0)
		return;
	g_string_append(out, "Begrepen als: ");
	gsize room = width - MIN(width, column_of(out));
	if (c->request->explain || (gsize)g_utf8_strlen(text, -1) <= room) {
		append_wrapped(out, text, " ", width);
		return;
	}
	room -= MIN(room, (gsize)g_utf8_strlen(all, -1));
	const char *end = g_utf8_offset_to_pointer(text, (glong)room);
	while (end > text && *end != ' ')
		end = g_utf8_prev_char(end);
	g_string_append_len(out, text, end - text);
	g_string_append_printf(out, "%s\n", all);
}

/* The words that were read as filters. */
static void append_plain(GString *out, const Results *r, const RenderContext *c)
{
	g_autoptr(GString) line = g_string_new(NULL);

	for (guint i = 0; i < r->plain->len; i++) {
		const PlainFilter *f = r->plain->pdata[i];
		g_string_append_printf(line, "%s ‘%s’ (%s:%s)",
				       i ? "," : "Gelezen als filter:", f->words,
				       plain_filter_name(f), f->value);
	}
	if (line->len)
		append_wrapped(out, g_string_append(line, "; --literal: als woorden")->str, " ",
			       width_of(c));
}

void render_text_words(GString *out, const char *label, const GPtrArray *words,
		       const RenderContext *c)
{
	g_autoptr(GString) line = g_string_new(label);

	for (guint i = 0; i < words->len; i++)
		g_string_append_printf(line, "%s %s", i ? "," : ":", (char *)words->pdata[i]);
	if (words->len)
		append_wrapped(out, line->str, " ", width_of(c));
}

void render_text_paragraph(GString *out, const char *text, const RenderContext *c)
{
	append_wrapped(out, text, " ", width_of(c));
}

/* "Welke pilots …": each with its status, period and source, before the passages. */
static void append_list(GString *out, const Results *r, const RenderContext *c)
{
	for (guint i = 0; r->list && i < r->list->len; i++) {
		const Pilot *p = r->list->pdata[i];
		g_autofree char *status = dated_line(p, c->request->today);
		g_autofree char *line =
			g_strdup_printf("- %s (%s; looptijd: %s; %s)", p->title, status,
					p->period ? p->period : "niet genoemd",
					p->source.title ? p->source.title : p->source.file);
		append_wrapped(out, line, " ", width_of(c));
	}
	if (r->list && r->list->len < r->total_full)
		g_string_append_printf(out, "… de eerste %u van %u.\n", r->list->len,
				       r->total_full);
}

/* The few that were looked for beside pilots. */
static void append_papers(GString *out, const Results *papers, const RenderContext *c)
{
	if (!papers || !papers->hits->len)
		return;
	g_autofree char *count = count_in_words(papers->total, papers->estimated);
	g_string_append_printf(out, "\n-- %s (%s; --kind kamervraag, --kind brief) --\n",
			       KINDS_PAPERS, count);
	for (guint i = 0; i < papers->hits->len; i++) {
		g_string_append_c(out, '\n');
		render_text_hit(out, papers->hits->pdata[i], c);
	}
}

void render_text(GString *out, const Results *r, const RenderContext *c)
{
	gboolean told = FALSE;

	append_count(out, r, c);
	append_understood(out, r, c);
	append_plain(out, r, c);
	append_list(out, r, c);
	render_text_words(out, "Genegeerd", r->ignored, c);
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
	append_further(out, r, c);
	append_papers(out, r->papers, c);
	if (r->relaxed->len)
		g_string_append_c(out, '\n');
	append_missed(out, r, c);
	if (r->facets->len)
		g_string_append_c(out, '\n');
	append_facets(out, r, c);
}

/* The JSON answer, and the same passages as JSON Lines. */
#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "active.h"
#include "changes.h"
#include "citation.h"
#include "dated.h"
#include "fields.h"
#include "kinds.h"
#include "record.h"
#include "render.h"
#include "themes.h"

#define ANSWER_VERSION 1

/* Numbers that people read: no more digits than tell something. */
static json_t *number(double x)
{
	return json_real(round(x * 10000) / 10000);
}

static json_t *take_string(char *text)
{
	json_t *s = json_string(text);

	g_free(text);
	return s;
}

static json_t *spans_to_json(const Hit *hit)
{
	json_t *array = json_array();

	for (guint i = 0; i < hit->spans->len; i++) {
		const Span *s = &g_array_index(hit->spans, Span, i);
		json_array_append_new(array, json_pack("[i, i]", (int)s->start, (int)s->end));
	}
	return array;
}

static json_t *why_to_json(const Hit *hit)
{
	json_t *array = json_array();

	for (guint i = 0; i < hit->why->len; i++) {
		const Why *w = hit->why->pdata[i];
		json_array_append_new(array,
				      json_pack("{s:s, s:s, s:s, s:s, s:o}", "term", w->term, "via",
						query_via_name(w->via), "zoekterm", w->asked,
						"waar", w->where, "gewicht", number(w->weight)));
	}
	return array;
}

json_t *render_json_changes(const GPtrArray *changes)
{
	json_t *array = json_array();

	for (guint i = 0; changes && i < changes->len; i++) {
		const Change *c = changes->pdata[i];
		json_array_append_new(array, json_pack("{s:s, s:b, s:s}", "sectie",
						       section_kind_name(c->section), "toegevoegd",
						       c->added, "zin", c->sentence));
	}
	return array;
}

static json_t *editions_to_json(const Hit *h)
{
	json_t *array = json_array();

	for (guint i = 0; h->editions && i < h->editions->len; i++) {
		const Edition *e = h->editions->pdata[i];
		json_array_append_new(array,
				      json_pack("{s:o, s:s, s:s, s:s, s:o}", "peildatum",
						record_text(e->pilot->reference_date), "id",
						e->pilot->id, "titel", e->pilot->title, "status",
						status_name(e->pilot->status), "wijzigingen",
						render_json_changes(e->changes)));
	}
	return array;
}

/* Only related pilots have reasons, and some stand for a series. */
static void add_kinship(json_t *passage, const Hit *h)
{
	json_t *others = json_array();

	for (guint i = 0; i < h->others->len; i++) {
		const Pilot *p = h->others->pdata[i];
		json_array_append_new(others,
				      json_pack("{s:s, s:s}", "id", p->id, "titel", p->title));
	}
	json_object_set_new(passage, "redenen", record_strings(h->reasons));
	json_object_set_new(passage, "reeks",
			    h->others->len ? json_pack("{s:o, s:O}", "naam", record_text(h->group),
						       "anderen", others)
					   : json_null());
	json_decref(others);
}

void render_json_dated(json_t *record, const Pilot *p, int today)
{
	Past past = dated_past(p, today);

	json_object_set_new(record, "statusOp", record_text(p->reference_date));
	json_object_set_new(record, "looptijdVoorbij",
			    past == PAST_UNKNOWN ? json_null() : json_boolean(past == PAST_YES));
}

json_t *render_json_record(const Pilot *p, int today)
{
	json_t *record = record_json(p);

	render_json_dated(record, p, today);
	return record;
}

json_t *render_json_themes(const Index *index)
{
	json_t *array = json_array();

	for (guint i = 0; i < index->themes->len; i++) {
		const Theme *t = index->themes->pdata[i];
		json_array_append_new(array, json_pack("{s:s, s:s, s:s, s:s}", "naam", t->name,
						       "label", t->label, "omschrijving",
						       t->description, "zoekvraag", t->query));
	}
	return json_pack("{s:o}", "themas", array);
}

json_t *render_json_passage(const Hit *h, const RenderContext *c)
{
	const Pilot *p = h->pilot;
	json_t *passage = json_pack(
		"{s:i, s:o, s:{s:s, s:s}, s:o, s:s, s:[i, i], s:o, s:b, s:o, s:s, s:o, s:o, s:o}",
		"rang", (int)h->rank, "score", number(h->score),
		kind_is_paper(p->kind) ? "kamerstuk" : "pilot", "id", p->id, "titel", p->title,
		"sectie", record_text(h->section ? section_kind_name(h->section->kind) : NULL),
		"citaat", h->quote, "tekens", (int)h->from, (int)h->to, "markeringen",
		spans_to_json(h), "volledigeMatch", h->full, "waarom", why_to_json(h), "status",
		status_name(p->status), "statusWaarom", record_text(p->status_why), "peildatum",
		record_text(p->reference_date), "looptijd", record_period(p));

	render_json_dated(passage, p, c->request->today);
	for (FacetId f = 0; f < N_FACETS; f++)
		if (facets[f].key && kind_has_facet(p->kind, f))
			json_object_set_new(passage, facets[f].key, record_strings(p->facets[f]));
	record_add_paper(passage, p);
	json_object_set_new(passage, "edities", editions_to_json(h));
	json_object_set_new(passage, "bron", record_source(&p->source));
	json_object_set_new(passage, "bronvermelding",
			    json_pack("{s:o, s:o}", "leidraad",
				      take_string(citation_leidraad(p, h->section)), "kamer",
				      take_string(citation_kamer(p, h->section))));
	if (h->reasons->len || h->others->len)
		add_kinship(passage, h);
	return passage;
}

static json_t *facets_to_json(const Results *r)
{
	json_t *object = json_object();

	for (guint i = 0; i < r->facets->len; i++) {
		const Facet *f = r->facets->pdata[i];
		json_t *values = json_array();
		for (guint k = 0; k < f->values->len; k++) {
			const FacetValue *v = f->values->pdata[k];
			json_t *value = json_pack("{s:s, s:i}", "waarde", v->value, "aantal",
						  (int)v->count);
			if (f->estimated)
				json_object_set_new(value, "circa", json_true());
			json_array_append_new(values, value);
		}
		json_object_set_new(object, f->field->name, values);
	}
	return object;
}

/* The words of the query that were read as filters. */
static void add_plain(json_t *object, const GPtrArray *plain)
{
	for (guint i = 0; i < plain->len; i++) {
		const PlainFilter *f = plain->pdata[i];
		json_t *value = json_pack("{s:s, s:s, s:s}", "waarde", f->value, "uit", "vraag",
					  "woorden", f->words);
		json_t *values = json_object_get(object, plain_filter_name(f));
		if (!json_is_array(values)) {
			values = json_array();
			json_object_set_new(object, plain_filter_name(f), values);
		}
		json_array_append_new(values, value);
	}
}

/* Only the filters that were asked for. */
static json_t *filters_to_json(const Request *r, const GPtrArray *plain)
{
	json_t *object = json_object();

	for (FacetId f = 0; f < N_FACETS; f++)
		if (r->chosen[f]->len)
			json_object_set_new(object, facets[f].name, record_strings(r->chosen[f]));
	if (r->section >= 0)
		json_object_set_new(object, "sectie",
				    json_pack("[s]", section_kind_name(r->section)));
	if (r->in_months) {
		g_autofree char *months = active_text(r->from, r->to);
		json_object_set_new(object, "loopt", json_string(months));
	}
	if (r->editions != EDITIONS_LATEST)
		json_object_set_new(object, "editie", json_string(r->date ? r->date : "all"));
	add_plain(object, plain);
	return object;
}

static json_t *missed_to_json(const Results *r)
{
	json_t *array = json_array();

	for (guint i = 0; i < r->relaxed->len; i++) {
		const Relaxed *m = r->relaxed->pdata[i];
		json_t *pilots = json_array();
		for (guint k = 0; k < m->pilots->len; k++) {
			const Pilot *p = m->pilots->pdata[k];
			json_array_append_new(
				pilots, json_pack("{s:s, s:s}", "id", p->id, "titel", p->title));
		}
		json_array_append_new(array, json_pack("{s:s, s:o, s:i, s:o}", "zonder", m->without,
						       "zoekvraag", record_text(m->query), "totaal",
						       (int)m->total, "pilots", pilots));
	}
	return array;
}

static json_t *question_to_json(const Results *r, const Request *request)
{
	return json_pack("{s:s, s:s, s:o, s:o, s:b, s:o, s:o, s:o}", "tekst",
			 request->query ? request->query : "", "begrepenAls", r->understood,
			 "genegeerd", record_strings(r->ignored), "bedoeldeU",
			 record_text(r->did_you_mean), "verbeterd", r->corrected, "filters",
			 filters_to_json(request, r->plain), "meldingen",
			 record_strings(r->notices), "begrensd", record_strings(r->limited));
}

void render_append_json(GString *out, json_t *take, size_t flags)
{
	char *text = json_dumps(take, flags | JSON_PRESERVE_ORDER | JSON_REAL_PRECISION(6));

	g_string_append(out, text);
	free(text);
	json_decref(take);
}

/* The pilots of a list that was asked for, by their facts. */
static json_t *list_to_json(const GPtrArray *pilots)
{
	json_t *array = json_array();

	for (guint i = 0; i < pilots->len; i++) {
		const Pilot *p = pilots->pdata[i];
		json_array_append_new(
			array, json_pack("{s:s, s:s, s:s, s:o, s:o, s:o}", "id", p->id, "titel",
					 p->title, "status", status_name(p->status), "statusOp",
					 record_text(p->reference_date), "looptijd",
					 record_period(p), "bron", record_source(&p->source)));
	}
	return array;
}

static json_t *passages_to_json(const Results *r, const RenderContext *c)
{
	json_t *passages = json_array();

	for (guint i = 0; i < r->hits->len; i++)
		json_array_append_new(passages, render_json_passage(r->hits->pdata[i], c));
	return passages;
}

json_t *render_json_answer(const Results *r, const RenderContext *c)
{
	json_t *answer =
		json_pack("{s:i, s:o, s:i, s:i, s:i, s:i, s:o, s:o}", "versie", ANSWER_VERSION,
			  "zoekvraag", question_to_json(r, c->request), "totaal", (int)r->total,
			  "totaalVolledig", (int)r->total_full, "startIndex", c->request->offset,
			  "aantalPerPagina", c->request->limit, "passages", passages_to_json(r, c),
			  "facetten", facets_to_json(r));
	if (r->papers)
		json_object_set_new(answer, "kamerstukken",
				    json_pack("{s:i, s:o}", "totaal", (int)r->papers->total,
					      "passages", passages_to_json(r->papers, c)));
	if (r->estimated)
		json_object_set_new(answer, "circa", json_true());
	if (r->absent->len)
		json_object_set_new(answer, "ontbreekt", record_strings(r->absent));
	if (r->relaxed->len)
		json_object_set_new(answer, "bijnaGemist", missed_to_json(r));
	if (r->list)
		json_object_set_new(answer, "lijst", list_to_json(r->list));
	if (r->tree)
		json_object_set_new(answer, "zoekboom", json_string(r->tree));
	return answer;
}

void render_json(GString *out, const Results *r, const RenderContext *c)
{
	render_append_json(out, render_json_answer(r, c), JSON_INDENT(1));
	g_string_append_c(out, '\n');
}

void render_jsonl(GString *out, const Results *r, const RenderContext *c)
{
	for (guint i = 0; i < r->hits->len; i++) {
		render_append_json(out, render_json_passage(r->hits->pdata[i], c), JSON_COMPACT);
		g_string_append_c(out, '\n');
	}
}

/* ---- papers of parliament ------------------------------------------------------------------- */

static json_t *chain_to_json(const GPtrArray *chain)
{
	json_t *steps = json_array();

	for (guint i = 0; i < chain->len; i++) {
		const Pilot *p = chain->pdata[i];
		char *url = kind_url(p);
		json_array_append_new(
			steps, json_pack("{s:s, s:s, s:o, s:s, s:o, s:o}", "document",
					 p->paper.document, "stap", paper_step_name(p->paper.step),
					 "datum", record_text(p->paper.day), "status",
					 status_name(p->status), "statusIn",
					 record_text(p->paper.status_in), "url", record_text(url)));
		g_free(url);
	}
	return steps;
}

/* What papers of parliament say of it. */
static json_t *mentions_to_json(const Results *told)
{
	json_t *all = json_array();

	for (guint i = 0; i < told->hits->len; i++) {
		const Hit *hit = told->hits->pdata[i];
		const Pilot *p = hit->pilot;
		g_autofree char *url = kind_url(p);
		g_autofree char *leidraad = citation_leidraad(p, hit->section);
		g_autofree char *kamer = citation_kamer(p, hit->section);
		json_array_append_new(
			all,
			json_pack("{s:s, s:s, s:s, s:s, s:o, s:s, s:s, s:s, s:o, s:{s:s, s:s}}",
				  "id", p->id, "document", p->paper.document, "soort",
				  kinds[p->kind].name, "titel", p->title, "datum",
				  record_text(p->reference_date), "status", status_name(p->status),
				  "sectie", section_kind_name(hit->section->kind), "citaat",
				  hit->quote, "url", record_text(url), "bronvermelding", "leidraad",
				  leidraad, "kamer", kamer));
	}
	return all;
}

json_t *render_json_papers(const GPtrArray *papers, const GPtrArray *chain, int today)
{
	json_t *records = json_array();

	for (guint i = 0; i < papers->len; i++)
		json_array_append_new(records, render_json_record(papers->pdata[i], today));
	return json_pack("{s:i, s:o, s:o}", "versie", 1, "kamerstukken", records, "keten",
			 chain_to_json(chain));
}

json_t *render_json_told(const Pilot *pilot, const Results *told, int today)
{
	json_t *record = render_json_record(pilot, today);

	json_object_set_new(record, "eerderGemeld", mentions_to_json(told));
	return record;
}

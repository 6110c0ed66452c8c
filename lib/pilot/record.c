/* The JSON record of a pilot. */
#include "record.h"

#include <string.h>

#include "kinds.h"
#include "looptijd.h"
#include "reference.h"

#define RECORD_VERSION 1

json_t *record_text(const char *text)
{
	return text ? json_string(text) : json_null();
}

json_t *record_strings(const GPtrArray *strings)
{
	json_t *array = json_array();

	for (guint i = 0; i < strings->len; i++)
		json_array_append_new(array, json_string(strings->pdata[i]));
	return array;
}

static json_t *sections_to_json(const Pilot *p)
{
	json_t *array = json_array();

	for (guint i = 0; i < p->sections->len; i++) {
		const Section *s = p->sections->pdata[i];
		json_array_append_new(array, json_pack("{s:s, s:s, s:s}", "soort",
						       section_kind_name(s->kind), "kop",
						       s->heading, "tekst", s->text));
	}
	return array;
}

static json_t *footnotes_to_json(const Pilot *p)
{
	json_t *array = json_array();

	for (guint i = 0; i < p->footnotes->len; i++) {
		const Footnote *f = p->footnotes->pdata[i];
		json_array_append_new(array,
				      json_pack("{s:i, s:s, s:o, s:o}", "nummer", (int)f->number,
						"tekst", f->text, "url", record_text(f->url),
						"kamerstukken", record_strings(f->papers)));
	}
	return array;
}

json_t *record_source(const Source *s)
{
	json_t *source = json_pack(
		"{s:o, s:o, s:i, s:o, s:o, s:o, s:o, s:o, s:o}", "bestand", record_text(s->file),
		"sha256", record_text(s->sha256), "regel", (int)s->line, "titel",
		record_text(s->title), "kamerstuk", record_text(s->kamerstuk), "vergaderjaar",
		record_text(s->session), "bijlage", record_text(s->annex), "dossier",
		record_text(s->dossier), "peildatumUit", record_text(s->date_from));

	if (source_is_layout(s))
		json_object_set_new(source, "uitOpmaak", json_true());
	return source;
}

static json_t *take_text(char *text)
{
	json_t *value = record_text(text);

	g_free(text);
	return value;
}

static json_t *periods_to_json(const Pilot *p)
{
	json_t *array = json_array();

	for (guint i = 0; i < p->periods->len; i++) {
		const Period *period = &g_array_index(p->periods, Period, i);
		json_array_append_new(array,
				      json_pack("{s:o, s:o, s:o, s:o}", "van",
						take_text(month_to_text(period->from)), "totEnMet",
						take_text(month_to_text(period->to)), "vanPrecisie",
						record_text(precision_name(period->from_precision)),
						"totPrecisie",
						record_text(precision_name(period->to_precision))));
	}
	return array;
}

json_t *record_period(const Pilot *p)
{
	return p->period ? json_pack("{s:s, s:o}", "tekst", p->period, "delen", periods_to_json(p))
			 : json_null();
}

/* Themes come last in a record, though they are the first of the table. */
static void add_facets(json_t *record, const Pilot *p)
{
	for (int i = 1; i <= N_FACETS; i++) {
		const int facet = i % N_FACETS;
		if (facets[facet].key && kind_has_facet(p->kind, facet))
			json_object_set_new(record, facets[facet].key,
					    record_strings(p->facets[facet]));
	}
}

void record_add_paper(json_t *record, const Pilot *p)
{
	const PaperFacts *paper = &p->paper;

	if (!kind_is_paper(p->kind))
		return;
	json_object_set_new(record, "soort", json_string(kinds[p->kind].name));
	json_object_set_new(record, "document", record_text(paper->document));
	json_object_set_new(record, "soortStuk", record_text(paper->type));
	json_object_set_new(record, "kamer", record_text(paper->chamber));
	json_object_set_new(record, "nummer", record_text(paper->number));
	json_object_set_new(record, "gevraagd", record_text(paper->asked));
	json_object_set_new(record, "datum", record_text(p->reference_date));
	json_object_set_new(record, "vragen", record_text(paper->questions));
	json_object_set_new(record, "stap", record_text(paper_step_name(paper->step)));
	json_object_set_new(record, "statusIn", record_text(paper->status_in));
	json_object_set_new(record, "vraagnummers", record_strings(paper->inquiries));
	json_object_set_new(record, "zieStuk", record_text(paper->elsewhere));
	json_object_set_new(record, "zieOok", record_strings(paper->related));
	json_object_set_new(record, "url", take_text(kind_url(p)));
}

json_t *record_json(const Pilot *p)
{
	json_t *record = json_pack(
		"{s:i, s:s, s:s, s:s, s:o, s:o, s:o, s:s, s:o, s:o}", "versie", RECORD_VERSION,
		"id", p->id, "titel", p->title, "titelOrigineel", p->title_printed, "voorheen",
		record_text(p->formerly), "secties", sections_to_json(p), "peildatum",
		record_text(p->reference_date), "status", status_name(p->status), "statusWaarom",
		record_text(p->status_why), "looptijd", record_period(p));

	add_facets(record, p);
	record_add_paper(record, p);
	json_object_set_new(record, "voetnoten", footnotes_to_json(p));
	json_object_set_new(record, "bron", record_source(&p->source));
	return record;
}

char *pilot_to_json(const Pilot *p)
{
	json_t *record = record_json(p);
	char *dumped = json_dumps(record, JSON_COMPACT | JSON_PRESERVE_ORDER);
	char *line = g_strdup(dumped);

	free(dumped);
	json_decref(record);
	return line;
}

/* The JSON record of a pilot, out and in. */
#include "record.h"

#include <string.h>

#include "looptijd.h"

#define RECORD_VERSION 1

GQuark pilot_error_quark(void)
{
	return g_quark_from_static_string("pilot-error");
}

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
	return json_pack("{s:o, s:o, s:i, s:o, s:o, s:o, s:o, s:o}", "bestand",
			 record_text(s->file), "sha256", record_text(s->sha256), "regel",
			 (int)s->line, "titel", record_text(s->title), "kamerstuk",
			 record_text(s->kamerstuk), "vergaderjaar", record_text(s->session),
			 "bijlage", record_text(s->annex), "dossier", record_text(s->dossier));
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

json_t *record_json(const Pilot *p)
{
	return json_pack(
		"{s:i, s:s, s:s, s:s, s:o, s:o, s:o, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o}",
		"versie", RECORD_VERSION, "id", p->id, "titel", p->title, "titelOrigineel",
		p->title_printed, "voorheen", record_text(p->formerly), "secties",
		sections_to_json(p), "peildatum", record_text(p->reference_date), "status",
		status_name(p->status), "statusWaarom", record_text(p->status_why), "looptijd",
		record_period(p), "plaatsen", record_strings(p->places), "organisaties",
		record_strings(p->organisations), "themas", record_strings(p->themes), "voetnoten",
		footnotes_to_json(p), "bron", record_source(&p->source));
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

static char *get_text(const json_t *o, const char *key)
{
	return g_strdup(json_string_value(json_object_get(o, key)));
}

static void get_strings(const json_t *o, const char *key, GPtrArray *to)
{
	size_t i;
	json_t *item;

	json_array_foreach(json_object_get(o, key), i, item) if (json_is_string(item))
		g_ptr_array_add(to, g_strdup(json_string_value(item)));
}

static gboolean get_sections(const json_t *o, Pilot *p)
{
	size_t i;
	json_t *item;

	json_array_foreach(json_object_get(o, "secties"), i, item)
	{
		const char *kind, *heading, *text;
		if (json_unpack(item, "{s:s, s:s, s:s}", "soort", &kind, "kop", &heading, "tekst",
				&text) != 0 ||
		    section_kind_from(kind) < 0)
			return FALSE;
		pilot_add_section(p, section_kind_from(kind), heading, text);
	}
	return TRUE;
}

static gboolean get_footnotes(const json_t *o, Pilot *p)
{
	size_t i;
	json_t *item;

	json_array_foreach(json_object_get(o, "voetnoten"), i, item)
	{
		int number;
		const char *text;
		if (json_unpack(item, "{s:i, s:s}", "nummer", &number, "tekst", &text) != 0)
			return FALSE;
		pilot_add_footnote(p, number, text,
				   json_string_value(json_object_get(item, "url")));
	}
	return TRUE;
}

static void get_periods(const json_t *looptijd, Pilot *p)
{
	size_t i;
	json_t *item;

	json_array_foreach(json_object_get(looptijd, "delen"), i, item)
	{
		const Period period = {
			month_from_text(json_string_value(json_object_get(item, "van"))),
			month_from_text(json_string_value(json_object_get(item, "totEnMet"))),
			precision_from(json_string_value(json_object_get(item, "vanPrecisie"))),
			precision_from(json_string_value(json_object_get(item, "totPrecisie"))),
		};
		g_array_append_val(p->periods, period);
	}
}

static gboolean get_record(const json_t *o, Pilot *p)
{
	const json_t *source = json_object_get(o, "bron");
	const char *status = json_string_value(json_object_get(o, "status"));

	p->id = get_text(o, "id");
	p->title = get_text(o, "titel");
	p->title_printed = get_text(o, "titelOrigineel");
	p->formerly = get_text(o, "voorheen");
	p->reference_date = get_text(o, "peildatum");
	p->period = get_text(json_object_get(o, "looptijd"), "tekst");
	p->status_why = get_text(o, "statusWaarom");
	get_periods(json_object_get(o, "looptijd"), p);
	get_strings(o, "plaatsen", p->places);
	get_strings(o, "organisaties", p->organisations);
	get_strings(o, "themas", p->themes);
	p->source = (Source) { get_text(source, "bestand"),
			       get_text(source, "sha256"),
			       json_integer_value(json_object_get(source, "regel")),
			       get_text(source, "titel"),
			       get_text(source, "kamerstuk"),
			       get_text(source, "vergaderjaar"),
			       get_text(source, "bijlage"),
			       get_text(source, "dossier") };
	if (!p->id || !p->title || !p->title_printed || !status || status_from(status) < 0)
		return FALSE;
	p->status = status_from(status);
	return get_sections(o, p) && get_footnotes(o, p);
}

Pilot *pilot_from_json(const char *json, gsize len, GError **error)
{
	json_error_t at;
	json_t *o = json_loadb(json, len, 0, &at);
	g_autoptr(Pilot) p = pilot_new();

	if (!o) {
		g_set_error(error, PILOT_ERROR, PILOT_ERROR_RECORD, "record: %s", at.text);
		return NULL;
	}
	gboolean ok = json_integer_value(json_object_get(o, "versie")) == RECORD_VERSION &&
		      get_record(o, p);
	json_decref(o);
	if (!ok) {
		g_set_error(error, PILOT_ERROR, PILOT_ERROR_RECORD,
			    "record: not a pilot of version %d", RECORD_VERSION);
		return NULL;
	}
	return g_steal_pointer(&p);
}

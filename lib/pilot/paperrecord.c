/* The JSON record of a paper of parliament. */
#include "paper.h"
#include "record.h"

#define RECORD_VERSION 1

static json_t *numbers_to_json(const GArray *numbers)
{
	json_t *array = json_array();

	for (guint i = 0; i < numbers->len; i++)
		json_array_append_new(array, json_integer(g_array_index(numbers, guint, i)));
	return array;
}

static json_t *members_to_json(const PaperDocument *d)
{
	json_t *array = json_array();

	for (guint i = 0; i < d->members->len; i++) {
		const PaperMember *m = d->members->pdata[i];
		json_array_append_new(array, json_pack("{s:s, s:o}", "naam", m->name, "partij",
						       record_text(m->party)));
	}
	return array;
}

/* Each question as it stands, and all of them as one text. */
static void add_questions(json_t *record, const Paper *p)
{
	g_autoptr(GString) text = g_string_new(NULL);
	json_t *array = json_array();

	for (guint i = 0; i < p->questions->len; i++) {
		const PaperQuestion *q = p->questions->pdata[i];
		g_string_append_printf(text, "%s%s", i ? "\n\n" : "", q->text);
		json_array_append_new(array,
				      json_pack("{s:o, s:s, s:s, s:i}", "nummers",
						numbers_to_json(q->numbers), "kop", q->heading,
						"tekst", q->text, "regel", (int)q->line));
	}
	json_object_set_new(record, "vragen", numbers_to_json(p->numbers));
	json_object_set_new(record, "vraag",
			    p->questions->len ? json_string(text->str) : json_null());
	json_object_set_new(record, "vraagdelen", array);
	json_object_set_new(record, "antwoord", record_text(p->answer));
	json_object_set_new(record, "gecombineerd", json_boolean(p->numbers->len > 1));
	json_object_set_new(record, "zieVragen", numbers_to_json(p->see));
	json_object_set_new(record, "zieAntwoord", record_text(p->seen));
	json_object_set_new(record, "zieStuk", record_text(p->elsewhere));
	json_object_set_new(record, "zieStukVragen", numbers_to_json(p->there));
}

static json_t *notes_to_json(const Paper *p)
{
	json_t *array = json_array();

	for (guint i = 0; i < p->footnotes->len; i++) {
		const PaperNote *n = p->footnotes->pdata[i];
		json_array_append_new(
			array, json_pack("{s:i, s:s}", "nummer", (int)n->number, "tekst", n->text));
	}
	return array;
}

static void add_document(json_t *record, const PaperDocument *d)
{
	json_t *facts = json_pack(
		"{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}",
		"soortStuk", record_text(d->type), "kamer", record_text(d->chamber), "vergaderjaar",
		record_text(d->session), "nummer", record_text(d->number), "datum",
		record_text(d->date), "gevraagd", record_text(d->asked), "beantwoord",
		record_text(d->answered), "onderwerp", record_text(d->subject), "indieners",
		members_to_json(d), "bewindspersonen", record_strings(d->ministers),
		"beantwoordDoor", record_strings(d->answered_by), "dossiers",
		record_strings(d->dossiers), "vraagnummers", record_strings(d->inquiries), "zieOok",
		record_strings(d->related));
	json_object_update(record, facts);
	json_decref(facts);
}

char *paper_to_json(const Paper *p)
{
	const PaperDocument *d = p->document;
	json_t *record =
		json_pack("{s:i, s:s, s:s, s:s, s:o, s:s}", "versie", RECORD_VERSION, "soort",
			  paper_kind_name(p->kind), "id", p->id, "document", d->id, "titel",
			  record_text(d->title), "status", paper_status_name(p->status));

	add_document(record, d);
	if (p->kind == PAPER_VRAAG)
		add_questions(record, p);
	else
		json_object_update_new(record,
				       json_pack("{s:o, s:o, s:o}", "kop", record_text(p->heading),
						 "vragen", numbers_to_json(p->numbers), "tekst",
						 record_text(p->text)));
	json_object_set_new(record, "voetnoten", notes_to_json(p));
	json_object_set_new(record, "verwijzingen", record_strings(p->references));
	json_object_set_new(record, "bron",
			    json_pack("{s:o, s:o, s:i, s:i, s:o}", "bestand", record_text(d->file),
				      "sha256", record_text(d->sha256), "regel", (int)p->line,
				      "regelAntwoord", (int)p->answer_line, "metadata",
				      record_text(d->metadata)));
	char *dumped = json_dumps(record, JSON_COMPACT | JSON_PRESERVE_ORDER);
	char *line = g_strdup(dumped);
	free(dumped);
	json_decref(record);
	return line;
}

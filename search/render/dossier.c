/* A dossier of questions as text, as JSON, and as JSON Lines. */
#include <stdlib.h>
#include <string.h>

#include "judge.h"
#include "record.h"
#include "render.h"

#define DOSSIER_VERSION 1

/* ---- text ----------------------------------------------------------------------------------- */

void render_text_dossier(GString *out, const Dossier *d, const RenderContext *c)
{
	for (guint i = 0; i < d->answers->len; i++) {
		const Answer *a = d->answers->pdata[i];
		g_string_append_printf(out, "%s== Vraag %s\n", i ? "\n" : "", a->number);
		render_text_paragraph(out, a->text, c);
		g_string_append_c(out, '\n');
		render_text_words(out, "Gezocht op", a->terms, c);
		render_text_words(out, "Herkend", a->recognised, c);
		render_text_words(out, "In geen pilot genoemd", a->absent, c);
		if (a->follows)
			g_string_append_printf(out, "Met het onderwerp van vraag %s.\n",
					       a->follows);
		if (render_verdict(a))
			render_text_paragraph(out, render_verdict(a), c);
		for (guint k = 0; k < a->results->hits->len; k++)
			render_text_hit(out, a->results->hits->pdata[k], c);
		if (a->earlier->hits->len)
			g_string_append(out, "\n-- Eerder beantwoord --\n");
		for (guint k = 0; k < a->earlier->hits->len; k++)
			render_text_hit(out, a->earlier->hits->pdata[k], c);
	}
}

/* ---- JSON -------------------------------------------------------------------------------------
 */

static json_t *features_to_json(const Hit *h)
{
	json_t *features = json_object();

	for (int i = 0; i < N_JUDGE_FEATURES; i++)
		json_object_set_new(features, judge_feature_name(i), json_real(h->features[i]));
	return features;
}

static json_t *passage(const Hit *h, const RenderContext *c)
{
	json_t *p = render_json_passage(h, c);

	json_object_set_new(p, "sterkte", json_string(strength_name(dossier_strength(h))));
	json_object_set_new(p, "kans", json_real(h->score));
	if (c->request->explain && h->features)
		json_object_set_new(p, "kenmerken", features_to_json(h));
	return p;
}

/* One for each pilot, with its further passages under it. */
static json_t *passages_to_json(const Results *results, const RenderContext *c)
{
	const GPtrArray *hits = results->hits;
	json_t *passages = json_array();

	for (guint i = 0, n; i < hits->len; i += n) {
		json_t *first = passage(hits->pdata[i], c), *further = json_array();
		n = results_of_pilot(results, i);
		for (guint k = 1; k < n; k++)
			json_array_append_new(further, passage(hits->pdata[i + k], c));
		json_object_set_new(first, "verder", further);
		json_array_append_new(passages, first);
	}
	return passages;
}

/* A number as a number, "2 en 3" as text. */
static json_t *number(const char *text)
{
	return strspn(text, "0123456789") == strlen(text) ? json_integer(atoi(text))
							  : json_string(text);
}

static json_t *answer(const Answer *a, const RenderContext *c)
{
	const GPtrArray *hits = a->results->hits;
	double chance = hits->len ? ((const Hit *)hits->pdata[0])->score : 0;

	json_t *object = json_pack(
		"{s:o, s:s, s:o, s:o, s:o, s:o, s:o, s:s, s:f, s:o, s:o}", "nummer",
		number(a->number), "tekst", a->text, "termen", record_strings(a->terms),
		"genegeerd", record_strings(a->ignored), "herkend", record_strings(a->recognised),
		"ontbreekt", record_strings(a->absent), "volgtOp", record_text(a->follows),
		"sterkte", strength_name(a->strength), "kans", chance, "oordeel",
		record_text(render_verdict(a)), "passages", passages_to_json(a->results, c));
	if (c->index->papers)
		json_object_set_new(object, "eerder", passages_to_json(a->earlier, c));
	return object;
}

json_t *render_json_questions(const Dossier *d, const RenderContext *c)
{
	json_t *questions = json_array();

	for (guint i = 0; i < d->answers->len; i++)
		json_array_append_new(questions, answer(d->answers->pdata[i], c));
	return json_pack("{s:i, s:o}", "versie", DOSSIER_VERSION, "vragen", questions);
}

void render_json_dossier(GString *out, const Dossier *d, const RenderContext *c)
{
	render_append_json(out, render_json_questions(d, c), JSON_INDENT(1));
	g_string_append_c(out, '\n');
}

static void append_lines(GString *out, const Answer *a, const Results *results,
			 const RenderContext *c)
{
	for (guint k = 0; k < results->hits->len; k++) {
		json_t *p = passage(results->hits->pdata[k], c);
		json_object_set_new(p, "vraag", number(a->number));
		render_append_json(out, p, JSON_COMPACT);
		g_string_append_c(out, '\n');
	}
}

void render_jsonl_dossier(GString *out, const Dossier *d, const RenderContext *c)
{
	for (guint i = 0; i < d->answers->len; i++) {
		const Answer *a = d->answers->pdata[i];
		append_lines(out, a, a->results, c);
		append_lines(out, a, a->earlier, c);
	}
}

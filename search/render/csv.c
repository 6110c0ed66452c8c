/* Comma-separated values (RFC 4180) as Dutch spreadsheets open them: ";" between, and a
 * mark of UTF-8 at the start. */
#include <string.h>

#include "citation.h"
#include "dated.h"
#include "render.h"

/* Signs that begin a formula, those of full width too. */
static gboolean begins_formula(const char *text)
{
	static const gunichar signs[] = { '=', '+', '-', '@', 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20 };
	gunichar c = g_utf8_get_char(text);

	for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
		if (c == signs[i])
			return TRUE;
	return FALSE;
}

/* One field. What a spreadsheet would take for a formula gets an apostrophe before it, also behind
 * what it would take for the end of a cell if it was told of other separators than ours. */
static void field(GString *out, const char *text, gboolean last)
{
	gboolean begins = TRUE; /* a cell may begin here: quotes and spaces do not tell */

	g_string_append_c(out, '"');
	if (text && *text && strchr("\t\r", *text))
		g_string_append_c(out, '\'');
	for (const char *p = text ? text : ""; *p; p = g_utf8_next_char(p)) {
		if (*p == '"')
			g_string_append_c(out, '"');
		if (begins && begins_formula(p))
			g_string_append_c(out, '\'');
		begins = strchr(",;|\t\r\n", *p) || (begins && strchr(" \"", *p));
		g_string_append_len(out, p, g_utf8_next_char(p) - p);
	}
	g_string_append(out, last ? "\"\r\n" : "\";");
}

static void row(GString *out, const Answer *a, const Hit *h, const RenderContext *c)
{
	static const char *const past[] = { [PAST_NO] = "nee", [PAST_YES] = "ja" };
	const Pilot *p = h->pilot;
	g_autofree char *status = dated_line(p, c->request->today);
	g_autofree char *cited = citation_leidraad(p, h->section);
	g_autofree char *cited_too = citation_kamer(p, h->section);
	g_autofree char *link = render_link(c, p);
	g_autofree char *range =
		g_strdup_printf("%" G_GSIZE_FORMAT "..%" G_GSIZE_FORMAT, h->from, h->to);
	const char *const values[] = { a->number,
				       a->text,
				       p->title,
				       h->section ? section_kind_label(h->section->kind) : NULL,
				       h->quote,
				       strength_name(dossier_strength(h)),
				       status,
				       p->period,
				       cited,
				       cited_too,
				       link,
				       p->source.file,
				       p->source.sha256,
				       range,
				       p->reference_date,
				       past[dated_past(p, c->request->today)] };
	for (gsize i = 0; i < G_N_ELEMENTS(values); i++)
		field(out, values[i], i + 1 == G_N_ELEMENTS(values));
}

/* A question without passages has a row as well: it must not get lost. */
static void empty_row(GString *out, const Answer *a, gsize columns)
{
	field(out, a->number, FALSE);
	field(out, a->text, FALSE);
	field(out, "", FALSE);
	field(out, "", FALSE);
	field(out, render_verdict(a), FALSE);
	for (gsize i = 5; i < columns; i++)
		field(out, "", i + 1 == columns);
}

void render_csv(GString *out, const Dossier *d, const RenderContext *c)
{
	static const char *const columns[] = { "nr",
					       "vraag",
					       "pilot",
					       "onderdeel",
					       "citaat",
					       "sterkte",
					       "status",
					       "looptijd",
					       "bronvermelding",
					       "bronvermelding Kamerstuk",
					       "link",
					       "bestand",
					       "sha256",
					       "tekens van..tot",
					       "status_op",
					       "looptijd_voorbij" };

	g_string_append(out, "\xEF\xBB\xBF");
	for (gsize i = 0; i < G_N_ELEMENTS(columns); i++)
		field(out, columns[i], i + 1 == G_N_ELEMENTS(columns));
	for (guint i = 0; i < d->answers->len; i++) {
		const Answer *a = d->answers->pdata[i];
		for (guint k = 0; k < a->results->hits->len; k++)
			row(out, a, a->results->hits->pdata[k], c);
		for (guint k = 0; k < a->earlier->hits->len; k++)
			row(out, a, a->earlier->hits->pdata[k], c);
		if (!a->results->hits->len && !a->earlier->hits->len)
			empty_row(out, a, G_N_ELEMENTS(columns));
	}
}

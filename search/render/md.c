/* Markdown with footnotes (CommonMark, and the footnotes of GitHub and Pandoc). */
#include <string.h>

#include "citation.h"
#include "dated.h"
#include "render.h"

/* Text that stays text. */
static void plain(GString *out, const char *text)
{
	for (; *text; text++) {
		if (strchr("\\`*_{}[]<>#|", *text))
			g_string_append_c(out, '\\');
		g_string_append_c(out, *text);
	}
}

/* A quote: each of its lines behind a ">". */
static void quote(GString *out, const char *text, guint note)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	for (char **line = lines; *line; line++) {
		g_string_append(out, *line[0] ? "> " : ">");
		plain(out, *line);
		if (!line[1])
			g_string_append_printf(out, "[^%u]", note);
		g_string_append_c(out, '\n');
	}
	g_string_append_c(out, '\n');
}

static void passage(GString *out, GString *notes, const Hit *h, guint note, const RenderContext *c)
{
	g_autofree char *status = dated_line(h->pilot, c->request->today);
	g_autofree char *cited = citation_leidraad(h->pilot, h->section);
	g_autofree char *link = render_link(c, h->pilot);

	g_string_append(out, "**");
	plain(out, h->pilot->title);
	g_string_append(out, "** — ");
	plain(out, h->section ? section_kind_label(h->section->kind) : "");
	g_string_append_printf(out, ". Status: %s.\n\n", status);
	quote(out, h->quote, note);
	g_string_append_printf(notes, "[^%u]: ", note);
	plain(notes, cited);
	g_string_append_printf(notes,
			       " Bestand %s, SHA-256 %.12s…, tekens %" G_GSIZE_FORMAT
			       "–%" G_GSIZE_FORMAT ".%s%s\n",
			       h->pilot->source.file, h->pilot->source.sha256, h->from, h->to,
			       link ? " " : "", link ? link : "");
}

void render_md(GString *out, const Dossier *d, const RenderContext *c)
{
	g_autoptr(GString) notes = g_string_new(NULL);
	guint note = 0;

	g_string_append(out, "# ");
	plain(out, d->title);
	g_string_append(out, "\n\n");
	for (guint i = 0; i < d->answers->len; i++) {
		const Answer *a = d->answers->pdata[i];
		g_autofree char *heading = render_heading(a);
		if (heading) {
			g_string_append_printf(out, "## %s\n\n", heading);
			plain(out, a->text);
			g_string_append_printf(out, "\n\n## Antwoord %s\n\n", a->number);
		}
		if (render_verdict(a))
			g_string_append_printf(out, "_%s_\n\n", render_verdict(a));
		for (guint k = 0; k < a->results->hits->len; k++)
			passage(out, notes, a->results->hits->pdata[k], ++note, c);
	}
	g_string_append(out, notes->str);
}

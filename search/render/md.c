/* Markdown with footnotes (CommonMark, and the footnotes of GitHub and Pandoc). */
#include <string.h>

#include "citation.h"
#include "dated.h"
#include "render.h"

/* What is no letter and no mark: a name of a file may hold it, and what turns text around too. */
static gboolean is_control(gunichar c)
{
	GUnicodeType type = g_unichar_type(c);

	return type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR ||
	       type == G_UNICODE_PARAGRAPH_SEPARATOR || c == 0x200E || c == 0x200F ||
	       (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* The sign by which a text that begins a line would be a list, a heading or a rule. */
static const char *line_mark(const char *text)
{
	gsize digits = strspn(text, "0123456789");
	const char *mark = text + digits;

	return *mark && strchr(digits ? ".)" : "-+=", *mark) ? mark : NULL;
}

void render_md_text(GString *out, const char *text)
{
	const char *mark;

	text += strspn(text, " \t\n"); /* four of them would be code */
	mark = line_mark(text);
	for (const char *p = text; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (p == mark || strchr("\\`*_{}[]<>#|&~$", *p))
			g_string_append_c(out, '\\');
		g_string_append_unichar(out, is_control(c) ? ' ' : c);
	}
}

/* Each line of a text behind what it begins with; the last has a note, unless that is 0. */
static void put_lines(GString *out, const char *before, const char *text, guint note)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	for (char **line = lines; *line; line++) {
		g_string_append(out, before);
		if (*before && *line[0])
			g_string_append_c(out, ' ');
		render_md_text(out, *line);
		if (note && !line[1])
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
	render_md_text(out, h->pilot->title);
	g_string_append(out, "** — ");
	render_md_text(out, h->section ? section_kind_label(h->section->kind) : "");
	g_string_append_printf(out, ". Status: %s.\n\n", status);
	put_lines(out, ">", h->quote, note);
	g_string_append_printf(notes, "[^%u]: ", note);
	render_md_text(notes, cited);
	g_string_append(notes, " Bestand ");
	render_md_text(notes, h->pilot->source.file);
	g_string_append_printf(
		notes, ", SHA-256 %.12s…, tekens %" G_GSIZE_FORMAT "–%" G_GSIZE_FORMAT ".%s%s\n",
		h->pilot->source.sha256, h->from, h->to, link ? " " : "", link ? link : "");
}

void render_md(GString *out, const Dossier *d, const RenderContext *c)
{
	g_autoptr(GString) notes = g_string_new(NULL);
	guint note = 0;

	g_string_append(out, "# ");
	render_md_text(out, d->title);
	g_string_append(out, "\n\n");
	for (guint i = 0; i < d->answers->len; i++) {
		const Answer *a = d->answers->pdata[i];
		g_autofree char *heading = render_heading(a);
		if (heading) {
			g_string_append(out, "## ");
			render_md_text(out, heading);
			g_string_append(out, "\n\n");
			put_lines(out, "", a->text, 0);
			g_string_append(out, "## Antwoord ");
			render_md_text(out, a->number);
			g_string_append(out, "\n\n");
		}
		if (render_verdict(a))
			g_string_append_printf(out, "_%s_\n\n", render_verdict(a));
		for (guint k = 0; k < a->results->hits->len; k++)
			passage(out, notes, a->results->hits->pdata[k], ++note, c);
	}
	g_string_append(out, notes->str);
}

/* Markdown with footnotes (CommonMark, and the footnotes of GitHub and Pandoc). */
#include <string.h>

#include "document.h"

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

/* What stands around each kind, and before each of its lines but the first. */
static const struct {
	const char *before, *behind, *line;
} marks[N_BLOCKS] = {
	[BLOCK_TITLE] = { "# ", "", "" },  [BLOCK_HEADING] = { "## ", "", "" },
	[BLOCK_TEXT] = { "", "", "" },     [BLOCK_ABOUT] = { "**", "**", "" },
	[BLOCK_QUOTE] = { "> ", "", ">" },
};

static void text(GString *out, const Block *b)
{
	g_auto(GStrv) lines = g_strsplit(b->text, "\n", -1);

	for (char **line = lines; *line; line++) {
		if (line != lines)
			g_string_append_printf(out, "\n%s%s", marks[b->kind].line,
					       *marks[b->kind].line && **line ? " " : "");
		render_md_text(out, *line);
	}
}

static void note(GString *notes, const Block *b, guint number)
{
	g_string_append_printf(notes, "[^%u]: ", number);
	render_md_text(notes, b->note);
	g_string_append_printf(notes, "%s%s\n", b->link ? " " : "", b->link ? b->link : "");
}

void render_md(GString *out, const Dossier *d, const RenderContext *c)
{
	g_autoptr(GPtrArray) blocks = document_blocks(d, c);
	g_autoptr(GString) notes = g_string_new(NULL);
	guint number = 0;

	for (guint i = 0; i < blocks->len; i++) {
		const Block *b = blocks->pdata[i];
		g_string_append(out, marks[b->kind].before);
		text(out, b);
		g_string_append(out, marks[b->kind].behind);
		if (b->note) {
			g_string_append_printf(out, "[^%u]", ++number);
			note(notes, b, number);
		}
		g_string_append(out, "\n\n");
		if (b->remark) /* seen by who edits, not by who reads */
			g_string_append_printf(out, "<!-- %s -->\n\n", b->remark);
	}
	g_string_append(out, notes->str);
}

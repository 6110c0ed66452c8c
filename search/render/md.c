/* Markdown with footnotes (CommonMark, and the footnotes of GitHub and Pandoc). */
#include <string.h>

#include "document.h"

/* Text that stays text. */
static void plain(GString *out, const char *text)
{
	for (; *text; text++) {
		if (strchr("\\`*_{}[]<>#|", *text))
			g_string_append_c(out, '\\');
		g_string_append_c(out, *text);
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
		plain(out, *line);
	}
}

static void note(GString *notes, const Block *b, guint number)
{
	g_string_append_printf(notes, "[^%u]: ", number);
	plain(notes, b->note);
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

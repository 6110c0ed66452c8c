/* A document of its own in HTML: to read, to print, to paste from. */
#include "document.h"
#include "html.h"

/* The element of each kind. */
static const char *const elements[N_BLOCKS] = {
	[BLOCK_TITLE] = "h1", [BLOCK_HEADING] = "h2", [BLOCK_TEXT] = "p",
	[BLOCK_ABOUT] = "h3", [BLOCK_QUOTE] = "p",
};

/* A remark is seen by who points at it; printed or copied it is not. */
static void paragraph(Html *h, const Block *b)
{
	html_open(h, elements[b->kind]);
	if (b->remark)
		html_attribute(h, "title", b->remark);
	html_text(h, b->text);
	html_close(h);
}

static void quote(Html *h, const Block *b, guint note)
{
	g_autofree char *target = g_strdup_printf("#noot-%u", note);
	g_autofree char *number = g_strdup_printf("[%u]", note);

	html_open(h, "blockquote");
	html_open_with(h, elements[b->kind], "class", "citaat", NULL);
	html_text(h, b->text);
	html_text(h, " ");
	html_link(h, target, number);
	html_close(h);
	html_close(h);
}

static void footnotes(Html *h, const GPtrArray *blocks)
{
	guint note = 0;

	html_open(h, "ol");
	for (guint i = 0; i < blocks->len; i++) {
		const Block *b = blocks->pdata[i];
		if (!b->note)
			continue;
		html_open(h, "li");
		html_attribute_format(h, "id", "noot-%u", ++note);
		html_text_format(h, "%s ", b->note);
		if (b->link)
			html_link(h, b->link, b->link);
		html_close(h);
	}
	html_close(h);
}

void render_html(GString *out, const Dossier *d, const RenderContext *c)
{
	g_autoptr(GPtrArray) blocks = document_blocks(d, c);
	Html h;
	guint note = 0;

	html_init(&h, out);
	g_string_append(out, "<!DOCTYPE html>\n");
	html_open_with(&h, "html", "lang", "nl", NULL);
	html_open(&h, "head");
	html_empty_with(&h, "meta", "charset", "utf-8", NULL);
	html_empty_with(&h, "meta", "name", "viewport", "content",
			"width=device-width, initial-scale=1", NULL);
	html_element(&h, "title", d->title);
	html_close(&h);
	html_open(&h, "body");
	html_open(&h, "main");
	for (guint i = 0; i < blocks->len; i++) {
		const Block *b = blocks->pdata[i];
		if (b->note)
			quote(&h, b, ++note);
		else
			paragraph(&h, b);
	}
	if (note)
		footnotes(&h, blocks);
	html_finish(&h);
}

/* OpenDocument text (ODF 1.2): a document to go on writing in, with the sources as real footnotes,
 * and remarks as comments. */
#include <string.h>

#include "document.h"
#include "html.h"
#include "package.h"

#define MIMETYPE "application/vnd.oasis.opendocument.text"
#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"

static const char *const style_names[N_BLOCKS] = {
	[BLOCK_TITLE] = "Title", [BLOCK_HEADING] = "Heading_20_1", [BLOCK_TEXT] = "Standard",
	[BLOCK_ABOUT] = "Bron",  [BLOCK_QUOTE] = "Quotations",
};

static void open_root(Html *h, GString *out, const char *root)
{
	html_init_xml(h, out);
	html_open_with(h, root, "xmlns:office", OASIS "office:1.0", "xmlns:text", OASIS "text:1.0",
		       "xmlns:style", OASIS "style:1.0", "xmlns:fo", OASIS "xsl-fo-compatible:1.0",
		       "xmlns:dc", "http://purl.org/dc/elements/1.1/", "xmlns:meta",
		       OASIS "meta:1.0", "xmlns:xlink", "http://www.w3.org/1999/xlink",
		       "office:version", "1.2", NULL);
}

/* ---- styles, metadata -------------------------------------------------------------------- */

/* A paragraph style; parent may be NULL. */
static void style(Html *h, const char *name, const char *parent, const BlockLook *look)
{
	html_open_with(h, "style:style", "style:name", name, "style:family", "paragraph", NULL);
	if (parent)
		html_attribute(h, "style:parent-style-name", parent);
	html_open(h, "style:paragraph-properties");
	html_attribute_format(h, "fo:margin-top", "%upt", look->above);
	html_attribute_format(h, "fo:margin-bottom", "%upt", look->below);
	if (look->joined)
		html_attribute(h, "fo:keep-with-next", "always");
	if (look->aside) {
		html_attribute(h, "fo:margin-left", "28pt");
		html_attribute(h, "fo:margin-right", "28pt");
		html_attribute(h, "fo:border-left", "1.5pt solid #6f7680");
		html_attribute(h, "fo:padding-left", "8pt");
	}
	html_close(h);
	html_open(h, "style:text-properties");
	html_attribute_format(h, "fo:font-size", "%upt", look->size);
	if (look->bold)
		html_attribute(h, "fo:font-weight", "bold");
	if (look->italic)
		html_attribute(h, "fo:font-style", "italic");
	html_attribute(h, "fo:language", "nl");
	html_attribute(h, "fo:country", "NL");
	html_close(h);
	html_close(h);
}

static GString *styles(void)
{
	GString *out = g_string_new(NULL);
	const BlockLook note = { NOTE_SIZE, 0, 0 };
	Html h;

	open_root(&h, out, "office:document-styles");
	html_open(&h, "office:styles");
	style(&h, style_names[BLOCK_TEXT], NULL, &block_looks[BLOCK_TEXT]);
	for (BlockKind i = 0; i < N_BLOCKS; i++)
		if (i != BLOCK_TEXT)
			style(&h, style_names[i], style_names[BLOCK_TEXT], &block_looks[i]);
	style(&h, "Footnote", style_names[BLOCK_TEXT], &note);
	html_finish(&h);
	return out;
}

static GString *about(const Dossier *d)
{
	GString *out = g_string_new(NULL);
	Html h;

	open_root(&h, out, "office:document-meta");
	html_open(&h, "office:meta");
	html_element(&h, "meta:generator", "pilotzoeker");
	html_element(&h, "dc:title", d->title);
	html_element(&h, "dc:language", "nl-NL");
	html_finish(&h);
	return out;
}

static GString *manifest(void)
{
	static const char *const parts[][2] = { { "/", MIMETYPE },
						{ "content.xml", "text/xml" },
						{ "styles.xml", "text/xml" },
						{ "meta.xml", "text/xml" } };
	GString *out = g_string_new(NULL);
	Html h;

	html_init_xml(&h, out);
	html_open_with(&h, "manifest:manifest", "xmlns:manifest", OASIS "manifest:1.0",
		       "manifest:version", "1.2", NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
		html_empty_with(&h, "manifest:file-entry", "manifest:full-path", parts[i][0],
				"manifest:media-type", parts[i][1], NULL);
	html_finish(&h);
	return out;
}

/* ---- the text ---------------------------------------------------------------------------- */

static void write_note(Html *h, const Block *b, guint number)
{
	html_open_with(h, "text:note", "text:note-class", "footnote", NULL);
	html_attribute_format(h, "text:id", "ftn%u", number);
	html_open(h, "text:note-citation");
	html_text_format(h, "%u", number);
	html_close(h);
	html_open(h, "text:note-body");
	html_open_with(h, "text:p", "text:style-name", "Footnote", NULL);
	html_text(h, b->note);
	if (b->link) {
		html_text(h, " ");
		html_open_with(h, "text:a", "xlink:type", "simple", "xlink:href", b->link, NULL);
		html_text(h, b->link);
		html_close(h);
	}
	html_close(h);
	html_close(h);
	html_close(h);
}

static void write_text(Html *h, const Block *b)
{
	g_auto(GStrv) lines = g_strsplit(b->text, "\n", -1);

	for (char **line = lines; *line; line++) {
		if (line != lines && **line)
			html_empty_with(h, "text:line-break", NULL);
		html_text(h, *line);
	}
}

/* A comment on all of the text. */
static void open_remark(Html *h, const char *remark, const char *name)
{
	html_open_with(h, "office:annotation", "office:name", name, NULL);
	html_element(h, "dc:creator", "pilotzoeker");
	html_element(h, "text:p", remark);
	html_close(h);
}

static void write_block(Html *h, const Block *b, guint *notes, guint *remarks)
{
	gboolean heading = b->kind == BLOCK_HEADING;
	g_autofree char *name = b->remark ? g_strdup_printf("opmerking%u", ++*remarks) : NULL;

	html_open_with(h, heading ? "text:h" : "text:p", "text:style-name", style_names[b->kind],
		       NULL);
	if (heading)
		html_attribute(h, "text:outline-level", "1");
	if (name)
		open_remark(h, b->remark, name);
	write_text(h, b);
	if (name)
		html_empty_with(h, "office:annotation-end", "office:name", name, NULL);
	if (b->note)
		write_note(h, b, ++*notes);
	html_close(h);
}

static GString *content(const Dossier *d, const RenderContext *c)
{
	g_autoptr(GPtrArray) blocks = document_blocks(d, c);
	GString *out = g_string_new(NULL);
	guint notes = 0, remarks = 0;
	Html h;

	open_root(&h, out, "office:document-content");
	html_open(&h, "office:body");
	html_open(&h, "office:text");
	for (guint i = 0; i < blocks->len; i++)
		write_block(&h, blocks->pdata[i], &notes, &remarks);
	html_finish(&h);
	return out;
}

gboolean render_odt(GString *out, const Dossier *d, const RenderContext *c, GError **error)
{
	const Part parts[] = {
		{ "mimetype", g_string_new(MIMETYPE), TRUE }, /* first, and as it is */
		{ "content.xml", content(d, c) },
		{ "styles.xml", styles() },
		{ "meta.xml", about(d) },
		{ "META-INF/manifest.xml", manifest() },
	};
	return package_append(out, parts, G_N_ELEMENTS(parts), error);
}

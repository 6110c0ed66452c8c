/* Office Open XML text (ISO/IEC 29500, transitional), which Word writes: the same document as the
 * ODT. Elements stand in the order that the schema asks for. */
#include "document.h"
#include "html.h"
#include "package.h"

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define FIRST_NOTE 1 /* its id; those before are the lines above notes */

/* The parts beside the text, and how it refers to each. */
static const struct {
	const char *name, *type, *relation;
} parts_of_text[] = {
	{ "styles", TYPE "styles+xml", OFFICE "/styles" },
	{ "settings", TYPE "settings+xml", OFFICE "/settings" },
	{ "footnotes", TYPE "footnotes+xml", OFFICE "/footnotes" },
	{ "comments", TYPE "comments+xml", OFFICE "/comments" },
};

/* Styles have names that Word knows, and ids. */
static const struct {
	const char *id, *name;
} styles_of[N_BLOCKS] = {
	[BLOCK_TITLE] = { "Title", "Title" },  [BLOCK_HEADING] = { "Heading1", "heading 1" },
	[BLOCK_TEXT] = { "Normal", "Normal" }, [BLOCK_ABOUT] = { "Bron", "Bron" },
	[BLOCK_QUOTE] = { "Quote", "Quote" },
};

/* ---- small words ------------------------------------------------------------------------- */

static void open_root(Html *h, GString *out, const char *root)
{
	html_init_xml(h, out);
	html_open_with(h, root, "xmlns:w",
		       "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "xmlns:r",
		       OFFICE, NULL);
}

static void value(Html *h, const char *element, const char *text)
{
	html_empty_with(h, element, "w:val", text, NULL);
}

static void number(Html *h, const char *element, guint n)
{
	html_open(h, element);
	html_attribute_format(h, "w:val", "%u", n);
	html_close(h);
}

static void open_run(Html *h, const char *style)
{
	html_open(h, "w:r");
	if (!style)
		return;
	html_open(h, "w:rPr");
	value(h, "w:rStyle", style);
	html_close(h);
}

static void text(Html *h, const char *words)
{
	html_open_with(h, "w:t", "xml:space", "preserve", NULL);
	html_text(h, words);
	html_close(h);
}

static void run(Html *h, const char *style, const char *words)
{
	open_run(h, style);
	text(h, words);
	html_close(h);
}

static void open_paragraph(Html *h, const char *style)
{
	html_open(h, "w:p");
	html_open(h, "w:pPr");
	value(h, "w:pStyle", style);
	html_close(h);
}

/* ---- styles, settings --------------------------------------------------------------------- */

static void paragraph_look(Html *h, BlockKind kind, const BlockLook *look)
{
	html_open(h, "w:pPr");
	if (look->joined)
		html_empty_with(h, "w:keepNext", NULL);
	if (look->aside) {
		html_open(h, "w:pBdr");
		html_empty_with(h, "w:left", "w:val", "single", "w:sz", "12", "w:space", "8",
				"w:color", "6F7680", NULL);
		html_close(h);
	}
	html_open(h, "w:spacing"); /* twentieths of a point */
	html_attribute_format(h, "w:before", "%u", look->above * 20);
	html_attribute_format(h, "w:after", "%u", look->below * 20);
	html_close(h);
	if (look->aside)
		html_empty_with(h, "w:ind", "w:left", "560", "w:right", "560", NULL);
	if (kind == BLOCK_HEADING)
		value(h, "w:outlineLvl", "0");
	html_close(h);
}

static void text_look(Html *h, const BlockLook *look)
{
	html_open(h, "w:rPr");
	if (look->bold)
		html_empty_with(h, "w:b", NULL);
	if (look->italic)
		html_empty_with(h, "w:i", NULL);
	number(h, "w:sz", look->size * 2);
	html_close(h);
}

static void open_style(Html *h, const char *type, const char *id, const char *name)
{
	html_open_with(h, "w:style", "w:type", type, NULL);
	if (g_str_equal(id, "Normal"))
		html_attribute(h, "w:default", "1");
	html_attribute(h, "w:styleId", id);
	value(h, "w:name", name);
}

static void paragraph_style(Html *h, const char *id, const char *name, BlockKind kind,
			    const BlockLook *look)
{
	open_style(h, "paragraph", id, name);
	if (kind != BLOCK_TEXT)
		value(h, "w:basedOn", styles_of[BLOCK_TEXT].id);
	if (kind == BLOCK_TITLE || kind == BLOCK_HEADING)
		value(h, "w:next", styles_of[BLOCK_TEXT].id);
	html_empty_with(h, "w:qFormat", NULL);
	paragraph_look(h, kind, look);
	text_look(h, look);
	html_close(h);
}

static void character_styles(Html *h)
{
	open_style(h, "character", "FootnoteReference", "footnote reference");
	html_open(h, "w:rPr");
	value(h, "w:vertAlign", "superscript");
	html_close(h);
	html_close(h);
	open_style(h, "character", "Hyperlink", "Hyperlink");
	html_open(h, "w:rPr");
	value(h, "w:color", "0563C1");
	value(h, "w:u", "single");
	html_close(h);
	html_close(h);
}

static GString *styles(void)
{
	GString *out = g_string_new(NULL);
	const BlockLook note = { NOTE_SIZE, 0, 0 };
	Html h;

	open_root(&h, out, "w:styles");
	html_open(&h, "w:docDefaults");
	html_open(&h, "w:rPrDefault");
	html_open(&h, "w:rPr");
	html_empty_with(&h, "w:lang", "w:val", "nl-NL", NULL);
	html_close(&h);
	html_close(&h);
	html_close(&h);
	for (BlockKind i = 0; i < N_BLOCKS; i++)
		paragraph_style(&h, styles_of[i].id, styles_of[i].name, i, &block_looks[i]);
	paragraph_style(&h, "FootnoteText", "footnote text", N_BLOCKS, &note);
	character_styles(&h);
	html_finish(&h);
	return out;
}

static GString *settings(void)
{
	GString *out = g_string_new(NULL);
	Html h;

	open_root(&h, out, "w:settings");
	html_open(&h, "w:footnotePr");
	html_empty_with(&h, "w:footnote", "w:id", "-1", NULL);
	html_empty_with(&h, "w:footnote", "w:id", "0", NULL);
	html_close(&h);
	html_open(&h, "w:compat"); /* else Word takes it for one of 2007 */
	html_empty_with(&h, "w:compatSetting", "w:name", "compatibilityMode", "w:uri",
			"http://schemas.microsoft.com/office/word", "w:val", "15", NULL);
	html_finish(&h);
	return out;
}

/* ---- the text, its footnotes and comments -------------------------------------------------- */

/* What is written together, as each refers to the others. */
typedef struct {
	Html text, notes, remarks, links; /* links: of the footnotes */
	guint n_notes, n_remarks, n_links;
} Writing;

static void separator(Html *h, const char *id, const char *type, const char *mark)
{
	html_open_with(h, "w:footnote", "w:type", type, "w:id", id, NULL);
	html_open(h, "w:p");
	html_open(h, "w:r");
	html_empty_with(h, mark, NULL);
	html_close(h);
	html_close(h);
	html_close(h);
}

static void write_link(Writing *w, const char *link)
{
	Html *h = &w->notes;
	g_autofree char *id = g_strdup_printf("rId%u", ++w->n_links);

	html_empty_with(&w->links, "Relationship", "Id", id, "Type", OFFICE "/hyperlink", "Target",
			link, "TargetMode", "External", NULL);
	run(h, NULL, " ");
	html_open_with(h, "w:hyperlink", "r:id", id, NULL);
	run(h, "Hyperlink", link);
	html_close(h);
}

static void write_note(Writing *w, const Block *b)
{
	Html *h = &w->notes;
	guint id = FIRST_NOTE + w->n_notes++;

	open_run(&w->text, "FootnoteReference");
	html_open(&w->text, "w:footnoteReference");
	html_attribute_format(&w->text, "w:id", "%u", id);
	html_close(&w->text);
	html_close(&w->text);
	html_open(h, "w:footnote");
	html_attribute_format(h, "w:id", "%u", id);
	open_paragraph(h, "FootnoteText");
	open_run(h, "FootnoteReference");
	html_empty_with(h, "w:footnoteRef", NULL);
	html_close(h);
	run(h, NULL, " ");
	run(h, NULL, b->note);
	if (b->link)
		write_link(w, b->link);
	html_close(h);
	html_close(h);
}

static void write_text(Html *h, const Block *b)
{
	g_auto(GStrv) lines = g_strsplit(b->text, "\n", -1);

	html_open(h, "w:r");
	for (char **line = lines; *line; line++) {
		if (line != lines && **line)
			html_empty_with(h, "w:br", NULL);
		text(h, *line);
	}
	html_close(h);
}

/* The text with a comment on all of it. */
static void write_remarked(Writing *w, const Block *b)
{
	Html *h = &w->remarks;
	g_autofree char *id = g_strdup_printf("%u", w->n_remarks++);

	html_empty_with(&w->text, "w:commentRangeStart", "w:id", id, NULL);
	write_text(&w->text, b);
	html_empty_with(&w->text, "w:commentRangeEnd", "w:id", id, NULL);
	html_open(&w->text, "w:r");
	html_empty_with(&w->text, "w:commentReference", "w:id", id, NULL);
	html_close(&w->text);
	html_open_with(h, "w:comment", "w:id", id, "w:author", "pilotzoeker", "w:initials", "pz",
		       NULL);
	html_open(h, "w:p");
	run(h, NULL, b->remark);
	html_close(h);
	html_close(h);
}

static void write_block(Writing *w, const Block *b)
{
	open_paragraph(&w->text, styles_of[b->kind].id);
	if (b->remark)
		write_remarked(w, b);
	else
		write_text(&w->text, b);
	if (b->note)
		write_note(w, b);
	html_close(&w->text);
}

/* A4. */
static void write_page(Html *h)
{
	html_open(h, "w:sectPr");
	html_empty_with(h, "w:pgSz", "w:w", "11906", "w:h", "16838", NULL);
	html_empty_with(h, "w:pgMar", "w:top", "1418", "w:right", "1418", "w:bottom", "1418",
			"w:left", "1418", "w:header", "709", "w:footer", "709", "w:gutter", "0",
			NULL);
	html_close(h);
}

static void open_relations(Html *h, GString *out)
{
	html_init_xml(h, out);
	html_open_with(h, "Relationships", "xmlns", PACKAGE "relationships", NULL);
}

static void write_all(GString *body, GString *notes, GString *remarks, GString *links,
		      const GPtrArray *blocks)
{
	Writing w = { 0 };

	open_root(&w.text, body, "w:document");
	html_open(&w.text, "w:body");
	open_root(&w.notes, notes, "w:footnotes");
	separator(&w.notes, "-1", "separator", "w:separator");
	separator(&w.notes, "0", "continuationSeparator", "w:continuationSeparator");
	open_root(&w.remarks, remarks, "w:comments");
	open_relations(&w.links, links);
	for (guint i = 0; i < blocks->len; i++)
		write_block(&w, blocks->pdata[i]);
	write_page(&w.text);
	html_finish(&w.text);
	html_finish(&w.notes);
	html_finish(&w.remarks);
	html_finish(&w.links);
}

/* ---- the package --------------------------------------------------------------------------- */

static GString *types(void)
{
	GString *out = g_string_new(NULL);
	Html h;

	html_init_xml(&h, out);
	html_open_with(&h, "Types", "xmlns", PACKAGE "content-types", NULL);
	html_empty_with(&h, "Default", "Extension", "rels", "ContentType",
			"application/vnd.openxmlformats-package.relationships+xml", NULL);
	html_empty_with(&h, "Override", "PartName", "/docProps/core.xml", "ContentType",
			"application/vnd.openxmlformats-package.core-properties+xml", NULL);
	html_empty_with(&h, "Override", "PartName", "/word/document.xml", "ContentType",
			TYPE "document.main+xml", NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(parts_of_text); i++) {
		html_open(&h, "Override");
		html_attribute_format(&h, "PartName", "/word/%s.xml", parts_of_text[i].name);
		html_attribute(&h, "ContentType", parts_of_text[i].type);
		html_close(&h);
	}
	html_finish(&h);
	return out;
}

static GString *relations_of_package(void)
{
	GString *out = g_string_new(NULL);
	Html h;

	open_relations(&h, out);
	html_empty_with(&h, "Relationship", "Id", "rId1", "Type", OFFICE "/officeDocument",
			"Target", "word/document.xml", NULL);
	html_empty_with(&h, "Relationship", "Id", "rId2", "Type",
			PACKAGE "relationships/metadata/core-properties", "Target",
			"docProps/core.xml", NULL);
	html_finish(&h);
	return out;
}

static GString *relations_of_text(void)
{
	GString *out = g_string_new(NULL);
	Html h;

	open_relations(&h, out);
	for (guint i = 0; i < G_N_ELEMENTS(parts_of_text); i++) {
		html_open(&h, "Relationship");
		html_attribute_format(&h, "Id", "rId%u", i + 1);
		html_attribute(&h, "Type", parts_of_text[i].relation);
		html_attribute_format(&h, "Target", "%s.xml", parts_of_text[i].name);
		html_close(&h);
	}
	html_finish(&h);
	return out;
}

static GString *about(const Dossier *d)
{
	GString *out = g_string_new(NULL);
	Html h;

	html_init_xml(&h, out);
	html_open_with(&h, "cp:coreProperties", "xmlns:cp", PACKAGE "metadata/core-properties",
		       "xmlns:dc", "http://purl.org/dc/elements/1.1/", NULL);
	html_element(&h, "dc:title", d->title);
	html_element(&h, "dc:language", "nl-NL");
	html_finish(&h);
	return out;
}

gboolean render_docx(GString *out, const Dossier *d, const RenderContext *c, GError **error)
{
	g_autoptr(GPtrArray) blocks = document_blocks(d, c);
	GString *body = g_string_new(NULL), *notes = g_string_new(NULL);
	GString *remarks = g_string_new(NULL), *links = g_string_new(NULL);

	write_all(body, notes, remarks, links, blocks);
	const Part parts[] = {
		{ "[Content_Types].xml", types() }, /* first */
		{ "_rels/.rels", relations_of_package() },
		{ "word/document.xml", body },
		{ "word/_rels/document.xml.rels", relations_of_text() },
		{ "word/footnotes.xml", notes },
		{ "word/_rels/footnotes.xml.rels", links },
		{ "word/comments.xml", remarks },
		{ "word/styles.xml", styles() },
		{ "word/settings.xml", settings() },
		{ "docProps/core.xml", about(d) },
	};
	return package_append(out, parts, G_N_ELEMENTS(parts), error);
}

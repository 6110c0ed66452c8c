/* OpenDocument text (ODF 1.2): a document to go on writing in, with the sources as real
 * footnotes. A question and its answer have headings; what is quoted is marked as quoted. */
#include <stdlib.h>
#include <string.h>

#include "dated.h"
#include "html.h"
#include "latezip.h"
#include "render.h"

#define MIMETYPE "application/vnd.oasis.opendocument.text"
#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"

/* ---- the parts ---------------------------------------------------------------------------- */

static void open_root(Html *h, GString *out, const char *root)
{
	html_init_xml(h, out);
	html_open_with(h, root, "xmlns:office", OASIS "office:1.0", "xmlns:text", OASIS "text:1.0",
		       "xmlns:style", OASIS "style:1.0", "xmlns:fo", OASIS "xsl-fo-compatible:1.0",
		       "xmlns:dc", "http://purl.org/dc/elements/1.1/", "xmlns:meta",
		       OASIS "meta:1.0", "office:version", "1.2", NULL);
}

/* A paragraph style and how it looks; parent may be NULL. */
static void style(Html *h, const char *name, const char *parent, const char *const *paragraph,
		  const char *const *text)
{
	html_open_with(h, "style:style", "style:name", name, "style:family", "paragraph", NULL);
	if (parent)
		html_attribute(h, "style:parent-style-name", parent);
	html_open(h, "style:paragraph-properties");
	for (; *paragraph; paragraph += 2)
		html_attribute(h, paragraph[0], paragraph[1]);
	html_close(h);
	html_open(h, "style:text-properties");
	for (; *text; text += 2)
		html_attribute(h, text[0], text[1]);
	html_close(h);
	html_close(h);
}

static void write_styles(GString *out)
{
	static const char *const none[] = { NULL };
	static const char *const body[] = { "fo:margin-bottom", "0.25cm", NULL };
	static const char *const big[] = { "fo:font-size", "18pt", "fo:font-weight", "bold", NULL };
	static const char *const bold[] = { "fo:font-size", "13pt", "fo:font-weight", "bold",
					    NULL };
	static const char *const above[] = {
		"fo:margin-top", "0.5cm", "fo:margin-bottom", "0.2cm", "fo:keep-with-next",
		"always",        NULL
	};
	static const char *const indent[] = { "fo:margin-left",
					      "1cm",
					      "fo:margin-right",
					      "1cm",
					      "fo:margin-bottom",
					      "0.25cm",
					      "fo:border-left",
					      "0.06cm solid #6f7680",
					      "fo:padding-left",
					      "0.3cm",
					      NULL };
	static const char *const dutch[] = { "fo:language", "nl", "fo:country", "NL", NULL };
	static const char *const slanted[] = { "fo:font-style", "italic", NULL };
	static const char *const small[] = { "fo:font-size", "9pt", NULL };
	Html h;

	open_root(&h, out, "office:document-styles");
	html_open(&h, "office:styles");
	style(&h, "Standard", NULL, body, dutch);
	style(&h, "Title", "Standard", above, big);
	style(&h, "Heading_20_1", "Standard", above, bold);
	style(&h, "Quotations", "Standard", indent, none);
	style(&h, "Bron", "Standard", above, slanted);
	style(&h, "Footnote", "Standard", none, small);
	html_finish(&h);
}

static void write_meta(GString *out, const Dossier *d)
{
	Html h;

	open_root(&h, out, "office:document-meta");
	html_open(&h, "office:meta");
	html_element(&h, "meta:generator", "pilotzoeker");
	html_element(&h, "dc:title", d->title);
	html_element(&h, "dc:language", "nl-NL");
	html_finish(&h);
}

static void write_manifest(GString *out)
{
	static const char *const parts[][2] = { { "/", MIMETYPE },
						{ "content.xml", "text/xml" },
						{ "styles.xml", "text/xml" },
						{ "meta.xml", "text/xml" } };
	Html h;

	html_init_xml(&h, out);
	html_open_with(&h, "manifest:manifest", "xmlns:manifest", OASIS "manifest:1.0",
		       "manifest:version", "1.2", NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
		html_empty_with(&h, "manifest:file-entry", "manifest:full-path", parts[i][0],
				"manifest:media-type", parts[i][1], NULL);
	html_finish(&h);
}

/* ---- the text ---------------------------------------------------------------------------------
 */

static void paragraph(Html *h, const char *style_name, const char *text)
{
	html_open_with(h, "text:p", "text:style-name", style_name, NULL);
	html_text(h, text);
	html_close(h);
}

static void heading(Html *h, const char *text)
{
	html_open_with(h, "text:h", "text:style-name", "Heading_20_1", "text:outline-level", "1",
		       NULL);
	html_text(h, text);
	html_close(h);
}

static void footnote(Html *h, const Hit *hit, guint number, const RenderContext *c)
{
	g_autofree char *evidence = render_evidence(hit);
	g_autofree char *link = render_link(c, hit->pilot);

	html_open_with(h, "text:note", "text:note-class", "footnote", NULL);
	html_attribute_format(h, "text:id", "ftn%u", number);
	html_open(h, "text:note-citation");
	html_text_format(h, "%u", number);
	html_close(h);
	html_open(h, "text:note-body");
	html_open_with(h, "text:p", "text:style-name", "Footnote", NULL);
	html_text_format(h, "%s%s%s", evidence, link ? " " : "", link ? link : "");
	html_close(h);
	html_close(h);
	html_close(h);
}

/* A quote is one paragraph, whatever lines it has, with its footnote. */
static void passage(Html *h, const Hit *hit, guint number, const RenderContext *c)
{
	g_autofree char *status = dated_line(hit->pilot, c->request->today);
	g_autofree char *where =
		g_strdup_printf("%s – %s. Status: %s.", hit->pilot->title,
				hit->section ? section_kind_label(hit->section->kind) : "", status);
	g_auto(GStrv) lines = g_strsplit(hit->quote, "\n", -1);

	paragraph(h, "Bron", where);
	html_open_with(h, "text:p", "text:style-name", "Quotations", NULL);
	for (char **line = lines; *line; line++) {
		if (line != lines && **line)
			html_empty_with(h, "text:line-break", NULL);
		html_text(h, *line);
	}
	footnote(h, hit, number, c);
	html_close(h);
}

static void write_content(GString *out, const Dossier *d, const RenderContext *c)
{
	Html h;
	guint number = 0;

	open_root(&h, out, "office:document-content");
	html_open(&h, "office:body");
	html_open(&h, "office:text");
	paragraph(&h, "Title", d->title);
	for (guint i = 0; i < d->answers->len; i++) {
		const Answer *a = d->answers->pdata[i];
		g_autofree char *question = render_heading(a);
		if (question) {
			g_autofree char *answer = g_strdup_printf("Antwoord %s", a->number);
			heading(&h, question);
			paragraph(&h, "Standard", a->text);
			heading(&h, answer);
		}
		if (render_verdict(a))
			paragraph(&h, "Standard", render_verdict(a));
		else if (question)
			paragraph(&h, "Standard",
				  "[Schrijf hier het antwoord. Hieronder staan passages uit de "
				  "bron.]");
		for (guint k = 0; k < a->results->hits->len; k++)
			passage(&h, a->results->hits->pdata[k], ++number, c);
	}
	html_finish(&h);
}

/* ---- the package
 * ---------------------------------------------------------------------------------- */

/* A package that is being written; once a part fails, the rest is only freed. */
typedef struct {
	const LateZip *lib;
	zip_t *zip;
	gboolean ok;
} Package;

/* Adds a part; takes its content. The type must come first, and not compressed. */
static void add(Package *p, const char *name, GString *take, gboolean stored)
{
	gsize len = take->len;
	g_autofree char *bytes = g_string_free(take, FALSE);
	void *copy = p->ok ? malloc(len) : NULL; /* libzip frees it with free() */

	p->ok = copy != NULL;
	if (!p->ok)
		return;
	memcpy(copy, bytes, len);
	zip_source_t *source = p->lib->source_buffer(p->zip, copy, len, 1);
	zip_int64_t i = source ? p->lib->file_add(p->zip, name, source, ZIP_FL_ENC_UTF_8) : -1;
	if (i < 0 && source)
		p->lib->source_free(source);
	else if (!source)
		free(copy);
	/* 1980: the same every time */
	p->ok = i >= 0 &&
		p->lib->set_file_compression(p->zip, (zip_uint64_t)i,
					     stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) == 0 &&
		p->lib->file_set_mtime(p->zip, (zip_uint64_t)i, 315619200, 0) == 0;
}

static void add_parts(Package *p, const Dossier *d, const RenderContext *c)
{
	GString *content = g_string_new(NULL), *styles = g_string_new(NULL);
	GString *about = g_string_new(NULL), *manifest = g_string_new(NULL);

	write_content(content, d, c);
	write_styles(styles);
	write_meta(about, d);
	write_manifest(manifest);
	add(p, "mimetype", g_string_new(MIMETYPE), TRUE);
	add(p, "content.xml", content, FALSE);
	add(p, "styles.xml", styles, FALSE);
	add(p, "meta.xml", about, FALSE);
	add(p, "META-INF/manifest.xml", manifest, FALSE);
}

/* All of it, or nothing and FALSE. */
static gboolean append_bytes(GString *out, const LateZip *lib, zip_source_t *source)
{
	gsize before = out->len;
	char part[16384];
	zip_int64_t n;

	if (lib->source_open(source) != 0)
		return FALSE;
	while ((n = lib->source_read(source, part, sizeof part)) > 0)
		g_string_append_len(out, part, n);
	lib->source_close(source);
	if (n < 0)
		g_string_truncate(out, before);
	return n == 0;
}

static gboolean fail(GError **error, const char *what)
{
	g_set_error(error, LATEZIP_ERROR, LATEZIP_ERROR_WRITE, "the .odt could not be %s by libzip",
		    what);
	return FALSE;
}

/* Writes the package to a source, which is kept. */
static gboolean write_package(const LateZip *lib, zip_source_t *source, const Dossier *d,
			      const RenderContext *c, GError **error)
{
	Package p = { lib, lib->open_from_source(source, ZIP_TRUNCATE, NULL), TRUE };

	if (!p.zip)
		return fail(error, "begun");
	lib->source_keep(source);
	add_parts(&p, d, c);
	if (p.ok && lib->close(p.zip) == 0)
		return TRUE;
	lib->discard(p.zip);
	return fail(error, "written");
}

gboolean render_odt(GString *out, const Dossier *d, const RenderContext *c, GError **error)
{
	const LateZip *lib = latezip(error);

	if (!lib)
		return FALSE;
	zip_source_t *source = lib->source_buffer_create(NULL, 0, 0, NULL);
	gboolean ok = (source || fail(error, "begun")) && write_package(lib, source, d, c, error) &&
		      (append_bytes(out, lib, source) || fail(error, "read back"));
	lib->source_free(source);
	return ok;
}

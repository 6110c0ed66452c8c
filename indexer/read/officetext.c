#include "officetext.h"

#include <string.h>
#include <zip.h>

#include "styles.h"
#include "zipxml.h"

/* ---- parts ------------------------------------------------------------------------- */

/* The parts with text of a docx, by their names, which may have a number. */
static const struct {
	const char *name;
	gboolean left_out;
} parts[] = {
	{ "document", FALSE }, { "footnotes", FALSE }, { "endnotes", FALSE },
	{ "header", TRUE },    { "footer", TRUE },     { "comments", TRUE },
};

/* "word/header2.xml" is a header; the samples in "word/glossary" are not of the document. */
static gboolean is_part(const char *path, const char *part)
{
	g_autofree char *name = g_path_get_basename(path);
	gsize len = strlen(part);

	return g_str_has_prefix(name, part) && !strstr(path, "/glossary/") &&
	       strcmp(name + len + strspn(name + len, "0123456789"), ".xml") == 0;
}

/* ---- what of it --------------------------------------------------------------------- */

static const char *const left_out[] = { "del",        "moveFrom", "delText", "tracked-changes",
					"annotation", "title",    "desc",    NULL };

/* A run of a docx that is not shown. */
static gboolean is_hidden(const xmlNode *node)
{
	const xmlNode *run = zipxml_is(node, "r") ? zipxml_child(node, "rPr") : NULL;
	const xmlNode *vanish = zipxml_child(run, "vanish"), *web = zipxml_child(run, "webHidden");

	return (vanish && !zipxml_has(vanish, "val", "0")) || (web && !zipxml_has(web, "val", "0"));
}

typedef struct {
	TextFunc func;
	gpointer user;
	gboolean docx, in_notes;
	gboolean typed; /* in a run whose text is a mark */
	guint line, notes;
	GString *text; /* of the paragraph at hand */
	gboolean left_out;
} Walk;

static void end_text(Walk *w)
{
	if (w->text->len)
		w->func(w->line, w->text->str, w->left_out, w->user);
	g_string_truncate(w->text, 0);
}

/* What begins on a line of its own. */
static gboolean is_line(const xmlNode *node)
{
	if (zipxml_is(node, "p") || zipxml_is(node, "h"))
		return !zipxml_is(node->parent, "list-item") &&
		       !zipxml_is(node->parent, "list-header");
	return zipxml_is(node, "tr") || zipxml_is(node, "table-row") ||
	       zipxml_is(node, "list-item") || zipxml_is(node, "list-header");
}

/* What stands between words that it is not part of. */
static gboolean is_blank(const xmlNode *node)
{
	static const char *const names[] = { "p",   "h",    "tc", "table-cell", "br", "cr",
					     "tab", "ptab", "s",  "line-break", NULL };
	return g_strv_contains(names, (const char *)node->name);
}

static gboolean is_note(const xmlNode *node)
{
	return zipxml_is(node, "footnoteReference") || zipxml_is(node, "endnoteReference") ||
	       zipxml_is(node, "note");
}

/* The number of an endnote of an odt is in Roman figures, which nobody reads for words. */
static gboolean is_roman(const xmlNode *note)
{
	g_autofree char *chosen = zipxml_attribute(zipxml_child(note, "note-citation"), "label");
	return zipxml_has(note, "note-class", "endnote") && !*chosen;
}

/* An odt has the number of a footnote; others are left to who shows them. */
static void add_mark(Walk *w, const xmlNode *note)
{
	g_string_append(w->text, ACCOUNT_GLUED);
	if ((!zipxml_is(note, "note") || is_roman(note)) && !w->left_out)
		g_string_append_printf(w->text, "%u" ACCOUNT_GLUED, ++w->notes);
}

/* Whether the text of a run is a mark that somebody typed, in place of the number. */
static gboolean has_typed_mark(const xmlNode *run)
{
	const xmlNode *foot = zipxml_child(run, "footnoteReference"),
		      *end = zipxml_child(run, "endnoteReference");
	g_autofree char *typed = zipxml_attribute(foot ? foot : end, "customMarkFollows");

	return *typed && strcmp(typed, "0") != 0 && strcmp(typed, "false") != 0;
}

static void walk(Walk *w, const xmlNode *node);

static void walk_element(Walk *w, const xmlNode *node)
{
	gboolean before = w->left_out, typed = w->typed,
		 out = is_hidden(node) ||
		       (!before && g_strv_contains(left_out, (const char *)node->name));

	if (zipxml_is(node, "Fallback") || /* the same once more, for older programs */
	    (w->typed && zipxml_is(node, "t")) ||
	    (zipxml_is(node, "note-citation") && is_roman(node->parent)) ||
	    (w->in_notes && zipxml_is(node, "r") && styles_is_note_mark(zipxml_child(node, "rPr"))))
		return;
	if (is_line(node) || (out && !before))
		end_text(w);
	w->line += is_line(node);
	if (is_note(node))
		add_mark(w, node);
	if (zipxml_is(node, "r") || zipxml_is(node, "span"))
		g_string_append(w->text, ACCOUNT_GLUED);
	if (is_blank(node))
		g_string_append_c(w->text, ' ');
	w->left_out = before || out;
	w->typed = zipxml_is(node, "r") ? has_typed_mark(node) : typed;
	walk(w, node->children);
	w->typed = typed;
	if (out && !before)
		end_text(w);
	w->left_out = before;
	if (is_blank(node))
		g_string_append_c(w->text, ' ');
}

static void walk(Walk *w, const xmlNode *node)
{
	for (; node; node = node->next)
		if (node->type == XML_ELEMENT_NODE)
			walk_element(w, node);
		else if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) &&
			 (!w->docx || zipxml_is(node->parent, "t") ||
			  zipxml_is(node->parent, "delText")))
			g_string_append(w->text, (const char *)node->content);
}

static gboolean read_part(Walk *w, zip_t *zip, const char *path, const char *name, gboolean out,
			  GError **error)
{
	xmlDoc *doc = zipxml_read(zip, path, name, error);
	const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
	const xmlNode *body = zipxml_child(root, "body");

	w->left_out = out;
	w->in_notes = w->docx && !body;
	walk(w, body ? body->children : root ? root->children : NULL);
	end_text(w);
	xmlFreeDoc(doc);
	return doc != NULL;
}

static gboolean read_parts(Walk *w, zip_t *zip, const char *path, gsize part, GError **error)
{
	zip_int64_t files = zip_get_num_entries(zip, 0);
	gboolean ok = TRUE;

	for (zip_int64_t i = 0; ok && i < files; i++) {
		const char *name = zip_get_name(zip, (zip_uint64_t)i, 0);
		if (name && is_part(name, parts[part].name))
			ok = read_part(w, zip, path, name, parts[part].left_out, error);
	}
	return ok;
}

gboolean officetext_read(const char *path, TextFunc func, gpointer user, GError **error)
{
	int code = 0;
	zip_t *zip = zip_open(path, ZIP_RDONLY, &code);
	g_autoptr(GString) text = g_string_new(NULL);

	if (!zip)
		return zipxml_refused(error, path, code) != NULL;
	Walk w = { .func = func,
		   .user = user,
		   .docx = zip_name_locate(zip, "content.xml", 0) < 0,
		   .line = 1,
		   .text = text };
	gboolean ok = w.docx || read_part(&w, zip, path, "content.xml", FALSE, error);
	for (gsize i = 0; w.docx && ok && i < G_N_ELEMENTS(parts); i++)
		ok = read_parts(&w, zip, path, i, error);
	zip_discard(zip);
	return ok;
}

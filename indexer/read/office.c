#include "office.h"

#include <stdlib.h>
#include <string.h>

#include "styles.h"
#include "zipxml.h"

typedef struct {
	GString *html, *notes; /* the notes come behind the rest */
	guint marks;           /* that are open */
	const char *list;      /* the list that paragraphs of a docx are in; NULL for none */
	guint note_count, endnote_count;
	const Styles *styles;
	GHashTable *cited; /* odt: marks of notes so far */
	gboolean docx;
	xmlDoc *footnotes, *endnotes; /* docx: they are in parts of their own; NULL for none */
	GHashTable *by_id;            /* docx: "footnote 2" -> its node there */
	GHashTable *written;          /* docx: such a node -> the number that it has */
} Office;

/* ---- styles ------------------------------------------------------------------------- */

/* That of a paragraph or span: an attribute of it in an odt. "" for none; the caller frees. */
static char *style_of(const Office *o, const xmlNode *node)
{
	return o->docx ? zipxml_attribute(zipxml_child(zipxml_child(node, "pPr"), "pStyle"), "val")
		       : zipxml_attribute(node, "style-name");
}

static guint marks_of_style(const Office *o, const xmlNode *node)
{
	g_autofree char *name = style_of(o, node);
	return styles_marks(o->styles, name);
}

static guint marks_of_run(const Office *o, const xmlNode *run, guint marks)
{
	const xmlNode *properties = zipxml_child(run, "rPr");
	g_autofree char *style = zipxml_attribute(zipxml_child(properties, "rStyle"), "val");

	marks |= styles_marks(o->styles, style) |
		 (styles_is_note_mark(properties) ? MARK_SUPERSCRIPT : 0);
	return styles_apply(marks, properties);
}

/* From 1; 0 for a paragraph that is no heading. */
static guint level_of(const Office *o, const xmlNode *node)
{
	g_autofree char *style = style_of(o, node);
	g_autofree char *outline = zipxml_attribute(node, "outline-level");
	int own = o->docx ? styles_own_level(node) : -1;

	if (!o->docx)
		return zipxml_is(node, "h") ? (guint)CLAMP(atoi(outline), 1, 6) : 0;
	return MIN(own >= 0 ? (guint)own : styles_level(o->styles, style), 6);
}

/* ---- writing ------------------------------------------------------------------------ */

/* Runs with the same marks are one: Word divides a word over several. */
static void set_marks(Office *o, guint marks)
{
	static const struct {
		guint mark;
		const char *open, *close;
	} tags[] = { { MARK_UNDERLINE, "<u>", "</u>" },
		     { MARK_BOLD, "<b>", "</b>" },
		     { MARK_SUPERSCRIPT, "<sup>", "</sup>" } };

	if (o->marks == marks)
		return;
	for (gsize i = G_N_ELEMENTS(tags); i-- > 0;)
		if (o->marks & tags[i].mark)
			g_string_append(o->html, tags[i].close);
	for (gsize i = 0; i < G_N_ELEMENTS(tags); i++)
		if (marks & tags[i].mark)
			g_string_append(o->html, tags[i].open);
	o->marks = marks;
}

static void set_list(Office *o, const char *list)
{
	if (o->list == list)
		return;
	if (o->list)
		g_string_append_printf(o->html, "</%s>", o->list);
	if (list)
		g_string_append_printf(o->html, "<%s>", list);
	o->list = list;
}

static void write_text(Office *o, const char *text, guint marks)
{
	g_autofree char *escaped = g_markup_escape_text(text, -1);
	gboolean blank = strspn(text, " \t\r\n\v") == strlen(text);

	if (!blank)
		set_marks(o, marks);
	g_string_append(o->html, escaped);
}

static void walk(Office *o, const xmlNode *node, guint marks);

static void write_block(Office *o, const char *tag, const xmlNode *node, guint marks)
{
	set_marks(o, 0);
	g_string_append_printf(o->html, "\n<%s>", tag);
	walk(o, node->children, marks);
	set_marks(o, 0);
	g_string_append_printf(o->html, "</%s>", tag);
}

/* Over how many columns and rows a cell goes; that it goes on with the one above it (docx). */
static void write_spans(Office *o, const xmlNode *cell)
{
	const xmlNode *properties = zipxml_child(cell, "tcPr");
	const xmlNode *merge = zipxml_child(properties, "vMerge");
	g_autofree char *grid = zipxml_attribute(zipxml_child(properties, "gridSpan"), "val");
	g_autofree char *columns = zipxml_attribute(cell, "number-columns-spanned");
	g_autofree char *rows = zipxml_attribute(cell, "number-rows-spanned");
	const char *wide = *grid ? grid : columns;

	if (*wide && strspn(wide, "0123456789") == strlen(wide))
		g_string_append_printf(o->html, " colspan=\"%s\"", wide);
	if (*rows && strspn(rows, "0123456789") == strlen(rows))
		g_string_append_printf(o->html, " rowspan=\"%s\"", rows);
	if (merge && !zipxml_has(merge, "val", "restart"))
		g_string_append(o->html, " data-more");
}

/* Whether a cell is of a row that is repeated on each page: it names a column. */
static gboolean is_name(const xmlNode *cell)
{
	const xmlNode *row = cell->parent;
	const xmlNode *header = zipxml_child(zipxml_child(row, "trPr"), "tblHeader");

	return (header && !zipxml_has(header, "val", "0")) ||
	       (row && zipxml_is(row->parent, "table-header-rows"));
}

/* A table, row or cell: what list a paragraph was in ends with it. */
static void write_frame(Office *o, const char *tag, const xmlNode *node)
{
	const char *list = o->list;
	gboolean cell = strcmp(tag, "td") == 0;

	tag = cell && is_name(node) ? "th" : tag;
	o->list = NULL;
	g_string_append_printf(o->html, "%s<%s", strcmp(tag, "tr") == 0 ? "\n" : "", tag);
	if (cell)
		write_spans(o, node);
	g_string_append_c(o->html, '>');
	walk(o, node->children, 0);
	set_list(o, NULL);
	g_string_append_printf(o->html, "</%s>", tag);
	o->list = list;
}

static void write_paragraph(Office *o, const xmlNode *node)
{
	const xmlNode *item = zipxml_child(zipxml_child(node, "pPr"), "numPr");
	g_autofree char *number = zipxml_attribute(zipxml_child(item, "numId"), "val");
	guint level = level_of(o, node);

	if (level) { /* that it is bold goes without saying */
		const char tag[] = { 'h', (char)('0' + level), '\0' };
		set_list(o, NULL);
		write_block(o, tag, node, 0);
		return;
	}
	if (item && strcmp(number, "0") != 0) {
		set_list(o, styles_list_counts(o->styles, number) ? "ol" : "ul");
		write_block(o, "li", node, marks_of_style(o, node));
		return;
	}
	set_list(o, NULL);
	write_block(o, "p", node, marks_of_style(o, node));
}

/* Writes below as a note behind the rest, and its mark here. */
static void write_note(Office *o, const char *mark, const xmlNode *below)
{
	GString *html = o->html;
	const char *list = o->list;

	set_marks(o, 0);
	g_string_append_printf(html, "<sup>%s</sup>", mark);
	o->html = o->notes;
	o->list = NULL;
	g_string_append_printf(o->html, "\n<p><sup>%s</sup> ", mark);
	for (const xmlNode *p = below; p; p = p->next) { /* its paragraphs as one */
		if (p != below)
			g_string_append_c(o->html, ' ');
		walk(o, p->children, 0);
	}
	set_marks(o, 0);
	g_string_append(o->html, "</p>");
	o->html = html;
	o->list = list;
}

static char *key_of_note(const char *kind, const xmlNode *node)
{
	g_autofree char *id = zipxml_attribute(node, "id");
	return g_strconcat(kind, " ", id, NULL);
}

static void learn_notes(Office *o, const xmlDoc *part, const char *kind)
{
	const xmlNode *root = part ? xmlDocGetRootElement(part) : NULL;

	for (const xmlNode *note = root ? root->children : NULL; note; note = note->next)
		if (zipxml_is(note, kind))
			g_hash_table_insert(o->by_id, key_of_note(kind, note), (gpointer)note);
}

static void write_reference(Office *o, const xmlNode *reference, const char *kind)
{
	if (o->html == o->notes) /* a note has no notes: one may refer to itself */
		return;
	g_autofree char *key = key_of_note(kind, reference);
	const xmlNode *note = g_hash_table_lookup(o->by_id, key);
	guint before = GPOINTER_TO_UINT(g_hash_table_lookup(o->written, note));
	g_autofree char *number = g_strdup_printf("%u", before ? before : ++o->note_count);

	if (before) {
		set_marks(o, 0);
		g_string_append_printf(o->html, "<sup>%s</sup>", number);
	} else if (note) {
		g_hash_table_insert(o->written, (gpointer)note, GUINT_TO_POINTER(o->note_count));
		write_note(o, number, note->children);
	}
}

/* ---- what each element does --------------------------------------------------------- */

typedef enum {
	DOES_FRAME,
	DOES_PARAGRAPH,
	DOES_LIST,
	DOES_ITEM,
	DOES_RUN,       /* docx: a text with properties */
	DOES_SPAN,      /* odt: a text with a style */
	DOES_LINK,      /* not underlined for being a label */
	DOES_WRITE,     /* stands for a text */
	DOES_REFERENCE, /* docx: a mark; its note, of that name, is elsewhere */
	DOES_NOTE,      /* odt: a mark with its note */
	DOES_HIDE,
} Does;

/* Names without their prefix; no name has another meaning in the other format. */
static const struct {
	const char *name;
	Does does;
	const char *html;
} elements[] = {
	{ "tbl", DOES_FRAME, "table" },
	{ "txbxContent", DOES_FRAME, "div" },
	{ "table", DOES_FRAME, "table" },
	{ "tr", DOES_FRAME, "tr" },
	{ "table-row", DOES_FRAME, "tr" },
	{ "tc", DOES_FRAME, "td" },
	{ "table-cell", DOES_FRAME, "td" },
	{ "covered-table-cell", DOES_HIDE, NULL }, /* the one that covers it says so */
	{ "p", DOES_PARAGRAPH, NULL },
	{ "h", DOES_PARAGRAPH, NULL },
	{ "list", DOES_LIST, NULL },
	{ "list-item", DOES_ITEM, "li" },
	{ "list-header", DOES_ITEM, "p" },
	{ "r", DOES_RUN, NULL },
	{ "span", DOES_SPAN, NULL },
	{ "hyperlink", DOES_LINK, NULL },
	{ "br", DOES_WRITE, "<br>" },
	{ "cr", DOES_WRITE, "<br>" },
	{ "line-break", DOES_WRITE, "<br>" },
	{ "tab", DOES_WRITE, " " },
	{ "ptab", DOES_WRITE, " " },
	{ "s", DOES_WRITE, " " },
	{ "noBreakHyphen", DOES_WRITE, "-" },
	{ "footnoteReference", DOES_REFERENCE, "footnote" },
	{ "endnoteReference", DOES_REFERENCE, "endnote" },
	{ "note", DOES_NOTE, NULL },
	{ "del", DOES_HIDE, NULL },
	{ "moveFrom", DOES_HIDE, NULL },
	{ "delText", DOES_HIDE, NULL },
	{ "instrText", DOES_HIDE, NULL },
	{ "Fallback", DOES_HIDE, NULL },
	{ "tracked-changes", DOES_HIDE, NULL },
	{ "annotation", DOES_HIDE, NULL },
	{ "title", DOES_HIDE, NULL },
	{ "desc", DOES_HIDE, NULL },
};

/* Headings that are numbered are items of lists in an odt. */
static gboolean holds_heading(const xmlNode *list)
{
	for (const xmlNode *item = list->children; item; item = item->next)
		for (const xmlNode *c = item->children; c; c = c->next)
			if (zipxml_is(c, "h") || (zipxml_is(c, "list") && holds_heading(c)))
				return TRUE;
	return FALSE;
}

static void write_list(Office *o, const xmlNode *node)
{
	if (holds_heading(node)) {
		for (const xmlNode *item = node->children; item; item = item->next)
			walk(o, item->children, 0);
		return;
	}
	g_autofree char *style = zipxml_attribute(node, "style-name");
	const char *tag = styles_list_counts(o->styles, style) ? "ol" : "ul";

	g_string_append_printf(o->html, "<%s>", tag);
	walk(o, node->children, 0);
	g_string_append_printf(o->html, "</%s>", tag);
}

/* The paragraphs of an item are lines of it, not paragraphs in it. */
static void write_item(Office *o, const xmlNode *node, const char *tag)
{
	const xmlNode *first = zipxml_child(node, "p");

	g_string_append_printf(o->html, "\n<%s>", tag);
	for (const xmlNode *c = node->children; c; c = c->next) {
		if (zipxml_is(c, "p") || zipxml_is(c, "h")) {
			g_string_append(o->html, c == first ? "" : "<br>");
			walk(o, c->children, marks_of_style(o, c));
			set_marks(o, 0);
		} else if (zipxml_is(c, "list")) {
			write_list(o, c);
		}
	}
	g_string_append_printf(o->html, "</%s>", tag);
}

/* Of an .odt: what somebody chose, or a number; endnotes count in Roman ones. */
static char *mark_cited(Office *o, const xmlNode *note)
{
	const xmlNode *citation = zipxml_child(note, "note-citation");
	g_autofree char *chosen = zipxml_attribute(citation, "label");

	if (zipxml_has(note, "note-class", "endnote") && !*chosen)
		return g_strdup_printf("%u", ++o->endnote_count);
	xmlChar *text = citation ? xmlNodeGetContent(citation) : NULL;
	char *mark = g_strstrip(g_strdup(text ? (const char *)text : ""));

	xmlFree(text);
	return mark;
}

/* The notes come behind all else, so one that has the mark of another gets a number. */
static char *mark_of_its_own(Office *o, const xmlNode *note)
{
	char *mark = mark_cited(o, note);

	for (guint n = ++o->note_count; !*mark || !g_hash_table_add(o->cited, g_strdup(mark));
	     n++) {
		g_free(mark);
		mark = g_strdup_printf("%u", n);
		o->note_count = n;
	}
	return mark;
}

static void write_odt_note(Office *o, const xmlNode *node)
{
	const xmlNode *body = zipxml_child(node, "note-body");
	g_autofree char *mark = mark_of_its_own(o, node);
	g_autofree char *escaped = g_markup_escape_text(mark, -1);

	write_note(o, escaped, body ? body->children : NULL);
}

/* A mark that somebody typed, behind its reference or at the start of the note: the number that the
 * note gets here says it. TRUE when that is all there is in a run. */
static gboolean write_typed_mark(Office *o, const xmlNode *run)
{
	static const char *const kinds[][2] = { { "footnoteReference", "footnote" },
						{ "endnoteReference", "endnote" } };

	for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
		const xmlNode *reference = zipxml_child(run, kinds[i][0]);
		g_autofree char *typed = zipxml_attribute(reference, "customMarkFollows");
		if (!*typed || strcmp(typed, "0") == 0 || strcmp(typed, "false") == 0)
			continue;
		write_reference(o, reference, kinds[i][1]);
		return TRUE;
	}
	return o->html == o->notes && styles_is_note_mark(zipxml_child(run, "rPr"));
}

/* Hidden text is not shown, so it is not said; what is struck is left to who reads the HTML. */
static void write_run(Office *o, const xmlNode *run, guint marks)
{
	const xmlNode *properties = zipxml_child(run, "rPr");
	gboolean struck = styles_is_on(zipxml_child(properties, "strike")) ||
			  styles_is_on(zipxml_child(properties, "dstrike"));

	if (styles_is_on(zipxml_child(properties, "vanish")) ||
	    styles_is_on(zipxml_child(properties, "webHidden")) || write_typed_mark(o, run))
		return;
	g_string_append(o->html, struck ? "<del>" : "");
	walk(o, run->children, marks_of_run(o, run, marks));
	if (struck) {
		set_marks(o, 0);
		g_string_append(o->html, "</del>");
	}
}

static void walk_element(Office *o, const xmlNode *node, guint marks)
{
	gsize i = 0;

	while (i < G_N_ELEMENTS(elements) && strcmp((char *)node->name, elements[i].name) != 0)
		i++;
	if (i == G_N_ELEMENTS(elements)) {
		walk(o, node->children, marks);
		return;
	}
	switch (elements[i].does) {
	case DOES_FRAME: write_frame(o, elements[i].html, node); break;
	case DOES_PARAGRAPH: write_paragraph(o, node); break;
	case DOES_LIST: write_list(o, node); break;
	case DOES_ITEM: write_item(o, node, elements[i].html); break;
	case DOES_RUN: write_run(o, node, marks); break;
	case DOES_LINK: walk(o, node->children, marks & ~(guint)MARK_UNDERLINE); break;
	case DOES_SPAN: walk(o, node->children, marks | marks_of_style(o, node)); break;
	case DOES_WRITE: g_string_append(o->html, elements[i].html); break;
	case DOES_REFERENCE: write_reference(o, node, elements[i].html); break;
	case DOES_NOTE: write_odt_note(o, node); break;
	case DOES_HIDE: break;
	}
}

static void walk(Office *o, const xmlNode *node, guint marks)
{
	for (; node; node = node->next) {
		/* in a docx other elements hold measures and names of fonts */
		if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) &&
		    (!o->docx || zipxml_is(node->parent, "t")))
			write_text(o, (const char *)node->content, marks);
		else if (node->type == XML_ELEMENT_NODE)
			walk_element(o, node, marks);
	}
}

/* ---- the whole ---------------------------------------------------------------------- */

/* A part beside the main one of a docx: "word/document.xml", "numbering.xml". */
static xmlDoc *read_beside(zip_t *zip, const char *path, const char *part, const char *name,
			   GError **error)
{
	g_autofree char *folder = g_path_get_dirname(part);
	g_autofree char *beside =
		strcmp(folder, ".") == 0 ? g_strdup(name) : g_strconcat(folder, "/", name, NULL);
	return zipxml_read(zip, path, beside, error);
}

/* The main part of a docx is where its relationships say (ECMA-376, part 2): not all programs
 * call it the same. NULL for what is no docx. */
static char *main_part(zip_t *zip, const char *path)
{
	xmlDoc *doc = zipxml_read(zip, path, "_rels/.rels", NULL);
	const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
	char *part = NULL;

	for (const xmlNode *n = root ? root->children : NULL; n && !part; n = n->next) {
		g_autofree char *type = zipxml_attribute(n, "Type");
		g_autofree char *target = zipxml_attribute(n, "Target");
		if (g_str_has_suffix(type, "/officeDocument"))
			part = g_strdup(target + (*target == '/'));
	}
	xmlFreeDoc(doc);
	if (!part && zip_name_locate(zip, "word/document.xml", 0) >= 0)
		part = g_strdup("word/document.xml");
	return part;
}

/* What stands beside the main part. Without it the text is still whole, but for its marks: damage
 * in it is no error. */
static void learn(Styles *styles, zip_t *zip, const char *path, const char *part)
{
	xmlDoc *looks = part ? read_beside(zip, path, part, "styles.xml", NULL)
			     : zipxml_read(zip, path, "styles.xml", NULL);
	xmlDoc *lists = part ? read_beside(zip, path, part, "numbering.xml", NULL) : NULL;

	styles_learn(styles, looks ? xmlDocGetRootElement(looks) : NULL);
	styles_learn_numbering(styles, lists ? xmlDocGetRootElement(lists) : NULL);
	xmlFreeDoc(looks);
	xmlFreeDoc(lists);
}

/* An .odt with a password has its parts encrypted, which its manifest tells. */
static gboolean is_locked(zip_t *zip, const char *path)
{
	xmlDoc *doc = zipxml_read(zip, path, "META-INF/manifest.xml", NULL);
	const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
	gboolean locked = FALSE;

	for (const xmlNode *n = root ? root->children : NULL; n; n = n->next)
		locked |= zipxml_child(n, "encryption-data") != NULL;
	xmlFreeDoc(doc);
	return locked;
}

static void read_notes(Office *o, zip_t *zip, const char *path, const char *part, GError **error)
{
	o->footnotes = read_beside(zip, path, part, "footnotes.xml", error);
	if (!error || !*error)
		o->endnotes = read_beside(zip, path, part, "endnotes.xml", error);
	learn_notes(o, o->footnotes, "footnote");
	learn_notes(o, o->endnotes, "endnote");
}

static char *convert(zip_t *zip, const char *path, GError **error)
{
	if (is_locked(zip, path))
		return zipxml_fail(error, path,
				   "the document is locked with a password; save it without");
	g_autofree char *part = main_part(zip, path);
	xmlDoc *doc = zipxml_read(zip, path, part ? part : "content.xml", error);

	if (!doc)
		return error && *error ? NULL
				       : zipxml_fail(error, path, "no .docx or .odt document");
	g_autoptr(Styles) styles = styles_new();
	g_autoptr(GHashTable) cited = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GHashTable) by_id = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GHashTable) written = g_hash_table_new(NULL, NULL);
	g_autoptr(GString) notes = g_string_new(NULL);
	Office o = { .html = g_string_new("<html><body>"),
		     .notes = notes,
		     .styles = styles,
		     .cited = cited,
		     .by_id = by_id,
		     .written = written,
		     .docx = part != NULL };
	const xmlNode *root = xmlDocGetRootElement(doc);

	learn(styles, zip, path, part);
	styles_learn(styles, root);
	if (part)
		read_notes(&o, zip, path, part, error);
	if (zipxml_child(root, "body"))
		walk(&o, zipxml_child(root, "body")->children, 0);
	set_list(&o, NULL);
	g_string_append_len(o.html, notes->str, (gssize)notes->len);
	xmlFreeDoc(o.footnotes);
	xmlFreeDoc(o.endnotes);
	xmlFreeDoc(doc);
	if (!error || !*error)
		return g_string_free(o.html, FALSE);
	g_string_free(o.html, TRUE);
	return NULL;
}

char *office_to_html(const char *path, GError **error)
{
	int code = 0;
	zip_t *zip = zip_open(path, ZIP_RDONLY, &code);
	GError *problem = NULL;

	if (!zip)
		return zipxml_refused(error, path, code);
	char *html = convert(zip, path, &problem);
	zip_discard(zip);
	if (problem)
		g_propagate_error(error, problem);
	return html;
}

#include "markup.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

#include "builder.h"
#include "elements.h"
#include "grid.h"
#include "labels.h"

#define PARSE_OPTIONS                                                                              \
	(HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |       \
	 HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC)
#define MAX_DEPTH 256      /* of elements; what is deeper is text of the one above it */
#define MAX_LABEL_BYTES 80 /* underlined text that is longer is a sentence, not a label */

static gboolean is_text(const xmlNode *node)
{
	return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

/* The text of a node, its siblings and all below them: however deep, so without recursion. */
static char *raw_text(const xmlNode *first)
{
	GString *out = g_string_new(NULL);
	const xmlNode *top = first ? first->parent : NULL;

	for (const xmlNode *node = first; node;) {
		if (is_text(node))
			g_string_append(out, (const char *)node->content);
		else if (element_is_break(
				 node)) /* what stands on lines of its own is not one word */
			g_string_append_c(out, ' ');
		if (node->type == XML_ELEMENT_NODE && node->children &&
		    !element_is_left_out(node)) {
			node = node->children;
			continue;
		}
		while (node && !node->next)
			node = node->parent == top ? NULL : node->parent;
		node = node ? node->next : NULL;
	}
	return g_string_free(out, FALSE);
}

/* White space folded, on one line. */
static char *one_line(const char *text)
{
	Builder b;

	builder_init(&b);
	builder_text(&b, text);
	return builder_end_text(&b);
}

/* The text below a node on one line. */
static char *plain(const xmlNode *children)
{
	g_autofree char *raw = raw_text(children);
	return one_line(raw);
}

static void walk(Builder *b, const xmlNode *node);

/* Whether a paragraph is a label with all that is in it: then its words tell, not its looks. */
static gboolean is_label_of_parts(const xmlNode *node)
{
	const xmlNode *parent = node->parent;
	g_autofree char *whole = NULL;

	if (!node->prev && !node->next)
		return FALSE;
	if (!parent || !element_is_break(parent))
		return FALSE;
	whole = plain(parent->children);
	return strlen(whole) <= MAX_LABEL_BYTES && label_kind(whole) >= 0;
}

/* TRUE when the element is a label and now opens a section. */
static gboolean take_label(Builder *b, const xmlNode *node, Does does)
{
	g_autofree char *label = plain(node->children);
	gboolean known = label_kind(label) >= 0 && g_unichar_isupper(g_utf8_get_char(label));

	if (!known && (does == DOES_BOLD_LABEL || !b->block_start || !*label ||
		       strlen(label) > MAX_LABEL_BYTES || is_label_of_parts(node)))
		return FALSE;
	builder_label(b, g_steal_pointer(&label));
	return TRUE;
}

char *markup_raised(const char *digits)
{
	static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
	GString *out = g_string_new(NULL);

	for (; g_ascii_isdigit(*digits); digits++)
		g_string_append(out, raised[*digits - '0']);
	return g_string_free(out, FALSE);
}

/* "<sup>1</sup>" is a footnote mark: "¹"; any other is written as "2^e". */
static void take_superscript(Builder *b, const xmlNode *node)
{
	g_autofree char *text = plain(node->children), *raw = raw_text(node->children);
	gsize len = strlen(raw);

	if (*text && strspn(text, "0123456789") == strlen(text)) {
		g_autofree char *raised = markup_raised(text);
		builder_text(b, raised);
	} else if (*text) {
		builder_text(b, "^");
		builder_text(b, text);
	}
	if (len && g_ascii_isspace(raw[len - 1])) /* the blank that is behind it */
		builder_text(b, " ");
}

static void walk_numbered(Builder *b, const xmlNode *node)
{
	guint outer = b->numbered;

	b->numbered = 1;
	walk(b, node->children);
	b->numbered = outer;
}

static void walk_element(Builder *b, const xmlNode *node)
{
	Does does = element_does(node);

	switch (does) {
	case DOES_STRIKE:
	case DOES_HIDE: return;
	case DOES_SUPERSCRIPT: take_superscript(b, node); return;
	case DOES_LABEL:
	case DOES_BOLD_LABEL:
		if (!take_label(b, node, does))
			walk(b, node->children);
		return;
	case DOES_HEADING:
		builder_break(b, BREAK_PARAGRAPH);
		if (!take_label(b, node, does))
			walk(b, node->children);
		break;
	case DOES_LINE:
	case DOES_LIST: builder_break(b, BREAK_LINE); break;
	case DOES_NUMBERED:
		builder_break(b, BREAK_LINE);
		walk_numbered(b, node);
		return;
	case DOES_ITEM:
		builder_item(b);
		b->numbered = 0;
		break;
	case DOES_PARAGRAPH: builder_break(b, BREAK_PARAGRAPH); break;
	case DOES_NOTHING: break;
	}
	if (does != DOES_HEADING)
		walk(b, node->children);
	if (does == DOES_PARAGRAPH || does == DOES_HEADING)
		builder_break(b, BREAK_PARAGRAPH);
}

static void walk(Builder *b, const xmlNode *node)
{
	for (; node; node = node->next) {
		if (is_text(node))
			builder_text(b, (const char *)node->content);
		else if (node->type == XML_ELEMENT_NODE)
			walk_element(b, node);
	}
}

static GPtrArray *sections_below(const xmlNode *children)
{
	Builder b;

	builder_init(&b);
	walk(&b, children);
	return builder_end(&b);
}

/* ---- entry points ------------------------------------------------------ */

/* libxml2 must be made ready by one thread: two that both begin with it can lock each other out.
 * Memory that it is refused ends the program, as it does for GLib: its HTML parser crashes then, or
 * goes on for ever. */
static void make_ready(void)
{
	static gsize ready;

	if (g_once_init_enter(&ready)) {
		xmlMemSetup(g_free, g_malloc, g_realloc, g_strdup);
		xmlInitParser();
		g_once_init_leave(&ready, 1);
	}
}

/* How deep the parser is; libxml2 itself would end the document beyond a depth of its own, which
 * differs per release. */
typedef struct {
	guint depth;
	startElementSAXFunc start; /* libxml2's own */
	endElementSAXFunc end;
} Nesting;

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes)
{
	Nesting *n = ((htmlParserCtxt *)context)->_private;

	if (n->depth++ < MAX_DEPTH)
		n->start(context, name, attributes);
}

static void on_end(void *context, const xmlChar *name)
{
	Nesting *n = ((htmlParserCtxt *)context)->_private;

	if (--n->depth < MAX_DEPTH)
		n->end(context, name);
}

/* With XML_PARSE_HUGE a text may be longer than 10 MB. */
static xmlDoc *parse(const char *html, gsize len)
{
	make_ready();
	htmlParserCtxt *context = htmlCreateMemoryParserCtxt(html, (int)MIN(len, G_MAXINT));

	if (!context)
		return NULL;
	Nesting nesting = { 0, context->sax->startElement, context->sax->endElement };
	context->_private = &nesting;
	context->sax->startElement = on_start;
	context->sax->endElement = on_end;
	htmlCtxtUseOptions(context, PARSE_OPTIONS);
	context->options |= XML_PARSE_HUGE;
	xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
	htmlParseDocument(context);
	xmlDoc *doc = context->myDoc;
	htmlFreeParserCtxt(context);
	return doc;
}

GPtrArray *markup_sections(const char *html)
{
	/* libxml2 reads text outside elements into a paragraph of its own; a
	 * wrapper keeps it where it is. */
	g_autofree char *wrapped = g_strconcat("<div>", html, "</div>", NULL);
	xmlDoc *doc = parse(wrapped, strlen(wrapped));
	GPtrArray *sections = sections_below(doc ? xmlDocGetRootElement(doc) : NULL);

	xmlFreeDoc(doc);
	return sections;
}

char *markup_plain(const char *html)
{
	if (!strpbrk(html, "<&")) /* most titles: there is nothing to parse */
		return one_line(html);
	g_autofree char *wrapped = g_strconcat("<div>", html, "</div>", NULL);
	xmlDoc *doc = parse(wrapped, strlen(wrapped));
	char *text = plain(doc ? xmlDocGetRootElement(doc) : NULL);

	xmlFreeDoc(doc);
	return text;
}

static gboolean is(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

/* ---- documents -------------------------------------------------------------------------- */

/* Who wants to know of a document. */
typedef struct {
	MarkupFunc func;
	gpointer user;
	gboolean annexes; /* some table is of pilots: then what is in the others is text */
} Teller;

static guint number_in(const xmlNode *node, const char *attribute)
{
	xmlChar *value = node->properties ? xmlGetProp(node, (const xmlChar *)attribute) : NULL;
	guint n = value ? (guint)CLAMP(atoi((const char *)value), 0, 65534) : 1;

	xmlFree(value);
	return n;
}

static void add_row(Grid *grid, const xmlNode *row)
{
	grid_row(grid, (guint)xmlGetLineNo(row));
	for (const xmlNode *cell = row->children; cell; cell = cell->next)
		if (is(cell, "td") && xmlHasProp(cell, (const xmlChar *)"data-more"))
			grid_more(grid, number_in(cell, "colspan")); /* of a .docx: office.c */
		else if (is(cell, "td") || is(cell, "th"))
			grid_cell(grid, number_in(cell, "rowspan"), number_in(cell, "colspan"),
				  plain(cell->children), sections_below(cell->children));
}

/* The rows below a table, but not those of tables in it. */
static void add_rows(Grid *grid, const xmlNode *node)
{
	for (; node; node = node->next)
		if (is(node, "tr"))
			add_row(grid, node);
		else if (is(node, "thead") || is(node, "tbody") || is(node, "tfoot"))
			add_rows(grid, node->children);
}

static Grid *grid_of(const xmlNode *table)
{
	Grid *grid = grid_new();

	if (is(table, "tr"))
		add_row(grid, table);
	else
		add_rows(grid, table->children);
	return grid;
}

static void on_grid_row(guint line, const char *title, GPtrArray *sections, gpointer user)
{
	const Teller *t = user;

	t->func(line,
		!sections && !title ? MARKUP_HEAD
		: !sections         ? MARKUP_HEADING
		: title             ? MARKUP_ROW
				    : MARKUP_MORE,
		title ? title : "", sections, t->user);
}

/* A block that holds other blocks is looked into; the innermost is told of. */
static gboolean has_blocks(const xmlNode *node)
{
	for (const xmlNode *c = node->children; c; c = c->next) {
		Does does = c->type == XML_ELEMENT_NODE ? element_does(c) : DOES_NOTHING;
		if (does == DOES_PARAGRAPH || does == DOES_HEADING || is(c, "tbody") ||
		    (c->type == XML_ELEMENT_NODE && has_blocks(c)))
			return TRUE;
	}
	return FALSE;
}

/* <div class="voet noot"><span class="nootnum">1</span><p>text</p></div> */
static gboolean is_footnote(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE && element_has_class(node, "noot");
}

/* A block outside tables, as plain text. */
static void tell_block(const Teller *t, const xmlNode *node)
{
	Builder b;

	builder_init(&b);
	if (node->type == XML_TEXT_NODE)
		builder_text(&b, (const char *)node->content);
	else
		walk(&b, node->children);
	if (is_footnote(node))
		g_strdelimit(b.text->str, "\n", ' ');
	if (b.text->len > 0)
		t->func((guint)xmlGetLineNo(node), MARKUP_TEXT, b.text->str, NULL, t->user);
	g_ptr_array_unref(builder_end(&b));
}

static const xmlNode *neighbour(const xmlNode *node, gboolean before)
{
	do
		node = before ? node->prev : node->next;
	while (node && (node->type == XML_COMMENT_NODE ||
			(node->type == XML_TEXT_NODE && xmlIsBlankNode(node))));
	return node;
}

#define MAX_HEADING 120 /* bytes of a title that stands above a table */

/* What stands right above a table that begins with a label: the title of its pilot. */
static char *heading_of(const xmlNode *table)
{
	const xmlNode *above = neighbour(table, TRUE);

	if (!above || above->type != XML_ELEMENT_NODE || is(above, "table") ||
	    element_is_left_out(above))
		return NULL;
	g_autofree char *text = plain(above->children);
	g_autoptr(Grid) grid = grid_of(table);
	return *text && strlen(text) <= MAX_HEADING && !strcasestr(text, "peildatum") &&
			       grid_wants_title(grid)
		       ? g_steal_pointer(&text)
		       : NULL;
}

/* Whether a block is the title of the table right below it. */
static gboolean is_heading_of_table(const xmlNode *node)
{
	const xmlNode *below = node->type == XML_ELEMENT_NODE ? neighbour(node, FALSE) : NULL;
	g_autofree char *heading = below && is(below, "table") ? heading_of(below) : NULL;

	return heading != NULL;
}

static gboolean has_table(const xmlNode *node)
{
	for (; node; node = node->next)
		if (is(node, "table") ||
		    (node->type == XML_ELEMENT_NODE && has_table(node->children)))
			return TRUE;
	return FALSE;
}

static void tell(const Teller *t, const xmlNode *node);

/* Rows of a table of pilots; of any other what stands in it, where some table is of pilots. A
 * table that holds tables is there for the layout. */
static void tell_table(const Teller *t, const xmlNode *table)
{
	g_autoptr(Grid) grid = grid_of(table);

	if (has_table(table->children) && is(table, "tr"))
		for (const xmlNode *cell = table->children; cell; cell = cell->next)
			tell(t, cell->children);
	else if (has_table(table->children))
		tell(t, table->children);
	else if (grid_is_annex(grid) || !t->annexes) {
		g_autofree char *heading = heading_of(table);
		grid_tell(grid, heading, on_grid_row, (gpointer)t);
	} else {
		tell_block(t, table);
	}
}

static void tell(const Teller *t, const xmlNode *node)
{
	for (; node; node = node->next) {
		if (is(node, "table") || is(node, "tr"))
			tell_table(t, node);
		else if (node->type == XML_ELEMENT_NODE && !is_footnote(node) && has_blocks(node))
			tell(t, node->children);
		else if ((node->type == XML_TEXT_NODE ||
			  (node->type == XML_ELEMENT_NODE && !element_is_left_out(node))) &&
			 !is_heading_of_table(node))
			tell_block(t, node);
	}
}

/* Whether some table below is of pilots. */
static gboolean has_annex(const xmlNode *node)
{
	for (; node; node = node->next) {
		g_autoptr(Grid) grid =
			is(node, "table") && !has_table(node->children) ? grid_of(node) : NULL;
		if ((grid && grid_is_annex(grid)) ||
		    (!grid && node->type == XML_ELEMENT_NODE && has_annex(node->children)))
			return TRUE;
	}
	return FALSE;
}

/* What is struck is told of, so that somebody can look. */
static void tell_struck(const Teller *t, const xmlNode *node)
{
	for (; node; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (element_does(node) != DOES_STRIKE) {
			tell_struck(t, node->children);
			continue;
		}
		g_autofree char *text = plain(node->children);
		if (*text)
			t->func((guint)xmlGetLineNo(node), MARKUP_STRUCK, text, NULL, t->user);
	}
}

void markup_document(const char *html, gsize len, MarkupFunc func, gpointer user)
{
	xmlDoc *doc = parse(html, len);
	const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
	const Teller teller = { func, user, has_annex(root) };

	tell(&teller, root);
	tell_struck(&teller, root);
	xmlFreeDoc(doc);
}

#include "markup.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

#include "builder.h"
#include "elements.h"
#include "events.h"
#include "flow.h"
#include "footnotes.h"
#include "grid.h"
#include "headings.h"
#include "table.h"
#include "tags.h"

#define PARSE_OPTIONS                                                                              \
	(HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |       \
	 HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC)
#define MAX_DEPTH 256 /* of elements; what is deeper is text of the one above it */

/* ---- entry points ------------------------------------------------------ */

/* How deep the parser is; libxml2 itself would end the document beyond a depth of its own, which
 * differs per release. */
typedef struct {
	guint depth;
	gpointer user;
	startElementSAXFunc start; /* libxml2's own, or that of events */
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

/* libxml2 takes any "<" and a letter for a tag. With XML_PARSE_HUGE a text may be longer than 10
 * MB. sax: who wants to know instead of a tree; NULL for nobody. */
static xmlDoc *parse_for(const char *html, gsize len, const xmlSAXHandler *sax, gpointer user)
{
	g_autofree char *escaped = tags_escape(html);

	if (escaped) {
		html = escaped;
		len = strlen(escaped);
	}
	events_make_ready();
	htmlParserCtxt *context = htmlCreateMemoryParserCtxt(html, (int)MIN(len, G_MAXINT));

	if (!context)
		return NULL;
	if (sax)
		*context->sax = *sax;
	Nesting nesting = { 0, user, context->sax->startElement, context->sax->endElement };
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

static xmlDoc *parse(const char *html, gsize len)
{
	return parse_for(html, len, NULL, NULL);
}

char *markup_plain(const char *html)
{
	if (!strpbrk(html, "<&")) /* most titles: there is nothing to parse */
		return flow_line(html);
	g_autofree char *wrapped = g_strconcat("<div>", html, "</div>", NULL);
	xmlDoc *doc = parse(wrapped, strlen(wrapped));
	char *text = flow_plain(doc ? xmlDocGetRootElement(doc) : NULL);

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
	GPtrArray *held; /* of const xmlNode *: blocks, which may have the title of a table below */
	char *before;    /* the title of the last row of a table; NULL for none */
} Teller;

static guint number_in(const xmlNode *node, const char *attribute)
{
	xmlChar *value = node->properties ? xmlGetProp(node, (const xmlChar *)attribute) : NULL;
	guint n = value ? (guint)CLAMP(atoi((const char *)value), 0, 65534) : 1;

	xmlFree(value);
	return n;
}

static gboolean has_table(const xmlNode *node)
{
	for (; node; node = node->next)
		if (is(node, "table") ||
		    (node->type == XML_ELEMENT_NODE && has_table(node->children)))
			return TRUE;
	return FALSE;
}

/* A cell without the tables in it. */
static void add_outer(Grid *grid, const xmlNode *cell)
{
	Builder texts, sections;

	builder_init(&texts);
	texts.unlabelled = TRUE;
	builder_init(&sections);
	for (const xmlNode *c = cell->children; c; c = c->next)
		if (!is(c, "table") && !(c->type == XML_ELEMENT_NODE && has_table(c->children))) {
			flow_node(&texts, c);
			flow_node(&sections, c);
		}
	grid_cell(grid, number_in(cell, "rowspan"), number_in(cell, "colspan"),
		  builder_end_text(&texts), builder_end(&sections));
}

static void add_cell(Grid *grid, const xmlNode *cell)
{
	GridCell *c = grid_cell(grid, number_in(cell, "rowspan"), number_in(cell, "colspan"),
				flow_plain(cell->children), flow_sections(cell->children));

	c->is_name = is(cell, "th");
}

static void add_row(Grid *grid, const xmlNode *row, gboolean whole)
{
	grid_row(grid, (guint)xmlGetLineNo(row));
	for (const xmlNode *cell = row->children; cell; cell = cell->next)
		if (is(cell, "td") && xmlHasProp(cell, (const xmlChar *)"data-more"))
			grid_more(grid, number_in(cell, "colspan")); /* of a .docx: office.c */
		else if (element_is_cell(cell) && !whole)
			add_outer(grid, cell);
		else if (element_is_cell(cell))
			add_cell(grid, cell);
}

/* The rows below a table, but not those of tables in it. */
static void add_rows(Grid *grid, const xmlNode *node, gboolean whole)
{
	for (; node; node = node->next)
		if (is(node, "tr"))
			add_row(grid, node, whole);
		else if (is(node, "thead") || is(node, "tbody") || is(node, "tfoot"))
			add_rows(grid, node->children, whole);
}

/* whole: with what stands in tables in its cells. */
static Grid *grid_of(const xmlNode *table, gboolean whole)
{
	Grid *grid = grid_new();

	if (is(table, "tr"))
		add_row(grid, table, whole);
	else
		add_rows(grid, table->children, whole);
	table_look(grid);
	return grid;
}

static void on_grid_row(guint line, TableKind kind, const char *text, GPtrArray *sections,
			gpointer user)
{
	static const MarkupKind kinds[] = { [TABLE_ROW] = MARKUP_ROW,
					    [TABLE_MORE] = MARKUP_MORE,
					    [TABLE_HEADING] = MARKUP_HEADING,
					    [TABLE_HEAD] = MARKUP_HEAD,
					    [TABLE_ASIDE] = MARKUP_ASIDE };
	const Teller *t = user;

	t->func(line, kinds[kind], text, sections, t->user);
}

static void on_note(guint line, const char *text, gpointer user)
{
	const Teller *t = user;
	t->func(line, MARKUP_TEXT, text, NULL, t->user);
}

/* A block outside tables, as plain text. */
static void tell_block(const Teller *t, const xmlNode *node)
{
	g_autofree char *text = footnote_is_one(node) ? footnote_text(node) : flow_text(node);

	if (footnote_is_list(node))
		footnote_tell_list(node, on_note, (gpointer)t);
	else if (*text)
		t->func((guint)xmlGetLineNo(node), MARKUP_TEXT, text, NULL, t->user);
}

/* ---- what stands above a table -------------------------------------------------------------- */

#define MAX_HEADING 120 /* bytes of a title that stands above a table */

static gboolean is_strong(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE &&
	       (element_level(node) ||
		(element_does(node) == DOES_PARAGRAPH && flow_is_bold(node)));
}

/* A line that may be the title of a pilot; no sentence, and not the heading of the annex. The
 * caller frees; NULL for what is none. */
static char *title_in(const xmlNode *node)
{
	if (flow_is_text(node) || footnote_is_one(node))
		return NULL;
	g_autofree char *text = flow_plain(node->children);
	gsize len = strlen(text);

	return len && len <= MAX_HEADING && (is_strong(node) || !strchr(".;:", text[len - 1])) &&
			       !strcasestr(text, "peildatum")
		       ? g_steal_pointer(&text)
		       : NULL;
}

static void tell_held(Teller *t, guint from, guint to)
{
	for (guint i = from; i < to; i++)
		tell_block(t, t->held->pdata[i]);
}

static void release(Teller *t)
{
	tell_held(t, 0, t->held->len);
	g_ptr_array_set_size(t->held, 0);
}

/* What stands below a heading waits with it: a table may follow that it is the title of. */
static void hold(Teller *t, const xmlNode *node)
{
	if (is_strong(node) || (t->held->len && !is_strong(t->held->pdata[0])))
		release(t);
	g_ptr_array_add(t->held, (gpointer)node);
}

/* Which of the blocks that wait has the title: the last, or the heading above them; their number
 * when none has. */
static guint find_title(const Teller *t, char **title)
{
	const guint n = t->held->len, places[] = { n - 1, 0 };

	for (gsize i = 0; n && i < G_N_ELEMENTS(places); i++) {
		const xmlNode *node = t->held->pdata[places[i]];
		*title = places[i] == n - 1 || is_strong(node) ? title_in(node) : NULL;
		if (*title)
			return places[i];
	}
	return n;
}

/* ---- tables ------------------------------------------------------------------------------ */

static const xmlNode *caption_of(const xmlNode *table)
{
	const xmlNode *caption = table->children;

	while (caption && !is(caption, "caption"))
		caption = caption->next;
	return caption;
}

static void tell_heading(const Teller *t, const xmlNode *node)
{
	g_autofree char *text = flow_plain(node->children);
	t->func((guint)xmlGetLineNo(node), MARKUP_HEADING, text, NULL, t->user);
}

/* Text in a table but in no row, by mistake. */
static void tell_stray(const Teller *t, const xmlNode *table)
{
	for (const xmlNode *c = is(table, "table") ? table->children : NULL; c; c = c->next)
		if (flow_is_text(c))
			tell_block(t, c);
}

static void tell_rows_of(Teller *t, const xmlNode *table, const Grid *grid)
{
	const xmlNode *caption = caption_of(table);
	g_autofree char *title = NULL, *name = caption ? flow_plain(caption->children) : NULL;
	gboolean wants = table_wants_title(grid);
	guint at = wants && !name ? find_title(t, &title) : t->held->len;

	/* a heading over rows; before the first of all, it may be of the whole */
	if (at && t->before && element_level(t->held->pdata[0])) {
		tell_heading(t, t->held->pdata[0]);
		tell_held(t, 1, at);
	} else {
		tell_held(t, 0, at);
	}
	if (name && *name && !wants)
		tell_heading(t, caption);
	tell_stray(t, table);
	gboolean used = table_tell(grid, name ? name : title, &t->before, on_grid_row, t);
	tell_held(t, used ? at + 1 : at, t->held->len);
	g_ptr_array_set_size(t->held, 0);
}

/* Whether the tables in a table say what a pilot is, whose title stands beside them. */
static gboolean holds_texts(const xmlNode *node)
{
	for (; node; node = node->next) {
		gboolean table = is(node, "table");
		g_autoptr(Grid) grid =
			table && !has_table(node->children) ? grid_of(node, TRUE) : NULL;
		if ((grid && table_wants_title(grid)) ||
		    (!table && node->type == XML_ELEMENT_NODE && holds_texts(node->children)))
			return TRUE;
	}
	return FALSE;
}

/* A table that holds tables is there for the layout, but when it is of pilots without them. */
static gboolean is_layout(const xmlNode *table)
{
	if (!has_table(table->children))
		return FALSE;
	g_autoptr(Grid) outer = grid_of(table, FALSE);
	return !table_is_annex(outer) && !(table_is_titles(outer) && holds_texts(table->children));
}

static void tell(Teller *t, const xmlNode *node);

/* Rows of a table of pilots; of any other what stands in it, where some table is of pilots. */
static void tell_one_table(Teller *t, const xmlNode *table)
{
	gboolean layout = is_layout(table);

	if (layout && is(table, "tr")) {
		for (const xmlNode *cell = table->children; cell; cell = cell->next)
			tell(t, cell->children);
	} else if (layout) {
		tell(t, table->children);
	} else {
		g_autoptr(Grid) grid = grid_of(table, TRUE);
		if (table_is_annex(grid) || !t->annexes)
			tell_rows_of(t, table, grid);
		else
			hold(t, table);
	}
}

static void tell(Teller *t, const xmlNode *node)
{
	for (; node; node = node->next) {
		if (is(node, "table") || is(node, "tr"))
			tell_one_table(t, node);
		else if (flow_is_text(node)
				 ? xmlIsBlankNode(node)
				 : node->type != XML_ELEMENT_NODE || element_is_left_out(node))
			continue;
		else if (!flow_is_text(node) && !footnote_is_one(node) && !footnote_is_list(node) &&
			 flow_has_blocks(node))
			tell(t, node->children);
		else
			hold(t, node);
	}
}

/* Whether some table below passes. */
static gboolean any_table(const xmlNode *node, gboolean (*passes)(const Grid *))
{
	for (; node; node = node->next) {
		gboolean table = is(node, "table") && !is_layout(node);
		g_autoptr(Grid) grid = table ? grid_of(node, TRUE) : NULL;
		if ((grid && passes(grid)) ||
		    (!grid && node->type == XML_ELEMENT_NODE && any_table(node->children, passes)))
			return TRUE;
	}
	return FALSE;
}

static void on_heading(const xmlNode *node, HeadingsKind kind, GPtrArray *sections, gpointer user)
{
	const Teller *t = user;
	g_autofree char *text = kind == HEADINGS_TEXT ? NULL : flow_plain(node->children);

	if (!text)
		tell_block(t, node);
	else
		t->func((guint)xmlGetLineNo(node), sections ? MARKUP_PILOT : MARKUP_HEADING, text,
			sections, t->user);
}

/* Headings are pilots where no table has the labels of one; a table that only has a head looks
 * like one of pilots, but is none beside two headings that are. */
static gboolean tell_headings(Teller *t, const xmlNode *root)
{
	return !any_table(root, table_has_label) &&
	       headings_tell(root, t->annexes ? 2 : 1, on_heading, t);
}

/* Scripts and styles have no text that people read. */
static gboolean is_machinery(const xmlNode *node)
{
	return is(node, "script") || is(node, "style") || is(node, "head");
}

/* What is left out is told of, so that somebody can look. */
static void tell_left_out(const Teller *t, const xmlNode *node)
{
	for (; node; node = node->next) {
		if (node->type != XML_ELEMENT_NODE || is_machinery(node))
			continue;
		Does does = element_does(node);
		if (does != DOES_STRIKE && does != DOES_HIDE && does != DOES_BULLET) {
			tell_left_out(t, node->children);
			continue;
		}
		g_autofree char *text = flow_plain(node->children);
		if (*text)
			t->func((guint)xmlGetLineNo(node),
				does == DOES_STRIKE ? MARKUP_STRUCK : MARKUP_HIDDEN, text, NULL,
				t->user);
	}
}

void markup_document(const char *html, gsize len, MarkupFunc func, gpointer user)
{
	xmlDoc *doc = parse(html, len);
	const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
	g_autoptr(GPtrArray) held = g_ptr_array_new();
	Teller teller = { func, user, any_table(root, table_is_annex), held, NULL };

	if (!tell_headings(&teller, root))
		tell(&teller, root);
	release(&teller);
	tell_left_out(&teller, root);
	g_free(teller.before);
	xmlFreeDoc(doc);
}

GPtrArray *markup_cell(const char *html, MarkupFunc func, gpointer user)
{
	/* libxml2 reads text outside elements into a paragraph of its own; a
	 * wrapper keeps it where it is. */
	g_autofree char *wrapped = g_strconcat("<div>", html, "</div>", NULL);
	xmlDoc *doc = parse(wrapped, strlen(wrapped));
	const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
	const Teller teller = { .func = func, .user = user };
	Builder b;

	builder_init(&b);
	if (root)
		flow_node(&b, root);
	if (func && b.is_left_out)
		tell_left_out(&teller, root);
	xmlFreeDoc(doc);
	return builder_end(&b);
}

/* ---- events ------------------------------------------------------------------------------ */

typedef struct {
	const Events *events;
	gpointer user;
} Told;

static const Told *told(void *context)
{
	return ((Nesting *)((htmlParserCtxt *)context)->_private)->user;
}

static void tell_start(void *context, const xmlChar *name, const xmlChar **attributes)
{
	const Told *t = told(context);
	t->events->start((const char *)name, (const char *const *)attributes,
			 (guint)MAX(xmlSAX2GetLineNumber(context), 1), t->user);
}

static void tell_end(void *context, const xmlChar *name)
{
	const Told *t = told(context);
	t->events->end((const char *)name, t->user);
}

static void tell_text(void *context, const xmlChar *text, int len)
{
	const Told *t = told(context);
	t->events->text((const char *)text, (gsize)len, t->user);
}

/* What is in a script or a style. */
static void tell_nothing(void *context, const xmlChar *text, int len)
{
	(void)context, (void)text, (void)len;
}

void markup_events(const char *html, gsize len, const Events *events, gpointer user)
{
	const xmlSAXHandler sax = { .startElement = tell_start,
				    .endElement = tell_end,
				    .characters = tell_text,
				    .ignorableWhitespace = tell_text,
				    .cdataBlock = tell_nothing };
	Told t = { events, user };

	xmlFreeDoc(parse_for(html, len, &sax, &t));
}

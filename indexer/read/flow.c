#include "flow.h"

#include <string.h>

#include "elements.h"
#include "labels.h"
#include "marks.h"

#define MAX_LABEL_BYTES 80 /* underlined text that is longer is a sentence, not a label */
#define MAX_BOLD_BYTES 60  /* a bold line that is longer */
#define MAX_RAW_BYTES 320  /* of a label with the white space around its parts */

gboolean flow_is_text(const xmlNode *node)
{
	return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

/* The text of a node, its siblings and all below them: however deep, so without recursion. raise:
 * what is raised is written so (marks.h). Nothing more follows behind so many bytes. */
static char *raw_text(const xmlNode *first, gboolean raise, gsize most)
{
	GString *out = g_string_new(NULL);
	const xmlNode *top = first ? first->parent : NULL;

	for (const xmlNode *node = first; node && out->len <= most;) {
		Does does = node->type == XML_ELEMENT_NODE ? element_does(node) : DOES_NOTHING;
		gboolean below = node->type == XML_ELEMENT_NODE && node->children &&
				 does != DOES_HIDE && does != DOES_STRIKE;
		if (flow_is_text(node)) {
			g_string_append(out, (const char *)node->content);
		} else if (raise && does == DOES_SUPERSCRIPT) {
			g_autofree char *raised = flow_raised(node);
			g_string_append(out, mark_between(out, raised));
			g_string_append(out, raised);
			below = FALSE;
		} else if (element_is_break(node)) {
			g_string_append_c(out, ' '); /* on lines of its own it is not one word */
		}
		if (below) {
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
char *flow_line(const char *text)
{
	Builder b;

	builder_init(&b);
	b.is_line = TRUE;
	builder_text(&b, text);
	return builder_end_text(&b);
}

/* The text below a node on one line. */
char *flow_plain(const xmlNode *children)
{
	g_autofree char *raw = raw_text(children, TRUE, G_MAXSIZE);
	return flow_line(raw);
}

char *flow_raised(const xmlNode *node)
{
	g_autofree char *raw = raw_text(node->children, FALSE, G_MAXSIZE);
	g_autofree char *text = flow_line(raw);
	g_autofree char *written = *text ? mark_written(text) : g_strdup("");
	gsize len = strlen(raw);

	return g_strconcat(written, len && g_ascii_isspace(raw[len - 1]) ? " " : "", NULL);
}

/* ---- what stands around
 * -------------------------------------------------------------------------- */

gboolean flow_is_bold(const xmlNode *node)
{
	if (element_is_bold(node))
		return TRUE;
	for (const xmlNode *c = node->children; c; c = c->next) {
		if (flow_is_text(c) ? !xmlIsBlankNode(c)
				    : c->type == XML_ELEMENT_NODE && !element_is_left_out(c) &&
					      (c->children && element_is_break(c)))
			return FALSE;
		if (c->type == XML_ELEMENT_NODE && c->children && !element_is_left_out(c) &&
		    !flow_is_bold(c))
			return FALSE;
	}
	return TRUE;
}

/* The next node in the cell behind a node and all that is in it; NULL at its end. */
static const xmlNode *behind(const xmlNode *node)
{
	while (node && !node->next) {
		node = node->parent;
		if (!node || element_is_cell(node))
			return NULL;
	}
	return node ? node->next : NULL;
}

/* Whether nothing more stands on the line behind a node. */
static gboolean ends_line(const xmlNode *node)
{
	for (; node && !element_is_break(node); node = node->parent) {
		const xmlNode *next = node->next;
		while (next && flow_is_text(next) && xmlIsBlankNode(next))
			next = next->next;
		if (next)
			return element_is_break(next);
	}
	return TRUE;
}

/* The next text in the cell behind a node and all that is in it; NULL for none. */
static const xmlNode *text_behind(const xmlNode *node)
{
	for (node = behind(node); node;) {
		if (flow_is_text(node) && !xmlIsBlankNode(node))
			return node;
		node = node->type == XML_ELEMENT_NODE && node->children &&
				       !element_is_left_out(node)
			       ? node->children
			       : behind(node);
	}
	return NULL;
}

static gboolean is_in_bold(const xmlNode *node)
{
	for (; node && !element_is_cell(node); node = node->parent)
		if (element_is_bold(node))
			return TRUE;
	return FALSE;
}

static gboolean is_in_item(const xmlNode *node)
{
	for (; node && !element_is_cell(node); node = node->parent)
		if (node->type == XML_ELEMENT_NODE && element_does(node) == DOES_ITEM)
			return TRUE;
	return FALSE;
}

/* ---- labels -------------------------------------------------------------------------- */

static void walk(Builder *b, const xmlNode *node);

/* Whether a paragraph is a label with all that is in it: then its words tell, not its looks. */
static gboolean is_label_of_parts(const xmlNode *node)
{
	const xmlNode *parent = node->parent;

	if (!node->prev && !node->next)
		return FALSE;
	if (!parent || !element_is_break(parent))
		return FALSE;
	g_autofree char *raw = raw_text(parent->children, TRUE, MAX_RAW_BYTES);
	g_autofree char *whole = flow_line(raw);
	return strlen(whole) <= MAX_LABEL_BYTES && label_kind(whole) >= 0;
}

/* TRUE when the element is a label and now opens a section. */
static gboolean take_label(Builder *b, const xmlNode *node, Does does)
{
	g_autofree char *label = flow_plain(node->children);
	gboolean known = label_kind(label) >= 0 &&
			 g_unichar_isupper(g_utf8_get_char(label_unnumbered(label)));

	if (b->unlabelled)
		return FALSE;
	if (!known && (does == DOES_BOLD_LABEL || !b->block_start || !*label ||
		       strlen(label) > MAX_LABEL_BYTES || is_label_of_parts(node) ||
		       (does == DOES_HEADING && !text_behind(node))))
		return FALSE;
	builder_label(b, g_steal_pointer(&label));
	return TRUE;
}

/* "Kosten", in bold above a text: a label that nobody knows. */
static gboolean take_bold_line(Builder *b, const xmlNode *node)
{
	if (b->unlabelled || !b->block_start || !flow_is_bold(node) || !ends_line(node))
		return FALSE;
	g_autofree char *text = flow_plain(node->children);
	gsize len = strlen(text);
	const char *colon = strchr(text, ':');

	if (!len || len > MAX_BOLD_BYTES || !g_unichar_isupper(g_utf8_get_char(text)) ||
	    strchr(".!?;,", text[len - 1]) || (colon && colon[1]) || is_in_item(node))
		return FALSE;
	const xmlNode *next = text_behind(node);
	if (!next || is_in_bold(next))
		return FALSE;
	builder_label(b, g_steal_pointer(&text));
	return TRUE;
}

static void take_superscript(Builder *b, const xmlNode *node)
{
	g_autofree char *text = flow_raised(node);
	gboolean opens = b->block_start && *text == '^'; /* a letter that is not of the word */

	if (!b->space && !b->due)
		builder_text(b, mark_between(b->text, text));
	builder_text(b, text);
	builder_text(b, opens ? " " : "");
}

/* Two are an empty line. */
static void take_line(Builder *b)
{
	builder_break(b, b->due == BREAK_LINE ? BREAK_PARAGRAPH : BREAK_LINE);
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
	case DOES_HIDE: b->is_left_out = TRUE; return;
	case DOES_SUPERSCRIPT: take_superscript(b, node); return;
	case DOES_LABEL:
	case DOES_BOLD_LABEL:
		if (!take_label(b, node, does) && !take_bold_line(b, node))
			walk(b, node->children);
		return;
	case DOES_HEADING:
		builder_break(b, BREAK_PARAGRAPH);
		if (!take_label(b, node, does))
			walk(b, node->children);
		break;
	case DOES_LINE: take_line(b); break;
	case DOES_LIST: builder_break(b, BREAK_LINE); break;
	case DOES_NUMBERED:
		builder_break(b, BREAK_LINE);
		walk_numbered(b, node);
		builder_break(b, BREAK_LINE); /* what is behind a list is not of its last item */
		return;
	case DOES_BULLET:
		builder_item(b);
		b->is_left_out = TRUE;
		return;
	case DOES_ITEM:
		builder_item(b);
		b->numbered = 0;
		break;
	case DOES_PARAGRAPH:
		builder_break(b, BREAK_PARAGRAPH);
		if (take_bold_line(b, node))
			return;
		break;
	case DOES_NOTHING: break;
	}
	if (does != DOES_HEADING)
		walk(b, node->children);
	if (does == DOES_PARAGRAPH || does == DOES_HEADING)
		builder_break(b, BREAK_PARAGRAPH);
	else if (does == DOES_LIST)
		builder_break(b, BREAK_LINE);
}

void flow_node(Builder *b, const xmlNode *node)
{
	if (flow_is_text(node))
		builder_text(b, (const char *)node->content);
	else if (node->type == XML_ELEMENT_NODE)
		walk_element(b, node);
}

static void walk(Builder *b, const xmlNode *node)
{
	for (; node; node = node->next)
		flow_node(b, node);
}

gboolean flow_has_blocks(const xmlNode *node)
{
	for (const xmlNode *c = node->children; c; c = c->next) {
		Does does = c->type == XML_ELEMENT_NODE ? element_does(c) : DOES_NOTHING;
		if (does == DOES_PARAGRAPH || does == DOES_HEADING ||
		    (c->type == XML_ELEMENT_NODE && flow_has_blocks(c)))
			return TRUE;
	}
	return FALSE;
}

char *flow_text(const xmlNode *node)
{
	Builder b;

	builder_init(&b);
	b.unlabelled = TRUE;
	if (flow_is_text(node))
		flow_node(&b, node);
	else
		walk(&b, node->children);
	return builder_end_text(&b);
}

GPtrArray *flow_sections(const xmlNode *children)
{
	Builder b;

	builder_init(&b);
	walk(&b, children);
	return builder_end(&b);
}

#include "headings.h"

#include <string.h>

#include "elements.h"
#include "flow.h"
#include "footnotes.h"
#include "labels.h"
#include "marks.h"

#define BOLD_LEVEL 7       /* of a bold paragraph: below all headings */
#define MAX_BOLD_TITLE 120 /* bytes of one */

/* A heading, or a block that holds no other. */
typedef struct {
	const xmlNode *node;
	guint level;                  /* of a heading; 0 for text */
	guint label_level;            /* of a pilot: of the highest heading that is its label */
	guint counts[SECTION_OVERIG]; /* of a pilot: its labels; of a text: those in it */
	gboolean is_label, is_note, is_pilot;
	Mark mark; /* of a note */
} Block;

#define AT(blocks, i) (&g_array_index((blocks), Block, (i)))

/* ---- blocks ----------------------------------------------------------------------------- */

static gboolean is_list(Does does)
{
	return does == DOES_LIST || does == DOES_NUMBERED;
}

static gboolean has_heading(const xmlNode *node)
{
	for (; node; node = node->next)
		if (element_level(node) ||
		    (node->type == XML_ELEMENT_NODE && has_heading(node->children)))
			return TRUE;
	return FALSE;
}

/* Whether the blocks in a node count, not the node as a whole: tables and lists are text. */
static gboolean is_frame(const xmlNode *node)
{
	if (strcmp((const char *)node->name, "table") == 0)
		return FALSE;
	return is_list(element_does(node)) ? has_heading(node->children) : flow_has_blocks(node);
}

static gboolean is_bold_title(const xmlNode *node, const char *text)
{
	return node->type == XML_ELEMENT_NODE && element_does(node) == DOES_PARAGRAPH &&
	       flow_is_bold(node) && *text && strlen(text) <= MAX_BOLD_TITLE;
}

static gboolean has_label(const Block *b)
{
	for (int kind = 0; kind < SECTION_OVERIG; kind++)
		if (b->counts[kind])
			return TRUE;
	return FALSE;
}

static gboolean opens_note(const char *text, Mark *mark)
{
	return mark_opens(&text, mark);
}

/* Counts the labels of a text, and tells whether it is a note. */
static void read_text(Block *block, const xmlNode *node)
{
	Builder b;

	builder_init(&b);
	flow_node(&b, node);
	g_autoptr(GPtrArray) sections = builder_end(&b);
	for (guint i = 0; i < sections->len; i++) {
		const MarkupSection *s = sections->pdata[i];
		int kind = label_kind(s->label);
		if (kind >= 0)
			block->counts[kind]++;
		else if (i == 0)
			block->is_note = opens_note(s->text, &block->mark);
	}
	block->is_note |= footnote_is_one(node) || footnote_is_list(node);
}

static void add_block(GArray *blocks, const xmlNode *node)
{
	g_autofree char *text = flow_is_text(node) ? NULL : flow_plain(node->children);
	int kind = text ? label_kind(text) : -1;
	Block block = { .node = node, .level = element_level(node) };

	if (block.level && kind >= 0) {
		block.is_label = TRUE;
		block.counts[kind] = 1;
	} else if (!block.level) {
		read_text(&block, node);
		if (text && !block.is_note && !has_label(&block) && is_bold_title(node, text))
			block.level = BOLD_LEVEL;
	}
	if (!text || *text)
		g_array_append_val(blocks, block);
}

static void collect(GArray *blocks, const xmlNode *node)
{
	for (; node; node = node->next)
		if (flow_is_text(node) && !xmlIsBlankNode(node))
			add_block(blocks, node);
		else if (node->type != XML_ELEMENT_NODE || element_is_left_out(node))
			continue;
		else if (!element_level(node) && !footnote_is_one(node) &&
			 !footnote_is_list(node) && is_frame(node))
			collect(blocks, node->children);
		else
			add_block(blocks, node);
}

/* ---- whose the labels are --------------------------------------------------------------- */

/* Headings of which a label of the same level is: where titles and labels do not differ in it. */
static gboolean is_flat(const GArray *blocks, guint level)
{
	for (guint i = 0; i + 1 < blocks->len; i++)
		if (AT(blocks, i)->level == level && !AT(blocks, i)->is_label &&
		    AT(blocks, i + 1)->level == level && AT(blocks, i + 1)->is_label)
			return TRUE;
	return FALSE;
}

static void give(Block *owner, const Block *from)
{
	for (int kind = 0; kind < SECTION_OVERIG; kind++)
		owner->counts[kind] += from->counts[kind];
	owner->is_pilot |= has_label(from);
	if (from->is_label)
		owner->label_level = MIN(owner->label_level, from->level);
}

/* A label is of the last heading above it that is none itself, and higher than a label is. */
static void find_owners(GArray *blocks)
{
	Block *open[BOLD_LEVEL + 1] = { NULL }; /* by level */
	gboolean flat[BOLD_LEVEL + 1];

	for (guint level = 1; level <= BOLD_LEVEL; level++)
		flat[level] = is_flat(blocks, level);
	for (guint i = 0; i < blocks->len; i++) {
		Block *b = AT(blocks, i);
		guint from = !b->level ? BOLD_LEVEL + 1
				       : b->level + (b->is_label && flat[b->level] ? 1 : 0);
		for (guint level = from; level <= BOLD_LEVEL; level++)
			open[level] = NULL;
		if (b->level && !b->is_label) {
			memset(b->counts, 0, sizeof(b->counts));
			b->label_level = BOLD_LEVEL + 1;
			open[b->level] = b;
			continue;
		}
		for (guint level = BOLD_LEVEL; level > 0; level--)
			if (open[level]) {
				give(open[level], b);
				break;
			}
	}
}

/* Behind the last block that stands below a heading, by its level. */
static guint end_of(const GArray *blocks, guint i)
{
	const Block *heading = AT(blocks, i);
	gboolean flat = heading->label_level == heading->level;

	for (i++; i < blocks->len; i++) {
		const Block *b = AT(blocks, i);
		if (b->level && (b->level < heading->level ||
				 (b->level == heading->level && !(b->is_label && flat))))
			break;
	}
	return i;
}

static guint count_pilots(const GArray *blocks, guint from, guint to)
{
	guint n = 0;

	for (guint i = from; i < to; i++)
		n += AT(blocks, i)->is_pilot;
	return n;
}

/* Whether some label is of more than one of the pilots. */
static gboolean share_a_label(const GArray *blocks, guint from, guint to)
{
	gboolean seen[SECTION_OVERIG] = { FALSE };

	for (guint i = from; i < to; i++)
		for (int kind = 0; AT(blocks, i)->is_pilot && kind < SECTION_OVERIG; kind++) {
			if (AT(blocks, i)->counts[kind] && seen[kind])
				return TRUE;
			seen[kind] |= AT(blocks, i)->counts[kind] > 0;
		}
	return FALSE;
}

/* Whether a heading that has labels itself only stands over the pilots below it: they are alike,
 * and not as deep as its labels, or nothing is like it. */
static gboolean is_group(const GArray *blocks, guint i, guint end, const guint *at_level)
{
	guint highest = BOLD_LEVEL;

	if (!share_a_label(blocks, i + 1, end))
		return FALSE;
	for (guint k = i + 1; k < end; k++)
		if (AT(blocks, k)->is_pilot)
			highest = MIN(highest, AT(blocks, k)->level);
	return AT(blocks, i)->label_level > highest || at_level[AT(blocks, i)->level] < 2;
}

/* Two labels that both have: one of them is no part of the other, whatever their levels. */
static gboolean are_alike(const Block *a, const Block *b)
{
	guint n = 0;

	for (int kind = 0; kind < SECTION_OVERIG; kind++)
		n += a->counts[kind] && b->counts[kind];
	return n > 1;
}

/* Pilots do not stand in each other. */
static void unnest(GArray *blocks)
{
	guint at_level[BOLD_LEVEL + 1] = { 0 };

	for (guint i = 0; i < blocks->len; i++)
		at_level[AT(blocks, i)->level] += AT(blocks, i)->is_pilot;
	for (guint i = 0; i < blocks->len; i++) {
		guint end = AT(blocks, i)->is_pilot ? end_of(blocks, i) : i;
		if (end == i)
			continue;
		if (is_group(blocks, i, end, at_level)) {
			AT(blocks, i)->is_pilot = FALSE;
			continue;
		}
		guint k = i + 1;
		for (; k < end &&
		       !(AT(blocks, k)->is_pilot && are_alike(AT(blocks, i), AT(blocks, k)));
		     k++)
			AT(blocks, k)->is_pilot = FALSE;
		i = k - 1;
	}
}

/* ---- which blocks are pilots ------------------------------------------------------------ */

/* With bold paragraphs as headings, or as text. */
static GArray *find_pilots(const GArray *all, gboolean bold)
{
	GArray *blocks = g_array_copy((GArray *)all);

	for (guint i = 0; i < blocks->len && !bold; i++)
		if (AT(blocks, i)->level == BOLD_LEVEL)
			AT(blocks, i)->level = 0;
	find_owners(blocks);
	unnest(blocks);
	return blocks;
}

/* All bold paragraphs but the first, which may be the heading of the whole. */
static gboolean are_all_pilots(const GArray *blocks)
{
	guint pilots = 0;

	for (guint i = 0; i < blocks->len; i++) {
		if (AT(blocks, i)->level == BOLD_LEVEL && !AT(blocks, i)->is_pilot && i > 0)
			return FALSE;
		pilots += AT(blocks, i)->is_pilot;
	}
	return pilots > 1;
}

/* One heading over all that is said of many: each of its labels comes again. */
static gboolean is_many(const Block *only)
{
	for (int kind = 0; kind < SECTION_OVERIG; kind++)
		if (only->counts[kind] == 1)
			return FALSE;
	return TRUE;
}

static void clear_many(GArray *blocks)
{
	for (guint i = 0; i < blocks->len; i++)
		if (AT(blocks, i)->is_pilot && is_many(AT(blocks, i)))
			AT(blocks, i)->is_pilot = FALSE;
}

static gboolean are_items(const Block *a, const Block *b)
{
	return a->is_note && a->mark.kind == MARK_SYMBOL && strcmp(a->mark.name, b->mark.name) == 0;
}

/* "* …" is a note, but a list where there are more of them. */
static void clear_lists(GArray *blocks)
{
	for (guint i = 0, end; i < blocks->len; i = end) {
		for (end = i + 1; end < blocks->len && are_items(AT(blocks, i), AT(blocks, end));)
			end++;
		for (guint k = i; k < end && end > i + 1; k++)
			AT(blocks, k)->is_note = FALSE;
	}
}

static GArray *blocks_of(const xmlNode *root)
{
	g_autoptr(GArray) all = g_array_new(FALSE, TRUE, sizeof(Block));

	collect(all, root);
	clear_lists(all);
	GArray *blocks = find_pilots(all, FALSE);
	if (count_pilots(blocks, 0, blocks->len) > 1)
		return blocks;
	g_autoptr(GArray) bold = find_pilots(all, TRUE);
	if (are_all_pilots(bold)) {
		g_array_unref(blocks);
		return g_steal_pointer(&bold);
	}
	clear_many(blocks);
	return blocks;
}

/* ---- telling ---------------------------------------------------------------------------- */

static void tell_pilot(const GArray *blocks, guint i, guint end, HeadingsFunc func, gpointer user)
{
	Builder b;

	builder_init(&b);
	for (guint k = i + 1; k < end; k++)
		if (!AT(blocks, k)->is_note)
			flow_node(&b, AT(blocks, k)->node);
	g_autoptr(GPtrArray) sections = builder_end(&b);
	func(AT(blocks, i)->node, HEADINGS_PILOT, sections, user);
	for (guint k = i + 1; k < end; k++)
		if (AT(blocks, k)->is_note)
			func(AT(blocks, k)->node, HEADINGS_TEXT, NULL, user);
}

/* Before the first pilot: what stands over all of them, or over none, is said of the whole. */
static HeadingsKind kind_of(const GArray *blocks, guint i, guint told, guint pilots)
{
	if (!AT(blocks, i)->level)
		return HEADINGS_TEXT;
	guint below = told ? 0 : count_pilots(blocks, i, end_of(blocks, i));
	return !told && (!below || below == pilots) ? HEADINGS_TEXT : HEADINGS_HEADING;
}

gboolean headings_tell(const xmlNode *root, guint least, HeadingsFunc func, gpointer user)
{
	g_autoptr(GArray) blocks = blocks_of(root);
	guint pilots = count_pilots(blocks, 0, blocks->len), told = 0;

	for (guint i = 0; i < blocks->len && pilots >= least; i++) {
		if (!AT(blocks, i)->is_pilot) {
			func(AT(blocks, i)->node, kind_of(blocks, i, told, pilots), NULL, user);
			continue;
		}
		guint end = i + 1, below = end_of(blocks, i);
		while (end < below && !AT(blocks, end)->is_pilot)
			end++;
		tell_pilot(blocks, i, end, func, user);
		told++;
		i = end - 1;
	}
	return pilots >= least;
}

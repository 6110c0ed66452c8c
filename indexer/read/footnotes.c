#include "footnotes.h"

#include <stdlib.h>
#include <string.h>

#include "elements.h"
#include "flow.h"
#include "marks.h"
#include "pattern.h"

static gboolean is(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

/* "fn1", "_ftn1", "sdfootnote1", "cite_note-1": how programs call a note, so that its mark can lead
 * to it. */
static gboolean is_called_note(const xmlNode *node)
{
	static Pattern name = {
		"(?:^|[^a-z])(?:sd)?(?:ft?n|edn|(?:foot|end)?note|(?:voet|eind)?noot)"
		"(?![a-z])",
		G_REGEX_CASELESS, 0
	};
	xmlChar *id = node->properties ? xmlGetProp(node, (const xmlChar *)"id") : NULL;
	gboolean is = id && g_regex_match(pattern_regex(&name), (const char *)id, 0, NULL);

	xmlFree(id);
	return is;
}

/* Whether the first that is said in an element is a mark. */
static gboolean opens_with_mark(const xmlNode *node)
{
	Mark mark;

	for (node = node->children; node;) {
		Does does = node->type == XML_ELEMENT_NODE ? element_does(node) : DOES_NOTHING;
		g_autofree char *text = does == DOES_SUPERSCRIPT ? flow_raised(node)
					: flow_is_text(node)
						? flow_line((const char *)node->content)
						: g_strdup("");
		const char *line = text;
		if (*text)
			return mark_opens(&line, &mark);
		gboolean below = node->type == XML_ELEMENT_NODE && node->children &&
				 !element_is_left_out(node);
		node = below ? node->children : node->next;
	}
	return FALSE;
}

/* <div id="ftn1"> with a mark at the start of its first paragraph, and of no other. */
static gboolean is_one_note(const xmlNode *node)
{
	guint marks = 0, n = 0;

	if ((!is(node, "div") && !is(node, "aside")) || !is_called_note(node))
		return FALSE;
	for (const xmlNode *c = node->children; c; c = c->next) {
		if (c->type != XML_ELEMENT_NODE)
			continue;
		marks += opens_with_mark(c);
		if (n++ == 0 && !marks)
			return FALSE;
	}
	return marks == 1;
}

/* <div class="voet noot"><span class="nootnum">1</span><p>text</p></div> */
gboolean footnote_is_one(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE &&
	       (element_has_class(node, "noot") || is_one_note(node));
}

/* Without the heading that it may have ("X Noot"). */
char *footnote_text(const xmlNode *node)
{
	g_autoptr(GPtrArray) sections = flow_sections(node->children);
	const MarkupSection *last = sections->len ? sections->pdata[sections->len - 1] : NULL;

	return g_strdelimit(g_strdup(last ? last->text : ""), "\n", ' ');
}

gboolean footnote_is_list(const xmlNode *node)
{
	gboolean any = FALSE;

	if (!is(node, "ol"))
		return FALSE;
	for (const xmlNode *c = node->children; c; c = c->next) {
		if (c->type == XML_ELEMENT_NODE && !is_called_note(c))
			return FALSE;
		any |= c->type == XML_ELEMENT_NODE;
	}
	return any;
}

void footnote_tell_list(const xmlNode *list, FootnoteFunc func, gpointer user)
{
	xmlChar *start = xmlGetProp(list, (const xmlChar *)"start");
	int number = start ? CLAMP(atoi((const char *)start), 1, 9999) : 1;

	xmlFree(start);
	for (const xmlNode *item = list->children; item; item = item->next) {
		if (!is(item, "li"))
			continue;
		g_autofree char *digits = g_strdup_printf("%d", number++);
		g_autofree char *mark = mark_raised(digits);
		g_autofree char *text = flow_plain(item->children);
		g_autofree char *note = g_strdup_printf("%s %s", mark, text);
		func((guint)xmlGetLineNo(item), note, user);
	}
}

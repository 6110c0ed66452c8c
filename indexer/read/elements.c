#include "elements.h"

#include <string.h>

static const struct {
	const char *name;
	Does does;
} elements[] = {
	{ "p", DOES_PARAGRAPH },       { "div", DOES_PARAGRAPH },
	{ "dl", DOES_PARAGRAPH },      { "dt", DOES_PARAGRAPH },
	{ "dd", DOES_PARAGRAPH },      { "table", DOES_PARAGRAPH },
	{ "tr", DOES_PARAGRAPH },      { "blockquote", DOES_PARAGRAPH },
	{ "section", DOES_PARAGRAPH }, { "td", DOES_LINE },
	{ "th", DOES_LINE },           { "br", DOES_LINE },
	{ "ul", DOES_LIST },           { "ol", DOES_NUMBERED },
	{ "li", DOES_ITEM },           { "u", DOES_LABEL },
	{ "b", DOES_BOLD_LABEL },      { "strong", DOES_BOLD_LABEL },
	{ "h1", DOES_HEADING },        { "h2", DOES_HEADING },
	{ "h3", DOES_HEADING },        { "h4", DOES_HEADING },
	{ "h5", DOES_HEADING },        { "h6", DOES_HEADING },
	{ "summary", DOES_HEADING },   { "details", DOES_PARAGRAPH },
	{ "del", DOES_STRIKE },        { "s", DOES_STRIKE },
	{ "strike", DOES_STRIKE },     { "nav", DOES_HIDE },
	{ "sup", DOES_SUPERSCRIPT },   { "script", DOES_HIDE },
	{ "style", DOES_HIDE },        { "head", DOES_HIDE },
};

/* The HTML of officielebekendmakingen.nl says by class what its XML says by "nadruk". */
static const struct {
	const char *name;
	Does does;
} classes[] = {
	{ "ondlijn", DOES_LABEL },
	{ "vet", DOES_BOLD_LABEL },
	{ "superscript", DOES_SUPERSCRIPT },
	{ "nootnum", DOES_SUPERSCRIPT },
	{ "note-close", DOES_HIDE },
	{ "MsoFootnoteReference", DOES_SUPERSCRIPT }, /* of Word */
	{ "MsoEndnoteReference", DOES_SUPERSCRIPT },
};

/* Its classes, with a NULL at the end; NULL without any, as most have. The caller frees. */
static char **classes_of(const xmlNode *node)
{
	xmlChar *value = node->properties ? xmlGetProp(node, (const xmlChar *)"class") : NULL;
	char **names = value ? g_strsplit((char *)value, " ", -1) : NULL;

	xmlFree(value);
	return names;
}

/* What a style says: the strongest of it, which is the last in the enum. */
static Does what_its_style_does(const xmlNode *node)
{
	static const struct {
		const char *property, *value;
		Does does;
	} styles[] = {
		{ "display", "none", DOES_HIDE },
		{ "visibility", "hidden", DOES_HIDE },
		{ "mso-hide", "all", DOES_HIDE },
		{ "text-decoration", "line-through", DOES_STRIKE },
		{ "text-decoration", "underline", DOES_LABEL },
		{ "font-weight", "bold", DOES_BOLD_LABEL },
		{ "font-weight", "700", DOES_BOLD_LABEL },
		{ "vertical-align", "super", DOES_SUPERSCRIPT },
		{ "mso-list", "ignore", DOES_BULLET }, /* of Word */
	};
	xmlChar *style = xmlGetProp(node, (const xmlChar *)"style");
	Does does = xmlHasProp(node, (const xmlChar *)"hidden") ? DOES_HIDE : DOES_NOTHING;
	g_auto(GStrv) rules = g_strsplit(style ? (const char *)style : "", ";", -1);

	xmlFree(style);
	for (char **rule = rules; *rule; rule++) {
		char *colon = strchr(*rule, ':');
		if (!colon)
			continue;
		*colon = '\0';
		for (gsize i = 0; i < G_N_ELEMENTS(styles); i++)
			if (g_ascii_strcasecmp(g_strstrip(*rule), styles[i].property) == 0 &&
			    strcasestr(colon + 1, styles[i].value))
				does = MAX(does, styles[i].does);
	}
	return does;
}

static gboolean is_arrow(gunichar c)
{
	return (c >= 0x2190 && c <= 0x21FF) || c == 0x23CE || c == 0x2934 || c == 0x2935 ||
	       c == 0xFE0E || c == 0xFE0F || c == '^';
}

static gboolean is_of_number(gunichar c)
{
	return c < 0x80 && strchr("0123456789[]()", (int)c);
}

static gboolean all_are(const char *text, gboolean (*is)(gunichar c))
{
	const char *p = text;

	while (*p && (is(g_utf8_get_char(p)) || g_unichar_isspace(g_utf8_get_char(p))))
		p = g_utf8_next_char(p);
	return !*p;
}

/* A number that leads to another place in the document is a mark of a note, and an arrow the way
 * back; whoever made it. */
static Does what_its_link_does(const xmlNode *link)
{
	xmlChar *href = xmlGetProp(link, (const xmlChar *)"href");
	gboolean inside = href && *href == '#';
	const xmlNode *text = link->children;

	xmlFree(href);
	while (text && !text->next && text->type == XML_ELEMENT_NODE)
		text = text->children;
	if (!inside || !text || text->next || text->type != XML_TEXT_NODE || xmlIsBlankNode(text))
		return DOES_NOTHING;
	const char *content = (const char *)text->content;
	return all_are(content, is_arrow)       ? DOES_HIDE
	       : all_are(content, is_of_number) ? DOES_SUPERSCRIPT
						: DOES_NOTHING;
}

static Does what_its_name_does(const xmlNode *node)
{
	g_auto(GStrv) names = classes_of(node);

	for (gsize i = 0; names && i < G_N_ELEMENTS(classes); i++)
		if (g_strv_contains((const char *const *)names, classes[i].name))
			return classes[i].does;
	for (gsize i = 0; i < G_N_ELEMENTS(elements); i++)
		if (strcmp((const char *)node->name, elements[i].name) == 0)
			return elements[i].does;
	return DOES_NOTHING;
}

/* "·", "o"; but not "1.". */
static gboolean is_bullet(const xmlNode *node)
{
	xmlChar *content = xmlNodeGetContent(node);
	const char *text = (const char *)content, *last = text;
	guint signs = 0;

	for (const char *p = text; p && *p; p = g_utf8_next_char(p)) {
		gboolean blank = g_unichar_isspace(g_utf8_get_char(p));
		signs += !blank;
		last = blank ? last : p;
	}
	gboolean is = signs == 1 && !g_ascii_isdigit(*last);
	xmlFree(content);
	return is;
}

Does element_does(const xmlNode *node)
{
	gboolean link = strcmp((const char *)node->name, "a") == 0;
	Does styled = node->properties ? what_its_style_does(node) : DOES_NOTHING;
	if (styled == DOES_BULLET && !is_bullet(node))
		styled = DOES_NOTHING;
	Does linked = link && node->properties ? what_its_link_does(node) : DOES_NOTHING;
	Does named = styled >= DOES_SUPERSCRIPT ? styled
		     : linked != DOES_NOTHING   ? linked
						: what_its_name_does(node);

	/* looks tell of what does nothing else; a link is underlined without being a label */
	return named != DOES_NOTHING || link ? named : styled;
}

gboolean element_is_bold(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE &&
	       (what_its_name_does(node) == DOES_BOLD_LABEL ||
		(node->properties && what_its_style_does(node) == DOES_BOLD_LABEL));
}

gboolean element_is_cell(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE && (strcmp((const char *)node->name, "td") == 0 ||
						  strcmp((const char *)node->name, "th") == 0);
}

static gboolean is_summary(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, "summary") == 0;
}

/* The highest heading among nodes and in them; below a summary nothing is higher. 7 for none. */
static guint highest_of(const xmlNode *node)
{
	guint highest = 7;

	for (; node; node = node->next) {
		guint level = element_level(node);
		if (!level && node->type == XML_ELEMENT_NODE)
			level = highest_of(node->children);
		if (level)
			highest = MIN(highest, level);
		if (level && is_summary(node))
			return highest;
	}
	return highest;
}

/* A summary stands over all headings in its details; those have one, so another is over what
 * follows it. */
static guint level_of_summary(const xmlNode *summary)
{
	guint highest = 7;

	for (const xmlNode *n = summary->next; n && !is_summary(n); n = n->next) {
		guint level = element_level(n);
		if (!level && n->type == XML_ELEMENT_NODE)
			level = highest_of(n->children);
		highest = level ? MIN(highest, level) : highest;
	}
	return MAX(highest, 2) - 1;
}

guint element_level(const xmlNode *node)
{
	const char *name = node->type == XML_ELEMENT_NODE ? (const char *)node->name : "";

	if (is_summary(node))
		return level_of_summary(node);
	return name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && !name[2]
		       ? (guint)(name[1] - '0')
		       : 0;
}

gboolean element_is_break(const xmlNode *node)
{
	Does does = node->type == XML_ELEMENT_NODE ? element_does(node) : DOES_NOTHING;

	return does == DOES_PARAGRAPH || does == DOES_LINE || does == DOES_ITEM ||
	       does == DOES_HEADING;
}

gboolean element_is_left_out(const xmlNode *node)
{
	Does does = element_does(node);
	return does == DOES_HIDE || does == DOES_STRIKE;
}

gboolean element_has_class(const xmlNode *node, const char *name)
{
	g_auto(GStrv) names = classes_of(node);
	return names && g_strv_contains((const char *const *)names, name);
}

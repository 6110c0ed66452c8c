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

Does element_does(const xmlNode *node)
{
	Does styled = node->properties ? what_its_style_does(node) : DOES_NOTHING;
	Does named = styled < DOES_STRIKE ? what_its_name_does(node) : styled;

	/* looks tell of what does nothing else; a link is underlined without being a label */
	return named != DOES_NOTHING || strcmp((const char *)node->name, "a") == 0 ? named : styled;
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

static guint level_of(const xmlNode *node)
{
	const char *name = node->type == XML_ELEMENT_NODE ? (const char *)node->name : "";

	return name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && !name[2]
		       ? (guint)(name[1] - '0')
		       : 0;
}

/* A summary stands over the headings in its block. */
static guint level_over(const xmlNode *node)
{
	guint highest = 7;

	for (; node; node = node->next) {
		guint level = node->type == XML_ELEMENT_NODE ? level_of(node) : 0;
		guint below = node->type == XML_ELEMENT_NODE ? level_over(node->children) + 1 : 7;
		highest = MIN(highest, level ? level : below);
	}
	return MAX(highest - 1, 1);
}

guint element_level(const xmlNode *node)
{
	if (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, "summary") == 0)
		return level_over(node->next);
	return level_of(node);
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

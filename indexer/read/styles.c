#include "styles.h"

#include <stdlib.h>
#include <string.h>

#include "zipxml.h"

#define MAX_BASES 32 /* that a style is based on, one on another: they may go round */

typedef struct {
	char *base;       /* the style that this one begins with; "" for none */
	guint on, off;    /* marks that it sets and clears */
	int level;        /* -1: as its base */
	gboolean is_link; /* links are underlined without being labels */
} Style;

struct Styles {
	GHashTable *styles;   /* by name (odt), by id (docx) */
	GHashTable *numbered; /* lists that count: names of styles (odt), numbers (docx) */
};

static void style_free(gpointer data)
{
	Style *s = data;

	g_free(s->base);
	g_free(s);
}

Styles *styles_new(void)
{
	Styles *s = g_new(Styles, 1);

	s->styles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, style_free);
	s->numbered = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return s;
}

void styles_free(Styles *s)
{
	if (!s)
		return;
	g_hash_table_unref(s->styles);
	g_hash_table_unref(s->numbered);
	g_free(s);
}

/* ---- what properties say ---------------------------------------------------------------- */

gboolean styles_is_on(const xmlNode *node)
{
	g_autofree char *value = zipxml_attribute(node, "val");
	static const char *const off[] = { "0", "false", "off", "none", NULL };

	return node && !g_strv_contains(off, value);
}

gboolean styles_is_note_mark(const xmlNode *properties)
{
	static const char *const names[] = { "FootnoteReference", "EndnoteReference",
					     "Voetnootmarkering", "Eindnootmarkering", NULL };
	g_autofree char *style = zipxml_attribute(zipxml_child(properties, "rStyle"), "val");

	return g_strv_contains(names, style);
}

static gboolean is_superscript(const xmlNode *node)
{
	return zipxml_has(node, "val", "superscript");
}

static gboolean is_raised(const xmlNode *node)
{
	g_autofree char *value = zipxml_attribute(node, "val");
	return atoi(value) > 0;
}

/* Marks by the elements of a docx: one that is there and off clears. */
static const struct {
	const char *element;
	gboolean (*is_on)(const xmlNode *node);
	guint mark;
} elements[] = {
	{ "u", styles_is_on, MARK_UNDERLINE },
	{ "b", styles_is_on, MARK_BOLD },
	{ "vertAlign", is_superscript, MARK_SUPERSCRIPT },
	{ "position", is_raised, MARK_SUPERSCRIPT },
};

static gboolean is_line(const char *value)
{
	return strcmp(value, "none") != 0;
}

static gboolean is_heavy(const char *value)
{
	return strcmp(value, "bold") == 0 || atoi(value) >= 600;
}

/* "super 58%", "33% 80%" */
static gboolean is_high(const char *value)
{
	return g_str_has_prefix(value, "super") || atoi(value) > 0;
}

/* And by the attributes of an odt. */
static const struct {
	const char *attribute;
	gboolean (*is_on)(const char *value);
	guint mark;
} attributes[] = {
	{ "text-underline-style", is_line, MARK_UNDERLINE },
	{ "font-weight", is_heavy, MARK_BOLD },
	{ "text-position", is_high, MARK_SUPERSCRIPT },
};

static void read_properties(const xmlNode *properties, guint *on, guint *off)
{
	for (gsize i = 0; properties && i < G_N_ELEMENTS(elements); i++) {
		const xmlNode *node = zipxml_child(properties, elements[i].element);
		if (node)
			*(elements[i].is_on(node) ? on : off) |= elements[i].mark;
	}
	for (gsize i = 0; properties && i < G_N_ELEMENTS(attributes); i++) {
		g_autofree char *value = zipxml_attribute(properties, attributes[i].attribute);
		if (*value)
			*(attributes[i].is_on(value) ? on : off) |= attributes[i].mark;
	}
}

guint styles_apply(guint marks, const xmlNode *properties)
{
	guint on = 0, off = 0;

	read_properties(properties, &on, &off);
	return (marks & ~off) | on;
}

/* In a docx 0 is the highest, and 9 no heading. */
int styles_own_level(const xmlNode *node)
{
	const xmlNode *outline = zipxml_child(zipxml_child(node, "pPr"), "outlineLvl");
	g_autofree char *value = zipxml_attribute(outline, "val");

	if (!g_ascii_isdigit(*value))
		return -1;
	return atoi(value) < 9 ? atoi(value) + 1 : 0;
}

/* "heading 2", as Word calls it in any language; other programs use what they show. */
static int level_by_name(const char *name)
{
	static const char *const names[] = { "heading ", "kop " };

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		gsize n = strlen(names[i]);
		if (g_ascii_strncasecmp(name, names[i], n) == 0 && g_ascii_isdigit(name[n]) &&
		    !name[n + 1])
			return name[n] - '0';
	}
	return -1;
}

/* ---- styles ----------------------------------------------------------------------------- */

static void learn(Styles *s, const xmlNode *node)
{
	g_autofree char *id = zipxml_attribute(node, "styleId");
	gboolean docx = *id != '\0';
	g_autofree char *name = docx ? zipxml_attribute(zipxml_child(node, "name"), "val")
				     : zipxml_attribute(node, "name");
	Style *style = g_new0(Style, 1);

	style->base = docx ? zipxml_attribute(zipxml_child(node, "basedOn"), "val")
			   : zipxml_attribute(node, "parent-style-name");
	style->is_link = strcasestr(name, "link") != NULL;
	style->level = docx ? styles_own_level(node) : -1;
	if (docx && style->level < 0)
		style->level = level_by_name(name);
	read_properties(zipxml_child(node, docx ? "rPr" : "text-properties"), &style->on,
			&style->off);
	if (style->is_link)
		style->on &= ~(guint)MARK_UNDERLINE;
	g_hash_table_insert(s->styles, g_strdup(docx ? id : name), style);
}

/* In an odt they stand some levels deep. */
void styles_learn(Styles *s, const xmlNode *root)
{
	for (const xmlNode *n = root ? root->children : NULL; n; n = n->next)
		if (zipxml_is(n, "style"))
			learn(s, n);
		else if (zipxml_is(n, "list-style") && zipxml_child(n, "list-level-style-number"))
			g_hash_table_add(s->numbered, zipxml_attribute(n, "name"));
		else if (zipxml_is(n, "styles") || zipxml_is(n, "automatic-styles"))
			styles_learn(s, n);
}

static const Style *find(const Styles *s, const char *name)
{
	return g_hash_table_lookup(s->styles, name);
}

guint styles_marks(const Styles *s, const char *name)
{
	const Style *style = find(s, name);
	guint marks = 0, settled = 0; /* by the style itself, or one nearer to it */

	for (guint i = 0; style && i < MAX_BASES; style = find(s, style->base), i++) {
		marks |= style->on & ~settled;
		settled |= style->on | style->off;
	}
	return marks;
}

guint styles_level(const Styles *s, const char *name)
{
	const Style *style = find(s, name);

	for (guint i = 0; style && i < MAX_BASES; style = find(s, style->base), i++)
		if (style->level >= 0)
			return (guint)style->level;
	return 0;
}

/* ---- lists ------------------------------------------------------------------------------ */

/* A list is a number, which stands for an abstract one, which has levels. */
void styles_learn_numbering(Styles *s, const xmlNode *root)
{
	g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (const xmlNode *n = root ? root->children : NULL; n; n = n->next) {
		const xmlNode *format = zipxml_child(zipxml_child(n, "lvl"), "numFmt");
		g_autofree char *abstract =
			zipxml_attribute(zipxml_child(n, "abstractNumId"), "val");
		if (zipxml_is(n, "abstractNum") && format && !zipxml_has(format, "val", "bullet") &&
		    styles_is_on(format))
			g_hash_table_add(counts, zipxml_attribute(n, "abstractNumId"));
		if (zipxml_is(n, "num") && g_hash_table_contains(counts, abstract))
			g_hash_table_add(s->numbered, zipxml_attribute(n, "numId"));
	}
}

gboolean styles_list_counts(const Styles *s, const char *list)
{
	return g_hash_table_contains(s->numbered, list);
}

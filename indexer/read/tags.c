#include "tags.h"

#include <string.h>

#define MAX_NAME 16 /* bytes of a name of HTML, with its end */

/* Of HTML, those of old too. */
static const char *const dividing[] = {
	"html",       "head",    "body",     "meta",       "link",    "base",     "script",
	"style",      "title",   "noscript", "template",   "article", "section",  "nav",
	"aside",      "header",  "footer",   "main",       "address", "hgroup",   "search",
	"p",          "div",     "h1",       "h2",         "h3",      "h4",       "h5",
	"h6",         "hr",      "pre",      "blockquote", "center",  "ol",       "ul",
	"menu",       "dir",     "li",       "dl",         "dt",      "dd",       "figure",
	"figcaption", "table",   "caption",  "colgroup",   "col",     "thead",    "tbody",
	"tfoot",      "tr",      "td",       "th",         "br",      "wbr",      "img",
	"picture",    "source",  "video",    "audio",      "track",   "map",      "area",
	"iframe",     "frame",   "frameset", "noframes",   "object",  "embed",    "param",
	"applet",     "canvas",  "svg",      "math",       "form",    "label",    "input",
	"button",     "select",  "datalist", "optgroup",   "option",  "textarea", "output",
	"progress",   "meter",   "fieldset", "legend",     "details", "summary",  "dialog",
	"slot",       "marquee", "isindex",  "basefont",   "bgsound", "layer",    "xml",
};
/* What does not end a word. */
static const char *const within[] = {
	"a",      "abbr", "acronym", "b",    "bdi",  "bdo", "big",  "cite",  "code", "data",
	"del",    "dfn",  "em",      "font", "i",    "ins", "kbd",  "mark",  "nobr", "o",
	"q",      "rb",   "rp",      "rt",   "ruby", "s",   "samp", "small", "span", "strike",
	"strong", "sub",  "sup",     "time", "tt",   "u",   "var",
};

/* A name -> whether it ends a word, and 1. */
static GHashTable *names(void)
{
	static GHashTable *known;

	if (g_once_init_enter(&known)) {
		GHashTable *all = g_hash_table_new(g_str_hash, g_str_equal);
		for (gsize i = 0; i < G_N_ELEMENTS(dividing); i++)
			g_hash_table_insert(all, (gpointer)dividing[i], GINT_TO_POINTER(2));
		for (gsize i = 0; i < G_N_ELEMENTS(within); i++)
			g_hash_table_insert(all, (gpointer)within[i], GINT_TO_POINTER(1));
		g_once_init_leave(&known, all);
	}
	return known;
}

gsize tag_name(const char *p)
{
	gsize len = 0;

	while (g_ascii_isalnum(p[len]) && g_ascii_isalpha(*p))
		len++;
	return len;
}

gboolean tag_divides(const char *name)
{
	return GPOINTER_TO_INT(g_hash_table_lookup(names(), name)) != 1;
}

static gboolean is_known(const char *name, gsize len)
{
	char lower[MAX_NAME] = { 0 };

	if (len >= MAX_NAME)
		return FALSE;
	for (gsize i = 0; i < len; i++)
		lower[i] = g_ascii_tolower(name[i]);
	return g_hash_table_contains(names(), lower);
}

GHashTable *tags_new(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

void tags_learn(GHashTable *closed, const char *text)
{
	for (const char *p = text; (p = strstr(p, "</")); p += 2) {
		gsize len = tag_name(p + 2);
		if (len && !is_known(p + 2, len))
			g_hash_table_add(closed, g_ascii_strdown(p + 2, (gssize)len));
	}
}

/* "<o:p>", "<my-tag>", "<x y=1>"; no address of mail or the web. */
static gboolean looks_like_tag(const char *next)
{
	gsize len = strcspn(next, "<>");

	if (next[len] != '>' || memchr(next, '@', len))
		return FALSE;
	return ((*next == ':' || *next == '-') && g_ascii_isalpha(next[1])) ||
	       (g_ascii_isspace(*next) && memchr(next, '=', len));
}

typedef enum { BEGINS_TAG, BEGINS_TEXT, BEGINS_IF_CLOSED } Begins;

static Begins what_begins(const char *p, const char *name, gsize len)
{
	const char *next = name + len;
	gboolean ends = !*next || strchr(" \t\r\n\f/>", *next);

	if (!len)
		return (p[1] == '!' || p[1] == '?') && p[2] ? BEGINS_TAG : BEGINS_TEXT;
	if ((ends && is_known(name, len)) || name[-1] == '/' || looks_like_tag(next))
		return BEGINS_TAG;
	return ends ? BEGINS_IF_CLOSED : BEGINS_TEXT;
}

gboolean tags_begin(const char *p, GHashTable *closed)
{
	const char *name = p + 1 + (p[1] == '/');
	gsize len = tag_name(name);
	Begins begins = what_begins(p, name, len);

	if (begins != BEGINS_IF_CLOSED)
		return begins == BEGINS_TAG;
	g_autofree char *lower = g_ascii_strdown(name, (gssize)len);
	return g_hash_table_contains(closed, lower);
}

/* "<![if !supportLists]>", "<![endif]>", as Word writes around what others show too: a parser takes
 * it for text. */
static gboolean is_condition(const char *p)
{
	return g_str_has_prefix(p, "<![") && !g_str_has_prefix(p, "<![CDATA[");
}

/* The next "<" outside comments that may be no tag, or begins a condition; NULL without. */
static const char *next_doubt(const char *p)
{
	for (; (p = strchr(p, '<')); p++) {
		const char *name = p + 1 + (p[1] == '/');
		gboolean comment = g_str_has_prefix(p, "<!--");
		gsize len = tag_name(name);
		if (comment && !(p = strstr(p, "-->")))
			return NULL; /* all that follows is of it */
		if (!comment &&
		    (is_condition(p) || (len && what_begins(p, name, len) != BEGINS_TAG)))
			return p;
	}
	return NULL;
}

/* Behind a condition; lines stay. */
static const char *skip_condition(GString *out, const char *p)
{
	for (; *p && *p != '>'; p++)
		if (*p == '\n')
			g_string_append_c(out, '\n');
	return p + (*p == '>');
}

char *tags_escape(const char *html)
{
	const char *doubt = next_doubt(html), *from = html;

	if (!doubt)
		return NULL;
	g_autoptr(GHashTable) closed = tags_new();
	GString *out = g_string_sized_new(strlen(html));
	tags_learn(closed, html);
	for (; doubt; doubt = next_doubt(from)) {
		g_string_append_len(out, from, doubt - from);
		if (is_condition(doubt)) {
			from = skip_condition(out, doubt);
			continue;
		}
		g_string_append(out, tags_begin(doubt, closed) ? "<" : "&lt;");
		from = doubt + 1;
	}
	g_string_append(out, from);
	return g_string_free(out, FALSE);
}

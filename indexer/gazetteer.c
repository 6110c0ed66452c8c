#include "gazetteer.h"

#include <string.h>

#include "edited.h"

typedef struct {
	char *name;           /* as printed */
	char *label;          /* as shown */
	const char *province; /* that it lies in, or is; NULL */
	gboolean is_province;
	gboolean ordinary; /* also an ordinary word */
} Name;

struct Gazetteer {
	GazetteerMode mode;
	GHashTable *names;     /* first word -> GPtrArray of Name *, longest first */
	GHashTable *provinces; /* their names, once each */
	gboolean starts[256];  /* the first bytes of those words */
};

/* ---- the list --------------------------------------------------------------------- */

static void name_free(gpointer data)
{
	Name *n = data;

	g_free(n->name);
	g_free(n->label);
	g_free(n);
}

static gint by_length(gconstpointer a, gconstpointer b)
{
	gsize x = strlen((*(Name *const *)a)->name), y = strlen((*(Name *const *)b)->name);
	return x > y ? -1 : x < y;
}

/* A list while it is read. */
typedef struct {
	Gazetteer *gazetteer;
	const char *province; /* of the block; NULL */
	gboolean of_provinces;
} Reading;

static const Name *name_like(const GPtrArray *names, const char *text, gboolean is_province)
{
	for (guint i = 0; i < names->len; i++) {
		const Name *n = names->pdata[i];
		if (n->is_province == is_province && strcmp(n->name, text) == 0)
			return n;
	}
	return NULL;
}

static void add_name(Reading *r, const char *name, const char *label, gboolean ordinary)
{
	Gazetteer *g = r->gazetteer;
	g_autofree char *first = g_strndup(name, strcspn(name, " ,"));
	GPtrArray *names = g_hash_table_lookup(g->names, first);

	g->starts[(guchar)*first] = TRUE;
	if (!names) {
		names = g_ptr_array_new_with_free_func(name_free);
		g_hash_table_insert(g->names, g_steal_pointer(&first), names);
	}
	Name *twin = (Name *)name_like(names, name, r->of_provinces);
	if (twin) { /* in two provinces: nobody can tell which */
		twin->province = NULL;
		return;
	}
	Name *n = g_new(Name, 1);
	*n = (Name) { g_strdup(name), g_strdup(label), r->province, r->of_provinces, ordinary };
	g_ptr_array_add(names, n);
	g_ptr_array_sort(names, by_length);
}

/* A name, and how it is printed in capitals. */
static void add_both(Reading *r, const char *name, const char *label, gboolean ordinary)
{
	g_autofree char *capitals = g_utf8_strup(name, -1);

	add_name(r, name, label, ordinary);
	if (r->gazetteer->mode == GAZETTEER_SAID && strcmp(capitals, name) != 0)
		add_name(r, capitals, label, ordinary);
}

static const char *keep_province(Gazetteer *g, const char *name)
{
	if (!g_hash_table_contains(g->provinces, name))
		g_hash_table_add(g->provinces, g_strdup(name));
	return g_hash_table_lookup(g->provinces, name);
}

static gboolean add_line(char *line, guint number, gpointer user, GError **error)
{
	Reading *r = user;
	gsize len = strlen(line);
	char *remark = strstr(line, " #");

	if (*line == '[' && line[len - 1] == ']') {
		line[len - 1] = '\0';
		r->of_provinces = strcmp(line + 1, "provincies") == 0;
		gboolean none = r->of_provinces || strcmp(line + 1, "geen provincie") == 0;
		r->province = none ? NULL : keep_province(r->gazetteer, line + 1);
		return TRUE;
	}
	if (remark)
		*remark = '\0';
	gboolean ordinary = *line == '!';
	g_auto(GStrv) sides = g_strsplit(line + ordinary, "=", 2);

	if (!sides[0] || !*g_strstrip(sides[0]))
		return edited_fail(error, number, "no name: expected \"Name = other; other\"");
	if (r->of_provinces)
		r->province = keep_province(r->gazetteer, sides[0]);
	add_both(r, sides[0], sides[0], ordinary);
	g_auto(GStrv) others = g_strsplit(sides[1] ? sides[1] : "", ";", -1);
	for (char **other = others; *other; other++)
		if (*g_strstrip(*other))
			add_both(r, *other, sides[0], ordinary);
	return TRUE;
}

Gazetteer *gazetteer_parse(const char *text, GazetteerMode mode, GError **error)
{
	g_autoptr(Gazetteer) g = g_new(Gazetteer, 1);
	Reading r = { g, NULL, FALSE };

	*g = (Gazetteer) { .mode = mode,
			   .names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
							  (GDestroyNotify)g_ptr_array_unref),
			   .provinces =
				   g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL) };
	return edited_each_line(text, add_line, &r, error) ? g_steal_pointer(&g) : NULL;
}

void gazetteer_free(Gazetteer *g)
{
	if (!g)
		return;
	g_hash_table_unref(g->names);
	g_hash_table_unref(g->provinces);
	g_free(g);
}

void gazetteer_each(const Gazetteer *g, GFunc func, gpointer user)
{
	GHashTableIter iter;
	gpointer word, names;

	g_hash_table_iter_init(&iter, g->names);
	while (g_hash_table_iter_next(&iter, &word, &names))
		for (guint i = 0; i < ((const GPtrArray *)names)->len; i++) {
			const Name *n = ((const GPtrArray *)names)->pdata[i];
			if (!n->ordinary)
				func(n->name, user);
		}
}

/* ---- a text -------------------------------------------------------------------------- */

static gboolean is_word(gunichar c)
{
	return g_unichar_isalnum(c) || c == '-' || c == '\'' || c == '&' || c == '.';
}

/* The end of the word at p; a full stop at its end is of the sentence. */
static const char *word_end(const char *p)
{
	const char *end = p;

	while (*end && is_word(g_utf8_get_char(end)))
		end = g_utf8_next_char(end);
	while (end > p && (end[-1] == '.' || end[-1] == '-' || end[-1] == '\''))
		end--;
	return end;
}

/* A name goes on in the text with a part of a town ("Rotterdam-Zuid") or a compound
 * ("OM-strafbeschikking"), but not with letters. */
static gboolean ends_here(const char *p)
{
	gunichar c = g_utf8_get_char(p);

	return !g_unichar_isalnum(c) && c != '\'' &&
	       (c != '-' || g_unichar_isalpha(g_utf8_get_char(p + 1)));
}

static gboolean starts_word(const char *text, const char *p)
{
	return is_word(g_utf8_get_char(p)) &&
	       (p == text || !is_word(g_utf8_get_char(g_utf8_prev_char(p))));
}

/* g->starts has its first byte. */
static const Name *name_at(const Gazetteer *g, const char *p, gboolean of_provinces)
{
	const char *end = word_end(p);
	g_autofree char *word = g_strndup(p, end - p);

	for (;;) { /* "Rotterdam-Zuid", then "Rotterdam" */
		const GPtrArray *names = g_hash_table_lookup(g->names, word);
		for (guint i = 0; names && i < names->len; i++) {
			const Name *n = names->pdata[i], *other;
			if (!g_str_has_prefix(p, n->name) || !ends_here(p + strlen(n->name)))
				continue;
			/* "in Utrecht" is the town, "de provincie Utrecht" is not */
			other = name_like(names, n->name, of_provinces);
			return other ? other : n;
		}
		char *hyphen = strrchr(word, '-');
		if (!hyphen || hyphen == word)
			return NULL;
		*hyphen = '\0';
	}
}

static gboolean is_in(const char *word, const char *const *list)
{
	for (; *list; list++)
		if (g_ascii_strcasecmp(word, *list) == 0)
			return TRUE;
	return FALSE;
}

/* The word right before p; "" at the start or behind a bracket or sentence. */
static char *word_before(const char *text, const char *p)
{
	while (p > text && p[-1] == ' ')
		p--;
	const char *end = p;
	while (p > text && is_word(g_utf8_get_char(g_utf8_prev_char(p))))
		p = g_utf8_prev_char(p);
	return g_strndup(p, end - p);
}

/* "Purmerend en Amsterdam": between a place and the next of a list. */
static gboolean is_list_gap(const char *from, const char *to)
{
	static const char *const gaps[] = { ", ",    " en ", " of ", " en in ",        " & ",
					    ", en ", "/",    " / ",  ", de gemeente ", NULL };
	g_autofree char *gap = g_strndup(from, to - from);

	return is_in(gap, gaps);
}

/* Whether the text says that the name at p is a place. last: the end of the place
 * before it, or NULL. */
static gboolean is_said(const Name *n, const char *text, const char *p, gboolean is_title,
			const char *last, gboolean last_by_name)
{
	static const char *const strong[] = { "gemeente", "gemeenten", "gemeentes", NULL };
	static const char *const weak[] = { "in",       "te",     "uit",       "naar",
					    "rond",     "rondom", "vanuit",    "bij",
					    "stad",     "regio",  "provincie", "provincies",
					    "omgeving", "heel",   "deal",      NULL };
	static const char *const owners[] = {
		"universiteit", "rechtbank", "gerechtshof", "hogeschool", "hof", "orde", NULL
	};
	g_autofree char *before = word_before(text, p);

	if (is_in(before, owners))
		return FALSE;
	if (is_in(before, strong) || (last && last_by_name && is_list_gap(last, p)))
		return TRUE;
	if (n->ordinary)
		return FALSE;
	return is_title || is_in(before, weak) || (last && is_list_gap(last, p));
}

static void add(GPtrArray *found, const char *label)
{
	if (!g_ptr_array_find_with_equal_func(found, label, g_str_equal, NULL))
		g_ptr_array_add(found, (gpointer)label);
}

/* ’ is an apostrophe in names too; both are kept apart from offsets, so the text is
 * read with one of them. */
static char *with_plain_apostrophes(const char *text)
{
	g_auto(GStrv) pieces = g_strsplit(text, "’", -1);
	return g_strjoinv("'", pieces);
}

static gboolean is_of_provinces(const char *text, const char *p)
{
	g_autofree char *before = word_before(text, p);
	return g_ascii_strncasecmp(before, "provincie", strlen("provincie")) == 0;
}

/* A name as what it is called, and its province. */
static void add_found(const Name *n, GPtrArray *found, GPtrArray *provinces)
{
	if (provinces && n->province)
		add(provinces, n->province);
	add(found, n->label);
}

void gazetteer_find(const Gazetteer *g, const char *printed, gboolean is_title, GPtrArray *found,
		    GPtrArray *provinces)
{
	g_autofree char *text = with_plain_apostrophes(printed);
	const char *last = NULL;
	gboolean last_by_name = FALSE;

	for (const char *p = text; *p;) {
		const Name *n = g->starts[(guchar)*p] && starts_word(text, p)
					? name_at(g, p, is_of_provinces(text, p))
					: NULL;
		if (!n) {
			p = g_utf8_next_char(p);
			continue;
		}
		const char *end = p + strlen(n->name);
		if (g->mode == GAZETTEER_ANYWHERE) {
			add_found(n, found, provinces);
		} else if (is_said(n, text, p, is_title, last, last_by_name)) {
			g_autofree char *before = word_before(text, p);
			last_by_name = g_str_has_prefix(before, "gemeente") ||
				       (last && last_by_name && is_list_gap(last, p));
			last = word_end(p) > end ? word_end(p) : end;
			add_found(n, found, provinces);
		}
		p = end;
	}
}

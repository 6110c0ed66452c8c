#include "gazetteer.h"

#include <string.h>

#include "edited.h"

typedef enum {
	DOUBT_NONE,
	DOUBT_WORD,    /* "?": also a word or a surname */
	DOUBT_ORDINARY /* "!": only behind "gemeente" */
} Doubt;

typedef struct {
	char *name;           /* as printed */
	const char *label;    /* as shown */
	const char *province; /* that it lies in, or is; NULL when that is not known */
	gboolean is_province, in_capitals;
	gboolean disputed; /* it lies in several */
	Doubt doubt;
} Name;

struct Gazetteer {
	GazetteerMode mode;
	GStringChunk *labels;
	const char *province; /* of the lines that are read */
	GHashTable *names;    /* first word -> GPtrArray of Name *, longest first */
	gboolean starts[256]; /* the first bytes of those words */
};

#define SHORT 5 /* letters: in capitals, fewer are an abbreviation as well ("OSS") */

/* ---- the list --------------------------------------------------------------------- */

static void name_free(gpointer data)
{
	Name *n = data;

	g_free(n->name);
	g_free(n);
}

static gint by_length(gconstpointer a, gconstpointer b)
{
	gsize x = strlen((*(Name *const *)a)->name), y = strlen((*(Name *const *)b)->name);
	return x > y ? -1 : x < y;
}

/* The names that start with the same word. */
static GPtrArray *names_like(Gazetteer *g, const char *name)
{
	g_autofree char *first = g_strndup(name, strcspn(name, " ,"));
	GPtrArray *names = g_hash_table_lookup(g->names, first);

	g->starts[(guchar)*first] = TRUE;
	if (!names) {
		names = g_ptr_array_new_with_free_func(name_free);
		g_hash_table_insert(g->names, g_steal_pointer(&first), names);
	}
	return names;
}

/* "Bergen" lies in two provinces: which one is meant is not known. */
static gboolean is_there(GPtrArray *names, const Name *like)
{
	for (guint i = 0; i < names->len; i++) {
		Name *n = names->pdata[i];
		if (n->is_province != like->is_province || strcmp(n->name, like->name) != 0)
			continue;
		n->disputed |= n->province && g_strcmp0(n->province, like->province) != 0;
		n->province = n->disputed ? NULL : like->province;
		return TRUE;
	}
	return FALSE;
}

static void add_name(Gazetteer *g, const char *name, const Name *like)
{
	GPtrArray *names = names_like(g, name);
	Name *n = g_new(Name, 1);

	*n = *like;
	n->name = g_strdup(name);
	if (is_there(names, n)) {
		name_free(n);
		return;
	}
	g_ptr_array_add(names, n);
	g_ptr_array_sort(names, by_length);
}

/* As it stands in a heading: "DEN HAAG", "'S-HERTOGENBOSCH" or "'s-HERTOGENBOSCH". */
static void add_capitals(Gazetteer *g, const char *name, Name like)
{
	gsize small = g_str_has_prefix(name, "'s-") ? strlen("'s") : 0;
	g_autofree char *all = g_utf8_strup(name, -1), *rest = g_utf8_strup(name + small, -1);
	g_autofree char *most = g_strdup_printf("%.*s%s", (int)small, name, rest);

	like.in_capitals = TRUE;
	add_name(g, all, &like);
	if (small)
		add_name(g, most, &like);
}

/* A name under which the text may have it. */
static void add_form(Gazetteer *g, const char *name, const Name *like)
{
	add_name(g, name, like);
	if (g->mode == GAZETTEER_SAID)
		add_capitals(g, name, *like);
}

/* "Name = other; other". */
static gboolean add_forms(Gazetteer *g, char *text, Name like, guint number, GError **error)
{
	g_auto(GStrv) sides = g_strsplit(text, "=", 2);

	if (!sides[0] || !*g_strstrip(sides[0]))
		return edited_fail(error, number, "no name: expected \"Name = other; other\"");
	like.label = g_string_chunk_insert(g->labels, sides[0]);
	if (like.is_province) {
		char *mark = strstr(sides[0], " (");
		if (mark)
			*mark = '\0';
		g->province = like.label;
	}
	like.province = g->province;
	add_form(g, sides[0], &like);
	g_auto(GStrv) others = g_strsplit(sides[1] ? sides[1] : "", ";", -1);
	for (char **other = others; *other; other++)
		if (*g_strstrip(*other))
			add_form(g, *other, &like);
	return TRUE;
}

/* "[Name = other]". */
static gboolean add_province(Gazetteer *g, char *line, guint number, GError **error)
{
	gsize len = strlen(line);

	if (line[len - 1] != ']')
		return edited_fail(error, number, "no ]: expected \"[Name of a province]\"");
	line[len - 1] = '\0';
	g->province = NULL;
	return !*g_strstrip(line + 1) ||
	       add_forms(g, line + 1, (Name) { .is_province = TRUE }, number, error);
}

static gboolean add_line(char *line, guint number, gpointer user, GError **error)
{
	Gazetteer *g = user;
	char *remark = strstr(line, " #");

	if (remark)
		*remark = '\0';
	if (g->mode == GAZETTEER_SAID && *line == '[')
		return add_province(g, g_strchomp(line), number, error);
	Doubt doubt = *line == '!' ? DOUBT_ORDINARY : *line == '?' ? DOUBT_WORD : DOUBT_NONE;
	return add_forms(g, line + (doubt != DOUBT_NONE), (Name) { .doubt = doubt }, number, error);
}

Gazetteer *gazetteer_parse(const char *text, GazetteerMode mode, GError **error)
{
	g_autoptr(Gazetteer) g = g_new(Gazetteer, 1);

	*g = (Gazetteer) { .mode = mode,
			   .labels = g_string_chunk_new(4096),
			   .names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
							  (GDestroyNotify)g_ptr_array_unref) };
	return edited_each_line(text, add_line, g, error) ? g_steal_pointer(&g) : NULL;
}

void gazetteer_free(Gazetteer *g)
{
	if (!g)
		return;
	g_hash_table_unref(g->names);
	g_string_chunk_free(g->labels);
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
			if (n->doubt == DOUBT_NONE)
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

/* The longest name at p; of a place and a province of that name the one that is wanted. */
static const Name *longest(const GPtrArray *names, const char *p, gboolean province)
{
	const Name *found = NULL;

	for (guint i = 0; names && i < names->len; i++) {
		const Name *n = names->pdata[i];
		gsize len = strlen(n->name);
		if (found && len < strlen(found->name))
			break;
		if (!g_str_has_prefix(p, n->name) || !ends_here(p + len))
			continue;
		if (n->is_province == province)
			return n;
		found = n;
	}
	return found;
}

/* g->starts has its first byte. */
static const Name *name_at(const Gazetteer *g, const char *p, gboolean province)
{
	const char *end = word_end(p);
	g_autofree char *word = g_strndup(p, end - p);

	for (;;) { /* "Rotterdam-Zuid", then "Rotterdam" */
		const Name *n = longest(g_hash_table_lookup(g->names, word), p, province);
		char *hyphen = strrchr(word, '-');
		if (n || !hyphen || hyphen == word)
			return n;
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
	char gap[24];

	if (to - from >= (gssize)sizeof gap) /* longer than any of those */
		return FALSE;
	g_strlcpy(gap, from, (gsize)(to - from) + 1);
	return is_in(gap, gaps);
}

/* What the text says before a name. */
typedef enum {
	SAID_NOT,
	SAID_OTHERWISE, /* it is of something else: "Rechtbank Amsterdam" */
	SAID_PLACE,     /* "in", "rond" */
	SAID_PROVINCE,
	SAID_GEMEENTE
} Said;

static Said said_by_word(const char *word)
{
	static const char *const gemeente[] = { "gemeente", "gemeenten", "gemeentes", NULL };
	static const char *const province[] = { "provincie", "provincies", NULL };
	static const char *const place[] = { "in",       "te",     "uit",  "naar", "rond",
					     "rondom",   "vanuit", "bij",  "stad", "regio",
					     "omgeving", "heel",   "deal", NULL };
	static const char *const owners[] = {
		"universiteit", "rechtbank", "gerechtshof", "hogeschool", "hof", "orde", NULL
	};

	return is_in(word, owners)     ? SAID_OTHERWISE
	       : is_in(word, gemeente) ? SAID_GEMEENTE
	       : is_in(word, province) ? SAID_PROVINCE
	       : is_in(word, place)    ? SAID_PLACE
				       : SAID_NOT;
}

/* The name before, if it counted. */
typedef struct {
	const char *end; /* NULL without one */
	Said said;
} Before;

/* What is said of the first of a list is said of the others: "gemeenten Ede en Best". */
static Said how_said(const char *p, const char *word, Before before)
{
	Said said = said_by_word(word);

	if (said >= SAID_PROVINCE || said == SAID_OTHERWISE || !before.end ||
	    !is_list_gap(before.end, p))
		return said;
	return MAX(before.said, SAID_PLACE);
}

/* Whether a capital says that it is a name, and a title that it is a place. */
static gboolean counts_in_title(const Name *n, gboolean first, const char *word)
{
	static const char *const of_surnames[] = { "van", "der", "den", "de", "ten", "ter", NULL };

	return n->doubt == DOUBT_NONE || (!first && !is_in(word, of_surnames));
}

static gboolean counts(const Name *n, Said said, gboolean in_title, gboolean first,
		       const char *word)
{
	gboolean unclear =
		n->in_capitals && (n->doubt != DOUBT_NONE || g_utf8_strlen(n->name, -1) < SHORT);

	if (said == SAID_GEMEENTE || said == SAID_OTHERWISE)
		return said == SAID_GEMEENTE;
	if (said == SAID_PROVINCE && n->is_province)
		return TRUE;
	if (n->doubt == DOUBT_ORDINARY || unclear)
		return FALSE;
	return said != SAID_NOT || (in_title && counts_in_title(n, first, word));
}

/* ---- what is found --------------------------------------------------------------------- */

GazetteerFound *gazetteer_found_new(void)
{
	GazetteerFound *f = g_new(GazetteerFound, 1);

	*f = (GazetteerFound) { g_ptr_array_new(), g_ptr_array_new(), g_ptr_array_new() };
	return f;
}

void gazetteer_found_free(GazetteerFound *f)
{
	g_ptr_array_unref(f->names);
	g_ptr_array_unref(f->provinces);
	g_ptr_array_unref(f->disputed);
	g_free(f);
}

static void add(GPtrArray *found, const char *label)
{
	if (label && !g_ptr_array_find_with_equal_func(found, label, g_str_equal, NULL))
		g_ptr_array_add(found, (gpointer)label);
}

static void add_found(GazetteerFound *found, const Name *n)
{
	add(found->names, n->label);
	add(found->provinces, n->province);
	add(found->disputed, n->disputed ? n->label : NULL);
}

/* ’ is an apostrophe in names too; both are kept apart from offsets, so the text is
 * read with one of them. */
static char *with_plain_apostrophes(const char *text)
{
	g_auto(GStrv) pieces = g_strsplit(text, "’", -1);
	return g_strjoinv("'", pieces);
}

/* Looks at the name at p, whose end it returns; NULL without one. */
static const char *look_at(const Gazetteer *g, const char *text, const char *p, gboolean is_title,
			   Before *before, GazetteerFound *found)
{
	const Name *n = name_at(g, p, FALSE);

	if (!n)
		return NULL;
	g_autofree char *word = word_before(text, p);
	Said said = how_said(p, word, *before);
	if (said == SAID_PROVINCE)
		n = name_at(g, p, TRUE);
	const char *end = p + strlen(n->name);
	if (g->mode == GAZETTEER_ANYWHERE) {
		add_found(found, n);
	} else if (counts(n, said, is_title, p == text, word)) {
		*before = (Before) { MAX(word_end(p), end), said };
		add_found(found, n);
	}
	return end;
}

void gazetteer_find(const Gazetteer *g, const char *printed, gboolean is_title,
		    GazetteerFound *found)
{
	g_autofree char *text = with_plain_apostrophes(printed);
	Before before = { NULL, SAID_NOT };

	for (const char *p = text; *p;) {
		const char *end = g->starts[(guchar)*p] && starts_word(text, p)
					  ? look_at(g, text, p, is_title, &before, found)
					  : NULL;
		p = end ? end : g_utf8_next_char(p);
	}
}

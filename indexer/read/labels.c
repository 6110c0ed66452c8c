#include "labels.h"

#include <string.h>

#include "edited.h"
#include "marks.h"
#include "pattern.h"

#define LABEL_WORDS 5          /* that a label has at most */
#define REMARK N_SECTION_KINDS /* behind the kinds of sections */

static GHashTable *known; /* of labels.lst: label, plain -> kind and 1 */

static const char *skip_blanks(const char *p)
{
	while (g_unichar_isspace(g_utf8_get_char(p)))
		p = g_utf8_next_char(p);
	return p;
}

/* Behind "1.", "2)", "1.1", "1.2.", "a.", "(b)", "IV."; NULL for what is no number. */
static const char *skip_number(const char *p)
{
	const char *start = p += *p == '(';
	gsize digits = strspn(p, "0123456789"), roman = strspn(p, "ivxIVX");

	for (p += digits; digits && *p == '.' && g_ascii_isdigit(p[1]);)
		p += 1 + strspn(p + 1, "0123456789");
	if (!digits)
		p += roman ? roman : g_ascii_isalpha(*p) ? 1 : 0;
	if (p == start)
		return NULL;
	if (*p == '.' || *p == ')') /* "A.N." is no number */
		return digits || g_unichar_isspace(g_utf8_get_char(p + 1)) ? p + 1 : NULL;
	return memchr(start, '.', (gsize)(p - start)) ? p : NULL;
}

const char *label_unnumbered(const char *text)
{
	static const char *const dashes[] = { "- ", "– ", "— " };
	const char *p = skip_blanks(text);

	for (gsize i = 0; i < G_N_ELEMENTS(dashes); i++)
		if (g_str_has_prefix(p, dashes[i]))
			return skip_blanks(p + strlen(dashes[i]));
	const char *behind = skip_number(p);
	return behind ? skip_blanks(behind) : p;
}

/* Lower case, single spaces, without a number before it and a colon or question mark behind it. */
static char *plain(const char *label)
{
	g_autofree char *lower = g_utf8_strdown(label_unnumbered(label), -1);
	g_autoptr(GString) out = g_string_new(NULL);

	for (const char *p = lower; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (!g_unichar_isspace(c))
			g_string_append_unichar(out, c);
		else if (out->len && out->str[out->len - 1] != ' ')
			g_string_append_c(out, ' ');
	}
	while (out->len && strchr(":? ", out->str[out->len - 1]))
		g_string_truncate(out, out->len - 1);
	return g_strdup(out->str);
}

static gboolean add_label(GHashTable *labels, const char *name, int kind, guint line,
			  GError **error)
{
	g_autofree char *label = plain(name);
	int before = GPOINTER_TO_INT(g_hash_table_lookup(labels, label)) - 1;

	if (before >= 0 && before != kind)
		return edited_fail(error, line, "\"%s\" is of another soort already", label);
	if (*label)
		g_hash_table_insert(labels, g_steal_pointer(&label), GINT_TO_POINTER(kind + 1));
	return TRUE;
}

static gboolean add_line(char *line, guint number, gpointer user, GError **error)
{
	g_auto(GStrv) sides = g_strsplit(line, "=", 2);
	int kind = section_kind_from(g_strstrip(sides[0]));

	if (strcmp(sides[0], "opmerking") == 0)
		kind = REMARK;
	if (kind < 0 || !sides[1])
		return edited_fail(error, number,
				   "not \"soort = opschrift; opschrift\", or no such soort");
	g_auto(GStrv) names = g_strsplit(sides[1], ";", -1);
	for (char **name = names; *name; name++)
		if (!add_label(user, *name, kind, number, error))
			return FALSE;
	return TRUE;
}

gboolean labels_use(const char *text, GError **error)
{
	g_autoptr(GHashTable) labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	if (!edited_each_line(text, add_line, labels, error))
		return FALSE;
	g_clear_pointer(&known, g_hash_table_unref);
	known = g_steal_pointer(&labels);
	return TRUE;
}

/* As labels.lst has it; -1 when it has not. */
static int listed(const char *name)
{
	return known ? GPOINTER_TO_INT(g_hash_table_lookup(known, name)) - 1 : -1;
}

/* The kind of a plain label. */
static int kind_of(const char *name)
{
	for (int kind = 0; kind < SECTION_OVERIG; kind++) {
		g_autofree char *own = g_utf8_strdown(section_kind_label(kind), -1);
		if (strcmp(own, name) == 0)
			return kind;
	}
	int kind = listed(name);
	return kind == REMARK ? -1 : kind;
}

int label_kind(const char *label)
{
	static Pattern aside = { "\\s*\\([^()]*\\)$|\\s+(?:per|op)\\s+\\d[\\w .-]*$", 0, 0 };
	g_autofree char *bare = mark_without(label);
	g_autofree char *name = plain(bare);
	int kind = kind_of(name);

	if (kind >= 0 || !strpbrk(name, "(0123456789"))
		return kind;
	g_autofree char *without =
		g_regex_replace_literal(pattern_regex(&aside), name, -1, 0, "", 0, NULL);
	return *without ? kind_of(without) : -1;
}

gboolean label_is_remark(const char *text)
{
	g_autofree char *word = g_strndup(text, strcspn(text, " \t\n"));
	g_autofree char *before_colon = g_strndup(text, strcspn(text, ":"));
	g_autofree char *first = plain(word), *label = plain(before_colon);

	return listed(first) == REMARK || listed(label) == REMARK;
}

gsize label_prefix(const char *text, int *kind)
{
	const char *end = text;

	*kind = -1;
	if (!g_unichar_isupper(g_utf8_get_char(text)) && !g_ascii_isdigit(*text))
		return 0;
	for (guint words = 0; words < LABEL_WORDS && *end; words++) {
		end += strspn(end, " ");
		end += strcspn(end, " ");
		g_autofree char *label = g_strndup(text, (gsize)(end - text));
		*kind = label_kind(label);
		gunichar next = g_utf8_get_char(end + strspn(end, " "));
		if (*kind >= 0 && (!next || end[-1] == ':' || *kind == SECTION_LOOPTIJD ||
				   !g_unichar_islower(next)))
			return (gsize)(end - text);
	}
	*kind = -1;
	return 0;
}

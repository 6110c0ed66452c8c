#include "labels.h"

#include <string.h>

#define LABEL_WORDS 5 /* that a label has at most */

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

static gboolean add_line(GHashTable *labels, const char *line, guint number, GError **error)
{
	g_auto(GStrv) sides = g_strsplit(line, "=", 2);
	int kind = sides[0] ? section_kind_from(g_strstrip(sides[0])) : -1;

	if (kind < 0 || !sides[1]) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
			    "%u: not \"soort = opschrift; opschrift\", or no such soort", number);
		return FALSE;
	}
	g_auto(GStrv) names = g_strsplit(sides[1], ";", -1);
	for (char **name = names; *name; name++)
		g_hash_table_insert(labels, plain(*name), GINT_TO_POINTER(kind + 1));
	return TRUE;
}

gboolean labels_use(const char *text, GError **error)
{
	g_autoptr(GHashTable) labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	for (guint i = 0; lines[i]; i++)
		if (*g_strstrip(lines[i]) && *lines[i] != '#' &&
		    !add_line(labels, lines[i], i + 1, error))
			return FALSE;
	g_clear_pointer(&known, g_hash_table_unref);
	known = g_steal_pointer(&labels);
	return TRUE;
}

int label_kind(const char *label)
{
	g_autofree char *name = plain(label);

	for (int kind = 0; kind < SECTION_OVERIG; kind++) {
		g_autofree char *own = g_utf8_strdown(section_kind_label(kind), -1);
		if (strcmp(own, name) == 0)
			return kind;
	}
	return known ? GPOINTER_TO_INT(g_hash_table_lookup(known, name)) - 1 : -1;
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

#include "edited.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

GQuark edited_error_quark(void)
{
	return g_quark_from_static_string("edited-error");
}

gboolean edited_fail(GError **error, guint line, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	g_autofree char *what = g_strdup_vprintf(format, args);
	va_end(args);
	g_set_error(error, EDITED_ERROR, EDITED_ERROR_FILE, "%u: %s", line, what);
	return FALSE;
}

char *edited_load(const char *path, GError **error)
{
	g_autoptr(GError) failed = NULL;
	g_autofree char *text = NULL;
	const char *end;
	guint line = 1;
	gsize len;

	if (!g_file_get_contents(path, &text, &len, &failed)) {
		g_set_error_literal(error, EDITED_ERROR, EDITED_ERROR_FILE, failed->message);
		return NULL;
	}
	if (!g_utf8_validate(text, (gssize)len, &end)) {
		for (const char *p = text; p < end; p++)
			line += *p == '\n';
		edited_fail(error, line, "not UTF-8: save it as UTF-8");
		g_prefix_error(error, "%s:", path);
		return NULL;
	}
	gsize skip = g_str_has_prefix(text, BYTE_ORDER_MARK) ? strlen(BYTE_ORDER_MARK) : 0;
	g_auto(GStrv) lines = g_strsplit(text + skip, "\r\n", -1);
	return g_strjoinv("\n", lines);
}

gboolean edited_each_line(const char *text, EditedLineFunc func, gpointer user, GError **error)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	for (guint i = 0; lines[i]; i++) {
		char *line = g_strstrip(lines[i]);
		if (*line && *line != '#' && !func(line, i + 1, user, error))
			return FALSE;
	}
	return TRUE;
}

/* ---- blocks of keys --------------------------------------------------------------------- */

typedef struct {
	GHashTable *lines;
	char *block; /* at hand; NULL before the first */
} Scan;

static GKeyFile *load(const char *text, GError **error)
{
	g_autoptr(GKeyFile) keys = g_key_file_new();
	return g_key_file_load_from_data(keys, text, strlen(text), G_KEY_FILE_NONE, error)
		       ? g_steal_pointer(&keys)
		       : NULL;
}

/* GKeyFile does not say which line is wrong: it is the first that is wrong on its own. */
static gboolean try_line(char *line, guint number, gpointer user, GError **error)
{
	gboolean *has_block = user;
	g_autoptr(GError) wrong = NULL;
	g_autofree char *alone = g_strconcat(*has_block ? "[x]\n" : "", line, NULL);
	g_autoptr(GKeyFile) keys = load(alone, &wrong);

	*has_block = *has_block || *line == '[';
	return keys || edited_fail(error, number, "%s", wrong->message);
}

/* Nor that a key stands there twice, of which it takes the last. */
static gboolean scan_line(char *line, guint number, gpointer user, GError **error)
{
	Scan *s = user;

	if (*line == '[') {
		g_free(s->block);
		s->block = g_strndup(line + 1, strcspn(line + 1, "]"));
		if (!g_hash_table_contains(s->lines, s->block))
			g_hash_table_insert(s->lines, g_strdup(s->block), GUINT_TO_POINTER(number));
		return TRUE;
	}
	line[strcspn(line, "=")] = '\0';
	char *name = g_strconcat(s->block, "\n", g_strchomp(line), NULL);
	guint first = GPOINTER_TO_UINT(g_hash_table_lookup(s->lines, name));
	g_hash_table_replace(s->lines, name, GUINT_TO_POINTER(number));
	return !first || edited_fail(error, number, "[%s] has \"%s\" already, in line %u", s->block,
				     line, first);
}

EditedIni *edited_ini(const char *text, GError **error)
{
	g_autoptr(EditedIni) ini = g_new0(EditedIni, 1);
	gboolean has_block = FALSE;

	ini->lines = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	ini->keys = load(text, NULL);
	if (!ini->keys) {
		if (edited_each_line(text, try_line, &has_block, error))
			edited_fail(error, 1, "no blocks of keys");
		return NULL;
	}
	Scan s = { ini->lines, NULL };
	gboolean ok = edited_each_line(text, scan_line, &s, error);
	g_free(s.block);
	return ok ? g_steal_pointer(&ini) : NULL;
}

guint edited_ini_line(const EditedIni *ini, const char *block, const char *key)
{
	g_autofree char *name = g_strconcat(block, key ? "\n" : NULL, key, NULL);
	return GPOINTER_TO_UINT(g_hash_table_lookup(ini->lines, name));
}

void edited_ini_free(EditedIni *ini)
{
	if (!ini)
		return;
	g_clear_pointer(&ini->keys, g_key_file_unref);
	g_hash_table_unref(ini->lines);
	g_free(ini);
}

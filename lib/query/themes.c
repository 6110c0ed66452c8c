#include "themes.h"

#include <string.h>

#include "edited.h"
#include "parse.h"

#define THRESHOLD 1.0

GQuark themes_error_quark(void)
{
	return g_quark_from_static_string("themes-error");
}

static void theme_free(gpointer data)
{
	Theme *t = data;

	g_free(t->name);
	g_free(t->label);
	g_free(t->description);
	g_free(t->query);
	g_free(t);
}

static gboolean fail(GError **error, const Theme *t, const char *what)
{
	g_set_error(error, THEMES_ERROR, THEMES_ERROR_FILE, "%u: theme [%s]: %s", t->line, t->name,
		    what);
	return FALSE;
}

static gboolean is_name(const char *name)
{
	return *name && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(name);
}

/* A theme whose query is not right in every bracket would find something else
 * than its editor means. */
static gboolean check(const Theme *t, GError **error)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);

	if (!is_name(t->name))
		return fail(error, t, "a name has only a-z, 0-9 and -");
	if (!*t->label)
		return fail(error, t, "has no label");
	if (!*t->query)
		return fail(error, t, "has no zoekvraag");
	if (t->threshold <= 0)
		return fail(error, t, "drempel is no number above 0");
	g_autoptr(QueryNode) node = query_parse(t->query, notices);
	if (notices->len)
		return fail(error, t, notices->pdata[0]);
	return TRUE;
}

/* "" without one. */
static char *text_of(GKeyFile *file, const char *theme, const char *key)
{
	char *text = g_key_file_get_string(file, theme, key, NULL);

	if (!text)
		text = g_strdup("");
	return text;
}

GPtrArray *themes_parse(const char *text, GError **error)
{
	g_autoptr(EditedIni) ini = edited_ini(text, error);
	g_autoptr(GPtrArray) themes = g_ptr_array_new_with_free_func(theme_free);

	if (!ini)
		return NULL;
	g_auto(GStrv) names = g_key_file_get_groups(ini->keys, NULL);
	for (guint i = 0; names[i]; i++) {
		Theme *t = g_new0(Theme, 1);
		g_ptr_array_add(themes, t);
		t->name = g_strdup(names[i]);
		t->line = edited_ini_line(ini, t->name, NULL);
		t->label = text_of(ini->keys, t->name, "label");
		t->description = text_of(ini->keys, t->name, "omschrijving");
		t->query = text_of(ini->keys, t->name, "zoekvraag");
		t->threshold = g_key_file_has_key(ini->keys, names[i], "drempel", NULL)
				       ? g_key_file_get_double(ini->keys, names[i], "drempel", NULL)
				       : THRESHOLD;
	}
	return g_steal_pointer(&themes);
}

gboolean themes_check(const GPtrArray *themes, GError **error)
{
	for (guint i = 0; i < themes->len; i++)
		if (!check(themes->pdata[i], error))
			return FALSE;
	return TRUE;
}

const Theme *themes_find(const GPtrArray *themes, const char *name)
{
	for (guint i = 0; i < themes->len; i++) {
		const Theme *t = themes->pdata[i];
		if (strcmp(t->name, name) == 0)
			return t;
	}
	return NULL;
}

char *themes_choice(const GPtrArray *themes)
{
	g_autoptr(GString) names = g_string_new("Kies uit: ");

	for (guint i = 0; i < themes->len; i++)
		g_string_append_printf(names, "%s%s", i ? ", " : "",
				       ((const Theme *)themes->pdata[i])->name);
	g_string_append_c(names, '.');
	return g_string_free(g_steal_pointer(&names), FALSE);
}

#include "properties.h"

#include <string.h>

#include "events.h"

static void strings_free(gpointer strings)
{
	g_ptr_array_unref(strings);
}

Properties *properties_new(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, strings_free);
}

void properties_free(Properties *p)
{
	if (p)
		g_hash_table_unref(p);
}

static char *key_of(const char *name, const char *scheme)
{
	const char *last = name;

	for (const char *p = name; *p; p++)
		if (*p == '.' || *p == ':')
			last = p + 1;
	if (strcmp(last, "type") == 0 && scheme && g_str_has_suffix(scheme, "Typen"))
		return g_strdup("soort");
	if (strcmp(last, "type") == 0 && scheme && g_str_has_suffix(scheme, "Parlementair"))
		return g_strdup("parlementair");
	return g_ascii_strdown(last, -1);
}

void properties_add(Properties *p, const char *name, const char *scheme, const char *value)
{
	g_autofree char *text = g_strstrip(g_utf8_normalize(value, -1, G_NORMALIZE_NFC));
	g_autofree char *key = key_of(name, scheme);

	if (!*text || !*key)
		return;
	GPtrArray *values = g_hash_table_lookup(p, key);
	if (!values) {
		values = g_ptr_array_new_with_free_func(g_free);
		g_hash_table_insert(p, g_steal_pointer(&key), values);
	}
	g_ptr_array_add(values, g_steal_pointer(&text));
}

const GPtrArray *properties_all(Properties *p, const char *name)
{
	return p ? g_hash_table_lookup(p, name) : NULL;
}

const char *properties_first(Properties *p, const char *name)
{
	const GPtrArray *all = properties_all(p, name);
	return all ? all->pdata[0] : NULL;
}

/* ---- files ----------------------------------------------------------------------------- */

/* metadata.xml has its values in attributes; metadata_owms.xml in the text of elements that hold
 * no others. */
typedef struct {
	Properties *properties;
	GString *text;
	char *scheme; /* of the element at hand */
	gboolean is_leaf;
} Reader;

static void on_start(const char *name, const char *const *attributes, guint line, gpointer user)
{
	Reader *r = user;
	const char *of = events_attribute(attributes, "name");
	const char *content = events_attribute(attributes, "content");
	const char *scheme = events_attribute(attributes, "scheme");

	(void)line;
	if (strcmp(name, "metadata") == 0 && of && content)
		properties_add(r->properties, of, scheme, content);
	g_string_truncate(r->text, 0);
	g_free(r->scheme);
	r->scheme = g_strdup(scheme);
	r->is_leaf = TRUE;
}

static void on_end(const char *name, gpointer user)
{
	Reader *r = user;

	if (r->is_leaf)
		properties_add(r->properties, name, r->scheme, r->text->str);
	r->is_leaf = FALSE;
}

static void on_text(const char *text, gsize len, gpointer user)
{
	g_string_append_len(((Reader *)user)->text, text, (gssize)len);
}

static Properties *read_file(const char *path, GError **error)
{
	static const Events events = { on_start, on_end, on_text };
	g_autoptr(Properties) properties = properties_new();
	g_autoptr(GString) text = g_string_new(NULL);
	Reader r = { .properties = properties, .text = text };
	gboolean ok = events_read_xml(path, &events, &r, error);

	g_free(r.scheme);
	return ok ? g_steal_pointer(&properties) : NULL;
}

static const char *const names[] = { "metadata.xml", "../metadata/metadata.xml",
				     "metadata_owms.xml", "../metadataowms/metadata_owms.xml" };

void properties_stamp(const char *path, GChecksum *sum)
{
	g_autofree char *dir = g_path_get_dirname(path);

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *beside = g_build_filename(dir, names[i], NULL);
		g_autofree char *bytes = NULL;
		gsize n;
		if (g_file_test(beside, G_FILE_TEST_IS_REGULAR) &&
		    g_file_get_contents(beside, &bytes, &n, NULL))
			g_checksum_update(sum, (const guchar *)bytes, (gssize)n);
	}
}

Properties *properties_beside(const char *path, const char *id, char **file, Report *report)
{
	g_autofree char *dir = g_path_get_dirname(path);

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *beside = g_build_filename(dir, names[i], NULL);
		g_autoptr(GError) error = NULL;
		if (!g_file_test(beside, G_FILE_TEST_IS_REGULAR))
			continue;
		g_autoptr(Properties) p = read_file(beside, &error);
		const char *of = properties_first(p, "identifier");
		if (!p) {
			report_warn(report, path, 0, "metadata not used: %s", error->message);
		} else if (g_strcmp0(of, id) != 0) {
			report_warn(report, path, 0, "%s not used: it is of %s", names[i],
				    of ? of : "no document");
		} else {
			*file = g_path_get_basename(beside);
			return g_steal_pointer(&p);
		}
	}
	return NULL;
}

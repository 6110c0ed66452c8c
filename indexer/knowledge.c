#include "knowledge.h"

#include <string.h>

#include "build-id.h"
#include "labels.h"
#include "paths.h"
#include "schema.h"
#include "themes.h"

/* A file of the editor as text: the given one, or that of the corpus. */
static char *load_text(const char *given, const char *name, char **path, GError **error)
{
	char *text = NULL;
	g_autofree char *standard = given ? g_strdup(given) : paths_data(name);

	g_file_get_contents(standard, &text, NULL, error);
	g_free(*path);
	*path = g_steal_pointer(&standard);
	return text;
}

static Gazetteer *load_names(const char *name, GazetteerMode mode, char **text, GError **error)
{
	g_autofree char *path = NULL;

	*text = load_text(NULL, name, &path, error);
	return *text ? gazetteer_parse(*text, mode) : NULL;
}

Knowledge *knowledge_load(const char *themes, const char *thesaurus, GError **error)
{
	g_autoptr(Knowledge) k = g_new0(Knowledge, 1);
	g_autofree char *path = NULL;

	k->dutch = dutch_new();
	k->phrases_text = load_text(NULL, "vraagtaal.lst", &path, error);
	k->places = k->phrases_text
			    ? load_names("plaatsen.lst", GAZETTEER_SAID, &k->places_text, error)
			    : NULL;
	k->organisations = k->places ? load_names("organisaties.lst", GAZETTEER_ANYWHERE,
						  &k->organisations_text, error)
				     : NULL;
	k->editions_text = k->organisations ? load_text(NULL, "edities.lst", &path, error) : NULL;
	k->labels_text = k->editions_text ? load_text(NULL, "labels.lst", &path, error) : NULL;
	if (!k->labels_text)
		return NULL;
	if (!labels_use(k->labels_text, error)) {
		g_prefix_error(error, "%s:", path);
		return NULL;
	}
	k->themes_text = load_text(themes, "themes.ini", &path, error);
	k->themes = k->themes_text ? themes_parse(k->themes_text, error) : NULL;
	if (k->themes && themes_check(k->themes, error)) {
		k->thesaurus_text = load_text(thesaurus, "thesaurus.ini", &path, error);
		if (k->thesaurus_text)
			k->thesaurus = thesaurus_parse(k->thesaurus_text, k->dutch, error);
	}
	if (k->thesaurus)
		return g_steal_pointer(&k);
	if (!g_error_matches(*error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
		g_prefix_error(error, "%s: ", path);
	return NULL;
}

void knowledge_free(Knowledge *k)
{
	if (!k)
		return;
	g_free(k->themes_text);
	g_free(k->thesaurus_text);
	g_free(k->phrases_text);
	g_free(k->places_text);
	g_free(k->organisations_text);
	g_free(k->editions_text);
	g_free(k->labels_text);
	if (k->themes)
		g_ptr_array_unref(k->themes);
	thesaurus_free(k->thesaurus);
	gazetteer_free(k->places);
	gazetteer_free(k->organisations);
	dutch_free(k->dutch);
	g_free(k);
}

/* TRUE when the thesaurus has something to say of the abbreviation already. */
static gboolean is_known(const Knowledge *k, const char *abbreviation)
{
	g_autofree char *key = thesaurus_key(k->dutch, abbreviation, NULL);
	return thesaurus_find(k->thesaurus, key) != NULL;
}

/* ---- learned --------------------------------------------------------------------------- */

typedef struct {
	char *expansion;
	guint pilots;
} Explained;

struct Learned {
	GHashTable *best; /* abbreviation -> Explained */
};

static void explained_free(gpointer data)
{
	Explained *e = data;

	g_free(e->expansion);
	g_free(e);
}

Learned *learned_new(void)
{
	Learned *l = g_new(Learned, 1);

	l->best = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, explained_free);
	return l;
}

void learned_free(Learned *l)
{
	if (!l)
		return;
	g_hash_table_unref(l->best);
	g_free(l);
}

void learned_add(Learned *l, const char *both, guint pilots)
{
	g_auto(GStrv) sides = g_strsplit(both, "=", 2);
	const Explained *before = g_hash_table_lookup(l->best, sides[0]);

	if (!sides[1] ||
	    (before && (before->pilots > pilots ||
			(before->pilots == pilots && strcmp(before->expansion, sides[1]) <= 0))))
		return;
	Explained *e = g_new(Explained, 1);
	*e = (Explained) { g_strdup(sides[1]), pilots };
	g_hash_table_insert(l->best, g_strdup(sides[0]), e);
}

static gint compare_lines(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *learned_lines(const Learned *l, const Knowledge *k)
{
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
	GHashTableIter iter;
	gpointer abbreviation, explained;

	g_hash_table_iter_init(&iter, l->best);
	while (g_hash_table_iter_next(&iter, &abbreviation, &explained))
		if (!is_known(k, abbreviation))
			g_ptr_array_add(lines,
					g_strdup_printf("%s = %s", (char *)abbreviation,
							((Explained *)explained)->expansion));
	g_ptr_array_sort(lines, compare_lines);
	return lines;
}

char *knowledge_thesaurus_table(const Knowledge *k, const GPtrArray *lines)
{
	g_autoptr(GString) text = g_string_new(k->thesaurus_text);

	g_string_append(text, "\n# learned from the documents\n");
	for (guint i = 0; i < lines->len; i++) {
		g_auto(GStrv) sides = g_strsplit(lines->pdata[i], " = ", 2);
		g_string_append_printf(text, "[%s]\nvoluit = %s\n", sides[0], sides[1]);
	}
	g_autoptr(Thesaurus) wider = thesaurus_parse(text->str, k->dutch, NULL);
	return thesaurus_table(wider ? wider : k->thesaurus);
}

char *knowledge_fingerprint(const Knowledge *k)
{
	const char *const parts[] = { INDEX_SCHEMA,        BUILD_ID,
				      dutch_fingerprint(), k->themes_text,
				      k->thesaurus_text,   k->phrases_text,
				      k->places_text,      k->organisations_text,
				      k->labels_text };
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);

	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
		g_checksum_update(sum, (const guchar *)parts[i], (gssize)strlen(parts[i]) + 1);
	return g_strdup(g_checksum_get_string(sum));
}

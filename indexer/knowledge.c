#include "knowledge.h"

#include <string.h>

#include "abbreviations.h"
#include "classify.h"
#include "editions.h"
#include "facts.h"
#include "paths.h"
#include "pilot.h"
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

static Gazetteer *load_names(const char *name, GazetteerMode mode, GError **error)
{
	g_autofree char *path = NULL;
	g_autofree char *text = load_text(NULL, name, &path, error);

	return text ? gazetteer_parse(text, mode) : NULL;
}

Knowledge *knowledge_load(const char *themes, const char *thesaurus, GError **error)
{
	g_autoptr(Knowledge) k = g_new0(Knowledge, 1);
	g_autofree char *path = NULL;

	k->dutch = dutch_new();
	k->phrases_text = load_text(NULL, "vraagtaal.lst", &path, error);
	k->places = k->phrases_text ? load_names("plaatsen.lst", GAZETTEER_SAID, error) : NULL;
	k->organisations =
		k->places ? load_names("organisaties.lst", GAZETTEER_ANYWHERE, error) : NULL;
	k->editions_text = k->organisations ? load_text(NULL, "edities.lst", &path, error) : NULL;
	if (!k->editions_text)
		return NULL;
	k->themes_text = load_text(themes, "themes.ini", &path, error);
	k->themes = k->themes_text ? themes_parse(k->themes_text, error) : NULL;
	if (k->themes) {
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
	g_free(k->editions_text);
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

GPtrArray *knowledge_learn(Knowledge *k, const GPtrArray *pilots)
{
	g_autoptr(GPtrArray) found = abbreviations_find(pilots);
	g_autoptr(GString) text = g_string_new(k->thesaurus_text);
	GPtrArray *learned = g_ptr_array_new_with_free_func(g_free);

	g_string_append(text, "\n# learned from the documents\n");
	for (guint i = 0; i < found->len; i++) {
		const Abbreviation *a = found->pdata[i];
		if (is_known(k, a->abbreviation))
			continue;
		g_string_append_printf(text, "[%s]\nvoluit = %s\n", a->abbreviation, a->expansion);
		g_ptr_array_add(learned, g_strdup_printf("%s = %s", a->abbreviation, a->expansion));
	}
	Thesaurus *wider = learned->len ? thesaurus_parse(text->str, k->dutch, NULL) : NULL;
	if (wider) {
		thesaurus_free(k->thesaurus);
		k->thesaurus = wider;
		g_free(k->thesaurus_text);
		k->thesaurus_text = g_strdup(text->str);
	}
	return learned;
}

void knowledge_apply(const Knowledge *k, GPtrArray *pilots)
{
	g_autoptr(Classifier) classifier = classifier_new(k->themes, k->thesaurus, k->dutch);

	editions_match(pilots, k->editions_text);
	for (guint i = 0; i < pilots->len; i++) {
		facts_find_names(pilots->pdata[i], k->places, k->organisations);
		classifier_apply(classifier, pilots->pdata[i]);
	}
}

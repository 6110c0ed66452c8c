#include "knowledge.h"

#include <fnmatch.h>
#include <glib/gstdio.h>
#include <string.h>

#include "build-id.h"
#include "edited.h"
#include "editions.h"
#include "labels.h"
#include "lexemes.h"
#include "paths.h"
#include "questiontypes.h"
#include "schema.h"
#include "themes.h"

/* ---- the files ------------------------------------------------------------------------- */

static gboolean read_themes(Knowledge *k, const char *text, GError **error)
{
	k->themes = themes_parse(text, error);
	return k->themes && themes_check(k->themes, error);
}

static gboolean read_thesaurus(Knowledge *k, const char *text, GError **error)
{
	return thesaurus_add(k->thesaurus, text, k->dutch, error);
}

static gboolean read_places(Knowledge *k, const char *text, GError **error)
{
	k->places = gazetteer_parse(text, GAZETTEER_SAID, error);
	return k->places != NULL;
}

static gboolean read_organisations(Knowledge *k, const char *text, GError **error)
{
	k->organisations = gazetteer_parse(text, GAZETTEER_ANYWHERE, error);
	return k->organisations != NULL;
}

static gboolean read_labels(Knowledge *k, const char *text, GError **error)
{
	(void)k;
	return labels_use(text, error);
}

static gboolean read_facts(Knowledge *k, const char *text, GError **error)
{
	k->facts = factwords_parse(text, error);
	return k->facts != NULL;
}

/* Who searches reads them again. */
static gboolean read_question_types(Knowledge *k, const char *text, GError **error)
{
	g_autoptr(QuestionTypes) types = questiontypes_parse(text, error);

	(void)k;
	return types != NULL;
}

static gboolean read_editions(Knowledge *k, const char *text, GError **error)
{
	k->editions = editions_parse(text, error);
	return k->editions != NULL;
}

static const char *const names[KNOWLEDGE_FILES + 2] = {
	[KNOWLEDGE_THEMES] = "themes.ini",     [KNOWLEDGE_THESAURUS] = "thesaurus.ini",
	[KNOWLEDGE_PHRASES] = "vraagtaal.lst", [KNOWLEDGE_QUESTION_TYPES] = "vraagsoorten.ini",
	[KNOWLEDGE_PLACES] = "plaatsen.lst",   [KNOWLEDGE_ORGANISATIONS] = "organisaties.lst",
	[KNOWLEDGE_LABELS] = "labels.lst",     [KNOWLEDGE_FACTS] = "feiten.lst",
	[KNOWLEDGE_EDITIONS] = "edities.lst",  [KNOWLEDGE_FILES] = "thesaurus/*.ini",
};

typedef gboolean KnowledgeReader(Knowledge *k, const char *text, GError **error);

/* NULL: any text is right. */
static KnowledgeReader *const readers[KNOWLEDGE_FILES] = {
	[KNOWLEDGE_THEMES] = read_themes, [KNOWLEDGE_THESAURUS] = read_thesaurus,
	[KNOWLEDGE_PLACES] = read_places, [KNOWLEDGE_ORGANISATIONS] = read_organisations,
	[KNOWLEDGE_LABELS] = read_labels, [KNOWLEDGE_QUESTION_TYPES] = read_question_types,
	[KNOWLEDGE_FACTS] = read_facts,   [KNOWLEDGE_EDITIONS] = read_editions,
};

const char *const *knowledge_names(void)
{
	return names;
}

/* ---- where they are -------------------------------------------------------------------- */

#define LAYERS "thesaurus"

/* Of a file; of one of the folder of the thesaurus that of the folder. */
static char *directory_of(const char *path)
{
	g_autofree char *dir = g_path_get_dirname(path);
	g_autofree char *name = g_path_get_basename(dir);

	return g_str_has_suffix(path, ".ini") && strcmp(name, LAYERS) == 0 ? g_path_get_dirname(dir)
									   : g_steal_pointer(&dir);
}

/* Where documents are: the directories among the paths, and those that the files are in. */
static GPtrArray *directories(const char *const *paths)
{
	GPtrArray *dirs = g_ptr_array_new_with_free_func(g_free);

	for (; *paths; paths++)
		g_ptr_array_add(dirs, g_file_test(*paths, G_FILE_TEST_IS_DIR)
					      ? g_strdup(*paths)
					      : directory_of(*paths));
	return dirs;
}

static gboolean is_there(const char *path)
{
	GStatBuf at;
	return g_lstat(path, &at) == 0;
}

static gboolean is_same_file(const char *a, const char *b)
{
	GStatBuf x, y;
	return g_stat(a, &x) == 0 && g_stat(b, &y) == 0 && x.st_dev == y.st_dev &&
	       x.st_ino == y.st_ino;
}

static gboolean is_same_text(const char *a, const char *b)
{
	g_autofree char *x = edited_load(a, NULL), *y = edited_load(b, NULL);
	return x && g_strcmp0(x, y) == 0;
}

/* NULL when no directory has it. */
static char *find_beside(const GPtrArray *dirs, const char *name, Report *report)
{
	g_autofree char *found = NULL;

	for (guint i = 0; i < dirs->len; i++) {
		g_autofree char *path = g_build_filename(dirs->pdata[i], name, NULL);
		if (!is_there(path))
			continue;
		if (!found)
			found = g_steal_pointer(&path);
		else if (!is_same_file(found, path) && !is_same_text(found, path))
			report_warn(report, path, 0, "not used: %s is", found);
	}
	return g_steal_pointer(&found);
}

/* A pipe or a device would be waited for. */
static char *load_text(const char *path, GError **error)
{
	if (!is_there(path) || g_file_test(path, G_FILE_TEST_IS_REGULAR))
		return edited_load(path, error);
	g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s: not a file", path);
	return NULL;
}

/* Reads one; own: not of the corpus, or NULL. In *used which it was when that is not the corpus's.
 */
static gboolean load(Knowledge *k, const char *name, const char *own, KnowledgeReader *reader,
		     char **text, char **used, GError **error)
{
	g_autofree char *standard = paths_data(name);
	const char *path = own ? own : standard;

	*text = load_text(path, error);
	if (!*text)
		return FALSE;
	if (!is_same_file(path, standard))
		*used = g_strdup(own);
	if (!reader || reader(k, *text, error))
		return TRUE;
	g_prefix_error(error, "%s:", path);
	return FALSE;
}

/* ---- the folder of the thesaurus ------------------------------------------------------------ */

static void layer_free(gpointer data)
{
	KnowledgeLayer *l = data;

	g_free(l->name);
	g_free(l->text);
	g_free(l->own);
	g_free(l);
}

static gint by_name(gconstpointer a, gconstpointer b)
{
	return strcmp((*(KnowledgeLayer *const *)a)->name, (*(KnowledgeLayer *const *)b)->name);
}

/* The files of a folder whose names are not there yet. */
static void list_layers(const char *dir, GHashTable *seen, GPtrArray *layers)
{
	g_autofree char *path = g_build_filename(dir, LAYERS, NULL);
	g_autoptr(GDir) open = g_dir_open(path, 0, NULL);
	const char *entry;

	while (open && (entry = g_dir_read_name(open))) {
		g_autofree char *name = g_build_filename(LAYERS, entry, NULL);
		if (*entry == '.' || fnmatch(names[KNOWLEDGE_FILES], name, FNM_PATHNAME) != 0 ||
		    g_hash_table_contains(seen, name))
			continue;
		KnowledgeLayer *l = g_new0(KnowledgeLayer, 1);
		l->name = g_steal_pointer(&name);
		g_hash_table_add(seen, l->name);
		g_ptr_array_add(layers, l);
	}
}

static gboolean load_layers(Knowledge *k, const GPtrArray *dirs, Report *report, GError **error)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	g_autofree char *corpus = paths_data(NULL);

	k->layers = g_ptr_array_new_with_free_func(layer_free);
	for (guint i = 0; i < dirs->len; i++)
		list_layers(dirs->pdata[i], seen, k->layers);
	list_layers(corpus, seen, k->layers);
	g_ptr_array_sort(k->layers, by_name);
	for (guint i = 0; i < k->layers->len; i++) {
		KnowledgeLayer *l = k->layers->pdata[i];
		g_autofree char *own = find_beside(dirs, l->name, report);
		if (!load(k, l->name, own, read_thesaurus, &l->text, &l->own, error))
			return FALSE;
	}
	return TRUE;
}

/* "Rotterdam: 2020 – 2021": in a Looptijd the name of a place says nothing of time. */
static void add_place(gpointer name, gpointer words)
{
	g_autofree char *lower = g_utf8_strdown(name, -1);
	phrases_add(words, lower, L_FILLER);
}

Knowledge *knowledge_load(const char *const given[KNOWLEDGE_FILES], const char *const *documents,
			  Report *report, GError **error)
{
	g_autoptr(Knowledge) k = g_new0(Knowledge, 1);
	g_autoptr(GPtrArray) dirs = directories(documents);

	k->dutch = dutch_new();
	k->thesaurus = thesaurus_new();
	for (KnowledgeFile i = 0; i < KNOWLEDGE_FILES; i++) {
		g_autofree char *own =
			given[i] ? g_strdup(given[i]) : find_beside(dirs, names[i], report);
		if (!load(k, names[i], own, readers[i], &k->text[i], &k->own[i], error))
			return NULL;
	}
	if (!load_layers(k, dirs, report, error))
		return NULL;
	gazetteer_each(k->places, add_place, k->facts->period);
	return g_steal_pointer(&k);
}

void knowledge_free(Knowledge *k)
{
	if (!k)
		return;
	for (gsize i = 0; i < KNOWLEDGE_FILES; i++) {
		g_free(k->text[i]);
		g_free(k->own[i]);
	}
	g_clear_pointer(&k->layers, g_ptr_array_unref);
	g_clear_pointer(&k->themes, g_ptr_array_unref);
	g_clear_pointer(&k->editions, g_hash_table_unref);
	thesaurus_free(k->thesaurus);
	gazetteer_free(k->places);
	gazetteer_free(k->organisations);
	factwords_free(k->facts);
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
	g_autoptr(Thesaurus) wider = thesaurus_new();
	g_autoptr(GString) learned = g_string_new(NULL);
	gboolean ok = thesaurus_add(wider, k->text[KNOWLEDGE_THESAURUS], k->dutch, NULL);

	for (guint i = 0; i < k->layers->len; i++)
		ok = ok && thesaurus_add(wider, ((KnowledgeLayer *)k->layers->pdata[i])->text,
					 k->dutch, NULL);
	for (guint i = 0; i < lines->len; i++) {
		g_auto(GStrv) sides = g_strsplit(lines->pdata[i], " = ", 2);
		g_string_append_printf(learned, "[%s]\nvoluit = %s\n", sides[0], sides[1]);
	}
	ok = ok && thesaurus_add(wider, learned->str, k->dutch, NULL);
	return thesaurus_table(ok ? wider : k->thesaurus);
}

static void add_text(GChecksum *sum, const char *text)
{
	g_checksum_update(sum, (const guchar *)text, (gssize)strlen(text) + 1);
}

char *knowledge_fingerprint(const Knowledge *k)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);

	add_text(sum, INDEX_SCHEMA);
	add_text(sum, BUILD_ID);
	add_text(sum, dutch_fingerprint());
	for (KnowledgeFile i = 0; i < KNOWLEDGE_FILES; i++)
		if (i != KNOWLEDGE_EDITIONS) /* they move pilots, and change none */
			add_text(sum, k->text[i]);
	for (guint i = 0; i < k->layers->len; i++)
		add_text(sum, ((KnowledgeLayer *)k->layers->pdata[i])->text);
	return g_strdup(g_checksum_get_string(sum));
}

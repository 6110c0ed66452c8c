#include "thesaurus.h"

#include <string.h>

#include "edited.h"
#include "keytable.h"

struct Thesaurus {
	GHashTable *links; /* key -> GPtrArray of ThesaurusLink: all, or those that were
			    * looked up in the table */
	char *table;       /* keytable.h, the value being "weight TAB text TAB weight …"; NULL
			    * for one that was read from a file */
	gsize table_len;
};

/* The kinds of relation, and what they weigh in each direction. */
static const struct {
	const char *name;
	double there, back; /* 0: does not lead that way */
} relations[] = {
	{ "gelijk", 0.7, 0.7 },
	{ "voluit", 0.9, 0.9 },
	{ "smaller", 0.5, 0 },
	{ "verwant", 0.3, 0 },
};

GQuark thesaurus_error_quark(void)
{
	return g_quark_from_static_string("thesaurus-error");
}

static void link_free(gpointer data)
{
	ThesaurusLink *l = data;

	g_free(l->text);
	g_free(l);
}

/* ---- keys ------------------------------------------------------------------------- */

typedef struct {
	GString *key;
	guint words;
} KeyMaker;

static void on_token(const DutchToken *t, gpointer user)
{
	KeyMaker *m = user;

	if (t->kind != DUTCH_WORD)
		return;
	g_string_append(m->key, m->words++ ? " " : "");
	g_string_append(m->key, t->stem);
}

char *thesaurus_key(Dutch *dutch, const char *text, guint *words)
{
	KeyMaker m = { g_string_new(NULL), 0 };

	dutch_analyse(dutch, text, strlen(text), on_token, &m);
	if (words)
		*words = m.words;
	return g_string_free(m.key, FALSE);
}

/* ---- reading ----------------------------------------------------------------------- */

static gint by_weight(gconstpointer a, gconstpointer b)
{
	double x = (*(ThesaurusLink *const *)a)->weight, y = (*(ThesaurusLink *const *)b)->weight;
	return x > y ? -1 : x < y;
}

static void add_link(Thesaurus *t, const char *key, const char *text, double weight)
{
	GPtrArray *links = g_hash_table_lookup(t->links, key);

	if (!links) {
		links = g_ptr_array_new_with_free_func(link_free);
		g_hash_table_insert(t->links, g_strdup(key), links);
	}
	ThesaurusLink *l = g_new(ThesaurusLink, 1);
	*l = (ThesaurusLink) { g_strdup(text), weight };
	g_strdelimit(l->text, "\t\r\n", ' '); /* the table is divided by them */
	g_ptr_array_add(links, l);
	g_ptr_array_sort(links, by_weight);
}

static char *checked_key(Dutch *dutch, const char *text, GError **error)
{
	guint words;
	char *key = thesaurus_key(dutch, text, &words);

	if (words >= 1 && words <= THESAURUS_MAX_WORDS)
		return key;
	g_free(key);
	g_set_error(error, THESAURUS_ERROR, THESAURUS_ERROR_FILE,
		    "'%s': an expression has 1 to %d words", text, THESAURUS_MAX_WORDS);
	return NULL;
}

static int relation_of(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(relations); i++)
		if (strcmp(relations[i].name, name) == 0)
			return i;
	return -1;
}

static gboolean add_expressions(Thesaurus *t, Dutch *dutch, const char *head, const char *values,
				int relation, GError **error)
{
	g_auto(GStrv) others = g_strsplit(values, ";", -1);
	g_autofree char *head_key = checked_key(dutch, head, error);

	if (!head_key)
		return FALSE;
	for (char **other = others; *other; other++) {
		if (!*g_strstrip(*other))
			continue;
		g_autofree char *key = checked_key(dutch, *other, error);
		if (!key)
			return FALSE;
		if (strcmp(key, head_key) == 0) /* a spelling that the stems know already */
			continue;
		add_link(t, head_key, *other, relations[relation].there);
		if (relations[relation].back > 0)
			add_link(t, key, head, relations[relation].back);
	}
	return TRUE;
}

static gboolean add_key(Thesaurus *t, Dutch *dutch, GKeyFile *keys, const char *head,
			const char *key, GError **error)
{
	g_autofree char *values = g_key_file_get_value(keys, head, key, NULL);
	int relation = relation_of(key);

	if (relation >= 0)
		return add_expressions(t, dutch, head, values, relation, error);
	g_set_error(error, THESAURUS_ERROR, THESAURUS_ERROR_FILE,
		    "[%s]: unknown key '%s' (one of: gelijk, voluit, smaller, verwant)", head, key);
	return FALSE;
}

static gboolean add_block(Thesaurus *t, Dutch *dutch, const EditedIni *ini, const char *head,
			  GError **error)
{
	g_auto(GStrv) keys = g_key_file_get_keys(ini->keys, head, NULL, NULL);

	for (char **key = keys; *key; key++)
		if (!add_key(t, dutch, ini->keys, head, *key, error)) {
			g_prefix_error(error, "%u: ", edited_ini_line(ini, head, *key));
			return FALSE;
		}
	return TRUE;
}

Thesaurus *thesaurus_parse(const char *text, Dutch *dutch, GError **error)
{
	g_autoptr(Thesaurus) t = g_new0(Thesaurus, 1);
	g_autoptr(EditedIni) ini = edited_ini(text, error);

	t->links = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
					 (GDestroyNotify)g_ptr_array_unref);
	if (!ini)
		return NULL;
	g_auto(GStrv) heads = g_key_file_get_groups(ini->keys, NULL);
	for (char **head = heads; *head; head++)
		if (!add_block(t, dutch, ini, *head, error))
			return NULL;
	return g_steal_pointer(&t);
}

void thesaurus_free(Thesaurus *t)
{
	if (!t)
		return;
	g_hash_table_unref(t->links);
	g_free(t->table);
	g_free(t);
}

/* ---- as a table ---------------------------------------------------------------------- */

char *thesaurus_table(const Thesaurus *t)
{
	g_autoptr(GHashTable) values = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
	GHashTableIter iter;
	gpointer key, links;

	g_hash_table_iter_init(&iter, t->links);
	while (g_hash_table_iter_next(&iter, &key, &links)) {
		GString *value = g_string_new(NULL);
		for (guint i = 0; i < ((GPtrArray *)links)->len; i++) {
			const ThesaurusLink *l = ((GPtrArray *)links)->pdata[i];
			char weight[G_ASCII_DTOSTR_BUF_SIZE];
			g_ascii_dtostr(weight, sizeof weight, l->weight);
			g_string_append_printf(value, "%s%s\t%s", i ? "\t" : "", weight, l->text);
		}
		g_hash_table_insert(values, key, g_string_free(value, FALSE));
	}
	return keytable_make(values);
}

Thesaurus *thesaurus_open(char *take)
{
	Thesaurus *t = g_new0(Thesaurus, 1);

	t->links = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
					 (GDestroyNotify)g_ptr_array_unref);
	t->table = take;
	t->table_len = strlen(take);
	return t;
}

const GPtrArray *thesaurus_find(const Thesaurus *t, const char *key)
{
	const GPtrArray *known = g_hash_table_lookup(t->links, key);
	gsize len;
	const char *value =
		known || !t->table ? NULL : keytable_find(t->table, t->table_len, key, &len);

	if (!value)
		return known;
	g_autofree char *line = g_strndup(value, len);
	g_auto(GStrv) fields = g_strsplit(line, "\t", -1);
	GPtrArray *links = g_ptr_array_new_with_free_func(link_free);
	for (char **f = fields; f[0] && f[1]; f += 2) {
		ThesaurusLink *l = g_new(ThesaurusLink, 1);
		*l = (ThesaurusLink) { g_strdup(f[1]), g_ascii_strtod(f[0], NULL) };
		g_ptr_array_add(links, l);
	}
	g_hash_table_insert(t->links, g_strdup(key), links);
	return links;
}

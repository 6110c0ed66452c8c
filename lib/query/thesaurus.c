#include "thesaurus.h"

#include <string.h>

#include "edited.h"
#include "keytable.h"
#include "ways.h"

struct Thesaurus {
	GHashTable *links; /* key -> GPtrArray of ThesaurusLink: all, or those that were
			    * looked up in the table */
	char *table;       /* keytable.h, the value being "code TAB text TAB code …"; NULL
			    * for one that was read from files */
	gsize table_len;
	ThesaurusFunc func; /* is told of what is read; NULL for nobody */
	gpointer user;
};

/* The kinds of relation, as files call them, and the way they lead. */
static const struct {
	const char *name;
	Way way;
	gboolean both_ways;
} relations[N_RELATIONS] = {
	[RELATION_SAME] = { "gelijk", WAY_SAME, TRUE },
	[RELATION_IN_FULL] = { "voluit", WAY_IN_FULL, TRUE },
	[RELATION_NARROWER] = { "smaller", WAY_NARROWER, FALSE },
	[RELATION_RELATED] = { "verwant", WAY_RELATED, FALSE },
};

static const char *const registers[N_REGISTERS] = { "", "leek", "jargon", "voluit" };

GQuark thesaurus_error_quark(void)
{
	return g_quark_from_static_string("thesaurus-error");
}

static void link_free(gpointer data)
{
	ThesaurusLink *l = data;

	g_free(l->text);
	g_free(l->key);
	g_free(l);
}

/* Before the keys of what an expression says without its light words. */
#define TELLING "="

/* ---- keys ------------------------------------------------------------------------- */

void thesaurus_key_start(ThesaurusKey *key)
{
	*key = (ThesaurusKey) { g_string_new(NULL), g_string_new(NULL), 0, 0, FALSE, FALSE };
}

static void add_stem(GString *to, guint *words, const char *stem)
{
	g_string_append(to, (*words)++ ? " " : "");
	g_string_append(to, stem);
}

void thesaurus_key_add(ThesaurusKey *key, const char *stem, gboolean light)
{
	key->starts = key->words ? key->starts : !light;
	key->bare = key->starts && !light;
	add_stem(key->all, &key->words, stem);
	if (!light)
		add_stem(key->telling, &key->tell, stem);
}

void thesaurus_key_clear(ThesaurusKey *key)
{
	g_string_free(key->all, TRUE);
	g_string_free(key->telling, TRUE);
}

static void on_token(const DutchToken *t, gpointer user)
{
	if (t->kind == DUTCH_WORD)
		thesaurus_key_add(user, t->stem, t->light);
}

static void key_of(Dutch *dutch, const char *text, ThesaurusKey *key)
{
	thesaurus_key_start(key);
	dutch_analyse(dutch, text, strlen(text), on_token, key);
}

char *thesaurus_key(Dutch *dutch, const char *text, guint *words)
{
	ThesaurusKey key;

	key_of(dutch, text, &key);
	if (words)
		*words = key.words;
	char *all = g_strdup(key.all->str);
	thesaurus_key_clear(&key);
	return all;
}

/* ---- reading ----------------------------------------------------------------------- */

static gint by_weight(gconstpointer a, gconstpointer b)
{
	double x = (*(ThesaurusLink *const *)a)->weight, y = (*(ThesaurusLink *const *)b)->weight;
	return x > y ? -1 : x < y;
}

static GPtrArray *links_new(void)
{
	return g_ptr_array_new_with_free_func(link_free);
}

static ThesaurusLink *link_new(const char *text, const char *key, ThesaurusRelation relation,
			       ThesaurusRegister reg)
{
	ThesaurusLink *l = g_new(ThesaurusLink, 1);

	*l = (ThesaurusLink) { g_strdup(text), g_strdup(key), relation, reg,
			       way_weights[relations[relation].way] };
	return l;
}

static ThesaurusLink *find_link(const GPtrArray *links, const char *key)
{
	for (guint i = 0; i < links->len; i++) {
		ThesaurusLink *l = links->pdata[i];
		if (strcmp(l->key, key) == 0)
			return l;
	}
	return NULL;
}

/* One expression leads to another once, in the strongest way that any block says. */
static void add_link(Thesaurus *t, const char *from, const ThesaurusLink *to)
{
	GPtrArray *links = g_hash_table_lookup(t->links, from);

	if (!links) {
		links = links_new();
		g_hash_table_insert(t->links, g_strdup(from), links);
	}
	ThesaurusLink *before = find_link(links, to->key);
	if (before && before->weight >= to->weight)
		return;
	if (before)
		g_ptr_array_remove(links, before);
	ThesaurusLink *l = link_new(to->text, to->key, to->relation, to->reg);
	g_strdelimit(l->text, "\t\r\n", ' '); /* the table is divided by them */
	g_ptr_array_add(links, l);
	g_ptr_array_sort(links, by_weight);
}

/* FALSE with an error; the caller clears the key. */
static gboolean read_key(Dutch *dutch, const char *text, ThesaurusKey *key, GError **error)
{
	key_of(dutch, text, key);
	if (key->words >= 1 && key->words <= THESAURUS_MAX_WORDS)
		return TRUE;
	g_set_error(error, THESAURUS_ERROR, THESAURUS_ERROR_FILE,
		    "'%s': an expression has 1 to %d words", text, THESAURUS_MAX_WORDS);
	return FALSE;
}

/* A block while it is read. */
typedef struct {
	const EditedIni *ini;
	const char *head;
	ThesaurusKey key; /* of the head */
	ThesaurusRegister reg;
} Block;

/* Under all its words, and under those that say something. */
static void add_from(Thesaurus *t, const ThesaurusKey *from, const ThesaurusLink *to)
{
	add_link(t, from->all->str, to);
	if (from->tell > 1 && from->tell < from->words) {
		g_autofree char *telling = g_strconcat(TELLING, from->telling->str, NULL);
		add_link(t, telling, to);
	}
}

static void add_expression(Thesaurus *t, const Block *b, const char *text, const ThesaurusKey *key,
			   ThesaurusRelation relation)
{
	const double weight = way_weights[relations[relation].way];
	const ThesaurusLink there = { (char *)text, key->all->str, relation, b->reg, weight };
	const ThesaurusLink back = { (char *)b->head, b->key.all->str, relation, b->reg, weight };

	if (t->func) {
		const ThesaurusSaid said = { b->head, text, relation,
					     edited_ini_line(b->ini, b->head,
							     relations[relation].name) };
		t->func(&said, t->user);
	}
	if (strcmp(there.key, back.key) == 0) /* a spelling that the stems know already */
		return;
	add_from(t, &b->key, &there);
	if (relations[relation].both_ways)
		add_from(t, key, &back);
}

static gboolean add_expressions(Thesaurus *t, Dutch *dutch, const Block *b, const char *values,
				ThesaurusRelation relation, GError **error)
{
	g_auto(GStrv) others = g_strsplit(values, ";", -1);
	gboolean ok = TRUE;

	for (char **other = others; *other && ok; other++) {
		ThesaurusKey key;
		if (!*g_strstrip(*other))
			continue;
		ok = read_key(dutch, *other, &key, error);
		if (ok)
			add_expression(t, b, *other, &key, relation);
		thesaurus_key_clear(&key);
	}
	return ok;
}

static gboolean add_key(Thesaurus *t, Dutch *dutch, const Block *b, const char *key, GError **error)
{
	g_autofree char *values = g_key_file_get_value(b->ini->keys, b->head, key, NULL);

	if (strcmp(key, "register") == 0)
		return TRUE;
	for (ThesaurusRelation r = 0; r < N_RELATIONS; r++)
		if (strcmp(relations[r].name, key) == 0)
			return add_expressions(t, dutch, b, values, r, error);
	g_set_error(error, THESAURUS_ERROR, THESAURUS_ERROR_FILE,
		    "[%s]: unknown key '%s' (one of: gelijk, voluit, smaller, verwant, register)",
		    b->head, key);
	return FALSE;
}

static gboolean read_register(Block *b, GError **error)
{
	g_autofree char *name = g_key_file_get_value(b->ini->keys, b->head, "register", NULL);

	for (ThesaurusRegister r = REGISTER_NONE + 1; name && r < N_REGISTERS; r++)
		if (strcmp(registers[r], name) == 0)
			b->reg = r;
	return !name || b->reg ||
	       edited_fail(error, edited_ini_line(b->ini, b->head, "register"),
			   "[%s]: register '%s' is none of: leek, jargon, voluit", b->head, name);
}

static gboolean add_keys(Thesaurus *t, Dutch *dutch, const Block *b, GError **error)
{
	g_auto(GStrv) keys = g_key_file_get_keys(b->ini->keys, b->head, NULL, NULL);

	for (char **key = keys; *key; key++)
		if (!add_key(t, dutch, b, *key, error)) {
			g_prefix_error(error, "%u: ", edited_ini_line(b->ini, b->head, *key));
			return FALSE;
		}
	return TRUE;
}

static gboolean add_block(Thesaurus *t, Dutch *dutch, const EditedIni *ini, const char *head,
			  GError **error)
{
	Block b = { .ini = ini, .head = head };
	gboolean ok = read_key(dutch, head, &b.key, error);

	if (!ok)
		g_prefix_error(error, "%u: ", edited_ini_line(ini, head, NULL));
	ok = ok && read_register(&b, error) && add_keys(t, dutch, &b, error);
	thesaurus_key_clear(&b.key);
	return ok;
}

Thesaurus *thesaurus_new(void)
{
	Thesaurus *t = g_new0(Thesaurus, 1);

	t->links = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
					 (GDestroyNotify)g_ptr_array_unref);
	return t;
}

gboolean thesaurus_add(Thesaurus *t, const char *text, Dutch *dutch, GError **error)
{
	g_autoptr(EditedIni) ini = edited_ini(text, error);

	if (!ini)
		return FALSE;
	g_auto(GStrv) heads = g_key_file_get_groups(ini->keys, NULL);
	for (char **head = heads; *head; head++)
		if (!add_block(t, dutch, ini, *head, error))
			return FALSE;
	return TRUE;
}

Thesaurus *thesaurus_parse(const char *text, Dutch *dutch, GError **error)
{
	g_autoptr(Thesaurus) t = thesaurus_new();
	return thesaurus_add(t, text, dutch, error) ? g_steal_pointer(&t) : NULL;
}

gboolean thesaurus_each(const char *text, Dutch *dutch, ThesaurusFunc func, gpointer user,
			GError **error)
{
	g_autoptr(Thesaurus) t = thesaurus_new();

	t->func = func;
	t->user = user;
	return thesaurus_add(t, text, dutch, error);
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
			g_string_append_printf(value, "%s%c%c\t%s", i ? "\t" : "",
					       '0' + l->relation, '0' + l->reg, l->text);
		}
		g_hash_table_insert(values, key, g_string_free(value, FALSE));
	}
	return keytable_make(values);
}

Thesaurus *thesaurus_open(char *take)
{
	Thesaurus *t = thesaurus_new();

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
	GPtrArray *links = links_new();
	for (char **f = fields; f[0] && f[1]; f += 2) {
		guint relation = (guint)(f[0][0] - '0'), reg = f[0][0] ? (guint)(f[0][1] - '0') : 0;
		if (relation < N_RELATIONS && reg < N_REGISTERS)
			g_ptr_array_add(links, link_new(f[1], NULL, relation, reg));
	}
	g_hash_table_insert(t->links, g_strdup(key), links);
	return links;
}

const GPtrArray *thesaurus_find_key(const Thesaurus *t, const ThesaurusKey *key)
{
	const GPtrArray *found = thesaurus_find(t, key->all->str);

	if (found || !key->bare || key->tell < 2)
		return found;
	g_autofree char *telling = g_strconcat(TELLING, key->telling->str, NULL);
	found = thesaurus_find(t, telling);
	return found ? found : thesaurus_find(t, key->telling->str);
}

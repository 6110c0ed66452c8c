#include "editions.h"

#include <string.h>

#include "edited.h"
#include "hash.h"

#define SAME_TITLE 0.8 /* share of letter pairs that two titles have in common */

/* ---- titles ------------------------------------------------------------------------ */

static GHashTable *pairs_of(const char *slug, guint *count)
{
	GHashTable *pairs = g_hash_table_new(NULL, NULL);

	for (const char *p = slug; p[0] && p[1]; p++)
		g_hash_table_add(pairs,
				 GUINT_TO_POINTER(((guint)(guchar)p[0] << 8) | (guchar)p[1]));
	*count = g_hash_table_size(pairs);
	return pairs;
}

/* Dice's coefficient over pairs of letters: 1 for the same, 0 for nothing shared. */
static double similarity(const char *a, const char *b)
{
	guint n, m, shared = 0;
	g_autoptr(GHashTable) x = pairs_of(a, &n);
	g_autoptr(GHashTable) y = pairs_of(b, &m);
	GHashTableIter iter;
	gpointer pair;

	g_hash_table_iter_init(&iter, x);
	while (g_hash_table_iter_next(&iter, &pair, NULL))
		shared += g_hash_table_contains(y, pair);
	return n + m ? 2.0 * shared / (n + m) : 0;
}

/* "Divosa / Gemeente Almere" and "Divosa / Gemeente Utrecht" are nearly the same
 * letters and two pilots: the words that differ must differ by little each. */
static gboolean is_nearly(const char *a, const char *b)
{
	g_auto(GStrv) x = g_strsplit(a, "-", -1);
	g_auto(GStrv) y = g_strsplit(b, "-", -1);

	if (similarity(a, b) < SAME_TITLE || g_strv_length(x) != g_strv_length(y))
		return FALSE;
	for (guint i = 0; x[i]; i++)
		if (strcmp(x[i], y[i]) != 0 && similarity(x[i], y[i]) < SAME_TITLE / 2)
			return FALSE;
	return TRUE;
}

/* ---- what is looked up --------------------------------------------------------------- */

/* An id has no blanks: who wrote a title there means something else than is read. */
static gboolean is_id(const char *text)
{
	return *text && !strpbrk(text, " \t=");
}

static gboolean add_stated(char *line, guint number, gpointer user, GError **error)
{
	g_auto(GStrv) sides = g_strsplit(line, "=", 2);

	if (!sides[1] || !is_id(g_strstrip(sides[0])) || !is_id(g_strstrip(sides[1])))
		return edited_fail(error, number, "not \"id-in-the-newer = id-in-the-older\"");
	return g_hash_table_insert(user, g_strdup(sides[0]), g_strdup(sides[1])) ||
	       edited_fail(error, number, "what %s was before is stated twice", sides[0]);
}

GHashTable *editions_parse(const char *text, GError **error)
{
	g_autoptr(GHashTable) stated =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);

	return edited_each_line(text, add_stated, stated, error) ? g_steal_pointer(&stated) : NULL;
}

/* Entries under a key, the last that was added first. */
typedef struct Chain {
	Entry *entry;
	struct Chain *next;
} Chain;

typedef struct {
	GHashTable *chains; /* key -> Chain */
	GArray *blocks;     /* of Chain *: where the chains are kept, many at a time */
	gsize used;
} Chains;

#define BLOCK 4096

static void chains_init(Chains *c, GHashFunc hash, GEqualFunc equal)
{
	*c = (Chains) { g_hash_table_new(hash, equal), g_array_new(FALSE, FALSE, sizeof(Chain *)),
			BLOCK };
}

static void chains_clear(Chains *c)
{
	for (guint i = 0; i < c->blocks->len; i++)
		g_free(g_array_index(c->blocks, Chain *, i));
	g_array_unref(c->blocks);
	g_hash_table_unref(c->chains);
}

static void chains_add(Chains *c, gpointer key, Entry *entry)
{
	if (c->used == BLOCK) {
		Chain *block = g_new(Chain, BLOCK);
		g_array_append_val(c->blocks, block);
		c->used = 0;
		/* cppcheck-suppress memleak ; the array has it */
	}
	Chain *link = &g_array_index(c->blocks, Chain *, c->blocks->len - 1)[c->used++];
	*link = (Chain) { entry, g_hash_table_lookup(c->chains, key) };
	g_hash_table_insert(c->chains, key, link);
}

static gboolean may_follow(const Entry *newer, const Entry *older)
{
	return older->relation.is_latest && strcmp(older->date, newer->date) < 0;
}

/* The newest entry under a key that may be the edition before. */
static Entry *older_with(const Chains *c, const char *key, const Entry *newer)
{
	for (const Chain *l = key ? g_hash_table_lookup(c->chains, key) : NULL; l; l = l->next)
		if (may_follow(newer, l->entry))
			return l->entry;
	return NULL;
}

static void link_editions(Entry *newer, Entry *older)
{
	newer->older = older;
	if (older)
		older->relation.is_latest = FALSE;
}

/* ---- matching ------------------------------------------------------------------------- */

static gint by_date(gconstpointer a, gconstpointer b)
{
	return strcmp((*(Entry *const *)a)->date, (*(Entry *const *)b)->date);
}

/* The sure ways: an editor says so, the same id, the name that it had. */
static void match_sure(const GPtrArray *sorted, GHashTable *stated)
{
	Chains by_id;

	chains_init(&by_id, g_str_hash, g_str_equal);
	for (guint i = 0; i < sorted->len; i++) {
		Entry *e = sorted->pdata[i];
		Entry *older = older_with(&by_id, g_hash_table_lookup(stated, e->id), e);
		older = older ? older : older_with(&by_id, e->id, e);
		older = older ? older : older_with(&by_id, e->formerly, e);
		link_editions(e, older);
		chains_add(&by_id, (gpointer)e->id, e);
	}
	chains_clear(&by_id);
}

#define MAX_NEAR 100 /* titles that one is compared with */

/* Calls func with a key for each word of an id, made of the place of that word and all the
 * others: two titles that differ in one word have one key in common. */
static void each_key(Entry *e, void (*func)(Entry *e, gpointer key, gpointer user), gpointer user)
{
	g_auto(GStrv) words = g_strsplit(e->id, "-", -1);

	for (guint i = 0; words[i]; i++) {
		g_autoptr(GString) others = g_string_new(NULL);
		for (guint k = 0; words[k]; k++)
			g_string_append_printf(others, "%s-", k == i ? "" : words[k]);
		if (!words[1]) /* one word: it begins in the same way */
			g_string_append_printf(others, "%.3s", words[0]);
		guint64 hash = hash_bytes(others->str, others->len);
		func(e, GSIZE_TO_POINTER((gsize)hash), user);
	}
}

static void add_key(Entry *e, gpointer key, gpointer user)
{
	chains_add(user, key, e);
}

static void match_key(Entry *e, gpointer key, gpointer user)
{
	guint left = MAX_NEAR;

	for (const Chain *l = g_hash_table_lookup(((Chains *)user)->chains, key);
	     l && left && !e->older; l = l->next, left--)
		if (may_follow(e, l->entry) && is_nearly(e->id, l->entry->id))
			link_editions(e, l->entry);
}

/* What is left over: nearly the same title. */
static void match_near(const GPtrArray *sorted)
{
	Chains by_words;

	chains_init(&by_words, NULL, NULL);
	for (guint i = 0; i < sorted->len; i++) {
		Entry *e = sorted->pdata[i];
		if (!e->older)
			each_key(e, match_key, &by_words);
		if (e->relation.is_latest)
			each_key(e, add_key, &by_words);
	}
	chains_clear(&by_words);
}

static void name_identities(const GPtrArray *sorted)
{
	g_autoptr(GHashTable) owned = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < sorted->len; i++) { /* the older first */
		Entry *e = sorted->pdata[i];
		e->relation.identity = e->older ? e->older->relation.identity : e->id;
		e->relation.has_others = e->older || !e->relation.is_latest;
	}
	for (guint i = sorted->len; i-- > 0;) { /* an id leads to the last that has it */
		Entry *e = sorted->pdata[i];
		e->relation.owns_id = g_hash_table_add(owned, (gpointer)e->id);
	}
}

void editions_match(GPtrArray *entries, GHashTable *stated)
{
	g_autoptr(GPtrArray) sorted = g_ptr_array_copy(entries, NULL, NULL);

	g_ptr_array_set_free_func(sorted, NULL);
	g_ptr_array_sort(sorted, by_date);
	for (guint i = 0; i < sorted->len; i++)
		((Entry *)sorted->pdata[i])->relation = (Relation) { .is_latest = TRUE };
	match_sure(sorted, stated);
	if (sorted->len && by_date(&sorted->pdata[0], &sorted->pdata[sorted->len - 1]) != 0)
		match_near(sorted);
	name_identities(sorted);
}

static gint by_text(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *editions_idle(const GPtrArray *entries, GHashTable *stated)
{
	g_autoptr(GHashTable) met = g_hash_table_new(g_str_hash, g_str_equal);
	GPtrArray *idle = g_ptr_array_new_with_free_func(g_free);
	GHashTableIter iter;
	gpointer newer, older;

	for (guint i = 0; i < entries->len; i++) {
		const Entry *e = entries->pdata[i];
		const char *said = g_hash_table_lookup(stated, e->id);
		if (said && e->older && strcmp(e->older->id, said) == 0)
			g_hash_table_add(met, (gpointer)e->id);
	}
	g_hash_table_iter_init(&iter, stated);
	while (g_hash_table_iter_next(&iter, &newer, &older))
		if (!g_hash_table_contains(met, newer))
			g_ptr_array_add(idle,
					g_strdup_printf("%s = %s", (char *)newer, (char *)older));
	g_ptr_array_sort(idle, by_text);
	return idle;
}

gboolean relation_equal(const Relation *a, const Relation *b)
{
	return g_strcmp0(a->identity, b->identity) == 0 && a->is_latest == b->is_latest &&
	       a->owns_id == b->owns_id && a->has_others == b->has_others;
}

#include "context.h"

#include <string.h>

#include "fields.h"
#include "postings.h"

static void token_clear(gpointer data)
{
	Token *t = data;

	g_free(t->exact);
	g_free(t->stem);
}

static void expression_free(gpointer data)
{
	Expression *e = data;

	g_array_unref(e->tokens);
	thesaurus_key_clear(&e->key);
	g_free(e);
}

QueryContext *query_context_new(Dutch *dutch, const Thesaurus *thesaurus, XapianReader *reader)
{
	QueryContext *c = g_new0(QueryContext, 1);

	c->dutch = dutch;
	c->thesaurus = thesaurus;
	c->reader = reader;
	c->expressions = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, expression_free);
	c->frequencies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return c;
}

void query_context_free(QueryContext *c)
{
	if (!c)
		return;
	g_hash_table_unref(c->expressions);
	g_hash_table_unref(c->frequencies);
	g_clear_pointer(&c->provinces, g_hash_table_unref);
	g_clear_error(&c->error);
	g_free(c);
}

void query_context_forget(QueryContext *c)
{
	g_hash_table_remove_all(c->expressions);
	g_hash_table_remove_all(c->frequencies);
	g_clear_pointer(&c->provinces, g_hash_table_unref);
}

gboolean query_context_check(QueryContext *c, GError **error)
{
	if (!c->error)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&c->error));
	return FALSE;
}

GError **query_context_error(QueryContext *c)
{
	return c->error ? NULL : &c->error;
}

/* ---- texts -------------------------------------------------------------------------- */

static void on_token(const DutchToken *t, gpointer user)
{
	Expression *e = user;
	const Token token = { g_strdup(t->exact), g_strdup(t->stem), t->kind, t->run, t->stop };

	if (t->kind == DUTCH_WORD) {
		thesaurus_key_add(&e->key, t->stem, t->light);
		e->words++;
		e->stop = e->stop && t->stop;
	}
	g_array_append_val(e->tokens, token);
}

const Expression *query_expression(QueryContext *c, const char *text)
{
	Expression *e = g_hash_table_lookup(c->expressions, text);

	if (e)
		return e;
	e = g_new0(Expression, 1);
	thesaurus_key_start(&e->key);
	e->tokens = g_array_new(FALSE, FALSE, sizeof(Token));
	e->stop = TRUE;
	g_array_set_clear_func(e->tokens, token_clear);
	dutch_analyse(c->dutch, text, strlen(text), on_token, e);
	g_hash_table_insert(c->expressions, g_strdup(text), e);
	return e;
}

const GPtrArray *query_links(const QueryContext *c, const Expression *e)
{
	return c->thesaurus ? thesaurus_find_key(c->thesaurus, &e->key) : NULL;
}

/* ---- counts --------------------------------------------------------------------------- */

guint query_frequency(QueryContext *c, const char *kind, const char *word)
{
	g_autofree char *key = g_strconcat(kind, word, NULL);
	gpointer known;

	if (!c->reader || c->error || !*word)
		return 0;
	if (g_hash_table_lookup_extended(c->frequencies, key, NULL, &known))
		return GPOINTER_TO_UINT(known);
	guint n = postings_frequency(c->reader, c->dutch, kind, word, &c->error);
	g_hash_table_insert(c->frequencies, g_steal_pointer(&key), GUINT_TO_POINTER(n));
	return n;
}

/* ---- provinces ------------------------------------------------------------------------- */

#define MOST_PROVINCES 1000 /* that are looked at */
#define IS_PROVINCE "provincie "
#define PROVINCE_MARK " (provincie)"

static gboolean keep_province(const char *term, guint frequency, gpointer user)
{
	GHashTable *provinces = user;

	g_hash_table_insert(provinces, g_strdup(term + strlen(fields[FIELD_PROVINCIE].prefix)),
			    GUINT_TO_POINTER(frequency));
	return g_hash_table_size(provinces) < MOST_PROVINCES;
}

/* All at once, as there are few. */
static GHashTable *provinces_of(QueryContext *c)
{
	if (c->provinces)
		return c->provinces;
	c->provinces = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	if (c->reader)
		xapian_reader_terms(c->reader, fields[FIELD_PROVINCIE].prefix, keep_province,
				    c->provinces, query_context_error(c));
	return c->provinces;
}

/* Takes the name. */
static const char *province_called(QueryContext *c, char *take, guint *documents)
{
	g_autofree char *name = take;
	gpointer kept = NULL, n = NULL;

	g_hash_table_lookup_extended(provinces_of(c), name, &kept, &n);
	*documents = GPOINTER_TO_UINT(n);
	return kept;
}

static const char *province_in_thesaurus(QueryContext *c, const char *name, guint *documents)
{
	const GPtrArray *links = query_links(c, query_expression(c, name));
	const char *found = NULL;

	for (guint i = 0; links && i < links->len && !found; i++) {
		const ThesaurusLink *link = links->pdata[i];
		if (thesaurus_is_name(link))
			found = province_called(c, dutch_fold(link->text), documents);
	}
	return found;
}

const char *query_province(QueryContext *c, const char *text, guint *documents)
{
	g_autofree char *folded = dutch_fold(text);
	gboolean said = g_str_has_prefix(folded, IS_PROVINCE);
	const char *name = folded + (said ? strlen(IS_PROVINCE) : 0), *found = NULL;

	*documents = 0;
	if (!g_hash_table_size(provinces_of(c)))
		return NULL;
	if (said)
		found = province_called(c, g_strconcat(name, PROVINCE_MARK, NULL), documents);
	if (!found)
		found = province_called(c, g_strdup(name), documents);
	if (!found)
		found = province_called(c, g_strdelimit(g_strdup(name), " ", '-'), documents);
	if (!found && (said || !strchr(name, ' '))) /* most rows of words are no name */
		found = province_in_thesaurus(c, name, documents);
	return found;
}

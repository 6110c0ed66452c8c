#include "suggest.h"

#include <string.h>

#define MOST_TERMS 5000 /* that are looked at: bounds the work for a short prefix */

typedef struct {
	const char *before; /* what was typed before the last word */
	GPtrArray *found;   /* of Suggestion * */
	guint seen;
} Collected;

static void suggestion_free(gpointer data)
{
	Suggestion *s = data;

	g_free(s->text);
	g_free(s);
}

/* Terms without a prefix are words as they stand in the text, lower case. */
static gboolean collect(const char *term, guint frequency, gpointer user)
{
	Collected *c = user;
	Suggestion *s = g_new(Suggestion, 1);

	*s = (Suggestion) { g_strconcat(c->before, term, NULL), frequency };
	g_ptr_array_add(c->found, s);
	return ++c->seen < MOST_TERMS;
}

static gint by_frequency(gconstpointer a, gconstpointer b)
{
	const Suggestion *x = *(Suggestion *const *)a, *y = *(Suggestion *const *)b;

	if (x->pilots != y->pilots)
		return x->pilots > y->pilots ? -1 : 1;
	return strcmp(x->text, y->text);
}

GPtrArray *suggest(Index *index, const char *typed, guint most, GError **error)
{
	const char *space = strrchr(typed, ' '), *last = space ? space + 1 : typed;
	g_autofree char *before = g_strndup(typed, (gsize)(last - typed));
	g_autofree char *prefix = dutch_lower(last);
	g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(suggestion_free);
	Collected c = { before, found, 0 };

	if (g_utf8_strlen(prefix, -1) >= SUGGEST_MIN_LETTERS && strlen(prefix) < 200 &&
	    !xapian_reader_terms(index->reader, prefix, collect, &c, error))
		return NULL;
	g_ptr_array_sort(found, by_frequency);
	if (found->len > most)
		g_ptr_array_set_size(found, (gint)most);
	return g_steal_pointer(&found);
}

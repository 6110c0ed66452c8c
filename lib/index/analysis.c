#include "analysis.h"

#include <string.h>

/* An analysis while it is made. */
typedef struct {
	Analysis *a;
	GHashTable *numbers; /* string -> its number and 1 */
} Making;

static guint number_of(Making *m, const char *string)
{
	guint known = GPOINTER_TO_UINT(g_hash_table_lookup(m->numbers, string));

	if (known)
		return known - 1;
	char *kept = g_string_chunk_insert(m->a->kept, string);
	g_ptr_array_add(m->a->strings, kept);
	g_hash_table_insert(m->numbers, kept, GUINT_TO_POINTER(m->a->strings->len));
	return m->a->strings->len - 1;
}

static void on_token(const DutchToken *t, gpointer user)
{
	Making *m = user;
	const AnalysedToken token = { t->kind,
				      t->stop,
				      number_of(m, t->exact),
				      number_of(m, t->stem),
				      t->position,
				      t->start,
				      t->end,
				      t->word_start,
				      t->word_end };

	g_array_append_val(m->a->tokens, token);
}

static void add_text(Making *m, Dutch *dutch, const char *text)
{
	dutch_analyse(dutch, text, strlen(text), on_token, m);
	g_array_append_val(m->a->ends, m->a->tokens->len);
}

Analysis *analysis_new(const Pilot *p, Dutch *dutch)
{
	Analysis *a = g_new(Analysis, 1);
	g_autoptr(GHashTable) numbers = g_hash_table_new(g_str_hash, g_str_equal);
	Making m = { a, numbers };

	*a = (Analysis) { g_ptr_array_sized_new(256),
			  g_array_sized_new(FALSE, FALSE, sizeof(AnalysedToken), 512),
			  g_array_new(FALSE, FALSE, sizeof(guint)), g_string_chunk_new(4096) };
	add_text(&m, dutch, p->title);
	for (guint i = 0; i < p->sections->len; i++)
		add_text(&m, dutch, ((const Section *)p->sections->pdata[i])->text);
	return a;
}

void analysis_free(Analysis *a)
{
	if (!a)
		return;
	g_ptr_array_unref(a->strings);
	g_array_unref(a->tokens);
	g_array_unref(a->ends);
	g_string_chunk_free(a->kept);
	g_free(a);
}

guint analysis_text(const Analysis *a, guint text, guint *end)
{
	*end = g_array_index(a->ends, guint, text);
	return text ? g_array_index(a->ends, guint, text - 1) : 0;
}

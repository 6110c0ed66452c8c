#include "changes.h"

#include "sentences.h"

static void change_free(gpointer data)
{
	Change *c = data;

	g_free(c->sentence);
	g_free(c);
}

/* The sentences of all sections of a kind, in order. */
static GPtrArray *sentences_in(const Pilot *p, SectionKind kind)
{
	GPtrArray *out = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; i < p->sections->len; i++) {
		const Section *s = p->sections->pdata[i];
		if (s->kind != kind)
			continue;
		g_autoptr(GArray) found = sentences_of(s->text);
		for (guint k = 0; k < found->len; k++) {
			const Sentence *at = &g_array_index(found, Sentence, k);
			g_ptr_array_add(out, g_strndup(s->text + at->start, at->end - at->start));
		}
	}
	return out;
}

/* Those of `of` that `without` has not. */
static void add_missing(GPtrArray *to, SectionKind kind, const GPtrArray *of, GPtrArray *without,
			gboolean added)
{
	for (guint i = 0; i < of->len; i++) {
		if (g_ptr_array_find_with_equal_func(without, of->pdata[i], g_str_equal, NULL))
			continue;
		Change *c = g_new(Change, 1);
		*c = (Change) { kind, added, g_strdup(of->pdata[i]) };
		g_ptr_array_add(to, c);
	}
}

GPtrArray *changes_between(const Pilot *older, const Pilot *newer)
{
	GPtrArray *changes = g_ptr_array_new_with_free_func(change_free);

	for (SectionKind kind = 0; kind < N_SECTION_KINDS; kind++) {
		g_autoptr(GPtrArray) before = sentences_in(older, kind);
		g_autoptr(GPtrArray) after = sentences_in(newer, kind);
		add_missing(changes, kind, before, after, FALSE);
		add_missing(changes, kind, after, before, TRUE);
	}
	return changes;
}

#include "pilotmatch.h"

#include "tokens.h"

/* From the tokens that are kept; FALSE when there are none, or damaged ones. */
static gboolean find_kept(PilotMatches *m, const Pilot *p, const Query *query)
{
	gsize offset;
	g_autoptr(GPtrArray) strings = p->tokens ? tokens_strings(p->tokens, &offset) : NULL;

	if (!strings)
		return FALSE;
	g_autofree guchar *wanted = query_wanted(query, strings);
	m->title = query_match_tokens(query, &fields[FIELD_TITEL], p->title, p->tokens, &offset,
				      strings, wanted);
	for (guint i = 0; m->title && i < p->sections->len; i++) {
		const Section *s = p->sections->pdata[i];
		GArray *matches = query_match_tokens(query, field_by_section(s->kind), s->text,
						     p->tokens, &offset, strings, wanted);
		if (!matches)
			return FALSE;
		g_ptr_array_add(m->sections, matches);
	}
	return m->title != NULL;
}

static void find_anew(PilotMatches *m, const Pilot *p, const Query *query, Dutch *dutch)
{
	g_clear_pointer(&m->title, g_array_unref);
	g_ptr_array_set_size(m->sections, 0);
	m->title = query_match(query, dutch, &fields[FIELD_TITEL], p->title);
	for (guint i = 0; i < p->sections->len; i++) {
		const Section *s = p->sections->pdata[i];
		g_ptr_array_add(m->sections,
				query_match(query, dutch, field_by_section(s->kind), s->text));
	}
}

PilotMatches *pilotmatch_find(const Query *query, const Pilot *p, Dutch *dutch)
{
	PilotMatches *m = g_new0(PilotMatches, 1);

	m->sections = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
	if (!find_kept(m, p, query))
		find_anew(m, p, query, dutch);
	return m;
}

void pilotmatch_free(PilotMatches *m)
{
	if (!m)
		return;
	g_array_unref(m->title);
	g_ptr_array_unref(m->sections);
	g_free(m);
}

#include "pilotmatch.h"

#include "tokens.h"

/* Among the tokens that are kept; FALSE when they are damaged. */
static gboolean find_kept(PilotMatches *m, const Pilot *p, const Query *query,
			  const GPtrArray *strings, gsize offset, const guchar *wanted)
{
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

static PilotMatches *matches_new(void)
{
	PilotMatches *m = g_new0(PilotMatches, 1);

	m->sections = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
	return m;
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
	gsize offset;
	g_autoptr(GPtrArray) strings = p->tokens ? tokens_strings(p->tokens, &offset) : NULL;
	g_autofree guchar *wanted = strings ? query_wanted(query, strings) : NULL;
	PilotMatches *m = matches_new();

	if (!strings || !find_kept(m, p, query, strings, offset, wanted))
		find_anew(m, p, query, dutch);
	return m;
}

PilotMatches *pilotmatch_find_wanted(const Query *query, const Pilot *p, const GPtrArray *strings,
				     gsize offset, const guchar *wanted)
{
	PilotMatches *m = matches_new();

	find_kept(m, p, query, strings, offset, wanted);
	return m;
}

void pilotmatch_free(PilotMatches *m)
{
	if (!m)
		return;
	g_clear_pointer(&m->title, g_array_unref);
	g_ptr_array_unref(m->sections);
	g_free(m);
}

#include "pilotmatch.h"

static PilotMatches *matches_new(void)
{
	PilotMatches *m = g_new0(PilotMatches, 1);

	m->sections = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
	return m;
}

PilotMatches *pilotmatch_find(const Query *query, const Pilot *p, Dutch *dutch)
{
	PilotMatches *m = matches_new();

	m->title = query_match(query, dutch, &fields[FIELD_TITEL], p->title);
	for (guint i = 0; i < p->sections->len; i++) {
		const Section *s = p->sections->pdata[i];
		g_ptr_array_add(m->sections,
				query_match(query, dutch, field_by_section(s->kind), s->text));
	}
	return m;
}

PilotMatches *pilotmatch_find_analysed(const Query *query, const Pilot *p, const Analysis *a,
				       const guchar *wanted)
{
	PilotMatches *m = matches_new();

	m->title = query_match_analysed(query, &fields[FIELD_TITEL], a, 0, wanted);
	for (guint i = 0; i < p->sections->len; i++) {
		const Section *s = p->sections->pdata[i];
		g_ptr_array_add(m->sections, query_match_analysed(query, field_by_section(s->kind),
								  a, i + 1, wanted));
	}
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

#include "references.h"

#include <string.h>

#include "reading.h"

/* What words begin with that a reference begins with. */
static const struct {
	const char *start;
	gboolean (*read)(Reading *r);
} starts[] = {
	{ "kamerstuk", read_papers },
	{ "dossier", read_papers },
	{ "kst", read_papers },
	{ "kamer-stuk", read_papers },
	{ "tweede kamer", read_papers },
	{ "eerste kamer", read_papers },
	{ "tk", read_papers },
	{ "ek", read_papers },
	{ "aanh", read_questions },
	{ "hand", read_questions },
	{ "ah-", read_id },
	{ "kv-", read_id },
	{ "stb-", read_id },
	{ "stcrt-", read_id },
	{ "trb-", read_id },
	{ "stb", read_journal },
	{ "staatsbl", read_journal },
	{ "stcrt", read_journal },
	{ "staatsco", read_journal },
	{ "trb", read_journal },
	{ "tractatenbl", read_journal },
	{ "ecli:", read_ecli },
};

static gboolean read_any(Reading *r)
{
	const char *p = r->text + r->at;

	if (g_ascii_isdigit(*p)) {
		gboolean id = strspn(p, "0123456789") == 4 && g_ascii_toupper(p[4]) == 'Z';
		return (id && read_id(r)) || read_papers(r);
	}
	for (gsize i = 0; i < G_N_ELEMENTS(starts); i++)
		if (g_ascii_strncasecmp(p, starts[i].start, strlen(starts[i].start)) == 0 &&
		    starts[i].read(r))
			return TRUE;
	return FALSE;
}

/* Words may begin behind the number of a note: "2Kamerstukken II". Digits alone say nothing but
 * "2021Z12345" and "(31 753, nr. 248)". */
static gboolean is_start(const Reading *r)
{
	const char *p = r->text + r->at;

	if (!g_ascii_isalnum(*p) || (r->at && g_ascii_isalpha(p[-1]))) /* as nearly everywhere */
		return FALSE;
	if (r->at && g_ascii_isdigit(*p) && g_ascii_isdigit(p[-1]))
		return FALSE;
	return !r->at || !g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(p)));
}

GPtrArray *references_find(const char *text)
{
	GPtrArray *all = g_ptr_array_new_with_free_func(reference_free);
	Reading r = { text, strlen(text), 0, FALSE, all };

	if (!strpbrk(text, "0123456789")) /* as most texts: the expressions cost more */
		return all;
	while (r.at < r.len)
		if (!is_start(&r) || !read_any(&r))
			r.at = (gsize)(g_utf8_next_char(text + r.at) - text);
	return all;
}

/* Each once; all of them, or those of parliament. */
static void add_ids(GPtrArray *ids, const GPtrArray *found, gboolean all)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < found->len; i++) {
		char *id = ((const Reference *)found->pdata[i])->id;
		if ((all || reference_is_kamerstuk(id)) && g_hash_table_add(seen, id))
			g_ptr_array_add(ids, g_strdup(id));
	}
}

gsize references_typed(const char *query, gsize len, GPtrArray *ids)
{
	static Pattern end = { "[.,;:?!]*(?=[\\s()\"]|$)", G_REGEX_ANCHORED, 0 };
	g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(reference_free);
	Reading r = { query, len, 0, TRUE, found };

	if (!read_any(&r) || !reading_eats(&r, &end))
		return 0;
	add_ids(ids, found, TRUE);
	return r.at;
}

GPtrArray *kamerstuk_find(const char *text)
{
	GPtrArray *ids = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) found = references_find(text);

	add_ids(ids, found, FALSE);
	return ids;
}

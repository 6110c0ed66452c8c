#include "paperlist.h"

#include <stdlib.h>
#include <string.h>

#include "fields.h"
#include "kinds.h"

#define MOST_PIECES 500 /* of a publication */

static GPtrArray *list_new(void)
{
	return g_ptr_array_new_with_free_func((GDestroyNotify)pilot_free);
}

/* In the order in which they stand there. */
static gint by_line(gconstpointer a, gconstpointer b)
{
	const Pilot *x = *(Pilot *const *)a, *y = *(Pilot *const *)b;

	if (x->source.line != y->source.line)
		return x->source.line < y->source.line ? -1 : 1;
	return strcmp(x->id, y->id);
}

/* All that have a value of a field. */
static GPtrArray *with_term(Index *papers, FieldId field, const char *value, GError **error)
{
	g_autoptr(GPtrArray) found = list_new();
	g_autofree char *term = field_term(&fields[field], value);
	g_autoptr(XapianQuery) query = xapian_query_term(term);
	g_autoptr(XapianEnquire) enquire = xapian_enquire_new(papers->reader, error);

	if (!enquire || !xapian_enquire_set_query(enquire, query, error) ||
	    !xapian_enquire_set_weighting(enquire, XAPIAN_WEIGHT_BOOL, NULL, 0, error))
		return NULL;
	g_autoptr(XapianMatches) matches = xapian_enquire_run(enquire, 0, MOST_PIECES, 0, error);
	for (guint i = 0; matches && i < xapian_matches_size(matches); i++) {
		g_autoptr(XapianDoc) doc = xapian_matches_document(matches, i, error);
		Pilot *p = doc ? index_read_pilot(papers, doc, error) : NULL;
		if (!p)
			return NULL;
		g_ptr_array_add(found, p);
	}
	g_ptr_array_sort(found, by_line);
	return matches ? g_steal_pointer(&found) : NULL;
}

GPtrArray *papers_find(Index *index, const char *id, GError **error)
{
	g_autoptr(GPtrArray) found = list_new();
	GError *failed = NULL;

	if (!index->papers)
		return g_steal_pointer(&found);
	g_autoptr(XapianDoc) doc = index_find(index->papers, id, &failed);
	if (!doc && g_error_matches(failed, XAPIAN_ERROR, XAPIAN_ERROR_NOT_FOUND)) {
		g_error_free(failed);
		return strlen(id) < 200 ? with_term(index->papers, FIELD_DOCUMENT, id, error)
					: g_steal_pointer(&found);
	}
	Pilot *p = doc ? index_read_pilot(index->papers, doc, &failed) : NULL;
	if (failed) {
		g_propagate_error(error, failed);
		return NULL;
	}
	g_ptr_array_add(found, p);
	return g_steal_pointer(&found);
}

GPtrArray *papers_beside(Index *index, const Pilot *paper, GError **error)
{
	return with_term(index->papers, FIELD_DOCUMENT, paper->paper.document, error);
}

/* ---- chains -------------------------------------------------------------------------------- */

static gint by_step(gconstpointer a, gconstpointer b)
{
	const PaperFacts *x = &(*(Pilot *const *)a)->paper, *y = &(*(Pilot *const *)b)->paper;
	int order = g_strcmp0(x->day, y->day);

	if ((x->step == STEP_ASKED) != (y->step == STEP_ASKED))
		return x->step == STEP_ASKED ? -1 : 1;
	order = order ? order : (int)x->step - (int)y->step;
	return order ? order : strcmp(x->document, y->document);
}

/* The first of a publication; before that one whose answer is not known elsewhere. */
static void keep_one(GHashTable *seen, Pilot *p)
{
	const Pilot *kept = g_hash_table_lookup(seen, p->paper.document);

	if (!kept || (kept->paper.status_in && !p->paper.status_in))
		g_hash_table_replace(seen, (gpointer)p->paper.document, p);
}

GPtrArray *papers_chain(Index *index, const Pilot *paper, GError **error)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GPtrArray) chain = list_new();
	GHashTableIter iter;
	gpointer p;

	if (!paper->paper.chain)
		return g_steal_pointer(&chain);
	g_autoptr(GPtrArray) all = with_term(index->papers, FIELD_KETEN, paper->paper.chain, error);
	if (!all)
		return NULL;
	for (guint i = 0; i < all->len; i++)
		keep_one(seen, all->pdata[i]);
	g_hash_table_iter_init(&iter, seen);
	while (g_hash_table_iter_next(&iter, NULL, &p))
		g_ptr_array_add(chain, pilot_ref(p));
	g_ptr_array_sort(chain, by_step);
	return g_steal_pointer(&chain);
}

/* ---- an answer that points elsewhere ------------------------------------------------------- */

/* Whether two lists of numbers ("2, 3 en 4") have one in common. */
static gboolean share_number(const char *a, const char *b)
{
	g_auto(GStrv) of_a = g_strsplit_set(a, ", en", -1);
	g_auto(GStrv) of_b = g_strsplit_set(b, ", en", -1);

	for (char **number = of_a; *number; number++)
		if (**number && g_strv_contains((const char *const *)of_b, *number))
			return TRUE;
	return FALSE;
}

GPtrArray *papers_pointed(Index *index, const Pilot *paper, GError **error)
{
	const char *elsewhere = paper->paper.elsewhere, *there = paper->paper.there;
	g_autoptr(GPtrArray) pointed = list_new();

	if (!elsewhere)
		return g_steal_pointer(&pointed);
	g_autoptr(GPtrArray) all = papers_find(index, elsewhere, error);
	if (!all)
		return NULL;
	for (guint i = 0; i < all->len; i++) {
		Pilot *p = all->pdata[i];
		gboolean is_it =
			there ? p->paper.questions && share_number(p->paper.questions, there)
			      : all->len == 1;
		if (is_it && pilot_section(p, SECTION_ANTWOORD))
			g_ptr_array_add(pointed, pilot_ref(p));
	}
	return g_steal_pointer(&pointed);
}

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

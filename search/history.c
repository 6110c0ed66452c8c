#include "history.h"

#include <string.h>

#include "changes.h"
#include "fields.h"

static gint by_date(gconstpointer a, gconstpointer b)
{
	const Edition *x = *(Edition *const *)a, *y = *(Edition *const *)b;
	return g_strcmp0(x->pilot->reference_date, y->pilot->reference_date);
}

static gboolean add_edition(Index *index, guint32 docid, GPtrArray *to, GError **error)
{
	g_autoptr(XapianDoc) doc = xapian_reader_document(index->reader, docid, error);
	Pilot *pilot = doc ? index_read_pilot(index, doc, error) : NULL;

	if (!pilot)
		return FALSE;
	Edition *e = g_new0(Edition, 1);
	e->pilot = pilot;
	g_ptr_array_add(to, e);
	return TRUE;
}

static void edition_free(gpointer data)
{
	Edition *e = data;

	pilot_free(e->pilot);
	if (e->changes)
		g_ptr_array_unref(e->changes);
	g_free(e);
}

GPtrArray *history_of(Index *index, XapianDoc *doc, GError **error)
{
	const Field *field = &fields[FIELD_IDENTITEIT];
	g_autoptr(GPtrArray) editions = g_ptr_array_new_with_free_func(edition_free);

	g_autofree char *several = xapian_doc_value(doc, SLOT_EDITIONS, NULL, error);
	if (!several)
		return NULL;
	if (!*several) /* the only edition */
		return g_steal_pointer(&editions);
	g_autofree char *identity = xapian_doc_value(doc, field->slot, NULL, error);
	g_autofree char *term = identity ? g_strconcat(field->prefix, identity, NULL) : NULL;
	g_autoptr(GArray) ids = term ? xapian_reader_docids(index->reader, term, error) : NULL;
	if (!ids)
		return NULL;
	for (guint i = 0; ids->len > 1 && i < ids->len; i++)
		if (!add_edition(index, g_array_index(ids, guint32, i), editions, error))
			return NULL;
	g_ptr_array_sort(editions, by_date);
	for (guint i = 1; i < editions->len; i++) {
		Edition *now = editions->pdata[i];
		const Edition *before = editions->pdata[i - 1];
		now->changes = changes_between(before->pilot, now->pilot);
	}
	return g_steal_pointer(&editions);
}

const Pilot *history_edition(const GPtrArray *editions, const Pilot *newest, const char *date)
{
	if (!newest || !date || g_strcmp0(newest->reference_date, date) == 0)
		return newest;
	for (guint i = 0; editions && i < editions->len; i++) {
		const Edition *e = editions->pdata[i];
		if (g_strcmp0(e->pilot->reference_date, date) == 0)
			return e->pilot;
	}
	return NULL;
}

Pilot *history_find(Index *index, const char *id, const char *date, GError **error)
{
	g_autoptr(GError) failed = NULL;
	g_autoptr(XapianDoc) doc = index_find(index, id, &failed);
	g_autoptr(Pilot) newest = doc ? index_read_pilot(index, doc, &failed) : NULL;
	g_autoptr(GPtrArray) editions = newest ? history_of(index, doc, &failed) : NULL;

	if (failed) {
		if (!g_error_matches(failed, XAPIAN_ERROR, XAPIAN_ERROR_NOT_FOUND))
			g_propagate_error(error, g_steal_pointer(&failed));
		return NULL;
	}
	const Pilot *found = history_edition(editions, newest, date);
	return found ? pilot_ref((Pilot *)found) : NULL;
}

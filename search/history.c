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
	Pilot *pilot = doc ? index_read_pilot(doc, error) : NULL;

	if (!pilot)
		return FALSE;
	Edition *e = g_new0(Edition, 1);
	e->pilot = pilot;
	g_ptr_array_add(to, e);
	return TRUE;
}

gboolean history_fill(Index *index, Hit *hit, XapianDoc *doc, GError **error)
{
	const Field *field = &fields[FIELD_IDENTITEIT];
	g_autofree char *identity = xapian_doc_value(doc, field->slot, NULL, error);
	g_autofree char *term = identity ? g_strconcat(field->prefix, identity, NULL) : NULL;
	g_autoptr(GArray) ids = term ? xapian_reader_docids(index->reader, term, error) : NULL;

	if (!ids)
		return FALSE;
	for (guint i = 0; ids->len > 1 && i < ids->len; i++)
		if (!add_edition(index, g_array_index(ids, guint32, i), hit->editions, error))
			return FALSE;
	g_ptr_array_sort(hit->editions, by_date);
	for (guint i = 1; i < hit->editions->len; i++) {
		Edition *now = hit->editions->pdata[i];
		const Edition *before = hit->editions->pdata[i - 1];
		now->changes = changes_between(before->pilot, now->pilot);
	}
	return TRUE;
}

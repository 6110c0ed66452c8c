#include "sources.h"

#include "flat.h"

static gint by_date_and_file(gconstpointer a, gconstpointer b)
{
	const Document *x = *(Document *const *)a, *y = *(Document *const *)b;
	int order = g_strcmp0(x->reference_date, y->reference_date);

	return order ? order : g_strcmp0(x->file, y->file);
}

static void walk(Flat *f, Document *d)
{
	d->file = flat_text(f, d->file);
	d->sha256 = flat_text(f, d->sha256);
	d->title = flat_text(f, d->title);
	d->reference_date = flat_text(f, d->reference_date);
	d->pilots = (guint)flat_number(f, d->pilots);
	d->documents = (guint)flat_number(f, d->documents);
}

/* The documents of one date, from i on, as one. */
static Document of_date(const GPtrArray *sorted, guint i)
{
	const Document *first = sorted->pdata[i];
	Document all = { "", "", NULL, first->reference_date, 0, 0 };

	for (; i < sorted->len; i++, all.documents++) {
		const Document *d = sorted->pdata[i];
		if (g_strcmp0(d->reference_date, all.reference_date) != 0)
			break;
		all.pilots += d->pilots;
	}
	return all;
}

GByteArray *sources_write(const GPtrArray *documents)
{
	g_autoptr(GPtrArray) sorted = g_ptr_array_copy((GPtrArray *)documents, NULL, NULL);
	GByteArray *bytes = g_byte_array_new();
	Flat f = flat_writer(bytes);

	g_ptr_array_set_free_func(sorted, NULL);
	g_ptr_array_sort(sorted, by_date_and_file);
	for (guint i = 0; i < sorted->len;) {
		Document d = sorted->len > SOURCES_MAX ? of_date(sorted, i)
						       : *(Document *)sorted->pdata[i];
		walk(&f, &d);
		i += d.documents;
	}
	return bytes;
}

GPtrArray *sources_read(const char *bytes, gsize len)
{
	g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func(g_free);
	Flat f = flat_reader((const guint8 *)bytes, len);

	while (f.p < f.end && !f.failed) {
		Document *d = g_new0(Document, 1);
		g_ptr_array_add(documents, d);
		walk(&f, d);
	}
	return f.failed ? NULL : g_steal_pointer(&documents);
}

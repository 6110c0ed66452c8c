#include "sources.h"

#include <stdlib.h>

#include "record.h"

static gint by_date_and_file(gconstpointer a, gconstpointer b)
{
	const Document *x = *(Document *const *)a, *y = *(Document *const *)b;
	int order = g_strcmp0(x->reference_date, y->reference_date);

	return order ? order : g_strcmp0(x->file, y->file);
}

static json_t *document(const Document *d)
{
	return json_pack("{s:s, s:s, s:o, s:o, s:i, s:i}", "bestand", d->file, "sha256", d->sha256,
			 "titel", record_text(d->title), "peildatum",
			 record_text(d->reference_date), "pilots", (int)d->pilots, "documenten", 1);
}

/* The documents of one date, from i on, as one; *n: how many they are. */
static json_t *date(const GPtrArray *sorted, guint i, guint *n)
{
	const Document *first = sorted->pdata[i];
	guint pilots = 0;

	for (*n = 0; i + *n < sorted->len; ++*n) {
		const Document *d = sorted->pdata[i + *n];
		if (g_strcmp0(d->reference_date, first->reference_date) != 0)
			break;
		pilots += d->pilots;
	}
	return json_pack("{s:s, s:s, s:n, s:o, s:i, s:i}", "bestand", "", "sha256", "", "titel",
			 "peildatum", record_text(first->reference_date), "pilots", (int)pilots,
			 "documenten", (int)*n);
}

char *sources_to_json(const GPtrArray *all)
{
	g_autoptr(GPtrArray) sorted = g_ptr_array_copy((GPtrArray *)all, NULL, NULL);
	json_t *documents = json_array();

	g_ptr_array_set_free_func(sorted, NULL);
	g_ptr_array_sort(sorted, by_date_and_file);
	for (guint i = 0, n = 1; i < sorted->len; i += n)
		json_array_append_new(documents, sorted->len > SOURCES_MAX
							 ? date(sorted, i, &n)
							 : document(sorted->pdata[i]));
	char *text = json_dumps(documents, JSON_COMPACT | JSON_PRESERVE_ORDER);
	json_decref(documents);
	char *copy = g_strdup(text);
	free(text);
	return copy;
}

void sources_document_free(gpointer data)
{
	Document *d = data;

	g_free(d->file);
	g_free(d->sha256);
	g_free(d->title);
	g_free(d->reference_date);
	g_free(d);
}

GPtrArray *sources_from_json(const char *json)
{
	GPtrArray *documents = g_ptr_array_new_with_free_func(sources_document_free);
	json_t *array = json_loads(json, 0, NULL), *item;
	gsize i;

	json_array_foreach(array, i, item)
	{
		Document *d = g_new0(Document, 1);
		d->file = g_strdup(json_string_value(json_object_get(item, "bestand")));
		d->sha256 = g_strdup(json_string_value(json_object_get(item, "sha256")));
		d->title = g_strdup(json_string_value(json_object_get(item, "titel")));
		d->reference_date = g_strdup(json_string_value(json_object_get(item, "peildatum")));
		d->documents = (guint)json_integer_value(json_object_get(item, "documenten"));
		d->pilots = (guint)json_integer_value(json_object_get(item, "pilots"));
		g_ptr_array_add(documents, d);
	}
	json_decref(array);
	return documents;
}

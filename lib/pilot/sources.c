#include "sources.h"

#include <stdlib.h>

#include "record.h"

static gint by_date_and_file(gconstpointer a, gconstpointer b)
{
	const Pilot *x = *(Pilot *const *)a, *y = *(Pilot *const *)b;
	int order = g_strcmp0(x->reference_date, y->reference_date);

	return order ? order : g_strcmp0(x->source.file, y->source.file);
}

static json_t *document(const Pilot *first, guint pilots)
{
	return json_pack("{s:s, s:s, s:o, s:o, s:i}", "bestand", first->source.file, "sha256",
			 first->source.sha256, "titel", record_text(first->source.title),
			 "peildatum", record_text(first->reference_date), "pilots", (int)pilots);
}

char *sources_to_json(const GPtrArray *pilots)
{
	g_autoptr(GPtrArray) sorted = g_ptr_array_copy((GPtrArray *)pilots, NULL, NULL);
	json_t *documents = json_array();

	g_ptr_array_set_free_func(sorted, NULL);
	g_ptr_array_sort(sorted, by_date_and_file);
	for (guint i = 0, n; i < sorted->len; i += n) {
		n = 1;
		while (i + n < sorted->len &&
		       by_date_and_file(&sorted->pdata[i], &sorted->pdata[i + n]) == 0)
			n++;
		json_array_append_new(documents, document(sorted->pdata[i], n));
	}
	char *text = json_dumps(documents, JSON_COMPACT | JSON_PRESERVE_ORDER);
	json_decref(documents);
	char *copy = g_strdup(text);
	free(text);
	return copy;
}

static void document_free(gpointer data)
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
	GPtrArray *documents = g_ptr_array_new_with_free_func(document_free);
	json_t *array = json_loads(json, 0, NULL), *item;
	gsize i;

	json_array_foreach(array, i, item)
	{
		Document *d = g_new0(Document, 1);
		d->file = g_strdup(json_string_value(json_object_get(item, "bestand")));
		d->sha256 = g_strdup(json_string_value(json_object_get(item, "sha256")));
		d->title = g_strdup(json_string_value(json_object_get(item, "titel")));
		d->reference_date = g_strdup(json_string_value(json_object_get(item, "peildatum")));
		d->pilots = (guint)json_integer_value(json_object_get(item, "pilots"));
		g_ptr_array_add(documents, d);
	}
	json_decref(array);
	return documents;
}

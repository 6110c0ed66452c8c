#include "keytable.h"

#include <string.h>

static gint by_text(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

char *keytable_make(GHashTable *values)
{
	g_autoptr(GPtrArray) keys = g_ptr_array_new();
	GString *table = g_string_new(NULL);
	GHashTableIter iter;
	gpointer key;

	g_hash_table_iter_init(&iter, values);
	while (g_hash_table_iter_next(&iter, &key, NULL))
		g_ptr_array_add(keys, key);
	g_ptr_array_sort(keys, by_text);
	for (guint i = 0; i < keys->len; i++)
		g_string_append_printf(table, "%s\t%s\n", (char *)keys->pdata[i],
				       (char *)g_hash_table_lookup(values, keys->pdata[i]));
	return g_string_free(table, FALSE);
}

/* As strcmp() of the key and the one of a line. */
static int compare(const char *key, const char *line)
{
	gsize n = strcspn(line, "\t\n");
	int order = strncmp(key, line, n);

	return order ? order : key[n] != '\0';
}

const char *keytable_find(const char *table, gsize len, const char *key, gsize *value_len)
{
	const char *low = table, *high = table + len; /* both at the start of a line */

	while (low < high) {
		const char *line = low + (high - low) / 2;
		while (line > low && line[-1] != '\n')
			line--;
		int order = compare(key, line);
		if (order == 0) {
			line += strcspn(line, "\t\n");
			line += *line == '\t';
			*value_len = strcspn(line, "\n");
			return line;
		}
		if (order < 0) {
			high = line;
		} else {
			const char *end = memchr(line, '\n', (gsize)(high - line));
			low = end ? end + 1 : high;
		}
	}
	return NULL;
}

#include "editions.h"

#include <string.h>

#include "pilot.h"

#define SAME_TITLE 0.8 /* share of letter pairs that two titles have in common */

/* ---- titles ------------------------------------------------------------------------ */

static char *slug_of(const char *title)
{
	g_autofree char *ascii = g_str_to_ascii(title, "C");
	return pilot_slug(ascii);
}

static GHashTable *pairs_of(const char *slug, guint *count)
{
	GHashTable *pairs = g_hash_table_new(NULL, NULL);

	for (const char *p = slug; p[0] && p[1]; p++)
		g_hash_table_add(pairs,
				 GUINT_TO_POINTER(((guint)(guchar)p[0] << 8) | (guchar)p[1]));
	*count = g_hash_table_size(pairs);
	return pairs;
}

/* Dice's coefficient over pairs of letters: 1 for the same, 0 for nothing shared. */
static double similarity(const char *a, const char *b)
{
	guint n, m, shared = 0;
	g_autoptr(GHashTable) x = pairs_of(a, &n);
	g_autoptr(GHashTable) y = pairs_of(b, &m);
	GHashTableIter iter;
	gpointer pair;

	g_hash_table_iter_init(&iter, x);
	while (g_hash_table_iter_next(&iter, &pair, NULL))
		shared += g_hash_table_contains(y, pair);
	return n + m ? 2.0 * shared / (n + m) : 0;
}

/* "Divosa / Gemeente Almere" and "Divosa / Gemeente Utrecht" are nearly the same
 * letters and two pilots: the words that differ must differ by little each. */
static gboolean is_nearly(const char *a, const char *b)
{
	g_auto(GStrv) x = g_strsplit(a, "-", -1);
	g_auto(GStrv) y = g_strsplit(b, "-", -1);

	if (similarity(a, b) < SAME_TITLE || g_strv_length(x) != g_strv_length(y))
		return FALSE;
	for (guint i = 0; x[i]; i++)
		if (strcmp(x[i], y[i]) != 0 && similarity(x[i], y[i]) < SAME_TITLE / 2)
			return FALSE;
	return TRUE;
}

/* ---- matching ------------------------------------------------------------------------- */

static GHashTable *parse_stated(const char *text)
{
	GHashTable *stated = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	for (char **line = lines; *line; line++) {
		g_auto(GStrv) sides = g_strsplit(*line, "=", 2);
		if (**line != '#' && sides[0] && sides[1])
			g_hash_table_insert(stated, g_strdup(g_strstrip(sides[0])),
					    g_strdup(g_strstrip(sides[1])));
	}
	return stated;
}

static gboolean is_formerly(const Pilot *newer, const Pilot *older)
{
	if (!newer->formerly)
		return FALSE;
	g_autofree char *formerly = slug_of(newer->formerly);
	g_autofree char *old_slug = slug_of(older->title);
	return strcmp(formerly, old_slug) == 0;
}

/* The ways in which a pilot may be a newer edition of another, surest first. */
static gboolean is_same(const Pilot *newer, const Pilot *older, const GHashTable *stated, guint way)
{
	const char *said = g_hash_table_lookup((GHashTable *)stated, newer->id);

	switch (way) {
	case 0: return said && strcmp(said, older->id) == 0;
	case 1: return strcmp(newer->id, older->id) == 0;
	case 2: return is_formerly(newer, older);
	default: return is_nearly(newer->id, older->id);
	}
}

static const char *date_of(const Pilot *p)
{
	return p->reference_date ? p->reference_date : "";
}

static gint by_date(gconstpointer a, gconstpointer b)
{
	return strcmp(date_of(*(Pilot *const *)a), date_of(*(Pilot *const *)b));
}

/* The newest older edition of sorted[i]; NULL for a pilot that is new. */
static Pilot *older_edition(const GPtrArray *sorted, guint i, const GHashTable *stated)
{
	Pilot *newer = sorted->pdata[i];

	for (guint way = 0; way < 4; way++)
		for (guint k = i; k-- > 0;) {
			Pilot *older = sorted->pdata[k];
			if (older->is_latest && strcmp(date_of(older), date_of(newer)) < 0 &&
			    is_same(newer, older, stated, way))
				return older;
		}
	return NULL;
}

void editions_match(GPtrArray *pilots, const char *text)
{
	g_autoptr(GHashTable) stated = parse_stated(text);
	g_autoptr(GPtrArray) sorted = g_ptr_array_copy(pilots, NULL, NULL);

	g_ptr_array_set_free_func(sorted, NULL);
	g_ptr_array_sort(sorted, by_date);
	for (guint i = 0; i < sorted->len; i++) {
		Pilot *p = sorted->pdata[i], *older = older_edition(sorted, i, stated);
		p->is_latest = TRUE;
		g_free(p->identity);
		p->identity = g_strdup(older ? older->identity : p->id);
		if (older)
			older->is_latest = FALSE;
	}
	g_autoptr(GHashTable) owned = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint i = sorted->len; i-- > 0;) { /* an id leads to the last that has it */
		Pilot *p = sorted->pdata[i];
		p->owns_id = g_hash_table_add(owned, p->id);
	}
}

#include "pilotnames.h"

#include <string.h>

#include "fields.h"

#define MOST_NAMES 5000 /* that are looked for */
#define SPREAD 1        /* words of something else, stop words too, within a name */
#define IN_PART 0.5     /* of a name, if that is … */
#define SOME_WORDS 3    /* … so many words of it, or all */
#define LONG_WORD 9     /* letters: one such word may be a name by itself … */
#define OWN_WORD 15     /* … when no more than one of so many pilots has it */

/* A pilot's name, as its words; stop words do not count. */
typedef struct {
	char *id;
	GPtrArray *stems; /* of char *, borrowed from the table */
} Name;

struct Names {
	GPtrArray *all;       /* of Name * */
	GHashTable *carriers; /* stem -> how many names have it */
};

static void name_free(gpointer data)
{
	Name *n = data;

	g_free(n->id);
	g_ptr_array_unref(n->stems);
	g_free(n);
}

void names_free(Names *n)
{
	if (!n)
		return;
	g_ptr_array_unref(n->all);
	g_hash_table_unref(n->carriers);
	g_free(n);
}

/* ---- the names ------------------------------------------------------------------------------ */

typedef struct {
	Names *names;
	Name *name;
} Adding;

static void add_stem(const DutchToken *t, gpointer user)
{
	Adding *a = user;
	GHashTable *carriers = a->names->carriers;
	gpointer stem, count;

	if (t->stop || t->kind != DUTCH_WORD)
		return;
	if (!g_hash_table_contains(carriers, t->stem))
		g_hash_table_insert(carriers, g_strdup(t->stem), GUINT_TO_POINTER(0));
	g_hash_table_lookup_extended(carriers, t->stem, &stem, &count);
	if (g_ptr_array_find(a->name->stems, stem, NULL))
		return;
	g_ptr_array_add(a->name->stems, stem);
	g_hash_table_insert(carriers, g_strdup(stem), /* the key that is there stays */
			    GUINT_TO_POINTER(GPOINTER_TO_UINT(count) + 1));
}

typedef struct {
	Names *names;
	Dutch *dutch;
} Collecting;

static gboolean add_name(const char *term, guint frequency, gpointer user)
{
	Collecting *c = user;
	Name *n = g_new0(Name, 1);
	Adding adding = { c->names, n };

	(void)frequency;
	n->id = g_strdup(term + strlen(fields[FIELD_ID].prefix));
	n->stems = g_ptr_array_new();
	g_autofree char *words = g_strdelimit(g_strdup(n->id), "-", ' ');
	dutch_analyse(c->dutch, words, strlen(words), add_stem, &adding);
	g_ptr_array_add(c->names->all, n);
	return c->names->all->len < MOST_NAMES;
}

Names *names_new(Index *index)
{
	Names *n = g_new(Names, 1);
	Collecting c = { n, index->dutch };

	n->all = g_ptr_array_new_with_free_func(name_free);
	n->carriers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	xapian_reader_terms(index->reader, fields[FIELD_ID].prefix, add_name, &c,
			    query_context_error(index->context));
	return n;
}

/* ---- in a text ------------------------------------------------------------------------------ */

/* Where a word stands in a text. */
typedef struct {
	const char *stem;
	guint position;
	gboolean capital; /* that no sentence begins with */
} Place;

typedef struct {
	const char *text;
	const GHashTable *carriers;
	GArray *places; /* of Place: words of any name, in their order */
} Reading;

static gboolean is_capital(const char *text, gsize start, gsize end)
{
	for (const char *p = text + start + 1; p < text + end; p++)
		if (g_ascii_isupper(*p)) /* ADR, LegalGuard */
			return TRUE;
	return question_is_name(text, start);
}

static void see_word(const DutchToken *t, gpointer user)
{
	Reading *r = user;
	gpointer stem;

	if (t->stop || t->kind == DUTCH_PART ||
	    !g_hash_table_lookup_extended((GHashTable *)r->carriers, t->stem, &stem, NULL))
		return;
	const Place place = { stem, t->position, is_capital(r->text, t->start, t->end) };
	g_array_append_val(r->places, place);
}

/* Whether a pilot is named by this word alone. */
static gboolean is_own_word(const Names *names, Index *index, const Place *p)
{
	guint all = xapian_reader_doccount(index->reader, query_context_error(index->context));

	return g_hash_table_lookup(names->carriers, p->stem) == GUINT_TO_POINTER(1) &&
	       (p->capital || (strlen(p->stem) >= LONG_WORD &&
			       index_frequency(index, p->stem) <= MAX(all / OWN_WORD, 1)));
}

/* The words of a name that stand close together from a place on: their weight, and how many. */
static double weigh_from(const Name *name, const double *weights, const GArray *places, guint from,
			 guint *words)
{
	const Place *first = &g_array_index(places, Place, from);
	g_autofree gboolean *seen = g_new0(gboolean, name->stems->len);
	double weight = 0;

	*words = 0;
	for (guint i = from; i < places->len; i++) {
		const Place *p = &g_array_index(places, Place, i);
		guint at;
		if (p->position > first->position + name->stems->len + SPREAD)
			break;
		if (!g_ptr_array_find(name->stems, p->stem, &at) || seen[at])
			continue;
		seen[at] = TRUE;
		weight += weights[at];
		(*words)++;
	}
	return weight;
}

static gboolean has_any(const Name *name, const GArray *places)
{
	for (guint i = 0; i < places->len; i++)
		if (g_ptr_array_find(name->stems, g_array_index(places, Place, i).stem, NULL))
			return TRUE;
	return FALSE;
}

/* How much of a name is there; 0 when it may be by chance. */
static double share_of(const Names *names, Index *index, const Name *name, const GArray *places)
{
	g_autofree double *weights = g_new0(double, name->stems->len + 1);
	double total = 0, best = 0;

	for (guint i = 0; has_any(name, places) && i < name->stems->len; i++)
		total += weights[i] =
			index_rarity(index, MAX(index_frequency(index, name->stems->pdata[i]), 1));
	for (guint i = 0; i < places->len; i++) {
		const Place *p = &g_array_index(places, Place, i);
		guint words;
		if (!g_ptr_array_find(name->stems, p->stem, NULL))
			continue;
		double share = weigh_from(name, weights, places, i, &words) / total;
		gboolean enough = words >= SOME_WORDS || (words > 1 && words == name->stems->len);
		if ((enough && share >= IN_PART) || is_own_word(names, index, p))
			best = MAX(best, share);
	}
	return best;
}

GArray *names_find(const Names *names, Index *index, const char *text)
{
	GArray *found = g_array_new(FALSE, FALSE, sizeof(NamedPilot));
	g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(Place));
	Reading r = { text, names->carriers, places };

	dutch_analyse(index->dutch, text, strlen(text), see_word, &r);
	for (guint i = 0; places->len && i < names->all->len; i++) {
		const Name *name = names->all->pdata[i];
		const NamedPilot pilot = { name->id, share_of(names, index, name, places) };
		if (pilot.share > 0)
			g_array_append_val(found, pilot);
	}
	return found;
}

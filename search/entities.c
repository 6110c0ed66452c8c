#include "entities.h"

#include <string.h>

#include "fields.h"
#include "looptijd.h"

#define MOST_NAMES 5000 /* of a field that are looked for */
#define MIN_NAME 4      /* letters: shorter names are words as well */

#define LIFT_PILOT 0.6
#define LIFT_PERIOD 0.05

struct Entities {
	GArray *pilots;              /* names_find() */
	GPtrArray *values[N_FACETS]; /* of char *: folded names; NULL of facets without names */
	GArray *periods;             /* of Period */
};

/* ---- finding ---------------------------------------------------------------------------- */

/* Names of a field, looked for in a text of words with blanks between and around. */
typedef struct {
	const char *text;
	gsize prefix; /* bytes of the field's prefix */
	GPtrArray *found;
	guint seen;
} Seeker;

static gboolean seek(const char *term, guint frequency, gpointer user)
{
	Seeker *s = user;
	const char *name = term + s->prefix;
	g_autofree char *bounded = g_strdup_printf(" %s ", name);

	(void)frequency;
	if (strlen(name) >= MIN_NAME && strstr(s->text, bounded))
		g_ptr_array_add(s->found, g_strdup(name));
	return ++s->seen < MOST_NAMES;
}

static GPtrArray *seek_field(Index *index, const Field *field, const char *text)
{
	Seeker s = { text, strlen(field->prefix), g_ptr_array_new_with_free_func(g_free), 0 };

	xapian_reader_terms(index->reader, field->prefix, seek, &s,
			    query_context_error(index->context));
	return s.found;
}

/* Words, folded, with one blank between all and around them. */
static char *bounded_words(const char *text)
{
	g_autofree char *folded = dutch_fold(text);
	GString *out = g_string_new(" ");

	for (const char *p = folded; *p; p++)
		if (g_ascii_isalnum(*p) || strchr("-./&", *p))
			g_string_append_c(out, *p);
		else if (out->str[out->len - 1] != ' ')
			g_string_append_c(out, ' ');
	g_string_append_c(out, ' ');
	g_string_replace(out, ". ", " ", 0); /* of a sentence, not of the name */
	return g_string_free(out, FALSE);
}

Entities *entities_find(Index *index, const Names *names, const char *text)
{
	Entities *n = g_new0(Entities, 1);
	g_autofree char *words = bounded_words(text);

	n->pilots = names_find(names, index, text);
	for (FacetId f = 0; f < N_FACETS; f++)
		if (facets[f].named_lift > 0)
			n->values[f] = seek_field(index, field_by_facet(f), words);
	n->periods = looptijd_find(text);
	return n;
}

void entities_free(Entities *n)
{
	if (!n)
		return;
	g_array_unref(n->pilots);
	for (FacetId f = 0; f < N_FACETS; f++)
		g_clear_pointer(&n->values[f], g_ptr_array_unref);
	g_array_unref(n->periods);
	g_free(n);
}

gboolean entities_any(const Entities *n)
{
	gboolean any = n->pilots->len > 0;

	for (FacetId f = 0; f < N_FACETS; f++)
		any = any || (n->values[f] && n->values[f]->len);
	return any;
}

/* ---- telling ---------------------------------------------------------------------------- */

static void tell(GPtrArray *texts, const char *what, const GPtrArray *names)
{
	for (guint i = 0; i < names->len; i++)
		g_ptr_array_add(texts, g_strdup_printf("%s: %s", what, (char *)names->pdata[i]));
}

void entities_tell(const Entities *n, GPtrArray *texts)
{
	for (guint i = 0; i < n->pilots->len; i++)
		g_ptr_array_add(texts, g_strdup_printf("pilot: %s",
						       g_array_index(n->pilots, NamedPilot, i).id));
	for (FacetId f = 0; f < N_FACETS; f++)
		if (n->values[f])
			tell(texts, facets[f].name, n->values[f]);
	for (guint i = 0; i < n->periods->len; i++) {
		const Period *p = &g_array_index(n->periods, Period, i);
		g_autofree char *from = month_long(p->from);
		g_autofree char *to = month_long(p->to);
		g_ptr_array_add(texts, g_strdup_printf("periode: %s tot en met %s",
						       from ? from : "…", to ? to : "…"));
	}
}

static gboolean has_name(GPtrArray *names, const GPtrArray *values)
{
	for (guint i = 0; i < values->len; i++) {
		g_autofree char *folded = dutch_fold(values->pdata[i]);
		if (g_ptr_array_find_with_equal_func(names, folded, g_str_equal, NULL))
			return TRUE;
	}
	return FALSE;
}

static gboolean runs_in(const GArray *periods, const Pilot *p)
{
	for (guint i = 0; i < periods->len; i++)
		for (guint k = 0; k < p->periods->len; k++) {
			const Period *a = &g_array_index(periods, Period, i);
			const Period *b = &g_array_index(p->periods, Period, k);
			if ((a->to == PERIOD_OPEN || b->from <= a->to) &&
			    (b->to == PERIOD_OPEN || a->from <= b->to))
				return TRUE;
		}
	return FALSE;
}

double entities_share(const Entities *n, const Pilot *p)
{
	for (guint i = 0; i < n->pilots->len; i++) {
		const NamedPilot *named = &g_array_index(n->pilots, NamedPilot, i);
		if (strcmp(named->id, p->id) == 0)
			return named->share;
	}
	return 0;
}

gboolean entities_name(const Entities *n, const Pilot *p)
{
	const GPtrArray *places = n->values[FACET_PLAATS];

	return entities_share(n, p) > 0 ||
	       (places && has_name((GPtrArray *)places, p->facets[FACET_PLAATS]));
}

double entities_places(const Entities *n, const Pilot *p)
{
	double lift = runs_in(n->periods, p) ? LIFT_PERIOD : 0;

	for (FacetId f = 0; f < N_FACETS; f++)
		if (n->values[f] && has_name(n->values[f], p->facets[f]))
			lift += facets[f].named_lift;
	return lift;
}

double entities_lift(const Entities *n, const Pilot *p)
{
	double share = entities_share(n, p);

	return MIN((share > 0 ? LIFT_PILOT * (1 + share) / 2 : 0) + entities_places(n, p), 1);
}

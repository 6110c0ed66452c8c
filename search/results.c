#include "results.h"

#include "kinds.h"

GQuark search_error_quark(void)
{
	return g_quark_from_static_string("search-error");
}

char *search_error_in_words(const GError *error)
{
	if (g_error_matches(error, SEARCH_ERROR, SEARCH_ERROR_WORDS))
		return g_strdup_printf("De zoekvraag heeft meer dan %d woorden. Gebruik er "
				       "minder, of plak een hele vraag.",
				       SEARCH_MAX_WORDS);
	if (g_error_matches(error, SEARCH_ERROR, SEARCH_ERROR_WILDCARDS))
		return g_strdup_printf("De zoekvraag heeft meer dan %d jokertekens. Gebruik er "
				       "minder, of schrijf de woorden uit.",
				       SEARCH_MAX_WILDCARDS);
	return NULL;
}

static void why_free(gpointer data)
{
	Why *w = data;

	g_free(w->term);
	g_free(w->asked);
	g_free(w);
}

void results_hit_free(gpointer data)
{
	Hit *h = data;

	if (!h)
		return;
	pilot_free(h->pilot);
	g_free(h->features);
	g_free(h->quote);
	g_free(h->added);
	g_array_unref(h->spans);
	g_ptr_array_unref(h->why);
	g_clear_pointer(&h->editions, g_ptr_array_unref);
	g_ptr_array_unref(h->reasons);
	g_free(h->group);
	g_ptr_array_unref(h->others);
	g_free(h);
}

Hit *results_add(Results *r, Pilot *take)
{
	Hit *h = g_new0(Hit, 1);

	*h = (Hit) { .pilot = take,
		     .spans = g_array_new(FALSE, FALSE, sizeof(Span)),
		     .why = g_ptr_array_new_with_free_func(why_free),
		     .reasons = g_ptr_array_new_with_free_func(g_free),
		     .others = g_ptr_array_new_with_free_func((GDestroyNotify)pilot_free) };
	g_ptr_array_add(r->hits, h);
	return h;
}

static void relaxed_free(gpointer data)
{
	Relaxed *m = data;

	g_free(m->without);
	g_free(m->query);
	g_ptr_array_unref(m->pilots);
	g_free(m);
}

static void near_free(gpointer data)
{
	NearValue *n = data;

	g_free(n->value);
	g_free(n->near);
	g_free(n);
}

static void facet_free(gpointer data)
{
	Facet *f = data;

	g_ptr_array_unref(f->values);
	g_free(f);
}

const Facet *results_facet(const Results *r, const Field *field)
{
	for (guint i = 0; i < r->facets->len; i++)
		if (((const Facet *)r->facets->pdata[i])->field == field)
			return r->facets->pdata[i];
	return NULL;
}

guint results_of_pilot(const Results *r, guint i)
{
	const Pilot *pilot = ((const Hit *)r->hits->pdata[i])->pilot;
	guint n = 1;

	while (i + n < r->hits->len && ((const Hit *)r->hits->pdata[i + n])->pilot == pilot)
		n++;
	return n;
}

Results *results_new(void)
{
	Results *r = g_new0(Results, 1);

	r->noun = kinds[KIND_PILOT].name;
	r->nouns = kinds[KIND_PILOT].plural;
	r->ignored = g_ptr_array_new_with_free_func(g_free);
	r->notices = g_ptr_array_new_with_free_func(g_free);
	r->plain = g_ptr_array_new_with_free_func(plain_filter_free);
	r->absent = g_ptr_array_new_with_free_func(g_free);
	r->limited = g_ptr_array_new_with_free_func(g_free);
	r->hits = g_ptr_array_new_with_free_func(results_hit_free);
	r->facets = g_ptr_array_new_with_free_func(facet_free);
	r->relaxed = g_ptr_array_new_with_free_func(relaxed_free);
	r->near = g_ptr_array_new_with_free_func(near_free);
	return r;
}

void results_free(Results *r)
{
	if (!r)
		return;
	g_free(r->understood);
	g_free(r->did_you_mean);
	g_ptr_array_unref(r->ignored);
	g_ptr_array_unref(r->notices);
	g_ptr_array_unref(r->plain);
	g_ptr_array_unref(r->limited);
	g_ptr_array_unref(r->absent);
	g_ptr_array_unref(r->hits);
	g_clear_pointer(&r->list, g_ptr_array_unref);
	g_ptr_array_unref(r->facets);
	g_ptr_array_unref(r->relaxed);
	results_free(r->papers);
	g_ptr_array_unref(r->near);
	g_free(r->tree);
	g_free(r);
}

/* What a way to match is called; %s: the word that was asked. */
static const char *const ways[N_VIAS] = {
	[VIA_EXACT] = "het woord zelf",
	[VIA_STEM] = "een vorm van ‘%s’",
	[VIA_JOINED] = "‘%s’, anders aaneengeschreven",
	[VIA_COMPLETED] = "‘%s’, aangevuld na een streepje",
	[VIA_PART] = "een samenstelling met ‘%s’",
	[VIA_WILDCARD] = "past op ‘%s’",
	[VIA_THESAURUS] = "een ander woord voor ‘%s’",
	[VIA_PROVINCE] = "ligt in ‘%s’",
	[VIA_OWN_PART] = "een deel van ‘%s’",
	[VIA_FAMILY] = "lijkt op ‘%s’",
};

char *why_in_words(const Why *w)
{
	g_auto(GStrv) parts = g_strsplit(ways[w->via], "%s", -1);
	return g_strjoinv(w->asked, parts);
}

const char *results_subject(const Results *r, const char *typed)
{
	return r->corrected ? r->did_you_mean : typed;
}

char *count_in_words(guint count, gboolean estimated)
{
	return g_strdup_printf("%s%u", estimated ? "circa " : "", count);
}

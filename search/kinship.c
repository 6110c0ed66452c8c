#include "kinship.h"

#include <string.h>

#include "fields.h"
#include "phrasing.h"
#include "themes.h"

#define SERIES 3         /* sentences in common: then two pilots are of one series */
#define NAMED_WORDS 2    /* of a title, at least: a single word may be said by chance */
#define TELLING_WORDS 5  /* that are named as a reason */
#define MOST_COMMON 0.25 /* share of the pilots: who is everywhere is no reason */

/* What a reason adds to the likeness in words, which is 1 for the likest. */
#define WEIGHT_MENTION 1.0

static void add_reason(Hit *h, double weight, char *take)
{
	h->score += weight;
	g_ptr_array_add(h->reasons, take);
}

/* ---- the reasons, one function each ---------------------------------------------------- */

typedef struct {
	const Index *index;
	const Pilot *pilot;
	const GPtrArray *sentences;
	const Query *query;
} Kinship;

static gboolean says(const Pilot *p, const char *title)
{
	g_autofree char *wanted = dutch_fold(title);

	for (guint i = 0; i < p->sections->len; i++) {
		g_autofree char *text = dutch_fold(((const Section *)p->sections->pdata[i])->text);
		if (strstr(text, wanted))
			return TRUE;
	}
	return FALSE;
}

static guint word_count(const char *text)
{
	g_auto(GStrv) words = g_strsplit(text, " ", -1);
	return g_strv_length(words);
}

static void judge_mention(const Kinship *k, Hit *h)
{
	if (word_count(h->pilot->title) >= NAMED_WORDS && says(k->pilot, h->pilot->title))
		add_reason(h, WEIGHT_MENTION, g_strdup("wordt genoemd in deze pilot"));
	else if (word_count(k->pilot->title) >= NAMED_WORDS && says(h->pilot, k->pilot->title))
		add_reason(h, WEIGHT_MENTION, g_strdup("noemt deze pilot"));
}

static gboolean is_common(const Kinship *k, const Field *field, const char *value)
{
	g_autofree char *term = field_term(field, value);
	guint n = xapian_reader_termfreq(k->index->reader, term,
					 query_context_error(k->index->context));

	return n > MOST_COMMON * xapian_reader_doccount(k->index->reader,
							query_context_error(k->index->context));
}

/* Values that both have, as one reason. */
static void judge_values(const Kinship *k, Hit *h, FacetId facet)
{
	const GPtrArray *ours = k->pilot->facets[facet], *theirs = h->pilot->facets[facet];
	g_autoptr(GString) both = g_string_new(NULL);
	double sum = 0;

	for (guint i = 0; i < ours->len; i++)
		for (guint j = 0; j < theirs->len; j++) {
			if (strcmp(ours->pdata[i], theirs->pdata[j]) != 0 ||
			    is_common(k, field_by_facet(facet), ours->pdata[i]))
				continue;
			g_string_append_printf(both, "%s%s", both->len ? ", " : "",
					       (const char *)ours->pdata[i]);
			sum += facets[facet].kin_weight;
		}
	if (both->len)
		add_reason(h, sum, g_strdup_printf("%s: %s", facets[facet].kin, both->str));
}

/* A sentence that several pilots have: of a series, or of one scheme. */
static void judge_phrase(const Kinship *k, Hit *h)
{
	g_autoptr(GPtrArray) theirs = phrasing_of(h->pilot);

	for (guint i = 0; i < k->sentences->len; i++) {
		const Phrasing *ours = k->sentences->pdata[i];
		for (guint j = 0; ours->key && j < theirs->len; j++) {
			const Phrasing *other = theirs->pdata[j];
			if (g_strcmp0(ours->key, other->key) != 0)
				continue;
			add_reason(h, 0, g_strdup_printf("in beide staat: ‘%s’", ours->text));
			return;
		}
	}
}

static gboolean answers(const Hit *h, const QueryLeaf *leaf)
{
	for (guint i = 0; i < h->why->len; i++) {
		const Why *w = h->why->pdata[i];
		if (w->via < VIA_PROVINCE && strcmp(w->asked, leaf->text) == 0)
			return TRUE;
	}
	return FALSE;
}

/* The query has the most telling words first. */
static void judge_words(const Kinship *k, Hit *h)
{
	g_autoptr(GString) words = g_string_new(NULL);

	for (guint i = 0, n = 0; i < k->query->leaves->len && n < TELLING_WORDS; i++) {
		const QueryLeaf *leaf = k->query->leaves->pdata[i];
		if (answers(h, leaf))
			g_string_append_printf(words, "%s%s", n++ ? ", " : "", leaf->text);
	}
	if (words->len)
		add_reason(h, 0, g_strdup_printf("gedeelde woorden: %s", words->str));
}

static gint by_score(gconstpointer a, gconstpointer b)
{
	const Hit *x = *(Hit *const *)a, *y = *(Hit *const *)b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return strcmp(x->pilot->id, y->pilot->id);
}

void kinship_judge(const Index *index, const Pilot *pilot, const GPtrArray *sentences,
		   const Query *query, Results *r)
{
	const Kinship k = { index, pilot, sentences, query };

	for (guint i = 0; i < r->hits->len; i++) {
		Hit *h = r->hits->pdata[i];
		judge_mention(&k, h);
		for (FacetId f = 0; f < N_FACETS; f++)
			if (facets[f].kin)
				judge_values(&k, h, f);
		judge_words(&k, h);
		judge_phrase(&k, h);
	}
	g_ptr_array_sort(r->hits, by_score);
	double best = r->hits->len ? ((const Hit *)r->hits->pdata[0])->score : 1;
	for (guint i = 0; i < r->hits->len; i++)
		((Hit *)r->hits->pdata[i])->score /= best;
}

/* ---- series -------------------------------------------------------------------------------- */

static gboolean others_begin_with(const Hit *first, const char *words)
{
	for (guint i = 0; i < first->others->len; i++)
		if (!g_str_has_prefix(((const Pilot *)first->others->pdata[i])->title, words))
			return FALSE;
	return TRUE;
}

/* What the titles of a series begin with: "Divosa" of "Divosa / Gemeente Almere" and its
 * like, as a sign ends a name; NULL when they have no beginning in common. */
static char *name_of_series(const Hit *first)
{
	g_auto(GStrv) words = g_strsplit(first->pilot->title, " ", -1);
	g_autoptr(GString) name = g_string_new(NULL);

	for (char **word = words; *word && g_unichar_isalnum(g_utf8_get_char(*word)); word++) {
		g_autofree char *longer = g_strconcat(name->str, *word, " ", NULL);
		if (!others_begin_with(first, longer))
			break;
		g_string_assign(name, longer);
	}
	return name->len ? g_strdup(g_strchomp(name->str)) : NULL;
}

/* The sentences of each hit, in order. */
static GPtrArray *sentences_of_hits(const Results *r)
{
	GPtrArray *all = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);

	for (guint i = 0; i < r->hits->len; i++)
		g_ptr_array_add(all, phrasing_of(((const Hit *)r->hits->pdata[i])->pilot));
	return all;
}

void kinship_group(Results *r)
{
	g_autoptr(GPtrArray) sentences = sentences_of_hits(r);

	for (guint i = 0; i < r->hits->len; i++) {
		Hit *first = r->hits->pdata[i];
		for (guint j = i + 1; j < r->hits->len;) {
			Hit *other = r->hits->pdata[j];
			if (phrasing_in_common(sentences->pdata[i], sentences->pdata[j]) < SERIES) {
				j++;
				continue;
			}
			g_ptr_array_add(first->others, g_steal_pointer(&other->pilot));
			g_ptr_array_remove_index(r->hits, j);
			g_ptr_array_remove_index(sentences, j);
		}
		if (first->others->len)
			first->group = name_of_series(first);
	}
}

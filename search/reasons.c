#include "reasons.h"

#include <string.h>

#include "fields.h"
#include "references.h"

static gint compare_why(gconstpointer a, gconstpointer b)
{
	const Why *x = *(Why *const *)a, *y = *(Why *const *)b;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return strcmp(x->term, y->term);
}

static Why *find_why(const Hit *hit, const char *term, const char *asked)
{
	for (guint i = 0; i < hit->why->len; i++) {
		Why *w = hit->why->pdata[i];
		if (strcmp(w->term, term) == 0 && strcmp(w->asked, asked) == 0)
			return w;
	}
	return NULL;
}

/* A word that answers in several ways does so in its heaviest. */
static void add_why(Hit *hit, const QueryLeaf *leaf, const char *word, QueryVia via,
		    const char *where, double weight)
{
	g_autofree char *term = dutch_lower(word);
	Why *w = find_why(hit, term, leaf->text);

	if (!w) {
		w = g_new(Why, 1);
		*w = (Why) { g_steal_pointer(&term), via, g_strdup(leaf->text), where, weight };
		g_ptr_array_add(hit->why, w);
	} else if (weight > w->weight) {
		w->via = via;
		w->where = where;
		w->weight = weight;
	}
}

static void add_match(Hit *hit, const Query *query, const char *where, const char *text,
		      const QueryMatch *m)
{
	const QueryLeaf *leaf = query->leaves->pdata[m->term.leaf];
	g_autofree char *word = g_strndup(text + m->word_start, m->word_end - m->word_start);

	add_why(hit, leaf, word, m->term.via, where, m->term.weight * leaf->rarity);
}

/* What no word of its text says. */
static void explain_provinces(Hit *hit, const Query *query)
{
	const GPtrArray *provinces = hit->pilot->facets[FACET_PROVINCIE];

	for (guint i = 0; i < query->leaves->len; i++) {
		const QueryLeaf *leaf = query->leaves->pdata[i];
		for (guint k = 0; leaf->province && k < provinces->len; k++) {
			g_autofree char *folded = dutch_fold(provinces->pdata[k]);
			if (strcmp(folded, leaf->province) == 0)
				add_why(hit, leaf, provinces->pdata[k], VIA_PROVINCE,
					fields[FIELD_PROVINCIE].name, leaf->province_weight);
		}
	}
}

/* A publication that only a note refers to. */
static void explain_notes(Hit *hit, const Query *query)
{
	for (guint i = 0; i < hit->pilot->footnotes->len; i++) {
		const char *text = ((const Footnote *)hit->pilot->footnotes->pdata[i])->text;
		g_autoptr(GPtrArray) found = references_find(text);
		for (guint k = 0; k < found->len * query->leaves->len; k++) {
			guint leaf = k % query->leaves->len;
			const Reference *r = found->pdata[k / query->leaves->len];
			const char *asked =
				((const QueryLeaf *)query->leaves->pdata[leaf])->reference;
			const QueryMatch match = {
				r->start, r->end, r->start, r->end, { leaf, VIA_EXACT, 1 }
			};
			if (asked && reference_answers(r->id, asked))
				add_match(hit, query, "voetnoot", text, &match);
		}
	}
}

void reasons_add(Hit *hit, const Query *query, const PilotMatches *matched)
{
	const Pilot *p = hit->pilot;

	for (guint k = 0; k < matched->title->len; k++)
		add_match(hit, query, fields[FIELD_TITEL].name, p->title,
			  &g_array_index(matched->title, QueryMatch, k));
	for (guint i = 0; i < p->sections->len; i++) {
		const GArray *matches = matched->sections->pdata[i];
		const Section *section = p->sections->pdata[i];
		for (guint k = 0; k < matches->len; k++)
			add_match(hit, query, section_kind_name(section->kind), section->text,
				  &g_array_index(matches, QueryMatch, k));
	}
	explain_provinces(hit, query);
	if (query_has_references(query))
		explain_notes(hit, query);
	g_ptr_array_sort(hit->why, compare_why);
}

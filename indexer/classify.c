#include "classify.h"

#include "fields.h"
#include "parse.h"
#include "query.h"
#include "themes.h"

#define STRONG 0.6    /* only the words themselves and what means the same count */
#define AGAIN 0.1     /* what a word counts for each time more … */
#define AGAIN_MAX 0.5 /* … and at most in all */
#define TITLE_FACTOR 2.0

/* A node of the query of a theme; leaves have a query of their own. */
typedef struct Rule {
	NodeKind kind;
	Query *query;        /* of a leaf */
	gboolean wild;       /* it may find words that are not known beforehand */
	GArray *found;       /* of guint: the strings of the pilot at hand that it looks for */
	GPtrArray *children; /* of Rule * */
} Rule;

typedef struct {
	const Theme *theme;
	Rule *rule;
} ThemeRule;

struct Classifier {
	GPtrArray *rules;  /* of ThemeRule * */
	GPtrArray *leaves; /* of Rule *: those with a query */
	GHashTable *words; /* a word that leaves look for -> GPtrArray of those Rule */
	Dutch *dutch;
	const Analysis *analysis; /* of the pilot at hand */
};

static void rule_free(gpointer data)
{
	Rule *r = data;

	if (!r)
		return;
	query_free(r->query);
	if (r->found)
		g_array_unref(r->found);
	if (r->children)
		g_ptr_array_unref(r->children);
	g_free(r);
}

/* A classifier and the leaf that it learns the words of. */
typedef struct {
	Classifier *classifier;
	Rule *leaf;
} Learning;

static void learn_word(const char *word, gpointer user)
{
	const Learning *l = user;
	GPtrArray *leaves = g_hash_table_lookup(l->classifier->words, word);

	if (!leaves) {
		leaves = g_ptr_array_new();
		g_hash_table_insert(l->classifier->words, g_strdup(word), leaves);
	}
	g_ptr_array_add(leaves, l->leaf);
}

static void add_leaf(Classifier *c, Rule *r, QueryContext *context, const QueryNode *node)
{
	Learning l = { c, r };

	r->query = query_new(context, node, QUERY_WORDS, NULL);
	r->wild = node->kind == NODE_WILDCARD;
	r->found = g_array_new(FALSE, FALSE, sizeof(guint));
	if (!r->query)
		return;
	g_ptr_array_add(c->leaves, r);
	query_each_word(r->query, learn_word, &l);
}

static Rule *rule_new(Classifier *c, QueryContext *context, const QueryNode *node)
{
	Rule *r = g_new0(Rule, 1);

	r->kind = node->kind;
	if (!node->children) {
		add_leaf(c, r, context, node);
		return r;
	}
	r->children = g_ptr_array_new_with_free_func(rule_free);
	for (guint i = 0; i < node->children->len; i++)
		g_ptr_array_add(r->children, rule_new(c, context, node->children->pdata[i]));
	return r;
}

static void theme_rule_free(gpointer data)
{
	ThemeRule *t = data;

	rule_free(t->rule);
	g_free(t);
}

Classifier *classifier_new(const GPtrArray *themes, const Thesaurus *thesaurus, Dutch *dutch)
{
	Classifier *c = g_new(Classifier, 1);
	g_autoptr(QueryContext) context = query_context_new(dutch, thesaurus, NULL);

	*c = (Classifier) { g_ptr_array_new_with_free_func(theme_rule_free), g_ptr_array_new(),
			    g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
						  (GDestroyNotify)g_ptr_array_unref),
			    dutch, NULL };
	for (guint i = 0; i < themes->len; i++) {
		ThemeRule *t = g_new(ThemeRule, 1);
		g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
		t->theme = themes->pdata[i];
		g_autoptr(QueryNode) node = query_parse(t->theme->query, notices);
		t->rule = node ? rule_new(c, context, node) : NULL;
		g_ptr_array_add(c->rules, t);
	}
	return c;
}

void classifier_free(Classifier *c)
{
	if (!c)
		return;
	g_ptr_array_unref(c->rules);
	g_ptr_array_unref(c->leaves);
	g_hash_table_unref(c->words);
	g_free(c);
}

/* ---- scores ------------------------------------------------------------------------- */

/* What a leaf finds in one text: its best match, and a little for each one more. */
static void add_text(const GArray *matches, double factor, double *best, double *again)
{
	for (guint i = 0; i < matches->len; i++) {
		const QueryMatch *m = &g_array_index(matches, QueryMatch, i);
		if (m->term.weight < STRONG)
			continue;
		*again += *best > 0 ? AGAIN : 0;
		*best = MAX(*best, m->term.weight * factor);
	}
}

static PilotMatches *find_leaf(const Classifier *c, const Rule *r, const Pilot *p)
{
	if (r->wild)
		return pilotmatch_find(r->query, p, c->dutch);
	g_autofree guchar *wanted = g_malloc0(c->analysis->strings->len + 1);
	for (guint i = 0; i < r->found->len; i++)
		wanted[g_array_index(r->found, guint, i)] = TRUE;
	return pilotmatch_find_analysed(r->query, p, c->analysis, wanted);
}

static double leaf_score(const Classifier *c, const Rule *r, const Pilot *p)
{
	if (!r->query || (!r->wild && !r->found->len))
		return 0;
	g_autoptr(PilotMatches) m = find_leaf(c, r, p);
	double best = 0, again = 0;

	add_text(m->title, TITLE_FACTOR, &best, &again);
	for (guint i = 0; i < m->sections->len; i++)
		add_text(m->sections->pdata[i], 1, &best, &again);
	return best + MIN(again, AGAIN_MAX);
}

/* OR adds up, AND is as strong as its weakest, NOT takes all away. */
static double score(const Classifier *c, const Rule *r, const Pilot *p)
{
	double sum = 0, least = G_MAXDOUBLE;

	if (!r)
		return 0;
	if (!r->children)
		return leaf_score(c, r, p);
	for (guint i = 0; i < r->children->len; i++) {
		const Rule *child = r->children->pdata[i];
		double now = score(c, child, p);
		if (child->kind == NODE_NOT)
			now = now > 0 ? 0 : G_MAXDOUBLE; /* absent: no limit to the others */
		else
			sum += now;
		least = MIN(least, now);
	}
	return r->kind == NODE_OR ? sum : r->kind == NODE_AND ? MIN(least, sum) : sum;
}

/* Most leaves find nothing in most pilots: which words of this one each looks for. */
static void find_words(Classifier *c)
{
	const GPtrArray *strings = c->analysis->strings;

	for (guint i = 0; i < c->leaves->len; i++)
		g_array_set_size(((Rule *)c->leaves->pdata[i])->found, 0);
	for (guint i = 0; i < strings->len; i++) {
		const GPtrArray *leaves = g_hash_table_lookup(c->words, strings->pdata[i]);
		for (guint k = 0; leaves && k < leaves->len; k++)
			g_array_append_val(((Rule *)leaves->pdata[k])->found, i);
	}
}

void classifier_apply(Classifier *c, Pilot *pilot, const Analysis *analysis)
{
	g_ptr_array_set_size(pilot->facets[FACET_THEMA], 0);
	g_array_set_size(pilot->theme_scores, 0);
	c->analysis = analysis;
	find_words(c);
	for (guint i = 0; i < c->rules->len; i++) {
		const ThemeRule *t = c->rules->pdata[i];
		const ThemeScore found = { i, score(c, t->rule, pilot) };
		if (found.score < t->theme->threshold)
			continue;
		pilot_add_value(pilot, FACET_THEMA, t->theme->name);
		g_array_append_val(pilot->theme_scores, found);
	}
}

#include "classify.h"

#include "fields.h"
#include "pilotmatch.h"
#include "query.h"
#include "themes.h"
#include "tokens.h"

#define STRONG 0.6    /* only the words themselves and what means the same count */
#define AGAIN 0.1     /* what a word counts for each time more … */
#define AGAIN_MAX 0.5 /* … and at most in all */
#define TITLE_FACTOR 2.0

/* A node of the query of a theme; leaves have a query of their own. */
typedef struct Rule {
	NodeKind kind;
	Query *query;        /* of a leaf */
	GPtrArray *children; /* of Rule * */
} Rule;

typedef struct {
	const Theme *theme;
	Rule *rule;
} ThemeRule;

struct Classifier {
	GPtrArray *rules; /* of ThemeRule * */
	Dutch *dutch;
};

static void rule_free(gpointer data)
{
	Rule *r = data;

	if (!r)
		return;
	query_free(r->query);
	if (r->children)
		g_ptr_array_unref(r->children);
	g_free(r);
}

static Rule *rule_new(const QueryContext *context, const QueryNode *node)
{
	Rule *r = g_new0(Rule, 1);

	r->kind = node->kind;
	if (!node->children) {
		r->query = query_new(context, node, QUERY_WORDS, NULL);
		return r;
	}
	r->children = g_ptr_array_new_with_free_func(rule_free);
	for (guint i = 0; i < node->children->len; i++)
		g_ptr_array_add(r->children, rule_new(context, node->children->pdata[i]));
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
	const QueryContext context = { dutch, thesaurus, NULL };

	*c = (Classifier) { g_ptr_array_new_with_free_func(theme_rule_free), dutch };
	for (guint i = 0; i < themes->len; i++) {
		ThemeRule *t = g_new(ThemeRule, 1);
		g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
		t->theme = themes->pdata[i];
		g_autoptr(QueryNode) node = query_parse(t->theme->query, notices);
		t->rule = node ? rule_new(&context, node) : NULL;
		g_ptr_array_add(c->rules, t);
	}
	return c;
}

void classifier_free(Classifier *c)
{
	if (!c)
		return;
	g_ptr_array_unref(c->rules);
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

static double leaf_score(const Classifier *c, const Query *q, const Pilot *p)
{
	g_autoptr(PilotMatches) m = pilotmatch_find(q, p, c->dutch);
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
		return r->query ? leaf_score(c, r->query, p) : 0;
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

void classifier_apply(Classifier *c, Pilot *pilot)
{
	g_ptr_array_set_size(pilot->themes, 0);
	g_array_set_size(pilot->theme_scores, 0);
	if (!pilot->tokens) /* analysed once, for every word of every theme, and for the index */
		pilot->tokens = tokens_make(pilot, c->dutch);
	for (guint i = 0; i < c->rules->len; i++) {
		const ThemeRule *t = c->rules->pdata[i];
		const ThemeScore found = { i, score(c, t->rule, pilot) };
		if (found.score < t->theme->threshold)
			continue;
		g_ptr_array_add(pilot->themes, g_strdup(t->theme->name));
		g_array_append_val(pilot->theme_scores, found);
	}
}

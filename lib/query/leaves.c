#include "leaves.h"

#include <math.h>
#include <string.h>

#include "active.h"
#include "expand.h"
#include "postings.h"
#include "reference.h"
#include "synonyms.h"
#include "terms.h"
#include "ways.h"

#define ENOUGH 1000       /* pilots that have a word: then its likes are not looked for */
#define PHRASE_MOST 20000 /* pilots that have the rarest word of a phrase */
#define LOOSE_MOST 200000 /* pilots that any other has, once their order does not count */
#define PART_MOST                                                                                  \
	50000 /* pilots that a part of a word may have, where it is no more than likely            \
	       */

#define FAMILY_LETTERS 6
#define DOSSIER_DIGITS 5

/* "uit elkaar gaan": stop words that together mean something. */
static gboolean is_idiom(const Build *b, const Expression *e)
{
	return e->stop && e->words > 1 && query_links(b->context, e);
}

gboolean leaf_is_stop(Build *b, const QueryNode *node)
{
	if (node->kind != NODE_WORD)
		return FALSE;
	const Expression *w = query_expression(b->context, node->text);
	return w->stop && !is_idiom(b, w);
}

/* ---- provinces ----------------------------------------------------------------------------- */

/* What lies in the province that a text names answers it as a word does that stands there once:
 * its own weight may be anything. */
static void add_province(Build *b, guint leaf, const char *text, QueryPair *to)
{
	QueryLeaf *l = leaf_at(b, leaf);
	guint pilots;
	const char *province = l->field ? NULL : query_province(b->context, text, &pilots);

	if (!province)
		return;
	l->province = g_strdup(province);
	l->province_weight = log(1.0 + (double)b->documents / MAX(pilots, 1));
	g_autofree char *term = field_term(&fields[FIELD_PROVINCIE], province);
	g_autoptr(XapianQuery) lies = query_scaled(xapian_query_term(term), 0);
	g_autoptr(XapianQuery) fixed = xapian_query_fixed(l->province_weight);
	QueryList *full = query_list_new(), *any = query_list_new();
	query_list_add(full, to->full);
	query_list_add(full, xapian_query_copy(lies));
	query_list_add(any, to->any);
	query_list_add(any, xapian_query_pair(XAPIAN_AND_MAYBE, lies, fixed));
	to->full = query_list_combine(XAPIAN_OR, full);
	to->any = query_list_combine(XAPIAN_OR, any);
}

XapianQuery *leaf_build_joined(Build *b, const QueryNode *left, const QueryNode *right)
{
	g_autofree char *text = g_strconcat(left->text, " ", right->text, NULL);
	g_autofree char *joined = g_strconcat(left->text, right->text, NULL);
	const char *stem = query_expression(b->context, joined)->key.all->str;
	guint leaf = leaf_add(b, text, left->field);

	if (query_frequency(b->context, TERM_STEM, stem) > 0)
		return leaf_answer(b, leaf, TERM_STEM, stem, VIA_JOINED, 1);
	g_ptr_array_set_size(b->query->leaves, leaf);
	return NULL;
}

QueryPair leaf_build_expression(Build *b, const QueryNode *like, const char *text)
{
	QueryPair pair = { NULL, NULL, FALSE };
	const GPtrArray *links = query_links(b->context, query_expression(b->context, text));
	guint pilots;

	if (!links && !query_province(b->context, text, &pilots))
		return pair;
	guint leaf = leaf_add(b, text, like->field);
	synonyms_add(b, leaf, links, 1, &pair);
	add_province(b, leaf, text, &pair);
	return pair;
}

/* ---- words ---------------------------------------------------------------------------------- */

/* Words that begin in the same way: mediation, mediator. */
static XapianQuery *family(Build *b, guint leaf, const char *stem)
{
	if (strlen(stem) < FAMILY_LETTERS || strpbrk(stem, "0123456789"))
		return NULL;
	g_autofree char *start = g_strndup(stem, FAMILY_LETTERS);
	const Field *field = leaf_at(b, leaf)->field;
	QueryList *both = query_list_new();

	query_list_add(both, expand_family(b, TERM_STEM, start, field));
	query_list_add(both, expand_family(b, TERM_PART, start, field));
	g_ptr_array_add(leaf_at(b, leaf)->families, g_strdup(start));
	return query_scaled(query_list_combine(XAPIAN_SYNONYM, both), way_weights[WAY_FAMILY]);
}

/* A part of the word that was asked: as a word, or, weaker, as a part elsewhere. A
 * part that everything has ("recht") is left out: NULL. */
static XapianQuery *own_part(Build *b, guint leaf, const char *stem)
{
	if (build_is_everywhere(b, stem) ||
	    query_frequency(b->context, TERM_PART, stem) > PART_MOST)
		return NULL;
	g_autoptr(XapianQuery) word =
		leaf_answer(b, leaf, TERM_STEM, stem, VIA_OWN_PART, way_weights[WAY_OWN_PART]);
	g_autoptr(XapianQuery) plain =
		leaf_answer(b, leaf, TERM_PART, stem, VIA_OWN_PART,
			    way_weights[WAY_OWN_PART] * way_weights[WAY_PART_OF_PART]);
	g_autoptr(XapianQuery) part = xapian_query_scale(plain, way_weights[WAY_PART_OF_PART]);

	return query_scaled(xapian_query_pair(XAPIAN_OR, word, part), way_weights[WAY_OWN_PART]);
}

/* A stop word among others that are typed as one ("wet/het") is not asked for. Of an expression
 * with blanks each word is: what else it has stands beside it in the query. */
static gboolean is_asked(const QueryNode *node, const Expression *w, const Token *t)
{
	return t->kind == DUTCH_WORD && (!t->stop || w->stop || strchr(node->text, ' '));
}

static gboolean asks_one(const QueryNode *node, const Expression *w)
{
	guint n = 0;

	for (guint i = 0; i < w->tokens->len; i++)
		n += is_asked(node, w, expression_token(w, i));
	return n == 1;
}

/* What the thesaurus says of a part: "schuld" of schuldenlast. */
static XapianQuery *links_of_part(Build *b, guint leaf, const char *stem)
{
	QueryPair links = { NULL, NULL, FALSE };

	synonyms_add(b, leaf, thesaurus_find(b->context->thesaurus, stem),
		     way_weights[WAY_LINK_OF_PART], &links);
	xapian_query_free(links.full);
	return links.any;
}

/* Weaker ways, which find what may be relevant but is no full match. */
static void add_weaker_ways(Build *b, guint leaf, const QueryNode *node, const Expression *w,
			    QueryPair *to)
{
	QueryList *ways = query_list_new();
	gboolean one = asks_one(node, w);

	query_list_add(ways, to->any);
	for (guint i = 0; i < w->tokens->len; i++) {
		const Token *t = expression_token(w, i);
		if (query_frequency(b->context, TERM_STEM, t->stem) >= ENOUGH)
			continue;
		if (t->kind == DUTCH_PART || (t->kind == DUTCH_WORD && !one))
			query_list_add(ways, own_part(b, leaf, t->stem));
		if (t->kind == DUTCH_WORD || (t->kind == DUTCH_PART && t->run == 1))
			query_list_add(ways, family(b, leaf, t->stem));
		if (t->kind == DUTCH_PART && b->context->thesaurus)
			query_list_add(ways, links_of_part(b, leaf, t->stem));
	}
	to->weaker |= ways->len > 1;
	to->any = query_list_combine(XAPIAN_OR, ways);
}

/* All words of a hyphenated one, each in its own right; stop words have no stems in the index. */
static XapianQuery *all_words(Build *b, guint leaf, const QueryNode *node, const Expression *w)
{
	QueryList *words = query_list_new();
	gboolean one = asks_one(node, w);

	for (guint i = 0; i < w->tokens->len; i++) {
		const Token *t = expression_token(w, i);
		if (!is_asked(node, w, t))
			continue;
		if (w->stop)
			query_list_add(words, leaf_answer(b, leaf, "", t->exact, VIA_EXACT, 1));
		else if (one)
			query_list_add(words,
				       leaf_word_or_part(b, leaf, t->stem, VIA_STEM, VIA_PART, 1));
		else
			query_list_add(words, leaf_answer(b, leaf, TERM_STEM, t->stem, VIA_OWN_PART,
							  way_weights[WAY_OWN_PART]));
	}
	return query_list_combine(XAPIAN_AND, words);
}

/* "artt. 12 en 13": all of them, or any. Without articles NULLs. */
static QueryPair build_articles(Build *b, const QueryNode *node)
{
	const Expression *w = query_expression(b->context, node->text);
	QueryList *all = query_list_new(), *any = query_list_new();
	guint leaf = 0;

	for (guint i = 0; i < w->tokens->len; i++) {
		if (expression_token(w, i)->kind != DUTCH_ARTICLE)
			continue;
		if (!all->len)
			leaf = leaf_add(b, node->text, node->field);
		XapianQuery *q = leaf_word_or_part(b, leaf, expression_token(w, i)->stem, VIA_STEM,
						   VIA_PART, 1);
		query_list_add(any, xapian_query_copy(q));
		query_list_add(all, q);
	}
	gboolean weaker = all->len > 1;
	return (QueryPair) { query_list_combine(XAPIAN_AND, all),
			     query_list_combine(XAPIAN_OR, any), weaker };
}

/* A number that may be of a dossier: what refers to its papers answers too. */
static void add_dossier(Build *b, guint leaf, const Expression *w, QueryList *to)
{
	const char *exact = w->words == 1 ? expression_token(w, 0)->exact : "";

	if (leaf_at(b, leaf)->field || strlen(exact) != DOSSIER_DIGITS ||
	    strspn(exact, "0123456789") != DOSSIER_DIGITS)
		return;
	leaf_at(b, leaf)->reference = g_strdup(exact);
	query_list_add(to, query_filter(b->context, &fields[FIELD_KAMERSTUK], exact));
}

/* An expression of a question stands beside its words, which are asked for themselves. */
static gboolean is_words_beside(const Build *b, const QueryNode *node)
{
	return b->query->mode == QUERY_QUESTION && strchr(node->text, ' ');
}

/* Of a typed word that no pilot has, in any form or compound, links are all there is: then they
 * count for more. What a theme finds does not depend on the collection. */
static double links_factor(const Build *b, const Expression *w)
{
	const Token *t = w->words == 1 ? expression_token(w, 0) : NULL;

	if (!t || !b->documents || b->query->mode != QUERY_WORDS ||
	    query_frequency(b->context, TERM_STEM, t->stem) ||
	    query_frequency(b->context, TERM_PART, t->stem))
		return 1;
	return way_weights[WAY_INSTEAD];
}

/* Takes two queries over: the first, and the second where the first finds nothing. */
static XapianQuery *either(XapianQuery *first, XapianQuery *second)
{
	if (!first || !second)
		return first ? first : second;
	g_autoptr(XapianQuery) word = first;
	g_autoptr(XapianQuery) links = second;
	g_autoptr(XapianQuery) instead = xapian_query_pair(XAPIAN_AND_NOT, links, word);
	return xapian_query_pair(XAPIAN_OR, word, instead);
}

/* What the thesaurus says of a word. In a question only where the word itself does not stand: who
 * says a thing in three ways says no more of it. */
static void add_synonyms(Build *b, guint leaf, const Expression *w, QueryPair *pair)
{
	const GPtrArray *links = query_links(b->context, w);

	if (b->query->mode != QUERY_QUESTION) {
		synonyms_add(b, leaf, links, links_factor(b, w), pair);
		return;
	}
	QueryPair others = { pair->full, NULL, FALSE };
	synonyms_add(b, leaf, links, 1, &others);
	pair->full = others.full;
	pair->any = either(pair->any, others.any);
	pair->weaker |= others.weaker;
}

static QueryPair build_word(Build *b, const QueryNode *node)
{
	const Expression *w = query_expression(b->context, node->text);
	QueryPair articles = build_articles(b, node);
	if (articles.any)
		return articles;
	guint leaf = leaf_add(b, node->text, node->field);
	QueryList *ways = query_list_new();
	gboolean idiom = is_idiom(b, w), beside = is_words_beside(b, node);

	if (!idiom && !beside) /* else only what the thesaurus says */
		query_list_add(ways, all_words(b, leaf, node, w));
	for (guint i = 0; i < w->tokens->len; i++)
		if (expression_token(w, i)->kind == DUTCH_JOINED)
			query_list_add(ways,
				       leaf_word_or_part(b, leaf, expression_token(w, i)->stem,
							 VIA_STEM, VIA_PART, 1));
	add_dossier(b, leaf, w, ways);
	QueryPair pair = { query_list_combine(XAPIAN_OR, ways), NULL, FALSE };
	pair.any = pair.full ? xapian_query_copy(pair.full) : NULL;
	if (!idiom && !beside && (!pair.any || w->stop))
		return pair;
	add_province(b, leaf, node->text, &pair);
	if (!b->spare || idiom)
		add_synonyms(b, leaf, w, &pair);
	if (!b->spare && !beside)
		add_weaker_ways(b, leaf, node, w, &pair);
	return pair;
}

/* ---- phrases, wildcards, filters ------------------------------------------------------------ */

/* Which token is the word that fewest pilots have; the number of tokens without words. */
static guint rarest_word(Build *b, const Expression *w)
{
	guint rarest = w->tokens->len, least = G_MAXUINT;

	for (guint i = 0; i < w->tokens->len; i++) {
		if (expression_token(w, i)->kind != DUTCH_WORD)
			continue;
		guint n = query_frequency(b->context, "", expression_token(w, i)->exact);
		if (n < least) {
			least = n;
			rarest = i;
		}
	}
	return rarest;
}

/* Where the words stand is looked up in each pilot that has all of them. */
static gboolean is_dear(Build *b, const Expression *w)
{
	guint rarest = b->documents > PHRASE_MOST ? rarest_word(b, w) : w->tokens->len;

	return rarest < w->tokens->len &&
	       query_frequency(b->context, "", expression_token(w, rarest)->exact) > PHRASE_MOST;
}

/* The words without their order; of words that are nearly everywhere the rarest will do. */
static XapianQuery *loose_phrase(Build *b, const Expression *w, const QueryNode *node)
{
	QueryList *list = query_list_new();

	if (node->implied) {
		g_ptr_array_unref(list);
		return NULL;
	}
	guint rarest = rarest_word(b, w);
	for (guint i = 0; i < w->tokens->len; i++) {
		const char *exact = expression_token(w, i)->exact;
		if (expression_token(w, i)->kind == DUTCH_WORD &&
		    (i == rarest || query_frequency(b->context, "", exact) <= LOOSE_MOST))
			query_list_add(list, xapian_query_term(exact));
	}
	build_limit(b,
		    "De woorden van “%s” staan in te veel pilots: op hun volgorde is niet gelet.",
		    node->text);
	return query_list_combine(XAPIAN_AND, list);
}

static XapianQuery *build_phrase(Build *b, const QueryNode *node)
{
	const Expression *w = query_expression(b->context, node->text);
	guint leaf = leaf_add(b, node->text, node->field);
	XapianQuery *phrase = is_dear(b, w) ? loose_phrase(b, w, node) : leaf_phrase(b, leaf, w);

	leaf_add_phrase(b, leaf, w, VIA_EXACT, 1);
	return node->implied ? query_scaled(phrase, way_weights[WAY_PAIR]) : phrase;
}

static XapianQuery *build_wildcard(Build *b, const QueryNode *node)
{
	guint leaf = leaf_add(b, node->text, node->field);
	g_autofree char *lower = dutch_lower(node->text);
	gboolean open_start = *lower == '*';
	guint capped = 0;
	XapianQuery *q;

	leaf_at(b, leaf)->is_wildcard = TRUE;
	g_strdelimit(lower, "*", ' ');
	g_strstrip(lower);
	q = (open_start ? expand_ending : expand_beginning)(b, lower, node->field, &capped);
	if (capped)
		build_limit(b, "‘%s’ staat voor meer dan %u woorden: de %u meest gebruikte tellen.",
			    node->text, capped, capped);
	return q;
}

static void add_value(QueryList *list, const Field *field, const char *value)
{
	g_autofree char *term = field_term(field, value);
	query_list_add(list, xapian_query_term(term));
}

/* A place may be a province; a province may be called as a place is. */
static void add_province_of(QueryContext *context, QueryList *list, const Field *field,
			    const char *value)
{
	gboolean is_province = field == &fields[FIELD_PROVINCIE];
	g_autofree char *said = g_strconcat(is_province ? "provincie " : "", value, NULL);
	guint pilots;
	const char *province = is_province || field == &fields[FIELD_PLAATS]
				       ? query_province(context, said, &pilots)
				       : NULL;

	if (province)
		add_value(list, &fields[FIELD_PROVINCIE], province);
}

XapianQuery *query_filter(QueryContext *context, const Field *field, const char *value)
{
	QueryList *list = query_list_new();
	gboolean named = field->facet >= 0 && facets[field->facet].named;
	const GPtrArray *links =
		named ? query_links(context, query_expression(context, value)) : NULL;

	add_value(list, field, value);
	for (guint i = 0; links && i < links->len; i++) {
		const ThesaurusLink *link = links->pdata[i];
		if (thesaurus_is_name(link))
			add_value(list, field, link->text);
	}
	add_province_of(context, list, field, value);
	return query_scaled(query_list_combine(XAPIAN_OR, list), 0);
}

static XapianQuery *build_filter(Build *b, const QueryNode *node)
{
	int from, to;

	if (node->field == &fields[FIELD_LOOPT])
		return active_parse(node->text, &from, &to) ? active_query(from, to) : NULL;
	return query_filter(b->context, node->field, node->text);
}

/* The words of an id in a row, as they may stand where no word says what they are of. */
static void add_row(Build *b, guint leaf, const char *words, QueryList *to)
{
	const Expression *w = query_expression(b->context, words);

	if (is_dear(b, w))
		return;
	query_list_add(to, leaf_phrase(b, leaf, w));
	leaf_add_phrase(b, leaf, w, VIA_EXACT, 1);
}

/* What refers to a publication; papers and dossiers also where just their numbers stand:
 * "31753-248", "31 753, nr. 248". */
static XapianQuery *build_reference(Build *b, const QueryNode *node)
{
	guint leaf = leaf_add(b, node->text, NULL);
	QueryList *ways = query_list_new();

	leaf_at(b, leaf)->reference = g_strdup(node->text);
	query_list_add(ways, query_filter(b->context, node->field, node->text));
	if (!g_ascii_isdigit(*node->text))
		return query_list_combine(XAPIAN_OR, ways);
	g_autofree char *words = g_strdelimit(g_strdup(node->text), "-", ' ');
	add_row(b, leaf, words, ways);
	char *number = strrchr(words, ' ');
	if (number && !reference_is_dossier(node->text)) {
		*number = '\0';
		g_autofree char *named = g_strconcat(words, " nr ", number + 1, NULL);
		add_row(b, leaf, named, ways);
	}
	return query_list_combine(XAPIAN_OR, ways);
}

/* All that a word of any subject weighs is less. leaf: the first of it. */
static void make_general(Build *b, guint leaf, QueryPair *pair)
{
	pair->full = query_scaled(pair->full, way_weights[WAY_GENERAL]);
	pair->any = query_scaled(pair->any, way_weights[WAY_GENERAL]);
	for (; leaf < b->query->leaves->len; leaf++)
		leaf_at(b, leaf)->rarity *= way_weights[WAY_GENERAL];
}

QueryPair leaf_build(Build *b, const QueryNode *node)
{
	XapianQuery *q = NULL;
	const guint leaves = b->query->leaves->len;

	switch (node->kind) {
	case NODE_WORD: {
		QueryPair pair = build_word(b, node);
		if (node->general)
			make_general(b, leaves, &pair);
		if (pair.any && !pair.full) /* only what is related to it: nothing has it all */
			pair.full = xapian_query_nothing();
		if (pair.any)
			return pair;
		break;
	}
	case NODE_PHRASE: q = build_phrase(b, node); break;
	case NODE_WILDCARD: q = build_wildcard(b, node); break;
	case NODE_FILTER:
		q = field_is_reference(node->field) ? build_reference(b, node)
						    : build_filter(b, node);
		break;
	default: break;
	}
	if (!q) /* no letters in it, or a wildcard for nothing */
		q = xapian_query_nothing();
	return (QueryPair) { q, xapian_query_copy(q), FALSE };
}

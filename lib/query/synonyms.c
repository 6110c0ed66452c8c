#include "synonyms.h"

#include <string.h>

#include "ways.h"

/* As a part of compounds only where that says something: "zaak" is in strafzaak, and everywhere. */
static XapianQuery *linked_word(Build *b, guint leaf, const char *stem, double weight)
{
	if (build_is_common(b, query_frequency(b->context, TERM_PART, stem)))
		return leaf_answer(b, leaf, TERM_STEM, stem, VIA_THESAURUS, weight);
	return leaf_word_or_part(b, leaf, stem, VIA_THESAURUS, VIA_THESAURUS, weight);
}

static XapianQuery *link_query(Build *b, guint leaf, const char *text, double weight)
{
	const Expression *w = query_expression(b->context, text);
	XapianQuery *q = NULL;

	if (w->words == 1) {
		q = linked_word(b, leaf, expression_token(w, 0)->stem, weight);
	} else if (w->words > 1) {
		q = leaf_phrase(b, leaf, w);
		leaf_add_phrase(b, leaf, w, VIA_THESAURUS, weight);
	}
	for (guint i = 0; w->words > 1 && i < w->tokens->len; i++)
		if (expression_token(w, i)->kind == DUTCH_JOINED) {
			g_autoptr(XapianQuery) wide = q;
			g_autoptr(XapianQuery) joined =
				leaf_answer(b, leaf, TERM_STEM, expression_token(w, i)->stem,
					    VIA_THESAURUS, weight);
			q = xapian_query_pair(XAPIAN_OR, wide, joined);
		}
	return query_scaled(q, weight);
}

/* The links of a leaf while they are gathered. */
typedef struct {
	Build *b;
	guint leaf;
	QueryList *full, *any;
	double factor; /* what they count for here */
	gboolean weaker;
} Links;

/* What the query asks for by itself counts there: "Basisregistratie Personen (BRP)" is one thing.
 */
static gboolean is_asked_too(Build *b, const char *text)
{
	const Expression *w = query_expression(b->context, text);

	for (guint i = 0; i < w->tokens->len; i++) {
		const Token *t = expression_token(w, i);
		if (t->kind == DUTCH_WORD && !t->stop && !g_hash_table_contains(b->asked, t->stem))
			return FALSE;
	}
	return !w->stop;
}

static gboolean is_linked(const QueryLeaf *l, const char *text)
{
	for (guint i = 0; i < l->others->len; i++)
		if (strcmp(l->others->pdata[i], text) == 0)
			return TRUE;
	return strcmp(l->lower, text) == 0;
}

static void add_link(Links *l, const char *text, double weight)
{
	gboolean question = l->b->query->mode == QUERY_QUESTION;

	if (is_linked(leaf_at(l->b, l->leaf), text) || (question && is_asked_too(l->b, text)))
		return;
	XapianQuery *q = link_query(l->b, l->leaf, text, l->factor * weight);
	if (!q)
		return;
	if (weight >= WAY_STRONG)
		query_list_add(l->full, xapian_query_copy(q));
	else
		l->weaker = TRUE;
	query_list_add(l->any, q);
	g_ptr_array_add(leaf_at(l->b, l->leaf)->others, g_strdup(text));
}

/* Through an expression of several words to what is the same as that: a word leads too many ways,
 * an expression means one thing. */
static void add_second_hop(Links *l, const ThesaurusLink *first, double weight)
{
	const Expression *w = query_expression(l->b->context, first->text);
	const GPtrArray *links = w->words > 1 ? query_links(l->b->context, w) : NULL;

	for (guint i = 0; links && i < links->len; i++) {
		const ThesaurusLink *second = links->pdata[i];
		if (thesaurus_is_name(second))
			add_link(l, second->text, weight * second->weight);
	}
}

void synonyms_add(Build *b, guint leaf, const GPtrArray *links, double factor, QueryPair *to)
{
	Links l = { b, leaf, query_list_new(), query_list_new(), factor, FALSE };

	query_list_add(l.full, to->full);
	query_list_add(l.any, to->any);
	for (guint i = 0; links && i < links->len; i++) {
		const ThesaurusLink *link = links->pdata[i];
		add_link(&l, link->text, link->weight);
	}
	for (guint i = 0; links && i < links->len; i++) {
		const ThesaurusLink *link = links->pdata[i];
		add_second_hop(&l, link, link->weight);
	}
	to->weaker |= l.weaker;
	to->full = query_list_combine(XAPIAN_OR, l.full);
	to->any = query_list_combine(XAPIAN_OR, l.any);
}

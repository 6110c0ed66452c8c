#include "asked.h"

#include "fields.h"
#include "index.h"
#include "question.h"
#include "request.h"
#include "results.h"
#include "themes.h"

/* What is searched for; NULL for everything. Without a query the queries of the themes
 * rank their own pilots; with one they only filter. */
static QueryNode *query_node(const Index *index, const Request *request, GPtrArray *notices)
{
	if (request->query)
		return query_parse(request->query, notices);
	g_autoptr(QueryNode) any = query_node_branch(NODE_OR);
	const GPtrArray *themes = request->chosen[FACET_THEMA];
	for (guint i = 0; i < themes->len; i++) {
		const Theme *t = themes_find(index->themes, themes->pdata[i]);
		QueryNode *node = query_parse(t->query, notices);
		if (node)
			g_ptr_array_add(any->children, node);
	}
	if (any->children->len == 1)
		return g_ptr_array_steal_index(any->children, 0);
	return any->children->len ? g_steal_pointer(&any) : NULL;
}

/* Leaves of a kind below a node, or of every kind (-1). */
static guint count_leaves(const QueryNode *node, int kind)
{
	guint n = !node->children && (kind < 0 || (int)node->kind == kind);

	for (guint i = 0; node->children && i < node->children->len; i++)
		n += count_leaves(node->children->pdata[i], kind);
	return n;
}

gboolean asked_check_size(const QueryNode *node, GError **error)
{
	if (count_leaves(node, -1) > SEARCH_MAX_WORDS)
		g_set_error(error, SEARCH_ERROR, SEARCH_ERROR_WORDS,
			    "the query has more than %d words", SEARCH_MAX_WORDS);
	else if (count_leaves(node, NODE_WILDCARD) > SEARCH_MAX_WILDCARDS)
		g_set_error(error, SEARCH_ERROR, SEARCH_ERROR_WILDCARDS,
			    "the query has more than %d wildcards", SEARCH_MAX_WILDCARDS);
	else
		return TRUE;
	return FALSE;
}

static void scope_to_section(QueryNode *node, const Field *field)
{
	if (node->kind != NODE_FILTER && !node->field)
		node->field = field;
	for (guint i = 0; node->children && i < node->children->len; i++)
		scope_to_section(node->children->pdata[i], field);
}

static Query *question_query(Index *index, const Request *request, Results *results, GError **error)
{
	const QueryContext context = { index->dutch, index->thesaurus, index->reader };
	const QuestionContext reading = { index->dutch, index->phrases, index->thesaurus };
	g_autoptr(QueryNode) node = question_parse(request->query, &reading, results->ignored);

	return node ? query_new(&context, node, QUERY_QUESTION, error) : NULL;
}

/* "()" or "AND": a query without anything to look for finds nothing, and says so. */
static Query *nothing_asked(const QueryContext *context, Results *results, GError **error)
{
	g_autoptr(QueryNode) empty = query_node_leaf(NODE_WORD, "");

	g_ptr_array_add(results->notices, g_strdup("Er staat geen woord in de zoekvraag."));
	return query_new(context, empty, QUERY_WORDS, error);
}

Query *asked_query(Index *index, const Request *request, Results *results, GError **error)
{
	const QueryContext context = { index->dutch, index->thesaurus, index->reader };

	if (request->query && (request->as_question || question_is(request->query))) {
		Query *question = question_query(index, request, results, error);
		if (question || *error)
			return question;
	}
	g_autoptr(QueryNode) node = query_node(index, request, results->notices);
	if (!node && request->query && !request_has_filter(request))
		return nothing_asked(&context, results, error);
	if (node && request->query && !asked_check_size(node, error))
		return NULL;
	if (node && request->section >= 0)
		scope_to_section(node, field_by_section(request->section));
	/* a theme is a list of ways to say it: none is needed for a full match */
	return query_new(&context, node, request->query ? QUERY_WORDS : QUERY_THEME, error);
}

#include "asked.h"

#include <string.h>

#include "fields.h"
#include "parse.h"
#include "plainwords.h"
#include "question.h"
#include "references.h"
#include "themes.h"

/* Without a query the queries of the themes rank their own pilots; with one they only filter. */
static QueryNode *themes_node(const Index *index, const Request *request, GPtrArray *notices)
{
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

static gboolean check_size(const QueryNode *node, GError **error)
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

/* "31 753, nr. 248?" asks for a publication and nothing else. */
static gboolean is_reference(const char *text)
{
	g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
	gsize n = strlen(text);

	return n > 0 && references_typed(text, n, ids) == n;
}

/* The filters that a text of many words names, before the rest of it. One with a question mark asks
 * of something, and narrows nothing. */
static void add_filters(Index *index, const char *text, Asked *a)
{
	g_autoptr(QueryNode) words = strchr(text, '?') ? NULL : query_parse(text, a->notices);

	if (!words)
		return;
	g_ptr_array_unref(a->plain);
	a->plain = plain_read(index, &words, a->ignored);
	for (guint i = a->plain->len; i-- > 0;) /* a question is of all sections */
		if (((const PlainFilter *)a->plain->pdata[i])->is_section)
			g_ptr_array_remove_index(a->plain, i);
	QueryNode *all = query_node_branch(NODE_AND);
	for (guint i = 0; a->plain->len && i < words->children->len; i++)
		if (((QueryNode *)words->children->pdata[i])->kind == NODE_FILTER)
			g_ptr_array_add(all->children, query_node_copy(words->children->pdata[i]));
	g_ptr_array_add(all->children, a->node);
	a->node = all;
}

static void read_question(Index *index, const Request *request, Asked *a)
{
	a->node = question_parse(request->query, index->context, index->phrases, a->ignored);
	if (!a->node)
		return;
	a->mode = QUERY_QUESTION;
	if (!request->as_question && !request->literal)
		add_filters(index, request->query, a);
}

/* A word of any subject, or of any question, says less than others. */
static void mark_general(QueryNode *node, const Index *index)
{
	if (node->kind == NODE_WORD && !node->field)
		node->general =
			question_says_little(index->phrases, index->context->dutch, node->text);
	for (guint i = 0; node->children && i < node->children->len; i++)
		mark_general(node->children->pdata[i], index);
}

/* Words that were typed. "()" or "AND" has none: it finds nothing, and says so; but with a
 * filter it finds what that has. */
static void read_words(Index *index, const Request *request, const char *text, Asked *a)
{
	a->node = query_parse(text, a->notices);
	a->mode = QUERY_WORDS;
	if (a->node)
		mark_general(a->node, index);
	if (a->node && !request->literal) {
		g_ptr_array_unref(a->plain);
		a->plain = plain_read(index, &a->node, a->ignored);
	}
	if (a->node || a->lists || request_has_filter(request))
		return;
	a->node = query_node_leaf(NODE_WORD, "");
	g_ptr_array_add(a->notices, g_strdup("Er staat geen woord in de zoekvraag."));
}

Asked *asked_new(Index *index, const Request *request, GError **error)
{
	g_autoptr(Asked) a = g_new0(Asked, 1);

	a->ignored = g_ptr_array_new_with_free_func(g_free);
	a->notices = g_ptr_array_new_with_free_func(g_free);
	a->plain = g_ptr_array_new_with_free_func(plain_filter_free);
	a->mode = QUERY_THEME; /* a list of ways to say it: none is needed for a full match */
	if (!request->query) {
		a->node = themes_node(index, request, a->notices);
		return g_steal_pointer(&a);
	}
	g_autofree char *of_list =
		request->literal || request->as_question ? NULL : plain_list(request->query);
	a->lists = of_list != NULL;
	gboolean is_question = question_is(request->query) && !is_reference(request->query);
	if (!a->lists && (request->as_question || is_question))
		read_question(index, request, a);
	if (a->node)
		return g_steal_pointer(&a);
	read_words(index, request, of_list ? of_list : request->query, a);
	return !a->node || check_size(a->node, error) ? g_steal_pointer(&a) : NULL;
}

void asked_free(Asked *a)
{
	if (!a)
		return;
	query_node_free(a->node);
	g_ptr_array_unref(a->ignored);
	g_ptr_array_unref(a->notices);
	g_ptr_array_unref(a->plain);
	g_free(a);
}

static void scope_to_section(QueryNode *node, const Field *field)
{
	if (node->kind != NODE_FILTER && !node->field)
		node->field = field;
	for (guint i = 0; node->children && i < node->children->len; i++)
		scope_to_section(node->children->pdata[i], field);
}

Query *asked_query(Index *index, const Request *request, const Asked *a, GError **error)
{
	g_autoptr(QueryNode) node = query_node_copy(a->node);

	if (node && request->section >= 0 && a->mode != QUERY_QUESTION)
		scope_to_section(node, field_by_section(request->section));
	g_autoptr(Query) query = query_new(index->context, node, a->mode, error);
	if (!query || a->mode != QUERY_QUESTION)
		return g_steal_pointer(&query);
	query->question_types = index_question_types(index, error);
	if (!query->question_types)
		return NULL;
	query->asked = questiontypes_of(query->question_types,
					request->own ? request->own : request->query);
	return g_steal_pointer(&query);
}

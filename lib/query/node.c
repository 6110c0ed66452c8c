/* Trees of queries: made, freed, and written out. */
#include "node.h"

#include <string.h>

static const struct {
	const char *text;
	NodeKind kind;
} operators[] = {
	{ "AND", NODE_AND }, { "EN", NODE_AND },  { "OR", NODE_OR },
	{ "OF", NODE_OR },   { "NOT", NODE_NOT }, { "NIET", NODE_NOT },
};

int query_operator(const char *text, gsize len)
{
	for (gsize i = 0; i < G_N_ELEMENTS(operators); i++)
		if (strlen(operators[i].text) == len && strncmp(operators[i].text, text, len) == 0)
			return operators[i].kind;
	return -1;
}

QueryNode *query_node_leaf(NodeKind kind, const char *text)
{
	QueryNode *n = g_new0(QueryNode, 1);

	n->kind = kind;
	n->text = g_strdup(text);
	return n;
}

QueryNode *query_node_branch(NodeKind kind)
{
	QueryNode *n = g_new0(QueryNode, 1);

	n->kind = kind;
	n->children = g_ptr_array_new_with_free_func((GDestroyNotify)query_node_free);
	return n;
}

QueryNode *query_node_copy(const QueryNode *n)
{
	QueryNode *copy = n ? g_new(QueryNode, 1) : NULL;

	if (!n)
		return NULL;
	*copy = *n;
	copy->text = g_strdup(n->text);
	if (n->children) {
		copy->children = g_ptr_array_new_with_free_func((GDestroyNotify)query_node_free);
		for (guint i = 0; i < n->children->len; i++)
			g_ptr_array_add(copy->children, query_node_copy(n->children->pdata[i]));
	}
	return copy;
}

void query_node_free(QueryNode *n)
{
	if (!n)
		return;
	g_free(n->text);
	if (n->children)
		g_ptr_array_unref(n->children);
	g_free(n);
}

/* The value of a filter, in quotes where it would be read as something else without. */
static void append_value(GString *out, const char *value)
{
	gboolean plain = *value && query_operator(value, strlen(value)) < 0;

	for (const char *p = value; *p && plain; p = g_utf8_next_char(p))
		plain = g_unichar_isalnum(g_utf8_get_char(p)) || (strchr(".-", *p) && p > value);
	g_string_append_printf(out, plain ? "%s" : "\"%s\"", value);
}

static void append_node(GString *out, const QueryNode *n, gboolean nested)
{
	if (n->field && (n->kind == NODE_WORD || n->kind == NODE_PHRASE ||
			 n->kind == NODE_WILDCARD || n->kind == NODE_FILTER))
		g_string_append_printf(out, "%s:", n->field->name);
	switch (n->kind) {
	case NODE_PHRASE: g_string_append_printf(out, "\"%s\"", n->text); return;
	case NODE_FILTER: append_value(out, n->text); return;
	case NODE_WORD:
	case NODE_WILDCARD: g_string_append(out, n->text); return;
	case NODE_NOT:
		g_string_append(out, "NIET ");
		append_node(out, n->children->pdata[0], TRUE);
		return;
	case NODE_AND:
	case NODE_OR: break;
	}
	g_string_append(out, nested ? "(" : "");
	for (guint i = 0; i < n->children->len; i++) {
		if (((const QueryNode *)n->children->pdata[i])->implied)
			continue;
		g_string_append(out, i == 0 ? "" : n->kind == NODE_AND ? " EN " : " OF ");
		append_node(out, n->children->pdata[i], TRUE);
	}
	g_string_append(out, nested ? ")" : "");
}

char *query_node_text(const QueryNode *node)
{
	GString *out = g_string_new(NULL);

	if (node)
		append_node(out, node, FALSE);
	return g_string_free(out, FALSE);
}

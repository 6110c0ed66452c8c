#include "spelling.h"

#include <string.h>

#include "fields.h"

#define MAX_EDITS 2
#define MIN_LETTERS 4   /* shorter words are too near to too many others */
#define MOST_LETTERS 40 /* longer words are not typed but pasted, and cost what they are long */
#define MIN_HALF 4      /* letters of either half of a mended compound */

/* Whether the index knows a word, as it is, as a part or as a province. */
static gboolean is_known(Index *index, const char *word)
{
	const Expression *e = query_expression(index->context, word);
	guint pilots;
	gboolean known = query_links(index->context, e) != NULL ||
			 query_province(index->context, word, &pilots) != NULL;

	for (guint i = 0; i < e->tokens->len && !known; i++) {
		const Token *t = expression_token(e, i);
		known = t->kind != DUTCH_PART && (t->stop || index_frequency(index, t->stem) > 0);
	}
	return known;
}

static gboolean is_letters(const char *folded)
{
	for (const char *p = folded; *p; p++)
		if (!g_ascii_islower(*p))
			return FALSE;
	return TRUE;
}

/* What the index has within `edits` of a folded word; NULL for nothing. */
static char *near_word(Index *index, const char *folded, guint edits)
{
	g_autofree char *found = xapian_reader_spelling(index->reader, folded, edits,
							query_context_error(index->context));

	return found && *found ? g_steal_pointer(&found) : NULL;
}

/* Another first letter is a likely error only when it is the only one. */
static char *near_whole(Index *index, const char *folded)
{
	g_autofree char *found = near_word(index, folded, MAX_EDITS);

	if (found && *found != *folded) {
		g_free(found);
		found = near_word(index, folded, 1);
	}
	return g_steal_pointer(&found);
}

/* "echtscheidngs|proces": one half is a part of compounds, the other nearly is.
 * The longest right half wins: it is what the mended word rests on. */
static char *near_compound(Index *index, const char *folded)
{
	gsize n = strlen(folded), best = 0;
	char *mended = NULL;

	for (gsize cut = MIN_HALF; cut + MIN_HALF <= n; cut++) {
		g_autofree char *left = g_strndup(folded, cut);
		const char *right = folded + cut;
		gboolean left_known = dutch_is_part(left, cut);
		gboolean right_known = dutch_is_part(right, n - cut);
		gsize sure = (left_known ? cut : 0) + (right_known ? n - cut : 0);
		if (left_known == right_known || sure <= best)
			continue;
		g_autofree char *near = near_word(index, left_known ? right : left, MAX_EDITS);
		if (!near || *near != (left_known ? *right : *left))
			continue;
		g_free(mended);
		mended =
			left_known ? g_strconcat(left, near, NULL) : g_strconcat(near, right, NULL);
		best = sure;
	}
	return mended;
}

static char *mend(Index *index, const char *word)
{
	g_autofree char *folded = dutch_fold(word);

	if (strlen(folded) < MIN_LETTERS || strlen(folded) > MOST_LETTERS || !is_letters(folded) ||
	    is_known(index, word))
		return NULL;
	char *found = near_whole(index, folded);
	return found ? found : near_compound(index, folded);
}

/* Mends the words below a node in place; TRUE when there was one. */
static gboolean mend_node(Index *index, QueryNode *node)
{
	gboolean any = FALSE;

	if (node->kind == NODE_WORD) {
		char *better = mend(index, node->text);
		if (!better)
			return FALSE;
		g_free(node->text);
		node->text = better;
		return TRUE;
	}
	for (guint i = 0; node->children && i < node->children->len; i++)
		any |= mend_node(index, node->children->pdata[i]);
	return any;
}

QueryNode *spelling_mend(Index *index, const QueryNode *node)
{
	g_autoptr(QueryNode) mended = query_node_copy(node);

	return mended && mend_node(index, mended) ? g_steal_pointer(&mended) : NULL;
}

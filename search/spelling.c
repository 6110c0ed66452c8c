#include "spelling.h"

#include <string.h>

#include "fields.h"

#define MAX_EDITS 2
#define MIN_TWICE 6     /* letters of a word that may have two errors */
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
	g_autofree char *found =
		near_word(index, folded, strlen(folded) < MIN_TWICE ? 1 : MAX_EDITS);

	if (found && *found != *folded) {
		g_free(found);
		found = near_word(index, folded, 1);
	}
	return g_steal_pointer(&found);
}

/* Whether a compound is one of words, each of which the index has. */
static gboolean is_of_known(Index *index, const char *compound)
{
	const Expression *e = query_expression(index->context, compound);
	guint parts = 0;

	if (!dutch_is_correct(compound))
		return FALSE;
	for (guint i = 0; i < e->tokens->len; i++) {
		const Token *t = expression_token(e, i);
		if (t->kind != DUTCH_PART || t->run != 1)
			continue;
		if (index_frequency(index, t->stem) == 0)
			return FALSE;
		parts++;
	}
	return parts > 1;
}

/* The compound of a known half and what is near the other; NULL when nothing is. */
static char *mend_half(Index *index, const char *left, const char *right, gboolean left_known)
{
	const char *wrong = left_known ? right : left;
	g_autofree char *near = near_word(index, wrong, MAX_EDITS);

	if (!near || *near != *wrong)
		return NULL;
	g_autofree char *whole =
		left_known ? g_strconcat(left, near, NULL) : g_strconcat(near, right, NULL);
	return is_known(index, whole) || is_of_known(index, whole) ? g_steal_pointer(&whole) : NULL;
}

/* "echtscheidngs|proces": one half is a part of compounds, the other nearly is.
 * The longest right half wins: it is what the mended word rests on. */
static char *near_compound(Index *index, const char *folded)
{
	gsize n = strlen(folded), best = 0;
	char *mended = NULL;

	for (gsize cut = MIN_HALF; cut + MIN_HALF <= n; cut++) {
		g_autofree char *left = g_strndup(folded, cut);
		gboolean left_known = dutch_is_part(left, cut);
		gboolean right_known = dutch_is_part(folded + cut, n - cut);
		gsize sure = (left_known ? cut : 0) + (right_known ? n - cut : 0);
		if (left_known == right_known || sure <= best)
			continue;
		char *whole = mend_half(index, left, folded + cut, left_known);
		if (!whole)
			continue;
		g_free(mended);
		mended = whole;
		best = sure;
	}
	return mended;
}

/* correct: words of correct Dutch as well. */
static char *mend(Index *index, const char *word, gboolean correct)
{
	g_autofree char *folded = dutch_fold(word);

	if (strlen(folded) < MIN_LETTERS || strlen(folded) > MOST_LETTERS || !is_letters(folded) ||
	    is_known(index, word) || (!correct && dutch_is_correct(folded)))
		return NULL;
	g_autofree char *found = near_whole(index, folded);
	if (found && is_known(index, found))
		return g_steal_pointer(&found);
	/* a word that is right is no slip of another that would have to be made up */
	return dutch_is_correct(folded) ? NULL : near_compound(index, folded);
}

typedef struct {
	Index *index;
	gboolean correct;
	GPtrArray *said; /* or NULL */
} Mending;

/* Mends the words below a node in place; TRUE when there was one. */
static gboolean mend_node(const Mending *m, QueryNode *node)
{
	gboolean any = FALSE;

	if (node->implied)
		return FALSE;
	if (node->kind == NODE_WORD) {
		char *better = mend(m->index, node->text, m->correct);
		if (!better)
			return FALSE;
		if (m->said)
			g_ptr_array_add(m->said, g_strdup_printf("‘%s’ is gelezen als ‘%s’.",
								 node->text, better));
		g_free(node->text);
		node->text = better;
		return TRUE;
	}
	for (guint i = 0; node->children && i < node->children->len; i++)
		any |= mend_node(m, node->children->pdata[i]);
	return any;
}

static QueryNode *mended_copy(const Mending *m, const QueryNode *node)
{
	g_autoptr(QueryNode) mended = query_node_copy(node);

	return mended && mend_node(m, mended) ? g_steal_pointer(&mended) : NULL;
}

QueryNode *spelling_mend(Index *index, const QueryNode *node, GPtrArray *said)
{
	const Mending m = { index, FALSE, said };

	return mended_copy(&m, node);
}

QueryNode *spelling_propose(Index *index, const QueryNode *node)
{
	const Mending m = { index, TRUE, NULL };

	return mended_copy(&m, node);
}

/* Words, phrases and wildcards below a node that say something. */
static guint count_telling(Index *index, const QueryNode *node)
{
	guint n = 0;

	if (!node->children)
		return node->kind != NODE_FILTER && !node->implied &&
		       !query_expression(index->context, node->text)->stop;
	for (guint i = 0; i < node->children->len; i++)
		n += count_telling(index, node->children->pdata[i]);
	return n;
}

gboolean spelling_is_alone(Index *index, const QueryNode *node)
{
	return node && count_telling(index, node) == 1;
}

#include "related.h"

#include <math.h>
#include <string.h>

#include "cli.h"
#include "dates.h"
#include "fields.h"
#include "filters.h"
#include "history.h"
#include "kinship.h"
#include "passage.h"
#include "phrasing.h"
#include "results.h"

#define MOST_WORDS 30 /* telling words that are looked for */
#define CANDIDATES 60 /* pilots that are looked at */
#define SHARED 3      /* pilots with the same sentence: then it is a phrase, and tells little */
#define MIN_LETTERS 3
#define OTHER_WORDS 0.3 /* weight of words that are no nouns */

static const double bm25_related[] = { 2, 0, 1, 1, 0.5 };

/* ---- the telling words ---------------------------------------------------------------- */

typedef struct {
	char *text, *stem;
	guint count;
	gboolean noun; /* by its use in compounds: what it is about, rather than how it is said */
	double weight;
} Word;

typedef struct {
	const char *text;  /* that is read */
	GHashTable *words; /* stem -> Word; owns them */
} Reading;

static void word_free(gpointer data)
{
	Word *w = data;

	g_free(w->text);
	g_free(w->stem);
	g_free(w);
}

static void on_token(const DutchToken *t, gpointer user)
{
	Reading *r = user;

	if (t->kind != DUTCH_WORD || t->stop || strlen(t->stem) < MIN_LETTERS ||
	    g_ascii_isdigit(*t->stem) || date_month(t->exact))
		return;
	Word *w = g_hash_table_lookup(r->words, t->stem);
	if (!w) {
		w = g_new0(Word, 1);
		w->text = g_strndup(r->text + t->start, t->end - t->start);
		w->stem = g_strdup(t->stem);
		g_autofree char *folded = dutch_fold(t->exact);
		w->noun = *t->parts || dutch_is_part(folded, strlen(folded)) ||
			  dutch_is_part(t->stem, strlen(t->stem));
		g_hash_table_insert(r->words, w->stem, w);
	}
	w->count++;
}

static void on_sentence_word(const DutchToken *t, gpointer user)
{
	if (t->kind == DUTCH_WORD)
		g_ptr_array_add(user, xapian_query_term(t->exact));
}

/* Whether several pilots say the same, word for word. */
static gboolean is_shared(const Index *index, const char *sentence, GError **error)
{
	g_autoptr(GPtrArray) words =
		g_ptr_array_new_with_free_func((GDestroyNotify)xapian_query_free);
	dutch_analyse(index->dutch, sentence, strlen(sentence), on_sentence_word, words);
	g_autoptr(XapianQuery) phrase = xapian_query_combine(
		XAPIAN_PHRASE, (XapianQuery *const *)words->pdata, words->len, 0);
	g_autoptr(XapianEnquire) enquire = xapian_enquire_new(index->reader, error);

	if (!enquire || !xapian_enquire_set_query(enquire, phrase, error) ||
	    !xapian_enquire_set_weighting(enquire, XAPIAN_WEIGHT_BOOL, NULL, 0, error))
		return FALSE;
	g_autoptr(XapianMatches) matches = xapian_enquire_run(enquire, 0, SHARED, 0, error);
	return matches && xapian_matches_size(matches) >= SHARED;
}

static gint by_weight(gconstpointer a, gconstpointer b)
{
	const Word *x = *(Word *const *)a, *y = *(Word *const *)b;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return strcmp(x->stem, y->stem);
}

/* The words that tell most: often here, and in few other pilots. */
static GPtrArray *heaviest(const Index *index, GHashTable *words)
{
	GPtrArray *all = g_ptr_array_new();
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init(&iter, words);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		Word *w = value;
		guint n = index_frequency(index, w->stem);
		w->weight = (1 + log(w->count)) * index_rarity(index, MAX(n, 1)) *
			    (w->noun ? 1 : OTHER_WORDS);
		if (n > 1) /* in this pilot alone it finds no other */
			g_ptr_array_add(all, w);
	}
	g_ptr_array_sort(all, by_weight);
	if (all->len > MOST_WORDS)
		g_ptr_array_set_size(all, MOST_WORDS);
	return all;
}

static void read_text(const Index *index, Reading *r, const char *text)
{
	r->text = text;
	dutch_analyse(index->dutch, text, strlen(text), on_token, r);
}

/* What a pilot is about, as a query without words when nothing tells: its title, and its
 * sentences but for those that a series or a scheme has in common. */
static QueryNode *about(Index *index, const Pilot *p, const GPtrArray *sentences, GError **error)
{
	GError *failed = NULL;
	g_autoptr(GHashTable) words =
		g_hash_table_new_full(g_str_hash, g_str_equal, NULL, word_free);
	Reading r = { NULL, words };
	g_autoptr(QueryNode) node = query_node_branch(NODE_AND);

	read_text(index, &r, p->title);
	for (guint i = 0; i < sentences->len && !failed; i++) {
		const Phrasing *s = sentences->pdata[i];
		if (!s->key || !is_shared(index, s->text, &failed))
			read_text(index, &r, s->text);
	}
	if (failed) {
		g_propagate_error(error, failed);
		return NULL;
	}
	g_autoptr(GPtrArray) telling = heaviest(index, words);
	for (guint i = 0; i < telling->len; i++)
		g_ptr_array_add(
			node->children,
			query_node_leaf(NODE_WORD, ((const Word *)telling->pdata[i])->text));
	return g_steal_pointer(&node);
}

/* ---- candidates --------------------------------------------------------------------------- */

/* The query without the pilot itself, in whatever edition. */
static XapianQuery *others_only(const Query *query, XapianDoc *doc, GError **error)
{
	const Field *field = &fields[FIELD_IDENTITEIT];
	g_autofree char *identity = xapian_doc_value(doc, field->slot, NULL, error);

	if (!identity)
		return NULL;
	g_autofree char *term = g_strconcat(field->prefix, identity, NULL);
	g_autoptr(XapianQuery) self = xapian_query_term(term);
	return xapian_query_pair(XAPIAN_AND_NOT, query->xapian, self);
}

static gboolean add_candidate(Index *index, const Query *query, const XapianMatches *matches,
			      guint i, Results *r, GError **error)
{
	g_autoptr(XapianDoc) doc = xapian_matches_document(matches, i, error);
	Pilot *pilot = doc ? index_read_pilot(index, doc, error) : NULL;

	if (!pilot)
		return FALSE;
	Hit *h = results_add(r, pilot);
	h->full = TRUE;
	h->score = xapian_matches_hit(matches, i).weight / xapian_matches_max_attained(matches);
	passage_choose(r, h, query, index->dutch, 1, FALSE);
	h->editions = history_of(index, doc, error);
	return h->editions != NULL;
}

static gboolean collect(Index *index, const Request *request, const Query *query, XapianDoc *doc,
			Results *r, GError **error)
{
	g_autoptr(XapianQuery) others = others_only(query, doc, error);
	g_autoptr(XapianQuery) filtered =
		others ? filters_apply(index, request, others, query_has_phrases(query), N_FACETS)
		       : NULL;
	g_autoptr(XapianEnquire) enquire = xapian_enquire_new(index->reader, error);

	if (!filtered || !enquire || !xapian_enquire_set_query(enquire, filtered, error) ||
	    !xapian_enquire_set_weighting(enquire, XAPIAN_WEIGHT_BM25, bm25_related,
					  G_N_ELEMENTS(bm25_related), error))
		return FALSE;
	xapian_enquire_set_sort(enquire, XAPIAN_SORT_RELEVANCE_THEN_VALUE, SLOT_TITLE_SORT, FALSE);
	g_autoptr(XapianMatches) matches = xapian_enquire_run(enquire, 0, CANDIDATES, 0, error);
	for (guint i = 0; matches && i < xapian_matches_size(matches); i++)
		if (!add_candidate(index, query, matches, i, r, error))
			return FALSE;
	return matches != NULL;
}

/* ---- the page that was asked for --------------------------------------------------------------
 */

static void take_page(Results *r, const Request *request)
{
	guint offset = MIN((guint)request->offset, r->hits->len);

	r->total = r->total_full = r->hits->len;
	if (offset)
		g_ptr_array_remove_range(r->hits, 0, offset);
	if (r->hits->len > (guint)request->limit)
		g_ptr_array_set_size(r->hits, request->limit);
	for (guint i = 0; i < r->hits->len; i++)
		((Hit *)r->hits->pdata[i])->rank = offset + i + 1;
}

static gboolean find(Index *index, const Request *request, const Pilot *p, XapianDoc *doc,
		     Results *r, GError **error)
{
	g_autoptr(QueryContext) context = query_context_new(index->dutch, NULL, index->reader);
	g_autoptr(GPtrArray) sentences = phrasing_of(p);
	g_autoptr(QueryNode) node = about(index, p, sentences, error);
	g_autoptr(Query) query = node ? query_new(context, node, QUERY_QUESTION, error) : NULL;

	if (!query || (node->children->len && !collect(index, request, query, doc, r, error)))
		return FALSE;
	kinship_judge(index, p, sentences, query, r);
	kinship_group(r);
	take_page(r, request);
	r->understood = g_strdup_printf("lijkt op ‘%s’", p->title);
	return TRUE;
}

Results *related_search(Index *index, const Request *request, GError **error)
{
	GError *failed = NULL;
	g_autoptr(XapianDoc) doc = index_find(index, request->related, &failed);
	g_autoptr(Results) r = results_new();

	if (g_error_matches(failed, XAPIAN_ERROR, XAPIAN_ERROR_NOT_FOUND)) {
		g_error_free(failed);
		g_set_error(error, CLI_ERROR, CLI_ERROR_USAGE, "no pilot with id '%s'",
			    request->related);
		return NULL;
	}
	if (failed)
		g_propagate_error(error, failed);
	g_autoptr(Pilot) p = doc ? index_read_pilot(index, doc, error) : NULL;
	return p && find(index, request, p, doc, r, error) ? g_steal_pointer(&r) : NULL;
}

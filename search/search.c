#include "search.h"

#include <string.h>

#include "asked.h"
#include "cli.h"
#include "entities.h"
#include "fields.h"
#include "filters.h"
#include "history.h"
#include "kinds.h"
#include "nearvalue.h"
#include "passage.h"
#include "reference.h"
#include "related.h"
#include "relax.h"
#include "results.h"
#include "spelling.h"
#include "themes.h"

/* BM25 as measured on judged queries. A question has many words, and a long text has
 * some of any: so for questions the length counts in full. Not of papers: there a question is asked
 * once, and the length is that of its answer. */
static const double bm25_words[] = { 4, 0, 1, 0.75, 0.5 };
static const double bm25_question[] = { 4, 0, 1, 1, 0.5 };

#define LIST_MOST 200    /* pilots of a list that is asked for */
#define IN_HAND 100u     /* pilots of a small index */
#define SORT_MOST 100000 /* pilots that are sorted by something else than relevance */

/* ---- themes ------------------------------------------------------------------------ */

static gboolean check_themes(const Index *index, const Request *request, GError **error)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	const GPtrArray *asked = request->chosen[FACET_THEMA];

	for (guint i = 0; i < index->themes->len; i++)
		g_ptr_array_add(names, ((const Theme *)index->themes->pdata[i])->name);
	g_ptr_array_add(names, NULL);
	for (guint i = 0; i < asked->len; i++)
		if (!themes_find(index->themes, asked->pdata[i])) {
			cli_set_unknown(error, "theme", asked->pdata[i],
					(const char *const *)names->pdata);
			return FALSE;
		}
	return TRUE;
}

/* One theme on its own is ordered by how much each pilot belongs to it, which is judged
 * from the pilot alone: a rare word does not lift one over what is wholly about it.
 * Returns the slot of that score; 0 when it does not apply. */
static guint32 theme_slot(const Index *index, const Request *request, const Query *query)
{
	const GPtrArray *asked = request->chosen[FACET_THEMA];
	guint i;

	if (query->mode != QUERY_THEME || asked->len != 1 || request->sort != SORT_RELEVANCE)
		return 0;
	const Theme *theme = themes_find(index->themes, asked->pdata[0]);
	return g_ptr_array_find(index->themes, theme, &i) ? SLOT_THEME_SCORE + i : 0;
}

/* ---- hits -------------------------------------------------------------------------- */

/* Full matches fill the upper half of the scale, partial ones the lower. */
static double scale(const Query *query, double weight, double best)
{
	gboolean full = weight >= QUERY_FULL;
	double own = full ? weight - QUERY_FULL : weight;
	double part = best > 0 ? MIN(own / best, 1) : 1;

	if (!query->partial)
		return part;
	return full ? 0.5 + part / 2 : part / 2;
}

static gboolean add_hit(Index *index, const Query *query, const Request *request,
			const XapianMatches *matches, guint i, double best, Results *r,
			GError **error)
{
	const XapianHit found = xapian_matches_hit(matches, i);
	g_autoptr(XapianDoc) doc = xapian_matches_document(matches, i, error);
	Pilot *pilot = doc ? index_read_pilot(index, doc, error) : NULL;

	if (!pilot)
		return FALSE;
	Hit *h = results_add(r, pilot);
	h->rank = request->offset + i + 1;
	h->score = scale(query, found.weight, best);
	h->full = query->mode != QUERY_QUESTION && (!query->partial || found.weight >= QUERY_FULL);
	guint32 theme = theme_slot(index, request, query);
	if (theme) { /* no best is known, so a scale that rises with the score */
		double belongs =
			xapian_doc_number(doc, theme, 0, query_context_error(index->context));
		h->score = belongs / (belongs + 1);
	}
	passage_choose(r, h, query, index->dutch, request->per_pilot,
		       request->named && entities_name(request->named, pilot));
	if (request->sort == SORT_ADDED)
		h->added = xapian_doc_value(doc, SLOT_ADDED, NULL, error);
	h->editions = history_of(index, doc, error);
	return h->editions != NULL;
}

/* A query that is ready to run, weighed as its mode wants. */
static XapianEnquire *prepare(Index *index, const Query *query, const XapianQuery *filtered,
			      GError **error)
{
	gboolean whole = query->mode == QUERY_QUESTION && !index->of_papers;
	const double *weights = whole ? bm25_question : bm25_words;
	g_autoptr(XapianEnquire) enquire = xapian_enquire_new(index->reader, error);

	if (!enquire || !xapian_enquire_set_query(enquire, filtered, error) ||
	    !xapian_enquire_set_weighting(enquire, XAPIAN_WEIGHT_BM25, weights,
					  G_N_ELEMENTS(bm25_words), error))
		return NULL;
	return g_steal_pointer(&enquire);
}

/* To sort by something else than relevance, each match must be looked at. */
static gboolean may_sort(const Index *index, XapianEnquire *enquire, Results *r)
{
	if (xapian_reader_doccount(index->reader, query_context_error(index->context)) <= SORT_MOST)
		return TRUE;
	g_autoptr(XapianMatches) count =
		xapian_enquire_run(enquire, 0, 0, 0, query_context_error(index->context));
	if (count && xapian_matches_estimated(count) <= SORT_MOST)
		return TRUE;
	g_ptr_array_add(r->limited,
			g_strdup_printf("Meer dan %d pilots worden niet gesorteerd: de volgorde is "
					"die van relevantie.",
					SORT_MOST));
	return FALSE;
}

static void set_order(XapianEnquire *enquire, const Index *index, const Request *request,
		      const Query *query, Results *r)
{
	static const guint32 slots[N_SORTS] = {
		[SORT_TITLE] = SLOT_TITLE_SORT, [SORT_START] = SLOT_START, [SORT_END] = SLOT_END,
		[SORT_ADDED] = SLOT_ADDED,      [SORT_DATED] = SLOT_DATED,
	};
	Sort sort = request->sort;
	guint32 theme = theme_slot(index, request, query);

	/* nothing depends on the order in which the indexer wrote them */
	xapian_enquire_set_sort(enquire, XAPIAN_SORT_RELEVANCE_THEN_VALUE, SLOT_TITLE_SORT, FALSE);
	if ((!theme && sort == SORT_RELEVANCE) || !may_sort(index, enquire, r))
		return;
	if (theme)
		xapian_enquire_set_sort(enquire, XAPIAN_SORT_VALUE_THEN_RELEVANCE, theme, TRUE);
	if (sort != SORT_RELEVANCE)
		xapian_enquire_set_sort(enquire, XAPIAN_SORT_VALUE_THEN_RELEVANCE, slots[sort],
					sort == SORT_ADDED || sort == SORT_DATED);
}

/* In a small index all matches are asked for at once, and so their weights are in hand. */
static guint how_many(const Index *index, const Request *request)
{
	guint wanted = (guint)request->limit;
	gboolean small = xapian_reader_doccount(index->reader,
						query_context_error(index->context)) <= IN_HAND;

	return small && !request->offset ? MAX(wanted, IN_HAND) : wanted;
}

/* Of the best ones that are in hand, those that weigh QUERY_FULL. */
static guint full_in_hand(const XapianMatches *matches)
{
	guint full = 0;

	while (full < xapian_matches_size(matches) &&
	       xapian_matches_hit(matches, full).weight >= QUERY_FULL)
		full++;
	return full;
}

/* How many have everything: those that weigh QUERY_FULL and more. Where not all weights are in
 * hand this is run apart, so that it counts no facets. */
static gboolean count_full(Index *index, const Request *request, const Query *query,
			   const XapianQuery *filtered, const XapianMatches *matches, Results *r,
			   GError **error)
{
	r->total_full = query->mode == QUERY_QUESTION ? 0 : r->total;
	if (!query->partial || !r->total)
		return TRUE;
	if (xapian_matches_size(matches) == r->total && request->sort == SORT_RELEVANCE &&
	    !theme_slot(index, request, query)) {
		r->total_full = full_in_hand(matches);
		return TRUE;
	}
	g_autoptr(XapianEnquire) enquire = prepare(index, query, filtered, error);
	if (!enquire)
		return FALSE;
	xapian_enquire_set_cutoff(enquire, 0, QUERY_FULL);
	g_autoptr(XapianMatches) full = xapian_enquire_run(enquire, 0, 0, EXACT_COUNT, error);
	if (full)
		r->total_full = xapian_matches_estimated(full);
	return full != NULL;
}

/* The weight of the best match, but for the bonus. Where another order is asked for, Xapian
 * does not weigh all of them. */
static double best_weight(Index *index, const Request *request, const Query *query,
			  const XapianQuery *filtered, const XapianMatches *matches)
{
	double best = xapian_matches_max_attained(matches);

	if (request->sort != SORT_RELEVANCE) {
		g_autoptr(XapianEnquire) enquire =
			prepare(index, query, filtered, query_context_error(index->context));
		g_autoptr(XapianMatches) first =
			enquire ? xapian_enquire_run(enquire, 0, 1, 0,
						     query_context_error(index->context))
				: NULL;
		best = first ? xapian_matches_max_attained(first) : best;
	}
	return best >= QUERY_FULL ? best - QUERY_FULL : best;
}

static gboolean run(Index *index, const Request *request, const Query *query, Results *r,
		    GError **error)
{
	g_autoptr(XapianQuery) filtered =
		filters_apply(index, request, query->xapian, query_has_phrases(query), N_FACETS);
	g_autoptr(XapianEnquire) enquire = prepare(index, query, filtered, error);

	if (!enquire)
		return FALSE;
	set_order(enquire, index, request, query, r);
	if (request->facets)
		facets_count(enquire, request);
	g_autoptr(XapianMatches) matches = xapian_enquire_run(
		enquire, request->offset, how_many(index, request), EXACT_COUNT, error);
	if (!matches)
		return FALSE;
	r->total = xapian_matches_estimated(matches);
	r->estimated = xapian_matches_lower_bound(matches) < xapian_matches_upper_bound(matches);
	double best = best_weight(index, request, query, filtered, matches);
	for (guint i = 0; i < MIN(xapian_matches_size(matches), (guint)request->limit); i++)
		if (!add_hit(index, query, request, matches, i, best, r, error))
			return FALSE;
	if (request->per_pilot == 1)
		passage_tell_apart(r, query, index->dutch);
	return (!request->facets || facets_fill(r, index, request, query, matches, error)) &&
	       count_full(index, request, query, filtered, matches, r, error);
}

/* A word that was left out is named once, however often it stood there. */
static void drop_doubles(GPtrArray *texts)
{
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < texts->len;) {
		if (g_hash_table_add(seen, dutch_lower(texts->pdata[i])))
			i++;
		else
			g_ptr_array_remove_index(texts, i);
	}
}

static void add_copies(GPtrArray *to, const GPtrArray *from)
{
	for (guint i = 0; i < from->len; i++)
		g_ptr_array_add(to, g_strdup(from->pdata[i]));
	drop_doubles(to);
}

static Results *search_as_asked(Index *index, const Request *request, const Asked *asked,
				GError **error)
{
	g_autoptr(Results) r = results_new();
	g_autoptr(Query) query = asked_query(index, request, asked, error);

	if (!query || !run(index, request, query, r, error))
		return NULL;
	r->understood = g_strdup(query->understood);
	if (request->explain)
		r->tree = xapian_query_describe(query->xapian);
	add_copies(r->ignored, asked->ignored);
	add_copies(r->ignored, query->ignored);
	add_copies(r->limited, query->limited);
	add_copies(r->notices, asked->notices);
	g_ptr_array_unref(r->plain);
	r->plain = g_ptr_array_ref(asked->plain);
	return g_steal_pointer(&r);
}

/* Says of each publication that is asked for when no pilot refers to it. */
static gboolean tell_absent(Index *index, const Asked *asked, const QueryNode *node, Results *r,
			    GError **error)
{
	g_autoptr(Request) request = request_new();
	g_autoptr(QueryNode) alone = query_node_copy(node);
	Asked one = *asked;

	one.mode = QUERY_WORDS; /* a publication by itself is no question */
	for (guint i = 0; node->kind != NODE_NOT && node->children && i < node->children->len; i++)
		if (!tell_absent(index, asked, node->children->pdata[i], r, error))
			return FALSE;
	if (node->kind != NODE_FILTER || !field_is_reference(node->field))
		return TRUE;
	request->limit = 0;
	one.node = alone;
	g_autoptr(Results) found = search_as_asked(index, request, &one, error);
	if (found && !found->total) {
		g_autofree char *name = reference_name(node->text);
		g_ptr_array_add(r->notices,
				g_strdup_printf("Geen %s verwijst naar %s.",
						index->of_papers ? KINDS_PAPER : "pilot", name));
	}
	return found != NULL;
}

/* "Welke pilots …": all of them, whatever page is asked for. */
static gboolean add_list(Index *index, const Request *request, const Asked *asked, Results *r,
			 GError **error)
{
	Request all = *request;

	all.limit = LIST_MOST;
	all.offset = 0;
	all.facets = FALSE;
	g_autoptr(Results) found = search_as_asked(index, &all, asked, error);
	if (!found)
		return FALSE;
	r->list = g_ptr_array_new_with_free_func((GDestroyNotify)pilot_free);
	for (guint i = 0; i < found->hits->len; i++) {
		const Hit *hit = found->hits->pdata[i];
		if (hit->full)
			g_ptr_array_add(r->list, pilot_ref(hit->pilot));
	}
	return TRUE;
}

/* What a word that no pilot has may have been finds; NULL without an error when that is nothing. */
static Results *search_instead(Index *index, const Request *request, const Asked *asked,
			       QueryNode *mended, GError **error)
{
	Asked other = *asked;

	other.node = mended;
	g_autoptr(Results) r = search_as_asked(index, request, &other, error);
	if (!r || !r->total)
		return NULL;
	r->corrected = TRUE;
	r->did_you_mean = query_node_text(mended);
	g_ptr_array_add(r->notices,
			g_strdup_printf("Niets gevonden voor ‘%s’; dit is gevonden voor ‘%s’.",
					request->query, r->did_you_mean));
	return g_steal_pointer(&r);
}

/* One word that is in no pilot, or words that find nothing at all: says so, and proposes what
 * they may have been. Only what is misspelt is searched for as that. */
static gboolean tell_missing(Index *index, const Request *request, const Asked *asked, Results **r,
			     GError **error)
{
	gboolean alone = spelling_is_alone(index, asked->node) && (*r)->total_full == 0;
	GError *failed = NULL;

	if (!alone && (*r)->total > 0)
		return TRUE;
	g_autoptr(QueryNode) mended = alone ? spelling_mend(index, asked->node, NULL) : NULL;
	Results *instead = mended ? search_instead(index, request, asked, mended, &failed) : NULL;
	if (failed) {
		g_propagate_error(error, failed);
		return FALSE;
	}
	if (instead) {
		results_free(*r);
		*r = instead;
	} else {
		g_autoptr(QueryNode) proposed = spelling_propose(index, asked->node);
		(*r)->did_you_mean = proposed ? query_node_text(proposed) : NULL;
	}
	(*r)->missing_word = alone;
	return TRUE;
}

/* A misspelt word among others counts as its correction. */
static gboolean mend_among(Index *index, Asked *asked)
{
	QueryNode *mended = spelling_is_alone(index, asked->node)
				    ? NULL
				    : spelling_mend(index, asked->node, asked->notices);

	if (!mended)
		return FALSE;
	query_node_free(asked->node);
	asked->node = mended;
	return TRUE;
}

/* Only typed words are mended; pasted questions have words enough. */
static Results *search_mended(Index *index, const Request *request, Asked *asked, GError **error)
{
	gboolean typed = asked->mode == QUERY_WORDS && asked->node;
	gboolean corrected = typed && mend_among(index, asked);
	g_autoptr(Results) r = search_as_asked(index, request, asked, error);

	if (!r)
		return NULL;
	r->corrected = corrected;
	if (corrected)
		r->did_you_mean = query_node_text(asked->node);
	else if (typed && !tell_missing(index, request, asked, &r, error))
		return NULL;
	return g_steal_pointer(&r);
}

static Results *search_whole(Index *index, const Request *request, GError **error)
{
	g_autoptr(Asked) asked = asked_new(index, request, error);
	g_autoptr(Results) r = asked ? search_mended(index, request, asked, error) : NULL;

	if (!r)
		return NULL;
	gboolean instead = r->missing_word && r->corrected;
	if (asked->lists && !instead && !add_list(index, request, asked, r, error))
		return NULL;
	if (!r->total && asked->node && !tell_absent(index, asked, asked->node, r, error))
		return NULL;
	if (!nearvalue_tell(index, request, search_as_asked, r, error))
		return NULL;
	if (request->relaxed && !instead && r->total_full < RELAX_FEW &&
	    !relax_find(index, request, asked, search_as_asked, r, error))
		return NULL;
	return g_steal_pointer(&r);
}

static Results *search_in(Index *index, const Request *request, GError **error)
{
	g_autoptr(Results) r = NULL;

	if (!check_themes(index, request, error))
		return NULL;
	query_context_forget(index->context);
	r = request->related ? related_search(index, request, error)
			     : search_whole(index, request, error);
	if (!r || !query_context_check(index->context, error))
		return NULL;
	for (guint i = 0; i < index->missing->len; i++) {
		const char *part = index->missing->pdata[i];
		g_ptr_array_add(r->absent, g_strdup(part));
		g_ptr_array_add(r->notices,
				g_strdup_printf("Let op: een deel van de verzameling is "
						"nu niet doorzocht (%s).",
						part));
	}
	return g_steal_pointer(&r);
}

Query *search_query(Index *index, const Request *request, GError **error)
{
	query_context_forget(index->context);
	g_autoptr(Asked) asked = asked_new(index, request, error);

	if (!asked || !asked->node)
		return NULL;
	QueryNode *mended =
		asked->mode == QUERY_WORDS ? spelling_mend(index, asked->node, NULL) : NULL;
	if (mended) {
		query_node_free(asked->node);
		asked->node = mended;
	}
	g_autoptr(Query) query = asked_query(index, request, asked, error);
	return query && query_context_check(index->context, error) ? g_steal_pointer(&query) : NULL;
}

/* ---- pilots and papers: each is searched where it stands ---------------------------------------
 */

/* The request for one of the two: with those of the kinds that it has. The caller unrefs kinds. */
static Request request_for(const Request *request, gboolean papers, GPtrArray **of)
{
	const GPtrArray *chosen = request->chosen[FACET_SOORT];
	Request own = *request;

	*of = g_ptr_array_new();
	for (guint i = 0; papers && i < chosen->len; i++)
		if (kind_from(chosen->pdata[i]) != KIND_PILOT)
			g_ptr_array_add(*of, chosen->pdata[i]);
	own.chosen[FACET_SOORT] = *of;
	return own;
}

/* How they are called: one kind by its name. */
static void name_papers(Results *r, const GPtrArray *of)
{
	gboolean one = of->len == 1;

	r->noun = one ? kinds[kind_from(of->pdata[0])].name : KINDS_PAPER;
	r->nouns = one ? kinds[kind_from(of->pdata[0])].plural : KINDS_PAPERS;
}

static Results *search_papers(Index *index, const Request *request, GError **error)
{
	g_autoptr(GPtrArray) of = NULL;
	const Request own = request_for(request, TRUE, &of);
	Results *r = index->papers ? search_in(index->papers, &own, error) : results_new();

	if (!r)
		return NULL;
	if (!index->papers) {
		r->understood = g_strdup("");
		g_ptr_array_add(r->notices,
				g_strdup("Deze verzameling heeft geen " KINDS_PAPERS "."));
	}
	name_papers(r, of);
	return r;
}

/* The first few that have all that is asked; a question has no such, so then the likeliest. */
static Results *search_few(Index *index, const Request *request, GError **error)
{
	Request few = *request;

	few.limit = request->papers;
	few.offset = 0;
	few.sort = SORT_RELEVANCE;
	few.facets = few.relaxed = FALSE;
	Results *r = search_papers(index, &few, error);
	gboolean full = r && r->total_full;
	while (full && !((const Hit *)r->hits->pdata[r->hits->len - 1])->full)
		g_ptr_array_remove_index(r->hits, r->hits->len - 1);
	return r;
}

Results *search(Index *index, const Request *request, GError **error)
{
	g_autoptr(GPtrArray) of = NULL;
	gboolean chosen = request->chosen[FACET_SOORT]->len > 0;

	if (!request_is_of(request, FALSE))
		return search_papers(index, request, error);
	const Request own = request_for(request, FALSE, &of);
	g_autoptr(Results) r = search_in(index, &own, error);
	if (r && request->papers && index->papers && !request->related &&
	    (!chosen || request_is_of(request, TRUE))) {
		r->papers = search_few(index, request, error);
		if (!r->papers)
			return NULL;
	}
	return g_steal_pointer(&r);
}

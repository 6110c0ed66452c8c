#include "newsince.h"

#include <string.h>

#include "cli.h"
#include "dates.h"
#include "fields.h"
#include "kinds.h"
#include "schema.h"
#include "search.h"

#define MOST 10000 /* of what is new: pilots, and pieces of papers */

typedef struct {
	Index *index;
	const char *moment;
	Request *request;
	GHashTable *asked;  /* ids that the request finds; NULL: it asks for all */
	GHashTable *dates;  /* reference dates of what is new */
	GHashTable *papers; /* publication -> its first piece that is new */
	NewsList *list;
} Since;

/* ---- moments ------------------------------------------------------------------------------- */

/* "2022-06-01T00:00:00Z"; NULL for what is no moment. */
static char *moment_from(const char *text)
{
	g_autofree char *day = g_strndup(text, 10);
	g_autofree char *whole =
		strlen(text) == 10 ? g_strconcat(text, "T00:00:00Z", NULL) : g_strdup(text);
	g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
	g_autoptr(GDateTime) read =
		date_is_valid(day) ? g_date_time_new_from_iso8601(whole, utc) : NULL;
	g_autoptr(GDateTime) moment = read ? g_date_time_to_utc(read) : NULL;

	return moment ? g_date_time_format(moment, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

static gboolean is_new(const Since *s, XapianDoc *doc, gboolean *is, GError **error)
{
	g_autofree char *added = xapian_doc_value(doc, SLOT_ADDED, NULL, error);

	*is = added && strcmp(added, s->moment) >= 0;
	return added != NULL;
}

/* A second later: what is asked of that moment comes after what was told. */
static char *next_second(const char *moment)
{
	g_autoptr(GDateTime) at = g_date_time_new_from_iso8601(moment, NULL);
	g_autoptr(GDateTime) next = at ? g_date_time_add_seconds(at, 1) : NULL;

	return next ? g_date_time_format(next, "%Y-%m-%dT%H:%M:%SZ") : g_strdup(moment);
}

/* Up to when it is told: until the newest of its parts was made. */
static char *made(const Index *index, GError **error)
{
	g_autofree char *pilots = xapian_reader_metadata(index->reader, META_BUILT, NULL, error);
	g_autofree char *papers = !pilots         ? NULL
				  : index->papers ? xapian_reader_metadata(index->papers->reader,
									   META_BUILT, NULL, error)
						  : g_strdup("");

	if (!papers)
		return NULL;
	return next_second(strcmp(pilots, papers) > 0 ? pilots : papers);
}

/* ---- what is asked ------------------------------------------------------------------------- */

/* A question has no full matches: anything might be one that is wanted. */
static gboolean check_words(Index *index, const Request *r, GError **error)
{
	g_autoptr(GError) failed = NULL;
	g_autoptr(Query) query = search_query(index, r, &failed);

	if (query && query->mode == QUERY_QUESTION)
		g_set_error(&failed, CLI_ERROR, CLI_ERROR_USAGE,
			    "--new-since takes words, not a question");
	if (!failed)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&failed));
	return FALSE;
}

/* What has all that is asked for, what came last first. */
static gboolean ask(Since *s, GError **error)
{
	Request *r = s->request;
	g_clear_pointer(&s->asked, g_hash_table_unref);
	if (!check_words(s->index, r, error))
		return FALSE;
	r->sort = SORT_ADDED;
	r->limit = REQUEST_MAX_LIMIT;
	r->facets = r->relaxed = FALSE;
	g_autoptr(Results) found = search(s->index, r, error);
	if (!found)
		return FALSE;
	s->asked = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint i = 0; i < found->hits->len; i++) {
		const Hit *hit = found->hits->pdata[i];
		if (hit->full)
			g_hash_table_add(s->asked, g_strdup(hit->pilot->id));
	}
	const Hit *last =
		found->hits->len == (guint)r->limit ? found->hits->pdata[r->limit - 1] : NULL;
	s->list->cut |= found->limited->len || (last && strcmp(last->added, s->moment) >= 0);
	return TRUE;
}

static gboolean asks(const Request *r)
{
	return r->query || r->section >= 0 || request_has_filter(r);
}

static gboolean is_asked(const Since *s, const Pilot *p)
{
	return !s->asked || g_hash_table_contains(s->asked, p->id);
}

/* ---- pilots -------------------------------------------------------------------------------- */

/* The newest edition that was there before; NULL in *before when there was none. */
static gboolean find_before(const Since *s, XapianDoc *doc, Pilot **before, GError **error)
{
	const Field *field = &fields[FIELD_IDENTITEIT];
	g_autofree char *identity = xapian_doc_value(doc, field->slot, NULL, error);
	g_autofree char *term = identity ? g_strconcat(field->prefix, identity, NULL) : NULL;
	g_autoptr(GArray) ids = term ? xapian_reader_docids(s->index->reader, term, error) : NULL;
	gboolean new = FALSE, ok = ids != NULL;

	for (guint i = 0; ok && i < ids->len; i++) {
		g_autoptr(XapianDoc) other = xapian_reader_document(
			s->index->reader, g_array_index(ids, guint32, i), error);
		g_autoptr(Pilot) p = NULL;
		ok = other && is_new(s, other, &new, error);
		if (ok && !new)
			ok = (p = index_read_pilot(s->index, other, error)) != NULL;
		if (p &&
		    (!*before || g_strcmp0((*before)->reference_date, p->reference_date) < 0)) {
			pilot_free(*before);
			*before = g_steal_pointer(&p);
		}
	}
	return ok;
}

static gboolean add_pilot(Since *s, XapianDoc *doc, GError **error)
{
	g_autoptr(Pilot) now = index_read_pilot(s->index, doc, error);
	g_autoptr(Pilot) before = NULL;

	if (!now || !find_before(s, doc, &before, error))
		return FALSE;
	if (now->reference_date)
		g_hash_table_add(s->dates, g_strdup(now->reference_date));
	if (!is_asked(s, now))
		return TRUE;
	if (before)
		newslist_compare(s->list, before, now);
	else
		newslist_add(s->list, NEWS_NEW, NULL, now, NULL);
	return TRUE;
}

/* ---- papers -------------------------------------------------------------------------------- */

/* The first piece stands for its publication. */
static gboolean add_paper(Since *s, XapianDoc *doc, GError **error)
{
	g_autoptr(Pilot) p = index_read_pilot(s->index->papers, doc, error);

	if (!p || !is_asked(s, p))
		return p != NULL;
	const Pilot *known = g_hash_table_lookup(s->papers, p->paper.document);
	if (!known || p->source.line < known->source.line) {
		const char *document = p->paper.document;
		g_hash_table_replace(s->papers, (gpointer)document, g_steal_pointer(&p));
	}
	return TRUE;
}

/* What is left of the kinds that are asked for; FALSE when papers are not among them. */
static gboolean choose_papers(Request *r)
{
	GPtrArray *chosen = r->chosen[FACET_SOORT];

	if (chosen->len && !request_is_of(r, TRUE))
		return FALSE;
	for (guint i = chosen->len; i-- > 0;)
		if (kind_from(chosen->pdata[i]) == KIND_PILOT)
			g_ptr_array_remove_index(chosen, i);
	return request_choose_papers(r);
}

static gint last_first(gconstpointer a, gconstpointer b)
{
	const Pilot *x = *(Pilot *const *)a, *y = *(Pilot *const *)b;
	int order = g_strcmp0(y->reference_date, x->reference_date);

	return order ? order : strcmp(x->id, y->id);
}

/* ---- what came ----------------------------------------------------------------------------- */

static XapianQuery *latest(const char *date)
{
	g_autofree char *older = g_strconcat(fields[FIELD_LAATSTE].prefix, LATEST_NOT, NULL);
	g_autofree char *term = date ? g_strconcat(fields[FIELD_EDITIE].prefix, date, NULL) : NULL;
	g_autoptr(XapianQuery) all = term ? xapian_query_term(term) : xapian_query_all();
	g_autoptr(XapianQuery) outdated = xapian_query_term(older);

	return xapian_query_pair(XAPIAN_AND_NOT, all, outdated);
}

/* The newest editions, of one date or of all; what came last first. */
static XapianMatches *run(Index *of, const char *date, GError **error)
{
	g_autoptr(XapianQuery) query = latest(date);
	g_autoptr(XapianEnquire) enquire = xapian_enquire_new(of->reader, error);

	if (!enquire || !xapian_enquire_set_query(enquire, query, error) ||
	    !xapian_enquire_set_weighting(enquire, XAPIAN_WEIGHT_BOOL, NULL, 0, error))
		return NULL;
	xapian_enquire_set_sort(enquire, XAPIAN_SORT_VALUE_THEN_RELEVANCE, SLOT_ADDED, TRUE);
	return xapian_enquire_run(enquire, 0, MOST, 0, error);
}

static gboolean each_new(Since *s, Index *of,
			 gboolean (*add)(Since *s, XapianDoc *doc, GError **error), GError **error)
{
	g_autoptr(XapianMatches) matches = run(of, NULL, error);
	gboolean ok = matches != NULL, new = TRUE;

	for (guint i = 0; ok && i < xapian_matches_size(matches); i++) {
		g_autoptr(XapianDoc) doc = xapian_matches_document(matches, i, error);
		ok = doc && is_new(s, doc, &new, error);
		if (!ok || !new)
			return ok;
		ok = add(s, doc, error);
		s->list->cut |= i + 1 == MOST;
	}
	return ok;
}

/* ---- what a new annex does not name -------------------------------------------------------- */

/* Whether all of a reference date came since: then it is another annex, and no part of one. */
static gboolean is_all_new(const Since *s, const char *date, gboolean *is, GError **error)
{
	g_autofree char *term = g_strconcat(fields[FIELD_EDITIE].prefix, date, NULL);
	g_autoptr(GArray) ids = xapian_reader_docids(s->index->reader, term, error);
	gboolean ok = ids != NULL;

	*is = TRUE;
	for (guint i = 0; ok && *is && i < ids->len; i++) {
		g_autoptr(XapianDoc) doc = xapian_reader_document(
			s->index->reader, g_array_index(ids, guint32, i), error);
		ok = doc && is_new(s, doc, is, error);
	}
	return ok;
}

/* Pilots whose newest edition is that of `date`, and was there before. */
static gboolean add_gone(Since *s, const char *date, GError **error)
{
	g_autoptr(XapianMatches) matches = run(s->index, date, error);
	gboolean ok = matches != NULL, new = FALSE;

	for (guint i = 0; ok && i < xapian_matches_size(matches); i++) {
		g_autoptr(XapianDoc) doc = xapian_matches_document(matches, i, error);
		g_autoptr(Pilot) p = doc ? index_read_pilot(s->index, doc, error) : NULL;
		ok = p && is_new(s, doc, &new, error);
		if (ok && !new &&is_asked(s, p))
			newslist_add(s->list, NEWS_GONE, p, NULL, NULL);
	}
	return ok;
}

static gboolean each_gone(Since *s, GError **error)
{
	g_autoptr(GPtrArray) dates = news_dates(s->index);
	gboolean ok = TRUE, new;

	for (guint i = 1; ok && i < dates->len; i++) {
		if (!g_hash_table_contains(s->dates, dates->pdata[i]))
			continue;
		ok = is_all_new(s, dates->pdata[i], &new, error);
		if (ok && new)
			ok = add_gone(s, dates->pdata[i - 1], error);
	}
	return ok;
}

/* ---- all of it ----------------------------------------------------------------------------- */

static gboolean fill(Since *s, GError **error)
{
	const gboolean asked = asks(s->request);

	if (request_is_of(s->request, FALSE) &&
	    ((asked && !ask(s, error)) || !each_new(s, s->index, add_pilot, error) ||
	     !each_gone(s, error)))
		return FALSE;
	return !s->index->papers || !choose_papers(s->request) ||
	       ((!asked || ask(s, error)) && each_new(s, s->index->papers, add_paper, error));
}

static void take_papers(Since *s)
{
	GHashTableIter iter;
	gpointer p;

	g_hash_table_iter_init(&iter, s->papers);
	while (g_hash_table_iter_next(&iter, NULL, &p))
		g_ptr_array_add(s->list->papers, pilot_ref(p));
	g_ptr_array_sort(s->list->papers, last_first);
}

NewsList *newsince_find(Index *index, const char *text, Request *request, GError **error)
{
	g_autofree char *moment = moment_from(text);
	g_autofree char *to = moment ? made(index, error) : NULL;

	if (!moment)
		g_set_error(error, CLI_ERROR, CLI_ERROR_USAGE,
			    "bad date '%s': give one as 2022-06-01 or 2022-06-01T12:00:00Z", text);
	if (!to)
		return NULL;
	g_autoptr(NewsList) list = newslist_empty(moment, to);
	g_autoptr(GHashTable) dates = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GHashTable) papers =
		g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)pilot_free);
	Since s = { index, moment, request, NULL, dates, papers, list };
	list->papers = g_ptr_array_new_with_free_func((GDestroyNotify)pilot_free);
	gboolean ok = fill(&s, error);

	g_clear_pointer(&s.asked, g_hash_table_unref);
	newslist_sort(list);
	take_papers(&s);
	return ok ? g_steal_pointer(&list) : NULL;
}

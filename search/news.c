#include "news.h"

#include <string.h>

#include "changes.h"
#include "cli.h"
#include "dated.h"
#include "fields.h"
#include "looptijd.h"

static const struct {
	const char *name, *label;
} kinds[N_NEWS] = {
	[NEWS_NEW] = { "nieuw", "Nieuw" },
	[NEWS_ENDED] = { "afgelopen", "Afgelopen" },
	[NEWS_RENAMED] = { "hernoemd", "Hernoemd" },
	[NEWS_EXTENDED] = { "verlengd", "Verlengd" },
	[NEWS_CHANGED] = { "gewijzigd", "Tekst gewijzigd" },
	[NEWS_GONE] = { "niet-meer-genoemd", "Niet meer genoemd" },
};

const char *news_label(NewsKind kind)
{
	return kinds[kind].label;
}

const char *news_name(NewsKind kind)
{
	return kinds[kind].name;
}

char *news_detail(const News *n)
{
	switch (n->kind) {
	case NEWS_ENDED: return dated_status(n->now, NULL);
	case NEWS_RENAMED: return g_strdup_printf("voorheen ‘%s’", n->before->title);
	case NEWS_EXTENDED:
		return g_strdup_printf("van ‘%s’ naar ‘%s’", n->before->period, n->now->period);
	default: return NULL;
	}
}

const Pilot *news_pilot(const News *n)
{
	return n->now ? n->now : n->before;
}

static void news_free(gpointer data)
{
	News *n = data;

	pilot_free(n->before);
	pilot_free(n->now);
	g_clear_pointer(&n->changes, g_ptr_array_unref);
	g_free(n);
}

void newslist_free(NewsList *w)
{
	if (!w)
		return;
	g_free(w->from);
	g_free(w->to);
	g_ptr_array_unref(w->news);
	g_clear_pointer(&w->papers, g_ptr_array_unref);
	g_free(w);
}

NewsList *newslist_empty(const char *from, const char *to)
{
	NewsList *w = g_new0(NewsList, 1);

	w->from = g_strdup(from);
	w->to = g_strdup(to);
	w->news = g_ptr_array_new_with_free_func(news_free);
	return w;
}

/* ---- two editions ------------------------------------------------------------------------- */

/* The pilots of a reference date, by identity; NULL with an error. */
static GHashTable *edition(Index *index, const char *date, GError **error)
{
	g_autofree char *term = g_strconcat(fields[FIELD_EDITIE].prefix, date, NULL);
	g_autoptr(GArray) ids = xapian_reader_docids(index->reader, term, error);
	g_autoptr(GHashTable) pilots =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)pilot_free);

	for (guint i = 0; ids && i < ids->len; i++) {
		g_autoptr(XapianDoc) doc = xapian_reader_document(
			index->reader, g_array_index(ids, guint32, i), error);
		Pilot *p = doc ? index_read_pilot(index, doc, error) : NULL;
		char *identity =
			p ? xapian_doc_value(doc, fields[FIELD_IDENTITEIT].slot, NULL, error)
			  : NULL;
		if (!identity) {
			pilot_free(p);
			return NULL;
		}
		g_hash_table_insert(pilots, identity, p);
	}
	return ids ? g_steal_pointer(&pilots) : NULL;
}

void newslist_add(NewsList *w, NewsKind kind, Pilot *before, Pilot *now, GPtrArray *changes)
{
	News *n = g_new(News, 1);

	*n = (News) { kind, before ? pilot_ref(before) : NULL, now ? pilot_ref(now) : NULL,
		      changes };
	g_ptr_array_add(w->news, n);
}

static gboolean has_ended(const Pilot *p)
{
	return p->status == STATUS_AFGEROND || p->status == STATUS_STOPGEZET;
}

void newslist_compare(NewsList *w, Pilot *before, Pilot *now)
{
	g_autoptr(GPtrArray) changes = changes_between(before, now);

	if (has_ended(now) && !has_ended(before))
		newslist_add(w, NEWS_ENDED, before, now, NULL);
	if (strcmp(before->title, now->title) != 0)
		newslist_add(w, NEWS_RENAMED, before, now, NULL);
	if (dated_end(before) != PERIOD_OPEN && dated_end(now) > dated_end(before))
		newslist_add(w, NEWS_EXTENDED, before, now, NULL);
	if (changes->len)
		newslist_add(w, NEWS_CHANGED, before, now, g_steal_pointer(&changes));
}

static gint by_kind(gconstpointer a, gconstpointer b)
{
	const News *x = *(News *const *)a, *y = *(News *const *)b;
	const Pilot *p = x->now ? x->now : x->before, *q = y->now ? y->now : y->before;

	return x->kind != y->kind ? (int)x->kind - (int)y->kind : strcmp(p->title, q->title);
}

void newslist_sort(NewsList *w)
{
	g_ptr_array_sort(w->news, by_kind);
}

static void fill(NewsList *w, GHashTable *older, GHashTable *newer)
{
	GHashTableIter iter;
	gpointer identity, pilot;

	g_hash_table_iter_init(&iter, newer);
	while (g_hash_table_iter_next(&iter, &identity, &pilot)) {
		Pilot *before = g_hash_table_lookup(older, identity);
		if (before)
			newslist_compare(w, before, pilot);
		else
			newslist_add(w, NEWS_NEW, NULL, pilot, NULL);
	}
	g_hash_table_iter_init(&iter, older);
	while (g_hash_table_iter_next(&iter, &identity, &pilot))
		if (!g_hash_table_contains(newer, identity))
			newslist_add(w, NEWS_GONE, pilot, NULL, NULL);
	newslist_sort(w);
}

static gint by_text(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *news_dates(const Index *index)
{
	GPtrArray *dates = g_ptr_array_new();

	for (guint i = 0; i < index->documents->len; i++) {
		const char *date = ((const Document *)index->documents->pdata[i])->reference_date;
		if (date && !g_ptr_array_find_with_equal_func(dates, date, g_str_equal, NULL))
			g_ptr_array_add(dates, (gpointer)date);
	}
	g_ptr_array_sort(dates, by_text);
	return dates;
}

static gboolean check_dates(const Index *index, const char *range, char **dates, GError **error)
{
	g_autoptr(GPtrArray) known = news_dates(index);
	guint found = 0;

	for (char **date = dates; *date; date++)
		found += g_ptr_array_find_with_equal_func(known, *date, g_str_equal, NULL);
	if (g_strv_length(dates) == 2 && found == 2 && strcmp(dates[0], dates[1]) < 0)
		return TRUE;
	g_ptr_array_add(known, NULL);
	g_autofree char *all = g_strjoinv(", ", (char **)known->pdata);
	g_set_error(error, CLI_ERROR, CLI_ERROR_USAGE,
		    "bad range '%s': give two reference dates as 2021-12-01..2022-06-01; the index "
		    "has: %s",
		    range, all);
	return FALSE;
}

NewsList *newslist_new(Index *index, const char *range, GError **error)
{
	g_auto(GStrv) dates = g_strsplit(range, "..", -1);

	if (!check_dates(index, range, dates, error))
		return NULL;
	g_autoptr(GHashTable) older = edition(index, dates[0], error);
	g_autoptr(GHashTable) newer = older ? edition(index, dates[1], error) : NULL;
	if (!newer)
		return NULL;
	NewsList *w = newslist_empty(dates[0], dates[1]);
	fill(w, older, newer);
	return w;
}

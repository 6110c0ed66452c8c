#include "update.h"

#include <stdlib.h>
#include <string.h>

#include "collection.h"
#include "dates.h"
#include "pilotdoc.h"
#include "publish.h"
#include "question.h"
#include "schema.h"
#include "sources.h"
#include "store.h"
#include "sums.h"
#include "vocabulary.h"
#include "work.h"

typedef struct {
	const DocumentReader *reader;
	const Knowledge *knowledge;
	const UpdateOptions *options;
	XapianReader *before; /* the index as it is; NULL when there is none to go by */
	gboolean anew;
	guint shards;
	char *made_by;
	Collection *collection;
	Store *store;
} Update;

static void update_clear(Update *u)
{
	store_free(u->store);
	collection_free(u->collection);
	xapian_reader_free(u->before);
	g_free(u->made_by);
}

/* ---- the index as it is -------------------------------------------------------------- */

static gboolean has_metadata(XapianReader *reader, const char *key, const char *wanted)
{
	g_autofree char *found = xapian_reader_metadata(reader, key, NULL, NULL);
	return g_strcmp0(found, wanted) == 0;
}

/* An index that cannot be read, or is of another version, is none; one that is damaged is
 * told of, and is none either: damage is not to be copied. */
static void open_before(Update *u, const char *dir, Report *report)
{
	g_autoptr(GError) damage = NULL;

	if (sums_check(dir, G_MAXUINT64, &damage))
		u->before = xapian_reader_open(dir, NULL);
	else
		report_warn(report, dir, 0, "%s; all is made anew", damage->message);
	u->anew = TRUE;
	u->shards = MAX(u->options->shards, 1);
	if (u->before && !has_metadata(u->before, META_SCHEMA, INDEX_SCHEMA))
		g_clear_pointer(&u->before, xapian_reader_free);
	if (!u->before)
		return;
	g_autofree char *shards = xapian_reader_metadata(u->before, META_SHARDS, NULL, NULL);
	guint has = shards ? (guint)atoi(shards) : 1;
	u->shards = u->options->shards ? u->options->shards : CLAMP(has, 1, STORE_MAX_SHARDS);
	u->anew = u->options->full || u->shards != has ||
		  !has_metadata(u->before, META_MADE_BY, u->made_by);
}

/* ---- what goes out or moves ------------------------------------------------------------- */

static GHashTable *ids_of(const Entry *entries, guint count)
{
	GHashTable *ids = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < count; i++)
		g_hash_table_insert(ids, (gpointer)entries[i].id, (gpointer)&entries[i]);
	return ids;
}

/* The pilots of an annex that are not in it any more. */
static gboolean remove_gone(Update *u, const Member *m, GError **error)
{
	g_autoptr(GHashTable) now = ids_of(m->entries, m->count);

	for (guint i = 0; i < m->old_count; i++) {
		const char *id = m->old[i].id;
		g_autofree char *unique = pilotdoc_unique(m->name, id);
		if (!g_hash_table_contains(now, id) && !store_delete(u->store, id, unique, error))
			return FALSE;
	}
	return TRUE;
}

/* A pilot that is the same, but has another place among its editions. */
static gboolean move(Update *u, const Member *m, const Entry *e, GError **error)
{
	g_autofree char *unique = pilotdoc_unique(m->name, e->id);
	g_autoptr(XapianDoc) doc = xapian_reader_find(u->before, unique, error);

	if (!doc)
		return FALSE;
	pilotdoc_set_relation(doc, e->id, &e->was, &e->relation);
	return store_replace(u->store, 0, e->id, unique, doc, error);
}

static gboolean move_all(Update *u, const Member *m, GError **error)
{
	for (guint i = 0; i < m->count; i++) {
		const Entry *e = &m->entries[i];
		if (!relation_equal(&e->relation, &e->was) && !move(u, m, e, error))
			return FALSE;
	}
	return TRUE;
}

static gboolean rearrange(Update *u, GError **error)
{
	for (guint i = 0; i < u->collection->members->len; i++) {
		const Member *m = u->collection->members->pdata[i];
		if (!(m->same ? move_all : remove_gone)(u, m, error))
			return FALSE;
	}
	return TRUE;
}

/* ---- what the index says of itself -------------------------------------------------------- */

static char *or_empty(char *text)
{
	return text ? text : (char *)"";
}

static LedgerAnnex ledger_annex(const Member *m)
{
	const Annex *a = m->annex;

	return (LedgerAnnex) { m->name,
			       a->stamp,
			       a->facts.sha256,
			       or_empty(a->reference_date),
			       or_empty(a->title),
			       or_empty(a->thread),
			       or_empty(a->outcome),
			       m->count };
}

/* The ledger knows what is not read again. */
static gboolean write_ledger(Update *u, GPtrArray *documents, GError **error)
{
	XapianWriter *head = store_head(u->store);

	for (guint i = 0; i < u->collection->members->len; i++) {
		const Member *m = u->collection->members->pdata[i];
		if (m->was && !m->same && !u->anew && !ledger_remove(head, m->was, error))
			return FALSE;
		if (!m->annex)
			continue;
		LedgerAnnex a = m->same ? *m->was : ledger_annex(m);
		if (!ledger_write(head, &a, m->entries, error))
			return FALSE;
		Document *d = g_new0(Document, 1);
		*d = (Document) {
			a.name,   a.sha256, *a.title ? a.title : NULL, *a.date ? a.date : NULL,
			a.pilots, 1
		};
		g_ptr_array_add(documents, d);
	}
	return TRUE;
}

static gboolean write_metadata(Update *u, XapianReader *all, GError **error)
{
	const Knowledge *k = u->knowledge;
	g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(Learned) learned = vocabulary_learned(all, error);

	if (!learned || !write_ledger(u, documents, error))
		return FALSE;
	g_autoptr(GDateTime) now =
		g_date_time_new_from_unix_utc(MAX(date_now(), u->options->earliest));
	g_autofree char *built = g_date_time_format_iso8601(now);
	g_autoptr(GByteArray) sources = sources_write(documents);
	g_autoptr(GPtrArray) lines = learned_lines(learned, k);
	g_autofree char *thesaurus = knowledge_thesaurus_table(k, lines);
	g_autofree char *phrases = question_phrases_table(k->text[KNOWLEDGE_PHRASES], k->dutch);
	g_autofree char *shards = g_strdup_printf("%u", u->shards);
	const char *const pairs[][2] = {
		{ META_SCHEMA, INDEX_SCHEMA },
		{ META_ANALYSER, dutch_fingerprint() },
		{ META_BUILT, built },
		{ META_THEMES, k->text[KNOWLEDGE_THEMES] },
		{ META_THESAURUS, thesaurus },
		{ META_PHRASES, phrases },
		{ META_QUESTION_TYPES, k->text[KNOWLEDGE_QUESTION_TYPES] },
		{ META_MADE_BY, u->made_by },
		{ META_SHARDS, shards },
	};
	for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++)
		if (!xapian_writer_set_metadata(store_head(u->store), pairs[i][0], pairs[i][1],
						strlen(pairs[i][1]), error))
			return FALSE;
	return xapian_writer_set_metadata(store_head(u->store), META_SOURCES,
					  (const char *)sources->data, sources->len, error);
}

static gboolean write_whole(Update *u, GError **error)
{
	g_autoptr(XapianReader) all = store_read(u->store, error);

	return all &&
	       vocabulary_write(all, u->anew ? NULL : u->before, store_head(u->store),
				u->knowledge->dutch, error) &&
	       write_metadata(u, all, error);
}

/* ---- the run -------------------------------------------------------------------------------- */

/* Counted by what the records say: a line further down is no change. */
static void summarise(const Collection *c, UpdateSummary *s)
{
	*s = (UpdateSummary) { 0 };
	for (guint i = 0; i < c->members->len; i++) {
		const Member *m = c->members->pdata[i];
		g_autoptr(GHashTable) old = ids_of(m->old, m->old_count);
		s->pilots += m->count;
		s->unchanged += m->same ? m->count : 0;
		s->removed += m->old_count;
		for (guint k = 0; !m->same && k < m->count; k++) {
			const Entry *was = g_hash_table_lookup(old, m->entries[k].id);
			guint *counter = !was                              ? &s->added
					 : was->hash == m->entries[k].hash ? &s->unchanged
									   : &s->changed;
			++*counter;
			s->removed -= was != NULL;
		}
	}
}

static gboolean build(Update *u, const char *current, const char *path, Report *report,
		      GError **error)
{
	guint jobs = work_jobs(u->collection, u->options->jobs);

	u->store = u->anew ? store_new(path, u->shards, jobs, error)
			   : store_copy(path, current, u->shards, error);
	return u->store && (u->anew || rearrange(u, error)) &&
	       work_run(u->collection, u->store, u->anew, u->knowledge, jobs, report, error) &&
	       write_whole(u, error) && store_finish(u->store, error);
}

static gboolean run(Update *u, Publication *p, const GPtrArray *files, Report *report,
		    UpdateSummary *summary, GError **error)
{
	open_before(u, publication_dir(p), report);
	u->collection =
		collection_new(u->reader, files, u->before, u->anew, u->knowledge, u->options->jobs,
			       MAX(date_now(), u->options->earliest), report, error);
	if (!u->collection)
		return FALSE;
	if (u->anew || collection_differs(u->collection)) {
		g_autofree char *current = publication_current(p);
		g_autofree char *path = publication_building(p);
		if (!build(u, current, path, report, error))
			return FALSE;
		g_clear_pointer(&u->store, store_free);
		if (!publication_switch(p, u->shards, error))
			return FALSE;
	}
	summarise(u->collection, summary);
	return TRUE;
}

gboolean update_index(const char *dir, const DocumentReader *reader, const GPtrArray *files,
		      const Knowledge *knowledge, const UpdateOptions *options, Report *report,
		      UpdateSummary *summary, GError **error)
{
	Update u = { .reader = reader, .knowledge = knowledge, .options = options };
	g_autoptr(Publication) p = publication_begin(dir, error);

	u.made_by = knowledge_fingerprint(knowledge);
	gboolean ok = p && run(&u, p, files, report, summary, error);
	update_clear(&u);
	return ok;
}

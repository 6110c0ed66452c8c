#include "collection.h"

#include <string.h>

#include "chains.h"
#include "parallel.h"
#include "walk.h"

static void member_free(gpointer data)
{
	Member *m = data;

	annex_free(m->annex);
	g_free(m->name);
	g_free(m->entries);
	g_free(m->old);
	g_free(m);
}

void collection_free(Collection *c)
{
	if (!c)
		return;
	g_ptr_array_unref(c->members);
	g_hash_table_unref(c->ledger);
	g_string_chunk_free(c->strings);
	g_free(c);
}

/* ---- what there is -------------------------------------------------------------------- */

/* A member of each file and, after them, of each annex that is gone. */
static void list_members(Collection *c, const GPtrArray *files)
{
	g_autoptr(GHashTable) present = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GList) known = g_hash_table_get_keys(c->ledger);

	for (guint i = 0; i < files->len; i++) {
		const WalkedFile *f = files->pdata[i];
		Member *m = g_new0(Member, 1);
		m->name = g_strdup(f->name);
		m->was = g_hash_table_lookup(c->ledger, f->name);
		g_hash_table_add(present, m->name);
		g_ptr_array_add(c->members, m);
	}
	known = g_list_sort(known, (GCompareFunc)strcmp);
	for (GList *l = known; l; l = l->next) {
		if (g_hash_table_contains(present, l->data))
			continue;
		Member *m = g_new0(Member, 1);
		m->name = g_strdup(l->data);
		m->was = g_hash_table_lookup(c->ledger, l->data);
		g_ptr_array_add(c->members, m);
	}
}

typedef struct {
	Collection *collection;
	const GPtrArray *files;
	gboolean anew;
} Look;

static void fill_entries(Member *m)
{
	const char *date = m->annex->reference_date ? m->annex->reference_date : "";

	m->count = m->annex->ids->len;
	m->entries = g_new0(Entry, m->count);
	for (guint i = 0; i < m->count; i++) {
		m->entries[i].id = m->annex->ids->pdata[i];
		m->entries[i].formerly = m->annex->formerly->pdata[i];
		m->entries[i].date = date;
	}
}

static gboolean look_at_one(const Look *l, const WalkedFile *f, Member *m, Report *report,
			    GError **error)
{
	const DocumentReader *reader = l->collection->reader;

	m->annex = reader->look(f->path, f->name, f->sources, error);
	if (!m->annex)
		return FALSE;
	m->same = !l->anew && m->was && strcmp(m->was->stamp, m->annex->stamp) == 0;
	if (m->same)
		return TRUE;
	if (!reader->scan(m->annex, f->force, report, error))
		return FALSE;
	fill_entries(m);
	return TRUE;
}

static gboolean look_at(guint worker, guint from, guint to, Report *report, gpointer user,
			GError **error)
{
	const Look *l = user;

	(void)worker;
	for (guint i = from; i < to; i++) {
		const WalkedFile *f = l->files->pdata[i];
		Member *m = l->collection->members->pdata[i];
		GError *failed = NULL;
		if (look_at_one(l, f, m, report, &failed))
			continue;
		if (!walk_leave_out(f, report, failed, error))
			return FALSE;
		g_clear_pointer(&m->annex, annex_free); /* as one that is gone */
	}
	return TRUE;
}

/* The pilots that the index has of a member: they are its entries when it is the same. */
static gboolean read_old(Collection *c, Member *m, XapianReader *before, GError **error)
{
	Entry *entries = m->was ? g_new0(Entry, m->was->pilots) : NULL;

	if (!entries)
		return TRUE;
	if (!ledger_read_rows(before, m->was, entries, c->strings, error)) {
		g_free(entries);
		return FALSE;
	}
	*(m->same ? &m->entries : &m->old) = entries;
	*(m->same ? &m->count : &m->old_count) = m->was->pilots;
	return TRUE;
}

/* What the index has already keeps the moment at which it came. */
static void date_entries(Member *m, gint64 moment)
{
	g_autoptr(GHashTable) old = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < m->old_count; i++)
		g_hash_table_insert(old, (gpointer)m->old[i].id, &m->old[i]);
	for (guint i = 0; i < m->count; i++) {
		const Entry *was = g_hash_table_lookup(old, m->entries[i].id);
		m->entries[i].added = was ? was->added : moment;
	}
}

static gboolean differs(const Collection *c)
{
	for (guint i = 0; i < c->members->len; i++)
		if (!((const Member *)c->members->pdata[i])->same)
			return TRUE;
	return FALSE;
}

static void match_editions(Collection *c, const Knowledge *k, Report *report)
{
	const char *file = k->own[KNOWLEDGE_EDITIONS];
	g_autoptr(GPtrArray) all = g_ptr_array_new();

	for (guint i = 0; i < c->members->len; i++) {
		const Member *m = c->members->pdata[i];
		for (guint n = 0; n < m->count; n++)
			g_ptr_array_add(all, &m->entries[n]);
	}
	editions_match(all, k->editions);
	g_autoptr(GPtrArray) idle = editions_idle(all, k->editions);
	for (guint i = 0; i < idle->len; i++)
		report_warn(report, file ? file : knowledge_names()[KNOWLEDGE_EDITIONS], 0,
			    "\"%s\" joins nothing: no such pilots, or none of an older date",
			    (const char *)idle->pdata[i]);
}

/* Of what has no editions each is the only one. */
static void relate_none(Collection *c, Report *report)
{
	g_autoptr(GHashTable) owned = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < c->members->len; i++) {
		const Member *m = c->members->pdata[i];
		for (guint n = 0; n < m->count; n++) {
			Entry *e = &m->entries[n];
			gboolean first = g_hash_table_add(owned, (gpointer)e->id);
			e->relation = (Relation) { e->id, TRUE, first, FALSE };
			if (!first && n == 0)
				report_warn(report, m->name, 0, "%s is in another file as well",
					    e->id);
		}
	}
}

/* A paper whose place among the others is another than the index has is read again. */
static gboolean follow_outcome(Member *m, Report *report, const DocumentReader *reader,
			       GError **error)
{
	if (!m->same || strcmp(m->annex->outcome, m->was->outcome) == 0)
		return TRUE;
	m->same = FALSE;
	m->old = m->entries;
	m->old_count = m->count;
	if (!reader->scan(m->annex, FALSE, report, error))
		return FALSE;
	fill_entries(m);
	return TRUE;
}

static gboolean settle_chains(Collection *c, Report *report, GError **error)
{
	g_autoptr(Chains) chains = chains_new();

	for (guint i = 0; i < c->members->len; i++) {
		const Member *m = c->members->pdata[i];
		if (m->annex)
			chains_add(chains, m->name, m->same ? m->was->thread : m->annex->thread);
	}
	chains_settle(chains, report);
	for (guint i = 0; i < c->members->len; i++) {
		Member *m = c->members->pdata[i];
		if (!m->annex)
			continue;
		g_free(m->annex->outcome);
		m->annex->outcome = g_strdup(chains_outcome(chains, m->name));
		if (!follow_outcome(m, report, c->reader, error))
			return FALSE;
	}
	return TRUE;
}

Collection *collection_new(const DocumentReader *reader, const GPtrArray *files,
			   XapianReader *before, gboolean anew, const Knowledge *knowledge,
			   guint jobs, gint64 moment, Report *report, GError **error)
{
	g_autoptr(Collection) c = g_new0(Collection, 1);
	Look look = { c, files, anew };

	c->reader = reader;
	c->members = g_ptr_array_new_with_free_func(member_free);
	c->strings = g_string_chunk_new(1 << 16);
	c->ledger =
		before ? ledger_read(before, error)
		       : g_hash_table_new_full(g_str_hash, g_str_equal, NULL, ledger_annex_free);
	if (!c->ledger) {
		c->ledger = g_hash_table_new(g_str_hash, g_str_equal);
		return NULL;
	}
	list_members(c, files);
	if (!parallel_run(MIN(jobs, MAX(files->len, 1)), files->len, NULL, look_at, &look, report,
			  error))
		return NULL;
	for (guint i = 0; i < c->members->len; i++)
		if (!read_old(c, c->members->pdata[i], before, error))
			return NULL;
	if (!reader->has_editions && !settle_chains(c, report, error))
		return NULL;
	for (guint i = 0; i < c->members->len; i++)
		if (!((Member *)c->members->pdata[i])->same)
			date_entries(c->members->pdata[i], moment);
	if (reader->has_editions)
		match_editions(c, knowledge, report);
	else
		relate_none(c, report);
	return g_steal_pointer(&c);
}

gboolean collection_differs(const Collection *c)
{
	if (differs(c))
		return TRUE;
	for (guint i = 0; i < c->members->len; i++) { /* an editor may have stated otherwise */
		const Member *m = c->members->pdata[i];
		for (guint k = 0; k < m->count; k++)
			if (!relation_equal(&m->entries[k].relation, &m->entries[k].was))
				return TRUE;
	}
	return FALSE;
}

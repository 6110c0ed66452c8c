#include "ledger.h"

#include <string.h>

#define ANNEX "annex:"
#define ROWS "rows:"

void ledger_annex_free(gpointer data)
{
	LedgerAnnex *a = data;

	g_free(a->name);
	g_free(a->stamp);
	g_free(a->sha256);
	g_free(a->date);
	g_free(a->title);
	g_free(a->thread);
	g_free(a->outcome);
	g_free(a);
}

#define MAX_NAME 200 /* bytes in a key, of which Xapian takes 245 */

static char *name_in_key(const LedgerAnnex *a)
{
	return strlen(a->name) <= MAX_NAME
		       ? g_strdup(a->name)
		       : g_compute_checksum_for_string(G_CHECKSUM_SHA256, a->name, -1);
}

static char *annex_key(const LedgerAnnex *a)
{
	g_autofree char *name = name_in_key(a);
	return g_strconcat(ANNEX, name, NULL);
}

static char *rows_key(const LedgerAnnex *a, guint number)
{
	g_autofree char *name = name_in_key(a);
	return g_strdup_printf(ROWS "%s:%u", name, number);
}

/* ---- reading ------------------------------------------------------------------------------ */

typedef struct {
	XapianReader *reader;
	GHashTable *annexes;
	GError *error;
} Reading;

static gboolean on_key(const char *key, guint unused, gpointer user)
{
	Reading *r = user;
	g_autofree char *value = xapian_reader_metadata(r->reader, key, NULL, &r->error);
	g_auto(GStrv) parts = value ? g_strsplit(value, "\t", 8) : NULL;

	(void)unused;
	if (!parts || g_strv_length(parts) < 8)
		return !r->error;
	LedgerAnnex *a = g_new(LedgerAnnex, 1);
	*a = (LedgerAnnex) { g_strdup(parts[4]), g_strdup(parts[0]),
			     g_strdup(parts[1]), g_strdup(parts[3]),
			     g_strdup(parts[7]), g_strdup(parts[5]),
			     g_strdup(parts[6]), (guint)g_ascii_strtoull(parts[2], NULL, 10) };
	g_hash_table_insert(r->annexes, a->name, a);
	return TRUE;
}

GHashTable *ledger_read(XapianReader *reader, GError **error)
{
	Reading r = { reader,
		      g_hash_table_new_full(g_str_hash, g_str_equal, NULL, ledger_annex_free),
		      NULL };
	gboolean ok = xapian_reader_metadata_keys(reader, ANNEX, on_key, &r, error);

	if (r.error)
		g_propagate_error(error, r.error);
	if (ok && !r.error)
		return r.annexes;
	g_hash_table_unref(r.annexes);
	return NULL;
}

static gboolean read_row(char *line, Entry *e, GStringChunk *strings)
{
	g_auto(GStrv) parts = g_strsplit(line, "\t", 6);

	if (g_strv_length(parts) < 6)
		return FALSE;
	e->id = g_string_chunk_insert(strings, parts[0]);
	e->formerly = *parts[1] ? g_string_chunk_insert(strings, parts[1]) : NULL;
	e->hash = g_ascii_strtoull(parts[2], NULL, 16);
	e->was = (Relation) { *parts[3] ? g_string_chunk_insert(strings, parts[3]) : e->id,
			      strchr(parts[4], 'L') != NULL, strchr(parts[4], 'I') != NULL,
			      strchr(parts[4], 'O') != NULL };
	e->added = g_ascii_strtoll(parts[5], NULL, 10);
	return TRUE;
}

gboolean ledger_read_rows(XapianReader *reader, const LedgerAnnex *a, Entry *entries,
			  GStringChunk *strings, GError **error)
{
	const char *date = g_string_chunk_insert_const(strings, a->date);

	for (guint i = 0; i < a->pilots; i += LEDGER_ROWS) {
		g_autofree char *key = rows_key(a, i / LEDGER_ROWS);
		g_autofree char *value = xapian_reader_metadata(reader, key, NULL, error);
		if (!value)
			return FALSE;
		char *line = value;
		for (guint k = i; k < MIN(i + LEDGER_ROWS, a->pilots); k++) {
			char *end = line ? strchr(line, '\n') : NULL;
			if (end)
				*end = '\0';
			entries[k] = (Entry) { .date = date };
			if (!line || !read_row(line, &entries[k], strings)) {
				g_set_error(error, XAPIAN_ERROR, XAPIAN_ERROR_CORRUPT,
					    "the index does not know the pilots of %s; build it "
					    "anew with --full",
					    a->name);
				return FALSE;
			}
			line = end ? end + 1 : NULL;
		}
	}
	return TRUE;
}

/* ---- writing ------------------------------------------------------------------------------- */

static void add_row(GString *rows, const Entry *e)
{
	const Relation *r = &e->relation;

	g_string_append_printf(
		rows, "%s\t%s\t%" G_GINT64_MODIFIER "x\t%s\t%s%s%s\t%" G_GINT64_FORMAT "\n", e->id,
		e->formerly ? e->formerly : "", e->hash,
		strcmp(r->identity, e->id) == 0 ? "" : r->identity, r->is_latest ? "L" : "",
		r->owns_id ? "I" : "", r->has_others ? "O" : "", e->added);
}

gboolean ledger_write(XapianWriter *writer, const LedgerAnnex *a, const Entry *entries,
		      GError **error)
{
	g_autofree char *key = annex_key(a);
	g_autofree char *header =
		g_strdup_printf("%s\t%s\t%u\t%s\t%s\t%s\t%s\t%s", a->stamp, a->sha256, a->pilots,
				a->date, a->name, a->thread, a->outcome, a->title);

	for (guint i = 0; i < a->pilots; i += LEDGER_ROWS) {
		g_autofree char *name = rows_key(a, i / LEDGER_ROWS);
		g_autoptr(GString) rows = g_string_new(NULL);
		for (guint k = i; k < MIN(i + LEDGER_ROWS, a->pilots); k++)
			add_row(rows, &entries[k]);
		if (!xapian_writer_set_metadata(writer, name, rows->str, rows->len, error))
			return FALSE;
	}
	return xapian_writer_set_metadata(writer, key, header, strlen(header), error);
}

gboolean ledger_remove(XapianWriter *writer, const LedgerAnnex *a, GError **error)
{
	g_autofree char *key = annex_key(a);

	for (guint i = 0; i < a->pilots; i += LEDGER_ROWS) {
		g_autofree char *name = rows_key(a, i / LEDGER_ROWS);
		if (!xapian_writer_set_metadata(writer, name, "", 0, error))
			return FALSE;
	}
	return xapian_writer_set_metadata(writer, key, "", 0, error);
}

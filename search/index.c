#include "index.h"

#include <math.h>
#include <string.h>

#include "fields.h"
#include "schema.h"
#include "shards.h"
#include "stored.h"
#include "sums.h"
#include "themes.h"

/* An index that is no larger is read as a whole when it is opened, to see that it is as it was
 * written: a millisecond for 4 MB. What a pilot says is checked in any index, when it is read. */
#define CHECKED_WHOLE (4u << 20)

#define PILOTS_KEPT 256 /* then they are read anew: memory stays bounded */

GQuark index_error_quark(void)
{
	return g_quark_from_static_string("index-error");
}

static gboolean check(Index *index, const char *key, const char *wanted, const char *what,
		      GError **error)
{
	g_autofree char *found = xapian_reader_metadata(index->reader, key, NULL, error);

	if (!found)
		return FALSE;
	if (strcmp(found, wanted) == 0)
		return TRUE;
	g_set_error(error, INDEX_ERROR, INDEX_ERROR_OTHER,
		    "%s: made with another %s (%s, not %s); build it again: pilot-index --index %s",
		    index->path, what, *found ? found : "none", wanted, index->path);
	return FALSE;
}

static gboolean load(Index *index, GError **error)
{
	g_autofree char *themes = xapian_reader_metadata(index->reader, META_THEMES, NULL, error);
	g_autofree char *thesaurus =
		themes ? xapian_reader_metadata(index->reader, META_THESAURUS, NULL, error) : NULL;
	g_autofree char *phrases =
		thesaurus ? xapian_reader_metadata(index->reader, META_PHRASES, NULL, error) : NULL;

	gsize len;
	index->sources =
		phrases ? xapian_reader_metadata(index->reader, META_SOURCES, &len, error) : NULL;
	if (!index->sources)
		return FALSE;
	index->documents = sources_read(index->sources, len);
	if (!index->documents) {
		g_set_error(error, INDEX_ERROR, INDEX_ERROR_OTHER, "%s: the index is damaged",
			    index->path);
		return FALSE;
	}
	index->phrases = question_phrases_open(g_steal_pointer(&phrases));
	index->thesaurus = thesaurus_open(g_steal_pointer(&thesaurus));
	index->context = query_context_new(index->dutch, index->thesaurus, index->reader);
	index->themes = themes_parse(themes, error);
	return index->themes != NULL;
}

static Index *open_one(const char *path, gboolean partial, GError **error)
{
	g_autoptr(Index) index = g_new0(Index, 1);
	GError *failed = NULL;

	index->path = g_strdup(path);
	index->pilots = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)pilot_free);
	index->missing = g_ptr_array_new_with_free_func(g_free);
	if (!sums_check(path, CHECKED_WHOLE, error))
		return NULL;
	index->reader = partial ? shards_open(path, index->missing, &failed)
				: xapian_reader_open(path, &failed);
	if (!index->reader) {
		if (g_error_matches(failed, XAPIAN_ERROR, XAPIAN_ERROR_NOT_FOUND) ||
		    g_error_matches(failed, XAPIAN_ERROR, XAPIAN_ERROR_OPENING)) {
			g_set_error(error, INDEX_ERROR, INDEX_ERROR_MISSING,
				    "no index at %s; build one: pilot-index --index %s", path,
				    path);
			g_error_free(failed);
		} else {
			g_propagate_error(error, failed);
		}
		return NULL;
	}
	index->dutch = dutch_new();
	if (!check(index, META_SCHEMA, INDEX_SCHEMA, "version", error) ||
	    !check(index, META_ANALYSER, dutch_fingerprint(), "analysis", error) ||
	    !load(index, error))
		return NULL;
	return g_steal_pointer(&index);
}

/* One that is empty is none: all papers were taken away. */
static gboolean open_papers(Index *index, gboolean partial, GError **error)
{
	g_autofree char *path = g_build_filename(index->path, INDEX_PAPERS, NULL);
	GError *failed = NULL;

	if (!g_file_test(path, G_FILE_TEST_IS_DIR))
		return TRUE;
	g_autoptr(Index) papers = open_one(path, partial, &failed);
	if (papers && xapian_reader_doccount(papers->reader, &failed) > 0) {
		papers->of_papers = TRUE;
		index->papers = g_steal_pointer(&papers);
	}
	if (failed)
		g_propagate_error(error, failed);
	return !failed;
}

Index *index_open(const char *path, gboolean partial, GError **error)
{
	g_autoptr(Index) index = open_one(path, partial, error);

	return index && open_papers(index, partial, error) ? g_steal_pointer(&index) : NULL;
}

Pilot *index_read_pilot(Index *index, XapianDoc *doc, GError **error)
{
	gpointer id = GUINT_TO_POINTER(xapian_doc_id(doc));
	Pilot *known = g_hash_table_lookup(index->pilots, id);
	gsize len;

	if (known)
		return pilot_ref(known);
	char *data = xapian_doc_data(doc, &len, error);
	g_autoptr(GBytes) stored = data ? g_bytes_new_take(data, len) : NULL;
	Pilot *p = stored ? stored_read(stored, error) : NULL;
	if (!p)
		return NULL;
	if (g_hash_table_size(index->pilots) >= PILOTS_KEPT)
		g_hash_table_remove_all(index->pilots);
	g_hash_table_insert(index->pilots, id, pilot_ref(p));
	return p;
}

guint index_frequency(const Index *index, const char *stem)
{
	return MAX(query_frequency(index->context, TERM_STEM, stem),
		   query_frequency(index->context, TERM_PART, stem));
}

double index_rarity(const Index *index, double documents)
{
	double all = xapian_reader_doccount(index->reader, query_context_error(index->context));

	return log(1 + all / documents);
}

XapianDoc *index_find(Index *index, const char *id, GError **error)
{
	g_autofree char *term = g_strconcat(fields[FIELD_ID].prefix, id, NULL);

	if (strlen(term) < 240) /* Xapian refuses longer ones */
		return xapian_reader_find(index->reader, term, error);
	g_set_error_literal(error, XAPIAN_ERROR, XAPIAN_ERROR_NOT_FOUND, "no such id");
	return NULL;
}

const QuestionTypes *index_question_types(Index *index, GError **error)
{
	g_autofree char *text = NULL;

	if (!index->question_types)
		text = xapian_reader_metadata(index->reader, META_QUESTION_TYPES, NULL, error);
	if (text)
		index->question_types = questiontypes_parse(text, error);
	return index->question_types;
}

void index_free(Index *index)
{
	if (!index)
		return;
	index_free(index->papers);
	g_free(index->path);
	g_ptr_array_unref(index->missing);
	g_hash_table_unref(index->pilots);
	query_context_free(index->context);
	xapian_reader_free(index->reader);
	dutch_free(index->dutch);
	g_clear_pointer(&index->themes, g_ptr_array_unref);
	thesaurus_free(index->thesaurus);
	question_phrases_free(index->phrases);
	questiontypes_free(index->question_types);
	g_clear_pointer(&index->documents, g_ptr_array_unref);
	g_free(index->sources);
	g_free(index);
}

#include "internal.h"

XapianReader *xapian_reader_open(const char *path, GError **error)
{
	std::unique_ptr<XapianReader> reader(new XapianReader);
	if (!guarded(error, [&] { reader->db = Xapian::Database(path); }))
		return nullptr;
	return reader.release();
}

XapianReader *xapian_reader_open_remote(const char *host, guint port, guint timeout, GError **error)
{
	std::unique_ptr<XapianReader> reader(new XapianReader);
	if (!guarded(error,
		     [&] { reader->db = Xapian::Remote::open(host, port, timeout, timeout); }))
		return nullptr;
	return reader.release();
}

gboolean xapian_reader_add(XapianReader *reader, const XapianReader *other, GError **error)
{
	return guarded(error, [&] { reader->db.add_database(other->db); });
}

void xapian_reader_free(XapianReader *reader)
{
	delete reader;
}

guint xapian_reader_doccount(XapianReader *reader, GError **error)
{
	guint n = 0;
	reading(reader->db, error, [&] { n = reader->db.get_doccount(); });
	return n;
}

guint xapian_reader_termfreq(XapianReader *reader, const char *term, GError **error)
{
	guint n = 0;
	reading(reader->db, error, [&] { n = reader->db.get_termfreq(term); });
	return n;
}

static bool is_whole(const Xapian::Document &doc)
{
	for (auto term = doc.termlist_begin(); term != doc.termlist_end(); ++term)
		if (term.positionlist_count() > 0)
			return !doc.get_data().empty();
	return false;
}

gboolean xapian_reader_is_whole(XapianReader *reader, guint32 docid, GError **error)
{
	gboolean whole = FALSE;
	reading(reader->db, error, [&] { whole = is_whole(reader->db.get_document(docid)); });
	return whole;
}

char *xapian_reader_uuid(XapianReader *reader, GError **error)
{
	char *uuid = nullptr;
	reading(reader->db, error, [&] { uuid = to_c(reader->db.get_uuid(), nullptr); });
	return uuid;
}

char *xapian_reader_metadata(XapianReader *reader, const char *key, gsize *len, GError **error)
{
	char *value = nullptr;
	reading(reader->db, error, [&] { value = to_c(reader->db.get_metadata(key), len); });
	return value;
}

gboolean xapian_reader_metadata_keys(XapianReader *reader, const char *prefix, XapianTermFunc func,
				     gpointer user, GError **error)
{
	return guarded(error, [&] {
		for (auto k = reader->db.metadata_keys_begin(prefix);
		     k != reader->db.metadata_keys_end(prefix); ++k)
			if (!func((*k).c_str(), 0, user))
				break;
	});
}

XapianDoc *xapian_reader_document(XapianReader *reader, guint32 docid, GError **error)
{
	std::unique_ptr<XapianDoc> doc(new XapianDoc);
	if (!reading(reader->db, error, [&] { doc->doc = reader->db.get_document(docid); }))
		return nullptr;
	doc->id = docid;
	return doc.release();
}

XapianDoc *xapian_reader_find(XapianReader *reader, const char *term, GError **error)
{
	std::unique_ptr<XapianDoc> doc(new XapianDoc);
	bool ok = reading(reader->db, error, [&] {
		auto p = reader->db.postlist_begin(term);
		if (p == reader->db.postlist_end(term))
			throw Xapian::DocNotFoundError(std::string("no document has the term ") +
						       term);
		doc->id = *p;
		doc->doc = reader->db.get_document(doc->id);
	});
	return ok ? doc.release() : nullptr;
}

gboolean xapian_reader_terms(XapianReader *reader, const char *prefix, XapianTermFunc func,
			     gpointer user, GError **error)
{
	std::string last; /* where a retry goes on, so that no term is told twice */
	return reading(reader->db, error, [&] {
		auto t = reader->db.allterms_begin(prefix);
		if (!last.empty()) {
			t.skip_to(last);
			if (t != reader->db.allterms_end(prefix) && *t == last)
				++t;
		}
		for (; t != reader->db.allterms_end(prefix); ++t) {
			last = *t;
			if (!func(last.c_str(), t.get_termfreq(), user))
				break;
		}
	});
}

GArray *xapian_reader_docids(XapianReader *reader, const char *term, GError **error)
{
	GArray *ids = g_array_new(FALSE, FALSE, sizeof(guint32));
	bool ok = reading(reader->db, error, [&] {
		g_array_set_size(ids, 0);
		for (auto p = reader->db.postlist_begin(term); p != reader->db.postlist_end(term);
		     ++p) {
			guint32 id = *p;
			g_array_append_val(ids, id);
		}
	});
	if (ok)
		return ids;
	g_array_unref(ids);
	return nullptr;
}

char *xapian_reader_spelling(XapianReader *reader, const char *word, guint distance, GError **error)
{
	char *suggestion = nullptr;
	reading(reader->db, error, [&] {
		suggestion = to_c(reader->db.get_spelling_suggestion(word, distance), nullptr);
	});
	return suggestion;
}

gboolean xapian_reader_spellings(XapianReader *reader, XapianTermFunc func, gpointer user,
				 GError **error)
{
	return guarded(error, [&] {
		for (auto t = reader->db.spellings_begin(); t != reader->db.spellings_end(); ++t)
			if (!func((*t).c_str(), t.get_termfreq(), user))
				break;
	});
}

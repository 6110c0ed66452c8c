#include "internal.h"

static int open_flags(XapianWriterMode mode)
{
	switch (mode) {
	case XAPIAN_WRITER_CREATE: return Xapian::DB_CREATE;
	case XAPIAN_WRITER_OPEN: return Xapian::DB_OPEN;
	case XAPIAN_WRITER_OVERWRITE: return Xapian::DB_CREATE_OR_OVERWRITE;
	}
	return Xapian::DB_OPEN;
}

XapianWriter *xapian_writer_open(const char *path, XapianWriterMode mode, XapianWriterFlags flags,
				 GError **error)
{
	int options = open_flags(mode);
	if (flags & XAPIAN_WRITER_NO_SYNC)
		options |= Xapian::DB_NO_SYNC;
	std::unique_ptr<XapianWriter> writer(new XapianWriter);
	if (!guarded(error, [&] { writer->db = Xapian::WritableDatabase(path, options); }))
		return nullptr;
	return writer.release();
}

gboolean xapian_writer_close(XapianWriter *writer, GError **error)
{
	return guarded(error, [&] {
		writer->db.commit();
		writer->db.close();
	});
}

void xapian_writer_free(XapianWriter *writer)
{
	if (!writer)
		return;
	/* The destructor commits. Cancelling an unflushed transaction drops all that
	 * was not committed, what came before the transaction included. */
	guarded(nullptr, [&] {
		writer->db.begin_transaction(false);
		writer->db.cancel_transaction();
	});
	delete writer;
}

gboolean xapian_writer_add(XapianWriter *writer, const XapianDoc *doc, guint32 *docid,
			   GError **error)
{
	return doc->kept.report(error) && guarded(error, [&] {
		       guint32 id = writer->db.add_document(doc->doc);
		       if (docid)
			       *docid = id;
	       });
}

gboolean xapian_writer_replace(XapianWriter *writer, const char *unique, const XapianDoc *doc,
			       guint32 *docid, GError **error)
{
	return doc->kept.report(error) && guarded(error, [&] {
		       guint32 id = writer->db.replace_document(unique, doc->doc);
		       if (docid)
			       *docid = id;
	       });
}

gboolean xapian_writer_delete(XapianWriter *writer, const char *unique, GError **error)
{
	return guarded(error, [&] { writer->db.delete_document(unique); });
}

gboolean xapian_writer_commit(XapianWriter *writer, GError **error)
{
	return guarded(error, [&] { writer->db.commit(); });
}

gboolean xapian_writer_set_metadata(XapianWriter *writer, const char *key, const char *value,
				    gsize len, GError **error)
{
	return guarded(error, [&] { writer->db.set_metadata(key, std::string(value, len)); });
}

gboolean xapian_writer_add_spelling(XapianWriter *writer, const char *word, guint frequency,
				    GError **error)
{
	return guarded(error, [&] { writer->db.add_spelling(word, frequency); });
}

gboolean xapian_writer_remove_spelling(XapianWriter *writer, const char *word, guint frequency,
				       GError **error)
{
	return guarded(error, [&] { writer->db.remove_spelling(word, frequency); });
}

gboolean xapian_compact(const char *const *sources, gsize n, const char *destination,
			GError **error)
{
	return guarded(error, [&] {
		Xapian::Database all;
		for (gsize i = 0; i < n; i++)
			all.add_database(Xapian::Database(sources[i]));
		all.compact(destination);
	});
}

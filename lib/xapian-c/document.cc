#include "internal.h"

XapianDoc *xapian_doc_new(void)
{
	return new XapianDoc;
}

void xapian_doc_free(XapianDoc *doc)
{
	delete doc;
}

void xapian_doc_set_data(XapianDoc *doc, const char *data, gsize len)
{
	guarded(doc->kept.slot(), [&] { doc->doc.set_data(std::string(data, len)); });
}

void xapian_doc_add_boolean_term(XapianDoc *doc, const char *term)
{
	guarded(doc->kept.slot(), [&] { doc->doc.add_boolean_term(term); });
}

void xapian_doc_add_posting(XapianDoc *doc, const char *term, guint position, guint wdf)
{
	guarded(doc->kept.slot(), [&] { doc->doc.add_posting(term, position, wdf); });
}

void xapian_doc_remove_term(XapianDoc *doc, const char *term)
{
	guarded(doc->kept.slot(), [&] {
		if (doc->doc.termlist_count() == 0)
			return;
		auto t = doc->doc.termlist_begin();
		t.skip_to(term);
		if (t != doc->doc.termlist_end() && *t == term)
			doc->doc.remove_term(term);
	});
}

void xapian_doc_set_value(XapianDoc *doc, guint32 slot, const char *value, gsize len)
{
	guarded(doc->kept.slot(), [&] { doc->doc.add_value(slot, std::string(value, len)); });
}

void xapian_doc_set_number(XapianDoc *doc, guint32 slot, double number)
{
	guarded(doc->kept.slot(),
		[&] { doc->doc.add_value(slot, Xapian::sortable_serialise(number)); });
}

char *xapian_doc_data(XapianDoc *doc, gsize *len, GError **error)
{
	char *data = nullptr;
	guarded(error, [&] { data = to_c(doc->doc.get_data(), len); });
	return data;
}

guint32 xapian_doc_id(const XapianDoc *doc)
{
	return doc->id;
}

char *xapian_doc_value(XapianDoc *doc, guint32 slot, gsize *len, GError **error)
{
	char *value = nullptr;
	guarded(error, [&] { value = to_c(doc->doc.get_value(slot), len); });
	return value;
}

double xapian_doc_number(XapianDoc *doc, guint32 slot, double missing, GError **error)
{
	double number = missing;
	guarded(error, [&] {
		const std::string value = doc->doc.get_value(slot);
		if (!value.empty())
			number = Xapian::sortable_unserialise(value);
	});
	return number;
}

#include "internal.h"

#include <iterator>

struct XapianEnquire {
	XapianReader *reader;
	std::unique_ptr<Xapian::Enquire> enquire;
	KeptError kept;
	std::map<Xapian::valueno, std::shared_ptr<Xapian::ValueCountMatchSpy>> spies;
};

struct XapianMatches {
	Xapian::MSet mset;
	std::map<Xapian::valueno, std::shared_ptr<Xapian::ValueCountMatchSpy>> spies;
};

XapianEnquire *xapian_enquire_new(XapianReader *reader, GError **error)
{
	std::unique_ptr<XapianEnquire> e(new XapianEnquire);
	e->reader = reader;
	if (!guarded(error, [&] {
		    e->enquire.reset(new Xapian::Enquire(reader->db));
		    /* The index has no meaning in the order of its document ids, but equal
		     * weights must rank the same in every run: ascending it is. */
		    e->enquire->set_docid_order(Xapian::Enquire::ASCENDING);
	    }))
		return nullptr;
	return e.release();
}

void xapian_enquire_free(XapianEnquire *enquire)
{
	delete enquire;
}

gboolean xapian_enquire_set_query(XapianEnquire *enquire, const XapianQuery *query, GError **error)
{
	return query->kept.report(error) &&
	       guarded(error, [&] { enquire->enquire->set_query(query->query); });
}

gboolean xapian_enquire_set_weighting(XapianEnquire *enquire, XapianWeighting scheme,
				      const double *parameters, gsize n, GError **error)
{
	auto p = [&](gsize i, double otherwise) { return i < n ? parameters[i] : otherwise; };
	return guarded(error, [&] {
		auto &e = *enquire->enquire;
		switch (scheme) {
		case XAPIAN_WEIGHT_BM25:
			e.set_weighting_scheme(Xapian::BM25Weight(p(0, 1), p(1, 0), p(2, 1),
								  p(3, 0.5), p(4, 0.5)));
			break;
		case XAPIAN_WEIGHT_BOOL: e.set_weighting_scheme(Xapian::BoolWeight()); break;
		}
	});
}

void xapian_enquire_set_sort(XapianEnquire *enquire, XapianSort sort, guint32 slot,
			     gboolean descending)
{
	auto &e = *enquire->enquire;
	guarded(enquire->kept.slot(), [&] {
		switch (sort) {
		case XAPIAN_SORT_VALUE_THEN_RELEVANCE:
			e.set_sort_by_value_then_relevance(slot, descending);
			break;
		case XAPIAN_SORT_RELEVANCE_THEN_VALUE:
			e.set_sort_by_relevance_then_value(slot, descending);
			break;
		}
	});
}

void xapian_enquire_set_cutoff(XapianEnquire *enquire, int percent, double weight)
{
	guarded(enquire->kept.slot(), [&] { enquire->enquire->set_cutoff(percent, weight); });
}

void xapian_enquire_count_values(XapianEnquire *enquire, guint32 slot)
{
	enquire->spies[slot] = nullptr;
}

/* A spy goes on counting over runs, so each run gets new ones. */
static void renew_spies(XapianEnquire *e)
{
	e->enquire->clear_matchspies();
	for (auto &spy : e->spies) {
		spy.second = std::make_shared<Xapian::ValueCountMatchSpy>(spy.first);
		e->enquire->add_matchspy(spy.second.get());
	}
}

XapianMatches *xapian_enquire_run(XapianEnquire *enquire, guint first, guint max,
				  guint check_at_least, GError **error)
{
	if (!enquire->kept.report(error))
		return nullptr;
	std::unique_ptr<XapianMatches> m;
	if (!reading(enquire->reader->db, error, [&] {
		    renew_spies(enquire);
		    auto mset = enquire->enquire->get_mset(first, max, check_at_least);
		    m.reset(new XapianMatches { mset, enquire->spies });
	    }))
		return nullptr;
	return m.release();
}

void xapian_matches_free(XapianMatches *matches)
{
	delete matches;
}

guint xapian_matches_size(const XapianMatches *matches)
{
	return matches->mset.size();
}

XapianHit xapian_matches_hit(const XapianMatches *matches, guint i)
{
	auto it = matches->mset[i];
	return { *it, it.get_weight(), it.get_percent() };
}

XapianDoc *xapian_matches_document(const XapianMatches *matches, guint i, GError **error)
{
	std::unique_ptr<XapianDoc> doc(new XapianDoc);
	if (!guarded(error, [&] { doc->doc = matches->mset[i].get_document(); }))
		return nullptr;
	doc->id = *matches->mset[i];
	return doc.release();
}

guint xapian_matches_estimated(const XapianMatches *matches)
{
	return matches->mset.get_matches_estimated();
}

guint xapian_matches_lower_bound(const XapianMatches *matches)
{
	return matches->mset.get_matches_lower_bound();
}

guint xapian_matches_upper_bound(const XapianMatches *matches)
{
	return matches->mset.get_matches_upper_bound();
}

double xapian_matches_max_attained(const XapianMatches *matches)
{
	return matches->mset.get_max_attained();
}

gboolean xapian_matches_values(const XapianMatches *matches, guint32 slot, XapianTermFunc func,
			       gpointer user, GError **error)
{
	auto found = matches->spies.find(slot);
	return guarded(error, [&] {
		if (found == matches->spies.end())
			throw Xapian::InvalidArgumentError(
				"the values of this slot were not counted");
		auto &spy = *found->second;
		/* top_values_begin() reserves room for as many as it is asked for. */
		size_t n = std::distance(spy.values_begin(), spy.values_end());
		for (auto v = spy.top_values_begin(n); v != spy.top_values_end(n); ++v)
			if (!func((*v).c_str(), v.get_termfreq(), user))
				break;
	});
}

guint xapian_matches_counted(const XapianMatches *matches, guint32 slot)
{
	auto found = matches->spies.find(slot);
	return found == matches->spies.end() ? 0 : found->second->get_total();
}

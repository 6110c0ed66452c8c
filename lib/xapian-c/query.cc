#include "internal.h"

#include <vector>

/* Every constructor: an empty object, filled under guard. */
template <class F> static XapianQuery *make(F &&build)
{
	auto *q = new XapianQuery;
	guarded(q->kept.slot(), [&] { q->query = build(); });
	return q;
}

/* A query made of others has the first error of its parts. */
static XapianQuery *inherit(XapianQuery *q, const XapianQuery *part)
{
	if (part->kept.error && !q->kept.error)
		q->kept.error = g_error_copy(part->kept.error);
	return q;
}

static Xapian::Query::op to_op(XapianOp op)
{
	switch (op) {
	case XAPIAN_AND: return Xapian::Query::OP_AND;
	case XAPIAN_OR: return Xapian::Query::OP_OR;
	case XAPIAN_AND_NOT: return Xapian::Query::OP_AND_NOT;
	case XAPIAN_AND_MAYBE: return Xapian::Query::OP_AND_MAYBE;
	case XAPIAN_FILTER: return Xapian::Query::OP_FILTER;
	case XAPIAN_PHRASE: return Xapian::Query::OP_PHRASE;
	case XAPIAN_SYNONYM: return Xapian::Query::OP_SYNONYM;
	}
	throw Xapian::InvalidArgumentError("unknown query operator");
}

XapianQuery *xapian_query_term(const char *term)
{
	return make([&] { return Xapian::Query(term); });
}

XapianQuery *xapian_query_all(void)
{
	return make([] { return Xapian::Query::MatchAll; });
}

XapianQuery *xapian_query_nothing(void)
{
	return make([] { return Xapian::Query::MatchNothing; });
}

XapianQuery *xapian_query_combine(XapianOp op, XapianQuery *const *queries, gsize n, guint window)
{
	XapianQuery *q = make([&] {
		std::vector<Xapian::Query> parts;
		for (gsize i = 0; i < n; i++)
			parts.push_back(queries[i]->query);
		return Xapian::Query(to_op(op), parts.begin(), parts.end(), window);
	});
	for (gsize i = 0; i < n; i++)
		inherit(q, queries[i]);
	return q;
}

XapianQuery *xapian_query_pair(XapianOp op, const XapianQuery *left, const XapianQuery *right)
{
	XapianQuery *q = make([&] { return Xapian::Query(to_op(op), left->query, right->query); });
	return inherit(inherit(q, left), right);
}

XapianQuery *xapian_query_scale(const XapianQuery *query, double factor)
{
	XapianQuery *q = make([&] {
		return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query->query, factor);
	});
	return inherit(q, query);
}

XapianQuery *xapian_query_fixed(double weight)
{
	return make([&] {
		auto *source = (new Xapian::FixedWeightPostingSource(weight))->release();
		return Xapian::Query(source);
	});
}

XapianQuery *xapian_query_number_range(guint32 slot, double begin, double end)
{
	return make([&] {
		return Xapian::Query(Xapian::Query::OP_VALUE_RANGE, slot,
				     Xapian::sortable_serialise(begin),
				     Xapian::sortable_serialise(end));
	});
}

XapianQuery *xapian_query_copy(const XapianQuery *query)
{
	return inherit(make([&] { return query->query; }), query);
}

char *xapian_query_describe(const XapianQuery *query)
{
	char *text = nullptr;
	guarded(nullptr, [&] { text = to_c(query->query.get_description(), nullptr); });
	return text ? text : g_strdup("");
}

void xapian_query_free(XapianQuery *query)
{
	delete query;
}

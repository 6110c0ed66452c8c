/* What the parts of the wrapper share: the structs behind the handles and the
 * one place where exceptions become GErrors. */
#ifndef XAPIAN_C_INTERNAL_H
#define XAPIAN_C_INTERNAL_H

#include <map>
#include <memory>
#include <string>

#include <xapian.h>

#include "xapian-c.h"

/* The first error of an object that is built up call by call. */
struct KeptError {
	GError *error = nullptr;
	~KeptError()
	{
		g_clear_error(&error);
	}
	KeptError() = default;
	KeptError(const KeptError &) = delete;
	KeptError &operator=(const KeptError &) = delete;
	/* Where a failing call may leave its error: nowhere once there is one. */
	GError **slot()
	{
		return error ? nullptr : &error;
	}
	/* FALSE, with a copy in *to, when there is an error. */
	bool report(GError **to) const
	{
		if (error && to)
			*to = g_error_copy(error);
		return !error;
	}
};

struct XapianDoc {
	Xapian::Document doc;
	/* In the whole collection: Xapian's own get_docid() is that of the shard. */
	Xapian::docid id = 0;
	KeptError kept;
};

struct XapianQuery {
	Xapian::Query query;
	KeptError kept;
};

struct XapianReader {
	Xapian::Database db;
};

struct XapianWriter {
	Xapian::WritableDatabase db;
};

/* Turns the exception in flight into *error (which may be NULL). */
void xapian_c_translate(GError **error) noexcept;

/* Runs f; an exception becomes *error and FALSE. The only catch in the wrapper
 * beside reading(). */
template <class F> bool guarded(GError **error, F &&f) noexcept
{
	try {
		f();
		return true;
	} catch (...) {
		xapian_c_translate(error);
		return false;
	}
}

/* guarded(), for what reads a database: when a writer has moved on under us,
 * reopen and start again. */
template <class F> bool reading(Xapian::Database &db, GError **error, F &&f) noexcept
{
	for (int tries = 2; tries > 0; tries--) {
		try {
			f();
			return true;
		} catch (const Xapian::DatabaseModifiedError &) {
			if (!guarded(error, [&] { db.reopen(); }))
				return false;
		} catch (...) {
			xapian_c_translate(error);
			return false;
		}
	}
	return guarded(error, f);
}

inline char *to_c(const std::string &s, gsize *len)
{
	char *copy = static_cast<char *>(g_malloc(s.size() + 1));
	memcpy(copy, s.data(), s.size());
	copy[s.size()] = '\0';
	if (len)
		*len = s.size();
	return copy;
}

#endif

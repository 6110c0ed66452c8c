#include "internal.h"

#include <cstring>

GQuark xapian_error_quark(void)
{
	return g_quark_from_static_string("xapian-c-error");
}

/* Xapian's own name of an error class -> our code and what may help. A class
 * that is not here is a FAILED without a hint. */
static const struct {
	const char *type;
	XapianErrorCode code;
	const char *hint;
} ladder[] = {
	{ "DatabaseNotFoundError", XAPIAN_ERROR_NOT_FOUND, "there is no index here yet" },
	{ "DocNotFoundError", XAPIAN_ERROR_NOT_FOUND, nullptr },
	{ "DatabaseOpeningError", XAPIAN_ERROR_OPENING,
	  "check that the path is an index and readable" },
	{ "DatabaseClosedError", XAPIAN_ERROR_OPENING, nullptr },
	{ "DatabaseVersionError", XAPIAN_ERROR_VERSION, "build the index again with this version" },
	{ "DatabaseCorruptError", XAPIAN_ERROR_CORRUPT, "build the index again" },
	{ "DatabaseLockError", XAPIAN_ERROR_LOCKED, "wait for the other program that writes it" },
	{ "DatabaseModifiedError", XAPIAN_ERROR_MODIFIED, "try again" },
	{ "NetworkError", XAPIAN_ERROR_NETWORK, "check that xapian-tcpsrv runs there" },
	{ "NetworkTimeoutError", XAPIAN_ERROR_TIMEOUT, "the server is slow or out of reach" },
	{ "InvalidArgumentError", XAPIAN_ERROR_INVALID, nullptr },
	{ "InvalidOperationError", XAPIAN_ERROR_INVALID, nullptr },
	{ "QueryParserError", XAPIAN_ERROR_INVALID, nullptr },
	{ "UnimplementedError", XAPIAN_ERROR_INVALID, nullptr },
	{ "WildcardError", XAPIAN_ERROR_WILDCARD, "write more letters before the *" },
};

static void translate_xapian(const Xapian::Error &e, GError **error)
{
	XapianErrorCode code = XAPIAN_ERROR_FAILED;
	const char *hint = nullptr;
	for (const auto &rung : ladder)
		if (strcmp(rung.type, e.get_type()) == 0) {
			code = rung.code;
			hint = rung.hint;
		}
	g_autofree char *valid = g_utf8_make_valid(e.get_msg().c_str(), -1);
	const char *system = e.get_error_string();
	g_set_error(error, XAPIAN_ERROR, code, "%s%s%s%s%s%s", valid, system ? ": " : "",
		    system ? system : "", hint ? " (" : "", hint ? hint : "", hint ? ")" : "");
}

void xapian_c_translate(GError **error) noexcept
{
	try {
		throw;
	} catch (const Xapian::Error &e) {
		translate_xapian(e, error);
	} catch (const std::bad_alloc &) {
		g_set_error_literal(error, XAPIAN_ERROR, XAPIAN_ERROR_MEMORY, "out of memory");
	} catch (const std::exception &e) {
		g_set_error(error, XAPIAN_ERROR, XAPIAN_ERROR_FAILED, "%s", e.what());
	} catch (...) {
		g_set_error_literal(error, XAPIAN_ERROR, XAPIAN_ERROR_FAILED, "unknown error");
	}
}

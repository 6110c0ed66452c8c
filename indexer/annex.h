/* An annex: a document with one pilot per row, its notes and its date. */
#ifndef INDEXER_ANNEX_H
#define INDEXER_ANNEX_H

#include "pilot.h"
#include "report.h"

#define ANNEX_ERROR (annex_error_quark())
typedef enum {
	ANNEX_ERROR_NO_PILOTS /* nothing in the file is a row with a pilot */
} AnnexErrorCode;
GQuark annex_error_quark(void);

/* Reads a file. Returns its pilots in order (GPtrArray of Pilot *, owned), or
 * NULL with a G_FILE_ERROR or ANNEX_ERROR. What is odd but readable goes to
 * report: an unknown label, a note without a mark, bytes that are no UTF-8. */
GPtrArray *annex_read(const char *path, Report *report, GError **error);

#endif

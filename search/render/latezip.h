/* libzip, loaded when it is first needed: it brings libraries along that would cost every
 * CGI request more at its start than the search itself (see bench/web.sh). */
#ifndef SEARCH_LATEZIP_H
#define SEARCH_LATEZIP_H

#include <glib.h>
#include <zip.h>

/* The functions that are used, under libzip's names without "zip_". */
typedef struct {
	__typeof__(zip_source_buffer_create) *source_buffer_create;
	__typeof__(zip_source_buffer) *source_buffer;
	__typeof__(zip_source_keep) *source_keep;
	__typeof__(zip_source_open) *source_open;
	__typeof__(zip_source_read) *source_read;
	__typeof__(zip_source_close) *source_close;
	__typeof__(zip_source_free) *source_free;
	__typeof__(zip_open_from_source) *open_from_source;
	__typeof__(zip_file_add) *file_add;
	__typeof__(zip_set_file_compression) *set_file_compression;
	__typeof__(zip_file_set_mtime) *file_set_mtime;
	__typeof__(zip_close) *close;
	__typeof__(zip_discard) *discard;
	__typeof__(zip_open) *open;
	__typeof__(zip_stat) *stat;
	__typeof__(zip_fopen) *fopen;
	__typeof__(zip_fread) *fread;
	__typeof__(zip_fclose) *fclose;
} LateZip;

#define LATEZIP_ERROR (latezip_error_quark())
typedef enum {
	LATEZIP_ERROR_LOAD, /* libzip is not there, or not the one that the program was built with
			     */
	LATEZIP_ERROR_WRITE /* it could not make a document */
} LateZipErrorCode;
GQuark latezip_error_quark(void);

/* Loads it the first time; NULL with LATEZIP_ERROR_LOAD. */
const LateZip *latezip(GError **error);

#endif

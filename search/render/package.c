#include "package.h"

#include <stdlib.h>
#include <string.h>

#include "latezip.h"

/* Adds a part. */
static gboolean add(const LateZip *lib, zip_t *zip, const Part *part)
{
	gsize len = part->content->len;
	void *copy = malloc(len); /* libzip frees it with free() */

	if (!copy)
		return FALSE;
	memcpy(copy, part->content->str, len);
	zip_source_t *source = lib->source_buffer(zip, copy, len, 1);
	zip_int64_t i = source ? lib->file_add(zip, part->name, source, ZIP_FL_ENC_UTF_8) : -1;
	if (i < 0 && source)
		lib->source_free(source);
	else if (!source)
		free(copy);
	/* 1980: the same every time */
	return i >= 0 &&
	       lib->set_file_compression(zip, (zip_uint64_t)i,
					 part->stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) == 0 &&
	       lib->file_set_mtime(zip, (zip_uint64_t)i, 315619200, 0) == 0;
}

/* All of it, or nothing and FALSE. */
static gboolean append_bytes(GString *out, const LateZip *lib, zip_source_t *source)
{
	gsize before = out->len;
	char bytes[16384];
	zip_int64_t n;

	if (lib->source_open(source) != 0)
		return FALSE;
	while ((n = lib->source_read(source, bytes, sizeof bytes)) > 0)
		g_string_append_len(out, bytes, n);
	lib->source_close(source);
	if (n < 0)
		g_string_truncate(out, before);
	return n == 0;
}

static gboolean fail(GError **error, const char *what)
{
	g_set_error(error, LATEZIP_ERROR, LATEZIP_ERROR_WRITE,
		    "the document could not be %s by libzip", what);
	return FALSE;
}

/* Writes the parts to a source, which is kept. */
static gboolean write_parts(const LateZip *lib, zip_source_t *source, const Part *parts, gsize n,
			    GError **error)
{
	zip_t *zip = lib->open_from_source(source, ZIP_TRUNCATE, NULL);
	gsize i = 0;

	if (!zip)
		return fail(error, "begun");
	lib->source_keep(source);
	while (i < n && add(lib, zip, &parts[i]))
		i++;
	if (i == n && lib->close(zip) == 0)
		return TRUE;
	lib->discard(zip);
	return fail(error, "written");
}

gboolean package_append(GString *out, const Part *take, gsize n, GError **error)
{
	const LateZip *lib = latezip(error);
	zip_source_t *source = lib ? lib->source_buffer_create(NULL, 0, 0, NULL) : NULL;
	gboolean ok = lib && (source || fail(error, "begun")) &&
		      write_parts(lib, source, take, n, error) &&
		      (append_bytes(out, lib, source) || fail(error, "read back"));

	if (source)
		lib->source_free(source);
	for (gsize i = 0; i < n; i++)
		g_string_free(take[i].content, TRUE);
	return ok;
}

#include "input.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "usage.h"

#define BEFORE 24 /* bytes that are shown of what stands before */

/* What stands on its line before a byte; the caller frees. */
static char *before(const char *bytes, const char *wrong)
{
	const char *start = wrong;

	while (start > bytes && start[-1] != '\n' && wrong - start < BEFORE)
		start--;
	while (start < wrong && (*start & 0xC0) == 0x80) /* not within a character */
		start++;
	return g_strndup(start, (gsize)(wrong - start));
}

gboolean input_is_text(const char *what, const char *bytes, gsize len, GError **error)
{
	const char *wrong;
	guint line = 1;

	if (g_utf8_validate_len(bytes, len, &wrong))
		return TRUE;
	g_autofree char *valid = g_utf8_make_valid(what, -1);
	g_autofree char *shown = before(bytes, wrong);
	for (const char *p = bytes; p < wrong; p++)
		line += *p == '\n';
	g_autofree char *where =
		memchr(bytes, '\n', len) ? g_strdup_printf(", line %u", line) : g_strdup("");
	g_set_error(error, CLI_ERROR, CLI_ERROR_USAGE,
		    "%s%s: not text in UTF-8: there is a byte 0x%02X%s%s%s%s", valid, where,
		    (guchar)*wrong, *shown ? " behind '" : " at the start", shown,
		    *shown ? "'" : "",
		    *wrong ? "; in Windows-1252 or Latin-1? Make it UTF-8: iconv -f WINDOWS-1252 "
			     "-t UTF-8"
			   : "");
	return FALSE;
}

static GString *read_all(FILE *file, gsize max)
{
	GString *text = g_string_new(NULL);
	char part[4096];
	size_t n;

	while (text->len <= max && (n = fread(part, 1, sizeof part, file)) > 0)
		g_string_append_len(text, part, (gssize)n);
	return text;
}

char *input_read(const char *path, gsize max, GError **error)
{
	const gboolean piped = strcmp(path, "-") == 0;
	const char *what = piped ? "standard input" : path;
	FILE *file = piped ? stdin : fopen(path, "r");
	g_autoptr(GString) text = file ? read_all(file, max) : NULL;

	if (!file || ferror(file))
		g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "%s: %s", what,
			    g_strerror(errno));
	else if (text->len > max)
		g_set_error(error, CLI_ERROR, CLI_ERROR_USAGE,
			    "%s: longer than %" G_GSIZE_FORMAT " bytes", what, max);
	gboolean ok = file && !ferror(file) && text->len <= max &&
		      input_is_text(what, text->str, text->len, error);
	if (file && !piped)
		fclose(file);
	return ok ? g_string_free(g_steal_pointer(&text), FALSE) : NULL;
}

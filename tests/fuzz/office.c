/* The XML of a document, in a zip file that is whole: .odt, or .docx after a "w". */
#include "office.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zip.h>

#include "fuzz.h"

static void add(zip_t *zip, const char *name, const char *bytes, gsize size)
{
	zip_int64_t i =
		zip_file_add(zip, name, zip_source_buffer(zip, bytes, size, 0), ZIP_FL_OVERWRITE);
	MUST(i >= 0 && zip_set_file_compression(zip, (zip_uint64_t)i, ZIP_CM_STORE, 0) == 0);
}

/* The bytes are the main part and, alike, the one with its footnotes or styles. */
static int make(const char *bytes, gsize size, gboolean docx)
{
	zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
	int fd = memfd_create("office", 0);
	char chunk[1 << 16];
	zip_int64_t n;

	zip_source_keep(source);
	zip_t *zip = zip_open_from_source(source, ZIP_TRUNCATE, NULL);
	add(zip, docx ? "word/document.xml" : "content.xml", bytes, size);
	add(zip, docx ? "word/footnotes.xml" : "styles.xml", bytes, size);
	add(zip, "word/numbering.xml", bytes, size);
	MUST(zip_close(zip) == 0 && zip_source_open(source) == 0);
	while ((n = zip_source_read(source, chunk, sizeof chunk)) > 0)
		MUST(write(fd, chunk, (gsize)n) == n);
	zip_source_close(source);
	zip_source_free(source);
	return fd;
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	gboolean docx = size && *data == 'w';
	int fd = make((const char *)data + docx, size - docx, docx);
	g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", fd);
	g_autofree char *html = office_to_html(path, NULL);

	MUST(!html || g_utf8_validate(html, -1, NULL));
	close(fd);
	return 0;
}

/* What pdftotext -bbox printed. */
#include "pdf.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	g_autofree char *text = fuzz_text(data, size);
	g_autofree char *html = pdf_words_to_html(text, NULL);

	MUST(!html || g_utf8_validate(html, -1, NULL));
	return 0;
}

/* The markup of a cell, and of a whole document. */
#include "markup.h"
#include "fuzz.h"

static void see(guint line, MarkupKind kind, const char *text, GPtrArray *sections, gpointer user)
{
	(void)line, (void)kind, (void)sections, (void)user;
	MUST(g_utf8_validate(text, -1, NULL));
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	g_autofree char *html = fuzz_text(data, size);
	g_autoptr(GPtrArray) sections = markup_cell(html, NULL, NULL);
	g_autofree char *plain = markup_plain(html);

	for (guint i = 0; i < sections->len; i++) {
		const MarkupSection *s = g_ptr_array_index(sections, i);
		MUST(g_utf8_validate(s->label, -1, NULL) && g_utf8_validate(s->text, -1, NULL));
	}
	MUST(g_utf8_validate(plain, -1, NULL));
	markup_document(html, strlen(html), see, NULL);
	return 0;
}

/* References to publications: whatever is written, they lie in the text, each behind the start of
 * the one before, and have an address and a name. */
#include "references.h"
#include "fuzz.h"

static void see(const char *id)
{
	g_autofree char *url = reference_url(id);
	g_autofree char *name = reference_name(id);

	MUST(*id && g_str_has_prefix(url, "https://") && *name);
	MUST(reference_answers(id, id));
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	g_autofree char *text = fuzz_text(data, size);
	g_autoptr(GPtrArray) found = references_find(text);
	g_autoptr(GPtrArray) typed = g_ptr_array_new_with_free_func(g_free);
	gsize len = strlen(text), start = 0;

	for (guint i = 0; i < found->len; i++) {
		const Reference *r = found->pdata[i];
		MUST(r->start >= start && r->start < r->end && r->end <= len);
		MUST(g_utf8_validate(text + r->start, (gssize)(r->end - r->start), NULL));
		start = r->start;
		see(r->id);
	}
	gsize n = references_typed(text, len, typed);
	MUST(n <= len && (n > 0) == (typed->len > 0));
	for (guint i = 0; i < typed->len; i++)
		see(typed->pdata[i]);
	g_autofree char *name = reference_name(text); /* of what was typed as one */
	MUST(name);
	return 0;
}

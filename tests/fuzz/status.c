/* What sentences say of how a pilot stands: verbatim, and once each at most. */
#include <string.h>

#include "factwords.h"
#include "fuzz.h"
#include "statements.h"

#define NOW (12 * 2021 + 11)

static const FactWords *words(void)
{
	static FactWords *kept;
	g_autofree char *text = NULL;

	if (!kept && g_file_get_contents("corpus/feiten.lst", &text, NULL, NULL))
		kept = factwords_parse(text, NULL);
	return kept;
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	g_autofree char *text = fuzz_text(data, size);
	g_autoptr(GArray) found =
		statements_find(text, "Huizen van het Recht", size % 2, NOW, words());

	for (guint i = 0; i < found->len; i++) {
		const Statement *s = &g_array_index(found, Statement, i);
		MUST(*s->sentence && strstr(text, s->sentence));
	}
	g_autoptr(FactWords) own = factwords_parse(text, NULL);
	MUST(!own || (own->status && own->period));
	return 0;
}

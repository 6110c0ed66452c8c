/* A Looptijd, and a status from the same text. */
#include "looptijd.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	g_autofree char *text = fuzz_text(data, size);
	g_autoptr(GArray) periods = looptijd_parse(text);

	for (guint i = 0; i < periods->len; i++) {
		const Period *p = &g_array_index(periods, Period, i);
		MUST(p->from == PERIOD_OPEN || p->to == PERIOD_OPEN || p->from <= p->to);
		g_autofree char *month = month_to_text(p->from);
		MUST(month_from_text(month) == p->from);
	}
	MUST(month_from_text(text) == PERIOD_OPEN || strlen(text) == 7);
	return 0;
}

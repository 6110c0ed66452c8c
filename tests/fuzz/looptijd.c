/* A Looptijd, as a whole and as prose. */
#include "looptijd.h"
#include "fuzz.h"

static void check(GArray *periods)
{
	for (guint i = 0; i < periods->len; i++) {
		const Period *p = &g_array_index(periods, Period, i);
		MUST(p->from != PERIOD_OPEN || p->to != PERIOD_OPEN);
		MUST(p->from == PERIOD_OPEN || p->to == PERIOD_OPEN || p->from <= p->to);
		MUST((p->from == PERIOD_OPEN) == (p->from_precision == PRECISION_NONE));
		g_autofree char *month = month_to_text(p->from);
		MUST(month_from_text(month) == p->from);
	}
	g_array_unref(periods);
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	g_autofree char *text = fuzz_text(data, size);
	g_autofree char *unread = NULL;
	GArray *periods = looptijd_parse(text, NULL, &unread);

	MUST(!unread || !periods->len);
	check(periods);
	check(looptijd_find(text));
	MUST(month_from_text(text) == PERIOD_OPEN || strlen(text) == 7);
	return 0;
}

#include "dated.h"

#include <string.h>

#include "kinds.h"
#include "looptijd.h"

/* What comes before " op 1 december 2021". "Afgerond op" would name the day on which it ended:
 * that is not known, only that it had. */
static const char *const said[N_STATUSES] = {
	[STATUS_LOPEND] = "lopend",
	[STATUS_AFGEROND] = "al afgerond",
	[STATUS_STOPGEZET] = "al stopgezet",
	[STATUS_START_BINNENKORT] = "nog niet gestart",
	[STATUS_ONBEKEND] = "status onbekend",
	[STATUS_BEANTWOORD] = "beantwoord",
	[STATUS_UITGESTELD] = "antwoord uitgesteld",
	[STATUS_OPEN] = "nog zonder antwoord",
	[STATUS_VERSTUURD] = "verstuurd",
};

char *dated_status(const Pilot *p, gsize *date)
{
	g_autofree char *day = p->reference_date ? date_long(p->reference_date) : NULL;
	const KindType *type = kind_type(p);
	const char *what = type ? type->done : said[p->status];
	char *text = day ? g_strconcat(what, " op ", day, NULL)
			 : g_strdup_printf("%s (%s onbekend)", what, kinds[p->kind].date);

	if (date)
		*date = strlen(text) - (day ? strlen(day) : 0);
	return text;
}

int dated_end(const Pilot *p)
{
	int end = PERIOD_OPEN;

	for (guint i = 0; i < p->periods->len; i++) {
		const Period *period = &g_array_index(p->periods, Period, i);
		if (period->to == PERIOD_OPEN)
			return PERIOD_OPEN;
		end = MAX(end, period->to);
	}
	return end;
}

Past dated_past(const Pilot *p, int today)
{
	int end = dated_end(p);

	if (kind_is_paper(p->kind)) /* its period is the month of its day */
		return PAST_UNKNOWN;
	if (end == PERIOD_OPEN)
		return PAST_UNKNOWN;
	return end < today ? PAST_YES : PAST_NO;
}

char *dated_line(const Pilot *p, int today)
{
	gboolean over = p->status == STATUS_AFGEROND || p->status == STATUS_STOPGEZET;
	g_autofree char *status = dated_status(p, NULL);
	g_autofree char *month = month_long(dated_end(p));

	if (over || dated_past(p, today) != PAST_YES)
		return g_steal_pointer(&status);
	return g_strconcat(status, ", looptijd eindigde ", month, NULL);
}

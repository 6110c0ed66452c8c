/* What is said of a status, by a table: its date, and what was over by then. */
#include "dated.h"
#include "looptijd.h"

#define TODAY "2023-01"

static const struct {
	Status status;
	const char *date, *period, *line;
	Past past;
} cases[] = {
	{ STATUS_LOPEND, "2021-12-01", "Juni 2020 – december 2022",
	  "lopend op 1 december 2021, looptijd eindigde december 2022", PAST_YES },
	/* the month itself is not past */
	{ STATUS_LOPEND, "2021-12-01", "Juni 2020 – januari 2023", "lopend op 1 december 2021",
	  PAST_NO },
	{ STATUS_LOPEND, NULL, "Juni 2020 – juni 2023", "lopend (peildatum onbekend)", PAST_NO },
	/* of several the last, in any order; all must have an end */
	{ STATUS_LOPEND, "2021-12-01", "Deel 1: maart 2022 – juni 2022; deel 2: 2020 – mei 2021",
	  "lopend op 1 december 2021, looptijd eindigde juni 2022", PAST_YES },
	{ STATUS_LOPEND, "2021-12-01", "Deel 1: 2019 – 2020; deel 2: maart 2021 – maart 2023",
	  "lopend op 1 december 2021", PAST_NO },
	{ STATUS_LOPEND, "2021-12-01", "Deel 1: 2019 – 2020; deel 2: vanaf 1 januari 2021",
	  "lopend op 1 december 2021", PAST_UNKNOWN },
	{ STATUS_LOPEND, "2021-12-01", "Vier jaar.", "lopend op 1 december 2021", PAST_UNKNOWN },
	{ STATUS_START_BINNENKORT, "2021-12-01", "2022",
	  "nog niet gestart op 1 december 2021, looptijd eindigde december 2022", PAST_YES },
	{ STATUS_ONBEKEND, "2021-12-01", "Afgerond.", "status onbekend op 1 december 2021",
	  PAST_UNKNOWN },
	{ STATUS_ONBEKEND, NULL, "2021 – 2022",
	  "status onbekend (peildatum onbekend), looptijd eindigde december 2022", PAST_YES },
	/* a status that says that it is over is enough */
	{ STATUS_AFGEROND, "2021-12-01", "2019 – 2020", "al afgerond op 1 december 2021",
	  PAST_YES },
	{ STATUS_STOPGEZET, "2021-12-01", "Juni 2021 – november 2021 (stopgezet)",
	  "al stopgezet op 1 december 2021", PAST_YES },
};

static void test_line(void)
{
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(Pilot) p = pilot_new();
		int today = month_from_text(TODAY);
		gsize date;

		g_array_unref(p->periods);
		p->periods = looptijd_find(cases[i].period);
		p->status = cases[i].status;
		p->reference_date = cases[i].date;
		g_autofree char *line = dated_line(p, today);
		g_assert_cmpstr(line, ==, cases[i].line);
		g_assert_cmpint(dated_past(p, today), ==, cases[i].past);
		g_autofree char *status = dated_status(p, &date);
		g_assert_true(g_str_has_prefix(line, status));
		g_assert_cmpstr(status + date, ==, cases[i].date ? "1 december 2021" : "");
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/dated/line", test_line);
	return g_test_run();
}

#include "usage.h"

#include <string.h>

#define NEAR_MAX 3 /* more typing errors than this make it another word */

GQuark cli_error_quark(void)
{
	return g_quark_from_static_string("cli-error");
}

/* Edit distance with transposition (Damerau-Levenshtein, restricted), in bytes. */
static guint distance(const char *a, const char *b)
{
	gsize n = strlen(a), m = strlen(b);
	g_autofree guint *rows = g_new0(guint, 3 * (m + 1));
	guint *before = rows, *last = rows + m + 1, *row = rows + 2 * (m + 1);

	for (gsize j = 0; j <= m; j++)
		last[j] = j;
	for (gsize i = 1; i <= n; i++) {
		row[0] = i;
		for (gsize j = 1; j <= m; j++) {
			row[j] = MIN(MIN(row[j - 1], last[j]) + 1,
				     last[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				row[j] = MIN(row[j], before[j - 2] + 1);
		}
		guint *free_row = before;
		before = last;
		last = row;
		row = free_row;
	}
	return last[m];
}

const char *cli_nearest(const char *word, const char *const *candidates)
{
	const char *nearest = NULL;
	guint best = MIN(NEAR_MAX, strlen(word) / 2) + 1;

	for (; *candidates; candidates++) {
		guint d = distance(word, *candidates);
		if (g_str_has_prefix(*candidates, word) && strlen(word) > 2)
			d = MIN(d, 1);
		if (d < best) {
			best = d;
			nearest = *candidates;
		}
	}
	return nearest;
}

void cli_set_unknown(GError **error, const char *what, const char *word,
		     const char *const *candidates)
{
	const char *nearest = cli_nearest(word, candidates);
	g_autofree char *all = g_strjoinv(", ", (char **)candidates);

	g_set_error(error, CLI_ERROR, CLI_ERROR_USAGE, "unknown %s '%s'%s%s%s (one of: %s)", what,
		    word, nearest ? "; did you mean '" : "", nearest ? nearest : "",
		    nearest ? "'?" : "", all);
}

#include "cli.h"

#include <locale.h>
#include <string.h>

#include "completion.h"

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

/* GOption says which option it does not know; this says which it may have been. */
static void set_unknown_option(GError **error, const GOptionEntry *entries, const char *message)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	const char *dashes = strstr(message, "--");

	for (; entries->long_name; entries++)
		if (*entries->long_name)
			g_ptr_array_add(names, g_strconcat("--", entries->long_name, NULL));
	g_ptr_array_add(names, g_strdup("--help"));
	g_ptr_array_add(names, NULL);
	g_autofree char *word = dashes ? g_strndup(dashes, strcspn(dashes, "=")) : NULL;
	const char *nearest = word ? cli_nearest(word, (const char *const *)names->pdata) : NULL;
	g_set_error(error, CLI_ERROR, CLI_ERROR_USAGE, "unknown option %s%s%s%s",
		    word ? word : strrchr(message, ' ') + 1, nearest ? "; did you mean " : "",
		    nearest ? nearest : "", nearest ? "?" : " (see --help)");
}

static GOptionContext *new_context(const GOptionEntry *entries, const char *usage,
				   const char *summary, const char *description)
{
	GOptionContext *context = g_option_context_new(usage);

	g_option_context_add_main_entries(context, entries, NULL);
	g_option_context_set_summary(context, summary);
	g_option_context_set_description(context, description);
	g_option_context_set_help_enabled(context, FALSE);
	return context;
}

char **cli_parse(const GOptionEntry *entries, const char *usage, const char *summary,
		 const char *description, int argc, char **argv, GError **error)
{
	g_autoptr(GOptionContext) context = new_context(entries, usage, summary, description);
	g_autoptr(GError) failed = NULL;
	g_autofree char *program = g_path_get_basename(argc > 0 ? argv[0] : "");
	g_autofree char *shell = NULL;
	gboolean help = FALSE, version = FALSE;
	char **rest = NULL;
	const GOptionEntry own[] = {
		{ "help", 'h', 0, G_OPTION_ARG_NONE, &help, "Show this help", NULL },
		{ "version", 0, 0, G_OPTION_ARG_NONE, &version, "Show the version", NULL },
		{ "completion", 0, 0, G_OPTION_ARG_STRING, &shell,
		  "Print what bash, zsh or fish needs to complete a command line", "SHELL" },
		{ G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &rest, NULL, NULL },
		{ 0 }
	};

	/* Arguments are UTF-8 in every locale. */
	setlocale(LC_CTYPE, "C.UTF-8");
	g_option_context_add_main_entries(context, own, NULL);
	if (!g_option_context_parse(context, &argc, &argv, &failed)) {
		g_strfreev(rest);
		if (g_error_matches(failed, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
			set_unknown_option(error, entries, failed->message);
		else
			g_set_error(error, CLI_ERROR, CLI_ERROR_USAGE, "%s", failed->message);
		return NULL;
	}
	if (help || version || shell) {
		g_autofree char *text =
			help      ? g_option_context_get_help(context, TRUE, NULL)
			: version ? g_strdup_printf("%s (pilotzoeker) " VERSION "\n", program)
				  : cli_completion(shell, program, entries, error);
		if (text)
			g_print("%s", text);
		g_strfreev(rest);
		return NULL;
	}
	return rest ? rest : g_new0(char *, 1);
}

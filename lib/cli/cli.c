#include "cli.h"

#include <locale.h>
#include <string.h>

#include "completion.h"
#include "input.h"

const char cli_version[] = VERSION;

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
	const char *given = word                    ? word
			    : strstr(message, " -") ? strstr(message, " -") + 1
						    : message;
	const char *nearest = word ? cli_nearest(word, (const char *const *)names->pdata) : NULL;
	if (nearest)
		g_set_error(error, CLI_ERROR, CLI_ERROR_USAGE,
			    "unknown option %s; did you mean %s?", given, nearest);
	else
		g_set_error(error, CLI_ERROR, CLI_ERROR_USAGE,
			    "unknown option %s (see --help); if it is none, put -- before it: -- "
			    "%s",
			    given, given);
}

/* GOption says that one is none, but not which. */
static gboolean arguments_are_text(int argc, char **argv, GError **error)
{
	for (int i = 1; i < argc; i++) {
		g_autofree char *what = g_strdup_printf("argument %d", i);
		if (!input_is_text(what, argv[i], strlen(argv[i]), error))
			return FALSE;
	}
	return TRUE;
}

static GOptionContext *new_context(const GOptionEntry *entries, const char *usage,
				   const char *summary, const char *description, gpointer user)
{
	GOptionContext *context = g_option_context_new(usage);

	g_option_context_set_main_group(context, g_option_group_new("", "", "", user, NULL));
	g_option_context_add_main_entries(context, entries, NULL);
	g_option_context_set_summary(context, summary);
	g_option_context_set_description(context, description);
	g_option_context_set_help_enabled(context, FALSE);
	return context;
}

char **cli_parse(const GOptionEntry *entries, const char *usage, const char *summary,
		 const char *description, gpointer user, int argc, char **argv, GError **error)
{
	g_autoptr(GOptionContext) context = new_context(entries, usage, summary, description, user);
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
		else if (!g_error_matches(failed, G_CONVERT_ERROR,
					  G_CONVERT_ERROR_ILLEGAL_SEQUENCE) ||
			 arguments_are_text(argc, argv, error))
			g_set_error(error, CLI_ERROR, CLI_ERROR_USAGE, "%s", failed->message);
		return NULL;
	}
	if (help || version || shell) {
		g_autofree char *text =
			help      ? g_option_context_get_help(context, TRUE, NULL)
			: version ? g_strdup_printf("%s (pilotzoeker) %s\n", program, cli_version)
				  : cli_completion(shell, program, entries, error);
		if (text)
			g_print("%s", text);
		g_strfreev(rest);
		return NULL;
	}
	return rest ? rest : g_new0(char *, 1);
}

#include "completion.h"

#include <string.h>

#include "usage.h"

typedef enum { NOTHING, NUMBERS, FILES, VALUES } Kind;

static Kind kind_of(const GOptionEntry *e)
{
	if (e->arg == G_OPTION_ARG_FILENAME)
		return FILES;
	if (e->arg == G_OPTION_ARG_NONE || e->flags & G_OPTION_FLAG_NO_ARG)
		return NOTHING;
	return g_strcmp0(e->arg_description, "N") == 0 ? NUMBERS : VALUES;
}

static gboolean takes_files(const GOptionEntry *entries)
{
	for (; entries->long_name; entries++)
		if (strcmp(entries->long_name, "values") == 0)
			return FALSE; /* the rest is a query */
	return TRUE;
}

/* The name of a function of the shell. */
static char *function_name(const char *program)
{
	char *name = g_strconcat("_", program, NULL);
	return g_strdelimit(name, "-.", '_');
}

/* "--a|--b": the options of a kind, as a pattern. */
static char *pattern(const GOptionEntry *entries, Kind kind)
{
	GString *all = g_string_new(NULL);

	for (; entries->long_name; entries++)
		if (kind_of(entries) == kind)
			g_string_append_printf(all, "%s--%s", all->len ? "|" : "",
					       entries->long_name);
	return g_string_free(all, FALSE);
}

static void bash(GString *out, const char *program, const GOptionEntry *entries)
{
	g_autofree char *function = function_name(program);
	g_autofree char *files = pattern(entries, FILES), *values = pattern(entries, VALUES);
	g_autofree char *numbers = pattern(entries, NUMBERS);

	g_string_append_printf(out, "%s() {\n", function);
	g_string_append(out, "\tlocal current=${COMP_WORDS[COMP_CWORD]} i index=()\n"
			     "\tlocal before=${COMP_WORDS[COMP_CWORD-1]}\n"
			     "\tCOMPREPLY=()\n"
			     "\tfor ((i = 1; i < COMP_CWORD - 1; i++)); do\n"
			     "\t\t[[ ${COMP_WORDS[i]} == --index ]] && index=(--index "
			     "\"${COMP_WORDS[i+1]}\")\n"
			     "\tdone\n"
			     "\tcase $before in\n");
	if (*values && !takes_files(entries))
		g_string_append_printf(
			out,
			"\t%s)\n"
			"\t\tlocal IFS=$'\\n'\n"
			"\t\tCOMPREPLY=($(compgen -W \"$(%s --values \"${before#--}\" "
			"\"${index[@]}\" 2>/dev/null)\" -- \"${current//\\\\/}\"))\n"
			"\t\t[[ ${#COMPREPLY[@]} -gt 0 ]] && COMPREPLY=($(printf '%%q\\n' "
			"\"${COMPREPLY[@]}\"))\n"
			"\t\treturn ;;\n",
			values, program);
	if (*files)
		g_string_append_printf(out,
				       "\t%s) compopt -o filenames 2>/dev/null; "
				       "COMPREPLY=($(compgen -f -- \"$current\")); return ;;\n",
				       files);
	if (*numbers)
		g_string_append_printf(out, "\t%s) return ;;\n", numbers);
	g_string_append(out, "\tesac\n"
			     "\tif [[ $current == -* ]]; then\n"
			     "\t\tCOMPREPLY=($(compgen -W '--help --version");
	for (const GOptionEntry *e = entries; e->long_name; e++)
		g_string_append_printf(out, " --%s", e->long_name);
	g_string_append(out, "' -- \"$current\"))\n");
	if (takes_files(entries))
		g_string_append(out, "\telse\n\t\tcompopt -o filenames 2>/dev/null; "
				     "COMPREPLY=($(compgen -f -- \"$current\"))\n");
	g_string_append_printf(out, "\tfi\n}\ncomplete -F %s %s\n", function, program);
}

/* Text in single quotes of a shell, with a backslash before what `special` has. */
static void quote(GString *out, const char *text, const char *special)
{
	for (; *text; text++) {
		if (*text == '\'')
			g_string_append(out, "'\\'");
		else if (strchr(special, *text))
			g_string_append_c(out, '\\');
		g_string_append_c(out, *text);
	}
}

static void zsh(GString *out, const char *program, const GOptionEntry *entries)
{
	g_autofree char *function = function_name(program);

	g_string_append_printf(
		out,
		"#compdef %s\n%s_values() {\n\tlocal -a found index\n"
		"\t(( ${words[(I)--index]} )) && index=(--index ${words[${words[(I)--index]}+1]})\n"
		"\tfound=(${(f)\"$(%s --values $1 $index 2>/dev/null)\"})\n\tcompadd -a found\n}\n"
		"_arguments -s '(-h --help)'{-h,--help}'[Show this help]' '--version[Show the "
		"version]'",
		program, function, program);
	for (const GOptionEntry *e = entries; e->long_name; e++) {
		g_string_append_printf(out, " \\\n\t'%s--%s%s[",
				       e->arg == G_OPTION_ARG_CALLBACK ? "*" : "", e->long_name,
				       kind_of(e) == NOTHING ? "" : "=");
		quote(out, e->description, "[]:\\");
		g_string_append_c(out, ']');
		if (kind_of(e) != NOTHING) {
			g_string_append_c(out, ':');
			quote(out, e->arg_description, "[]:\\");
			g_string_append_c(out, ':');
		}
		if (kind_of(e) == FILES)
			g_string_append(out, "_files");
		else if (kind_of(e) == VALUES)
			g_string_append_printf(out, "%s_values %s", function, e->long_name);
		g_string_append_c(out, '\'');
	}
	g_string_append_printf(out, " \\\n\t'*:%s'\n",
			       takes_files(entries) ? "file:_files" : "query: ");
}

static void fish(GString *out, const char *program, const GOptionEntry *entries)
{
	if (!takes_files(entries))
		g_string_append_printf(out, "complete -c %s -f\n", program);
	g_string_append_printf(out,
			       "complete -c %s -s h -l help -d 'Show this help'\n"
			       "complete -c %s -l version -d 'Show the version'\n",
			       program, program);
	for (const GOptionEntry *e = entries; e->long_name; e++) {
		g_string_append_printf(out, "complete -c %s -l %s", program, e->long_name);
		if (kind_of(e) == FILES)
			g_string_append(out, " -r -F");
		else if (kind_of(e) == VALUES)
			g_string_append_printf(out, " -x -a '(%s --values %s 2>/dev/null)'",
					       program, e->long_name);
		else if (kind_of(e) == NUMBERS)
			g_string_append(out, " -x");
		g_string_append(out, " -d '");
		quote(out, e->description, "\\");
		g_string_append(out, "'\n");
	}
}

char *cli_completion(const char *shell, const char *program, const GOptionEntry *entries,
		     GError **error)
{
	static const struct {
		const char *name;
		void (*write)(GString *out, const char *program, const GOptionEntry *entries);
	} shells[] = { { "bash", bash }, { "zsh", zsh }, { "fish", fish } };
	const char *names[G_N_ELEMENTS(shells) + 1] = { 0 };

	for (gsize i = 0; i < G_N_ELEMENTS(shells); i++) {
		names[i] = shells[i].name;
		if (strcmp(shell, shells[i].name) != 0)
			continue;
		GString *out = g_string_new(NULL);
		shells[i].write(out, program, entries);
		return g_string_free(out, FALSE);
	}
	cli_set_unknown(error, "shell", shell, names);
	return NULL;
}

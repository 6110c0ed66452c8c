/* Build tool: the words of correct Dutch as a C table of their hashes, ascending.
 *
 *   mkwords WORDLIST >wordlist.h
 *
 * The list is UTF-8, a word a line. Only what folds to letters a-z is kept: nothing else is ever
 * looked up. */
#include <stdio.h>
#include <string.h>

#include "fold.h"
#include "lexicon.h"

/* The hash of a line; FALSE when it is not only letters. */
static gboolean hash_line(const char *line, guint32 *hash)
{
	g_autoptr(GString) lower = g_string_new(NULL), folded = g_string_new(NULL);

	if (!g_utf8_validate(line, -1, NULL))
		return FALSE;
	fold_lower(lower, line, strlen(line));
	fold_accents(folded, lower->str);
	*hash = lexicon_hash(folded->str, folded->len);
	for (const char *p = folded->str; *p; p++)
		if (!g_ascii_islower(*p))
			return FALSE;
	return folded->len > 0;
}

static gint by_value(gconstpointer a, gconstpointer b)
{
	guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;

	return x < y ? -1 : x > y;
}

int main(int argc, char **argv)
{
	g_autofree char *text = NULL;
	g_autoptr(GArray) hashes = g_array_new(FALSE, FALSE, sizeof(guint32));

	if (argc != 2 || !g_file_get_contents(argv[1], &text, NULL, NULL)) {
		fprintf(stderr,
			argc == 2 ? "mkwords: cannot read %s\n" : "usage: mkwords WORDLIST\n",
			argv[argc - 1]);
		return 1;
	}
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (char **line = lines; *line; line++) {
		guint32 hash;
		if (hash_line(*line, &hash))
			g_array_append_val(hashes, hash);
	}
	g_array_sort(hashes, by_value);
	printf("/* Made by mkwords; do not edit. */\nstatic const guint32 word_hashes[] = {\n");
	for (guint i = 0; i < hashes->len; i++) {
		guint32 hash = g_array_index(hashes, guint32, i);
		if (i == 0 || hash != g_array_index(hashes, guint32, i - 1))
			printf("%uu,\n", hash);
	}
	printf("};\n");
	return 0;
}

/* How fast the Dutch analysis is: words per second of CPU over a file, read again
 * and again for a second; and what a new analyser costs.
 *
 *   build/bench-analyse FILE */
#include <stdio.h>
#include <time.h>

#include "dutch.h"

static void count(const DutchToken *t, gpointer user)
{
	if (t->kind == DUTCH_WORD)
		++*(guint64 *)user;
}

static double seconds(void)
{
	return (double)clock() / CLOCKS_PER_SEC;
}

int main(int argc, char **argv)
{
	g_autofree char *text = NULL;
	gsize len;
	guint64 words = 0;

	if (argc != 2 || !g_file_get_contents(argv[1], &text, &len, NULL)) {
		fprintf(stderr, "usage: bench-analyse FILE\n");
		return 2;
	}
	double start = seconds();
	g_autoptr(Dutch) dutch = dutch_new();
	dutch_analyse(dutch, "huurgeschil", 11, count, &words);
	double ready = seconds();
	do
		dutch_analyse(dutch, text, len, count, &words);
	while (seconds() - ready < 1);
	printf("new analyser and first word: %.2f ms; then %.2f million words/s\n",
	       (ready - start) * 1e3, words / (seconds() - ready) / 1e6);
	return 0;
}

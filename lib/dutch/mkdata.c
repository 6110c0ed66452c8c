/* Build tool: the word lists as C tables, so that a program has them at once.
 *
 *   mkdata PARTS STOPWORDS STEMS >tables.h
 *
 * Costs are in thousandths of a nat: -ln of the share of compounds that have the
 * part there, plus a penalty for three letters. 0 means: not there. */
#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lexicon.h"

#define SHORT_PENALTY 1.5
#define UNSEEN 0.05 /* added to counts, so that no share is 0 */

typedef struct {
	char *word;
	double left, left_s, right;
	guint flags;
} Part;

static char **read_lines(const char *path)
{
	char *text;

	if (!g_file_get_contents(path, &text, NULL, NULL)) {
		fprintf(stderr, "mkdata: cannot read %s\n", path);
		exit(1);
	}
	char **lines = g_strsplit(text, "\n", -1);
	g_free(text);
	return lines;
}

static GHashTable *read_parts(const char *path, double *all_left, double *all_right)
{
	GHashTable *parts = g_hash_table_new(g_str_hash, g_str_equal);
	g_auto(GStrv) lines = read_lines(path);

	for (char **line = lines; *line; line++) {
		if (**line == '#' || !**line)
			continue;
		guint flag = **line == '!' ? LEXICON_WHOLE : **line == '-' ? LEXICON_PARTICLE : 0;
		g_auto(GStrv) column = g_strsplit(*line + (flag != 0), "\t", -1);
		Part *p = g_hash_table_lookup(parts, column[0]);
		if (!p) {
			p = g_new0(Part, 1);
			p->word = g_strdup(column[0]);
			g_hash_table_insert(parts, p->word, p);
		}
		p->flags |= flag;
		if (flag)
			continue;
		p->left = atof(column[1]);
		p->left_s = atof(column[2]);
		p->right = atof(column[3]);
		*all_left += p->left;
		*all_right += p->right;
	}
	return parts;
}

static guint cost(double share, const char *word)
{
	double nats = -log(share) + (strlen(word) == 3 ? SHORT_PENALTY : 0);
	return MAX(1, (guint)(nats * 1000 + 0.5));
}

static void print_slot(const Part *p, guint offset, double all_left, double all_right)
{
	double both = p->left + 2 * UNSEEN;
	double share = (p->left + UNSEEN) / all_left;
	guint left = p->left ? cost(share * (p->left - p->left_s + UNSEEN) / both, p->word) : 0;
	guint left_s = p->left ? cost(share * (p->left_s + UNSEEN) / both, p->word) : 0;
	guint right = p->right ? cost((p->right + UNSEEN) / all_right, p->word) : 0;

	printf("{%u,%u,%u,%u,%zu,%u},\n", offset, left, left_s, right, strlen(p->word),
	       p->flags | (p->left >= LEXICON_FAMILIAR ? LEXICON_OFTEN_FIRST : 0));
}

static gint by_word(gconstpointer a, gconstpointer b)
{
	return strcmp((*(Part *const *)a)->word, (*(Part *const *)b)->word);
}

static void print_parts(const char *path)
{
	double all_left = 0, all_right = 0;
	GHashTable *parts = read_parts(path, &all_left, &all_right);
	g_autoptr(GPtrArray) sorted = g_ptr_array_new();
	GHashTableIter iter;
	gpointer part;
	Part **slots = g_new0(Part *, LEXICON_SLOTS);
	guint offset = 0;

	g_hash_table_iter_init(&iter, parts);
	while (g_hash_table_iter_next(&iter, NULL, &part))
		g_ptr_array_add(sorted, part);
	if (sorted->len > LEXICON_SLOTS / 2) {
		fprintf(stderr, "mkdata: %u parts; enlarge LEXICON_SLOTS\n", sorted->len);
		exit(1);
	}
	g_ptr_array_sort(sorted, by_word);
	for (guint i = 0; i < sorted->len; i++) {
		Part *p = sorted->pdata[i];
		guint slot = lexicon_hash(p->word, strlen(p->word)) % LEXICON_SLOTS;
		while (slots[slot])
			slot = (slot + 1) % LEXICON_SLOTS;
		slots[slot] = p;
	}
	printf("static const LexiconSlot lexicon_slots[LEXICON_SLOTS] = {\n");
	for (guint i = 0; i < LEXICON_SLOTS; i++) {
		if (!slots[i]) {
			printf("{0,0,0,0,0,0},\n");
			continue;
		}
		print_slot(slots[i], offset, all_left, all_right);
		offset += strlen(slots[i]->word);
	}
	printf("};\nstatic const char lexicon_pool[] =\n");
	for (guint i = 0; i < LEXICON_SLOTS; i++)
		if (slots[i])
			printf("\"%s\"\n", slots[i]->word);
	printf(";\n");
}

static gint by_text(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* One word a line, sorted, each once; of groups below "# light:" when only those are wanted. */
static void print_words(const char *path, const char *name, gboolean only_light)
{
	gboolean light = FALSE;

	g_auto(GStrv) lines = read_lines(path);
	g_autoptr(GPtrArray) words = g_ptr_array_new();
	const char *last = "";

	for (char **line = lines; *line; line++) {
		if (**line == '#')
			light = g_str_has_prefix(*line, "# light:");
		else if (**line && (light || !only_light))
			g_ptr_array_add(words, *line);
	}
	g_ptr_array_sort(words, by_text);
	printf("static const char *const %s[] = {\n", name);
	for (guint i = 0; i < words->len; i++) {
		if (strcmp(last, words->pdata[i]) != 0)
			printf("\"%s\",\n", (char *)words->pdata[i]);
		last = words->pdata[i];
	}
	printf("};\n");
}

static void print_stems(const char *path)
{
	g_auto(GStrv) lines = read_lines(path);

	printf("static const struct {\n\tgboolean ending, final;\n\tguint len;\n\tconst char "
	       "*form, "
	       "*stem;\n"
	       "} stem_exceptions[] = {\n");
	for (char **line = lines; *line; line++) {
		if (!**line || **line == '#')
			continue;
		g_auto(GStrv) pair = g_strsplit(*line, " ", 2);
		gboolean ending = *pair[0] == '*', final = *pair[1] == '=';
		printf("{ %d, %d, %zu, \"%s\", \"%s\" },\n", ending, final,
		       strlen(pair[0] + ending), pair[0] + ending,
		       pair[1] + (final || *pair[1] == '*'));
	}
	printf("};\n");
}

/* What dutch_fingerprint() knows the word lists by. */
static void print_fingerprint(char *const *paths, int n)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);

	for (int i = 0; i < n; i++) {
		g_auto(GStrv) lines = read_lines(paths[i]);
		for (char **line = lines; *line; line++)
			g_checksum_update(sum, (const guchar *)*line, (gssize)strlen(*line) + 1);
	}
	printf("#define WORD_LISTS \"%s\"\n", g_checksum_get_string(sum));
}

int main(int argc, char **argv)
{
	if (argc != 4) {
		fprintf(stderr, "usage: mkdata PARTS STOPWORDS STEMS\n");
		return 2;
	}
	printf("/* Made by mkdata; do not edit. */\n");
	print_fingerprint(argv + 1, argc - 1);
	printf("#ifdef WANT_LEXICON\n");
	print_parts(argv[1]);
	printf("#endif\n#ifdef WANT_STOPWORDS\n");
	print_words(argv[2], "stopwords", FALSE);
	print_words(argv[2], "light_words", TRUE);
	printf("#endif\n#ifdef WANT_STEMS\n");
	print_stems(argv[3]);
	printf("#endif\n");
	return 0;
}

/* A small search program on nothing but xapian-c.h: indexes its input, one
 * document a line, and prints the lines that have the words given, best first.
 *
 *   printf 'een huis\neen huurhuis\n' | xapian-c-example DIRECTORY huis
 */
#include <stdio.h>
#include <string.h>

#include "xapian-c.h"

static gboolean add_line(XapianWriter *writer, char *line, GError **error)
{
	g_autoptr(XapianDoc) doc = xapian_doc_new();
	guint position = 1;

	xapian_doc_set_data(doc, line, strlen(line));
	for (char *word = strtok(line, " "); word; word = strtok(NULL, " "))
		xapian_doc_add_posting(doc, word, position++, 1);
	return xapian_writer_add(writer, doc, NULL, error);
}

static gboolean make_index(const char *path, GError **error)
{
	g_autoptr(XapianWriter) writer =
		xapian_writer_open(path, XAPIAN_WRITER_OVERWRITE, XAPIAN_WRITER_DEFAULT, error);
	char line[1000];

	while (writer && fgets(line, sizeof line, stdin))
		if (!add_line(writer, g_strchomp(line), error))
			return FALSE;
	return writer && xapian_writer_close(writer, error);
}

static gboolean find(const char *path, char **words, int n, GError **error)
{
	g_autoptr(XapianReader) reader = xapian_reader_open(path, error);
	g_autoptr(XapianEnquire) enquire = reader ? xapian_enquire_new(reader, error) : NULL;
	g_autoptr(XapianQuery) query = xapian_query_all();

	for (int i = 0; i < n; i++) {
		g_autoptr(XapianQuery) before = query;
		g_autoptr(XapianQuery) word = xapian_query_term(words[i]);
		query = xapian_query_pair(XAPIAN_AND, before, word);
	}
	if (!enquire || !xapian_enquire_set_query(enquire, query, error))
		return FALSE;
	g_autoptr(XapianMatches) found = xapian_enquire_run(enquire, 0, 10, 0, error);
	for (guint i = 0; found && i < xapian_matches_size(found); i++) {
		g_autoptr(XapianDoc) doc = xapian_matches_document(found, i, error);
		g_autofree char *line = doc ? xapian_doc_data(doc, NULL, error) : NULL;
		if (!line)
			return FALSE;
		printf("%d%% %s\n", xapian_matches_hit(found, i).percent, line);
	}
	return found != NULL;
}

int main(int argc, char **argv)
{
	g_autoptr(GError) error = NULL;

	if (argc < 3 || !make_index(argv[1], &error) || !find(argv[1], argv + 2, argc - 2, &error))
		fprintf(stderr, "%s\n",
			error ? error->message : "usage: example DIRECTORY WORD...");
	return error || argc < 3;
}

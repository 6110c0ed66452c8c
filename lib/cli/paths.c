#include "paths.h"

#ifndef PILOTZOEKER_DATADIR
#define PILOTZOEKER_DATADIR "/usr/share/pilotzoeker"
#endif

char *paths_index(const char *given)
{
	const char *set = g_getenv("PILOTZOEKER_INDEX");

	if (given)
		return g_strdup(given);
	if (set && *set)
		return g_strdup(set);
	return g_build_filename(g_get_user_data_dir(), "pilotzoeker", "index", NULL);
}

/* Where the corpus is below the directory above the program's: in a source tree, installed. */
static const char *const places[] = { "corpus", "share/pilotzoeker/corpus" };

char *paths_data(const char *name)
{
	g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
	g_autofree char *dir = program ? g_path_get_dirname(program) : NULL;
	g_autofree char *above = dir ? g_path_get_dirname(dir) : NULL;

	for (gsize i = 0; above && i < G_N_ELEMENTS(places); i++) {
		g_autofree char *corpus = g_build_filename(above, places[i], NULL);
		g_autofree char *sources = g_build_filename(corpus, "SOURCES", NULL);
		if (g_file_test(sources, G_FILE_TEST_EXISTS))
			return g_build_filename(corpus, name, NULL);
	}
	return g_build_filename(PILOTZOEKER_DATADIR, "corpus", name, NULL);
}

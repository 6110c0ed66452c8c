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

char *paths_data(const char *name)
{
	g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
	g_autofree char *build = program ? g_path_get_dirname(program) : NULL;
	g_autofree char *tree = build ? g_path_get_dirname(build) : NULL;
	g_autofree char *corpus = tree ? g_build_filename(tree, "corpus", NULL) : NULL;
	g_autofree char *sources = corpus ? g_build_filename(corpus, "SOURCES", NULL) : NULL;

	if (sources && g_file_test(sources, G_FILE_TEST_EXISTS))
		return g_build_filename(corpus, name, NULL);
	return g_build_filename(PILOTZOEKER_DATADIR, "corpus", name, NULL);
}

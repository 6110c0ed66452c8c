/* Where the index and the data of the program are. */
#ifndef PATHS_H
#define PATHS_H

#include <glib.h>

/* The index directory: the given one, else $PILOTZOEKER_INDEX, else
 * $XDG_DATA_HOME/pilotzoeker/index. The caller frees. */
char *paths_index(const char *given);

/* A file of the corpus that comes with the program (NULL: its directory): beside
 * the program in a source tree, else where the program was installed, below the same prefix. The
 * caller frees. */
char *paths_data(const char *name);

#endif

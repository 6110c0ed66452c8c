/* Which files a process may read, where the kernel has Landlock (Linux 5.13): those it names. */
#ifndef SEARCH_LANDLOCK_H
#define SEARCH_LANDLOCK_H

#include <glib.h>

/* From now on nothing can be opened but to read, below the paths in readable (of char *); those
 * that are not there are passed over. What is open stays so. A kernel without Landlock leaves all
 * as it was; FALSE when one that has it refuses. */
gboolean landlock_enter(const GPtrArray *readable);

#endif

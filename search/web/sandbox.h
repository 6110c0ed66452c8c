/* What the web program may ask of the system: to read files, to answer, and little more. */
#ifndef SEARCH_SANDBOX_H
#define SEARCH_SANDBOX_H

#include <glib.h>

/* Gives up, for good: writing or making files, starting programs, and the network, but for
 * connections that the web server makes (network: and those to the servers of a remote index).
 * Where the kernel has Landlock, also reading: of all but what is below the paths in index (of
 * char *), and the libraries, time zones and names of machines of the system.
 * What is not allowed fails with EPERM. Also: no core dumps (they would hold what people asked),
 * and no more than so much memory. FALSE where the system refuses any of it: then it is not known
 * what was given up, and no request should be read. */
gboolean sandbox_enter(const GPtrArray *index, gboolean network);

#define SANDBOX_MEMORY ((guint64)2 << 30) /* bytes of address space */

#endif

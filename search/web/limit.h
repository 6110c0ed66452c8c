/* The CPU time that one request may take: the last of the limits, for what the others let
 * through. The process ends, as it cannot be known what state it is in, but the client
 * still gets an answer; a FastCGI process is started anew by whoever manages it. */
#ifndef SEARCH_LIMIT_H
#define SEARCH_LIMIT_H

#include <glib.h>

#define LIMIT_CPU_MS 2000 /* unless PILOTZOEKER_CPU_MS says otherwise */

/* From now on the process may use so much CPU time, in milliseconds; then `last_words`
 * (len bytes, which must stay) are written to fd and it ends with `status`. */
void limit_start(guint cpu_ms, int fd, const char *last_words, gsize len, int status);
void limit_stop(void);

#endif

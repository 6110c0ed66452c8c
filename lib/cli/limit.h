/* What one request may cost: the last of the limits, for what the others let through. When its
 * CPU time is up, memory is refused or it crashes, the process ends, as it cannot be known what
 * state it is in, but the client still gets an answer (fatal.h); a FastCGI process is started
 * anew by whoever manages it. */
#ifndef LIMIT_H
#define LIMIT_H

#include <glib.h>

/* What a variable of the environment says, in milliseconds; else standard. */
guint limit_ms(const char *variable, guint standard);

#define LIMIT_CPU_MS 2000 /* unless PILOTZOEKER_CPU_MS says otherwise */

/* From now on the process may use so much CPU time, in milliseconds; at its end, whatever that
 * comes from, `last_words` (len bytes, which must stay) are written to fd. */
void limit_start(guint cpu_ms, int fd, const char *last_words, gsize len);
/* What a client may take to send its request, in milliseconds: then each read that waits ends with
 * EINTR, and it is late until the next start. */
#define LIMIT_WAIT_MS 10000 /* unless PILOTZOEKER_WAIT_MS says otherwise */
void limit_wait_start(guint ms);
gboolean limit_is_late(void);
void limit_wait_stop(void);

/* The request is done: there are no more last words. */
void limit_stop(void);

#endif

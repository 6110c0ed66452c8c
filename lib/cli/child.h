/* Work in a process of its own: when it takes too much or crashes, only it ends, and what it may
 * have broken goes with it. */
#ifndef CHILD_H
#define CHILD_H

#include <glib.h>

typedef enum {
	CHILD_DONE,
	CHILD_TOO_MUCH, /* processor time, memory, or bytes to hand back */
	CHILD_FAILED    /* it crashed, or could not be started */
} ChildEnd;

/* Runs work(out, user), which may use so much CPU time (limit.h), and waits for its end; what it
 * wrote to `out` comes back there, `most` bytes at most, and nothing when it was not done. The
 * process must have one thread. */
ChildEnd child_run(void (*work)(GString *out, gpointer user), gpointer user, guint cpu_ms,
		   gsize most, GString *out);

#endif
